//! Files beside the sources.

use crate::{
    folder::{check, folder},
    open,
};
use anslag_source::{Corpus, Known, Opening, Report};
use anslag_spool::Spool;
use std::{fs, num::NonZeroUsize, path::Path};

const PDF: &[u8] = b"%PDF-1.4\n%%EOF\n";

fn beside(name: &str) -> Vec<u8> {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/data/announcements/nyheter/2026-05-29-ny-gangbro");
    fs::read(folder.join(name)).unwrap()
}

fn source(facts: &str, text: &str) -> String {
    format!("+++\ntitle = \"T\"\ndate = 2021-05-18\ntype = \"nyhet\"\n{facts}\n+++\n{text}\n")
}

fn write(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join("announcements").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, bytes).unwrap();
}

/// The index of a reading, for the next one.
fn known(corpus: &Corpus) -> Known {
    let mut spool = Spool::new(None).unwrap();
    spool.extend(corpus.index_records().iter()).unwrap();
    Known::new(corpus.configuration(), spool.into_records().unwrap())
}

/// A PNG that says that it is as large.
fn bomb(side: u32) -> Vec<u8> {
    let chunk = |kind: &[u8; 4], content: &[u8]| {
        let content = [kind, content].concat();
        let len = u32::try_from(content.len() - 4).unwrap().to_be_bytes();
        [&len[..], &content, &crc32fast::hash(&content).to_be_bytes()].concat()
    };
    let header = [&side.to_be_bytes()[..], &side.to_be_bytes(), &[1, 0, 0, 0, 0]].concat();
    let chunks = [chunk(b"IHDR", &header), chunk(b"IDAT", b"x"), chunk(b"IEND", b"")].concat();
    [b"\x89PNG\r\n\x1a\n", &chunks[..]].concat()
}

/// All that can be wrong with files, each in its place.
#[test]
fn files_that_cannot_be_published() {
    let urls = [
        "saknas.pdf",
        "plankata.pdf",
        "../a.pdf",
        "2021-05-18-a.md",
        "karta.svg",
        "sida.html",
        "saknad.html",
        "png.jpg",
        "text.pdf",
        "halv.jpg",
        "bomb.png",
        "länk.pdf",
        ".dold/a.pdf",
    ];
    let attachments: String =
        urls.iter().map(|url| format!("[[attachments]]\ntitle = \"T\"\nurl = \"{url}\"\n")).collect();
    let facts = format!(
        "[[images]]\nurl = \"plankarta.pdf\"\nalt = \"T\"\n[[images]]\nurl = \"bro.jpg\"\nalt = \"T\"\nwidth = 479\n\
         media_type = \"image/png\"\n{attachments}[[attachments]]\ntitle = \"T\"\nurl = \"plankarta.pdf\"\nsize = 1\n\
         media_type = \"text/plain\"\n"
    );
    let text = "Se ![bron](bor.jpg) och [kartan][k].\n\n[k]: karta.svg\n";
    let folder = folder(&[("2021-05-18-a.md", &source(&facts, text))]);
    write(folder.path(), "plankarta.pdf", PDF);
    write(folder.path(), "karta.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");
    write(folder.path(), "sida.html", b"<script>alert(1)</script>");
    write(folder.path(), "png.jpg", &beside("skylt.png"));
    write(folder.path(), "text.pdf", b"hej");
    let jpeg = beside("bilder/bro.jpg");
    write(folder.path(), "bro.jpg", &jpeg);
    write(folder.path(), "halv.jpg", &jpeg[..jpeg.len() / 2]);
    write(folder.path(), "bomb.png", &bomb(100_000));
    write(folder.path(), ".dold/a.pdf", PDF);
    fs::write(folder.path().join("a.pdf"), PDF).unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("../a.pdf", folder.path().join("announcements/länk.pdf")).unwrap();
    check("files", folder.path(), true);
}

#[test]
fn files_that_are_warned_of() {
    let folder = folder(&[("2021-05-18-a.md", &source("", "![T](stor.png)"))]);
    // A text chunk of more than a megabyte is left out; bytes of the picture are not.
    let mut large = bomb(8);
    let data = [&b"IDAT"[..], &vec![7; 1_100_000]].concat();
    let len = u32::try_from(data.len() - 4).unwrap().to_be_bytes();
    let chunk = [&len[..], &data, &crc32fast::hash(&data).to_be_bytes()].concat();
    let end = large.len() - 12;
    large.splice(end..end, chunk);
    write(folder.path(), "stor.png", &large);
    write(folder.path(), "glömd.pdf", PDF);
    check("files-warned-of", folder.path(), false);
}

#[test]
fn a_file_of_a_page_elsewhere_is_there() {
    let elsewhere = source("source = \"https://www.example.org/a\"", "[T](b.pdf)");
    let folder = folder(&[("2021-05-18-a.md", &elsewhere)]);
    let markdown = |corpus: &Corpus| {
        let entry = corpus.index().next().unwrap().unwrap();
        corpus.read(&entry).unwrap().body.markdown().trim().to_owned()
    };
    let corpus = open(folder.path()).0.unwrap();
    assert_eq!(markdown(&corpus), "[T](b.pdf)");
    // A known source is read again when the file comes.
    write(folder.path(), "b.pdf", PDF);
    let index = Some(known(&corpus));
    let opening = Opening { known: index, ..Opening::default() };
    let corpus = Corpus::open_with(folder.path(), opening, &mut Report::default()).unwrap().unwrap();
    assert!(markdown(&corpus).contains("/file/b-"), "{}", markdown(&corpus));
}

#[test]
fn a_changed_file_is_a_change() {
    let folder = folder(&[("2021-05-18-a.md", &source("", "[T](b.csv)")), ("2021-05-18-c.md", &source("", ""))]);
    write(folder.path(), "b.csv", b"a");
    let now = || anslag_source::fingerprint(folder.path(), NonZeroUsize::MIN).unwrap();
    let first = open(folder.path()).0.unwrap();
    let before = now();
    assert_eq!(first.fingerprint(), before);
    let entries = |corpus: &Corpus| corpus.index().collect::<Result<Vec<_>, _>>().unwrap();
    let old = entries(&first);
    write(folder.path(), "b.csv", b"b");
    assert_ne!(now(), before);
    // What was read before is not what is there.
    assert!(first.read(&old[0]).is_err());
    let index = Some(known(&first));
    let opening = Opening { known: index, ..Opening::default() };
    let second = Corpus::open_with(folder.path(), opening, &mut Report::default()).unwrap().unwrap();
    let new = entries(&second);
    assert_eq!(second.fingerprint(), now());
    assert_ne!((old[0].fingerprint, old[0].text), (new[0].fingerprint, new[0].text));
    assert_eq!(old[1], new[1]);
}

/// Paths count from the directory of the source, of which its bytes say nothing.
#[test]
fn a_moved_source_is_a_change() {
    let places = "places = [{ name = \"Hamnen\", area = \"a.geojson\" }]";
    let text = source(places, "[T](b.csv)");
    let folder = folder(&[("ett/2021-05-18-a.md", &text)]);
    let area = |longitude: &str| {
        let positions = format!("[{longitude},58.3],[12.4,58.3],[12.4,58.4],[{longitude},58.3]");
        format!(r#"{{"type":"Polygon","coordinates":[[{positions}]]}}"#)
    };
    for (directory, longitude) in [("ett", "12.3"), ("två", "12.2")] {
        write(folder.path(), &format!("{directory}/a.geojson"), area(longitude).as_bytes());
        write(folder.path(), &format!("{directory}/b.csv"), b"a");
    }
    let now = || anslag_source::fingerprint(folder.path(), NonZeroUsize::MIN).unwrap();
    let first = open(folder.path()).0.unwrap();
    let before = now();
    let file = |directory: &str| folder.path().join("announcements").join(directory).join("2021-05-18-a.md");
    fs::rename(file("ett"), file("två")).unwrap();
    assert_ne!(now(), before);
    let opening = Opening { known: Some(known(&first)), ..Opening::default() };
    let second = Corpus::open_with(folder.path(), opening, &mut Report::default()).unwrap().unwrap();
    assert_eq!(second.fingerprint(), now());
    let entry = second.index().next().unwrap().unwrap();
    let wkt = second.read(&entry).unwrap().places[0].area().unwrap().wkt();
    assert!(wkt.contains("12.2"), "{wkt}");
    assert_ne!(entry.fingerprint, first.index().next().unwrap().unwrap().fingerprint);
}

/// No file is read as often as a text refers to it, and no directory is listed as often.
#[test]
fn many_references_to_a_file_are_read() {
    for (name, is_wrong) in [("b.csv", false), ("trasig.pdf", true), ("saknas.pdf", true)] {
        let folder = folder(&[("2021-05-18-a.md", &source("", &format!("[]({name})").repeat(10_000)))]);
        write(folder.path(), "b.csv", &vec![b'a'; 1 << 20]);
        write(folder.path(), "trasig.pdf", b"hej");
        let (corpus, said) = open(folder.path());
        assert_eq!(corpus.is_none(), is_wrong, "{said}");
    }
}

#[test]
fn a_link_to_another_source_is_no_file() {
    let text = "[a](2021-05-18-b.md) [b](./2021-05-18-b.md#c) [c](../announcements/2021-05-18-b.md) [d](c.jsonl)";
    let folder = folder(&[("2021-05-18-a.md", &source("", text)), ("2021-05-18-b.md", &source("", ""))]);
    let (corpus, said) = open(folder.path());
    let corpus = corpus.unwrap_or_else(|| panic!("{said}"));
    let entry = corpus.index().next().unwrap().unwrap();
    assert_eq!(corpus.read(&entry).unwrap().body.markdown().trim(), text);
}

/// A person may delete what is published no longer.
#[test]
fn a_withdrawn_announcement_needs_no_files() {
    let facts = "[[images]]\nurl = \"b.jpg\"\nalt = \"T\"\n[[attachments]]\ntitle = \"T\"\nurl = \"b.pdf\"";
    let with = |withdrawn: &str| source(&format!("{withdrawn}\n{facts}"), "![T](b.jpg) [T](b.pdf)");
    let folder = folder(&[("2021-05-18-a.md", &with("withdrawn = 2021-05-19"))]);
    let (corpus, said) = open(folder.path());
    let corpus = corpus.unwrap_or_else(|| panic!("{said}"));
    let entry = corpus.index().next().unwrap().unwrap();
    let announcement = corpus.read(&entry).unwrap();
    assert!(entry.files.is_empty() && announcement.images.is_empty() && announcement.attachments.is_empty());
    // A known source is read again when a file comes.
    write(folder.path(), "b.pdf", PDF);
    let opening = Opening { known: Some(known(&corpus)), ..Opening::default() };
    let corpus = Corpus::open_with(folder.path(), opening, &mut Report::default()).unwrap().unwrap();
    assert_eq!(corpus.index().next().unwrap().unwrap().files.len(), 1);
    // A broken file is an error, and so is one that is still needed.
    write(folder.path(), "b.pdf", b"hej");
    assert!(open(folder.path()).0.is_none());
    write(folder.path(), "2021-05-18-a.md", with("").as_bytes());
    assert!(open(folder.path()).1.contains("cannot publish `b.jpg`: file not found"));
}

#[cfg(unix)]
#[test]
fn no_help_shows_names_of_files_elsewhere() {
    let folder = folder(&[("2021-05-18-a.md", &source("", "[T](mapp/hemlg.pdf)"))]);
    let other = tempfile::tempdir().unwrap();
    fs::write(other.path().join("hemlig.pdf"), PDF).unwrap();
    std::os::unix::fs::symlink(other.path(), folder.path().join("announcements/mapp")).unwrap();
    let (_, said) = open(folder.path());
    assert!(said.contains("cannot publish `mapp/hemlg.pdf`") && !said.contains("hemlig"), "{said}");
}

/// `convert` reads lines that stand in no directory.
#[test]
fn a_stream_has_no_files() {
    let publication = crate::publication();
    let line = r#"{"id":"2021-05-18-a","type":"news","title":"T","published":"2021-05-18","body":"![T](bro.jpg)"}"#;
    let mut report = Report::default();
    let read = anslag_source::read_json_line("-", 1, line.as_bytes(), &publication, &mut report);
    let said = report.render(anslag_wording::Language::English, false);
    assert!(read.is_none() && said.contains("cannot publish `bro.jpg`: what is read here has no directory"), "{said}");
}
