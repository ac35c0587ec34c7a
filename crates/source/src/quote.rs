use crate::{
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::Help,
    keys,
    message::Message,
    noun::Noun,
    reference::{self, NAME_HELP},
    replacement::Scalar,
    tree::Node,
    value,
};
use anslag_core::{PassageError, Passages, Person, Quote, Register, Text};

/// Reads a quote. Its words stand in the body: `match` has the first and the last of them, `text` has all.
pub(crate) fn read(
    node: &Node<'_>,
    passages: &Passages<'_>,
    register: &Register,
    findings: &Findings,
) -> Option<Quote> {
    let fields = Fields::of(node, &keys::QUOTE, findings)?;
    let speakers = fields.list("speakers", |speaker| person(speaker, register, findings));
    let text = match (fields.get("match"), fields.get("text")) {
        (Some(words), None) => find(words, passages, findings),
        (None, Some(text)) => words(text, passages, findings),
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

/// Returns the passage of the body that a pattern fits.
fn find(node: &Node<'_>, passages: &Passages<'_>, findings: &Findings) -> Option<Text> {
    let pattern = value::text(node, findings)?;
    match passages.find(pattern.as_str()) {
        Ok(passage) => Text::new(passage).ok(),
        Err(error) => {
            let help = help(pattern.as_str(), &error, passages);
            findings.add(node.span.clone(), error, None, Some(help));
            None
        }
    }
}

/// Returns the help for a pattern that fits no passage: a pattern that fits one, if it is known.
fn help(pattern: &str, error: &PassageError, passages: &Passages<'_>) -> Help {
    let (mut pattern, mut error) = (pattern.to_owned(), error.clone());
    // The first and the last words may both be nearly right.
    for _ in 0..2 {
        let corrected = match &error {
            PassageError::InsideWord { words, whole: meant }
            | PassageError::NotFound { words, similar: Some(meant) } => pattern.replacen(words, meant, 1),
            _ => break,
        };
        match passages.find(&corrected) {
            Ok(_) => return Help::replace(Scalar::Text(corrected)),
            Err(next) => (pattern, error) = (corrected, next),
        }
    }
    Help::for_passage(&error)
}

/// Returns the words as the body has them. If it does not, the announcement is refused for it.
fn words(node: &Node<'_>, passages: &Passages<'_>, findings: &Findings) -> Option<Text> {
    let text = value::text(node, findings)?;
    Some(passages.find_words(text.as_str()).and_then(|passage| Text::new(passage).ok()).unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tree::Value;
    use anslag_core::Body;

    #[track_caller]
    fn check(read: fn(&Node<'_>, &Passages<'_>, &Findings) -> Option<Text>, words: &str, expected: Option<&str>) {
        let body = Body::new("Det är\u{a0}bra, säger A. Det är inte dåligt, säger B.").unwrap();
        let node = Node { span: 0..0, written: "", value: Value::String(words.into()) };
        let findings = Findings::default();
        assert_eq!(read(&node, &body.passages(), &findings).as_ref().map(Text::as_str), expected);
        assert_eq!(findings.failed(), expected.is_none());
    }

    #[test]
    fn words_are_those_of_the_body() {
        check(find, "Det … är", None);
        check(find, "Det är bra", Some("Det är\u{a0}bra"));
        check(find, "Det är inte … dåligt", Some("Det är inte dåligt"));
        check(words, "Det är bra", Some("Det är\u{a0}bra"));
        check(words, "säger", Some("säger"));
    }
}
