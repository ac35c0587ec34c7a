use anslag_wording::wording;
use jsonc_parser::{ParseStringErrorKind as Text, errors::ParseErrorKind as Kind};

wording! {
    /// Reason why a text is not JSON.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum JsonFault {
        Number en("invalid number") sv("ogiltigt tal"),
        Comment en("comments are not allowed") sv("kommentarer är inte tillåtna"),
        MissingColon en("missing colon after a key") sv("kolon saknas efter en nyckel"),
        MissingValue en("missing value after a colon") sv("värde saknas efter ett kolon"),
        MissingComma en("missing comma") sv("kommatecken saknas"),
        TrailingComma en("trailing comma") sv("kommatecken efter det sista"),
        KeyWithoutQuotes en("key without quotation marks") sv("nyckel utan citattecken"),
        SingleQuotes en("single quotation marks instead of double ones") sv("enkla citattecken i stället för dubbla"),
        Typographic { found: char }
            en("typographic quotation mark `{found}` instead of `\"`")
            sv("typografiskt citattecken `{found}` i stället för `\"`"),
        Escape en("invalid escape after `\\`") sv("ogiltigt tecken efter `\\`"),
        UnclosedText en("text without closing quotation mark") sv("texten saknar avslutande citattecken"),
        UnclosedList en("list without closing `]`") sv("listan saknar avslutande `]`"),
        UnclosedTable en("object without closing `}}`") sv("objektet saknar avslutande `}}`"),
        SecondValue en("more than one value") sv("mer än ett värde"),
        TooDeep en("nested too deeply") sv("för många nivåer"),
        Unexpected en("unexpected character or word") sv("oväntat tecken eller ord"),
    }
}

impl From<&Kind> for JsonFault {
    fn from(kind: &Kind) -> Self {
        match kind {
            Kind::BareDecimalPointNumbersNotAllowed
            | Kind::ExpectedDigit
            | Kind::ExpectedDigitFollowingNegativeSign
            | Kind::ExpectedPlusMinusOrDigitInNumberLiteral
            | Kind::HexadecimalNumbersNotAllowed
            | Kind::NonFiniteNumbersNotAllowed
            | Kind::UnaryPlusNumbersNotAllowed => Self::Number,
            Kind::CommentsNotAllowed | Kind::UnterminatedCommentBlock => Self::Comment,
            Kind::ExpectedColonAfterObjectKey => Self::MissingColon,
            Kind::ExpectedObjectValue => Self::MissingValue,
            Kind::ExpectedComma => Self::MissingComma,
            Kind::TrailingCommasNotAllowed => Self::TrailingComma,
            Kind::ExpectedStringObjectProperty => Self::KeyWithoutQuotes,
            Kind::SingleQuotedStringsNotAllowed => Self::SingleQuotes,
            Kind::String(Text::UnterminatedStringLiteral) => Self::UnclosedText,
            Kind::String(
                Text::InvalidEscapeInSingleQuoteString
                | Text::InvalidEscapeInDoubleQuoteString
                | Text::ExpectedFourHexDigits
                | Text::ExpectedTwoHexDigits
                | Text::InvalidUnicodeEscapeSequence(_)
                | Text::InvalidEscape,
            ) => Self::Escape,
            Kind::UnterminatedArray => Self::UnclosedList,
            Kind::UnterminatedObject => Self::UnclosedTable,
            Kind::MultipleRootJsonValues => Self::SecondValue,
            Kind::NestingDepthExceeded => Self::TooDeep,
            Kind::UnexpectedCloseBrace
            | Kind::UnexpectedCloseBracket
            | Kind::UnexpectedColon
            | Kind::UnexpectedComma
            | Kind::UnexpectedToken
            | Kind::UnexpectedTokenInObject
            | Kind::UnexpectedWord => Self::Unexpected,
        }
    }
}
