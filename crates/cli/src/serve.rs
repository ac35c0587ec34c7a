use crate::{
    arguments::ServeOptions,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    interruption,
    printer::Printer,
};
use anslag_serve::{Dist, ServeError, app};
use anslag_wording::wording;
use std::{
    net::{SocketAddr, TcpListener},
    sync::Arc,
};

/// Answers requests for a publication until Ctrl-C or SIGTERM.
pub(crate) fn run(options: &ServeOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let dist = Arc::new(Dist::open(options.out.path.clone())?);
    let failed = |source| ServeError::Listen { address: options.listen.to_string(), source };
    let listener = TcpListener::bind(options.listen).map_err(failed)?;
    let address = listener.local_addr().map_err(failed)?;
    let stop = interruption::watch();
    printer.status(&Notice::Serving { out: options.out.path.display().to_string(), address });
    anslag_serve::serve(app(dist), listener, &stop).map_err(failed)?;
    Ok(Exit::Interrupted)
}

wording! {
    /// A remark about the server.
    enum Notice {
        Serving { out: String, address: SocketAddr }
            en("serving {out} at http://{}/ until Ctrl-C", *address)
            sv("serverar {out} på http://{}/ tills Ctrl-C", *address),
    }
}

impl Fatal for ServeError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Unreadable { .. } | Self::Listen { .. } => FatalCode::IoError,
            Self::NoPublication { .. } => FatalCode::MissingPublication,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Unreadable { .. } => None,
            Self::Listen { .. } => Some(Help::OtherAddress),
            Self::NoPublication { .. } => Some(Help::Export),
        }
    }
}
