use anslag_schema::{ANNOUNCEMENT, AnyPart, Kind, Spec};
use serde_json::{Map, Value};
use std::fmt::Write;

/// A value that only one of two announcements has, or that differs between them.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Way to the value. Of a list, it leads to the item of the new announcement, or of the former one if only that has it.
    pub path: Vec<Step>,
    /// Value before.
    pub old: Option<Value>,
    /// Value now.
    pub new: Option<Value>,
}

/// A step on the way to a value.
#[derive(Clone, Debug)]
pub struct Step {
    /// Key.
    pub key: String,
    /// Field of the key, if `anslag-schema` has it.
    pub field: Option<&'static Spec>,
    /// Number of the item in a list, from 0.
    pub item: Option<usize>,
}

impl PartialEq for Step {
    fn eq(&self, other: &Self) -> bool {
        (&self.key, self.item) == (&other.key, other.item)
    }
}

impl Difference {
    /// Returns the JSON Pointer (RFC 6901) of the value.
    #[must_use]
    pub fn pointer(&self) -> String {
        let mut pointer = String::new();
        for Step { key, item, .. } in &self.path {
            pointer += "/";
            pointer += &key.replace('~', "~0").replace('/', "~1");
            if let Some(item) = item {
                let _ = write!(pointer, "/{item}");
            }
        }
        pointer
    }

    /// Returns the way to the value in the words of a language.
    #[must_use]
    pub fn label(&self, language: &str) -> String {
        let step = |Step { key, field, item }: &Step| {
            let label = field.and_then(|field| field.heading(language)).unwrap_or_else(|| key.clone());
            match item {
                // Items that are values have no names of their own.
                Some(item) if field.is_some_and(|field| matches!(field.kind, Kind::Part(_))) => {
                    format!("{label} {}", item + 1)
                }
                _ => label,
            }
        };
        self.path.iter().map(step).collect::<Vec<_>>().join(" › ")
    }

    /// Returns a value as people read it: a member of a closed set by its label.
    #[must_use]
    pub fn shown(&self, value: &Value, language: &str) -> String {
        let Value::String(text) = value else { return value.to_string() };
        let kind = self.path.last().and_then(|step| step.field).map(|field| field.kind);
        let member = match kind {
            Some(Kind::Choice(set)) => set.members().into_iter().find(|member| member.key == text),
            _ => None,
        };
        member.map_or_else(|| text.clone(), |member| member.label_in(language).to_owned())
    }
}

/// Returns what differs between two announcements, in the order of the fields.
#[must_use]
pub fn differences(old: &Map<String, Value>, new: &Map<String, Value>) -> Vec<Difference> {
    let mut found = Vec::new();
    tables(&ANNOUNCEMENT, old, new, &mut Vec::new(), &mut found);
    found
}

/// Compares two tables with the fields of a part.
fn tables(
    part: &dyn AnyPart,
    old: &Map<String, Value>,
    new: &Map<String, Value>,
    path: &mut Vec<Step>,
    found: &mut Vec<Difference>,
) {
    let fields = part.fields();
    let others = old.keys().chain(new.keys().filter(|key| !old.contains_key(*key)));
    let others = others.filter(|key| fields.iter().all(|field| field.key != *key)).map(|key| (key.as_str(), None));
    let known = fields.iter().filter(|field| !field.key.is_empty()).map(|field| (field.key, Some(*field)));
    for (key, field) in known.chain(others) {
        path.push(Step { key: key.to_owned(), field, item: None });
        values(old.get(key), new.get(key), path, found);
        path.pop();
    }
}

/// Compares two values at the end of a path, of which either may be missing.
fn values(old: Option<&Value>, new: Option<&Value>, path: &mut Vec<Step>, found: &mut Vec<Difference>) {
    if old == new {
        return;
    }
    let kind = path.last().and_then(|step| step.field).map(|field| field.kind);
    let nothing = Map::new();
    match (either(old, new, Value::as_object), either(old, new, Value::as_array), kind) {
        (Some((old, new)), _, Some(Kind::Part(part))) => {
            tables(part.part(), old.unwrap_or(&nothing), new.unwrap_or(&nothing), path, found);
        }
        (_, Some((old, new)), _) => {
            lists(old.map_or(&[], Vec::as_slice), new.map_or(&[], Vec::as_slice), path, found);
        }
        _ => found.push(Difference { path: path.clone(), old: old.cloned(), new: new.cloned() }),
    }
}

/// Returns both values as what `of` makes of them; `None` if one of them is of another kind.
fn either<'v, T>(
    old: Option<&'v Value>,
    new: Option<&'v Value>,
    of: fn(&Value) -> Option<&T>,
) -> Option<(Option<&'v T>, Option<&'v T>)> {
    let of = |value: Option<&'v Value>| value.map_or(Some(None), |value| of(value).map(Some));
    Some((of(old)?, of(new)?))
}

/// Compares two lists: what both begin with and end with is the same, and what is between is compared one by one.
fn lists(old: &[Value], new: &[Value], path: &mut Vec<Step>, found: &mut Vec<Difference>) {
    let same = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[same..], &new[same..]);
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(old, new)| old == new).count();
    let (old, new) = (&old[..old.len() - end], &new[..new.len() - end]);
    for item in 0..old.len().max(new.len()) {
        path.last_mut().expect("a list is the value of a key").item = Some(same + item);
        values(old.get(item), new.get(item), path, found);
    }
    path.last_mut().expect("a list is the value of a key").item = None;
}

#[cfg(test)]
mod tests {
    // A test may unwrap: it fails where it panics.
    #![allow(clippy::unwrap_used)]

    use super::*;
    use serde_json::json;

    #[track_caller]
    fn check(old: &Value, new: &Value, expected: &[&str]) {
        let found = differences(old.as_object().unwrap(), new.as_object().unwrap());
        let show = |difference: &Difference| {
            let value = |value: &Option<Value>| value.as_ref().map_or_else(String::new, Value::to_string);
            format!("{} {} {}", difference.pointer(), value(&difference.old), value(&difference.new))
        };
        assert_eq!(found.iter().map(show).collect::<Vec<_>>(), expected);
        // What is compared the other way round is the same, with both sides exchanged.
        assert_eq!(differences(new.as_object().unwrap(), old.as_object().unwrap()).len(), found.len());
    }

    #[test]
    fn fields_are_compared_in_their_order() {
        check(&json!({ "lead": "b", "title": "a" }), &json!({ "title": "a", "lead": "b" }), &[]);
        check(
            &json!({ "lead": "b", "title": "a", "x/~": 1 }),
            &json!({ "lead": "c", "title": "d" }),
            &["/title \"a\" \"d\"", "/lead \"b\" \"c\"", "/x~1~0 1 "],
        );
    }

    #[test]
    fn items_of_lists_are_compared_after_what_both_begin_with() {
        let topics = |topics: &[&str]| json!({ "topics": topics });
        check(&topics(&["a", "c"]), &topics(&["a", "b", "c"]), &["/topics/1  \"b\""]);
        check(&topics(&["a", "b"]), &topics(&["b"]), &["/topics/0 \"a\" "]);
        check(&json!({}), &topics(&["a"]), &["/topics/0  \"a\""]);
        let contacts = |contacts: Value| json!({ "contacts": contacts });
        check(
            &contacts(json!([{ "name": "a", "phone": "1" }])),
            &contacts(json!([{ "name": "z" }, { "name": "a", "phone": "2" }])),
            &[
                "/contacts/0/name \"a\" \"z\"",
                "/contacts/0/phone \"1\" ",
                "/contacts/1/name  \"a\"",
                "/contacts/1/phone  \"2\"",
            ],
        );
    }

    #[test]
    fn parts_within_parts_are_compared_by_their_fields() {
        let project = |percent: f64| json!({ "project": { "funding": [{ "percent": percent }] } });
        check(&project(40.0), &project(60.0), &["/project/funding/0/percent 40.0 60.0"]);
        check(&json!({ "project": 1 }), &project(60.0), &["/project 1 {\"funding\":[{\"percent\":60.0}]}"]);
    }

    #[test]
    fn people_read_labels() {
        let old = json!({ "type": "news", "contacts": [{ "phone": "1" }] });
        let new = json!({ "type": "event", "contacts": [] });
        let found = differences(old.as_object().unwrap(), new.as_object().unwrap());
        assert_eq!(found[0].shown(&json!("news"), "sv"), "nyhet");
        assert_eq!(found.iter().map(|found| found.label("sv")).collect::<Vec<_>>(), ["Typ", "Kontakt 1 › Telefon"]);
    }
}
