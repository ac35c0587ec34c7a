use crate::noun::Noun;
use std::{borrow::Cow, ops::Range};

/// A value of a source file, with its place: what every syntax is parsed into.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node<'t> {
    /// Its place in the text, in bytes.
    pub(crate) span: Range<usize>,
    /// What stands there.
    pub(crate) value: Value<'t>,
}

/// What stands at a place.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'t> {
    String(Cow<'t, str>),
    /// A number, in digits as they were written.
    Number(Cow<'t, str>),
    Bool(bool),
    /// A day or a date-time, as it was written.
    Date(&'t str),
    /// A time of a day.
    Time,
    List(Vec<Node<'t>>),
    /// Keys and values in the order of the text; no key stands twice.
    Table(Vec<(Key<'t>, Node<'t>)>),
    Null,
}

/// A key of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key<'t> {
    pub(crate) name: Cow<'t, str>,
    pub(crate) span: Range<usize>,
}

impl Value<'_> {
    /// What it is, for a message.
    pub(crate) const fn what(&self) -> Noun {
        match self {
            Self::String(_) => Noun::String,
            Self::Number(_) => Noun::Number,
            Self::Bool(_) => Noun::Flag,
            Self::Date(_) => Noun::Date,
            Self::Time => Noun::Time,
            Self::List(_) => Noun::List,
            Self::Table(_) => Noun::Table,
            Self::Null => Noun::Null,
        }
    }
}
