use crate::{data, home, publication};
use anslag_core::{Announcement, Party, Publication};
use anslag_source::{Corpus, Report, read_markdown};
use anslag_wording::Language;
use std::{
    fmt::Write,
    fs,
    time::{Duration, Instant},
};

const BODY: &str = "Vattnet stängs av på torsdag.";

#[track_caller]
fn read_with(publication: &Publication, text: &str) -> Announcement {
    let mut report = Report::default();
    let read = read_markdown("2021-05-18-a.md", text.as_bytes(), publication, &mut report);
    assert_eq!((report.errors(), report.warnings()), (0, 0), "{}", report.render(Language::English, false));
    read.unwrap()
}

#[track_caller]
fn yaml(keys: &str) -> Announcement {
    read_with(&publication(), &format!("---\ntitle: Vattnet\ndate: 2021-05-18\ntype: nyhet\n{keys}---\n\n{BODY}\n"))
}

#[track_caller]
fn toml(keys: &str) -> Announcement {
    let text = format!("+++\ntitle = \"Vattnet\"\ndate = 2021-05-18\ntype = \"nyhet\"\n{keys}\n+++\n\n{BODY}\n");
    read_with(&publication(), &text)
}

/// How many errors there are, with what is said.
fn refused(text: &str) -> String {
    let mut report = Report::default();
    assert_eq!(read_markdown("2021-05-18-a.md", text.as_bytes(), &publication(), &mut report), None);
    report.render(Language::English, false)
}

#[test]
fn the_real_page_is_the_same_in_yaml() {
    let mut report = Report::default();
    let corpus = Corpus::open(&data(), &mut report).unwrap().unwrap();
    let in_toml = corpus.read(&corpus.index().next().unwrap().unwrap()).unwrap();
    let text = fs::read(home().join("tests/data/real.yaml.md")).unwrap();
    let path = format!("{}.md", in_toml.id);
    let mut report = Report::default();
    let in_yaml = read_markdown(&path, &text, &corpus.publication, &mut report);
    assert_eq!((report.errors(), report.warnings()), (0, 0), "{}", report.render(Language::English, false));
    assert_eq!(in_yaml.unwrap(), in_toml);
}

#[test]
fn norway_is_a_country() {
    let partners = |announcement: Announcement| announcement.project.as_ref().unwrap().partners.clone();
    let expected = partners(toml("project = { partners = [{ name = \"Oslo\", country = \"NO\" }] }"));
    let read = partners(yaml("project:\n  partners:\n    - name: Oslo\n      country: NO\n"));
    assert_eq!(read, expected);
    assert!(matches!(&read[0], Party::Named(named) if named.country.unwrap().code() == "NO"));
}

#[test]
fn words_of_yaml_1_1_are_text() {
    for word in ["yes", "no", "on", "off", "y", "N", "Yes", "2021-05-18", "2021-05-18 10:00:00", "12:30", "1_000"] {
        assert_eq!(yaml(&format!("lead: {word}\n")).lead.as_ref().unwrap().as_str(), word);
    }
}

#[test]
fn dates_are_the_same_in_both() {
    for date in ["2021-05-19", "2021-05-19 10:00:00", "2021-05-19T10:00:00", "2021-05-19T10:00:00+03:00"] {
        let expected = toml(&format!("modified = {date}"));
        assert_eq!(yaml(&format!("modified: {date}\n")), expected, "{date}");
        assert_eq!(yaml(&format!("modified: \"{date}\"\n")), expected, "{date}");
    }
}

#[test]
fn text_over_several_lines_is_text() {
    let expected = toml("lead = \"Ett stycke.\\nEn rad till.\"");
    for lead in [
        "|\n  Ett stycke.\n  En rad till.\n",
        "|-\n  Ett stycke.\n  En rad till.\n\n",
        ">\n  Ett\n  stycke.\n\n  En rad till.\n",
        "\"Ett stycke.\\nEn rad till.\"\n",
    ] {
        assert_eq!(yaml(&format!("lead: {lead}")), expected, "{lead}");
    }
}

#[test]
fn flow_and_block_are_the_same() {
    let expected = toml("tags = [\"digitalisering\", \"öppna data\"]");
    for tags in [
        "[digitalisering, öppna data]",
        "\n- digitalisering\n- öppna data",
        "\n  - 'digitalisering'\n\n  # b\n  - öppna data",
    ] {
        assert_eq!(yaml(&format!("tags: {tags}\n")), expected, "{tags}");
    }
}

#[test]
fn cr_lf_and_a_byte_order_mark_are_noted() {
    let text = "\u{feff}---\ntitle: Vattnet # b\ndate: 2021-05-18\ntype: nyhet\nlead: |\n  a\n  b\n---\n\nText.\n";
    let mut report = Report::default();
    let bytes = text.replace('\n', "\r\n").into_bytes();
    let read = read_markdown("2021-05-18-a.md", &bytes, &publication(), &mut report).unwrap();
    assert_eq!(read.lead.as_ref().unwrap().as_str(), "a\nb");
    assert_eq!((report.errors(), report.warnings(), report.notes()), (0, 0, 1), "both are one note");
}

#[test]
fn keys_may_stand_in_the_tables_of_hugo_and_zola() {
    let expected = toml("lead = \"a\"\ntags = [\"digitalisering\"]\ncontacts = [{ name = \"Åsa\" }]");
    for keys in [
        "tags = [\"digitalisering\"]\n[params]\nlead = \"a\"\n[[params.contacts]]\nname = \"Åsa\"",
        "description = \"a\"\n[taxonomies]\ntags = [\"digitalisering\"]\n[[extra.contacts]]\nname = \"Åsa\"",
        "[params]\ntopics = [\"digitalisering\"]\n[extra]\nlead = \"a\"\ncontacts = [{ name = \"Åsa\" }]",
    ] {
        assert_eq!(toml(keys), expected, "{keys}");
    }
    for keys in [
        "tags: [digitalisering]\nparams:\n  lead: a\n  contacts:\n    - name: Åsa\n",
        "taxonomies: { tags: [digitalisering] }\nextra: { lead: a, contacts: [{ name: Åsa }] }\n",
        "params: {}\nextra: {}\ntags: [digitalisering]\nlead: a\ncontacts: [name: Åsa]\n",
    ] {
        assert_eq!(yaml(keys), expected, "{keys}");
    }
    // All of them, so that nothing is left at the top.
    let all = "---\nparams:\n  title: Vattnet\n  date: 2021-05-18\n  type: nyhet\n---\n";
    assert_eq!(read_with(&publication(), all).title.as_str(), "Vattnet");
}

#[test]
fn hostile_yaml_ends_quickly() {
    let started = Instant::now();
    let mut laughs = String::from("a0: &a0 [ha, ha, ha]\n");
    for number in 1..100 {
        let last = format!("*a{}, ", number - 1).repeat(9);
        writeln!(laughs, "a{number}: &a{number} [{last}]").unwrap();
    }
    for keys in [laughs, "[".repeat(1 << 20), "a: {".repeat(1 << 18), "- ".repeat(1 << 19), "*a ".repeat(1 << 18)] {
        assert!(refused(&format!("---\n{}\n---\n", &keys[..keys.len().min((1 << 20) - 8)])).starts_with("error["));
    }
    let mut nested = String::from("params:\n");
    for number in 0..60_000 {
        writeln!(nested, "  key{number}: 1").unwrap();
    }
    assert!(refused(&format!("---\n{nested}---\n")).contains("only the first 50 errors"));
    assert!(started.elapsed() < Duration::from_secs(20), "{:?}", started.elapsed());
}
