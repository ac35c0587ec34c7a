use crate::{Doubt, Finding, Kind};
use anslag_source::read_regular_text;
use anslag_wording::IoFault;
use serde::{Deserialize, Deserializer, de::Error};
use serde_json::{Map, Value};
use std::{collections::BTreeMap, io, path::Path};

/// Most bytes of import.toml.
const MAX_BYTES: u64 = 1 << 20;

/// Settings of `import.toml`.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profiles {
    /// Profiles of sources.
    #[serde(default)]
    pub sources: Vec<Profile>,
    /// Keys of front matter for announcements that do not state them, whatever the source.
    #[serde(default)]
    pub defaults: Map<String, Value>,
}

/// Settings of a source, or of several that begin alike.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Path or address of the source, or its beginning.
    pub from: String,
    /// Kind of the source; by default the one that its content shows.
    #[serde(default, deserialize_with = "kind")]
    pub kind: Option<Kind>,
    /// `true` if the articles that a feed lists are read from their pages.
    #[serde(default)]
    pub pages: bool,
    /// Keys of front matter for announcements that do not state them.
    #[serde(default)]
    pub defaults: Map<String, Value>,
    /// Topics and types by the categories of the source.
    #[serde(default)]
    pub categories: BTreeMap<String, String>,
    /// Path to the list of announcements in JSON, such as `data.items`; by default the first list.
    #[serde(default)]
    pub items: Option<String>,
    /// Columns of CSV, or paths in JSON, by keys of front matter. `body` is the text, `origin` the identity.
    #[serde(default)]
    pub columns: BTreeMap<String, String>,
}

impl Profiles {
    /// Reads import.toml. A missing file has no settings, if none was named.
    pub fn read(path: &Path, is_required: bool) -> Result<Self, Finding> {
        let name = path.display().to_string();
        match read_regular_text(path, MAX_BYTES) {
            Ok(text) => Self::parse(&name, &text),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !is_required => Ok(Self::default()),
            Err(error) => Err(Finding::new(name, Doubt::Unreadable { fault: IoFault::from(&error) })),
        }
    }

    /// Parses import.toml; `name` is its path.
    pub fn parse(name: &str, text: &str) -> Result<Self, Finding> {
        toml::from_str(text).map_err(|error| {
            let start = error.span().map_or(0, |span| span.start.min(text.len()));
            let line = text[..text.floor_char_boundary(start)].matches('\n').count() + 1;
            let reason = error.message().lines().collect::<Vec<_>>().join(", ");
            let excerpt = text.lines().nth(line - 1).unwrap_or_default();
            Finding::new(name, Doubt::Malformed { reason }).at(line, excerpt)
        })
    }

    /// Returns the profile of a source: the one with the longest beginning of its name, with the defaults of all.
    #[must_use]
    pub fn of(&self, source: &str) -> Profile {
        let fits = self.sources.iter().filter(|profile| source.starts_with(&profile.from));
        let mut profile = fits.max_by_key(|profile| profile.from.len()).cloned().unwrap_or_default();
        for (key, value) in &self.defaults {
            profile.defaults.entry(key.clone()).or_insert_with(|| value.clone());
        }
        profile
    }
}

/// Reads the name of a kind.
fn kind<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Kind>, D::Error> {
    let key = String::deserialize(deserializer)?;
    let unknown = || {
        let keys: Vec<&str> = Kind::keys().collect();
        D::Error::custom(format!("unknown kind `{key}`; write one of {}", keys.join(", ")))
    };
    Kind::from_key(&key).map(Some).ok_or_else(unknown)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_beginning_counts() {
        let text = "defaults.type = 'nyhet'\ndefaults.language = 'sv'\n\
                    [[sources]]\nfrom = 'https://a.example/'\n\
                    [[sources]]\nfrom = 'https://a.example/en/'\nkind = 'csv'\ndefaults.language = 'en'\n";
        let profiles = Profiles::parse("import.toml", text).unwrap();
        let english = profiles.of("https://a.example/en/feed");
        assert_eq!((english.kind, english.defaults["language"].as_str()), (Some(Kind::Csv), Some("en")));
        assert_eq!(english.defaults["type"].as_str(), Some("nyhet"));
        assert_eq!(profiles.of("feed.xml").defaults["language"].as_str(), Some("sv"));
    }

    #[test]
    fn a_fault_has_its_line() {
        let error = Profiles::parse("import.toml", "[[sources]]\nfrom = 'a'\nkind = 'fax'\n").unwrap_err();
        assert_eq!((error.line, error.excerpt.as_str()), (Some(3), "kind = 'fax'"));
    }
}
