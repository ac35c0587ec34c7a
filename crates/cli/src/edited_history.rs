use crate::{
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
};
use anslag_publish::ChainFault;
use std::{fs, path::Path};

/// Prints a fault of the history, with its line.
pub(crate) fn report(path: &Path, line: usize, fault: ChainFault, printer: Printer) {
    let text = fs::read(path).unwrap_or_default();
    printer.error_at(&fault, &path.to_string_lossy(), &String::from_utf8_lossy(&text), (line, 1));
}

impl Fatal for ChainFault {
    fn code(&self) -> FatalCode {
        FatalCode::EditedHistory
    }

    fn help(&self) -> Option<Help> {
        Some(Help::RestoreHistory)
    }
}
