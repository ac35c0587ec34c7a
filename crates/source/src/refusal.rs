use anslag_core::{
    BodyError, CodeError, DateError, DurationError, EdtfError, EmailError, IriError, LanguageError, LicenceError,
    MediaTypeError, NumberError, PhoneError, Problem, RegisterProblem, SlugError, TextError,
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
    CodeError,
    DateError,
    DurationError,
    EdtfError,
    EmailError,
    IriError,
    LanguageError,
    LicenceError,
    MediaTypeError,
    NumberError,
    PhoneError,
    Problem,
    RegisterProblem,
    SlugError,
    TextError,
);
