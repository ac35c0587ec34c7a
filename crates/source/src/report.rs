use crate::diagnostic::{Diagnostic, RenderOptions, Severity, Worded};
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
    }
}

/// Everything that is wrong with the files that were read.
#[derive(Clone, Debug, Default)]
pub struct Report {
    kept: Vec<Diagnostic>,
    errors: usize,
    warnings: usize,
    /// The names that are used without being registered, by their hashes, and whether that was suggested.
    unregistered: HashMap<u64, bool>,
}

impl Report {
    /// How many diagnostics of a severity are kept; the others are only counted.
    pub const KEPT: usize = 50;

    /// How many errors there are.
    #[must_use]
    pub const fn errors(&self) -> usize {
        self.errors
    }

    /// How many warnings there are.
    #[must_use]
    pub const fn warnings(&self) -> usize {
        self.warnings
    }

    /// Adds a diagnostic; after the first [`Report::KEPT`] of its severity it is only counted.
    pub fn add(&mut self, diagnostic: Diagnostic) {
        let count = self.count(diagnostic.severity);
        *count += 1;
        if *count <= Self::KEPT {
            self.kept.push(diagnostic);
        }
    }

    /// The diagnostics that are kept, by path and position.
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
        let not_shown = [Severity::Error, Severity::Warning].into_iter().filter_map(|severity| {
            let count = self.not_shown(severity);
            let message = match severity {
                Severity::Error => NotShown::Errors { count },
                Severity::Warning => NotShown::Warnings { count },
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
        let all = match severity {
            Severity::Error => self.errors,
            Severity::Warning => self.warnings,
        };
        all - self.kept.iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }

    /// Counts diagnostics that nobody kept.
    pub(crate) fn count_more(&mut self, severity: Severity, more: usize) {
        *self.count(severity) += more;
    }

    /// Whether a name that a table of the register does not have is used for the second time, in all that was read.
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

    fn count(&mut self, severity: Severity) -> &mut usize {
        match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
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
        assert!(shown.starts_with("error: there is no such file\n--> 11.md\n\n"), "{shown}");
        assert!(shown.ends_with("error: 10 more errors not shown\n\n"), "{shown}");
        let shown = report.render(Language::Swedish, false);
        assert!(shown.starts_with("fel: filen finns inte\n--> 11.md\n\n"), "{shown}");
        assert!(shown.ends_with("fel: 10 fel till visas inte\n\n"), "{shown}");
        assert!(report.render(Language::English, true).contains("\u{1b}["));
    }
}
