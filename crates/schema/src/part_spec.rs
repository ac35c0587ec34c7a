use crate::{
    NodeSpec,
    language::{capitalize, label_in},
};
use anslag_vocab::Term;

/// Description of a kind of part.
#[derive(Clone, Copy, Debug)]
pub struct PartSpec {
    /// Its key in source files.
    pub key: &'static str,
    /// `true` if an announcement may have several.
    pub is_list: bool,
    /// Its name in Swedish, English, Estonian and Latvian, as inside a sentence; of a list, the heading above all of them.
    pub labels: [&'static str; 4],
    /// The node that its fields describe; `None` if that is the announcement itself.
    pub node: Option<&'static NodeSpec>,
    /// The properties that lead to that node, from the announcement or from the part that holds it.
    pub links: &'static [Term],
    /// The property that leads from that node back.
    pub part_of: Option<Term>,
    /// The property that says the number of the part, from 1.
    pub number: Option<Term>,
    /// Fields of the announcement that the node repeats: their keys, each with a property of the node. If several have the
    /// same property, the first one that says something gives the value.
    pub inherited: &'static [(&'static str, Term)],
    /// Form in which people are told its facts.
    pub told: Told,
    /// The table of all parts of this kind, if there is one.
    pub table: Option<TableSpec>,
}

/// Form in which people are told the facts of a part.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// Not field by field: it stands in the text, or has a form of its own.
    Otherwise,
    /// All fields, in the order of the table.
    InOrder,
    /// The fields with these keys, in this order.
    Keys(&'static [&'static str]),
}

/// Description of a table of parts.
#[derive(Clone, Copy, Debug)]
pub struct TableSpec {
    /// Its name, which is also that of its file.
    pub name: &'static str,
    /// Its title in Swedish and English.
    pub title: [&'static str; 2],
    /// Name of a row, in Swedish and English.
    pub description: [&'static str; 2],
}

impl PartSpec {
    /// Returns the name of the part in a language, with a capital letter.
    #[must_use]
    pub fn heading(&self, language: &str) -> String {
        capitalize(label_in(self.labels, language))
    }

    /// Describes a part that an announcement has at most once.
    pub(crate) const fn one(key: &'static str, labels: [&'static str; 4]) -> Self {
        Self {
            key,
            is_list: false,
            labels,
            node: None,
            links: &[],
            part_of: None,
            number: None,
            inherited: &[],
            told: Told::Otherwise,
            table: None,
        }
    }

    /// Describes a part that an announcement may have several of.
    pub(crate) const fn list(key: &'static str, labels: [&'static str; 4]) -> Self {
        let mut spec = Self::one(key, labels);
        spec.is_list = true;
        spec
    }

    /// Gives the part a node, and the properties that lead to it.
    pub(crate) const fn node(mut self, node: &'static NodeSpec, links: &'static [Term]) -> Self {
        self.node = Some(node);
        self.links = links;
        self
    }

    /// Sets the property that leads from the node of the part back.
    pub(crate) const fn part_of(mut self, property: Term) -> Self {
        self.part_of = Some(property);
        self
    }

    /// Sets the property that says the number of the part.
    pub(crate) const fn number(mut self, property: Term) -> Self {
        self.number = Some(property);
        self
    }

    /// Sets the fields of the announcement that the node repeats. An announcement has at most one such part.
    pub(crate) const fn inherits(mut self, fields: &'static [(&'static str, Term)]) -> Self {
        self.inherited = fields;
        self
    }

    /// Tells people what the fields say, in the order of the table.
    pub(crate) const fn told_in_order(mut self) -> Self {
        self.told = Told::InOrder;
        self
    }

    /// Tells people what the fields with these keys say, in this order.
    pub(crate) const fn told(mut self, keys: &'static [&'static str]) -> Self {
        self.told = Told::Keys(keys);
        self
    }

    /// Gives the part a table.
    pub(crate) const fn table(
        mut self,
        name: &'static str,
        title: [&'static str; 2],
        description: [&'static str; 2],
    ) -> Self {
        self.table = Some(TableSpec { name, title, description });
        self
    }
}

impl PartialEq for PartSpec {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for PartSpec {}
