//! Announcements that are only on their notice board, and only while they are posted.

use crate::{announcement, anslag, any_text_of, edit, files, publication, stderr, stdout};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};
use tempfile::TempDir;

/// Words of the announcement that nothing else has, and a part of its id.
const WORDS: [&str; 5] = ["Kvarnstigen", "Synpunkterna", "Trollnäset", "granskog", "smyg"];

const BOARD: &str = "[boards.torget]\nname = \"Torget\"\n\n[boards.byn]\nname = \"Byn\"\n\n";

/// A notice that is up from 20 May to 9 June 2021.
const NOTICE: &str = "+++
title = \"Bygglov på Kvarnstigen\"
date = 2021-05-20
type = \"anslag\"
language = \"fi\"
topics = [\"oppna-data\"]
reuse = \"endast-anslagstavlan\"
replaces = \"2021-05-18-a\"
translation_of = \"2021-05-18-a\"
[notice]
board = \"torget\"
posted = 2021-05-20
remove_after = 2021-06-10
property = [\"Trollnäset 1:2\"]
[[attachments]]
title = \"Karta över en granskog\"
url = \"https://www.example.org/karta.pdf\"
media_type = \"application/pdf\"
+++

Synpunkterna ska ha kommit in.
";

/// A publication that has the notice beside an open one, with copies and archives of everything.
fn with_notice() -> TempDir {
    let open = "[notice]\nboard = \"torget\"\nposted = 2021-05-18\n";
    let data = publication(&[
        ("2021-05-18-a.md", &announcement("2021-05-18", "replaced_by = [\"2021-05-20-i-smyg\"]\n")),
        ("2021-05-19-b.md", &announcement("2021-05-19", open)),
        ("2021-05-20-i-smyg.md", NOTICE),
    ]);
    let topics = "[topics.gron-hallbar-turism]";
    edit(data.path(), "register.toml", topics, &format!("{BOARD}{topics}"));
    let settings = data.path().join("publication.toml");
    let text = fs::read_to_string(&settings).unwrap();
    let output = "\n[output]\nformats = [\"turtle\", \"trig\", \"n-triples\", \"n-quads\", \"rdf-xml\", \"json-ld\", \"rss\", \"atom\", \
                  \"json-feed\", \"csv\", \"json-lines\", \"xlsx\", \"icalendar\", \"geojson\", \"html\"]\n\
                  archives = [\"all\", \"topic\", \"type\", \"lang\", \"publisher\", \"board\"]\n\
                  compress = [\"gz\", \"zst\"]\ncompress_from = 0\n\n\
                  [[output.feeds]]\nkey = \"tavlan\"\ntitle = \"Tavlan\"\nboard = \"torget\"\n";
    fs::write(&settings, text + output).unwrap();
    data
}

/// Every file beside and in the folder of a publication, the caches too, as text.
fn texts(folder: &Path) -> BTreeMap<String, String> {
    let text = |(name, bytes): (String, Vec<u8>)| {
        let text = any_text_of(&name, bytes);
        (name, text)
    };
    files(folder).into_iter().map(text).collect()
}

/// The files that have one of the words, in the file's own spelling of them.
fn files_with_words(folder: &Path) -> BTreeSet<String> {
    let has_word = |text: &str| {
        let spellings = [text.to_owned(), text.replace("\\u00E4", "ä").replace("\\u00e4", "ä")];
        WORDS.iter().any(|word| spellings.iter().any(|text| text.contains(word)))
    };
    texts(folder).into_iter().filter(|(_, text)| has_word(text)).map(|(name, _)| name).collect()
}

#[track_caller]
fn publish(data: &Path, out: &Path, day: &str) -> String {
    let mut command = anslag();
    command.args(["export", "--no-sync", "--as-of", day, "--data"]).arg(data).arg("--out").arg(out);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    stdout(&output)
}

#[test]
fn it_is_on_its_board_while_it_is_posted_and_nowhere_else() {
    let (data, folder) = (with_notice(), tempfile::tempdir().unwrap());
    let out = folder.path().join("dist");
    let on_board = [
        "board/torget/index.html",
        "en/board/torget/index.html",
        "feed/board/torget.atom",
        "feed/board/torget.json",
        "feed/board/torget.rss",
    ];
    let on_board: BTreeSet<String> = on_board.into_iter().map(|name| format!("dist/{name}")).collect();

    // On the day before it is posted, though the source is there.
    publish(data.path(), &out, "2021-05-19");
    assert_eq!(hidden_words(folder.path()), BTreeSet::new());

    for day in ["2021-05-20", "2021-06-09"] {
        let said = publish(data.path(), &out, day);
        assert!(said.contains("1 on a notice board only"), "{said}");
        assert_eq!(hidden_words(folder.path()), on_board, "{day}");
        for name in &on_board {
            let text = fs::read_to_string(folder.path().join(name)).unwrap();
            assert!(text.contains("Kvarnstigen") && text.contains("Synpunkterna"), "{name}");
        }
    }
    let page = fs::read_to_string(out.join("board/torget/index.html")).unwrap();
    for part in ["id=\"2021-05-20-i-smyg\"", "href=\"#2021-05-20-i-smyg\"", "content=\"noindex\"", "karta.pdf"] {
        assert!(page.contains(part), "{part}");
    }
    let other = fs::read_to_string(out.join("board/byn/index.html")).unwrap();
    assert!(!other.contains("noindex"));
    let feed: serde_json::Value =
        serde_json::from_slice(&fs::read(out.join("feed/board/torget.json")).unwrap()).unwrap();
    let urls: Vec<_> = feed["items"].as_array().unwrap().iter().map(|item| item["url"].as_str().unwrap()).collect();
    assert!(
        urls[0].ends_with("/board/torget/#2021-05-20-i-smyg") && urls[1].ends_with("/announcement/2021-05-19-b"),
        "{urls:?}"
    );
    // Counts do not have it, and no language or announcement knows of it.
    let manifest = fs::read_to_string(out.join("manifest.json")).unwrap();
    assert!(!manifest.contains("lang/fi"), "{manifest}");
    assert_eq!(fs::read_to_string(out.join("published.tsv")).unwrap().lines().count(), 2);

    // On the day after, all that is left is its tombstone, which has no title.
    publish(data.path(), &out, "2021-06-10");
    let left = files_with_words(folder.path());
    let atom = "dist/feed/board/torget.atom".to_owned();
    assert_eq!(hidden_words(folder.path()), BTreeSet::from([atom.clone()]));
    let tombstone = fs::read_to_string(folder.path().join(&atom)).unwrap();
    assert!(left.contains(&atom) && tombstone.contains("deleted-entry") && !tombstone.contains("Kvarnstigen"));
    let others: Vec<_> = WORDS.iter().filter(|word| **word != "smyg" && tombstone.contains(**word)).collect();
    assert_eq!(others, [] as [&&str; 0]);
}

/// The files that have one of the words; of the cache, whose index has ids, those that have one of its texts.
fn hidden_words(folder: &Path) -> BTreeSet<String> {
    let texts = texts(folder);
    let is_index = |name: &str| name.starts_with('.');
    let has = |name: &String| {
        let words = if is_index(name) { &WORDS[..4] } else { &WORDS[..] };
        words.iter().any(|word| texts[name].contains(word))
    };
    files_with_words(folder).into_iter().filter(has).collect()
}

#[test]
fn an_announcement_that_becomes_board_only_leaves_what_it_was_in() {
    let (data, folder) = (with_notice(), tempfile::tempdir().unwrap());
    let out = folder.path().join("dist");
    let file = "announcements/2021-05-20-i-smyg.md";
    edit(data.path(), file, "reuse = \"endast-anslagstavlan\"\n", "");
    edit(data.path(), file, "language = \"fi\"\n", "");
    publish(data.path(), &out, "2021-06-01");
    assert!(files_with_words(folder.path()).contains("dist/data/announcements.ttl.gz"));
    assert!(out.join("announcement/2021-05-20-i-smyg/index.html").exists());
    edit(data.path(), file, "[notice]", "reuse = \"board-only\"\n[notice]");
    publish(data.path(), &out, "2021-06-01");
    assert_eq!(hidden_words(folder.path()).len(), 5);
    assert!(!out.join("announcement/2021-05-20-i-smyg").exists());
}

#[test]
fn a_conversion_leaves_it_out() {
    let data = with_notice();
    let line = r#"{"id":"2021-05-20-i-smyg","type":"notice","title":"Kvarnstigen","published":"2021-05-20","reuse":"board-only","notice":{"board":"torget","posted":"2021-05-20","remove_after":"2021-06-10"}}"#;
    let mut command = anslag();
    command.args(["convert", "--to", "json-lines", "--as-of", "2021-06-01", "--data"]).arg(data.path());
    let mut child = command
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), line.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    assert_eq!(stdout(&output), "");
}
