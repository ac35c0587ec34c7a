//! The three formats say whatever the announcement says.

use crate::{
    reading::{ParsedEntry, parse_atom, parse_json, parse_rss, render_current},
    sample::{announcement, fields, moment, tag, zone},
};
use anslag_core::{Body, Fields, Line, Moment, Text, is_published_character, is_xml_character};
use anslag_fixtures::markup;
use proptest::{option, prelude::*};

fn line() -> impl Strategy<Value = Line> {
    let allowed = |c: &char| is_published_character(*c) && !"\t\n\r".contains(*c);
    markup().prop_filter_map("a line", move |value| {
        Line::new(value.chars().filter(allowed).collect::<String>().trim()).ok()
    })
}

fn text() -> impl Strategy<Value = Text> {
    let allowed = |c: &char| is_published_character(*c) && *c != '\r';
    markup().prop_filter_map("a text", move |value| {
        Text::new(value.chars().filter(allowed).collect::<String>().trim()).ok()
    })
}

fn body() -> impl Strategy<Value = Body> {
    let allowed = |c: &char| is_xml_character(*c) && *c != '\r';
    markup().prop_filter_map("a body", move |value| Body::new(&value.chars().filter(allowed).collect::<String>()).ok())
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

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn all_formats_say_what_the_announcement_says(fields in arbitrary_fields()) {
        let announcement = announcement(fields);
        let rfc3339 = |moment: Moment| moment.rfc3339(&zone());
        let [rss, atom, json] = render_current(std::slice::from_ref(&announcement));
        for feed in [&rss, &atom, &json] {
            // `feed-rs` trims; so does this test, since it is about the characters.
            let title = feed_rs::parser::parse(feed.as_bytes()).unwrap().entries.remove(0).title.unwrap().content;
            prop_assert_eq!(title.trim(), announcement.title.as_str().trim());
        }
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
        let lead = announcement.lead_before_body();
        let lead = lead.map_or_else(String::new, |lead| anslag_html::paragraphs(lead.as_str()));
        prop_assert!(content.starts_with(&lead), "{:?} does not begin with {:?}", content, lead);
    }
}
