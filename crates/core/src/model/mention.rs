use crate::{Line, Location, Party, Person};

/// Mention of an organisation, a place or a person in an announcement.
#[derive(Clone, Copy)]
pub(crate) enum Mention<'a> {
    /// Mention of an organisation.
    Party(&'a Party),
    /// Mention of a place.
    Location(&'a Location),
    /// Mention of a person.
    Person(&'a Person),
}

/// Mention that can be changed.
pub(crate) enum MentionMut<'a> {
    /// Mention of an organisation.
    Party(&'a mut Party),
    /// Mention of a place.
    Location(&'a mut Location),
    /// Mention of a person.
    Person(&'a mut Person),
}

/// Value that may mention organisations, places and people, and that may hold data on people.
///
/// [`classify_fields!`] implements it for the parts of an announcement. The methods do nothing unless they are
/// implemented.
pub(crate) trait Mentions {
    /// Visits every mention, in the order in which they are numbered.
    fn mentions<'a>(&'a self, _visit: &mut dyn FnMut(Mention<'a>)) {}

    /// Visits the same mentions in the same order, to change them.
    fn mentions_mut(&mut self, _visit: &mut dyn FnMut(MentionMut<'_>)) {}

    /// Deletes the data on people.
    fn strip_personal_data(&mut self) {}
}

/// Implements [`Mentions`] for a part of an announcement, from a table that says of each field what it holds.
///
/// - `mentions`: mentions, or parts that may have some. They are visited in the order of the table.
/// - `personal`: data on people. They are visited too, and [`Mentions::strip_personal_data`] deletes them.
/// - `plain`: neither.
///
/// A field that is not in the table does not compile, so that nothing is forgotten.
macro_rules! classify_fields {
    ($part:ident { $($class:ident: $($field:ident),+;)+ }) => {
        impl $crate::model::mention::Mentions for $part {
            fn mentions<'a>(&'a self, visit: &mut dyn FnMut($crate::model::mention::Mention<'a>)) {
                let Self { $($($field),+),+ } = self;
                $($($crate::model::mention::classify_fields!(@visit $class mentions $field visit);)+)+
            }

            fn mentions_mut(&mut self, visit: &mut dyn FnMut($crate::model::mention::MentionMut<'_>)) {
                let Self { $($($field),+),+ } = self;
                $($($crate::model::mention::classify_fields!(@visit $class mentions_mut $field visit);)+)+
            }

            fn strip_personal_data(&mut self) {
                let Self { $($($field),+),+ } = self;
                $($($crate::model::mention::classify_fields!(@strip $class $field);)+)+
            }
        }
    };
    (@visit plain $method:ident $field:ident $visit:ident) => {
        let _ = ($field, &$visit);
    };
    (@visit $class:ident $method:ident $field:ident $visit:ident) => {
        $crate::model::mention::Mentions::$method($field, $visit);
    };
    (@strip plain $field:ident) => {
        let _ = $field;
    };
    (@strip mentions $field:ident) => {
        $crate::model::mention::Mentions::strip_personal_data($field);
    };
    (@strip personal $field:ident) => {
        *$field = Default::default();
    };
}

pub(crate) use classify_fields;

impl Mentions for Party {
    fn mentions<'a>(&'a self, visit: &mut dyn FnMut(Mention<'a>)) {
        visit(Mention::Party(self));
    }

    fn mentions_mut(&mut self, visit: &mut dyn FnMut(MentionMut<'_>)) {
        visit(MentionMut::Party(self));
    }
}

impl Mentions for Location {
    fn mentions<'a>(&'a self, visit: &mut dyn FnMut(Mention<'a>)) {
        visit(Mention::Location(self));
    }

    fn mentions_mut(&mut self, visit: &mut dyn FnMut(MentionMut<'_>)) {
        visit(MentionMut::Location(self));
    }
}

/// The unit comes before the person: people are told apart by their units, too.
impl Mentions for Person {
    fn mentions<'a>(&'a self, visit: &mut dyn FnMut(Mention<'a>)) {
        let Self { unit, number: _, name: _, role: _ } = self;
        unit.mentions(visit);
        visit(Mention::Person(self));
    }

    fn mentions_mut(&mut self, visit: &mut dyn FnMut(MentionMut<'_>)) {
        let Self { unit, number: _, name: _, role: _ } = self;
        unit.mentions_mut(visit);
        visit(MentionMut::Person(self));
    }
}

/// A line may name somebody, but not as a node of the announcement.
impl Mentions for Line {}

impl<T: Mentions> Mentions for Option<T> {
    fn mentions<'a>(&'a self, visit: &mut dyn FnMut(Mention<'a>)) {
        if let Some(value) = self {
            value.mentions(visit);
        }
    }

    fn mentions_mut(&mut self, visit: &mut dyn FnMut(MentionMut<'_>)) {
        if let Some(value) = self {
            value.mentions_mut(visit);
        }
    }

    fn strip_personal_data(&mut self) {
        if let Some(value) = self {
            value.strip_personal_data();
        }
    }
}

impl<T: Mentions> Mentions for Vec<T> {
    fn mentions<'a>(&'a self, visit: &mut dyn FnMut(Mention<'a>)) {
        for value in self {
            value.mentions(visit);
        }
    }

    fn mentions_mut(&mut self, visit: &mut dyn FnMut(MentionMut<'_>)) {
        for value in self {
            value.mentions_mut(visit);
        }
    }

    fn strip_personal_data(&mut self) {
        for value in self {
            value.strip_personal_data();
        }
    }
}
