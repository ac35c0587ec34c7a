use crate::{
    code::Code,
    codes,
    counts::Counts,
    diagnostic::{Diagnostic, RenderOptions, Worded, escape_control},
    message::Message,
    severity::Severity,
    tally::{Tally, render_tallies},
};
use anslag_wording::{Language, Wording, wording};
use std::{
    cmp::Reverse,
    collections::{HashMap, hash_map::Entry},
    hash::{DefaultHasher, Hash, Hasher},
    sync::Arc,
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

wording! {
    /// All problems of a run.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    enum Total {
        Problems { errors: usize, warnings: usize }
            en("{errors} error{} and {warnings} warning{}", if *errors == 1 { "" } else { "s" }, if *warnings == 1 { "" } else { "s" })
            sv("{errors} fel och {warnings} varning{}", if *warnings == 1 { "" } else { "ar" }),
        AlsoIn { files: usize }
            en("; so do {files} other file{}", if *files == 1 { "" } else { "s" })
            sv("; det gäller {files} fil{} till", if *files == 1 { "" } else { "er" }),
    }
}

/// Problems of the files that were read.
#[derive(Clone, Debug, Default)]
pub struct Report {
    kept: Vec<Diagnostic>,
    counts: Counts,
    /// File of the first problem of each code.
    firsts: Vec<(&'static Code, Arc<str>)>,
    /// Number of files that have what is noted once for all of them, besides the one that is shown.
    others: usize,
    allowed: Vec<&'static Code>,
    /// Hashes of the names that are used but not registered, and whether to register them was suggested.
    unregistered: HashMap<u64, bool>,
    /// The one note of all keys that only other programs read, at the first of them.
    ignored: Option<Diagnostic>,
}

impl Report {
    /// Number of diagnostics of a severity that are kept; further ones are only counted.
    pub const KEPT: usize = 50;

    /// Returns a report that ignores problems of these codes, if they may be ignored.
    #[must_use]
    pub fn allowing(allowed: &[&'static Code]) -> Self {
        let allowed = allowed.iter().copied().filter(|code| code.is_allowable());
        Self { allowed: allowed.collect(), ..Self::default() }
    }

    /// Returns a report without diagnostics that ignores the same codes.
    pub(crate) fn empty(&self) -> Self {
        Self { allowed: self.allowed.clone(), ..Self::default() }
    }

    /// Calls a function that adds diagnostics, and ignores those of some codes, errors among them.
    pub(crate) fn without<T>(&mut self, codes: &[&'static Code], call: impl FnOnce(&mut Self) -> T) -> T {
        let allowed = self.allowed.len();
        self.allowed.extend(codes);
        let result = call(self);
        self.allowed.truncate(allowed);
        result
    }

    /// Removes the diagnostics of files that are not wanted.
    pub(crate) fn retain(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.kept.retain(|diagnostic| is_wanted(&diagnostic.path));
        self.ignored.take_if(|diagnostic| !is_wanted(&diagnostic.path));
        self.counts = Counts::default();
        for diagnostic in self.kept.iter().chain(&self.ignored) {
            self.counts.add(diagnostic.code(), 1);
        }
    }

    /// Adds the diagnostics of another report.
    pub fn append(&mut self, mut other: Self) {
        self.others += other.others;
        for diagnostic in other.kept.drain(..).chain(other.ignored.take()) {
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
        if codes::ONCE_A_RUN.contains(&code) && self.kept.iter().any(|kept| codes::ONCE_A_RUN.contains(&kept.code())) {
            self.others += 1;
            return;
        }
        if let Message::IgnoredKeys { keys: more } = &diagnostic.message
            && let Some(Diagnostic { message: Message::IgnoredKeys { keys }, .. }) = &mut self.ignored
        {
            keys.extend(more.iter().cloned());
            return;
        }
        if self.counts.add(code, 1) == 1 {
            self.firsts.push((code, Arc::clone(&diagnostic.path)));
        }
        if matches!(diagnostic.message, Message::IgnoredKeys { .. }) {
            self.ignored = Some(diagnostic);
        } else if self.counts.of(code.severity) <= Self::KEPT {
            self.kept.push(diagnostic);
        }
    }

    /// Returns the diagnostics that are kept: errors last, and those of a severity by path and position.
    #[must_use]
    pub fn diagnostics(&self) -> Vec<&Diagnostic> {
        let mut sorted: Vec<&Diagnostic> = self.kept.iter().chain(&self.ignored).collect();
        let position = |diagnostic: &Diagnostic| diagnostic.position.as_ref().map(|at| (at.line, at.column));
        let key = |diagnostic: &Diagnostic| {
            (Reverse(diagnostic.code().severity), Arc::clone(&diagnostic.path), position(diagnostic))
        };
        sorted.sort_by_cached_key(|diagnostic| key(diagnostic));
        sorted
    }

    /// Words the diagnostics in a language, errors last, and after them how many are not shown.
    #[must_use]
    pub fn in_words(&self, language: Language) -> Vec<Worded<'_>> {
        let also = Total::AlsoIn { files: self.others }.in_language(language).to_string();
        let shown = self.diagnostics().into_iter().map(|diagnostic| {
            let mut worded = diagnostic.in_words(language);
            if self.others > 0 && codes::ONCE_A_RUN.contains(&diagnostic.code()) {
                worded.message.push_str(&also);
            }
            worded
        });
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
    ///
    /// If some are not shown, a table of counts follows.
    #[must_use]
    pub fn render(&self, language: Language, color: bool) -> String {
        let options = RenderOptions { color, ..RenderOptions::default() };
        let shown = self.in_words(language).into_iter().filter(|worded| worded.not_shown.is_none());
        let texts = shown.map(|worded| worded.render(options)).chain(self.render_tallies(language, options));
        texts.map(|text| text + "\n\n").collect()
    }

    /// Renders a table of the counts by code; `None` if every diagnostic is shown.
    #[must_use]
    pub fn render_tallies(&self, language: Language, options: RenderOptions) -> Option<String> {
        let is_cut = Severity::ALL.into_iter().any(|severity| self.not_shown(severity) > 0);
        is_cut.then(|| render_tallies(&self.tallies(), Self::KEPT, language, options))
    }

    /// Words the number of errors and of warnings; `None` if there is no error.
    #[must_use]
    pub fn total(&self, language: Language) -> Option<Worded<'static>> {
        let (errors, warnings) = (self.errors(), self.warnings());
        (errors > 0).then(|| Worded::new(Severity::Error, &Total::Problems { errors, warnings }, language))
    }

    /// Counts the problems by code: errors last, and of a severity the most frequent ones first.
    #[must_use]
    pub fn tallies(&self) -> Vec<Tally> {
        let first = |code| self.firsts.iter().find(|(known, _)| *known == code).map_or("", |(_, path)| path);
        let tally = |(code, count)| Tally { code, count, first: escape_control(first(code)) };
        let mut tallies: Vec<Tally> = self.counts.iter().filter(|(_, count)| *count > 0).map(tally).collect();
        tallies.sort_by_key(|tally| (Reverse(tally.code.severity), Reverse(tally.count), tally.code.name));
        tallies
    }

    /// Returns the number of diagnostics of a severity that are only counted.
    fn not_shown(&self, severity: Severity) -> usize {
        let kept =
            self.kept.iter().chain(&self.ignored).filter(|diagnostic| diagnostic.code().severity == severity).count();
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
        let end = "by code there are:\n       count  code          first in\nerror     60  missing-file  60.md\n\n";
        assert!(shown.ends_with(end), "{shown}");
        assert_eq!(report.total(Language::English).unwrap().message, "60 errors and 0 warnings");
        assert_eq!(report.total(Language::Swedish).unwrap().message, "60 fel och 0 varningar");
        let words = report.in_words(Language::English);
        assert_eq!(words.last().map(|worded| worded.message.as_str()), Some("10 more errors not shown"));
        let shown = report.render(Language::Swedish, false);
        assert!(shown.starts_with("fel[missing-file]: filen finns inte\n--> 11.md\n\n"), "{shown}");
        assert!(shown.ends_with("fel     60  missing-file  60.md\n\n"), "{shown}");
        assert!(report.render(Language::English, true).contains("\u{1b}["));
    }

    #[test]
    fn errors_come_last_and_what_all_files_have_is_noted_once() {
        let mut report = Report::default();
        for path in ["a.md", "b.md", "c.md"] {
            let path = Arc::from(path);
            for message in [Message::NoSuchFile, Message::CrLf, Message::NotRead] {
                report.add(Diagnostic::of_file(&path, message, None));
            }
        }
        report.add(Diagnostic::of_file(&Arc::from("d.md"), Message::ByteOrderMark, None));
        let shown: Vec<_> = report.in_words(Language::English).iter().map(|worded| worded.message.clone()).collect();
        assert_eq!(shown[0], "lines end in CR LF, which is read as LF; so do 3 other files");
        assert!(shown[1].starts_with("skipped file") && shown[4..] == ["file not found"; 3], "{shown:?}");
        assert_eq!((report.errors(), report.warnings(), report.notes()), (3, 3, 1));
    }
}
