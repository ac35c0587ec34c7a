use crate::{convert::ConvertFailure, notify::NotifyFailure};
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
    /// The folder of the data could not be read, or the target could not be written (3).
    Io,
    /// Somebody has interrupted the run (130), which is what shells say of a program that Ctrl-C has ended.
    Interrupted,
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
            Self::Interrupted => 130,
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
        Convert { error: ConvertFailure } en("{error}") sv("{error}"),
        Notify { error: NotifyFailure } en("{error}") sv("{error}"),
    }
}

impl Failure {
    /// How such a run ends.
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Publish { error: PublishError::Foreign { .. } | PublishError::Target { .. } } => Exit::Usage,
            Self::Publish { error: PublishError::Vanished { .. } } => Exit::Input,
            Self::Publish { error: PublishError::Stopped } => Exit::Interrupted,
            Self::Publish {
                error: PublishError::Read { .. } | PublishError::Io { .. } | PublishError::Taken { .. },
            }
            | Self::Open { .. } => Exit::Io,
            Self::Convert { error } => error.exit(),
            Self::Notify { error } => error.exit(),
        }
    }
}

impl Error for Failure {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Open { error } => error.source(),
            Self::Publish { error } => error.source(),
            Self::Convert { error } => error.source(),
            Self::Notify { error } => error.source(),
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

impl From<ConvertFailure> for Failure {
    fn from(error: ConvertFailure) -> Self {
        Self::Convert { error }
    }
}

impl From<NotifyFailure> for Failure {
    fn from(error: NotifyFailure) -> Self {
        Self::Notify { error }
    }
}
