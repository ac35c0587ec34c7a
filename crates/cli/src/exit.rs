use crate::{load::LoadFailure, notify::NotifyFailure, published::PublishedFailure, query::QueryFailure};
use anslag_publish::PublishError;
use anslag_source::OpenError;
use anslag_wording::wording;
use std::{error::Error, process::ExitCode};

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done (0).
    Success,
    /// The input is wrong (1).
    Input,
    /// The command line is wrong, or the target holds other files (2).
    Usage,
    /// The folder of the data could not be read, or the target could not be written; the store could not be reached, or refused
    /// something (3).
    Io,
}

impl Exit {
    /// The number that the operating system is told.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Success => 0,
            Self::Input => 1,
            Self::Usage => 2,
            Self::Io => 3,
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

wording! {
    /// What stopped a run before its end.
    #[derive(Debug)]
    pub(crate) enum Failure {
        Open { error: OpenError } en("{error}") sv("{error}"),
        Publish { error: PublishError } en("{error}") sv("{error}"),
        Notify { error: NotifyFailure } en("{error}") sv("{error}"),
        Published { error: PublishedFailure } en("{error}") sv("{error}"),
        Query { error: QueryFailure } en("{error}") sv("{error}"),
        Load { error: LoadFailure } en("{error}") sv("{error}"),
    }
}

impl Failure {
    /// How such a run ends.
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Publish { error: PublishError::Foreign { .. } | PublishError::Target { .. } } => Exit::Usage,
            Self::Publish { error: PublishError::Vanished { .. } } => Exit::Input,
            Self::Publish { error: PublishError::Read { .. } | PublishError::Io { .. } } | Self::Open { .. } => {
                Exit::Io
            }
            Self::Notify { error } => error.exit(),
            Self::Published { error } => error.exit(),
            Self::Query { error } => error.exit(),
            Self::Load { error } => error.exit(),
        }
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Open { error } => error.source(),
            Self::Publish { error } => error.source(),
            Self::Notify { error } => error.source(),
            Self::Published { error } => error.source(),
            Self::Query { error } => error.source(),
            Self::Load { error } => error.source(),
        }
    }
}

impl From<OpenError> for Failure {
    fn from(error: OpenError) -> Self {
        Self::Open { error }
    }
}

impl From<PublishError> for Failure {
    fn from(error: PublishError) -> Self {
        Self::Publish { error }
    }
}

impl From<NotifyFailure> for Failure {
    fn from(error: NotifyFailure) -> Self {
        Self::Notify { error }
    }
}

impl From<PublishedFailure> for Failure {
    fn from(error: PublishedFailure) -> Self {
        Self::Published { error }
    }
}

impl From<QueryFailure> for Failure {
    fn from(error: QueryFailure) -> Self {
        Self::Query { error }
    }
}

impl From<LoadFailure> for Failure {
    fn from(error: LoadFailure) -> Self {
        Self::Load { error }
    }
}
