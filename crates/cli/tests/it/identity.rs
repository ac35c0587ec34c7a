//! What was published keeps its identity: it does not vanish from one export to the next without a word.

use crate::{announcement, anslag, edit, export, files, publication, stderr, stdout};
use std::{fs, process::Output};
use tempfile::TempDir;

/// A publication with two announcements, in a folder beside its data.
struct Site {
    data: TempDir,
    out: TempDir,
}

const A: &str = "2021-05-18-a";
const B: &str = "2021-05-19-b";

impl Site {
    #[track_caller]
    fn new() -> Self {
        let text = announcement("2021-05-18", "").replace("Text.", "Text A.");
        let data = publication(&[("2021-05-18-a.md", &text), ("2021-05-19-b.md", &announcement("2021-05-19", ""))]);
        let site = Self { data, out: tempfile::tempdir().unwrap() };
        site.publish(&[]);
        site
    }

    fn file(&self, id: &str) -> std::path::PathBuf {
        self.data.path().join(format!("announcements/{id}.md"))
    }

    fn out(&self) -> std::path::PathBuf {
        self.out.path().join("dist")
    }

    fn export(&self, more: &[&str]) -> Output {
        export(self.data.path(), &self.out(), more)
    }

    #[track_caller]
    fn publish_as_of(&self, as_of: &str) -> Output {
        let mut command = anslag();
        command.arg("export").arg("--data").arg(self.data.path()).arg("--out").arg(self.out());
        let output = command.args(["--as-of", as_of, "--no-sync"]).output().unwrap();
        assert!(output.status.success(), "{}", stderr(&output));
        output
    }

    fn check(&self, more: &[&str]) -> Output {
        anslag()
            .arg("check")
            .arg("--data")
            .arg(self.data.path())
            .arg("--out")
            .arg(self.out())
            .args(more)
            .output()
            .unwrap()
    }

    #[track_caller]
    fn publish(&self, more: &[&str]) -> Output {
        let output = self.export(more);
        assert!(output.status.success(), "{}", stderr(&output));
        output
    }

    /// Checks and exports: both are refused with the same words, and nothing is written.
    #[track_caller]
    fn refused(&self, words: &[&str]) {
        let before = files(&self.out());
        let output = self.export(&[]);
        let check = self.check(&[]);
        assert_eq!((output.status.code(), check.status.code()), (Some(1), Some(1)), "{}", stderr(&output));
        // The day to withdraw it on is that of the export, or today.
        let without_day = |output: &Output| stderr(output).split("`withdrawn = ").next().unwrap().to_owned();
        assert_eq!(without_day(&check), without_day(&output));
        for word in words {
            assert!(stderr(&output).contains(word), "{word}: {}", stderr(&output));
        }
        assert!(files(&self.out()) == before);
    }

    fn has(&self, id: &str) -> bool {
        fs::read_to_string(self.out().join("data/announcements.jsonl")).unwrap().contains(id)
    }
}

#[test]
fn what_is_gone_from_the_sources_is_refused() {
    let site = Site::new();
    let text = fs::read(site.file(A)).unwrap();
    fs::remove_file(site.file(A)).unwrap();
    site.refused(&[
        "error[vanished]: cannot publish: this export would drop announcements that were published before: `2021-05-18-a`\n",
        "help: give its file back, or write `id = \"2021-05-18-a\"` in the renamed file, `aliases = [\"2021-05-18-a\"]` in one that has a new id, or `withdrawn = 2021-06-01` in its own\n",
    ]);
    let swedish = site.export(&["--lang", "sv"]);
    assert!(
        stderr(&swedish).contains("exporten skulle ta bort tillkännagivanden som har publicerats"),
        "{}",
        stderr(&swedish)
    );
    // It is given back.
    fs::write(site.file(A), text).unwrap();
    site.publish(&[]);
    assert!(site.check(&[]).status.success());
}

#[test]
fn a_renamed_file_keeps_its_identity_by_its_id() {
    let site = Site::new();
    fs::rename(site.file(A), site.file("2021-05-18-nytt-namn")).unwrap();
    // The same text is found under its new name.
    let path = site.file("2021-05-18-nytt-namn");
    let path = path.display();
    site.refused(&[&format!("`{A}` (its text is in {path}: write `id = \"{A}\"` there)\n")]);
    edit(site.data.path(), "announcements/2021-05-18-nytt-namn.md", "title", &format!("id = \"{A}\"\ntitle"));
    site.publish(&[]);
    assert!(site.has(A) && !site.has("nytt-namn"));
}

#[test]
fn an_announcement_with_a_new_id_names_the_old_one() {
    let site = Site::new();
    fs::rename(site.file(A), site.file("2021-05-18-nytt-namn")).unwrap();
    edit(site.data.path(), "announcements/2021-05-18-nytt-namn.md", "title", &format!("aliases = [\"{A}\"]\ntitle"));
    site.publish(&[]);
    let dump = fs::read_to_string(site.out().join("data/announcements.nt")).unwrap();
    let base = "https://data.vanersborg.se/announcement/";
    let same = format!("<{base}2021-05-18-nytt-namn> <http://schema.org/sameAs> <{base}{A}> .\n");
    assert!(dump.contains(&same), "{dump}");
    // The next export knows the new id alone.
    site.publish_as_of("2021-06-02");
}

#[test]
fn what_is_withdrawn_or_has_expired_does_not_vanish() {
    for key in ["withdrawn", "expires"] {
        let site = Site::new();
        edit(site.data.path(), "announcements/2021-05-18-a.md", "title", &format!("{key} = 2021-05-30\ntitle"));
        site.publish(&[]);
        assert!(!site.has(A));
        let feed = fs::read_to_string(site.out().join("feed/all.atom")).unwrap();
        assert!(feed.contains(&format!("announcement/{A}\" when=\"2021-05-30")), "{key}: {feed}");
        // What was not published the last time may be deleted.
        fs::remove_file(site.file(A)).unwrap();
        site.publish(&[]);
    }
}

#[test]
fn what_has_become_a_draft_is_refused() {
    let site = Site::new();
    edit(site.data.path(), "announcements/2021-05-18-a.md", "title", "draft = true\ntitle");
    site.refused(&["`2021-05-18-a` (it is a draft: write `withdrawn` instead of `draft`)\n"]);
}

#[test]
fn what_is_held_back_does_not_vanish() {
    let site = Site::new();
    site.publish_as_of("2021-05-18");
    assert!(site.has(A) && !site.has(B));
    site.publish_as_of("2021-05-17");
    assert!(!site.has(A) && !site.has(B));
}

#[test]
fn vanishing_can_be_allowed_and_is_told() {
    let site = Site::new();
    fs::remove_file(site.file(A)).unwrap();
    assert!(site.check(&["--allow", "vanished"]).status.success());
    let output = site.publish(&["--allow", "vanished", "--quiet"]);
    let told = "warning[vanished]: dropped without a tombstone, as `--allow vanished` asks: `2021-05-18-a`\n";
    assert_eq!(stderr(&output), told);
    assert!(!site.has(A));
    for (name, bytes) in files(&site.out()) {
        assert!(!crate::text_of(&name, bytes).contains(A), "{name}");
    }
    // The next export knows nothing of it.
    site.publish(&[]);
}

/// The record does not depend on the cache, on formats or on documents.
#[test]
fn what_was_published_is_known_whatever_was_written() {
    for more in [&["--format", "rss"][..], &["--format", "turtle", "--no-documents"]] {
        let site = Site::new();
        site.publish(more);
        fs::remove_dir_all(site.out.path().join(".dist.cache")).unwrap();
        fs::remove_file(site.file(A)).unwrap();
        site.refused(&["`2021-05-18-a`"]);
    }
}

#[test]
fn many_that_vanish_are_counted() {
    let texts: Vec<_> = (0..30).map(|n| (format!("2021-05-18-a{n}.md"), announcement("2021-05-18", ""))).collect();
    let all: Vec<_> = texts.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let (data, out) = (publication(&all), tempfile::tempdir().unwrap());
    let out = out.path().join("dist");
    assert!(export(data.path(), &out, &[]).status.success());
    for (name, _) in &all[1..] {
        fs::remove_file(data.path().join("announcements").join(name)).unwrap();
    }
    let output = export(data.path(), &out, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains("; + 9 more\n"), "{}", stderr(&output));
}

#[test]
fn nothing_takes_everything_away() {
    let site = Site::new();
    for id in [A, B] {
        fs::remove_file(site.file(id)).unwrap();
    }
    site.refused(&["error[emptied-publication]: cannot publish: this export would take everything away: 2 announcements were published before, and the sources have none\n"]);
    let output = site.export(&["--allow", "vanished"]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    // Without its folder, it is not even read.
    fs::remove_dir(site.data.path().join("announcements")).unwrap();
    for output in [site.export(&["--allow", "vanished"]), site.check(&[])] {
        assert_eq!(output.status.code(), Some(1));
        assert!(stderr(&output).contains("error[missing-file]: directory not found\n"), "{}", stderr(&output));
    }
    // To start over, the publication is deleted first.
    fs::create_dir(site.data.path().join("announcements")).unwrap();
    fs::remove_dir_all(site.out()).unwrap();
    site.publish(&[]);
}

/// Under other addresses, everything is new.
#[test]
fn another_base_is_another_publication() {
    let site = Site::new();
    fs::remove_file(site.file(A)).unwrap();
    edit(site.data.path(), "publication.toml", "https://data.vanersborg.se/", "https://data.example.org/");
    site.publish(&[]);
}

#[test]
fn an_earlier_id_belongs_to_one_announcement() {
    let site = Site::new();
    edit(site.data.path(), "announcements/2021-05-19-b.md", "title", &format!("aliases = [\"{A}\"]\ntitle"));
    let output = site.export(&[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).contains(&format!("error[duplicate-id]: duplicate id `{A}`")), "{}", stderr(&output));
    // Its own id is none of them, and Hugo has paths of pages there.
    edit(site.data.path(), "announcements/2021-05-19-b.md", A, B);
    assert!(stderr(&site.export(&[])).contains("error[self-reference]"));
    edit(site.data.path(), "announcements/2021-05-19-b.md", &format!("[\"{B}\"]"), "[\"/nyheter/b/\"]");
    site.publish(&[]);
}

#[test]
fn a_changed_text_without_a_change_is_warned_of() {
    let site = Site::new();
    edit(site.data.path(), "announcements/2021-05-18-a.md", "Text A.", "Rättad text.");
    let warning = "warning[unmarked-change]: the text has changed since the last publication, but its last change is still 2021-05-18\n";
    let check = site.check(&[]);
    assert!(stderr(&check).starts_with(warning), "{}", stderr(&check));
    assert!(stdout(&check).ends_with("no errors, 1 warning\n"), "{}", stdout(&check));
    let output = site.publish(&[]);
    assert!(stderr(&output).starts_with(warning), "{}", stderr(&output));
    assert!(stderr(&output).contains("help: set `modified` to 2021-06-01, so that readers are told\n"));
    // What is published now is what the next one is compared with.
    assert_eq!(stderr(&site.publish_as_of("2021-06-02")), "");
    edit(site.data.path(), "announcements/2021-05-18-a.md", "Rättad text.", "Text, rättad igen.");
    assert_eq!(stderr(&site.publish(&["--allow", "unmarked-change"])), "");
}

#[test]
fn a_marked_change_is_not_warned_of() {
    for (from, to) in [
        ("Text A.\n", "Text.\n"),
        // Not the text has changed, but what is known of it.
        ("type", "tags = [\"digitalisering\"]\ntype"),
    ] {
        let site = Site::new();
        edit(site.data.path(), "announcements/2021-05-18-a.md", from, to);
        if from.starts_with("Text") {
            edit(site.data.path(), "announcements/2021-05-18-a.md", "type", "modified = 2021-05-20\ntype");
        }
        assert_eq!(stderr(&site.publish(&[])), "", "{from}");
    }
}

#[test]
fn an_id_that_is_given_twice_in_a_stream_is_refused() {
    use std::{io::Write, process::Stdio};
    let line =
        |id: &str| format!("{{\"id\":\"{id}\",\"type\":\"news\",\"title\":\"A\",\"published\":\"2021-05-18\"}}\n");
    let convert = |input: &str| {
        let mut command = anslag();
        command.arg("convert").arg("--data").arg(crate::data()).args(["--to", "json-lines", "--as-of", "2021-06-01"]);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let output = convert(&[line(A), line(B), line(A)].concat());
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    assert!(
        said.starts_with(&format!("error[duplicate-id]: duplicate id `{A}`: <stdin>:1 has it too\n --> <stdin>:3:")),
        "{said}"
    );
    assert_eq!(stdout(&output).lines().count(), 2);
    assert!(convert(&[line(A), line(B)].concat()).status.success());
    // An earlier id is an id too.
    let alias = line(B).replace("\"type\"", &format!("\"aliases\":[\"{A}\"],\"type\""));
    assert_eq!(convert(&[line(A), alias].concat()).status.code(), Some(1));
}

/// Ids and texts of a publication are known by the next version of the program.
#[test]
fn the_record_has_a_line_for_each_announcement() {
    let site = Site::new();
    let record = fs::read_to_string(site.out().join("published.tsv")).unwrap();
    let expected = [
        "2021-05-18-a\t2021-05-18\ta776ac52d7ca8f5d81c5c3739fbe58b9\n",
        "2021-05-19-b\t2021-05-19\t9432bc06e616e18dc9f8ac4b7d73f3be\n",
    ];
    assert_eq!(record, expected.concat());
}
