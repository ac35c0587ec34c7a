use crate::{
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::Help,
    keys,
    message::Message,
    noun::Noun,
    reference::{self, NAME_HELP},
    tree::Node,
    value,
};
use anslag_core::{Body, Person, Quote, Register, Text};

/// Reads a quote: the whole words (`text`), or the first and last ones (`match`), which are found in the body.
pub(crate) fn read(node: &Node<'_>, body: &Body, register: &Register, findings: &Findings) -> Option<Quote> {
    let fields = Fields::of(node, &keys::QUOTE, findings)?;
    let speakers = fields.list("speakers", |speaker| person(speaker, register, findings));
    let text = match (fields.get("match"), fields.get("text")) {
        (Some(words), None) => find(words, body, findings),
        (None, Some(text)) => value::text(text, findings),
        (Some(_), Some(second)) => {
            findings.add(
                second.span.clone(),
                Message::Conflict { key: "match", other: "text" },
                None,
                Some(Help::LeaveOneOut),
            );
            None
        }
        (None, None) => {
            let message = Message::MissingKey { what: Noun::Quote, key: "match" };
            findings.add(
                fields.place(),
                message,
                None,
                Some(Help::add("match", Sample::Text("första orden … sista orden"))),
            );
            None
        }
    };
    Some(Quote { text: text?, speakers })
}

fn person(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Person> {
    let fields = Fields::of(node, &keys::SPEAKER, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let role = fields.optional("role", |role| value::line(role, findings));
    let unit = fields.optional("unit", |unit| reference::party(unit, register, findings));
    Some(Person::new(name?, role, unit))
}

/// Returns the words of the body that a pattern `first … last` matches; a pattern that is in the body matches itself.
fn find(node: &Node<'_>, body: &Body, findings: &Findings) -> Option<Text> {
    let whole = value::text(node, findings)?;
    if body.text().contains(whole.as_str()) {
        return Some(whole);
    }
    let pattern = whole.as_str();
    let (first, last) = pattern.split_once('…').or_else(|| pattern.split_once("...")).unwrap_or((pattern, ""));
    let (first, last) = (first.trim(), last.trim());
    let found = body.text().find(first).and_then(|start| {
        let rest = &body.text()[start..];
        let end = rest[first.len()..].find(last)?;
        let len = first.len() + end + last.len();
        Text::new(rest[..len].trim()).ok()
    });
    if found.is_none() {
        findings.add(node.span.clone(), Message::QuoteNotFound, None, Some(Help::FirstAndLastWords));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Value;

    #[track_caller]
    fn check(pattern: &str, expected: Option<&str>) {
        let body = Body::new("Det är bra, säger A. Det är inte dåligt, säger B. Så … bra det är.").unwrap();
        let node = Node { span: 0..0, value: Value::String(pattern.into()) };
        let findings = Findings::default();
        assert_eq!(find(&node, &body, &findings).as_ref().map(Text::as_str), expected);
        assert_eq!(findings.failed(), expected.is_none());
    }

    #[test]
    fn quotes_are_found_by_their_ends() {
        check("Det är bra", Some("Det är bra"));
        check("Det är inte … dåligt", Some("Det är inte dåligt"));
        check("inte ... dåligt", Some("inte dåligt"));
        check("Det … bra", Some("Det är bra"));
        check("Så … bra", Some("Så … bra"));
        check("dåligt … utmärkt", None);
        check("Det är utmärkt", None);
    }
}
