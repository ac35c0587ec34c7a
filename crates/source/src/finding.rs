use crate::{Diagnostic, Position, Report, Severity, entry::Notation, help::Help, label::Label, message::Message};
use std::{
    cell::{Cell, RefCell},
    cmp::Reverse,
    ops::Range,
    sync::Arc,
};

/// What a diagnostic is going to be, while its file is being read.
#[derive(Debug)]
struct Finding {
    severity: Severity,
    span: Range<usize>,
    message: Message,
    label: Option<Label>,
    help: Option<Help>,
}

/// What is wrong with one text. Its bounds keep a hostile file from filling the memory with them.
#[derive(Debug, Default)]
pub(crate) struct Findings {
    kept: RefCell<Vec<Finding>>,
    errors: RefCell<usize>,
    warnings: RefCell<usize>,
    notation: Cell<Notation>,
    unregistered: RefCell<Vec<UnregisteredName>>,
}

/// A use of a name that the register does not have.
#[derive(Debug)]
struct UnregisteredName {
    span: Range<usize>,
    /// The table of the register that it could stand in, and its key there.
    table: &'static str,
    key: String,
    name: String,
}

/// How many names of one text are looked at for a suggestion; no announcement has as many.
const USES: usize = 1000;

impl Findings {
    /// Adds an error at a span of the text.
    pub(crate) fn error(
        &self,
        span: Range<usize>,
        message: impl Into<Message>,
        label: Option<Label>,
        help: Option<Help>,
    ) {
        self.add(Severity::Error, span, message.into(), label, help);
    }

    /// Adds a warning at a span of the text.
    pub(crate) fn warning(&self, span: Range<usize>, message: Message, label: Option<Label>, help: Option<Help>) {
        self.add(Severity::Warning, span, message, label, help);
    }

    /// Whether there is nothing to say.
    pub(crate) fn is_empty(&self) -> bool {
        self.kept.borrow().is_empty() && self.unregistered.borrow().is_empty()
    }

    /// Whether there is an error.
    pub(crate) fn failed(&self) -> bool {
        *self.errors.borrow() > 0
    }

    /// Whether further errors are only counted, so that nobody need think of a help for them.
    pub(crate) fn is_full(&self) -> bool {
        *self.errors.borrow() >= Report::KEPT
    }

    /// Sets the notation in which helps show keys and values.
    pub(crate) fn set_notation(&self, notation: Notation) {
        self.notation.set(notation);
    }

    /// Notes the use of a name that a table of the register does not have, and the key that it could have there.
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
                self.warning(span, Message::SecondUse { name }, Some(Label::NotInRegister), Some(help));
            }
        }
    }

    /// Adds everything to the report, in the order of the text. `text` is the text that the spans are of, which
    /// begins with line `first_line` of the file at `path`.
    pub(crate) fn report_to(self, path: &Arc<str>, text: &str, first_line: usize, report: &mut Report) {
        self.suggest(report);
        let mut kept = self.kept.into_inner();
        // A wider span comes before what is inside of it.
        kept.sort_by_key(|finding| (finding.span.start, Reverse(finding.span.end)));
        let shown = |severity| kept.iter().filter(|finding| finding.severity == severity).count();
        let more_errors = self.errors.into_inner() - shown(Severity::Error);
        let more_warnings = self.warnings.into_inner() - shown(Severity::Warning);
        let mut line = LineStart { number: first_line, start: 0 };
        for finding in kept {
            line = line.of(text, finding.span.start);
            let end = text[line.start..].find('\n').map_or(text.len(), |len| line.start + len);
            let span = finding.span.start.min(end) - line.start..finding.span.end.clamp(line.start, end) - line.start;
            let Finding { severity, message, label, help, .. } = finding;
            let position = Some(Position::new(&text[line.start..end], line.number, span));
            report.add(Diagnostic { severity, path: Arc::clone(path), position, message, label, help });
        }
        report.count_more(Severity::Error, more_errors);
        report.count_more(Severity::Warning, more_warnings);
    }

    fn add(&self, severity: Severity, span: Range<usize>, message: Message, label: Option<Label>, help: Option<Help>) {
        let count = match severity {
            Severity::Error => &self.errors,
            Severity::Warning => &self.warnings,
        };
        *count.borrow_mut() += 1;
        if *count.borrow() <= Report::KEPT {
            let help = help.map(|help| help.in_notation(self.notation.get()));
            self.kept.borrow_mut().push(Finding { severity, span, message, label, help });
        }
    }
}

/// The beginning of a line.
#[derive(Clone, Copy)]
struct LineStart {
    number: usize,
    start: usize,
}

impl LineStart {
    /// The line that `at` is in, which is this one or a later one.
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
    fn findings_are_told_in_the_order_of_the_text() {
        let findings = Findings::default();
        findings.error(4..5, Message::Html, None, None);
        findings.warning(0..1, Message::Html, None, None);
        findings.error(2..5, Message::Html, None, None);
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
        findings.error(3..3, Message::Html, None, None);
        findings.error(99..120, Message::Html, None, None);
        let mut report = Report::default();
        findings.report_to(&Arc::from("a"), "a\nb", 1, &mut report);
        assert_eq!(report.diagnostics().len(), 2);
    }
}
