use crate::{home, publication};
use anslag_source::{Diagnostic, Report, read_json_line, read_markdown};
use anslag_wording::Language;
use std::{fs, path::Path};

/// Reads a text as its name says.
fn read(name: &str, text: &str) -> Report {
    let mut report = Report::default();
    if Path::new(name).extension().is_some_and(|extension| extension == "jsonl") {
        read_json_line(name, 1, text.as_bytes(), &publication(), &mut report);
    } else {
        read_markdown(name, text.as_bytes(), &publication(), &mut report);
    }
    report
}

/// Writes the replacement of a diagnostic.
fn apply(text: &str, diagnostic: &Diagnostic) -> String {
    let (position, replacement) = (diagnostic.position.as_ref().unwrap(), diagnostic.replacement.as_ref().unwrap());
    let mut lines: Vec<String> = text.split('\n').map(str::to_owned).collect();
    let line: Vec<char> = lines[position.line - 1].chars().collect();
    let part = |range: std::ops::Range<usize>| line[range].iter().collect::<String>();
    lines[position.line - 1] = part(0..position.column - 1) + replacement + &part(position.end_column - 1..line.len());
    lines.join("\n")
}

fn shown(report: &Report) -> Vec<(&'static str, String)> {
    let words = |diagnostic: &&Diagnostic| diagnostic.in_words(Language::English).message;
    report.diagnostics().iter().map(|diagnostic| (diagnostic.code().name, words(diagnostic))).collect()
}

/// Reads a text with one mistake, writes what its help says, and reads it again.
#[track_caller]
fn check(name: &str, text: &str, expected: &str) {
    let report = read(name, text);
    let said = report.render(Language::English, false);
    let errors: Vec<_> =
        report.diagnostics().into_iter().filter(|diagnostic| diagnostic.replacement.is_some()).collect();
    let [diagnostic] = errors[..] else { panic!("{text}\n{said}") };
    assert_eq!(report.diagnostics().len(), 1, "one mistake is one message\n{said}");
    assert_eq!(diagnostic.replacement.as_deref(), Some(expected), "{said}");
    let fixed = apply(text, diagnostic);
    let after = read(name, &fixed);
    assert_eq!(shown(&after), [], "{said}\n{fixed}\n{}", after.render(Language::English, false));
}

const BASE: [(&str, &str); 3] = [("title", "\"T\""), ("date", "2026-11-01"), ("type", "\"nyhet\"")];

/// Checks a mistake in TOML: `keys` takes the place of those of the base that it has.
#[track_caller]
fn toml(keys: &str, expected: &str) {
    let base = BASE.iter().filter(|(key, _)| !keys.starts_with(key));
    let base: String = base.map(|(key, value)| format!("{key} = {value}\n")).collect();
    check("2026-11-01-a.md", &format!("+++\n{base}{keys}\n+++\n\nText.\n"), expected);
}

/// Checks a mistake in YAML.
#[track_caller]
fn yaml(keys: &str, expected: &str) {
    let base = BASE.iter().filter(|(key, _)| !keys.starts_with(key));
    let base: String = base.map(|(key, value)| format!("{key}: {value}\n")).collect();
    check("2026-11-01-a.md", &format!("---\n{base}{keys}\n---\n\nText.\n"), expected);
}

/// Checks a mistake in JSON Lines.
#[track_caller]
fn json(keys: &str, expected: &str) {
    let base = [("id", "\"2026-11-01-a\""), ("title", "\"T\""), ("published", "\"2026-11-01\""), ("type", "\"news\"")];
    let base = base.iter().filter(|(key, _)| !keys.starts_with(&format!("\"{key}\"")));
    let base: String = base.map(|(key, value)| format!("\"{key}\":{value},")).collect();
    check("a.jsonl", &format!("{{{base}{keys}}}"), expected);
}

#[test]
fn a_number_is_written_as_its_key_takes_it() {
    let percent = |value: &str| format!("[[project.funding]]\nfunder = \"A\"\npercent = {value}");
    for value in ["\"60 %\"", "\"60\"", "60%", "60 %", "0x3c", "060"] {
        toml(&percent(value), "60");
    }
    toml(&percent("\"50,5\""), "50.5");
    toml(&percent("50,5"), "50.5");
    let amount = |value: &str| format!("[[project.funding]]\nfunder = \"A\"\ncurrency = \"SEK\"\namount = {value}");
    for value in ["\"1 000 000\"", "1 000 000", "1.000.000", "\"1 miljon kr\""] {
        toml(&amount(value), "1000000");
    }
    let price = |value: &str| format!("[[events]]\nname = \"A\"\ncurrency = \"SEK\"\nprice = {value}");
    toml(&price("\"gratis\""), "0");
    toml(&price("100 kr"), "100");
    yaml("project:\n  funding:\n    - funder: A\n      percent: 60%", "60");
    json("\"type\":\"job\",\"job\":{\"title\":\"A\",\"positions\":\"2\"}", "2");
}

#[test]
fn a_date_is_written_as_its_key_takes_it() {
    for date in ["2026-11-1", "1 november 2026", "\"1 november 2026\"", "20261101", "\"2026/11/01\"", "1.11.2026"] {
        toml(&format!("date = {date}"), "2026-11-01");
    }
    toml("date = 2026-30-11", "2026-11-30");
    toml("modified = \"2026-11-02 kl. 10\"", "2026-11-02T10:00:00");
    yaml("date: 20261101", "2026-11-01");
    yaml("date: 1 november 2026", "2026-11-01");
    json("\"published\":\"20261101\"", "\"2026-11-01\"");
    toml("[[events]]\nname = \"A\"\nwhen = 2026", "\"2026\"");
    toml("[[events]]\nname = \"A\"\nwhen = \"hösten 2026\"", "\"2026-23\"");
    toml("[[events]]\nname = \"A\"\nwhen = hösten 2026", "\"2026-23\"");
    yaml("events:\n  - name: A\n    when: 5–6 december 2026", "\"2026-12-05/2026-12-06\"");
    toml("[project]\nduration = \"2 år\"", "\"P2Y\"");
}

#[test]
fn text_is_put_between_quotation_marks() {
    toml("title = Hej på dig", "\"Hej på dig\"");
    toml("title = “Hej”", "\"Hej\"");
    toml("title = \"Hon sa \"hej\" till oss\"", r#""Hon sa \"hej\" till oss""#);
    toml("title = 2026", "\"2026\"");
    toml("title = \"C:\\mapp\"", r#""C:\\mapp""#);
    toml("[project", "[project]");
    toml("[[events]\nname = \"A\"", "[[events]]");
    toml("[contacts]\nname = \"A\"", "[[contacts]]");
    toml("[[project]]\nname = \"A\"", "[project]");
    toml("tags = \"digitalisering\"", "[\"digitalisering\"]");
    toml("tags = [digitalisering, öppna data]", "[\"digitalisering\", \"öppna data\"]");
    toml("title: Hej", "title = \"Hej\"");
    toml("title: \"Hej\"", "title = \"Hej\"");
    yaml("title: 2026", "\"2026\"");
    yaml("lead: - Vi är glada, säger hon", "\"- Vi är glada, säger hon\"");
    yaml("lead: > 5 år gammal", "\"> 5 år gammal\"");
    yaml("title: Hej: du", "\"Hej: du\"");
    yaml("title: @kommunen", "\"@kommunen\"");
    yaml("title: [Hej] du", "\"[Hej] du\"");
    yaml("title: \"Hej\" sa hon", r#""\"Hej\" sa hon""#);
    yaml("title: %Hej", "\"%Hej\"");
    yaml("title: *Hej*", "\"*Hej*\"");
    yaml("title: !Hej", "\"!Hej\"");
    yaml("contacts:\n  - name: A\n    phone: 0521721000", "\"0521721000\"");
    json("\"title\":2026", "\"2026\"");
}

#[test]
fn other_values_are_written_as_their_keys_take_them() {
    toml("source = \"https://x.se/min fil.html\"", "\"https://x.se/min%20fil.html\"");
    toml("source = \"https://x.se/?tx_news[id]=1\"", "\"https://x.se/?tx_news%5Bid%5D=1\"");
    toml("source = \"www.x.se\"", "\"https://www.x.se\"");
    toml("source = \"https//www.x.se/a\"", "\"https://www.x.se/a\"");
    toml("source = \"https://x.se/100%\"", "\"https://x.se/100%25\"");
    toml("draft = \"ja\"", "true");
    toml("draft = ja", "true");
    toml("draft = True", "true");
    yaml("draft: nej", "false");
    toml("themes = [\"gove\"]", "\"GOVE\"");
    toml("[[contacts]]\nname = \"A\"\nemail = \"A <a@x.se>\"", "\"a@x.se\"");
    toml("[[contacts]]\nname = \"A\"\nemail = \"mailto:a@x.se\"", "\"a@x.se\"");
    toml("id = \"2026-11-01 Ett namn\"", "\"2026-11-01-ett-namn\"");
    toml("id = \"Ett namn\"", "\"2026-11-01-ett-namn\"");
    toml("replaces = \"20261101-ett-namn\"", "\"2026-11-01-ett-namn\"");
    toml("[[events]]\nname = \"A\"\nprice = 1\ncurrency = \"kr\"", "\"SEK\"");
    toml("[project]\npartners = [{ name = \"Oslo\", country = \"Norge\" }]", "\"NO\"");
    let attachment =
        |kind: &str| format!("[[attachments]]\ntitle = \"A\"\nurl = \"https://x.se/a\"\nmedia_type = \"{kind}\"");
    toml(&attachment("PDF"), "\"application/pdf\"");
    toml("type = \"nyhett\"", "\"nyhet\"");
    toml("title = [\"Hej\"]", "\"Hej\"");
}

#[test]
fn keys_are_written_as_they_are_called() {
    for (word, key, value) in [
        ("rubrik", "title", "\"T\""),
        ("ingress", "lead", "\"T\""),
        ("summary", "lead", "\"T\""),
        ("källa", "source", "\"https://x.se/\""),
        ("ort", "places", "[\"A\"]"),
        ("end", "expires", "2027-01-01"),
        ("publishDate", "published", "2026-11-01"),
        ("Kontakter", "contacts", "[{ name = \"A\" }]"),
        ("bild", "images", "[{ url = \"https://x.se/\", alt = \"A\" }]"),
        ("utgivare", "publisher", "\"exempels-kommun\""),
    ] {
        let base = BASE.iter().filter(|(base, _)| !(*base == key || *base == "date" && key == "published"));
        let base: String = base.map(|(key, value)| format!("{key} = {value}\n")).collect();
        let text = format!("+++\n{base}{word} = {value}\n+++\n\nText.\n");
        let report = read("2026-11-01-a.md", &text);
        let said = report.render(Language::English, false);
        let diagnostics = report.diagnostics();
        let [diagnostic] =
            diagnostics.iter().filter(|diagnostic| diagnostic.replacement.is_some()).collect::<Vec<_>>()[..]
        else {
            panic!("{said}")
        };
        assert_eq!(diagnostic.replacement.as_deref(), Some(key), "{said}");
        assert_eq!(shown(&read("2026-11-01-a.md", &apply(&text, diagnostic))), [], "{said}");
    }
    toml("[[events]]\nname = \"A\"\nstart = \"2026-12-05\"", "when");
    toml("[[events]]\nname = \"A\"\nort = [\"Å\"]", "places");
    yaml("contacts:\n  - name: A\n    telefon: 0521-72 10 00", "phone");
}

/// A key in the wrong table is led to its place.
#[test]
fn a_key_is_led_to_the_table_that_has_it() {
    #[track_caller]
    fn check(name: &str, text: &str, expected: &str) {
        let report = read(name, text);
        let said = report.render(Language::English, false);
        let helps: Vec<_> = report.diagnostics().iter().filter_map(|d| d.in_words(Language::English).help).collect();
        assert_eq!(helps, [expected], "{said}");
    }
    let base = "title = \"T\"\ndate = 2026-11-01\ntype = \"nyhet\"\n";
    let toml = |keys: &str| format!("+++\n{base}{keys}\n+++\n\nText.\n");
    check(
        "2026-11-01-a.md",
        &toml("\n\n[project]\nname = \"A\"\ntags = [\"digitalisering\"]"),
        "`tags` belongs to the announcement: move it above `[project]` (line 7)",
    );
    check(
        "2026-11-01-a.md",
        &toml(
            "[[events]]\nname = \"A\"\n[project]\nname = \"A\"\n[[project.funding]]\nfunder = \"A\"\npercent = 5\nlang = \"sv\"",
        ),
        "`lang` belongs to the announcement: move it above `[[events]]` (line 5)",
    );
    check(
        "2026-11-01-a.md",
        &toml("project = { name = \"A\", tags = [\"digitalisering\"] }"),
        "`tags` belongs to the announcement: move it out of `project`",
    );
    check("2026-11-01-a.md", &toml("appeal_until = 2026-11-30"), "`appeal_until` belongs to `[notice]`: move it there");
    check(
        "2026-11-01-a.md",
        "---\ntitle: T\ndate: 2026-11-01\ntype: nyhet\nproject:\n  name: A\n  tags: [digitalisering]\n---\n\nText.\n",
        "`tags` belongs to the announcement: move it out of `project`",
    );
    let json = "{\"id\":\"2026-11-01-a\",\"title\":\"T\",\"published\":\"2026-11-01\",\"type\":\"news\",\"ort\":\"A\"}";
    check("a.jsonl", json, "write `\"places\": [\"A\"]`");
    check("2026-11-01-a.md", &toml("ort = \"A\""), "write `places = [\"A\"]`");
    check("2026-11-01-a.md", &toml("bild = \"https://x.se/a.jpg\""), "write it as a table `[[images]]`");
    check("2026-11-01-a.md", &toml("rubrik = \"A\""), "remove it, or `title`, which says the same");
}

/// An error of the syntax hides neither the rest of its file nor another file.
#[test]
fn an_error_hides_no_other() {
    let toml = "+++\ntitle = \"T\"\ndate = 2026-02-30\ntype = \"nyhett\"\nmodified = 2026-13-40\ndraft = ja\nlang = sv\n[project]\nduration = \"2 år\"\n+++\n\nText.\n";
    let yaml = "---\ntitle: T: U\ndate: 2026-02-30\ntype: nyhett\nlead: - V\ndraft: ja\n---\n\nText.\n";
    let names =
        |text: &str| -> Vec<&str> { shown(&read("2026-11-01-a.md", text)).iter().map(|(name, _)| *name).collect() };
    let expected =
        ["invalid-date", "unknown-value", "invalid-date", "invalid-toml", "invalid-toml", "invalid-duration"];
    assert_eq!(names(toml), expected);
    assert_eq!(names(yaml), ["invalid-yaml", "invalid-date", "unknown-value", "invalid-yaml", "wrong-type"]);
}

#[test]
fn errors_of_the_register_hide_no_announcement() {
    let folder = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
    let given = |name: &str| fs::read_to_string(home().join("tests/data").join(name)).unwrap();
    fs::create_dir(folder.path().join("announcements")).unwrap();
    write("publication.toml", &given("publication.toml"));
    write(
        "announcements/2026-11-01-a.md",
        "+++\ntitle = \"T\"\ndate = 2026-11-01\ntype = \"nyhett\"\ntags = [\"okänt\", \"digitalisering\"]\n+++\n\nText.\n",
    );
    let codes = || {
        let (corpus, _) = crate::open(folder.path());
        assert!(corpus.is_none());
        let mut report = Report::default();
        anslag_source::Corpus::open(folder.path(), &mut report).unwrap();
        shown(&report).iter().map(|(name, _)| *name).collect::<Vec<_>>()
    };
    // An unknown topic may be one that an error of the register has taken away.
    write("register.toml", &(given("register.toml") + "\n[places.öna]\nname = \"Ön\"\n"));
    assert_eq!(codes(), ["unknown-value", "invalid-toml"]);
    write("register.toml", &(given("register.toml") + "\n[topics.a]\nnam = \"A\"\n"));
    assert_eq!(codes(), ["unknown-value", "missing-key", "unknown-key"]);
    write("register.toml", &given("register.toml"));
    assert_eq!(codes(), ["unknown-value", "unknown-topic"]);
    write("publication.toml", &given("publication.toml").replace("base =", "bas ="));
    assert_eq!(codes(), ["unknown-value", "unknown-key", "missing-key"]);
}

/// Whatever a help says to write can be written: the problem is gone, and there is no other one.
#[test]
fn no_help_leads_into_the_next_error() {
    let mut count = 0;
    for folder in ["", "yaml", "nested", "odd"] {
        for entry in fs::read_dir(home().join("tests/invalid").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let Ok(text) = fs::read_to_string(&path) else { continue };
            if path.extension().is_none_or(|extension| extension != "md") || path.ends_with("README.md") {
                continue;
            }
            let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n");
            let before = read("2021-05-18-a.md", &text);
            for diagnostic in before.diagnostics().into_iter().filter(|diagnostic| diagnostic.replacement.is_some()) {
                let fixed = apply(&text, diagnostic);
                let after = shown(&read("2021-05-18-a.md", &fixed));
                let mut rest = shown(&before);
                let said = diagnostic.in_words(Language::English);
                let own = rest.iter().position(|(_, message)| *message == said.message).unwrap();
                rest.remove(own);
                // Where nothing could be read after it, what follows comes to light.
                let is_last = before.diagnostics().last().is_some_and(|last| *last == diagnostic);
                let new: Vec<_> = after.iter().filter(|problem| !rest.contains(problem) && !is_last).collect();
                assert!(new.is_empty(), "{}: {new:?}\n{said:?}\n{fixed}", path.display());
                assert!(is_last || after.len() < rest.len() + 1, "{}: {said:?}\n{fixed}", path.display());
                count += 1;
            }
        }
    }
    assert!(count >= 20, "{count}");
}
