use crate::StatedDate;
use anslag_core::Day;
use toml_edit::{ArrayOfTables, Datetime, DocumentMut, Item, Table, Value};

/// An announcement as its source states it: front matter and body of a source file in the making.
///
/// Keys are those of source files (the README of anslag-source names them).
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// Identity that the source gives it: a guid, a node, an address, a file name. Another import knows it by this.
    pub origin: String,
    /// Front matter, in the order in which it was stated.
    front_matter: DocumentMut,
    /// Body in Markdown.
    pub body: String,
    /// Categories in the source. The register tells whether they are topics.
    pub categories: Vec<Category>,
    /// Author in the source. The register tells whether it is a unit.
    pub author: Option<String>,
}

/// Category of a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Category {
    /// Key in its scheme.
    pub term: String,
    /// Name for people.
    pub label: String,
    /// IRI of the scheme.
    pub scheme: Option<String>,
}

impl From<&str> for Category {
    fn from(word: &str) -> Self {
        Self { term: word.to_owned(), label: word.to_owned(), scheme: None }
    }
}

impl Draft {
    /// Returns a draft that states nothing yet.
    #[must_use]
    pub fn new(origin: impl Into<String>) -> Self {
        Self { origin: origin.into(), ..Self::default() }
    }

    /// States a fact that the source has as data.
    ///
    /// `key` may name a key of a part: `notice.body`. An earlier value is replaced.
    pub fn state(&mut self, key: &str, value: impl Into<Value>) {
        self.insert(key, value.into());
    }

    /// States a fact that was taken from a text, with the sentence that states it as a comment.
    pub fn quote(&mut self, key: &str, value: impl Into<Value>, sentence: &str) {
        let mut value = value.into();
        value.decor_mut().set_suffix(comment(sentence));
        self.insert(key, value);
    }

    /// States a fact unless the key has a value.
    pub fn state_missing(&mut self, key: &str, value: impl Into<Value>) {
        if self.get(key).is_none() {
            self.state(key, value);
        }
    }

    /// States a date, as exact as it is.
    pub fn state_date(&mut self, key: &str, date: &StatedDate) {
        let text = date.to_string();
        self.state(key, self::date(&text).unwrap_or_else(|| text.into()));
    }

    /// Adds what another draft of the same announcement states, and takes its identity.
    #[must_use]
    pub(crate) fn with(mut self, other: Self) -> Self {
        for (key, item) in other.front_matter.iter() {
            if !self.front_matter.contains_key(key) {
                self.front_matter.insert(key, item.clone());
            }
        }
        self.origin = other.origin;
        if self.body.is_empty() {
            self.body = other.body;
        }
        self.categories.extend(other.categories);
        self.author = self.author.or(other.author);
        self
    }

    /// Removes a key at the top level.
    pub fn remove(&mut self, key: &str) {
        self.front_matter.remove(key);
    }

    /// Returns the day of publication.
    #[must_use]
    pub fn day(&self) -> Option<String> {
        let date = self.get("date").or_else(|| self.get("published"))?.as_value()?;
        let text = date.as_str().map_or_else(|| date.to_string(), str::to_owned);
        let day = text.trim().get(..10)?;
        Day::new(day).is_ok().then(|| day.to_owned())
    }

    /// Adds a table to a list of tables, for example to `contacts`.
    pub fn push(&mut self, list: &str, entry: Table) {
        let list = self.front_matter.entry(list).or_insert_with(|| Item::ArrayOfTables(ArrayOfTables::new()));
        if let Some(list) = list.as_array_of_tables_mut() {
            list.push(entry);
        }
    }

    /// Returns what is stated by a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Item> {
        key.split('.').try_fold(self.front_matter.as_item(), |item, key| item.get(key))
    }

    /// Returns the text of the source file.
    #[must_use]
    pub fn to_source(&self) -> String {
        format!("+++\n{}+++\n\n{}\n", self.front_matter, self.body.trim().replace("\r\n", "\n"))
    }

    /// States what a table of JSON says, under a key that may name a key of a part.
    pub(crate) fn state_json(&mut self, key: &str, json: &serde_json::Value) {
        use serde_json::Value as Json;
        match json {
            Json::Object(entries) => {
                for (name, value) in entries {
                    self.state_json(&format!("{key}.{name}"), value);
                }
            }
            Json::Array(items) if !items.is_empty() && items.iter().all(Json::is_object) && !key.contains('.') => {
                for item in items {
                    let Some(Value::InlineTable(table)) = to_toml(item) else { continue };
                    self.push(key, table.into_table());
                }
            }
            _ => {
                if let Some(value) = to_toml(json) {
                    self.state(key, value);
                }
            }
        }
    }

    fn insert(&mut self, key: &str, value: Value) {
        let (tables, key) = match key.rsplit_once('.') {
            Some((tables, key)) => (tables.split('.').collect(), key),
            None => (Vec::new(), key),
        };
        let table = tables.into_iter().try_fold(self.front_matter.as_table_mut(), |table, name| {
            table.entry(name).or_insert_with(|| Item::Table(Table::new())).as_table_mut()
        });
        if let Some(table) = table {
            table.insert(key, Item::Value(value));
        }
    }
}

/// Returns a value of JSON in TOML, which has no null.
fn to_toml(json: &serde_json::Value) -> Option<Value> {
    use serde_json::Value as Json;
    Some(match json {
        Json::Null => return None,
        Json::Bool(value) => Value::from(*value),
        Json::Number(number) => match number.as_i64() {
            Some(whole) => Value::from(whole),
            None => Value::from(number.as_f64()?),
        },
        Json::String(text) => date(text).unwrap_or_else(|| Value::from(text)),
        Json::Array(items) => Value::Array(items.iter().filter_map(to_toml).collect()),
        Json::Object(entries) => {
            let entries = entries.iter().filter_map(|(key, value)| Some((key.as_str(), to_toml(value)?)));
            Value::InlineTable(entries.collect())
        }
    })
}

/// Returns a day or an instant of TOML, if a text is one.
pub(crate) fn date(text: &str) -> Option<Value> {
    let date: Datetime = text.parse().ok()?;
    date.date.is_some().then(|| Value::from(date))
}

/// Returns a comment that quotes a sentence on one line.
#[must_use]
pub fn comment(sentence: &str) -> String {
    let words: Vec<&str> = sentence
        .split(|char: char| char.is_whitespace() || char.is_control())
        .filter(|word| !word.is_empty())
        .collect();
    format!(" # \"{}\"", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_is_a_source_file() {
        let mut draft = Draft::new("guid");
        draft.state("title", "Vattnet stängs av");
        draft.quote("date", "2021-05-18", "Publicerad\n2021-05-18");
        draft.state("notice.body", "kf");
        let mut contact = Table::new();
        contact.insert("name", "Anders Fridén".into());
        draft.push("contacts", contact);
        "Text.".clone_into(&mut draft.body);
        assert_eq!(
            draft.to_source(),
            "+++\ntitle = \"Vattnet stängs av\"\ndate = \"2021-05-18\" # \"Publicerad 2021-05-18\"\n\n\
             [notice]\nbody = \"kf\"\n\n[[contacts]]\nname = \"Anders Fridén\"\n+++\n\nText.\n"
        );
    }
}
