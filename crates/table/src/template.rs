use anslag_core::{Node, Publication};
use anslag_schema::Set;

/// An IRI with names of columns in braces: a URI template (RFC 6570), as CSVW uses them.
///
/// [`Publication`] mints the IRIs themselves. A template says the same for a whole column; a test compares the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Template {
    /// An announcement, whose id stands in the column.
    Announcement(&'static str),
    /// A node of the announcement whose id stands in `announcement_id`. Its number stands in the column.
    Node(Node, &'static str),
    /// The concept of a closed set, whose key stands in the column.
    Concept(&'static Set, &'static str),
    /// The IRI that stands in the column.
    Cell(&'static str),
}

impl Template {
    /// Returns the template as CSVW has it, with the publication's base before it.
    #[must_use]
    pub fn text(self, publication: &Publication) -> String {
        let base = publication.base.iri();
        match self {
            Self::Announcement(id) => format!("{base}announcement/{{{id}}}"),
            Self::Node(node, number) => match node.path() {
                (path, Some(_)) => format!("{base}announcement/{{announcement_id}}/{path}/{{{number}}}"),
                (path, None) => format!("{base}announcement/{{announcement_id}}/{path}"),
            },
            Self::Concept(set, key) => set.iri(&format!("{{{key}}}")),
            Self::Cell(column) => format!("{{+{column}}}"),
        }
    }

    /// Returns the columns that the template names.
    pub fn columns(self) -> impl Iterator<Item = &'static str> {
        let (first, second) = match self {
            Self::Announcement(column) | Self::Concept(_, column) | Self::Cell(column) => (column, None),
            Self::Node(node, number) => ("announcement_id", node.path().1.map(|_| number)),
        };
        [first].into_iter().chain(second)
    }
}
