use crate::{Choice, NodeSpec, PartSpec, Set};
use anslag_core::{
    Address, AnnouncementId, Area, Board, Body, Country, DataTheme, Day, Deadline, Decimal, Duration, Edtf, Email, Iri,
    LanguageTag, Line, Location, MediaType, Moment, Money, Organization, Party, Percent, Phone, Point, Programme, Text,
    Topic,
};
use std::{num::NonZeroU32, sync::Arc};

/// Hands the list of all kinds of values to a macro: each with its constructor and its type, first the kinds of one value,
/// then those of several.
macro_rules! for_each_kind {
    ($then:ident) => {
        $then! {
            one {
                /// A line in the announcement's language.
                Line = line: &'a Line,
                /// A line in no language: a name, a number, a code.
                Plain = plain: &'a Line,
                /// A text in the announcement's language, which may have several lines.
                Text = text: &'a Text,
                /// The text of the announcement, in Markdown. Its properties are that of an article and that of another class.
                Markdown = markdown: &'a Body,
                /// A day.
                Day = day: Day,
                /// A day that the source gives, or that follows from a rule.
                Deadline = deadline: Deadline,
                /// A day or an instant.
                Moment = moment: Moment,
                /// A date that may be vague. RDF has it as EDTF.
                Edtf = edtf: &'a Edtf,
                /// A date that may be vague. RDF has it as a day, a month or a year, if it is one, else as EDTF.
                Date = date: &'a Edtf,
                /// A length of time.
                Duration = duration: &'a Duration,
                /// A web address.
                Iri = iri: &'a Iri,
                /// An e-mail address.
                Email = email: &'a Email,
                /// An e-mail address, or the address of a web form.
                Address = address: &'a Address,
                /// A telephone number.
                Phone = phone: &'a Phone,
                /// A decimal number, not negative.
                Decimal = decimal: Decimal,
                /// A share of 0 to 100 per cent.
                Percent = percent: Percent,
                /// An amount in a currency. Its properties are that of the amount and that of the currency.
                Money = money: Money,
                /// Coordinates. Its properties are that of the latitude and that of the longitude.
                Point = point: Point,
                /// An area.
                Area = area: &'a Area,
                /// A number of bytes. Its properties are that of the number and that of a text with the unit.
                Bytes = bytes: u64,
                /// A whole number from 1.
                Count = count: NonZeroU32,
                /// A media type.
                MediaType = media_type: &'a MediaType,
                /// A language.
                Language = language: &'a LanguageTag,
                /// A country.
                Country = country: Country,
                /// Yes or no.
                Flag = flag: bool,
                /// The identity of the announcement.
                Id = id: &'a AnnouncementId,
                /// Another announcement.
                Announcement = announcement: &'a AnnouncementId,
                /// A notice board of the register.
                Board = board: &'a Board,
                /// An organisation of the register.
                Organization = organization: &'a Organization,
                /// An organisation of the register, or one that the announcement names.
                Party = party: &'a Party,
                /// A place of the register, or one that the announcement names.
                Location = location: &'a Location,
                /// A programme of the register, or one that the announcement names.
                Programme = programme: &'a Programme,
            }
            many {
                /// Lines in the announcement's language.
                Lines = lines: Line,
                /// Lines in no language. A source may write a single one without a list.
                Plains = plains: Line,
                /// Topics of the register.
                Topics = topics: Arc<Topic>,
                /// Data themes of the EU.
                Themes = themes: DataTheme,
                /// Other announcements.
                Announcements = announcements: AnnouncementId,
                /// Organisations of the register, or such that the announcement names.
                Parties = parties: Party,
                /// Places of the register, or such that the announcement names.
                Locations = locations: Location,
            }
        }
    };
}

/// Declares what a field holds, what it says, and how it is read.
macro_rules! declare_kinds {
    (
        one { $($(#[$one_doc:meta])* $one:ident = $one_name:ident: $one_type:ty,)* }
        many { $($(#[$many_doc:meta])* $many:ident = $many_name:ident: $many_type:ty,)* }
    ) => {
        /// Kind of the values of a field.
        #[derive(Clone, Copy, Debug)]
        pub enum Kind {
            $($(#[$one_doc])* $one,)*
            $($(#[$many_doc])* $many,)*
            /// A member of a closed set.
            Choice(&'static Set),
            /// The keys of the fields whose values follow from a rule.
            Derived,
            /// Another node that belongs to the part, if one of the fields about it says something.
            Node(&'static NodeSpec),
            /// Parts of their own kind.
            Part(&'static PartSpec),
        }

        /// Value of a field of one part. A list is never empty.
        #[derive(Clone, Copy, Debug)]
        pub enum Value<'a> {
            $($(#[$one_doc])* $one($one_type),)*
            $($(#[$many_doc])* $many(&'a [$many_type]),)*
            /// A member of a closed set.
            Choice(&'static Set, Choice),
        }

        /// Function that reads a field from a part.
        pub(crate) enum Get<P> {
            $($(#[$one_doc])* $one(for<'a> fn(&'a P) -> Option<$one_type>),)*
            $($(#[$many_doc])* $many(for<'a> fn(&'a P) -> &'a [$many_type]),)*
            /// A member of a closed set.
            Choice(&'static Set, fn(&P) -> Option<Choice>),
            /// Value that follows from the other fields.
            Derived,
            /// Another node that belongs to the part.
            Node(&'static NodeSpec),
            /// Parts of their own kind.
            Part(&'static PartSpec),
        }

        impl<P> Get<P> {
            pub(crate) const fn kind(&self) -> Kind {
                match self {
                    $(Self::$one(_) => Kind::$one,)*
                    $(Self::$many(_) => Kind::$many,)*
                    Self::Choice(set, _) => Kind::Choice(set),
                    Self::Derived => Kind::Derived,
                    Self::Node(node) => Kind::Node(node),
                    Self::Part(part) => Kind::Part(part),
                }
            }

            pub(crate) fn read<'a>(&self, part: &'a P) -> Option<Value<'a>> {
                match self {
                    $(Self::$one(get) => get(part).map(Value::$one),)*
                    $(Self::$many(get) => Some(get(part)).filter(|values| !values.is_empty()).map(Value::$many),)*
                    Self::Choice(set, get) => get(part).map(|choice| Value::Choice(set, choice)),
                    Self::Derived | Self::Node(_) | Self::Part(_) => None,
                }
            }
        }
    };
}

for_each_kind!(declare_kinds);

pub(crate) use for_each_kind;

impl Kind {
    /// Returns whether a field of this kind may hold several values.
    #[must_use]
    pub const fn is_list(self) -> bool {
        matches!(
            self,
            Self::Lines
                | Self::Plains
                | Self::Topics
                | Self::Themes
                | Self::Announcements
                | Self::Parties
                | Self::Locations
                | Self::Derived
                | Self::Part(_)
        )
    }
}

impl Value<'_> {
    /// Returns whether the value follows from a rule; the source does not say it then.
    #[must_use]
    pub const fn is_derived(&self) -> bool {
        matches!(self, Self::Deadline(deadline) if deadline.is_derived)
    }
}
