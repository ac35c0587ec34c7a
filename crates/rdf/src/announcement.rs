use crate::{
    plan::{NODES, NodePlan, PropertyPlan, Source},
    value,
};
use anslag_core::{Announcement, Iri, Publication};
use anslag_schema::{AnyPart, NodeSpec, PARTS, Value};
use anslag_vocab::{Describe, Term, anslag};
use oxrdf::Triple;

/// Describes an announcement and its parts, and nothing else: what it shares with others is the register's.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let mapping =
        Mapping { publication, announcement, parts: PARTS.iter().map(|part| Said::new(*part, announcement)).collect() };
    for plan in NODES.iter() {
        for n in 1..=mapping.parts[plan.part].count {
            mapping.describe(plan, n, triples);
        }
    }
}

/// Descriptions of the parts of a kind.
struct Said<'a> {
    /// Number of parts.
    count: usize,
    /// The number of the part that holds each of them; empty if only one can hold any.
    holders: Vec<usize>,
    /// The values of all fields of the first part, then of the second, and so on.
    values: Vec<Option<Value<'a>>>,
}

impl<'a> Said<'a> {
    fn new(part: &dyn AnyPart, announcement: &'a Announcement) -> Self {
        let mut said = Self { count: 0, holders: part.holders(announcement), values: Vec::new() };
        part.walk(announcement, &mut |n, fields| {
            said.count = n;
            said.values.extend(fields.map(|(_, value)| value));
        });
        said
    }

    /// Returns the number of the part that holds the part with a number.
    fn holder(&self, n: usize) -> usize {
        self.holders.get(n - 1).copied().unwrap_or(1)
    }

    /// Returns the numbers of the parts that the part with a number holds.
    fn held_by(&self, holder: usize) -> impl Iterator<Item = usize> {
        (1..=self.count).filter(move |n| self.holders.is_empty() || self.holders[n - 1] == holder)
    }

    /// Returns what a field of a part says; `None` if that is nothing, or if there is no such part.
    fn value(&self, n: usize, field: usize) -> Option<Value<'a>> {
        let fields = self.values.len().checked_div(self.count)?;
        self.values.get((n - 1) * fields + field).copied().flatten()
    }
}

/// An announcement that is being described.
struct Mapping<'a> {
    publication: &'a Publication,
    announcement: &'a Announcement,
    /// Descriptions of its parts, in the order of [`PARTS`].
    parts: Vec<Said<'a>>,
}

impl Mapping<'_> {
    fn describe(&self, plan: &NodePlan, n: usize, triples: &mut Vec<Triple>) {
        let subject = match plan.node {
            Some(_) if plan.fields.as_ref().is_some_and(|fields| !self.says_any(plan.part, n, fields)) => return,
            Some(node) => self.iri(node, n),
            None => self.publication.announcement(&self.announcement.id),
        };
        let mut about = Describe::new(triples, &subject);
        about.types(plan.node.map_or(&[], |node| node.classes));
        for by_hand in &plan.classes {
            (by_hand.describe)(self.publication, self.announcement, n, &mut about);
        }
        let mut derived = Vec::new();
        for property in &plan.properties {
            self.say(property, n, &mut about, &mut derived);
        }
        for by_hand in &plan.by_hand {
            let said = about.count();
            (by_hand.describe)(self.publication, self.announcement, n, &mut about);
            about.keep_distinct(said);
        }
        about.links(anslag::DERIVED, derived);
    }

    /// Says what there is to say by one property, each value once, and notes the property if the value is derived.
    fn say(&self, plan: &PropertyPlan, n: usize, about: &mut Describe<'_>, derived: &mut Vec<Term>) {
        let property = plan.property;
        let said = about.count();
        for source in &plan.sources {
            match source {
                Source::Field { part, field, is_first } => {
                    if let Some(value) = self.parts[*part].value(n, *field) {
                        value::describe(self.publication, self.announcement, property, *is_first, value, about);
                        derived.extend(value.is_derived().then_some(property));
                    }
                }
                Source::Node { part, node, fields } => {
                    if self.says_any(*part, n, fields) {
                        about.link(property, self.iri(node, n));
                    }
                }
                Source::Parts { part, node } => {
                    about.links(property, self.parts[*part].held_by(n).map(|n| self.iri(node, n)));
                }
                Source::Part { node, .. } => {
                    about.link(property, self.iri(node, n));
                }
                Source::Holder { part, node: Some(node) } => {
                    about.link(property, self.iri(node, self.parts[*part].holder(n)));
                }
                Source::Holder { node: None, .. } => {
                    about.link(property, self.publication.announcement(&self.announcement.id));
                }
                Source::Number => {
                    about.integer(property, n);
                }
            }
            if plan.is_single && about.count() > said {
                break;
            }
        }
        about.keep_distinct(said);
    }

    /// Returns whether a part says something by one of its fields.
    fn says_any(&self, part: usize, n: usize, fields: &[usize]) -> bool {
        fields.iter().any(|field| self.parts[part].value(n, *field).is_some())
    }

    fn iri(&self, node: &NodeSpec, n: usize) -> Iri {
        self.publication.node(&self.announcement.id, (node.node)(n))
    }
}
