use crate::Template;
use anslag_core::LanguageTag;
use anslag_schema::Set;
use anslag_vocab::Term;
use std::borrow::Cow;

/// A column of a table: its name, what people call it, what its cells hold and what they mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The name in the header row: lower-case ASCII in `snake_case`.
    pub name: Cow<'static, str>,
    /// The name for people.
    pub title: Label,
    /// Explanation of its cells beyond the title.
    pub description: Option<Label>,
    /// The kind of its cells.
    pub kind: Kind,
    /// `true` if no cell is empty.
    pub required: bool,
    /// The property that it stands for in RDF.
    pub property: Option<Term>,
    /// The subject of its cells, where that is not the subject of the row.
    pub about: Option<Template>,
    /// The IRI that a cell stands for, if it stands for one.
    pub value: Option<Template>,
    /// `true` if a conversion of the table into RDF gives its cells.
    ///
    /// The triples of such a column are, term by term, those of the publication's own RDF. Texts with a language are not,
    /// since CSVW fixes one language a column. Nor are addresses with letters outside ASCII, which a URI template would
    /// escape.
    pub output: bool,
}

/// A short text in the two languages of the descriptions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// In Swedish.
    pub sv: Cow<'static, str>,
    /// In English.
    pub en: Cow<'static, str>,
}

impl Label {
    /// Makes a text from its two languages.
    pub(crate) fn new(sv: impl Into<Cow<'static, str>>, en: impl Into<Cow<'static, str>>) -> Self {
        Self { sv: sv.into(), en: en.into() }
    }

    /// Returns the text for a reader of `language`: in Swedish for Swedish, else in English.
    #[must_use]
    pub fn get(&self, language: &LanguageTag) -> &str {
        if language.primary() == "sv" { &self.sv } else { &self.en }
    }
}

impl Column {
    /// Makes a column that may be empty and stands for no property.
    pub(crate) fn new(name: impl Into<Cow<'static, str>>, kind: Kind, sv: &'static str, en: &'static str) -> Self {
        Self {
            name: name.into(),
            title: Label::new(sv, en),
            description: None,
            kind,
            required: false,
            property: None,
            about: None,
            value: None,
            output: false,
        }
    }

    /// Marks a column without empty cells.
    pub(crate) fn required(self) -> Self {
        Self { required: true, ..self }
    }

    /// Says what the cells hold.
    pub(crate) fn described(self, sv: &'static str, en: &'static str) -> Self {
        Self { description: Some(Label::new(sv, en)), ..self }
    }

    /// Says what the cells of this kind hold, unless more is known of the column.
    pub(crate) fn described_by_kind(self, [sv, en]: [&'static str; 2]) -> Self {
        if self.description.is_some() { self } else { self.described(sv, en) }
    }

    /// Gives a property whose value in RDF is another: a text with its language, a moment for its day, a node for its name.
    pub(crate) fn means(self, property: Term) -> Self {
        Self { property: Some(property), ..self }
    }

    /// Gives a property whose triples a conversion into RDF may give.
    pub(crate) fn says(self, property: Term) -> Self {
        self.means(property).output()
    }

    /// Lets a conversion into RDF give its cells.
    pub(crate) fn output(self) -> Self {
        Self { output: true, ..self }
    }

    /// Sets the subject of the cells.
    pub(crate) fn about(self, about: Template) -> Self {
        Self { about: Some(about), ..self }
    }

    /// Sets the IRI that a cell stands for.
    pub(crate) fn link(self, value: Template) -> Self {
        Self { value: Some(value), ..self }
    }
}

/// Kind of the cells of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Text, which may have several lines.
    Text,
    /// The id of an announcement.
    Id,
    /// A code, which is text also where it has digits only.
    Code,
    /// One of a closed set of keys.
    Choice(Choice),
    /// Several texts or codes, separated by `|`. A `|` in one of them is written as a broken bar, `¦`, since no
    /// dialect of CSV can escape it.
    Multi,
    /// A day (ISO 8601, `xsd:date`).
    Date,
    /// An instant with its offset from UTC (ISO 8601, `xsd:dateTime`).
    DateTime,
    /// The number of a part, from 1.
    Integer,
    /// A number of bytes (`xsd:nonNegativeInteger`).
    Bytes,
    /// A decimal number, not negative.
    Decimal,
    /// Degrees of latitude or longitude, which may be negative.
    Degrees,
    /// A share of 0 to 100 per cent.
    Percent,
    /// An IRI.
    Iri,
    /// A telephone number (ITU-T E.164), or a short number of the country.
    Phone,
    /// An e-mail address.
    Email,
    /// A date that may be vague (EDTF, level 0 or 1).
    Edtf,
    /// A length of time (ISO 8601, `xsd:duration`).
    Duration,
}

/// Type of the cells of a column in files that have types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellType {
    /// Text.
    Text,
    /// A day.
    Date,
    /// An instant.
    Instant,
    /// A whole number.
    Integer,
    /// A decimal number.
    Decimal,
}

impl Kind {
    /// Returns the type of the cells.
    #[must_use]
    pub const fn cell_type(self) -> CellType {
        match self {
            Self::Text
            | Self::Id
            | Self::Code
            | Self::Choice(_)
            | Self::Multi
            | Self::Iri
            | Self::Phone
            | Self::Email
            | Self::Edtf
            | Self::Duration => CellType::Text,
            Self::Date => CellType::Date,
            Self::DateTime => CellType::Instant,
            Self::Integer | Self::Bytes => CellType::Integer,
            Self::Decimal | Self::Degrees | Self::Percent => CellType::Decimal,
        }
    }

    /// The regular expression that a whole cell matches, in what XML Schema and ECMAScript have in common.
    #[must_use]
    pub const fn pattern(self) -> Option<&'static str> {
        match self {
            Self::Id => Some("[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)+"),
            Self::Phone => Some(r"\+[1-9][0-9]{6,14}|[0-9]{3,6}"),
            Self::Text
            | Self::Code
            | Self::Choice(_)
            | Self::Multi
            | Self::Date
            | Self::DateTime
            | Self::Integer
            | Self::Bytes
            | Self::Decimal
            | Self::Degrees
            | Self::Percent
            | Self::Iri
            | Self::Email
            | Self::Edtf
            | Self::Duration => None,
        }
    }

    /// The smallest number that a cell holds.
    #[must_use]
    pub const fn minimum(self) -> Option<u8> {
        match self {
            Self::Integer => Some(1),
            Self::Bytes | Self::Decimal | Self::Percent => Some(0),
            Self::Text
            | Self::Id
            | Self::Code
            | Self::Choice(_)
            | Self::Multi
            | Self::Date
            | Self::DateTime
            | Self::Degrees
            | Self::Iri
            | Self::Phone
            | Self::Email
            | Self::Edtf
            | Self::Duration => None,
        }
    }

    /// The greatest number that a cell holds.
    #[must_use]
    pub const fn maximum(self) -> Option<u8> {
        if let Self::Percent = self { Some(100) } else { None }
    }
}

/// The keys that a cell may hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The members of a closed set.
    Of(&'static Set),
    /// Role of an organisation in a project.
    MemberRole,
}

impl Choice {
    /// The key of those who carry out a project.
    pub const PARTNER: &'static str = "partner";
    /// The key of those who take part in a project besides.
    pub const PARTICIPANT: &'static str = "participant";

    /// Returns every key.
    #[must_use]
    pub fn keys(self) -> Vec<&'static str> {
        match self {
            Self::Of(set) => set.members().iter().map(|member| member.key).collect(),
            Self::MemberRole => vec![Self::PARTNER, Self::PARTICIPANT],
        }
    }
}
