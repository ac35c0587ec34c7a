use crate::{
    code::Code,
    counts::Counts,
    diagnostic::{Diagnostic, RenderOptions, Worded},
    severity::Severity,
};
use anslag_wording::{Language, wording};
use std::{
    collections::{HashMap, hash_map::Entry},
    hash::{DefaultHasher, Hash, Hasher},
};

wording! {
    /// Number of diagnostics that are not shown.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum NotShown {
        Errors { count: usize }
            en("{count} more error{} not shown", if *count == 1 { "" } else { "s" })
            sv("{count} fel till visas inte"),
        Warnings { count: usize }
            en("{count} more warning{} not shown", if *count == 1 { "" } else { "s" })
            sv("{count} varning{} till visas inte", if *count == 1 { "" } else { "ar" }),
        Notes { count: usize }
            en("{count} more note{} not shown", if *count == 1 { "" } else { "s" })
            sv("{count} anmärkning{} till visas inte", if *count == 1 { "" } else { "ar" }),
    }
}

/// Problems of the files that were read.
#[derive(Clone, Debug, Default)]
pub struct Report {
    kept: Vec<Diagnostic>,
    counts: Counts,
    allowed: Vec<&'static Code>,
    /// Hashes of the names that are used but not registered, and whether to register them was suggested.
    unregistered: HashMap<u64, bool>,
}

impl Report {
    /// Number of diagnostics of a severity that are kept; further ones are only counted.
    pub const KEPT: usize = 50;

    /// Returns a report that ignores warnings and notes of these codes.
    #[must_use]
    pub fn allowing(allowed: &[&'static Code]) -> Self {
        let is_silent = |code: &&&Code| code.severity != Severity::Error;
        Self { allowed: allowed.iter().filter(is_silent).copied().collect(), ..Self::default() }
    }

    /// Returns a report without diagnostics that ignores the same codes.
    pub(crate) fn empty(&self) -> Self {
        Self { allowed: self.allowed.clone(), ..Self::default() }
    }

    /// Removes the diagnostics of files that are not wanted.
    pub(crate) fn retain(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.kept.retain(|diagnostic| is_wanted(&diagnostic.path));
        self.counts = Counts::default();
        for diagnostic in &self.kept {
            self.counts.add(diagnostic.code(), 1);
        }
    }

    /// Adds the diagnostics of another report.
    pub(crate) fn append(&mut self, mut other: Self) {
        for diagnostic in other.kept.drain(..) {
            other.counts.remove(diagnostic.code());
            self.add(diagnostic);
        }
        for (code, hidden) in other.counts.iter() {
            self.count_more(code, hidden);
        }
    }

    /// Returns the number of errors.
    #[must_use]
    pub fn errors(&self) -> usize {
        self.counts.of(Severity::Error)
    }

    /// Returns the number of warnings.
    #[must_use]
    pub fn warnings(&self) -> usize {
        self.counts.of(Severity::Warning)
    }

    /// Returns the number of notes.
    #[must_use]
    pub fn notes(&self) -> usize {
        self.counts.of(Severity::Note)
    }

    /// Adds a diagnostic; after the first [`Report::KEPT`] of its severity it is only counted.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        let code = diagnostic.code();
        if self.allowed.contains(&code) {
            return;
        }
        self.counts.add(code, 1);
        if self.counts.of(code.severity) <= Self::KEPT {
            self.kept.push(diagnostic);
        }
    }

    /// Returns the diagnostics that are kept, by path and position.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.kept.iter().collect();
        let position = |diagnostic: &Diagnostic| diagnostic.position.as_ref().map(|at| (at.line, at.column));
        sorted.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| position(a).cmp(&position(b))));
        sorted
    }

    /// Words the diagnostics in a language, by path and position, and after them how many are not shown.
    #[must_use]
    pub fn in_words(&self, language: Language) -> Vec<Worded<'_>> {
        let shown = self.diagnostics().into_iter().map(|diagnostic| diagnostic.in_words(language));
        let not_shown = Severity::ALL.into_iter().filter_map(|severity| {
            let count = self.not_shown(severity);
            let message = match severity {
                Severity::Error => NotShown::Errors { count },
                Severity::Warning => NotShown::Warnings { count },
                Severity::Note => NotShown::Notes { count },
            };
            let worded = Worded::new(severity, &message, language);
            (count > 0).then_some(Worded { not_shown: Some(count), ..worded })
        });
        shown.chain(not_shown).collect()
    }

    /// Renders the diagnostics in the look of rustc, each followed by an empty line; empty if there are none.
    #[must_use]
    pub fn render(&self, language: Language, color: bool) -> String {
        let options = RenderOptions { color, ..RenderOptions::default() };
        let texts = self.in_words(language).into_iter().map(|worded| worded.render(options) + "\n\n");
        texts.collect()
    }

    /// Returns the number of diagnostics of a severity that are only counted.
    fn not_shown(&self, severity: Severity) -> usize {
        let kept = self.kept.iter().filter(|diagnostic| diagnostic.code().severity == severity).count();
        self.counts.of(severity) - kept
    }

    /// Counts problems that were not kept.
    pub(crate) fn count_more(&mut self, code: &'static Code, more: usize) {
        if more > 0 && !self.allowed.contains(&code) {
            self.counts.add(code, more);
        }
    }

    /// Returns whether this is the second use of a name that a table of the register does not have, in all files.
    pub(crate) fn is_second_use(&mut self, table: &str, name: &str) -> bool {
        let mut hasher = DefaultHasher::new();
        (table, name).hash(&mut hasher);
        match self.unregistered.entry(hasher.finish()) {
            Entry::Occupied(mut is_suggested) => !is_suggested.insert(true),
            Entry::Vacant(entry) => {
                entry.insert(false);
                false
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Message;
    use std::sync::Arc;

    #[test]
    fn what_is_not_kept_is_counted() {
        let mut report = Report::default();
        for number in 0..60 {
            let path = Arc::from(format!("{:02}.md", 60 - number));
            report.add(Diagnostic::of_file(&path, Message::NoSuchFile, None));
        }
        assert_eq!(report.errors(), 60);
        assert_eq!(report.diagnostics().len(), Report::KEPT);
        let shown = report.render(Language::English, false);
        assert!(shown.starts_with("error[missing-file]: file not found\n--> 11.md\n\n"), "{shown}");
        assert!(shown.ends_with("error: 10 more errors not shown\n\n"), "{shown}");
        let shown = report.render(Language::Swedish, false);
        assert!(shown.starts_with("fel[missing-file]: filen finns inte\n--> 11.md\n\n"), "{shown}");
        assert!(shown.ends_with("fel: 10 fel till visas inte\n\n"), "{shown}");
        assert!(report.render(Language::English, true).contains("\u{1b}["));
    }
}
