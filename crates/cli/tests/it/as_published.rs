use crate::{announcement, export, files, publication, stderr, text_of};
use std::{collections::BTreeMap, fs};

const PEOPLE: &str = "[[contacts]]\nname = \"Åsa Öberg\"\nemail = \"asa@exempel.example\"\n\
                      [[quotes]]\nmatch = \"Text.\"\nspeakers = [{ name = \"Bo Ek\", unit = \"Bolaget\" }]\n";

/// Every file of an export, and its text; those of the register apart, which names the publication's own people.
fn published(data: &std::path::Path) -> BTreeMap<String, String> {
    let out = tempfile::tempdir().unwrap();
    let dist = out.path().join("dist");
    let output = export(data, &dist, &[]);
    assert!(output.status.success(), "{}", stderr(&output));
    files(&dist)
        .into_iter()
        .map(|(name, bytes)| {
            let text = text_of(&name, bytes);
            (name, text)
        })
        .collect()
}

#[track_caller]
fn people_are_in(data: &std::path::Path, expected: bool) {
    let files = published(data);
    for word in ["Åsa", "asa@", "Bo Ek", "Bolaget"] {
        let found = files.iter().any(|(_, text)| text.contains(word) || text.contains(&word.replace('Å', "\\u00C5")));
        assert_eq!(found, expected, "{word}");
    }
    // The text is the author's, and stays.
    assert!(files.iter().all(|(name, text)| *name != "feed/all.atom" || text.contains("Text.")));
}

#[test]
fn data_on_people_are_left_out_where_the_policy_says_so() {
    let published = |more: &str| publication(&[("2021-05-18-a.md", &announcement("2021-05-18", more))]);
    people_are_in(published(PEOPLE).path(), true);
    people_are_in(published(&format!("personal_data = \"strip\"\n{PEOPLE}")).path(), false);
}

#[test]
fn data_on_people_are_left_out_where_their_time_is_over() {
    // The exports of these tests are of 2021-06-01.
    for (time, expected) in [("P15D", true), ("P14D", false), ("P1Y", true)] {
        let data = publication(&[("2021-05-18-a.md", &announcement("2021-05-18", PEOPLE))]);
        let file = data.path().join("publication.toml");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("strip_personal_data_after = \"{time}\"\n{text}")).unwrap();
        people_are_in(data.path(), expected);
    }
}

#[test]
fn an_announcement_says_for_itself_what_the_publication_says_for_all() {
    for (more, expected) in [("", false), ("personal_data = \"publicera\"\n", true)] {
        let data = publication(&[("2021-05-18-a.md", &announcement("2021-05-18", &format!("{more}{PEOPLE}")))]);
        let file = data.path().join("publication.toml");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("personal_data = \"utelämna\"\n{text}")).unwrap();
        people_are_in(data.path(), expected);
    }
}

#[test]
fn translations_are_linked_both_ways_while_they_are_published() {
    for (more, expected) in [("", true), ("draft = true\n", false), ("withdrawn = 2021-05-20\n", false)] {
        // One of the two says so, or the other, or both.
        for (of_a, of_b) in [
            ("", "translation_of = \"2021-05-18-a\"\n"),
            ("translations = [\"2021-05-18-b\"]\n", ""),
            ("translations = [\"2021-05-18-b\"]\n", "translation_of = \"2021-05-18-a\"\n"),
        ] {
            let data = publication(&[
                ("2021-05-18-a.md", &announcement("2021-05-18", of_a)),
                ("2021-05-18-b.md", &announcement("2021-05-18", &format!("language = \"en\"\n{of_b}{more}"))),
            ]);
            are_linked(&published(data.path()), expected);
        }
    }
}

#[test]
fn replacements_are_linked_both_ways_while_they_are_published() {
    let base = "https://data.vanersborg.se/announcement/2021-05-18-";
    for (more, expected) in [("", true), ("draft = true\n", false), ("withdrawn = 2021-05-20\n", false)] {
        for (of_a, of_b) in [("", "replaces = \"2021-05-18-a\"\n"), ("replaced_by = [\"2021-05-18-b\"]\n", "")] {
            for (of_a, of_b) in [(of_a.to_owned(), format!("{of_b}{more}")), (format!("{of_a}{more}"), of_b.to_owned())]
            {
                let data = publication(&[
                    ("2021-05-18-a.md", &announcement("2021-05-18", &of_a)),
                    ("2021-05-18-b.md", &announcement("2021-05-18", &of_b)),
                ]);
                let files = published(data.path());
                let says = |subject, property, object| {
                    let triple = format!("<{base}{subject}> <http://purl.org/dc/terms/{property}> <{base}{object}> .");
                    files["data/announcements.nt"].contains(&triple)
                };
                assert_eq!(says("b", "replaces", "a"), expected, "{of_a}{of_b}");
                assert_eq!(says("a", "isReplacedBy", "b"), expected, "{of_a}{of_b}");
                let lines = &files["data/announcements.jsonl"];
                assert_eq!(lines.contains("\"replaced_by\":[\"2021-05-18-b\"]"), expected);
                assert_eq!(lines.contains("\"replaces\":\"2021-05-18-a\""), expected);
                let word = format!("Ersatt av</dt>\n<dd><a href=\"{base}b\">");
                assert_eq!(files["feed/all.rss"].contains(&word), expected, "{}", files["feed/all.rss"]);
            }
        }
    }
}

/// The days that hold are those of the replacement.
#[test]
fn last_days_of_what_is_replaced_leave_the_calendar() {
    let job = |more: &str, day: &str| {
        announcement("2021-05-18", &format!("{more}[job]\ntitle = \"Lärare\"\napply_by = {day}\n"))
    };
    for (more, old) in [("", true), ("replaces = \"2021-05-18-a\"\n", false)] {
        let data =
            publication(&[("2021-05-18-a.md", &job("", "2021-06-10")), ("2021-05-18-b.md", &job(more, "2021-06-17"))]);
        let calendar = &published(data.path())["feed/events.ics"];
        assert_eq!(calendar.contains("DTSTART;VALUE=DATE:20210610"), old, "{calendar}");
        assert!(calendar.contains("DTSTART;VALUE=DATE:20210617"), "{calendar}");
    }
}

#[track_caller]
fn are_linked(files: &BTreeMap<String, String>, expected: bool) {
    let dump = &files["data/announcements.nt"];
    let base = "https://data.vanersborg.se/announcement/2021-05-18-";
    let says = |subject, property, object| {
        dump.contains(&format!("<{base}{subject}> <http://schema.org/{property}> <{base}{object}> ."))
    };
    assert_eq!(says("b", "translationOfWork", "a"), expected);
    assert_eq!(says("a", "workTranslation", "b"), expected);
    let lines = &files["data/announcements.jsonl"];
    assert_eq!(lines.contains("\"translations\":[\"2021-05-18-b\"]"), expected);
    assert_eq!(lines.contains("\"translation_of\":\"2021-05-18-a\""), expected);
}
