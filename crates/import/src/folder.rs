use crate::{Doubt, Draft, Finding, Listing, Profile, complete::complete, slug::slug, state::State, update};
use anslag_core::{AnnouncementId, Publication, Slug};
use anslag_edit::{create_file, replace_file};
use anslag_wording::IoFault;
use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

/// Beginning of the name of a file without a date. Its announcement has no id until somebody writes one.
const NO_DATE: &str = "utan-datum";

/// Most characters of a title in the name of a file.
const MAX_NAME: usize = 80;

/// Files that drafts are written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Writing {
    /// New files alone.
    New,
    /// New files, and those of earlier imports, in which what an editor has changed stays.
    Sync,
    /// None: what a sync would write is told.
    DryRun,
}

/// Data folder that drafts are written into.
pub struct Folder<'p> {
    data: PathBuf,
    publication: &'p Publication,
    state: State,
    writing: Writing,
    /// Path or address of the source that drafts come from.
    source: String,
    /// Identities of the drafts of the source.
    seen: BTreeSet<String>,
    /// Organisations that were added to the register, by name.
    added: BTreeSet<String>,
    /// Files that were written.
    written: Vec<PathBuf>,
    /// Number of drafts that an earlier import has written.
    known: usize,
}

impl<'p> Folder<'p> {
    /// Opens a data folder.
    pub fn open(data: &Path, publication: &'p Publication, writing: Writing) -> Result<Self, Finding> {
        let state = State::open(data)?;
        let folder = data.join("announcements");
        if writing != Writing::DryRun {
            fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, &error))?;
        }
        Ok(Self {
            data: data.to_owned(),
            publication,
            state,
            writing,
            source: String::new(),
            seen: BTreeSet::new(),
            added: BTreeSet::new(),
            written: Vec::new(),
            known: 0,
        })
    }

    /// Returns the sources of earlier imports.
    #[must_use]
    pub fn sources(&self) -> Vec<String> {
        self.state.sources().into_iter().map(str::to_owned).collect()
    }

    /// Begins a source: the drafts that follow come from it.
    pub fn begin(&mut self, source: &str) {
        source.clone_into(&mut self.source);
        self.seen.clear();
    }

    /// Returns the identities of earlier imports from the source, each with the address of its page.
    #[must_use]
    pub fn pages(&self) -> Vec<(String, String)> {
        let files = self.state.files(&self.source).filter(|(_, file)| update::is_up(&self.path(file)));
        let page =
            |(origin, file): (&str, &str)| Some((origin.to_owned(), update::address(&self.state.base(file).ok()??)?));
        files.filter_map(page).collect()
    }

    /// Ends a source that was read to its end: finds what it no longer has.
    pub fn end(&mut self, listing: &Listing, findings: &mut Vec<Finding>) {
        if self.writing == Writing::New {
            return;
        }
        for (origin, file) in self.state.files(&self.source) {
            let is_missing = listing.is_complete && !self.seen.contains(origin);
            let path = self.path(file);
            if (is_missing || listing.gone.iter().any(|gone| gone == origin)) && update::is_up(&path) {
                let id = update::id(&path);
                findings.push(Finding::new(path.display().to_string(), Doubt::Vanished { id }));
            }
        }
    }

    /// Returns the files that were written, or that a dry run would write.
    #[must_use]
    pub fn written(&self) -> &[PathBuf] {
        &self.written
    }

    /// Returns the number of drafts that an earlier import has written.
    #[must_use]
    pub fn known(&self) -> usize {
        self.known
    }

    /// Writes a draft into a new file, or into that of an earlier import.
    pub fn write(&mut self, mut draft: Draft, profile: &Profile, findings: &mut Vec<Finding>) -> Result<(), Finding> {
        if !self.seen.insert(draft.origin.clone()) {
            findings.push(Finding::new(&self.source, Doubt::Duplicate { origin: draft.origin }));
            return Ok(());
        }
        let known = self.state.file(&draft.origin).map(str::to_owned);
        self.known += usize::from(known.is_some());
        if known.is_some() && self.writing == Writing::New {
            return Ok(());
        }
        let doubts = complete(&mut draft, profile, self.publication);
        if let Some(file) = known {
            return self.update(&draft, &file, findings);
        }
        if self.writing == Writing::DryRun {
            let path = self.path(&format!("{}.md", name(&draft)));
            findings.push(Finding::new(path.display().to_string(), Doubt::New));
            self.written.push(path);
            return Ok(());
        }
        self.register(&draft, findings)?;
        let text = draft.to_source();
        let (path, file) = self.create(&name(&draft), &text)?;
        findings.extend(doubts.into_iter().map(|doubt| Finding::new(path.display().to_string(), doubt)));
        self.state.record(&draft.origin, &self.source, &file, &text).map_err(|error| unwritable(&path, &error))?;
        self.written.push(path);
        Ok(())
    }

    /// Brings what the source has changed since the last import into a file.
    fn update(&mut self, draft: &Draft, file: &str, findings: &mut Vec<Finding>) -> Result<(), Finding> {
        let path = self.path(file);
        let refuse = |error: &io::Error| unwritable(&path, error);
        let theirs = draft.to_source();
        let base = self.state.base(file).map_err(|error| refuse(&error))?;
        if base.as_deref() != Some(&theirs) {
            // Without a record of the last import, changes of the source cannot be told from those of an editor.
            let base = base.unwrap_or_else(|| theirs.clone());
            let merged = update::merge(&path, &base, &theirs, findings).map_err(|error| refuse(&error))?;
            if let Some(text) = merged {
                if self.writing == Writing::Sync {
                    self.register(draft, findings)?;
                    replace_file(&path, text.as_bytes()).map_err(|error| refuse(&error))?;
                }
                self.written.push(path.clone());
            }
        }
        if self.writing == Writing::Sync {
            self.state.record(&draft.origin, &self.source, file, &theirs).map_err(|error| refuse(&error))?;
        }
        Ok(())
    }

    /// Returns the path of a file below `announcements`.
    fn path(&self, file: &str) -> PathBuf {
        self.data.join("announcements").join(file)
    }

    /// Makes a file of this name, with a number if there is one already.
    fn create(&self, name: &str, text: &str) -> Result<(PathBuf, String), Finding> {
        let mut number = 1;
        loop {
            let file = if number == 1 { format!("{name}.md") } else { format!("{name}-{number}.md") };
            let path = self.path(&file);
            match create_file(&path, text.as_bytes()) {
                Ok(()) => return Ok((path, file)),
                // A killed import has written it and not recorded it.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists && has(&path, text) => {
                    return Ok((path, file));
                }
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => number += 1,
                Err(error) => return Err(unwritable(&path, &error)),
            }
        }
    }

    /// Adds the organisations of a draft to register.toml that it lacks.
    fn register(&mut self, draft: &Draft, findings: &mut Vec<Finding>) -> Result<(), Finding> {
        for name in ["publisher", "unit"].into_iter().filter_map(|key| draft.get(key)?.as_str()) {
            if self.publication.register.find_organization(name).is_some() || !self.added.insert(name.to_owned()) {
                continue;
            }
            let path = self.data.join("register.toml");
            let key = crate::register::add_organization(&path, name).map_err(|error| unwritable(&path, &error))?;
            let doubt = Doubt::NewOrganization { name: name.to_owned(), key };
            findings.push(Finding::new(path.display().to_string(), doubt));
        }
        Ok(())
    }
}

/// Returns the name of the file of a draft: its id, else its day and its title.
fn name(draft: &Draft) -> String {
    let own = draft.origin.trim_end_matches('/').rsplit(['/', ':']).next();
    if let Some(id) = own.filter(|own| AnnouncementId::new(own).is_ok()) {
        return id.to_owned();
    }
    let day = draft.day().unwrap_or_else(|| NO_DATE.to_owned());
    let title = draft.get("title").and_then(|title| title.as_str()).unwrap_or_default();
    let slug = slug(&title[..title.floor_char_boundary(Slug::MAX_LEN / 2)]).unwrap_or_else(|| "utan-rubrik".to_owned());
    let end = if slug.len() <= MAX_NAME { slug.len() } else { slug[..MAX_NAME].rfind('-').unwrap_or(MAX_NAME) };
    format!("{day}-{}", &slug[..end])
}

fn has(path: &Path, text: &str) -> bool {
    fs::read(path).is_ok_and(|bytes| bytes == text.as_bytes())
}

fn unwritable(path: &Path, error: &io::Error) -> Finding {
    Finding::new(path.display().to_string(), Doubt::Unwritable { fault: IoFault::from(error) })
}
