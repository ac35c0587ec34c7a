//! Withdrawals that `anslag withdraw` writes, and the search for what has left a source.

use crate::{announcement, anslag, any_text_of, edit, files, publication, server::Server, stderr, stdout};
use serde_json::json;
use std::{fs, path::Path, process::Output};
use tempfile::TempDir;

/// Words of what an announcement says.
const WORDS: [&str; 4] = ["Kvarnholm", "Åkerlund", "akerlund", "Sällsamt"];

/// Words of its id and its file.
const SLUG: [&str; 2] = ["kvarnholm", "sallsamt"];

const FILE: &str = "2021-05-18-sallsamt-kvarnholm.md";
const ID: &str = "2021-05-18-sallsamt-kvarnholm";

fn withdraw(data: &Path, arguments: &[&str]) -> Output {
    anslag().arg("withdraw").args(arguments).arg("--data").arg(data).output().unwrap()
}

fn source() -> String {
    announcement(
        "2021-05-18",
        "topics = [\"digitalisering\"] # inget annat\n[[contacts]]\nname = \"Ada Åkerlund\"\nemail = \"ada@akerlund.example\"\n\
         [[quotes]]\nmatch = \"Text.\"\nspeakers = [{ name = \"Åkerlund\" }]\n\
         [notice]\nposted = 2021-05-18\ncase_number = \"Kvarnholm 1\"\n",
    )
    .replace("\"Nyhet\"", "\"Sällsamt om Kvarnholm\"")
    .replace("\n\nText.", "\n\nText. Sällsamt.")
}

fn line(id: &str, title: &str) -> String {
    json!({"id": id, "title": title, "type": "news", "published": "2021-05-18", "body": title}).to_string()
}

/// Returns where words are found in a folder, hidden files and directories included, and in a store that the publication is
/// loaded into.
fn found(folder: &Path, server: &Server, words: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for (name, bytes) in files(folder) {
        let text = format!("{name}\n{}", any_text_of(&name, bytes));
        let escaped = |word: &str| text.contains(&word.replace('Å', "\\u00C5").replace('ä', "\\u00E4"));
        let words = words.iter().filter(|word| text.contains(**word) || escaped(word));
        found.extend(words.map(|word| format!("{name}: {word}")));
    }
    let mut load = anslag();
    load.arg("load").arg("--out").arg(folder.join("dist")).args(["--endpoint", &server.url("query")]);
    load.args(["--update", &server.url("update"), "--graph-store", &server.url("store")]);
    let output = load.output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let quads = server.quads();
    let words = words.iter().filter(|word| quads.iter().any(|quad| quad.contains(**word)));
    found.extend(words.map(|word| format!("store: {word}")));
    found
}

const FORMATS: &str =
    "turtle,trig,n-triples,n-quads,rdf-xml,json-ld,rss,atom,json-feed,csv,json-lines,xlsx,icalendar,html,geojson";

fn export(data: &Path, folder: &Path) -> Output {
    let mut command = anslag();
    command.args(["export", "--no-sync", "--format", FORMATS]).arg("--data").arg(data);
    command.arg("--out").arg(folder.join("dist")).output().unwrap()
}

#[track_caller]
fn publish(data: &Path, folder: &Path) {
    let output = export(data, folder);
    assert!(output.status.success(), "{}", stderr(&output));
}

/// Makes a publication, lets something leave it, and searches for words in what is published then.
#[track_caller]
fn check(words: &[&str], leave: impl FnOnce(&Path)) -> (TempDir, TempDir) {
    let others = [line("2021-05-18-a", "Annat"), line("2021-05-18-sallsamt", "Sällsamt"), line("2021-05-18-b", "Mer")];
    let data = publication(&[
        (FILE, &source()),
        ("2021-05-19-c.md", &announcement("2021-05-19", "")),
        ("flera.jsonl", &(others.join("\n") + "\n")),
    ]);
    let output = "[output]\ncompress = [\"gz\", \"zst\"]\ncompress_from = 1\n\
                  archives = [\"all\", \"topic\", \"type\", \"lang\", \"publisher\"]\n\n[catalogue]";
    edit(data.path(), "publication.toml", "[catalogue]", output);
    let (folder, server) = (tempfile::tempdir().unwrap(), Server::start());
    publish(data.path(), folder.path());
    let before = found(folder.path(), &server, words);
    for part in [".gz: ", ".zst: ", ".xlsx: ", "index.html: ", "store: ", "feed/all.atom: ", ".nq: "] {
        assert!(before.iter().any(|found| found.contains(part)), "{part}: {before:#?}");
    }
    leave(data.path());
    publish(data.path(), folder.path());
    let left = found(folder.path(), &server, words);
    assert!(left.is_empty(), "{left:#?}");
    (data, folder)
}

#[test]
fn what_an_edit_takes_out_is_nowhere() {
    check(&WORDS, |data| {
        fs::write(data.join("announcements").join(FILE), announcement("2021-05-18", "")).unwrap();
        edit(data, "announcements/flera.jsonl", r#""body":"Sällsamt""#, r#""body":"Vanligt""#);
        edit(data, "announcements/flera.jsonl", r#""title":"Sällsamt""#, r#""title":"Vanligt""#);
    });
}

#[test]
fn what_is_withdrawn_is_nowhere() {
    let (data, folder) = check(&WORDS, |data| {
        let output = withdraw(data, &[ID, "--reason", "Fel \"uppgift\"", "--on", "2021-05-30"]);
        assert!(output.status.success(), "{}", stderr(&output));
        assert!(stdout(&output).starts_with(&format!("withdrew `{ID}` as of 2021-05-30 in ")), "{}", stdout(&output));
        assert!(withdraw(data, &["2021-05-18-sallsamt"]).status.success());
    });
    let text = fs::read_to_string(data.path().join("announcements").join(FILE)).unwrap();
    let expected = source().replace(
        "date = 2021-05-18\n",
        "date = 2021-05-18\nwithdrawn = 2021-05-30\nwithdrawal_reason = \"Fel \\\"uppgift\\\"\"\n",
    );
    assert_eq!(text, expected);
    let gone = fs::read_to_string(folder.path().join(format!("dist/announcement/{ID}/index.html"))).unwrap();
    assert!(gone.contains("30 maj 2021"), "{gone}");
    let again = withdraw(data.path(), &[ID]);
    assert_eq!(again.status.code(), Some(1));
    assert!(stderr(&again).starts_with("error[nothing-to-withdraw]: "), "{}", stderr(&again));
}

#[test]
fn what_is_erased_is_nowhere_and_still_told() {
    let words = [&WORDS[..], &SLUG].concat();
    let (data, folder) = check(&words, |data| {
        // It can be withdrawn before.
        assert!(withdraw(data, &[ID]).status.success());
        for id in [ID, "2021-05-18-sallsamt"] {
            let output = withdraw(data, &[id, "--erase"]);
            assert!(output.status.success(), "{}", stderr(&output));
        }
    });
    let stubs = files(&data.path().join("announcements"));
    assert_eq!(stubs.len(), 3, "{:?}", stubs.keys());
    for (name, bytes) in stubs.into_iter().chain(files(&data.path().join(".anslag"))) {
        let text = format!("{name}\n{}", String::from_utf8(bytes).unwrap());
        assert!(words.iter().all(|word| !text.contains(word)), "{text}");
    }
    let id = anslag_core::AnnouncementId::new(ID).unwrap().erased();
    let feed = fs::read_to_string(folder.path().join("dist/feed/all.atom")).unwrap();
    assert_eq!(feed.matches("<at:deleted-entry ").count(), 2, "{feed}");
    assert!(feed.contains(&format!("announcement/{id}\"")), "{feed}");
    assert!(folder.path().join(format!("dist/announcement/{id}/index.html")).exists());
    let verified = anslag().args(["bevis", "--verify", "--data"]).arg(data.path()).output().unwrap();
    assert!(verified.status.success(), "{}", stderr(&verified));
}

#[test]
fn what_the_policy_on_personal_data_strips_is_nowhere() {
    check(&["Åkerlund", "akerlund"], |data| {
        edit(data, "publication.toml", "base = ", "strip_personal_data_after = \"P1Y\"\nbase = ");
    });
}

#[test]
fn a_folder_with_a_telling_name_goes_if_nothing_is_in_it() {
    let data = publication(&[]);
    let folder = data.path().join("announcements/2021/2021-05-18-sallsamt");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.md"), announcement("2021-05-18", "")).unwrap();
    assert!(withdraw(data.path(), &["2021-05-18-sallsamt", "--erase"]).status.success());
    assert!(!data.path().join("announcements/2021").exists());
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("index.md"), announcement("2021-05-18", "id = \"2021-05-18-annat\"\n")).unwrap();
    fs::write(folder.join("karta.png"), "bild").unwrap();
    let output = withdraw(data.path(), &["2021-05-18-annat", "--erase", "--lang", "sv"]);
    assert!(stdout(&output).contains("karta.png låg bredvid och finns kvar\n"), "{}", stdout(&output));
}

#[test]
fn what_cannot_be_withdrawn_is_said() {
    let data = publication(&[
        ("2021-05-18-a.md", &announcement("2021-05-18", "draft = true\n")),
        ("2021-05-18-skolan.md", &announcement("2021-05-18", "aliases = [\"2021-05-18-tidigare\"]\n")),
        ("9990-01-01-b.md", &announcement("9990-01-01", "")),
    ]);
    let before = files(data.path());
    let check = |arguments: &[&str], code: i32, expected: &str| {
        let output = withdraw(data.path(), arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).contains(expected), "{}", stderr(&output));
    };
    let unknown = "error[unknown-id]: no announcement has the id `2021-05-18-skola`\n |\n = help: did you mean `2021-05-18-skolan`?";
    check(&["2021-05-18-skola"], 2, unknown);
    check(&["2021-05-18-tidigare"], 2, "did you mean `2021-05-18-skolan`?");
    check(&["2021-05-18-tidigare", "--lang", "sv"], 2, "inget tillkännagivande har id `2021-05-18-tidigare`");
    check(&["2021-05-18-a"], 1, "error[nothing-to-withdraw]: `2021-05-18-a` has not been published");
    check(&["9990-01-01-b", "--erase"], 1, "`9990-01-01-b` has not been published");
    check(&["9990-01-01-b"], 1, "`withdrawn` is before `published`");
    check(&["2021-05-18-skolan", "--on", "2021-05-17"], 1, "`withdrawn` is before `published`");
    check(&["2021-05-18-skolan", "--on", "i dag"], 2, "--on");
    check(&["2021-05-18-skolan", "--erase", "--reason", "a"], 2, "--reason");
    check(&["2021-05-18-skolan", "--reason", ""], 1, "withdrawal_reason");
    assert_eq!(files(data.path()), before);
}
