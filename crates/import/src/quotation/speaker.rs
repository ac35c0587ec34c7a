use toml_edit::{InlineTable, Value};

/// Person who says a quote.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// Name.
    pub name: String,
    /// Role or title.
    pub role: Option<String>,
    /// Unit or organisation.
    pub unit: Option<String>,
}

impl Speaker {
    /// Returns the person as an entry of `speakers`.
    #[must_use]
    pub fn to_value(&self) -> Value {
        let mut table = InlineTable::new();
        table.insert("name", self.name.as_str().into());
        for (key, field) in [("role", &self.role), ("unit", &self.unit)] {
            if let Some(field) = field {
                table.insert(key, field.as_str().into());
            }
        }
        Value::InlineTable(table)
    }
}

/// Words between a role and the unit.
const AT: [&str; 5] = [" på ", " vid ", " hos ", " at the ", " at "];

/// Words before several people with one role.
const COUNTS: [&str; 9] = ["två ", "tre ", "fyra ", "båda ", "bägge ", "two ", "three ", "four ", "both "];

/// Endings of titles in the plural, with those of one person. Other titles are a doubt.
const PLURALS: [(&str, &str); 14] = [
    ("anter", "ant"),
    ("enter", "ent"),
    ("ingenjörer", "ingenjör"),
    ("arkitekter", "arkitekt"),
    ("pedagoger", "pedagog"),
    ("strateger", "strateg"),
    ("ister", "ist"),
    ("loger", "log"),
    ("chefer", "chef"),
    ("rektorer", "rektor"),
    ("ledamöter", "ledamot"),
    ("lärare", "lärare"),
    ("ledare", "ledare"),
    ("ordförande", "ordförande"),
];

/// Returns role and unit of one person: `rektor på Dalboskolan`.
pub(super) fn role_of_one(text: &str) -> (Option<String>, Option<String>) {
    let place = AT.iter().filter_map(|word| text.find(word).map(|at| (at, word.len()))).min();
    let (role, unit) = match place {
        Some((at, length)) => (&text[..at], Some(text[at + length..].trim().to_owned())),
        None => (text, None),
    };
    (Some(role.trim().to_owned()), unit.filter(|unit| !unit.is_empty()))
}

/// Returns role and unit of each of several people: `två praktikanter på avdelningen`. Returns `None` if the role need not
/// be that of all.
pub(super) fn role_of_several(text: &str) -> Option<(Option<String>, Option<String>)> {
    let roles = COUNTS.iter().find_map(|count| text.strip_prefix(count))?;
    let (role, unit) = role_of_one(roles);
    let (first, rest) = role.as_deref()?.split_once(' ').map_or((role.as_deref()?, ""), |(first, rest)| (first, rest));
    let one = PLURALS.iter().find_map(|(plural, one)| Some(format!("{}{one}", first.strip_suffix(plural)?)))?;
    let role = format!("{one} {rest}");
    Some((Some(role.trim().to_owned()), unit))
}
