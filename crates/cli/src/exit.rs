use crate::{
    convert::ConvertFailure, load::LoadFailure, notify::NotifyFailure, published::PublishedFailure, query::QueryFailure,
};
use anslag_hub::NotifyError;
use anslag_publish::{Attempt, PublishError};
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
        Published { error: PublishedFailure } en("{error}") sv("{error}"),
        Query { error: QueryFailure } en("{error}") sv("{error}"),
        Load { error: LoadFailure } en("{error}") sv("{error}"),
    }
}

wording! {
    /// What is to be done about it.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum FailureHelp {
        OtherData
            en("name the folder of the publication with `--data`")
            sv("ange publikationens mapp med `--data`"),
        OtherTarget
            en("name another folder with `--out`, such as one that is not there yet")
            sv("ange en annan mapp med `--out`, till exempel en som inte finns ännu"),
        LetWrite
            en("let the one who publishes write there, see that there is room, or name another folder with `--out`")
            sv("låt den som publicerar skriva där, se till att det finns plats, eller ange en annan mapp med `--out`"),
        OtherState
            en("let the one who publishes write there, or name another file with `--state`")
            sv("låt den som publicerar skriva där, eller ange en annan fil med `--state`"),
        Export
            en("export first, or name the published folder with `--out`")
            sv("exportera först, eller ange den publicerade mappen med `--out`"),
        AskHub
            en("see that the feeds are where subscribers find them, and that the hub takes them")
            sv("se till att flödena finns där prenumeranter hittar dem, och att hubben tar emot dem"),
        LaterAgain
            en("run `anslag notify` again later: the hub is told only of what it was not told of")
            sv("kör `anslag notify` igen senare: hubben får bara veta det som den inte har fått veta"),
    }
}

impl Failure {
    /// What is to be done about it, where the message itself does not say so.
    pub(crate) fn help(&self) -> Option<FailureHelp> {
        match self {
            Self::Open { error: OpenError::Io { .. } } => Some(FailureHelp::OtherData),
            Self::Publish { error: PublishError::Foreign { .. } | PublishError::Target { .. } } => {
                Some(FailureHelp::OtherTarget)
            }
            Self::Publish {
                error:
                    PublishError::Vanished { .. }
                    | PublishError::Read { .. }
                    | PublishError::Taken { .. }
                    | PublishError::Stopped,
            }
            | Self::Open { error: OpenError::Index { .. } }
            | Self::Convert { .. }
            | Self::Published { .. }
            | Self::Query { .. }
            | Self::Load { .. } => None,
            Self::Publish { error: PublishError::Io { attempt, .. } } => match attempt {
                Attempt::MakeFolder
                | Attempt::Stage
                | Attempt::Create
                | Attempt::Render
                | Attempt::Write
                | Attempt::KeepEntries
                | Attempt::WriteCache
                | Attempt::Lock
                | Attempt::MakeDurable
                | Attempt::PutBack
                | Attempt::Replace => Some(FailureHelp::LetWrite),
                Attempt::Find
                | Attempt::FindPlaceBeside
                | Attempt::LookAt
                | Attempt::Read
                | Attempt::ReadFolder
                | Attempt::ReadEntries
                | Attempt::DeleteLeft
                | Attempt::DeleteFormer => None,
            },
            Self::Notify { error: NotifyFailure::State { .. } } => Some(FailureHelp::OtherState),
            Self::Notify { error: NotifyFailure::NothingPublished { .. } } => Some(FailureHelp::Export),
            Self::Notify { error: NotifyFailure::Hub { failures } } => {
                let is_of_the_hub = failures.iter().any(NotifyError::is_of_the_hub);
                Some(if is_of_the_hub { FailureHelp::LaterAgain } else { FailureHelp::AskHub })
            }
        }
    }

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
            Self::Convert { error } => error.source(),
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
