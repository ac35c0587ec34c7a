use crate::{
    AnyPart, Kind, Names, PARTS, Spec, Value,
    fact::DERIVED,
    language::{label_in, word_language},
};
use anslag_core::{Day, Node};
use std::sync::LazyLock;

/// A last day that an announcement sets: for an appeal, for comments, for an application.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LastDay<'a> {
    /// The node whose last day it is.
    pub node: Node,
    /// The key of the field that holds it.
    pub field: &'static str,
    /// Label for the announcement's readers, such as `Överklagas senast (beräknat)`.
    pub label: String,
    /// The name of the part, if an announcement may have several; else the title of the announcement.
    pub name: &'a str,
    /// The day.
    pub day: Day,
}

/// The parts that set last days.
static PARTS_WITH_LAST_DAYS: LazyLock<Vec<&'static dyn AnyPart>> =
    LazyLock::new(|| PARTS.into_iter().filter(|part| part.fields().iter().any(|spec| spec.is_last_day)).collect());

impl<'a> LastDay<'a> {
    /// Collects the last days of an announcement.
    #[must_use]
    pub fn of(names: Names<'a>) -> Vec<Self> {
        Self::collect(names, |spec| spec.is_last_day)
    }

    /// Collects the last days of an announcement, and the day on which its notice may be taken down from its board.
    #[must_use]
    pub fn on_board(names: Names<'a>) -> Vec<Self> {
        Self::collect(names, |spec| spec.is_last_day || spec.key == "remove_after")
    }

    fn collect(names: Names<'a>, is_wanted: fn(&Spec) -> bool) -> Vec<Self> {
        let mut last_days = Vec::new();
        for part in PARTS_WITH_LAST_DAYS.iter() {
            part.walk(names.announcement, &mut |n, fields| {
                let fields: Vec<_> = fields.collect();
                let days = fields.iter().filter(|(spec, _)| is_wanted(spec));
                last_days.extend(days.filter_map(|(spec, value)| Self::new(names, *part, n, &fields, spec, *value)));
            });
        }
        last_days
    }

    fn new(
        names: Names<'a>,
        part: &dyn AnyPart,
        n: usize,
        fields: &[(&'static Spec, Option<Value<'a>>)],
        spec: &Spec,
        value: Option<Value<'a>>,
    ) -> Option<Self> {
        let language = word_language([&names.announcement.language, &names.publication.language]);
        let heading = spec.heading(language)?;
        let (day, label) = match value? {
            Value::Day(day) => (day, heading),
            Value::Deadline(deadline) if deadline.is_derived => {
                (deadline.day, format!("{heading} ({})", label_in(DERIVED, language)))
            }
            Value::Deadline(deadline) => (deadline.day, heading),
            _ => return None,
        };
        let own_node = fields.iter().find_map(|(spec, _)| match spec.kind {
            Kind::Node(node) => Some(node),
            _ => None,
        });
        let node = spec.about.or(part.spec().node).or(own_node)?;
        // The first field of a part that there may be several of is its name.
        let name = match fields.first() {
            Some((_, Some(Value::Line(name) | Value::Plain(name)))) if part.spec().is_list => name.as_str(),
            _ => names.announcement.title.as_str(),
        };
        Some(Self { node: (node.node)(n), field: spec.key, label, name, day })
    }
}
