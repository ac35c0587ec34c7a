use anslag_publish::PublishError;
use anslag_serve::ServeError;
use anslag_wording::{IoFault, Language, Wording, wording};
use std::{error::Error, io};

wording! {
    /// A failure of a preview that no source is to blame for.
    #[derive(Debug)]
    pub enum PreviewError {
        /// The system gives no temporary folder.
        Temporary {
            /// Cause.
            source: io::Error,
        }
            en("cannot make a temporary folder")
            sv("det går inte att skapa en tillfällig mapp"),
        /// The sources cannot be published.
        Publish {
            /// Reason.
            error: PublishError,
        }
            en("{error}")
            sv("{error}"),
        /// The publication cannot be served.
        Serve {
            /// Reason.
            error: ServeError,
        }
            en("{error}")
            sv("{error}"),
    }
}

impl PreviewError {
    /// Words the failure and its cause in a language.
    pub(crate) fn with_cause(&self, language: Language) -> String {
        let cause = self.source().and_then(|cause| cause.downcast_ref::<io::Error>());
        let cause = cause.map(|cause| format!(": {}", IoFault::from(cause).in_language(language)));
        format!("{}{}", self.in_language(language), cause.unwrap_or_default())
    }
}

impl Error for PreviewError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Temporary { source } => Some(source),
            // The words of these are those of the error, and so is the cause.
            Self::Publish { error } => error.source(),
            Self::Serve { error } => error.source(),
        }
    }
}

impl From<PublishError> for PreviewError {
    fn from(error: PublishError) -> Self {
        Self::Publish { error }
    }
}

impl From<ServeError> for PreviewError {
    fn from(error: ServeError) -> Self {
        Self::Serve { error }
    }
}
