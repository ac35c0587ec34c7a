use crate::{
    ANNOUNCEMENT, AnyPart, Choice, Form, Key, KeyTable, Kind, ORGANIZATION, PARTS, PLACE, PROGRAMME, PUBLICATION,
    PartSpec, QUOTE, REGISTER,
};
use anslag_core::{Licence, Publication};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A JSON Schema (2020-12) of something that a publication is written with, for editors and validators.
///
/// It accepts all that the readers of sources accept. What it cannot say (two keys that contradict each other, words of the
/// register), `anslag check` finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonSchema {
    /// The front matter of an announcement.
    FrontMatter,
    /// A line of JSON Lines: an announcement with its text.
    JsonLines,
    /// The file `publication.toml`.
    Publication,
    /// The file `register.toml`.
    Register,
}

impl JsonSchema {
    /// Every schema there is.
    pub const ALL: [Self; 4] = [Self::FrontMatter, Self::JsonLines, Self::Publication, Self::Register];

    /// Returns the name on the command line, which is also that of the file without its extension.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FrontMatter => "front-matter",
            Self::JsonLines => "json-lines",
            Self::Publication => "publication",
            Self::Register => "register",
        }
    }

    /// Returns what the schema describes.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::FrontMatter => "The front matter of an announcement",
            Self::JsonLines => "An announcement in JSON Lines",
            Self::Publication => "publication.toml: who publishes, where, and how",
            Self::Register => "register.toml: what announcements share",
        }
    }

    /// Returns the path of the schema in the published layout.
    #[must_use]
    pub fn path(self) -> String {
        format!("schema/{}.json", self.name())
    }

    /// Returns the schema, which a publication serves at `path`; without one it has no `$id`.
    #[must_use]
    pub fn render(self, publication: Option<&Publication>) -> String {
        let mut definitions = Definitions::default();
        let body = match self {
            Self::FrontMatter => announcement(&mut definitions, |key| (key.name != "body").then_some(key.required)),
            // A line has no file name that could be its identity.
            Self::JsonLines => announcement(&mut definitions, |key| Some(key.required || key.name == "id")),
            Self::Publication => definitions.object(PUBLICATION.keys),
            Self::Register => definitions.object(REGISTER.keys),
        };
        let mut schema = Map::new();
        schema.insert("$schema".into(), "https://json-schema.org/draft/2020-12/schema".into());
        if let Some(publication) = publication {
            schema.insert("$id".into(), publication.file(&self.path()).as_str().into());
        }
        schema.insert("title".into(), self.title().into());
        if let Value::Object(body) = body {
            schema.extend(body);
        }
        if !definitions.done.is_empty() {
            schema.insert("$defs".into(), Value::Object(definitions.done.into_iter().collect()));
        }
        let mut text = serde_json::to_string_pretty(&schema).expect("the keys of JSON are texts");
        text.push('\n');
        text
    }
}

/// Returns the schema of an announcement; website generators hold some of its keys in tables of their own.
fn announcement(definitions: &mut Definitions, is_required: impl Fn(&Key) -> Option<bool>) -> Value {
    let mut keys = (&ANNOUNCEMENT as &dyn AnyPart).keys();
    keys.retain_mut(|key| is_required(key).map(|required| key.required = required).is_some());
    let mut properties = definitions.properties(&keys);
    let nested =
        json!({ "type": "object", "description": "keys of the announcement, in the folders of Hugo and Zola" });
    properties.insert("params".into(), nested.clone());
    properties.insert("extra".into(), nested);
    let topics = json!({ "type": "object", "description": "the topics, in the folders of Zola" });
    properties.insert("taxonomies".into(), topics);
    json!({
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
        // A key that must be there may stand in one of the tables of website generators.
        "if": { "not": { "anyOf": [{ "required": ["params"] }, { "required": ["extra"] }] } },
        "then": { "allOf": required(&keys) },
    })
}

/// Returns a constraint for each key that must be there, under whichever of its names.
fn required(keys: &[Key]) -> Vec<Value> {
    let one_of_names = |key: &Key| {
        let names: Vec<Value> = key.names().map(|name| json!({ "required": [name] })).collect();
        json!({ "anyOf": names })
    };
    keys.iter().filter(|key| key.required).map(one_of_names).collect()
}

/// The tables that a schema refers to, by their names.
#[derive(Default)]
struct Definitions {
    done: BTreeMap<String, Value>,
}

impl Definitions {
    /// Returns the schema of a table with these keys.
    fn object(&mut self, keys: &[Key]) -> Value {
        let mut object = Map::new();
        object.insert("type".into(), "object".into());
        object.insert("properties".into(), Value::Object(self.properties(keys)));
        object.insert("additionalProperties".into(), false.into());
        let required = required(keys);
        if !required.is_empty() {
            object.insert("allOf".into(), required.into());
        }
        Value::Object(object)
    }

    /// Returns the schema of each key, under all its names.
    fn properties(&mut self, keys: &[Key]) -> Map<String, Value> {
        let mut properties = Map::new();
        for key in keys {
            let mut schema = self.form(key.form);
            if let Value::Object(schema) = &mut schema
                && !key.says.is_empty()
            {
                schema.insert("description".into(), key.says.into());
            }
            properties.extend(key.names().map(|name| (name.to_owned(), schema.clone())));
        }
        properties
    }

    /// Returns a reference to a table, which is defined once.
    fn reference(&mut self, name: &str, define: impl FnOnce(&mut Self) -> Value) -> Value {
        if !self.done.contains_key(name) {
            self.done.insert(name.to_owned(), Value::Null);
            let defined = define(self);
            self.done.insert(name.to_owned(), defined);
        }
        json!({ "$ref": format!("#/$defs/{name}") })
    }

    fn table(&mut self, table: &'static KeyTable) -> Value {
        self.reference(table.name, |own| {
            let mut object = own.object(table.keys);
            object["title"] = table.title.into();
            object
        })
    }

    fn part(&mut self, spec: &PartSpec) -> Value {
        self.reference(spec.key, |own| {
            let mut object = own.object(&spec.part().keys());
            if *spec == QUOTE.spec {
                // The text of a quote is given by its ends or as a whole.
                object["anyOf"] = json!([{ "required": ["match"] }, { "required": ["text"] }]);
            }
            object["title"] = spec.labels[1].into();
            object
        })
    }

    /// Returns the schema of a word of the register, or a table of what the announcement itself says.
    fn named(&mut self, spec: &PartSpec) -> Value {
        let table = self.part(spec);
        json!({ "anyOf": [line(), table] })
    }

    fn form(&mut self, form: Form) -> Value {
        match form {
            Form::Of(kind) => self.kind(kind),
            Form::Base => json!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://.*/$" }),
            Form::Iri => json!({ "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9+.-]*:" }),
            Form::Reference | Form::ReferenceOrPage => line(),
            Form::Licence => json!({ "enum": Licence::ALL.map(Licence::address) }),
            Form::TimeZone => json!({ "type": "string", "pattern": "^[A-Za-z]" }),
            Form::Localized => json!({ "anyOf": [line(), { "type": "object", "additionalProperties": line() }] }),
            Form::Words => {
                let words = json!({ "type": "array", "items": line() });
                json!({ "anyOf": [words, { "type": "object", "additionalProperties": words }] })
            }
            Form::Whole { least, most: None } => json!({ "type": "integer", "minimum": least }),
            Form::Whole { least, most: Some(most) } => {
                json!({ "type": "integer", "minimum": least, "maximum": most })
            }
            Form::OrganizationNumber => json!({ "type": "string", "pattern": "^[0-9]{6}-?[0-9]{4}$" }),
            Form::MunicipalityCode => json!({ "type": "string", "pattern": "^[0-9]{4}$" }),
            Form::Choice(members) => words(&members()),
            Form::Code(table) => {
                let codes: Vec<_> = table.codes().flat_map(|code| [code.code, code.sv, code.en]).collect();
                any_case(codes.into_iter().filter(|word| !word.is_empty()))
            }
            Form::List(items) => json!({ "type": "array", "items": self.form(*items) }),
            Form::Table(table) => self.table(table),
            Form::Entries(table) => {
                let entry = self.table(table);
                let key = json!({ "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$" });
                json!({ "type": "object", "propertyNames": key, "additionalProperties": entry })
            }
            Form::Currency => json!({ "type": "string", "pattern": "^[A-Za-z]{3}$" }),
        }
    }

    fn kind(&mut self, kind: Kind) -> Value {
        let list = |items: Value| json!({ "type": "array", "items": items });
        match kind {
            Kind::Line | Kind::Plain | Kind::Organization => line(),
            Kind::Text => json!({ "type": "string", "pattern": r"\S" }),
            Kind::Markdown => json!({ "type": "string" }),
            Kind::Day | Kind::Deadline => json!({ "type": "string", "pattern": DAY }),
            Kind::Moment => json!({ "type": "string", "pattern": MOMENT }),
            Kind::Edtf | Kind::Date => json!({ "type": "string", "pattern": "^[0-9XYyS./~?%:+TZ-]+$" }),
            Kind::Duration => json!({ "type": "string", "pattern": "^P[0-9YMWDTHS.,]+$" }),
            Kind::Iri => json!({ "type": "string", "pattern": "^[Hh][Tt][Tt][Pp][Ss]?://[^/]" }),
            Kind::Email => json!({ "type": "string", "pattern": "^[^@]+@[^@]+$" }),
            Kind::Phone => json!({ "type": "string", "pattern": "[0-9]" }),
            Kind::Decimal => json!({ "type": "number", "minimum": 0 }),
            Kind::Percent => json!({ "type": "number", "minimum": 0, "maximum": 100 }),
            Kind::Money => {
                let money = json!({
                    "type": "object",
                    "properties": { "amount": self.kind(Kind::Decimal), "currency": self.form(Form::Currency) },
                    "required": ["amount", "currency"],
                    "additionalProperties": false,
                });
                json!({ "anyOf": [self.kind(Kind::Decimal), money] })
            }
            Kind::Bytes => json!({ "type": "integer", "minimum": 0 }),
            Kind::Count => json!({ "type": "integer", "minimum": 1 }),
            Kind::MediaType => json!({ "type": "string", "pattern": "^[^/]+/[^/]+$" }),
            Kind::Language => json!({ "type": "string", "pattern": "^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$" }),
            Kind::Country => json!({ "type": "string", "pattern": "^[A-Za-z]{2}$" }),
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::Id | Kind::Announcement => {
                json!({ "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}(-[a-z0-9]+)+$" })
            }
            Kind::Announcements => list(self.kind(Kind::Announcement)),
            Kind::Party => self.named(&ORGANIZATION.spec),
            Kind::Parties => list(self.named(&ORGANIZATION.spec)),
            Kind::Location => self.named(&PLACE.spec),
            Kind::Locations => list(self.named(&PLACE.spec)),
            Kind::Programme => self.named(&PROGRAMME.spec),
            Kind::Lines | Kind::Topics => list(line()),
            Kind::Themes => list(json!({ "type": "string", "pattern": "^[A-Za-z]{4}$" })),
            Kind::Choice(set) => words(&set.members()),
            Kind::Derived => list(json!({ "enum": deadlines() })),
            Kind::Node(_) => Value::Bool(true),
            Kind::Part(spec) if spec.is_list => list(self.part(spec)),
            Kind::Part(spec) => self.part(spec),
        }
    }
}

const DAY: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";
const MOMENT: &str =
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}([Tt ][0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)?([Zz]|[+-][0-9:]{2,8})?)?$";

/// Returns the schema of a line of text.
fn line() -> Value {
    json!({ "type": "string", "pattern": r"^\S([^\n\r]*\S)?$" })
}

/// Returns the keys of all fields whose values may follow from a rule.
fn deadlines() -> Vec<&'static str> {
    let fields = PARTS.iter().flat_map(|part| part.fields());
    fields.filter(|field| matches!(field.kind, Kind::Deadline)).map(|field| field.key).collect()
}

/// Returns the schema of the members of a closed set, which sources name by their keys, labels and other words.
fn words(members: &[Choice]) -> Value {
    any_case(members.iter().flat_map(|member| {
        let labels = member.labels.iter().map(|(_, label)| *label);
        [member.key].into_iter().chain(labels).chain(member.words.iter().copied())
    }))
}

/// Returns the schema of some words: as they are, for editors to offer, and in any case.
fn any_case(words: impl Iterator<Item = &'static str>) -> Value {
    let mut all: Vec<&str> = Vec::new();
    for word in words {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    let patterns: Vec<String> = all.iter().map(|word| in_any_case(word)).collect();
    json!({ "anyOf": [{ "enum": all }, { "type": "string", "pattern": format!("^({})$", patterns.join("|")) }] })
}

/// Returns the regular expression of a word in any case, which ECMAScript's expressions have no flag for.
fn in_any_case(word: &str) -> String {
    word.chars().fold(String::new(), |mut pattern, character| {
        let (lower, upper) = (character.to_lowercase().to_string(), character.to_uppercase().to_string());
        if lower == upper {
            if !character.is_alphanumeric() && character != ' ' {
                pattern.push('\\');
            }
            pattern.push(character);
        } else {
            pattern.extend(["[", &lower, &upper, "]"]);
        }
        pattern
    })
}
