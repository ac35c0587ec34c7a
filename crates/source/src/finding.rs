use crate::{
    AttachedFile, Diagnostic, Position, Report, Severity,
    area_fault::AreaFault,
    attached_file::ReadFile,
    counts::Counts,
    entry::Notation,
    file_fault::FileFault,
    help::{Heading, Help},
    label::Label,
    message::Message,
};
use anslag_core::{Area, Fingerprint};
use jiff::Timestamp;
use std::{
    cell::{Cell, RefCell},
    cmp::Reverse,
    collections::HashMap,
    ops::Range,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Problem at a span of a text.
#[derive(Debug)]
struct Finding {
    span: Range<usize>,
    message: Message,
    label: Option<Label>,
    help: Option<Help>,
}

/// Problems of one text, collected while it is read.
///
/// Of each code only the first [`Report::KEPT`] are kept, so that a hostile file cannot fill the memory with them.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    kept: RefCell<Vec<Finding>>,
    counts: RefCell<Counts>,
    notation: Cell<Notation>,
    first_heading: RefCell<Option<Heading>>,
    unregistered: RefCell<Vec<UnregisteredName>>,
    now: Option<Timestamp>,
    folder: Option<PathBuf>,
    /// Files that the text refers to.
    files: RefCell<Vec<AttachedFile>>,
    /// Outcomes for the files with areas that were read, by the name and whether the place may be in Sweden.
    areas_read: RefCell<HashMap<(String, bool), Result<Area, AreaFault>>>,
    /// Outcomes for the files that were read, by the path and whether a picture is needed. No file is read twice.
    files_read: RefCell<HashMap<(PathBuf, bool), Result<ReadFile, FileFault>>>,
    /// `true` if the text may refer to files that are gone.
    allows_missing_files: Cell<bool>,
    /// Names of the files with areas that the text refers to, and the fingerprints of their bytes.
    areas: RefCell<Vec<(PathBuf, [u8; 16])>>,
    /// Paths at which a file would be taken for one that the text refers to.
    absent: RefCell<Vec<PathBuf>>,
}

/// Use of a name that the register does not have.
#[derive(Debug)]
struct UnregisteredName {
    span: Range<usize>,
    /// Table of the register that it could be added to.
    table: &'static str,
    /// Key that it could have there.
    key: String,
    name: String,
}

/// Number of unregistered names of one text that are considered; no announcement has as many.
const USES: usize = 1000;

impl Findings {
    /// Returns no findings of a text that is read at a time.
    pub(crate) fn at(now: Option<Timestamp>) -> Self {
        Self { now, ..Self::default() }
    }

    /// Sets the directory of the text's file, in which the files that it names are.
    pub(crate) fn in_folder(self, folder: Option<&Path>) -> Self {
        // The directory in the path of a bare file name is empty.
        let named =
            |folder: &Path| if folder.as_os_str().is_empty() { PathBuf::from(".") } else { folder.to_path_buf() };
        Self { folder: folder.map(named), ..self }
    }

    /// Returns the directory of the text's file.
    pub(crate) fn folder(&self) -> Option<&Path> {
        self.folder.as_deref()
    }

    /// Lets the text refer to files that are gone, since it is not published.
    pub(crate) fn allow_missing_files(&self) {
        self.allows_missing_files.set(true);
    }

    /// Returns whether the text may refer to files that are gone.
    pub(crate) fn allows_missing_files(&self) -> bool {
        self.allows_missing_files.get()
    }

    /// Returns the outcome of `read` for a file of a path, which is called once for the text.
    pub(crate) fn file_once(
        &self,
        path: PathBuf,
        is_image: bool,
        read: impl FnOnce(&Path) -> Result<ReadFile, FileFault>,
    ) -> Result<ReadFile, FileFault> {
        let key = (path, is_image);
        if let Some(known) = self.files_read.borrow().get(&key) {
            return known.clone();
        }
        let outcome = read(&key.0);
        self.files_read.borrow_mut().insert(key, outcome.clone());
        outcome
    }

    /// Notes a file that the text refers to.
    pub(crate) fn attach(&self, file: AttachedFile) {
        let mut files = self.files.borrow_mut();
        if !files.contains(&file) {
            files.push(file);
        }
    }

    /// Returns the outcome of `read` for a file with an area, which is called once for the text.
    pub(crate) fn area_once(
        &self,
        name: &str,
        may_be_in_sweden: bool,
        read: impl FnOnce() -> Result<Area, AreaFault>,
    ) -> Result<Area, AreaFault> {
        let key = (name.to_owned(), may_be_in_sweden);
        if let Some(known) = self.areas_read.borrow().get(&key) {
            return known.clone();
        }
        let outcome = read();
        self.areas_read.borrow_mut().insert(key, outcome.clone());
        outcome
    }

    /// Notes a file with an area that the text refers to.
    pub(crate) fn note_area(&self, name: &str, fingerprint: Fingerprint) {
        self.areas.borrow_mut().push((PathBuf::from(name), fingerprint.0));
    }

    /// Takes the names of the files with areas, and the fingerprints of their bytes.
    pub(crate) fn take_areas(&self) -> Vec<(PathBuf, [u8; 16])> {
        self.areas.take()
    }

    /// Returns whether there is a file of a path in the directory of the text. Notes the path if not.
    pub(crate) fn has_file(&self, path: &str) -> bool {
        let Some(folder) = &self.folder else { return false };
        let is_there = folder.join(path).is_file();
        if !is_there {
            self.note_absent(path);
        }
        is_there
    }

    /// Notes a path at which a file would be taken for one that the text refers to.
    pub(crate) fn note_absent(&self, path: &str) {
        self.absent.borrow_mut().push(PathBuf::from(path));
    }

    /// Takes the paths at which there was no file.
    pub(crate) fn take_absent(&self) -> Vec<PathBuf> {
        let mut absent = self.absent.take();
        absent.sort();
        absent.dedup();
        absent
    }

    /// Takes the files that the text refers to, in the order of the reading.
    pub(crate) fn take_files(&self) -> Vec<AttachedFile> {
        self.files.take()
    }

    /// Returns the time at which the text is read, which tells what is in the future.
    pub(crate) fn now(&self) -> Option<Timestamp> {
        self.now
    }

    /// Adds a problem at a span of the text.
    pub(crate) fn add(
        &self,
        span: Range<usize>,
        message: impl Into<Message>,
        label: Option<Label>,
        help: Option<Help>,
    ) {
        let message = message.into();
        if self.counts.borrow_mut().add(message.code(), 1) <= Report::KEPT {
            let help = help.map(|help| help.in_notation(self.notation.get()));
            self.kept.borrow_mut().push(Finding { span, message, label, help });
        }
    }

    /// Returns whether there is nothing to report.
    pub(crate) fn is_empty(&self) -> bool {
        self.kept.borrow().is_empty() && self.unregistered.borrow().is_empty()
    }

    /// Returns whether there is an error.
    pub(crate) fn failed(&self) -> bool {
        self.counts.borrow().of(Severity::Error) > 0
    }

    /// Returns whether there are so many errors that it is not worth the time to find a help for a further one.
    pub(crate) fn is_full(&self) -> bool {
        self.counts.borrow().of(Severity::Error) >= Report::KEPT
    }

    /// Sets the notation in which helps show keys and values.
    pub(crate) fn set_notation(&self, notation: Notation) {
        self.notation.set(notation);
    }

    /// Returns the notation of the text.
    pub(crate) fn notation(&self) -> Notation {
        self.notation.get()
    }

    /// Sets the first heading of a table, above which the keys of the text itself stand.
    pub(crate) fn set_first_heading(&self, heading: Heading) {
        self.first_heading.replace(Some(heading));
    }

    /// Returns the first heading of a table.
    pub(crate) fn first_heading(&self) -> Option<Heading> {
        self.first_heading.borrow().clone()
    }

    /// Remembers the use of a name that a table of the register does not have, and the key that it could have there.
    pub(crate) fn unregistered(
        &self,
        span: Range<usize>,
        table: &'static str,
        name: &str,
        key: impl FnOnce() -> String,
    ) {
        let mut uses = self.unregistered.borrow_mut();
        if uses.len() < USES {
            uses.push(UnregisteredName { span, table, key: key(), name: name.to_owned() });
        }
    }

    /// Suggests to register every name that is used for the second time in the files of the report.
    fn suggest(&self, report: &mut Report) {
        let mut uses = self.unregistered.take();
        uses.sort_by_key(|used| used.span.start);
        for UnregisteredName { span, table, key, name } in uses {
            if report.is_second_use(table, &name) {
                let help = Help::Register { table, key, name: name.clone() };
                self.add(span, Message::SecondUse { name }, Some(Label::NotInRegister), Some(help));
            }
        }
    }

    /// Adds the problems to the report, in the order of the text.
    ///
    /// `text` is the text of the spans; it begins with line `first_line` of the file at `path`.
    pub(crate) fn report_to(self, path: &Arc<str>, text: &str, first_line: usize, report: &mut Report) {
        self.suggest(report);
        let mut kept = self.kept.into_inner();
        // A wider span comes before what is inside of it.
        kept.sort_by_key(|finding| (finding.span.start, Reverse(finding.span.end)));
        let mut line = LineStart { number: first_line, start: 0 };
        for Finding { span, message, label, help } in kept {
            line = line.of(text, span.start);
            let end = text[line.start..].find('\n').map_or(text.len(), |len| line.start + len);
            let is_within_line = !span.is_empty() && span.end <= end;
            let span = span.start.min(end) - line.start..span.end.clamp(line.start, end) - line.start;
            // A text cannot take the place of a line's end.
            let replacement = help.as_ref().filter(|_| is_within_line).and_then(Help::replacement);
            // A file that is no text has no lines.
            let has_lines = !matches!(message, Message::Foreign { .. });
            let position = has_lines.then(|| Position::new(&text[line.start..end], line.number, span));
            report.add(Diagnostic { path: Arc::clone(path), position, message, label, help, replacement });
        }
        for (code, count) in self.counts.into_inner().iter() {
            report.count_more(code, count.saturating_sub(Report::KEPT));
        }
    }
}

/// Beginning of a line.
#[derive(Clone, Copy)]
struct LineStart {
    number: usize,
    start: usize,
}

impl LineStart {
    /// Returns the line that `at` is in, which is this one or a later one.
    fn of(self, text: &str, at: usize) -> Self {
        let between = text.as_bytes().get(self.start..at.min(text.len())).unwrap_or_default();
        let breaks = between.split(|&byte| byte == b'\n').count() - 1;
        let start = between.iter().rposition(|&byte| byte == b'\n').map_or(self.start, |at| self.start + at + 1);
        Self { number: self.number + breaks, start }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_reported_in_the_order_of_the_text() {
        let findings = Findings::default();
        findings.add(4..5, Message::BodyAsKey, None, None);
        findings.add(0..1, anslag_core::BodyWarning::Html, None, None);
        findings.add(2..5, Message::BodyAsKey, None, None);
        let mut report = Report::default();
        findings.report_to(&Arc::from("a"), "a\nbcd\n", 7, &mut report);
        let positions: Vec<_> = report.diagnostics().into_iter().map(|d| d.position.clone().unwrap()).collect();
        let at: Vec<_> = positions.iter().map(|position| (position.line, position.column)).collect();
        assert_eq!(at, [(7, 1), (8, 1), (8, 3)]);
        assert_eq!((report.errors(), report.warnings()), (2, 1));
    }

    #[test]
    fn a_span_at_the_end_of_the_text_is_shown() {
        let findings = Findings::default();
        findings.add(3..3, Message::BodyAsKey, None, None);
        findings.add(99..120, Message::BodyAsKey, None, None);
        let mut report = Report::default();
        findings.report_to(&Arc::from("a"), "a\nb", 1, &mut report);
        assert_eq!(report.diagnostics().len(), 2);
    }
}
