//! Areas of places, in GeoJSON files beside the sources.

use crate::{folder::folder, open};
use anslag_source::Corpus;
use std::{fs, num::NonZeroUsize, path::Path};

const TRIANGLE: &str = r#"{"type":"Polygon","coordinates":[[[12.3,58.3],[12.4,58.3],[12.4,58.4],[12.3,58.3]]]}"#;

const SOURCE: &str = "+++\ntitle = \"T\"\ndate = 2021-05-18\ntype = \"nyhet\"\nplaces = [{ name = \"Hamnen\", area = \"a.geojson\" }]\n+++\n";

fn with_area(text: &str) -> tempfile::TempDir {
    let folder = folder(&[("2021-05-18-a.md", SOURCE)]);
    write_area(folder.path(), text);
    folder
}

fn write_area(folder: &Path, text: &str) {
    fs::write(folder.join("announcements/a.geojson"), text).unwrap();
}

fn wkt(corpus: &Corpus) -> String {
    let entry = corpus.index().next().unwrap().unwrap();
    corpus.read(&entry).unwrap().places[0].area().unwrap().wkt()
}

#[test]
fn a_file_holds_one_geometry() {
    for text in [
        TRIANGLE.to_owned(),
        format!("\u{feff}{TRIANGLE}"),
        format!(r#"{{"type":"Feature","properties":null,"geometry":{TRIANGLE}}}"#),
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","properties":{{}},"geometry":{TRIANGLE}}}]}}"#
        ),
        TRIANGLE.replace("12.3,", "12.30000000000000012,"),
    ] {
        let folder = with_area(&text);
        let (corpus, said) = open(folder.path());
        assert_eq!(said, "");
        assert_eq!(wkt(&corpus.unwrap()), "POLYGON((12.3 58.3,12.4 58.3,12.4 58.4,12.3 58.3))", "{text}");
    }
}

#[test]
fn a_wrong_file_is_refused() {
    for (text, words) in [
        ("{\n  \"type\": Polygon }", "not JSON at line 2, column 1"),
        ("{}", "no Polygon or MultiPolygon"),
        (r#"{"type":"FeatureCollection","features":[]}"#, "no Polygon or MultiPolygon"),
        (&TRIANGLE.replace("[12.4,58.4],[12.3,58.3]", "[12.4,58.4],[12.3,58.4]"), "a ring is open"),
        (&"[".repeat(2000), "not JSON"),
        (&" ".repeat((1 << 20) + 1), "longer than"),
    ] {
        let (corpus, said) = open(with_area(text).path());
        assert!(corpus.is_none() && said.contains("error[invalid-area]") && said.contains(words), "{said}");
    }
    let missing = folder(&[("2021-05-18-a.md", SOURCE)]);
    assert!(open(missing.path()).1.contains("invalid area: cannot read the file"));
}

#[cfg(unix)]
#[test]
fn a_link_does_not_lead_out() {
    let (folder, outside) = (folder(&[("2021-05-18-a.md", SOURCE)]), tempfile::tempdir().unwrap());
    fs::write(outside.path().join("a.geojson"), TRIANGLE).unwrap();
    std::os::unix::fs::symlink(outside.path().join("a.geojson"), folder.path().join("announcements/a.geojson"))
        .unwrap();
    assert!(open(folder.path()).1.contains("a link that leads out of the directory"));
}

#[test]
fn a_changed_file_is_a_change() {
    let folder = with_area(TRIANGLE);
    let now = || anslag_source::fingerprint(folder.path(), NonZeroUsize::MIN).unwrap();
    let (corpus, _) = open(folder.path());
    let (before, corpus) = (now(), corpus.unwrap());
    assert_eq!(corpus.fingerprint(), before);
    write_area(folder.path(), &TRIANGLE.replace("58.4", "58.5"));
    assert_ne!(now(), before);
    let (changed, _) = open(folder.path());
    let changed = changed.unwrap();
    assert_eq!(changed.fingerprint(), now());
    assert_ne!(changed.configuration(), corpus.configuration());
    let fingerprint = |corpus: &Corpus| corpus.index().next().unwrap().unwrap().fingerprint;
    assert_ne!(fingerprint(&changed), fingerprint(&corpus));
}
