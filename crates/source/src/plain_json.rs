use crate::{
    text::is_normal,
    tree::{Key, Node, Value},
};
use serde::{
    Deserialize, Deserializer,
    de::{Error, MapAccess, Visitor},
};
use serde_json::value::RawValue;
use std::{borrow::Cow, fmt};

/// Levels of values in each other. A further level would be scanned once more for each of them.
const MAX_DEPTH: usize = 16;

/// Keys of a table. Each is compared with all before it.
const MAX_KEYS: usize = 64;

/// Parses one JSON text (RFC 8259) in NFC, if there is nothing to report of it. It is several times faster than
/// [`json_tree`](crate::json_tree), which parses all others and says what is wrong with them.
pub(crate) fn parse(text: &str) -> Option<Node<'_>> {
    node(text, serde_json::from_str(text).ok()?, 0)
}

fn node<'t>(text: &'t str, raw: &'t RawValue, depth: usize) -> Option<Node<'t>> {
    let written = raw.get();
    let start = written.as_ptr().addr() - text.as_ptr().addr();
    let value = match written.as_bytes() {
        [b'"', ..] => Value::String(string(written)?),
        [b'-' | b'0'..=b'9', ..] => Value::Number(Cow::Borrowed(written)),
        b"true" => Value::Bool(true),
        b"false" => Value::Bool(false),
        b"null" => Value::Null,
        _ if depth == MAX_DEPTH => return None,
        [b'[', ..] => {
            let items: Vec<&RawValue> = serde_json::from_str(written).ok()?;
            Value::List(items.into_iter().map(|item| node(text, item, depth + 1)).collect::<Option<_>>()?)
        }
        _ => table(text, written, depth)?,
    };
    Some(Node { span: start..start + written.len(), written, value })
}

fn table<'t>(text: &'t str, written: &'t str, depth: usize) -> Option<Value<'t>> {
    let Members(members) = serde_json::from_str(written).ok()?;
    let mut entries: Vec<(Key<'t>, Node<'t>)> = Vec::with_capacity(members.len());
    for (key, value) in members {
        let Node { span, value: Value::String(name), .. } = node(text, key, depth)? else { return None };
        if entries.iter().any(|(other, _)| other.name == name) {
            return None;
        }
        entries.push((Key { name, span }, node(text, value, depth + 1)?));
    }
    Some(Value::Table(entries))
}

fn string(written: &str) -> Option<Cow<'_, str>> {
    if !written.contains('\\') {
        return Some(Cow::Borrowed(&written[1..written.len() - 1]));
    }
    let value: String = serde_json::from_str(written).ok()?;
    // The other escapes stand for characters that combine with none.
    (!written.contains("\\u") || is_normal(&value)).then_some(Cow::Owned(value))
}

/// Keys and values of a table as they are written.
struct Members<'t>(Vec<(&'t RawValue, &'t RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct All;

        impl<'de> Visitor<'de> for All {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut members = Vec::new();
                while let Some(member) = map.next_entry()? {
                    if members.len() == MAX_KEYS {
                        return Err(Error::custom("more keys than any table has"));
                    }
                    members.push(member);
                }
                Ok(Members(members))
            }
        }

        deserializer.deserialize_map(All)
    }
}
