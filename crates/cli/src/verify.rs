use crate::{
    arguments::VerifyOptions,
    exit::Exit,
    fatal::{CHANGED_PUBLICATION, Fatal},
    help::Help,
    printer::Printer,
    published::missing,
    summary::{Size, Summary},
};
use anslag_publish::{Problem, verify};

/// Compares a published directory with its manifest, and prints every difference.
pub(crate) fn run(options: &VerifyOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let directory = &options.directory;
    let threads = options.threads.unwrap_or_else(anslag_pipeline::cores);
    let verified = verify(directory, threads)?.ok_or_else(|| missing(directory))?;
    let mut exit = Exit::Success;
    for (path, problem) in &verified.problems {
        printer.about(&directory.join(path), CHANGED_PUBLICATION, problem, &Help::ExportVerify);
        exit = match problem {
            Problem::Unreadable { .. } => Exit::Io,
            _ if exit == Exit::Io => Exit::Io,
            _ => Exit::Input,
        };
    }
    if exit == Exit::Success {
        let directory = directory.display().to_string();
        printer.result(&Summary::Intact { directory, files: verified.files, size: Size::new(verified.bytes) });
    }
    Ok(exit)
}
