use crate::{Field, PartSpec, Spec, Value};
use anslag_core::Announcement;
use std::fmt;

/// A kind of part: where announcements hold it, and its fields.
pub struct Part<P: 'static> {
    /// Description.
    pub spec: PartSpec,
    /// Function that finds the parts in an announcement.
    pub access: Access<P>,
    /// Its fields, in the order of the columns of its table.
    pub fields: &'static [Field<P>],
}

/// Function that finds the parts of a kind in an announcement.
pub enum Access<P: 'static> {
    /// They stand in one place: an `Option` as a slice, or a list.
    Slice(fn(&Announcement) -> &[P]),
    /// They are mentioned in several places, and each is found once, in the order of its number.
    Distinct(fn(&Announcement) -> Vec<&P>),
    /// Each part of another list has some: the number of that part, from 1, beside each of them.
    Within(fn(&Announcement) -> Vec<(usize, &P)>),
}

/// The fields of a part, in the order of the table, each with what it says.
pub type Values<'i, 'a> = &'i mut dyn Iterator<Item = (&'static Spec, Option<Value<'a>>)>;

/// A kind of part, whatever its type.
pub trait AnyPart: Sync {
    /// Returns what describes the part.
    fn spec(&self) -> &PartSpec;

    /// Returns what describes its fields, in the order of the table.
    fn fields(&self) -> Vec<&'static Spec>;

    /// Hands over each part of an announcement: its number, from 1, and its fields with their values.
    fn walk<'a>(&self, announcement: &'a Announcement, each: &mut dyn FnMut(usize, Values<'_, 'a>));

    /// Returns the number of the part that holds each of them; empty if only one can hold any.
    fn holders(&self, announcement: &Announcement) -> Vec<usize>;
}

impl<P> Part<P> {
    /// Returns the parts of this kind that an announcement has, each with its number, from 1.
    pub fn of<'a>(&self, announcement: &'a Announcement) -> impl Iterator<Item = (usize, &'a P)> {
        let (slice, distinct) = match self.access {
            Access::Slice(of) => (of(announcement), Vec::new()),
            Access::Distinct(of) => (&[][..], of(announcement)),
            Access::Within(of) => (&[][..], of(announcement).into_iter().map(|(_, part)| part).collect()),
        };
        (1..).zip(slice.iter().chain(distinct))
    }

    /// Returns the field with this key.
    #[must_use]
    pub fn field(&self, key: &str) -> Option<&'static Field<P>> {
        self.fields.iter().find(|field| field.spec.key == key)
    }
}

impl<P> AnyPart for Part<P> {
    fn spec(&self) -> &PartSpec {
        &self.spec
    }

    fn fields(&self) -> Vec<&'static Spec> {
        self.fields.iter().map(|field| &field.spec).collect()
    }

    fn walk<'a>(&self, announcement: &'a Announcement, each: &mut dyn FnMut(usize, Values<'_, 'a>)) {
        for (n, part) in self.of(announcement) {
            each(n, &mut self.fields.iter().map(|field| (&field.spec, field.read(part))));
        }
    }

    fn holders(&self, announcement: &Announcement) -> Vec<usize> {
        match self.access {
            Access::Slice(_) | Access::Distinct(_) => Vec::new(),
            Access::Within(of) => of(announcement).into_iter().map(|(holder, _)| holder).collect(),
        }
    }
}

impl fmt::Debug for dyn AnyPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.spec().key)
    }
}
