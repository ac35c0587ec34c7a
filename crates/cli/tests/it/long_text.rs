use crate::{announcement, export, files, publication, stderr};
use anslag_core::Body;
use anslag_fixtures::debate;
use oxrdf::Term;
use serde_json::Value;

const ID: &str = "2021-05-01-ordagrant-protokoll";

/// A text of 50,000 words is whole in every form but in Excel's, whose cells are too small for it.
#[test]
fn fifty_thousand_words_are_published() {
    let markdown = debate(50_000);
    let body = Body::new(&markdown).unwrap();
    let text = body.text();
    assert!(text.split_whitespace().count() >= 50_000);
    let source = announcement("2021-05-01", "").replace("Text.\n", &markdown);
    let data = publication(&[(&format!("{ID}.md"), &source)]);
    let out = tempfile::tempdir().unwrap();
    let output = export(data.path(), out.path(), &[]);
    assert!(output.status.success());
    let warning = format!("warning[cut-text]: `body_text` of `{ID}` is cut: a cell holds 32,767 characters");
    assert!(stderr(&output).contains(&warning), "{}", stderr(&output));
    let files = files(out.path());

    let quads = oxttl::NQuadsParser::new().for_slice(&files["data/announcements.nq"]).map(|quad| quad.unwrap());
    let bodies: Vec<_> = quads.filter(|quad| quad.predicate.as_str() == "http://schema.org/articleBody").collect();
    let [body] = &bodies[..] else { panic!("one text is published") };
    assert!(matches!(&body.object, Term::Literal(literal) if literal.value() == text));

    let line: Value = serde_json::from_slice(&files["data/announcements.jsonl"]).unwrap();
    assert_eq!(line["body"].as_str().unwrap().trim(), markdown.trim());

    let cell = |name: &str, delimiter| {
        let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(&files[name][..]);
        let column = reader.headers().unwrap().iter().position(|header| header == "body_text").unwrap();
        reader.records().next().unwrap().unwrap()[column].to_owned()
    };
    assert_eq!(cell("data/announcements.csv", b','), text);
    let cut = cell("data/excel/announcements.csv", b';');
    assert!(cut.ends_with(" […]") && cut.encode_utf16().count() <= 32_767);

    let (_, last) = text.rsplit_once(": ").unwrap();
    for feed in ["feed/all.rss", "feed/all.atom", "feed/all.json"] {
        let feed = String::from_utf8(files[feed].clone()).unwrap();
        assert!(feed.contains(last), "the feed breaks off");
    }
}
