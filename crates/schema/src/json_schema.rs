use crate::{
    ANNOUNCEMENT, AnyPart, CUSTOM_FEED, Choice, FEED_CONDITIONS, Form, KEYS_OF_WEBSITES, Key, KeyTable, Kind,
    ORGANIZATION, PARTS, PLACE, PROGRAMME, PUBLICATION, PartSpec, QUOTE, REGISTER,
};
use anslag_core::{DataTheme, Licence, Publication, Slug};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// A character that is no white space.
macro_rules! visible {
    () => {
        r"[^\u0000- \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufffe\uffff]"
    };
}

/// A month and one of its days.
macro_rules! month_and_day {
    () => {
        "((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9]))"
    };
}

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
            Self::FrontMatter => front_matter(publication, &mut definitions),
            Self::JsonLines => definitions.object(&line_keys()),
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

/// Returns the schema of front matter. Website generators hold some of its keys in tables of their own.
fn front_matter(publication: Option<&Publication>, definitions: &mut Definitions) -> Value {
    let mut keys = (&ANNOUNCEMENT as &dyn AnyPart).keys();
    keys.retain(|key| key.name != "body");
    let mut properties = definitions.properties(&keys);
    // In Jekyll, the key says whether a page is published.
    properties["published"] = json!({ "anyOf": [properties["published"], { "type": "boolean" }] });
    let more = publication.iter().flat_map(|publication| publication.check.ignore_keys.iter().map(String::as_str));
    let more: Map<String, Value> = more.map(|key| (key.to_owned(), Value::Bool(true))).collect();
    for (key, anything) in &more {
        properties.entry(key).or_insert(anything.clone());
    }
    let ignored = json!({ format!("^({})$", KEYS_OF_WEBSITES.map(in_any_case).join("|")): true });
    let mut one_name = one_name(&keys);
    let is_flag = json!({ "properties": { "published": { "type": "boolean" } } });
    one_name.insert("published".into(), json!({ "anyOf": [is_flag, one_name["published"]] }));
    let nested = definitions.reference("nested", |_| {
        json!({
            "title": "Keys of the announcement, in a table of Hugo or Zola",
            "type": "object",
            "properties": properties,
            "patternProperties": ignored,
            "additionalProperties": false,
            "dependentSchemas": one_name,
        })
    });
    let topics = &properties["topics"];
    let mut taxonomies = json!({
        "title": "The topics, in a table of Zola",
        "type": "object",
        "properties": { "topics": topics, "tags": topics },
        "patternProperties": ignored,
        "additionalProperties": false,
        "not": { "required": ["topics", "tags"] },
    });
    for (key, anything) in more {
        taxonomies["properties"][key] = anything;
    }
    let mut all = properties.clone();
    all.insert("params".into(), nested.clone());
    all.insert("extra".into(), nested);
    all.insert("taxonomies".into(), taxonomies);
    json!({
        "type": "object",
        "properties": all,
        "patternProperties": ignored,
        "additionalProperties": false,
        "dependentSchemas": one_name,
        // A key that must be there may stand in one of the tables of website generators.
        "if": { "not": { "anyOf": [{ "required": ["params"] }, { "required": ["extra"] }] } },
        "then": { "allOf": presence(&keys) },
    })
}

/// Returns the keys of a line of JSON Lines, which has no file name that could be its identity.
fn line_keys() -> Vec<Key> {
    let mut keys = (&ANNOUNCEMENT as &dyn AnyPart).keys();
    for key in keys.iter_mut().filter(|key| key.name == "id") {
        key.required = true;
    }
    keys
}

/// Returns, for each name of a key with several, a constraint that forbids those after it.
fn one_name(keys: &[Key]) -> Map<String, Value> {
    let mut constraints = Map::new();
    for key in keys {
        let names: Vec<&str> = key.names().collect();
        for (position, name) in names.iter().enumerate().take(names.len() - 1) {
            let others: Map<_, _> =
                names[position + 1..].iter().map(|other| ((*other).to_owned(), Value::Bool(false))).collect();
            constraints.insert((*name).to_owned(), json!({ "properties": others }));
        }
    }
    constraints
}

/// Returns a constraint for each key that must be there: always, beside another, or beside an amount that is a number.
fn presence(keys: &[Key]) -> Vec<Value> {
    let named = |name| keys.iter().find(|key| key.name == name).expect("a key needs one of the same table");
    let mut constraints: Vec<Value> = keys.iter().filter(|key| key.required).map(is_present).collect();
    for key in keys {
        if let Some(other) = key.needs {
            constraints.push(json!({ "if": is_present(key), "then": is_present(named(other)) }));
        }
        if let Form::Of(Kind::Money) = key.form {
            let numbers: Map<_, _> = key.names().map(|name| (name.into(), json!({ "type": "number" }))).collect();
            let is_number = json!({ "allOf": [is_present(key), { "properties": numbers }] });
            constraints.push(json!({ "if": is_number, "then": is_present(named("currency")) }));
        }
    }
    constraints
}

/// Returns the constraint that a key is there, under whichever of its names.
fn is_present(key: &Key) -> Value {
    let names: Vec<Value> = key.names().map(|name| json!({ "required": [name] })).collect();
    json!({ "anyOf": names })
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
        let one_name = one_name(keys);
        if !one_name.is_empty() {
            object.insert("dependentSchemas".into(), one_name.into());
        }
        let presence = presence(keys);
        if !presence.is_empty() {
            object.insert("allOf".into(), presence.into());
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
            if table.name == CUSTOM_FEED.name {
                object["anyOf"] = FEED_CONDITIONS.map(|key| json!({ "required": [key] })).to_vec().into();
            }
            object["title"] = table.title.into();
            object
        })
    }

    fn part(&mut self, spec: &PartSpec) -> Value {
        self.reference(spec.key, |own| {
            let mut object = own.object(&spec.part().keys());
            if *spec == QUOTE.spec {
                object["properties"]["speakers"]["minItems"] = 1.into();
                // The text of a quote is given by its ends or as a whole.
                object["oneOf"] = json!([{ "required": ["match"] }, { "required": ["text"] }]);
            }
            object["title"] = spec.labels[1].into();
            object
        })
    }

    /// Returns the schema of a word of the register, or a table of what the announcement itself says.
    fn named(&mut self, spec: &PartSpec) -> Value {
        let table = self.part(spec);
        json!({ "anyOf": [self.line(), table] })
    }

    fn line(&mut self) -> Value {
        self.reference("line", |_| titled("A line of text", LINE))
    }

    /// Returns the schema of a table whose keys are languages.
    fn by_language(items: &Value) -> Value {
        json!({
            "type": "object",
            "propertyNames": { "pattern": format!("^{LANGUAGE}$") },
            "additionalProperties": items,
        })
    }

    fn form(&mut self, form: Form) -> Value {
        match form {
            Form::Of(kind) => self.kind(kind),
            Form::Base => pattern(BASE),
            Form::Iri => pattern(IRI),
            Form::AddressOrFile => json!({ "anyOf": [self.kind(Kind::Iri), pattern(FILE)] }),
            Form::Reference | Form::ReferenceOrPage => self.line(),
            Form::Licence => exactly(&Licence::ALL.map(Licence::address)),
            Form::TimeZone => pattern("[A-Za-z][0-9A-Za-z/_+-]*"),
            Form::Localized => {
                let line = self.line();
                let mut by_language = Self::by_language(&line);
                by_language["minProperties"] = 1.into();
                json!({ "anyOf": [line, by_language] })
            }
            Form::Words => {
                let words = json!({ "type": "array", "items": self.line() });
                json!({ "anyOf": [words, Self::by_language(&words)] })
            }
            Form::Whole { least, most: None } => json!({ "type": "integer", "minimum": least }),
            Form::Whole { least, most: Some(most) } => {
                json!({ "type": "integer", "minimum": least, "maximum": most })
            }
            Form::OrganizationNumber => pattern("[^0-9A-Za-z]?([0-9][^0-9A-Za-z]?){10}"),
            Form::MunicipalityCode => pattern("[0-9]{4}"),
            Form::Choice(members) => words(&members()),
            Form::Code(table) => {
                let codes: Vec<_> = table.codes().flat_map(|code| [code.code, code.sv, code.en]).collect();
                any_case(codes.into_iter().filter(|word| !word.is_empty()))
            }
            Form::List(items) => json!({ "type": "array", "items": self.form(*items) }),
            Form::NonEmptyList(items) => json!({ "type": "array", "items": self.form(*items), "minItems": 1 }),
            Form::FlagOrList(items) => {
                json!({ "anyOf": [{ "type": "boolean" }, { "type": "array", "items": self.form(*items) }] })
            }
            Form::OneOrList(items) => {
                let item = self.form(*items);
                let list = json!({ "type": "array", "items": item, "minItems": 1 });
                json!({ "anyOf": [item, list] })
            }
            Form::Slug => pattern(SLUG),
            Form::Table(table) => self.table(table),
            Form::Entries(table) => {
                let entry = self.table(table);
                let key = json!({ "pattern": format!("^{SLUG}$"), "maxLength": Slug::MAX_LEN });
                json!({ "type": "object", "propertyNames": key, "additionalProperties": entry })
            }
            Form::Theme => exactly(&DataTheme::ALL.map(DataTheme::code)),
            Form::Currency => pattern("[A-Z]{3}"),
        }
    }

    fn kind(&mut self, kind: Kind) -> Value {
        let list = |items: Value| json!({ "type": "array", "items": items });
        match kind {
            Kind::Line | Kind::Plain | Kind::Board | Kind::Organization => self.line(),
            Kind::Text => self.reference("text", |_| titled("A text of one or more lines", TEXT)),
            Kind::Markdown => json!({ "type": "string" }),
            Kind::Day | Kind::Deadline => self.reference("day", |_| titled("A day", DAY)),
            Kind::Moment => self.reference("moment", |_| titled("A day or an instant", &format!("{DAY}({TIME})?"))),
            Kind::Edtf | Kind::Date => pattern("[0-9XY./~?%:+TZ-]+"),
            Kind::Duration => pattern("P[0-9YMDTHS.]+"),
            Kind::Iri => self.reference("web_address", |_| titled("A web address", WEB)),
            Kind::Email => pattern(r"[^@ <>]+@[^@ <>]+\.[^@ <>]+"),
            Kind::Address => json!({ "anyOf": [self.kind(Kind::Email), self.kind(Kind::Iri)] }),
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
            Kind::Point => {
                let pair = |first: (&str, [i32; 2]), second: (&str, [i32; 2])| {
                    let number =
                        |[least, most]: [i32; 2]| json!({ "type": "number", "minimum": least, "maximum": most });
                    json!({
                        "type": "object",
                        "properties": { first.0: number(first.1), second.0: number(second.1) },
                        "required": [first.0, second.0],
                        "additionalProperties": false,
                    })
                };
                let degrees = pair(("latitude", [-90, 90]), ("longitude", [-180, 180]));
                let metres = pair(("north", [6_050_000, 7_750_000]), ("east", [150_000, 1_100_000]));
                json!({ "anyOf": [degrees, metres] })
            }
            Kind::Area => {
                let geometry = json!({
                    "type": "object",
                    "properties": {
                        "type": { "enum": ["Polygon", "MultiPolygon", "Feature", "FeatureCollection"] },
                        "coordinates": { "type": "array", "minItems": 1 },
                    },
                    "required": ["type"],
                });
                json!({ "anyOf": [pattern(r"[^/\\]+\.(geojson|GEOJSON)"), geometry] })
            }
            Kind::Bytes => json!({ "type": "integer", "minimum": 0 }),
            Kind::Count => json!({ "type": "integer", "minimum": 1 }),
            Kind::MediaType => pattern("[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*"),
            Kind::Language => pattern(LANGUAGE),
            Kind::Country => pattern("[A-Z]{2}"),
            Kind::Flag => json!({ "type": "boolean" }),
            Kind::Id | Kind::Announcement => self.reference("id", |_| {
                json!({
                    "title": "The identity of an announcement",
                    "type": "string",
                    "pattern": around(concat!("[0-9]{4}-", month_and_day!(), "(-[a-z0-9]+)+")),
                    "maxLength": Slug::MAX_LEN,
                })
            }),
            Kind::Announcements => list(self.kind(Kind::Announcement)),
            Kind::Party => self.named(&ORGANIZATION.spec),
            Kind::Parties => list(self.named(&ORGANIZATION.spec)),
            Kind::Location => self.named(&PLACE.spec),
            Kind::Locations => list(self.named(&PLACE.spec)),
            Kind::Programme => self.named(&PROGRAMME.spec),
            Kind::Lines => list(self.line()),
            Kind::Plains => json!({ "anyOf": [self.line(), list(self.line())] }),
            Kind::Topics => json!({ "type": "array", "items": self.line(), "uniqueItems": true }),
            Kind::Themes => json!({ "type": "array", "items": self.form(Form::Theme), "uniqueItems": true }),
            Kind::Choice(set) => words(&set.members()),
            Kind::Derived => list(json!({ "enum": deadlines() })),
            Kind::Node(_) => Value::Bool(true),
            Kind::Part(spec) if spec.is_list => list(self.part(spec)),
            Kind::Part(spec) => self.part(spec),
        }
    }
}

// Patterns are expressions of ECMA-262 in Unicode mode, and may not refuse what the readers accept. White space is that of
// Unicode, which `\s` is not everywhere.
const LINE: &str = concat!(visible!(), r"([^\u0000-\u001f\ufffe\uffff]*", visible!(), ")?");
const TEXT: &str = concat!(visible!(), r"([^\u0000-\u0008\u000b-\u001f\ufffe\uffff]*", visible!(), ")?");
const SLUG: &str = "[a-z0-9]+(-[a-z0-9]+)*";
const LANGUAGE: &str = "[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*";
const IRI: &str = r#"[A-Za-z][A-Za-z0-9+.-]*:[^\u0000- "<>\\^`{|}]*"#;
const WEB: &str = r#"https?://[^\u0000- "<>\\^`{|}/?#@]+([/?#][^\u0000- "<>\\^`{|}]*)?"#;
const BASE: &str = r#"https?://[^\u0000- "<>\\^`{|}/?#@\u007f-\uffff]+(/[^\u0000- "<>\\^`{|}?#\u007f-\uffff]*)?/"#;
/// A relative path whose last part has an extension.
const FILE: &str = r#"[^\u0000-\u001f"<>\\|:/?#][^\u0000-\u001f"<>\\|:?#]*\.[0-9A-Za-z]+"#;
const DAY: &str = concat!("(19|[2-9][0-9])[0-9]{2}-", month_and_day!());
/// The time of an instant, with or without its offset; annotations say nothing.
const TIME: &str = r"[Tt ][0-9]{2}(:?[0-9]{2}(:?[0-9]{2}([.,][0-9]+)?)?)?([Zz]|[+-][0-9]{2}[0-9:.,]*)?(\[[^\]]*\])*";

/// Returns the schema of a string of which the pattern fits the whole, but for white space around it.
fn pattern(pattern: &str) -> Value {
    json!({ "type": "string", "pattern": around(pattern) })
}

/// Returns the schema of such a string, with a title.
fn titled(title: &str, pattern: &str) -> Value {
    json!({ "title": title, "type": "string", "pattern": around(pattern) })
}

fn around(pattern: &str) -> String {
    format!("^{SPACE}{pattern}{SPACE}$")
}

/// White space around a value, which the readers remove. ECMAScript's does not have U+0085.
const SPACE: &str = r"[\s\u0085]*";

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

/// Returns the schema of some words in any case.
fn any_case(words: impl Iterator<Item = &'static str>) -> Value {
    let mut all: Vec<&str> = Vec::new();
    for word in words {
        if !all.contains(&word) {
            all.push(word);
        }
    }
    one_of(&all, in_any_case)
}

/// Returns the schema of some words as they are.
fn exactly(words: &[&'static str]) -> Value {
    one_of(words, |word| word.chars().map(escaped).collect())
}

/// Returns the schema of some words: as they are, for editors to offer, and as `expression` writes them.
fn one_of(words: &[&'static str], expression: impl Fn(&str) -> String) -> Value {
    let patterns: Vec<String> = words.iter().map(|word| expression(word)).collect();
    json!({ "anyOf": [{ "enum": words }, pattern(&format!("({})", patterns.join("|")))] })
}

/// Returns the regular expression of a word in any case, which ECMAScript's expressions have no flag for.
fn in_any_case(word: &str) -> String {
    word.chars().fold(String::new(), |mut pattern, character| {
        let (lower, upper) = (character.to_lowercase().to_string(), character.to_uppercase().to_string());
        if lower == upper {
            pattern.push_str(&escaped(character));
        } else {
            pattern.extend(["[", &lower, &upper, "]"]);
        }
        pattern
    })
}

/// Returns the regular expression of a character.
fn escaped(character: char) -> String {
    let is_sign = r"^$\.*+?()[]{}|/".contains(character);
    if is_sign { format!("\\{character}") } else { character.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema(name: JsonSchema) -> Value {
        serde_json::from_str(&name.render(None)).unwrap()
    }

    /// Calls `visit` with every object of a schema.
    fn for_each_object(schema: &Value, visit: &mut impl FnMut(&Map<String, Value>)) {
        match schema {
            Value::Object(object) => {
                visit(object);
                object.values().for_each(|value| for_each_object(value, visit));
            }
            Value::Array(items) => items.iter().for_each(|item| for_each_object(item, visit)),
            _ => {}
        }
    }

    /// In Unicode mode, ECMA-262 refuses a backslash before any other character.
    #[test]
    fn patterns_escape_only_what_ecmascript_lets_them() {
        for name in JsonSchema::ALL {
            let mut count = 0;
            for_each_object(&schema(name), &mut |object| {
                let Some(Value::String(pattern)) = object.get("pattern") else { return };
                count += 1;
                let mut characters = pattern.chars();
                while let Some(character) = characters.next() {
                    if character == '\\' {
                        let escaped = characters.next().unwrap();
                        assert!(r"^$\.*+?()[]{}|/us".contains(escaped), "{escaped} in {pattern}");
                    }
                }
            });
            assert!(count > 0, "{}", name.name());
        }
    }

    #[test]
    fn references_point_to_definitions() {
        for name in JsonSchema::ALL {
            let schema = schema(name);
            for_each_object(&schema, &mut |object| {
                let Some(Value::String(reference)) = object.get("$ref") else { return };
                let found = schema.pointer(reference.strip_prefix('#').unwrap());
                assert!(found.is_some_and(Value::is_object), "{reference} in {}", name.name());
            });
        }
    }

    #[test]
    fn a_key_has_one_of_its_names() {
        let schema = schema(JsonSchema::FrontMatter);
        let names = schema["dependentSchemas"].as_object().unwrap();
        assert!(!names.contains_key("title"), "it has one name alone");
        assert_eq!(names["lead"]["properties"]["description"], Value::Bool(false));
        assert!(names.get("description").is_none_or(|names| names["properties"].get("lead").is_none()));
    }

    #[test]
    fn a_key_stands_beside_the_one_that_it_needs() {
        let schema = schema(JsonSchema::FrontMatter);
        let constraints = |of: &Value| of["allOf"].as_array().unwrap().clone();
        let needs = |key, other| json!({ "if": { "anyOf": [{ "required": [key] }] }, "then": { "anyOf": [{ "required": [other] }] } });
        assert!(constraints(&schema["then"]).contains(&needs("withdrawal_reason", "withdrawn")));
        assert!(constraints(&schema["$defs"]["project"]).contains(&needs("programme_aka", "programme")));
        assert!(constraints(&schema["$defs"]["events"]).contains(&needs("currency", "price")));
    }

    #[test]
    fn words_are_taken_in_any_case() {
        assert_eq!(in_any_case("N-Triples å.2"), "[nN]-[tT][rR][iI][pP][lL][eE][sS] [åÅ]\\.2");
    }
}
