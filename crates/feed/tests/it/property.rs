//! The three formats say whatever the announcement says.

use crate::{
    reading::{ParsedEntry, parse_atom, parse_json, parse_rss, render_current, unescaped},
    sample::{announcement, fields, moment, tag, zone},
};
use anslag_core::{Body, Fields, Line, Moment, Text, is_xml_character};
use proptest::{collection::vec, option, prelude::*};

/// Any characters, and what Markdown, HTML and XML make something of.
fn pieces() -> impl Strategy<Value = String> {
    let special = prop::sample::select(vec![
        "<b>",
        "</b>",
        "<",
        ">",
        "&",
        "&amp;",
        "&#8;",
        "&lt;",
        "]]>",
        "<![CDATA[",
        "<!--",
        "-->",
        "\"",
        "'",
        "\u{85}",
        "\u{2028}",
        "\u{a0}",
        "\n",
        "\n\n",
        " ",
        "*",
        "`",
        "[a](b)",
        "![a](//b)",
        "- ",
        "> ",
        "# ",
        "| a |\n|---|\n",
        "\n\n| a | b |\n|---|---|\n| c | d |\n\n",
        "<script>",
        "</script>",
        "<div>",
        "<table>",
        "</p>",
        "<svg>",
        "<iframe>",
        "<a href='javascript:x'>",
        "ord",
        "<plaintext>",
        "<select>",
        "<template>",
        "\\",
        "\t",
        "    ",
        "😀",
        "ع",
        "<x@example.org>",
    ]);
    let piece = prop_oneof![3 => special.prop_map(str::to_owned), 2 => any::<char>().prop_map(String::from)];
    vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn line() -> impl Strategy<Value = Line> {
    let allowed = |c: &char| is_xml_character(*c) && !"\t\n\r".contains(*c);
    pieces().prop_filter_map("a line", move |value| {
        Line::new(value.chars().filter(allowed).collect::<String>().trim()).ok()
    })
}

fn text() -> impl Strategy<Value = Text> {
    let allowed = |c: &char| is_xml_character(*c) && *c != '\r';
    pieces().prop_filter_map("a text", move |value| {
        Text::new(value.chars().filter(allowed).collect::<String>().trim()).ok()
    })
}

fn body() -> impl Strategy<Value = Body> {
    let allowed = |c: &char| is_xml_character(*c) && *c != '\r';
    pieces().prop_filter_map("a body", move |value| Body::new(&value.chars().filter(allowed).collect::<String>()).ok())
}

fn arbitrary_fields() -> impl Strategy<Value = Fields> {
    let dates = prop::sample::select(vec!["2021-05-18", "1900-01-01", "2021-05-18T10:00:00Z", "2021-01-18 10:00"]);
    let languages = prop::sample::select(vec!["sv", "en-GB", "ar", "zh-Hant"]);
    (line(), option::of(text()), body(), dates, languages).prop_map(|(title, lead, body, date, language)| Fields {
        title,
        lead,
        body,
        published: moment(date),
        modified: Some(moment("2022-02-02")),
        language: tag(language),
        ..fields("Titel")
    })
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_formats_say_what_the_announcement_says(fields in arbitrary_fields()) {
        let announcement = announcement(fields);
        let rfc3339 = |moment: Moment| moment.rfc3339(&zone());
        let [rss, atom, json] = render_current(std::slice::from_ref(&announcement));
        let [rss, atom, json] = [parse_rss(&rss), parse_atom(&atom), parse_json(&json)];
        for parsed in [&rss, &atom, &json] {
            let [ParsedEntry { id, title, language, content, updated, .. }] = parsed.as_slice() else {
                return Err(TestCaseError::fail("not one entry"));
            };
            prop_assert_eq!(id, "https://data.example.org/announcement/2021-05-18-ett-anslag");
            prop_assert_eq!(title, announcement.title.as_str());
            prop_assert_eq!(language, announcement.language.as_str());
            prop_assert_eq!(updated, &rfc3339(announcement.updated()));
            prop_assert_eq!(content, &atom[0].content);
            prop_assert_eq!(&parsed[0].summary, &atom[0].summary);
        }
        prop_assert_eq!(&atom[0].published, &rfc3339(announcement.published));
        prop_assert_eq!(&json[0].published, &atom[0].published);
        let content = &atom[0].content;
        prop_assert!(!content.trim().is_empty());
        for tag in content.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or(rest)) {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap_or("");
            prop_assert!(!["script", "style", "iframe", "svg", "plaintext", "template"].contains(&name), "<{}>", tag);
            prop_assert!(!tag.contains("=\"javascript:"), "<{}>", tag);
        }
        let plain = unescaped(&ammonia::Builder::empty().clean(content).to_string());
        let mut rest = words(&plain);
        let lead = announcement.lead.as_ref().map_or("", Text::as_str);
        for word in words(lead).chain(words(announcement.body.text())) {
            prop_assert!(rest.any(|other| other == word), "{:?} is lost", word);
        }
    }
}
