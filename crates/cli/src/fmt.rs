use crate::{
    arguments::FmtOptions,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
    summary::Summary,
};
use anslag_core::{Announcement, Publication};
use anslag_edit::{EditError, format, replace_file};
use anslag_source::{
    Report, Syntax, announcement_files, open_publication, read_json_line, read_markdown, read_regular,
};
use anslag_wording::wording;
use std::{
    io,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Largest source file that is formatted, in bytes.
const MAX_FILE: u64 = 1 << 30;

/// Puts the keys of announcements in order. Changes no file that has an error.
pub(crate) fn run(options: &FmtOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let (data, mut report) = (&options.data.path, Report::default());
    let Some(publication) = open_publication(data, &mut report)? else {
        printer.report(&report);
        return Ok(Exit::Input);
    };
    let mut report = Report::default();
    let files = announcement_files(data, &options.files, &publication, &mut report)?;
    let (mut changed, mut failures) = (0, Vec::new());
    for (path, syntax) in &files {
        let source = Source { path, syntax: *syntax, publication: &publication };
        match source.formatted(&mut report) {
            Ok(Some(text)) => {
                changed += 1;
                let shown = path.display().to_string();
                if options.check {
                    printer.result(&Summary::Unformatted { path: shown });
                } else {
                    replace_file(path, text.as_bytes()).map_err(|error| source.failed(error))?;
                    printer.result(&Summary::Formatted { path: shown });
                }
            }
            Ok(None) => {}
            Err(error @ FmtError::Io { .. }) => return Err(error.into()),
            Err(error) => failures.push(error),
        }
    }
    printer.report(&report);
    for error in &failures {
        printer.error(error);
    }
    let has_errors = report.errors() > 0 || !failures.is_empty();
    if changed == 0 && !has_errors {
        printer.result(&Summary::AllFormatted { count: files.len() });
    }
    Ok(if has_errors || options.check && changed > 0 { Exit::Input } else { Exit::Success })
}

/// File with announcements.
struct Source<'s> {
    path: &'s Path,
    syntax: Syntax,
    publication: &'s Publication,
}

impl Source<'_> {
    /// Returns the file with its keys in order; `None` if they are, or if it has errors, which go to the report.
    fn formatted(&self, report: &mut Report) -> Result<Option<String>, FmtError> {
        let bytes = read_regular(self.path, MAX_FILE).map_err(|error| self.failed(error))?;
        let parts: Vec<&[u8]> = match self.syntax {
            Syntax::Markdown => vec![&bytes],
            Syntax::JsonLines => bytes.split_inclusive(|byte| *byte == b'\n').collect(),
        };
        let mut own = Report::default();
        let before: Vec<_> = (1..).zip(&parts).map(|(number, part)| self.read(number, part, &mut own)).collect();
        let text = std::str::from_utf8(&bytes).ok().filter(|_| own.errors() == 0);
        let Some(text) = text else {
            report.append(own);
            return Ok(None);
        };
        let mut formatted = String::with_capacity(text.len());
        for ((number, part), before) in (1..).zip(parts).zip(&before) {
            let part = std::str::from_utf8(part).expect("the parts of a text end with a line");
            let is_blank = self.syntax == Syntax::JsonLines && part.trim().is_empty();
            if is_blank {
                formatted += part;
                continue;
            }
            let end =
                if self.syntax == Syntax::JsonLines { part.trim_end_matches(['\n', '\r']).len() } else { part.len() };
            let sorted = format(&part[..end], self.syntax).map_err(|error| self.refused(error))?;
            if self.read(number, sorted.as_bytes(), &mut Report::default()) != *before {
                return Err(self.refused(EditError::Unsortable));
            }
            formatted += &sorted;
            formatted += &part[end..];
        }
        Ok((formatted != text).then_some(formatted))
    }

    /// Reads an announcement of the file: a line of JSON Lines, without its end.
    fn read(&self, number: usize, bytes: &[u8], report: &mut Report) -> Option<Announcement> {
        let path = self.path.to_string_lossy();
        match self.syntax {
            Syntax::Markdown => read_markdown(&path, bytes, self.publication, report),
            Syntax::JsonLines => {
                let line = bytes.trim_ascii_end();
                if line.is_empty() { None } else { read_json_line(&path, number, line, self.publication, report) }
            }
        }
    }

    fn failed(&self, source: io::Error) -> FmtError {
        FmtError::Io { path: self.path.to_owned(), source }
    }

    fn refused(&self, error: EditError) -> FmtError {
        FmtError::Edit { path: self.path.to_owned(), error }
    }
}

wording! {
    /// Reason why a file cannot be formatted.
    #[derive(Debug, Error)]
    enum FmtError {
        Edit { path: PathBuf, error: EditError }
            en("cannot format {}: {error}", path.display())
            sv("det går inte att ordna {}: {error}", path.display()),
        Io { path: PathBuf, #[source] source: io::Error }
            en("cannot read or replace {}", path.display())
            sv("det går inte att läsa eller ersätta {}", path.display()),
    }
}

impl Fatal for FmtError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Edit { .. } => FatalCode::UneditableSource,
            Self::Io { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Edit { .. } | Self::Io { .. } => None,
        }
    }
}
