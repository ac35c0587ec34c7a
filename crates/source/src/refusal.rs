use crate::{code::Code, codes};
use anslag_core::{
    BodyError, BodyWarning, CodeError, DateError, Doubt, DurationError, EdtfError, EmailError, HoursError, IriError,
    LanguageError, LicenceError, MediaTypeError, Mismatch, NumberError, OrganizationNumberError, PassageError,
    PhoneError, PointError, Problem, RegisterProblem, TextError, limit::Unit,
};
use anslag_wording::{Language, Wording};
use std::fmt;

/// Makes the enum of the errors by which the model refuses a value.
macro_rules! refusals {
    ($($error:ident),* $(,)?) => {
        /// Reason why the model takes no such value, in the model's words.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub(crate) enum Refusal {
            $($error($error)),*
        }

        impl Wording for Refusal {
            fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                match self {
                    $(Self::$error(error) => error.word(language, f)),*
                }
            }
        }

        $(
            impl From<$error> for Refusal {
                fn from(error: $error) -> Self {
                    Self::$error(error)
                }
            }
        )*
    };
}

refusals!(
    BodyError,
    BodyWarning,
    CodeError,
    DateError,
    Doubt,
    Mismatch,
    DurationError,
    HoursError,
    EdtfError,
    EmailError,
    IriError,
    LanguageError,
    LicenceError,
    MediaTypeError,
    NumberError,
    OrganizationNumberError,
    PassageError,
    PhoneError,
    PointError,
    Problem,
    RegisterProblem,
    TextError,
);

impl Refusal {
    /// Returns the code of the reason.
    pub(crate) fn code(&self) -> &'static Code {
        match self {
            Self::BodyError(BodyError::Character { .. } | BodyError::Reference { .. })
            | Self::TextError(TextError::Character { .. }) => codes::INVALID_CHARACTER,
            Self::BodyError(BodyError::Comment { .. }) => codes::UNCLOSED_COMMENT,
            Self::BodyError(BodyError::OverLimit { limit, .. }) if limit.unit == Unit::Levels => codes::TOO_DEEP,
            Self::BodyError(BodyError::OverLimit { .. }) => codes::TOO_LONG,
            Self::BodyWarning(warning) => match warning {
                BodyWarning::Html => codes::HTML_IN_TEXT,
                BodyWarning::Unseen { .. } => codes::INVISIBLE_CHARACTER,
                BodyWarning::Direction { .. } => codes::WRITING_DIRECTION,
                BodyWarning::IncompleteAddress { .. } => codes::INCOMPLETE_ADDRESS,
                BodyWarning::NoAddress | BodyWarning::UnsafeAddress { .. } | BodyWarning::SpaceInAddress { .. } => {
                    codes::UNPUBLISHED_LINK
                }
                BodyWarning::UnusedDefinition { .. } | BodyWarning::UnusedFootnote { .. } => codes::UNUSED_DEFINITION,
                BodyWarning::ExtraCells => codes::EXTRA_CELLS,
                BodyWarning::NoSpaceBesideEmphasis { .. } => codes::MISPLACED_EMPHASIS,
                BodyWarning::OtherNumber { .. } => codes::RENUMBERED_ITEM,
            },
            Self::PassageError(PassageError::Ambiguous { .. }) => codes::AMBIGUOUS_QUOTE,
            Self::PassageError(_) => codes::QUOTE_NOT_FOUND,
            Self::TextError(TextError::Empty) => codes::EMPTY_TEXT,
            Self::CodeError(
                CodeError::Theme { .. }
                | CodeError::Country { .. }
                | CodeError::Currency { .. }
                | CodeError::Frequency { .. }
                | CodeError::AccessRight { .. }
                | CodeError::Availability { .. },
            ) => codes::UNKNOWN_CODE,
            Self::CodeError(CodeError::Municipality) => codes::INVALID_MUNICIPALITY_CODE,
            Self::DateError(DateError::Zone { .. }) => codes::UNKNOWN_TIME_ZONE,
            Self::DateError(
                DateError::NoSuchDay { .. }
                | DateError::NoSuchMonth { .. }
                | DateError::Time
                | DateError::Form
                | DateError::Annotation
                | DateError::Year { .. }
                | DateError::Offset
                | DateError::Clock { .. },
            ) => codes::INVALID_DATE,
            Self::Doubt(Doubt::InFuture { .. }) => codes::DATE_IN_FUTURE,
            Self::Doubt(
                Doubt::OverBeforePublished { .. }
                | Doubt::AfterExpiry { .. }
                | Doubt::NeverPublished { .. }
                | Doubt::ShortAppeal { .. }
                | Doubt::EarlyRemoval { .. }
                | Doubt::Status { .. },
            ) => codes::DOUBTFUL_DATE,
            Self::Mismatch(_) => codes::TYPE_WITHOUT_PART,
            Self::DurationError(_) | Self::HoursError(_) => codes::INVALID_DURATION,
            Self::EdtfError(_) => codes::INVALID_EDTF,
            Self::EmailError(_) => codes::INVALID_EMAIL,
            Self::IriError(_) => codes::INVALID_ADDRESS,
            Self::LanguageError(_) => codes::INVALID_LANGUAGE,
            Self::LicenceError(_) => codes::UNKNOWN_LICENCE,
            Self::MediaTypeError(_) => codes::INVALID_MEDIA_TYPE,
            Self::NumberError(_) => codes::INVALID_NUMBER,
            Self::OrganizationNumberError(_) => codes::INVALID_ORGANIZATION_NUMBER,
            Self::PhoneError(_) => codes::INVALID_PHONE,
            Self::PointError(_) => codes::INVALID_COORDINATES,
            Self::Problem(problem) => match problem {
                Problem::ModifiedBeforePublished
                | Problem::ExpiresBeforePublished
                | Problem::WithdrawnBeforePublished
                | Problem::NoticeOutOfOrder { .. }
                | Problem::EndsBeforeBeginning { .. }
                | Problem::EventEndsBeforeBeginning { .. } => codes::DATES_OUT_OF_ORDER,
                Problem::BoardOnlyWithout { .. } => codes::BOARD_ONLY_WITHOUT_DAYS,
                Problem::RefersToItself { .. } => codes::SELF_REFERENCE,
                Problem::Duplicate { .. } => codes::DUPLICATE_ITEM,
                Problem::QuoteNotInBody { .. } => codes::QUOTE_NOT_FOUND,
                Problem::NoSpeaker { .. } => codes::MISSING_SPEAKER,
                Problem::NoShare { .. } => codes::MISSING_SHARE,
                Problem::SharesOverHundred { .. } => codes::SHARES_OVER_HUNDRED,
            },
            Self::RegisterProblem(problem) => match problem {
                RegisterProblem::Duplicate { .. } => codes::AMBIGUOUS_NAME,
                RegisterProblem::NoPlace { .. } => codes::UNKNOWN_PLACE,
                RegisterProblem::NoParent { .. } | RegisterProblem::NoOperator { .. } => codes::UNKNOWN_ORGANIZATION,
                RegisterProblem::Circle { .. } => codes::CIRCULAR_UNIT,
                RegisterProblem::NoSuccessor { .. } => codes::UNKNOWN_SUCCESSOR,
            },
        }
    }
}
