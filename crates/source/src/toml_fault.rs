use crate::{entry::Notation, help::Help};
use anslag_wording::wording;

wording! {
    /// Reason why a text is not TOML.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum TomlFault {
        NoQuotes en("text without quotation marks") sv("text utan citattecken"),
        OpeningQuote en("text without opening quotation mark") sv("texten saknar inledande citattecken"),
        ClosingQuote en("text without closing quotation mark") sv("texten saknar avslutande citattecken"),
        Escape en("unknown escape after `\\`") sv("okänt tecken efter `\\`"),
        Character { found: char }
            en("character U+{:04X}, which is not allowed here", u32::from(*found))
            sv("tecknet U+{:04X}, som inte är tillåtet här", u32::from(*found)),
        Typographic { found: char }
            en("typographic quotation mark `{found}` (U+{:04X}) instead of `\"`", u32::from(*found))
            sv("typografiskt citattecken `{found}` (U+{:04X}) i stället för `\"`", u32::from(*found)),
        WideSpace { found: char }
            en("no-break space (U+{:04X}) instead of a space", u32::from(*found))
            sv("hårt mellanslag (U+{:04X}) i stället för ett mellanslag", u32::from(*found)),
        Number en("malformed number") sv("felskrivet tal"),
        Flag en("neither `true` nor `false`") sv("varken `true` eller `false`"),
        Date en("malformed date or time") sv("felskrivet datum eller klockslag"),
        Key en("malformed key") sv("felskriven nyckel"),
        NoValue en("key without a value") sv("nyckeln saknar värde"),
        NoEquals en("missing `=` after a key") sv("`=` saknas efter en nyckel"),
        TwoEquals en("more than one `=`") sv("mer än ett `=`"),
        Trailing en("unexpected text after the value") sv("oväntad text efter värdet"),
        List en("missing `,` or `]` in a list") sv("`,` eller `]` saknas i en lista"),
        Table en("missing `,` or `}}` in a table") sv("`,` eller `}}` saknas i en tabell"),
        Heading en("heading without closing `]`") sv("rubriken saknar avslutande `]`"),
        Extended en("dotted key below a value that is no table") sv("nyckel med punkt under ett värde som inte är en tabell"),
        TooDeep en("nested too deeply") sv("för många nivåer"),
        Other en("unexpected text") sv("oväntad text"),
    }
}

/// Descriptions of errors by the library, each with what it means and a text that has the error.
///
/// The library tells errors apart by these words alone. A test holds that it still uses them.
const DESCRIPTIONS: &[(&str, TomlFault, &str)] = &[
    ("string values must be quoted", TomlFault::NoQuotes, "a = b"),
    ("missing opening quote", TomlFault::OpeningQuote, "a = b\""),
    ("invalid basic string", TomlFault::ClosingQuote, "a = \"b"),
    ("invalid literal string", TomlFault::ClosingQuote, "a = 'b"),
    ("invalid multi-line basic string", TomlFault::ClosingQuote, "a = \"\"\"b"),
    ("invalid multi-line literal string", TomlFault::ClosingQuote, "a = '''b"),
    ("missing escaped value", TomlFault::Escape, "a = \"\\q\""),
    ("too few unicode value digits", TomlFault::Escape, "a = \"\\u12\""),
    ("redundant numeric sign", TomlFault::Number, "a = +-1"),
    ("redundant integer number prefix", TomlFault::Number, "a = 0d1"),
    ("integers with a radix cannot be signed", TomlFault::Number, "a = -0x1"),
    ("radix must be lowercase", TomlFault::Number, "a = 0X1"),
    ("unexpected leading zero", TomlFault::Number, "a = 01"),
    ("`_` may only go between digits", TomlFault::Number, "a = 1__0"),
    ("invalid float", TomlFault::Number, "a = 1.2.3"),
    ("invalid fraction", TomlFault::Number, "a = 1."),
    ("invalid mantissa", TomlFault::Number, "a = .5"),
    ("invalid exponent", TomlFault::Number, "a = 1e"),
    ("invalid binary number", TomlFault::Number, "a = 0b2"),
    ("invalid octal number", TomlFault::Number, "a = 0o9"),
    ("invalid hexadecimal number", TomlFault::Number, "a = 0xg"),
    ("invalid boolean", TomlFault::Flag, "a = True"),
    ("invalid date", TomlFault::Date, "a = 2026-02-30"),
    ("invalid time", TomlFault::Date, "a = 20:70"),
    ("invalid offset", TomlFault::Date, "a = 2026-11-01T18:00:00+0100"),
    ("invalid datetime", TomlFault::Date, "a = 10:00:00 x"),
    ("invalid unquoted key", TomlFault::Key, "å = 1"),
    ("unquoted keys cannot be empty", TomlFault::Key, "= 1"),
    ("key with no value", TomlFault::NoValue, "a"),
    ("extra `=`", TomlFault::TwoEquals, "a == 1"),
    ("unexpected key or value", TomlFault::Trailing, "a = \"b\" c"),
    ("missing comma between array elements", TomlFault::List, "a = [1 = 2]"),
    ("unexpected `=` in array", TomlFault::List, "a = [1 = 2]"),
    ("missing array opening", TomlFault::List, "a = ]"),
    ("extra comma in array", TomlFault::List, "a = [1,,2]"),
    ("unclosed array", TomlFault::List, "a = [1"),
    ("missing comma between key-value pairs", TomlFault::Table, "a = { b = 1 c = 2 }"),
    ("extra assignment between key-value pairs", TomlFault::Table, "a = { b = 1 c = 2 }"),
    ("extra comma in inline table", TomlFault::Table, "a = { b = 1,, c = 2 }"),
    ("unclosed inline table", TomlFault::Table, "a = { b = 1"),
    ("unclosed table", TomlFault::Heading, "[a"),
    ("missing table open", TomlFault::Heading, "]"),
    ("unclosed array table", TomlFault::Heading, "[[a]"),
    ("cannot extend value of type integer with a dotted key", TomlFault::Extended, "a = 1\na.b = 2"),
];

impl TomlFault {
    /// Tells an error of the library by its message: a description, and perhaps what was expected.
    pub(crate) fn new(message: &str) -> Self {
        let description = message.split(", expected ").next().unwrap_or(message);
        if description.contains("recurs") {
            return Self::TooDeep;
        }
        if description.starts_with("cannot extend value") {
            return Self::Extended;
        }
        let found = DESCRIPTIONS.iter().find(|(known, ..)| *known == description);
        found.map_or(Self::Other, |(_, fault, _)| *fault)
    }

    /// Returns what to do about it where no better text is known.
    pub(crate) fn help(self) -> Help {
        match self {
            Self::NoQuotes | Self::OpeningQuote => Help::QuoteText,
            Self::ClosingQuote => Help::CloseText,
            Self::Escape => Help::EscapeBackslash,
            Self::Character { .. } => Help::DeleteInvisible,
            Self::Typographic { .. } => Help::PlainQuotationMark,
            Self::WideSpace { .. } => Help::PlainSpaces,
            Self::Number => Help::Digits,
            Self::Flag => Help::TrueOrFalse,
            Self::Date => Help::Moment { notation: Notation::Toml },
            Self::Key
            | Self::NoValue
            | Self::NoEquals
            | Self::TwoEquals
            | Self::Trailing
            | Self::Extended
            | Self::Other => Help::KeyAndValue,
            Self::List => Help::SeparateItems,
            Self::Table => Help::SeparateKeys,
            Self::Heading => Help::CloseHeading,
            Self::TooDeep => Help::FewerLevels,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use toml::de::DeTable;

    /// The words are all that the library says, and a new version of it may change them.
    #[test]
    fn the_library_still_uses_the_descriptions() {
        for (description, fault, text) in DESCRIPTIONS {
            let (_, errors) = DeTable::parse_recoverable(text);
            let messages: Vec<&str> = errors.iter().map(toml::de::Error::message).collect();
            let is_it = |message: &&str| message.split(", expected ").next() == Some(description);
            assert!(messages.iter().any(is_it), "{text:?} has no error {description:?}, but {messages:?}");
            assert!(messages.iter().any(|message| TomlFault::new(message) == *fault));
        }
    }
}
