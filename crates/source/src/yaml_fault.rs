use crate::{help::Help, message::Message};
use anslag_core::limit;
use granit_parser::ErrorKind;
use std::ops::Range;

/// Fault of a text: something that is no YAML, or YAML that is not read.
pub(crate) struct YamlFault {
    pub(crate) span: Range<usize>,
    pub(crate) message: Message,
    pub(crate) help: Help,
}

/// Words an error of the parser, and returns what to do about it.
pub(crate) fn words(kind: &ErrorKind) -> (Message, Help) {
    match kind {
        ErrorKind::UndeclaredTagHandle => (Message::YamlTags, Help::NoTag),
        ErrorKind::DirectiveDisallowed => (Message::YamlDirectives, Help::NoDirective),
        ErrorKind::RecursionLimitExceeded => {
            (Message::TooDeep { limit: limit::FRONT_MATTER_LEVELS }, Help::FewerLevels)
        }
        ErrorKind::TabNotAllowed
        | ErrorKind::TabInBlockIndentation
        | ErrorKind::TabInIndentation
        | ErrorKind::TabAtBlockScalarStart
        | ErrorKind::TabInPlainScalar => (Message::YamlTab, Help::IndentWithSpaces),
        ErrorKind::MappingValueNotAllowed
        | ErrorKind::InvalidColonPlacement
        | ErrorKind::InvalidMappingValueWhitespace => (Message::YamlColon, Help::QuoteColon),
        ErrorKind::InvalidIndentation
        | ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::MappingKeyNotAllowed
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::BlockSequenceEntryNotAllowed => (Message::YamlIndentation, Help::SameColumn),
        ErrorKind::SimpleKeyExpected | ErrorKind::InvalidSimpleKey => (Message::YamlNoKey, Help::KeyALine),
        ErrorKind::ExpectedFlowSequenceSeparator => (Message::YamlListGoesOn, Help::SeparateItems),
        ErrorKind::ExpectedFlowMappingSeparator => (Message::YamlTableGoesOn, Help::SeparateKeys),
        ErrorKind::UnclosedFlowCollection { open: '[' } | ErrorKind::UnexpectedEofFlowSequence => {
            (Message::YamlListNeverEnds, Help::CloseList)
        }
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::UnexpectedEofImplicitFlowMapping => (Message::YamlTableNeverEnds, Help::CloseTable),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => {
            (Message::YamlTextNeverEnds, Help::CloseText)
        }
        ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar => {
            (Message::YamlMoreAfterText, Help::EscapeQuotationMark)
        }
        ErrorKind::UnknownQuotedScalarEscape => (Message::YamlEscape, Help::EscapeBackslash),
        ErrorKind::MissingAnchorOrAliasName => (Message::YamlAnchorName, Help::QuoteAnchor),
        ErrorKind::UnexpectedCharacter { .. } => (Message::YamlCharacter, Help::QuoteText),
        _ => (Message::NoYaml, Help::KeyALine),
    }
}
