use crate::exit::Exit;
use std::{
    env,
    ffi::OsString,
    io::{self, IsTerminal, Read, Write},
    path::PathBuf,
    process::{Command, ExitStatus, Stdio},
};

/// Environment variable of a process that answers queries for its parent.
pub(crate) const CONFINED: &str = "ANSLAG_CONFINED";

/// Returns whether this process answers queries for its parent, which survives whatever happens here.
pub(crate) fn is_confined() -> bool {
    env::var_os(CONFINED).is_some()
}

/// Returns the path of this program. On Linux it stays the same program when its file is replaced.
pub(crate) fn program() -> io::Result<PathBuf> {
    if cfg!(target_os = "linux") { Ok(PathBuf::from("/proc/self/exe")) } else { env::current_exe() }
}

/// Runs the same command line in a process of its own, and returns how it ended; `None` if it crashed.
///
/// Its input and its results are ours. Its messages are passed on when it ends, but not those of a crash.
pub(crate) fn run_confined(arguments: &[OsString]) -> io::Result<Option<Exit>> {
    let mut command = Command::new(program()?);
    command.args(arguments.iter().skip(1)).env(CONFINED, "1").stderr(Stdio::piped());
    if anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never && io::stderr().is_terminal() {
        command.env("CLICOLOR_FORCE", "1");
    }
    let mut child = command.spawn()?;
    let mut messages = Vec::new();
    let mut stderr = child.stderr.take().expect("standard error is piped");
    let read = stderr.read_to_end(&mut messages);
    let outcome = outcome(child.wait()?);
    read?;
    if outcome.is_some() {
        // A reader that has gone away is no error.
        let _ = io::stderr().write_all(&messages);
    }
    Ok(outcome)
}

/// Returns the outcome that an exit status stands for; `None` for that of a crash.
fn outcome(status: ExitStatus) -> Option<Exit> {
    #[cfg(unix)]
    {
        use signal_hook::consts::{SIGINT, SIGTERM};
        use std::os::unix::process::ExitStatusExt;
        if let Some(SIGINT | SIGTERM) = status.signal() {
            return Some(Exit::Interrupted);
        }
    }
    Exit::ALL.into_iter().find(|exit| status.code() == Some(exit.code().into()))
}
