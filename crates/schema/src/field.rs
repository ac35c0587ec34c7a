use crate::{
    Choice, Kind, NodeSpec, PartSpec, Set, Value,
    kind::{Get, for_each_kind},
    language::{capitalize, label_in},
};
use anslag_core::{
    Address, AnnouncementId, Area, Board, Body, Country, DataTheme, Day, Deadline, Decimal, Duration, Edtf, Email, Iri,
    LanguageTag, Line, Location, MediaType, Moment, Money, Organization, Party, Percent, Phone, Point, Programme, Text,
    Topic,
};
use anslag_vocab::Term;
use std::{num::NonZeroU32, sync::Arc};

/// A field of a part: how it is read, and what describes it.
pub struct Field<P: 'static> {
    get: Get<P>,
    /// Description.
    pub spec: Spec,
}

/// Description of a field of any part.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each of them marks a field, and no two exclude each other")]
pub struct Spec {
    /// Its key in source files and JSON Lines; empty for a node, and for what RDF says a second time.
    pub key: &'static str,
    /// Other keys that source files may have.
    pub aliases: &'static [&'static str],
    /// Kind of its values.
    pub kind: Kind,
    /// `true` if every part has it.
    pub required: bool,
    /// `true` if sources may leave it out, because something else then holds.
    pub has_default: bool,
    /// `true` if sources may name a file beside them instead of an address.
    pub is_file: bool,
    /// The key without which it says nothing.
    pub needs: Option<&'static str>,
    /// Explanation for the writer of a source, in Markdown; a part of a sentence.
    pub says: &'static str,
    /// The properties that say it, the column's first. All have the same value, but those of money, of coordinates and of a size. A body
    /// has the first one in articles and the second one elsewhere.
    pub properties: &'static [Term],
    /// The node that it describes, if that is not the node of the part.
    pub about: Option<&'static NodeSpec>,
    /// The property that leads back to the part, if the field is another node.
    pub part_of: Option<Term>,
    /// Its name in Swedish, English, Estonian and Latvian, as inside a sentence; `None` if people never read it.
    pub labels: Option<[&'static str; 4]>,
    /// Its name above its value, where that is not the label; see [`Spec::heading`].
    pub heading: Option<[&'static str; 4]>,
    /// Its name inside a message, in Swedish (definite) and in English (without an article).
    pub noun: [&'static str; 2],
    /// The name of its column, if it has one.
    pub column: Option<&'static str>,
    /// Explanation of its column beyond the label, in Swedish and English.
    pub described: Option<[&'static str; 2]>,
    /// `true` if a conversion of its table into RDF leaves it out, though it could say what our RDF says.
    pub is_suppressed: bool,
    /// The unit that follows the number for people.
    pub unit: Option<&'static str>,
    /// The key of the field whose address its value leads to.
    pub leads_to: Option<&'static str>,
    /// `true` if it is the last day for something, and belongs into a calendar.
    pub is_last_day: bool,
}

/// Declares a constructor for each kind, so that the kind of a field and its accessor cannot disagree.
macro_rules! construct_kinds {
    (
        one { $($(#[$one_doc:meta])* $one:ident = $one_name:ident: $one_type:ty,)* }
        many { $($(#[$many_doc:meta])* $many:ident = $many_name:ident: $many_type:ty,)* }
    ) => {
        impl<P> Field<P> {
            $(
                $(#[$one_doc])*
                pub(crate) const fn $one_name(key: &'static str, get: for<'a> fn(&'a P) -> Option<$one_type>) -> Self {
                    Self::new(key, Get::$one(get))
                }
            )*
            $(
                $(#[$many_doc])*
                pub(crate) const fn $many_name(key: &'static str, get: for<'a> fn(&'a P) -> &'a [$many_type]) -> Self {
                    Self::new(key, Get::$many(get))
                }
            )*
        }
    };
}

for_each_kind!(construct_kinds);

impl<P> Field<P> {
    /// A member of a closed set.
    pub(crate) const fn choice(key: &'static str, set: &'static Set, get: fn(&P) -> Option<Choice>) -> Self {
        Self::new(key, Get::Choice(set, get))
    }

    /// The keys of the fields whose values follow from a rule. It comes after all of them.
    pub(crate) const fn derived(key: &'static str) -> Self {
        Self::new(key, Get::Derived)
    }

    /// Another node that belongs to the part, if one of the fields about it says something.
    pub(crate) const fn node(node: &'static NodeSpec) -> Self {
        Self::new("", Get::Node(node)).no_column()
    }

    /// Parts of their own kind.
    pub(crate) const fn part(part: &'static PartSpec) -> Self {
        Self::new(part.key, Get::Part(part)).labels(part.labels).properties(part.links).no_column()
    }

    const fn new(key: &'static str, get: Get<P>) -> Self {
        let spec = Spec {
            key,
            aliases: &[],
            kind: get.kind(),
            required: false,
            has_default: false,
            is_file: false,
            needs: None,
            says: "",
            properties: &[],
            about: None,
            part_of: None,
            labels: None,
            heading: None,
            noun: ["", ""],
            column: Some(key),
            described: None,
            is_suppressed: false,
            unit: None,
            leads_to: None,
            is_last_day: false,
        };
        Self { get, spec }
    }

    /// Returns what the field says of a part; `None` if that is nothing.
    pub fn read<'a>(&self, part: &'a P) -> Option<Value<'a>> {
        self.get.read(part)
    }

    /// Marks a field that every part has.
    pub(crate) const fn required(mut self) -> Self {
        self.spec.required = true;
        self
    }

    /// Lets sources leave it out.
    pub(crate) const fn has_default(mut self) -> Self {
        self.spec.has_default = true;
        self
    }

    /// Lets sources name a file beside them instead of an address.
    pub(crate) const fn or_file(mut self) -> Self {
        self.spec.is_file = true;
        self
    }

    /// Sets the key without which it says nothing.
    pub(crate) const fn needs(mut self, key: &'static str) -> Self {
        self.spec.needs = Some(key);
        self
    }

    /// Sets what it says to whoever writes a source.
    pub(crate) const fn says(mut self, says: &'static str) -> Self {
        self.spec.says = says;
        self
    }

    /// Sets other keys that source files may have.
    pub(crate) const fn aliases(mut self, keys: &'static [&'static str]) -> Self {
        self.spec.aliases = keys;
        self
    }

    /// Sets the properties, the column's first.
    pub(crate) const fn properties(mut self, properties: &'static [Term]) -> Self {
        self.spec.properties = properties;
        self
    }

    /// Sets the node that the field describes, where that is not the node of the part.
    pub(crate) const fn about(mut self, node: &'static NodeSpec) -> Self {
        self.spec.about = Some(node);
        self
    }

    /// Sets the property that leads from another node back to the part.
    pub(crate) const fn part_of(mut self, property: Term) -> Self {
        self.spec.part_of = Some(property);
        self
    }

    /// Sets the names in Swedish, English, Estonian and Latvian, as inside a sentence.
    pub(crate) const fn labels(mut self, labels: [&'static str; 4]) -> Self {
        self.spec.labels = Some(labels);
        self
    }

    /// Sets the names above the value, where they are not the labels.
    pub(crate) const fn heading(mut self, heading: [&'static str; 4]) -> Self {
        self.spec.heading = Some(heading);
        self
    }

    /// Sets the names inside a message, in Swedish (definite) and in English (without an article).
    pub(crate) const fn noun(mut self, sv: &'static str, en: &'static str) -> Self {
        self.spec.noun = [sv, en];
        self
    }

    /// Sets the name of the column, where that is not the key.
    pub(crate) const fn column(mut self, name: &'static str) -> Self {
        self.spec.column = Some(name);
        self
    }

    /// Leaves the field out of the table of its part.
    pub(crate) const fn no_column(mut self) -> Self {
        self.spec.column = None;
        self
    }

    /// Sets what the column holds besides what the label says.
    pub(crate) const fn described(mut self, sv: &'static str, en: &'static str) -> Self {
        self.spec.described = Some([sv, en]);
        self
    }

    /// Leaves the column out of a conversion of its table into RDF.
    pub(crate) const fn suppressed(mut self) -> Self {
        self.spec.is_suppressed = true;
        self
    }

    /// Sets the unit that follows the number for people.
    pub(crate) const fn unit(mut self, unit: &'static str) -> Self {
        self.spec.unit = Some(unit);
        self
    }

    /// Sets the field whose address the value leads to.
    pub(crate) const fn leads_to(mut self, key: &'static str) -> Self {
        self.spec.leads_to = Some(key);
        self
    }

    /// Marks the last day for something, which belongs into a calendar.
    pub(crate) const fn last_day(mut self) -> Self {
        self.spec.is_last_day = true;
        self
    }
}

impl Spec {
    /// Returns the name above the value in a language, with a capital letter; `None` if people never read it.
    #[must_use]
    pub fn heading(&self, language: &str) -> Option<String> {
        match self.heading {
            Some(heading) => Some(label_in(heading, language).to_owned()),
            None => self.labels.map(|labels| capitalize(label_in(labels, language))),
        }
    }
}
