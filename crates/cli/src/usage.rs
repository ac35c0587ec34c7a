use crate::{
    fatal::{Fatal, FatalCode},
    help::Help,
    translation::Usage,
};
use anslag_wording::wording;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use thiserror::Error;

wording! {
    /// Reason why a command line is invalid.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub(crate) enum UsageError {
        UnknownOption { word: String, meant: Option<String>, usage: Usage }
            en("unexpected argument `{word}`")
            sv("oväntat argument `{word}`"),
        UnknownCommand { word: String, meant: Option<String> }
            en("unknown command `{word}`")
            sv("okänt kommando `{word}`"),
        NoValue { option: Usage }
            en("missing value for `{option}`")
            sv("värde saknas för `{option}`"),
        WrongValue { value: String, option: Usage, meant: Option<String>, known: Vec<String> }
            en("invalid value `{value}` for `{option}`")
            sv("ogiltigt värde `{value}` för `{option}`"),
        Missing { options: Usage, usage: Usage }
            en("missing {options}")
            sv("{options} saknas"),
        Conflict { option: Usage, others: Usage }
            en("`{option}` cannot be used with {others}")
            sv("`{option}` kan inte användas med {others}"),
        Twice { option: Usage }
            en("`{option}` can be given only once")
            sv("`{option}` kan bara anges en gång"),
        NoUtf8
            en("an argument is not valid UTF-8")
            sv("ett argument är inte giltig UTF-8"),
        Other { usage: Usage }
            en("invalid command line")
            sv("felaktig kommandorad"),
    }
}

impl From<&clap::Error> for UsageError {
    fn from(error: &clap::Error) -> Self {
        let texts = |kind| texts(error.get(kind));
        let first = |kind| texts(kind).into_iter().next();
        let option = || Usage(first(ContextKind::InvalidArg).unwrap_or_default());
        let ticked = |kind| Usage(texts(kind).iter().map(|text| format!("`{text}`")).collect::<Vec<_>>().join(", "));
        let usage = || {
            let usage = first(ContextKind::Usage).unwrap_or_default();
            Usage(usage.trim_start_matches("Usage: ").trim().to_owned())
        };
        match error.kind() {
            ErrorKind::UnknownArgument => Self::UnknownOption {
                word: option().0,
                meant: first(ContextKind::SuggestedArg).or_else(|| first(ContextKind::SuggestedSubcommand)),
                usage: usage(),
            },
            ErrorKind::InvalidSubcommand => Self::UnknownCommand {
                word: first(ContextKind::InvalidSubcommand).unwrap_or_default(),
                meant: first(ContextKind::SuggestedSubcommand),
            },
            ErrorKind::InvalidValue | ErrorKind::ValueValidation => match first(ContextKind::InvalidValue) {
                None => Self::NoValue { option: option() },
                Some(value) if value.is_empty() => Self::NoValue { option: option() },
                Some(value) => Self::WrongValue {
                    value,
                    option: option(),
                    meant: first(ContextKind::SuggestedValue),
                    known: texts(ContextKind::ValidValue),
                },
            },
            ErrorKind::MissingRequiredArgument => {
                Self::Missing { options: ticked(ContextKind::InvalidArg), usage: usage() }
            }
            ErrorKind::ArgumentConflict => {
                let others = ticked(ContextKind::PriorArg);
                if others.0 == format!("`{}`", option().0) {
                    Self::Twice { option: option() }
                } else {
                    Self::Conflict { option: option(), others }
                }
            }
            ErrorKind::InvalidUtf8 => Self::NoUtf8,
            _ => Self::Other { usage: usage() },
        }
    }
}

/// Returns the texts of what clap knows of an error.
fn texts(value: Option<&ContextValue>) -> Vec<String> {
    match value {
        Some(ContextValue::String(text)) => vec![text.clone()],
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::StyledStr(text)) => vec![text.to_string()],
        Some(ContextValue::StyledStrs(texts)) => texts.iter().map(ToString::to_string).collect(),
        Some(ContextValue::Number(number)) => vec![number.to_string()],
        _ => Vec::new(),
    }
}

/// Endings of options whose values people write otherwise.
const MOMENT: &str = "<DATE>";
const NUMBERS: [&str; 2] = ["<N>", "<SECONDS>"];

impl Fatal for UsageError {
    fn code(&self) -> FatalCode {
        FatalCode::InvalidOption
    }

    fn help(&self) -> Option<Help> {
        let used = |usage: &Usage| Help::Usage { usage: usage.clone() };
        match self {
            Self::UnknownOption { meant: Some(meant), .. }
            | Self::UnknownCommand { meant: Some(meant), .. }
            | Self::WrongValue { meant: Some(meant), .. } => Some(Help::DidYouMean { name: meant.clone() }),
            Self::WrongValue { option, .. } if option.0.ends_with(MOMENT) => Some(Help::WriteMoment),
            Self::WrongValue { option, .. } if NUMBERS.iter().any(|end| option.0.ends_with(end)) => {
                Some(Help::WriteWholeNumber)
            }
            Self::WrongValue { known, .. } if !known.is_empty() => Some(Help::WriteOneOf { words: known.clone() }),
            Self::UnknownOption { usage, .. } | Self::Missing { usage, .. } | Self::Other { usage } => {
                Some(used(usage))
            }
            Self::UnknownCommand { .. } => Some(Help::ListCommands),
            Self::NoValue { .. }
            | Self::WrongValue { .. }
            | Self::Conflict { .. }
            | Self::Twice { .. }
            | Self::NoUtf8 => None,
        }
    }
}
