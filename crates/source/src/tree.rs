use crate::noun::Noun;
use std::{borrow::Cow, ops::Range};

/// Value of a source file with its span. Every syntax is parsed into it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node<'t> {
    /// Span in the text, in bytes.
    pub(crate) span: Range<usize>,
    /// Text of the span.
    pub(crate) written: &'t str,
    /// Value at the span.
    pub(crate) value: Value<'t>,
}

/// Value of a key or an item of a list.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value<'t> {
    String(Cow<'t, str>),
    /// Number in digits as they were written.
    Number(Cow<'t, str>),
    Bool(bool),
    /// Day or date-time as it was written.
    Date(&'t str),
    /// Time without a day.
    Time,
    List(Vec<Node<'t>>),
    /// Keys and values in the order of the text, without duplicates.
    Table(Vec<(Key<'t>, Node<'t>)>),
    Null,
    /// Value that the syntax cannot hold, which was reported when it was parsed. Readers take it for nothing.
    Invalid,
}

impl Node<'_> {
    /// Returns the items of a list; `None` for another value.
    pub(crate) fn items(&self) -> Option<&[Self]> {
        match &self.value {
            Value::List(items) => Some(items),
            _ => None,
        }
    }

    /// Returns the text of a string; `None` for another value.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

/// Key of a table.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key<'t> {
    pub(crate) name: Cow<'t, str>,
    pub(crate) span: Range<usize>,
}

impl Value<'_> {
    /// Returns the noun for the type, for messages.
    pub(crate) const fn what(&self) -> Noun {
        match self {
            Self::String(_) => Noun::String,
            Self::Number(_) => Noun::Number,
            Self::Bool(_) => Noun::Flag,
            Self::Date(_) => Noun::Date,
            Self::Time => Noun::Time,
            Self::List(_) => Noun::List,
            Self::Table(_) => Noun::Table,
            // Nobody is told of an invalid value twice.
            Self::Null | Self::Invalid => Noun::Null,
        }
    }
}
