use anslag_source::read_regular_text;
use anslag_wording::{IoFault, Language};
use std::{
    collections::BTreeMap,
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

/// The queries that come with the program, by name. A directory `queries` in the data adds to them, or replaces them.
const OURS: [(&str, &str); 7] = [
    ("appeals", include_str!("../queries/appeals.rq")),
    ("events", include_str!("../queries/events.rq")),
    ("graphs", include_str!("../queries/graphs.rq")),
    ("newest", include_str!("../queries/newest.rq")),
    ("projects", include_str!("../queries/projects.rq")),
    ("topics", include_str!("../queries/topics.rq")),
    ("types", include_str!("../queries/types.rq")),
];

/// Maximum length of a query, in bytes.
pub(crate) const MAX_LEN: u64 = 1 << 20;

/// File extension of queries.
const EXTENSION: &str = "rq";

/// A query with its source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Query {
    /// Path of the file, or a word between angle brackets, as messages show it.
    pub(crate) path: String,
    /// SPARQL text.
    pub(crate) text: String,
}

impl Query {
    /// Reads a query from a file.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        Ok(Self::new(path.display().to_string(), &read_regular_text(path, MAX_LEN)?))
    }

    /// Takes a text, which may begin with the byte-order mark of an editor.
    pub(crate) fn new(path: String, text: &str) -> Self {
        Self { path, text: text.strip_prefix('\u{feff}').unwrap_or(text).to_owned() }
    }

    /// Returns the title in a language: the first line `# sv: …` of the comment at the top, or else `# en: …`, or else the
    /// first line.
    pub(crate) fn title(&self, language: Language) -> String {
        let comments = || self.text.lines().map_while(|line| line.strip_prefix('#')).map(str::trim);
        let tagged = |language: Language| {
            comments().find_map(|comment| comment.strip_prefix(language.tag())?.strip_prefix(':').map(str::trim))
        };
        let title = tagged(language).or_else(|| tagged(Language::English)).or_else(|| comments().next());
        title.unwrap_or_default().chars().filter(|c| !c.is_control()).collect()
    }
}

/// A file or directory of queries that cannot be read.
pub(crate) struct Unreadable {
    pub(crate) path: PathBuf,
    pub(crate) source: io::Error,
}

/// Fails if a query is longer than those of files may be.
pub(crate) fn ensure_short(text: &str) -> io::Result<()> {
    if text.len() as u64 > MAX_LEN { Err(IoFault::TooLong { kib: MAX_LEN >> 10 }.into()) } else { Ok(()) }
}

/// Returns the queries that come with the program.
pub(crate) fn ours() -> BTreeMap<String, Query> {
    BTreeMap::from(OURS.map(|(name, text)| (name.to_owned(), Query::new(format!("<{name}>"), text))))
}

/// Returns all queries that have names: ours, and those in the directory `queries` of the data.
pub(crate) fn named(data: &Path) -> Result<BTreeMap<String, Query>, Unreadable> {
    let directory = data.join("queries");
    let unreadable = |path: &Path| {
        let path = path.to_path_buf();
        |source| Unreadable { path, source }
    };
    let mut queries = ours();
    let entries = match fs::read_dir(&directory) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(queries),
        Err(error) => return Err(unreadable(&directory)(error)),
    };
    for entry in entries {
        let path = entry.map_err(unreadable(&directory))?.path();
        if path.extension().is_some_and(|extension| extension == EXTENSION) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            queries.insert(name, Query::read(&path).map_err(unreadable(&path))?);
        }
    }
    Ok(queries)
}

/// Returns whether a query of ours has the name.
pub(crate) fn is_ours(name: &str) -> bool {
    OURS.iter().any(|(ours, _)| *ours == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_query_beside_the_code_is_ours() {
        let directory = Path::new(env!("CARGO_MANIFEST_DIR")).join("queries");
        let files = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut files: Vec<String> = files.collect();
        files.sort();
        assert_eq!(files, OURS.map(|(name, _)| format!("{name}.{EXTENSION}")));
    }

    #[track_caller]
    fn check_title(text: &str, english: &str, swedish: &str) {
        let query = Query::new("<query>".to_owned(), text);
        assert_eq!(query.title(Language::English), english);
        assert_eq!(query.title(Language::Swedish), swedish);
    }

    #[test]
    fn a_query_has_a_title_in_each_language() {
        check_title("# en: The newest\n# sv: De nyaste\nASK {}", "The newest", "De nyaste");
        check_title("\u{feff}#sv:De nyaste\n#en:The newest\nASK {}", "The newest", "De nyaste");
        check_title("# The newest\n# of all\nASK {}", "The newest", "The newest");
        check_title("# en: Only\u{1b} English\nASK {}", "Only English", "Only English");
        check_title("ASK {}\n# en: too late", "", "");
    }
}
