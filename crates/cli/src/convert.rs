use crate::{
    arguments::{ConvertOptions, DocumentPart},
    exit::Exit,
    explain::allowed,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
    summary::Summary,
};
use anslag_core::Format;
use anslag_publish::{Conversion, ConvertError, Dialect, Part, Table, convert, is_stream};
use anslag_source::{ADVICE, Report, open_publication};
use anslag_wording::wording;
use jiff::Timestamp;
use std::io;
use thiserror::Error;

/// Path of standard input in messages.
const STDIN: &str = "<stdin>";

/// Converts standard input to standard output, and reports its errors.
pub(crate) fn run(options: &ConvertOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    if !is_stream(options.to) {
        return Err(ConvertError::NoStream { format: options.to }.into());
    }
    if options.to != Format::Csv && (options.table.is_some() || options.dialect.is_some()) {
        return Err(OptionError::NoTables { format: options.to.spec().label }.into());
    }
    let mut allowed = allowed(&options.allow)?;
    allowed.extend(ADVICE);
    let mut report = Report::allowing(&allowed);
    let publication = open_publication(&options.data.path, &mut report);
    let Some(publication) = publication?.filter(|_| report.errors() == 0) else {
        printer.report(&report);
        return Ok(Exit::Input);
    };
    let as_of = options.as_of.unwrap_or_else(|| Timestamp::now().into()).instant(&publication.zone);
    let conversion = Conversion {
        publication: &publication,
        format: options.to,
        table: options.table.unwrap_or(Table::Announcements),
        dialect: options.dialect.unwrap_or(Dialect::Standard),
        part: part(options),
        as_of,
    };
    let (input, out) = (io::stdin().lock(), io::stdout().lock());
    let converted = convert(input, STDIN, &conversion, &mut report, out);
    printer.report(&report);
    let converted = match converted {
        Ok((_, converted)) => converted,
        // The reader has seen enough.
        Err(ConvertError::Write { source }) if source.kind() == io::ErrorKind::BrokenPipe => {
            return Ok(Exit::Success);
        }
        Err(error) => return Err(error.into()),
    };
    if converted.left_out > 0 {
        printer.status(&Summary::Skipped { count: converted.left_out, as_of: publication.zone.date_at(as_of) });
    }
    Ok(if report.errors() == 0 { Exit::Success } else { Exit::Input })
}

const fn part(options: &ConvertOptions) -> Part {
    if options.no_prologue {
        return Part::Chunk;
    }
    match options.part {
        DocumentPart::Whole => Part::Whole,
        DocumentPart::Prologue => Part::Prologue,
        DocumentPart::Chunk => Part::Chunk,
        DocumentPart::Epilogue => Part::Epilogue,
    }
}

wording! {
    /// Options that do not go together.
    #[derive(Debug, Error)]
    enum OptionError {
        NoTables { format: &'static str }
            en("{format} has no tables")
            sv("{format} har inga tabeller"),
    }
}

impl Fatal for OptionError {
    fn code(&self) -> FatalCode {
        FatalCode::InvalidOption
    }

    fn help(&self) -> Option<Help> {
        Some(Help::ConvertToCsv)
    }
}

impl Fatal for ConvertError {
    fn code(&self) -> FatalCode {
        match self {
            Self::NoStream { .. } | Self::NoParts { .. } => FatalCode::InvalidOption,
            Self::Read { .. } | Self::Write { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::NoStream { format } => Some(Help::ExportFormat { format: format.spec().key }),
            Self::NoParts { .. } => Some(Help::ConvertWhole),
            Self::Read { .. } | Self::Write { .. } => None,
        }
    }
}
