use anslag_core::Node;
use anslag_vocab::Term;

/// A kind of node that a part is described as in RDF, or that belongs to a part.
#[derive(Debug)]
pub struct NodeSpec {
    /// Returns the node of the part with this number, from 1.
    pub node: fn(usize) -> Node,
    /// Its classes.
    pub classes: &'static [Term],
    /// Its name at the beginning of a message, in Swedish and English: `["Varningen", "The alert"]`.
    pub subject: [&'static str; 2],
    /// The name of its shape (SHACL), the last part of the shape's IRI.
    pub shape: &'static str,
}

impl PartialEq for NodeSpec {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for NodeSpec {}
