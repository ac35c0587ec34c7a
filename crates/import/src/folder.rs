use crate::{Doubt, Draft, Finding, Profile, complete::complete, slug::slug, state::State};
use anslag_core::{AnnouncementId, Publication, Slug};
use anslag_edit::create_file;
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

/// Data folder that drafts are written into.
pub struct Folder<'p> {
    data: PathBuf,
    publication: &'p Publication,
    state: State,
    /// Organisations that were added to the register, by name.
    added: BTreeSet<String>,
    /// Files that were written.
    written: Vec<PathBuf>,
    /// Number of drafts that an earlier import has written.
    known: usize,
}

impl<'p> Folder<'p> {
    /// Opens a data folder.
    pub fn open(data: &Path, publication: &'p Publication) -> Result<Self, Finding> {
        let state = State::open(data)?;
        let folder = data.join("announcements");
        fs::create_dir_all(&folder).map_err(|error| unwritable(&folder, &error))?;
        let data = data.to_owned();
        Ok(Self { data, publication, state, added: BTreeSet::new(), written: Vec::new(), known: 0 })
    }

    /// Returns the files that were written.
    #[must_use]
    pub fn written(&self) -> &[PathBuf] {
        &self.written
    }

    /// Returns the number of drafts that an earlier import has written.
    #[must_use]
    pub fn known(&self) -> usize {
        self.known
    }

    /// Writes a draft into a new file, unless an import has written it before.
    pub fn write(&mut self, mut draft: Draft, profile: &Profile, findings: &mut Vec<Finding>) -> Result<(), Finding> {
        if self.state.file(&draft.origin).is_some() {
            self.known += 1;
            return Ok(());
        }
        let doubts = complete(&mut draft, profile, self.publication);
        self.register(&draft, findings)?;
        let text = draft.to_source();
        let (path, file) = self.create(&name(&draft), &text)?;
        findings.extend(doubts.into_iter().map(|doubt| Finding::new(path.display().to_string(), doubt)));
        self.state.record(&draft.origin, &file, &text).map_err(|error| unwritable(&path, &error))?;
        self.written.push(path);
        Ok(())
    }

    /// Makes a file of this name, with a number if there is one already.
    fn create(&self, name: &str, text: &str) -> Result<(PathBuf, String), Finding> {
        let mut number = 1;
        loop {
            let file = if number == 1 { format!("{name}.md") } else { format!("{name}-{number}.md") };
            let path = self.data.join("announcements").join(&file);
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
