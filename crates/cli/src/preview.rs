use crate::{
    arguments::PreviewOptions,
    exit::Exit,
    explain::allowed,
    fatal::{Fatal, FatalCode},
    help::Help,
    interruption,
    printer::Printer,
};
use anslag_preview::{Built, Options, Preview, PreviewError, app};
use anslag_serve::{ServeError, listen};
use anslag_wording::wording;
use jiff::Timestamp;
use std::{net::SocketAddr, thread};

/// Shows the data directory as a site until Ctrl-C or SIGTERM.
pub(crate) fn run(options: &PreviewOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let allowed = allowed(&options.allow)?;
    let failed = |source| ServeError::Listen { address: options.listen.to_string(), source };
    let (listener, address) = listen(options.listen)?;
    let stop = interruption::watch();
    let preview = Preview::new(Options { data: options.data.path.clone(), language: printer.language, allowed })?;
    let current = preview.current();
    printer.status(&Notice::Showing { data: options.data.path.display().to_string(), address });
    if !address.ip().is_loopback() {
        printer.warning(&Notice::Visible);
    }
    // Each look at the sources has a time of its own.
    let now = || Timestamp::now().into();
    thread::scope(|scope| {
        scope.spawn(|| preview.follow(now, &stop, |built| print(built, printer)));
        let served = anslag_serve::serve(app(current), listener, &stop);
        // The temporary directory goes with the thread, also if the server has failed.
        stop.request();
        served
    })
    .map_err(failed)?;
    Ok(Exit::Interrupted)
}

/// Prints the outcome of publishing the sources once.
fn print(built: &Built<'_>, printer: Printer) {
    printer.report(built.report);
    match built.failure {
        Some(failure) => printer.error(failure),
        None if built.report.errors() > 0 => printer.status(&Notice::HasErrors),
        None => printer
            .status(&Notice::Shown { milliseconds: usize::try_from(built.elapsed.as_millis()).unwrap_or(usize::MAX) }),
    }
}

wording! {
    /// A remark about the preview.
    enum Notice {
        Showing { data: String, address: SocketAddr }
            en("showing {data} at http://{}/ until Ctrl-C", *address)
            sv("visar {data} på http://{}/ tills Ctrl-C", *address),
        Visible
            en("other machines can see the preview, with drafts and embargoed announcements")
            sv("andra datorer kan se förhandsvisningen, med utkast och sådant som inte är publicerat än"),
        Shown { milliseconds: usize }
            en("up to date after {milliseconds} ms")
            sv("aktuell efter {milliseconds} ms"),
        HasErrors
            en("the preview shows the last version without errors")
            sv("förhandsvisningen visar den senaste versionen utan fel"),
    }
}

impl Fatal for PreviewError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Temporary { .. } => FatalCode::IoError,
            Self::Publish { error } => error.code(),
            Self::Serve { error } => error.code(),
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Temporary { .. } => None,
            Self::Publish { error } => error.help(),
            Self::Serve { error } => error.help(),
        }
    }
}
