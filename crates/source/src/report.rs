use crate::{Diagnostic, Severity, message::NotShown};
use anslag_wording::{Language, Wording};
use std::{
    collections::{HashMap, hash_map::Entry},
    fmt::Write,
    hash::{DefaultHasher, Hash, Hasher},
};

/// Diagnostics that are only counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Hidden {
    /// How bad they are.
    pub severity: Severity,
    /// How many there are, at least one.
    pub count: usize,
}

impl Hidden {
    /// What there is to say of them, as in "3 more errors not shown", in a language.
    #[must_use]
    pub fn message(&self, language: Language) -> String {
        let count = self.count;
        let message = match self.severity {
            Severity::Error => NotShown::Errors { count },
            Severity::Warning => NotShown::Warnings { count },
        };
        message.in_language(language).to_string()
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

    /// The diagnostics that are kept, by path and place.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.kept.iter().collect();
        let place = |diagnostic: &Diagnostic| diagnostic.place.as_ref().map(|place| (place.line, place.column));
        sorted.sort_by(|a, b| a.path.cmp(&b.path).then_with(|| place(a).cmp(&place(b))));
        sorted
    }

    /// The diagnostics in a language and in the look of rustc, each followed by an empty line; empty where there are none.
    #[must_use]
    pub fn render(&self, language: Language, color: bool) -> String {
        let mut out = String::new();
        for diagnostic in self.diagnostics() {
            out.push_str(&diagnostic.render(language, color));
            out.push_str("\n\n");
        }
        for hidden in self.hidden() {
            let severity = hidden.severity.in_language(language);
            writeln!(out, "{severity}: {}", hidden.message(language)).expect("writing to a String cannot fail");
        }
        out
    }

    /// How many diagnostics of each severity are not among those that are kept; nothing for a severity without any.
    pub fn hidden(&self) -> impl Iterator<Item = Hidden> {
        [(Severity::Error, self.errors), (Severity::Warning, self.warnings)].into_iter().filter_map(
            |(severity, all)| {
                let count = all - self.kept.iter().filter(|diagnostic| diagnostic.severity == severity).count();
                (count > 0).then_some(Hidden { severity, count })
            },
        )
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
        assert!(shown.ends_with("error: 10 more errors not shown\n"), "{shown}");
        let shown = report.render(Language::Swedish, false);
        assert!(shown.starts_with("fel: filen finns inte\n--> 11.md\n\n"), "{shown}");
        assert!(shown.ends_with("fel: 10 fel till visas inte\n"), "{shown}");
        assert!(report.render(Language::English, true).contains("\u{1b}["));
    }
}
