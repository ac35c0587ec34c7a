use std::process::ExitCode;

/// Outcome of a run, as the operating system learns of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done (0).
    Success,
    /// The input is invalid (1).
    Input,
    /// The command line is invalid, or the target holds files that no export wrote (2).
    Usage,
    /// A directory, a file or a server could not be read or written (3).
    Io,
    /// Ctrl-C or SIGTERM ended the run (130, as shells report it).
    Interrupted,
}

impl Exit {
    /// All outcomes.
    pub(crate) const ALL: [Self; 5] = [Self::Success, Self::Input, Self::Usage, Self::Io, Self::Interrupted];

    /// Returns the exit code.
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
