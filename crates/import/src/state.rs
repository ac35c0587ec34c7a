use crate::{Doubt, Finding};
use anslag_edit::replace_file;
use anslag_wording::IoFault;
use serde::{Deserialize, Serialize};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What earlier imports into a data folder have made, in `<data>/.anslag/import/`.
///
/// `origins.jsonl` has a line for each identity of a source, with the file that was made of it; of several lines about one
/// identity, the last counts. `base/` has each file as it was last imported, by which a sync tells an editor's changes from
/// those of the source.
#[derive(Debug)]
pub struct State {
    folder: PathBuf,
    files: BTreeMap<String, Made>,
}

/// File that was made of an identity, and the source that it came from.
#[derive(Debug)]
struct Made {
    file: String,
    source: String,
}

/// Line of `origins.jsonl`.
#[derive(Serialize, Deserialize)]
struct Line {
    /// Identity in the source.
    origin: String,
    /// Path of the source file below `announcements`.
    file: String,
    /// Path or address of the source.
    #[serde(default)]
    source: String,
}

impl State {
    /// Reads the state of a data folder.
    pub fn open(data: &Path) -> Result<Self, Finding> {
        let folder = data.join(".anslag").join("import");
        let path = folder.join("origins.jsonl");
        let text = match fs::read(&path) {
            Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            Err(error) => {
                let fault = IoFault::from(&error);
                return Err(Finding::new(path.display().to_string(), Doubt::Unreadable { fault }));
            }
        };
        // A killed import may leave half a line.
        let lines = text.lines().filter_map(|line| serde_json::from_str::<Line>(line).ok());
        Ok(Self { folder, files: lines.map(|Line { origin, file, source }| (origin, Made { file, source })).collect() })
    }

    /// Returns the file that was made of an identity: its path below `announcements`.
    #[must_use]
    pub fn file(&self, origin: &str) -> Option<&str> {
        self.files.get(origin).map(|made| made.file.as_str())
    }

    /// Returns every identity of a source with its file.
    pub fn files(&self, source: &str) -> impl Iterator<Item = (&str, &str)> {
        let files = self.files.iter().filter(move |(_, made)| made.source == source);
        files.map(|(origin, made)| (origin.as_str(), made.file.as_str()))
    }

    /// Returns the sources of all files.
    #[must_use]
    pub fn sources(&self) -> BTreeSet<&str> {
        self.files.values().map(|made| made.source.as_str()).filter(|source| !source.is_empty()).collect()
    }

    /// Returns the text of a file as it was last imported.
    pub fn base(&self, file: &str) -> io::Result<Option<String>> {
        match fs::read_to_string(self.path_of_base(file)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            text => text.map(Some),
        }
    }

    /// Records that a file was imported from a source, and its text.
    pub fn record(&mut self, origin: &str, source: &str, file: &str, text: &str) -> io::Result<()> {
        let base = self.path_of_base(file);
        fs::create_dir_all(base.parent().unwrap_or(&self.folder))?;
        replace_file(&base, text.as_bytes())?;
        if self.files.get(origin).is_some_and(|made| made.file == file && made.source == source) {
            return Ok(());
        }
        let line = Line { origin: origin.to_owned(), file: file.to_owned(), source: source.to_owned() };
        // The line break before it ends a line that a killed import has left.
        let json = format!("\n{}\n", serde_json::to_string(&line)?);
        let path = self.folder.join("origins.jsonl");
        OpenOptions::new().create(true).append(true).open(path)?.write_all(json.as_bytes())?;
        self.files.insert(line.origin, Made { file: line.file, source: line.source });
        Ok(())
    }

    fn path_of_base(&self, file: &str) -> PathBuf {
        self.folder.join("base").join(file)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_survives_half_a_line() {
        let data = tempfile::tempdir().unwrap();
        let mut state = State::open(data.path()).unwrap();
        state.record("guid 1", "feed", "2021-05-18-a.md", "text").unwrap();
        let path = data.path().join(".anslag/import/origins.jsonl");
        OpenOptions::new().append(true).open(path).unwrap().write_all(b"{\"origin\":\"gu").unwrap();
        let mut state = State::open(data.path()).unwrap();
        state.record("guid 2", "feed", "2021-05-18-b.md", "text").unwrap();
        let state = State::open(data.path()).unwrap();
        let files: Vec<_> = state.files("feed").collect();
        assert_eq!(files, [("guid 1", "2021-05-18-a.md"), ("guid 2", "2021-05-18-b.md")]);
        assert_eq!(state.base("2021-05-18-a.md").unwrap().as_deref(), Some("text"));
        assert_eq!(state.base("2021-05-18-c.md").unwrap(), None);
    }
}
