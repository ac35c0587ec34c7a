use crate::{
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
};
use anslag_publish::ChainFault;
use std::{fs, path::Path};

/// Prints faults of the history, each with its line.
pub(crate) fn report(path: &Path, faults: &[(usize, ChainFault)], printer: Printer) {
    let text = fs::read(path).unwrap_or_default();
    let text = String::from_utf8_lossy(&text);
    for (line, fault) in faults {
        printer.error_at(fault, &path.to_string_lossy(), &text, (*line, 1));
    }
}

impl Fatal for ChainFault {
    fn code(&self) -> FatalCode {
        FatalCode::EditedHistory
    }

    fn help(&self) -> Option<Help> {
        Some(Help::RestoreHistory)
    }
}
