use crate::{
    arguments::WithdrawOptions,
    exit::Exit,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::Printer,
    summary::Summary,
};
use anslag_core::{Announcement, Day};
use anslag_edit::{EditError, Value, replace_file, replace_part, set};
use anslag_publish::forget_notice;
use anslag_source::{
    Corpus, IndexEntry, ReadError, Report, SourceLocation, Syntax, nearest, read_json_line, read_markdown, read_regular,
};
use anslag_wording::wording;
use jiff::Timestamp;
use std::{
    fs, io,
    ops::Range,
    path::{Path, PathBuf},
};
use thiserror::Error;

/// Largest source file that is edited, in bytes.
const MAX_FILE: u64 = 1 << 30;

/// Keys behind which the withdrawal is written.
const AFTER: [&str; 2] = ["published", "date"];

/// Withdraws an announcement in its source. The next export takes it away.
pub(crate) fn run(options: &WithdrawOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let now = Timestamp::now();
    let mut report = Report::default();
    let Some(corpus) = Corpus::open(&options.data.path, &mut report)? else {
        printer.report(&report);
        return Ok(Exit::Input);
    };
    let entry = find(&corpus, &options.id)?;
    let id = entry.id.to_string();
    let today = Day::new(&corpus.publication.zone.date_at(now).to_string()).expect("today is a day");
    if entry.is_draft || options.erase && entry.published_at > now {
        return Err(WithdrawError::NeverPublished { id }.into());
    }
    if let Some(since) = entry.withdrawn.filter(|_| !options.erase) {
        return Err(WithdrawError::Withdrawn { id, since: since.to_string() }.into());
    }
    let source = Source::read(&corpus, &entry)?;
    let files = if options.erase { corpus.files_of(&entry).map_err(WithdrawError::from)? } else { Vec::new() };
    let day = options.on.unwrap_or(today);
    let mut report = Report::default();
    let done = if options.erase {
        source.erase(&corpus, &entry, &options.data.path, today, &mut report)?
    } else {
        source.withdraw(&corpus, day, options.reason.as_deref(), &mut report)?
    };
    if !done {
        printer.report(&report);
        return Ok(Exit::Input);
    }
    let path = source.location.path.display().to_string();
    let mut failures = Vec::new();
    if options.erase {
        printer.result(&Summary::Erased { id, stub: entry.id.erased().to_string() });
        let (deleted, left) = delete(files, &options.data.path.join("announcements"));
        for file in deleted {
            printer.result(&Summary::DeletedBeside { path: file.display().to_string() });
        }
        failures = left;
        for path in left_beside(source.location.path, &options.data.path.join("announcements")) {
            printer.result(&Summary::LeftBeside { path: path.display().to_string() });
        }
    } else {
        printer.result(&Summary::WithdrawnOn { id, day: day.date(), path });
    }
    printer.result(&Summary::ExportNow);
    let Some(last) = failures.pop() else { return Ok(Exit::Success) };
    for failure in &failures {
        printer.error(failure);
    }
    Err(last.into())
}

/// Finds an announcement by its id.
fn find(corpus: &Corpus, id: &str) -> Result<IndexEntry, WithdrawError> {
    let (mut renamed, mut meant): (Option<String>, Option<String>) = (None, None);
    for entry in corpus.index() {
        let entry = entry?;
        if entry.id.as_str() == id {
            return Ok(entry);
        }
        if entry.aliases.iter().any(|alias| alias.as_str() == id) {
            renamed = Some(entry.id.to_string());
        }
        let known = meant.iter().map(String::as_str).chain([entry.id.as_str()]);
        meant = nearest(id, known).map(str::to_owned);
    }
    let meant = renamed.or(meant);
    Err(WithdrawError::Unknown { id: id.to_owned(), meant })
}

/// Source of one announcement: a file, or a line of one.
struct Source<'c> {
    location: SourceLocation<'c>,
    text: String,
}

impl<'c> Source<'c> {
    fn read(corpus: &'c Corpus, entry: &IndexEntry) -> Result<Self, WithdrawError> {
        // It says whether the source is the one that the index knows.
        corpus.read(entry)?;
        let location = corpus.location_of(entry);
        let failed = |source| WithdrawError::Io { path: location.path.to_owned(), source };
        let bytes = read_regular(location.path, MAX_FILE).map_err(failed)?;
        let part = location.line.clone().map_or(0..bytes.len(), in_memory);
        let text = bytes.get(part).map(<[u8]>::to_vec).and_then(|bytes| String::from_utf8(bytes).ok());
        let text = text.ok_or_else(|| failed(io::ErrorKind::InvalidData.into()))?;
        Ok(Self { location, text })
    }

    fn syntax(&self) -> Syntax {
        if self.location.line.is_some() { Syntax::JsonLines } else { Syntax::Markdown }
    }

    /// Writes the withdrawal into the source. Returns `false` if the reader refuses it.
    fn withdraw(
        &self,
        corpus: &Corpus,
        day: Day,
        reason: Option<&str>,
        report: &mut Report,
    ) -> Result<bool, WithdrawError> {
        let syntax = self.syntax();
        let failed = |error| WithdrawError::Edit { path: self.location.path.to_owned(), error };
        let mut text = set(&self.text, syntax, "withdrawn", &Value::Date(day.to_string()), &AFTER).map_err(failed)?;
        if let Some(reason) = reason {
            let reason = Value::Text(reason.to_owned());
            text = set(&text, syntax, "withdrawal_reason", &reason, &["withdrawn"]).map_err(failed)?;
        }
        if check(corpus, self.location.path, syntax, &text, report).is_none() {
            return Ok(false);
        }
        self.replace(&text)?;
        Ok(true)
    }

    /// Leaves a stub of the source. Returns `false` if the reader refuses it.
    ///
    /// The stub is there before the file goes: whenever the program ends, it can be run again.
    fn erase(
        &self,
        corpus: &Corpus,
        entry: &IndexEntry,
        data: &Path,
        today: Day,
        report: &mut Report,
    ) -> Result<bool, WithdrawError> {
        let syntax = self.syntax();
        let stub = stub(entry, syntax, today);
        let announcements = data.join("announcements");
        let path = match syntax {
            Syntax::Markdown => announcements.join(format!("{}.md", entry.id.erased())),
            Syntax::JsonLines => self.location.path.to_owned(),
        };
        if check(corpus, &path, syntax, &stub, report).is_none() {
            return Ok(false);
        }
        match syntax {
            Syntax::JsonLines => self.replace(&stub)?,
            Syntax::Markdown => {
                let failed = |path: &Path| {
                    let path = path.to_owned();
                    move |source| WithdrawError::Io { path, source }
                };
                replace_file(&path, stub.as_bytes()).map_err(failed(&path))?;
                if path != self.location.path {
                    fs::remove_file(self.location.path).map_err(failed(self.location.path))?;
                }
                remove_empty(self.location.path, &announcements);
            }
        }
        // No certificate of it can be made any more.
        forget_notice(data, entry.id.as_str()).map_err(|error| WithdrawError::History { error: error.into() })?;
        Ok(true)
    }

    fn replace(&self, text: &str) -> Result<(), WithdrawError> {
        let path = self.location.path;
        let replaced = match &self.location.line {
            Some(line) => replace_part(path, line.clone(), text.as_bytes()),
            None => replace_file(path, text.as_bytes()),
        };
        replaced.map_err(|source| WithdrawError::Io { path: path.to_owned(), source })
    }
}

fn in_memory(range: Range<u64>) -> Range<usize> {
    let at = |at| usize::try_from(at).unwrap_or(usize::MAX);
    at(range.start)..at(range.end)
}

/// Reads an edited source; `None` if it has an error, which goes to the report.
fn check(corpus: &Corpus, path: &Path, syntax: Syntax, text: &str, report: &mut Report) -> Option<Announcement> {
    let shown = path.to_string_lossy();
    let read = match syntax {
        Syntax::Markdown => read_markdown(&shown, text.as_bytes(), &corpus.publication, report),
        Syntax::JsonLines => read_json_line(&shown, 1, text.as_bytes(), &corpus.publication, report),
    };
    read.filter(|announcement| announcement.status.withdrawn().is_some())
}

/// Returns the source that is left of an erased announcement.
///
/// It says what a tombstone needs: an id, the type, whose feed has the tombstone, and days. The text before it tells people
/// why the file is there.
fn stub(entry: &IndexEntry, syntax: Syntax, today: Day) -> String {
    let (id, kind) = (entry.id.erased(), entry.facets.kind.key());
    let published = &id.as_str()[..10];
    // The day of the id may be another one than that of publication, which is none of the stub's business.
    let published = if *published <= *today.to_string() { published.to_owned() } else { today.to_string() };
    match syntax {
        Syntax::Markdown => format!(
            "+++\n# An erased announcement. The file tells everybody that it is gone: keep it.\nid = \"{id}\"\n\
             title = \"–\"\ntype = \"{kind}\"\ndate = {published}\nwithdrawn = {today}\n+++\n"
        ),
        Syntax::JsonLines => format!(
            r#"{{"id":"{id}","type":"{kind}","title":"–","body":"","published":"{published}","withdrawn":"{today}"}}"#
        ),
    }
}

/// Deletes files, and their directories that become empty. Returns the files that are deleted, and an error for each that is
/// left. A file that is already gone is neither.
fn delete(files: Vec<PathBuf>, below: &Path) -> (Vec<PathBuf>, Vec<WithdrawError>) {
    let (mut deleted, mut failures) = (Vec::new(), Vec::new());
    for path in files {
        match fs::remove_file(&path) {
            Ok(()) => {
                remove_empty(&path, below);
                deleted.push(path);
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(source) => failures.push(WithdrawError::Io { path, source }),
        }
    }
    (deleted, failures)
}

/// Removes the directories of a file that are empty, since their names may tell what the file was about.
fn remove_empty(file: &Path, below: &Path) {
    for folder in file.ancestors().skip(1).take_while(|folder| folder.starts_with(below) && *folder != below) {
        if fs::remove_dir(folder).is_err() {
            return;
        }
    }
}

/// Returns what stands beside an erased `index.md`, and so belonged to it.
fn left_beside(file: &Path, announcements: &Path) -> Vec<PathBuf> {
    let folder = file.parent().filter(|folder| *folder != announcements);
    let is_bundle = file.file_stem().is_some_and(|stem| stem.eq_ignore_ascii_case("index"));
    let entries = folder.filter(|_| is_bundle).and_then(|folder| fs::read_dir(folder).ok());
    let mut left: Vec<PathBuf> = entries.into_iter().flatten().flatten().map(|entry| entry.path()).collect();
    left.sort();
    left
}

wording! {
    /// Reason why an announcement cannot be withdrawn.
    #[derive(Debug, Error)]
    pub(crate) enum WithdrawError {
        Unknown { id: String, meant: Option<String> }
            en("no announcement has the id `{id}`")
            sv("inget tillkännagivande har id `{id}`"),
        NeverPublished { id: String }
            en("`{id}` has not been published")
            sv("`{id}` har inte publicerats"),
        Withdrawn { id: String, since: String }
            en("`{id}` is already withdrawn, as of {since}")
            sv("`{id}` är redan tillbakadraget, från {since}"),
        Edit { path: PathBuf, error: EditError }
            en("cannot edit {}: {error}", path.display())
            sv("det går inte att ändra {}: {error}", path.display()),
        Io { path: PathBuf, source: io::Error }
            en("cannot read or replace {}", path.display())
            sv("det går inte att läsa eller ersätta {}", path.display()),
        Read {
            #[from]
            error: ReadError
        }
            en("{error}")
            sv("{error}"),
        History { error: Box<anslag_publish::PublishError> }
            en("{error}")
            sv("{error}"),
    }
}

impl Fatal for WithdrawError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Unknown { .. } => FatalCode::UnknownId,
            Self::NeverPublished { .. } | Self::Withdrawn { .. } => FatalCode::NothingToWithdraw,
            Self::Edit { .. } => FatalCode::UneditableSource,
            Self::Read { error: ReadError::Changed { .. } } => FatalCode::ChangedSource,
            Self::Io { .. } | Self::Read { error: ReadError::Io { .. } | ReadError::Index { .. } } => {
                FatalCode::IoError
            }
            Self::History { error } => error.code(),
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Unknown { meant, .. } => meant.clone().map(|name| Help::DidYouMean { name }),
            Self::NeverPublished { .. } => Some(Help::DeleteSource),
            Self::Withdrawn { .. } => Some(Help::EditWithdrawal),
            Self::Edit { .. } => Some(Help::WriteWithdrawal),
            Self::History { error } => error.help(),
            Self::Io { .. } | Self::Read { .. } => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_stays_does_not_keep_others() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir_all(path("b/c")).unwrap();
        for name in ["a", "d"] {
            fs::write(path(name), name).unwrap();
        }
        // A directory cannot be deleted as a file.
        let (deleted, failures) = delete(["a", "b", "gone", "d"].map(path).into(), folder.path());
        assert_eq!(deleted, ["a", "d"].map(path));
        assert!(matches!(&failures[..], [WithdrawError::Io { path: left, .. }] if *left == path("b")), "{failures:?}");
    }
}
