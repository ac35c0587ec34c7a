use crate::{home, publication};
use anslag_core::Publication;
use anslag_source::{Report, read_json_line, read_markdown, read_publication};
use anslag_wording::Language;
use proptest::{collection::vec, prelude::*, sample::select};
use std::{fs, sync::LazyLock};

static PUBLICATION: LazyLock<Publication> = LazyLock::new(publication);

/// Text that is nearly a file: pieces of the syntaxes in any order.
fn nearly() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "+++\n",
        "---\n",
        "title = \"a\"\n",
        "date = 2021-05-18\n",
        "type = \"nyhet\"\n",
        "[[quotes]]\n",
        "[project]\n",
        "match = \"a … b\"\n",
        "speakers = [{ name = \"x\" }]\n",
        "funding = [{ funder = \"x\", percent = 60 }]\n",
        "[[events]]\n",
        "when = \"2021-23\"\n",
        "title: a\n",
        "[å: ö\n",
        "{å: ö, ",
        "å: ",
        "date: 2021-05-18\n",
        "type: nyhet\n",
        "params:\n",
        "[extra]\n",
        "[taxonomies]\n",
        "tags:\n",
        "  - ",
        "- ",
        "  ",
        "? ",
        ": ",
        "|\n",
        ">+2\n",
        "...\n",
        "# ",
        "&a ",
        "*a ",
        "!!str ",
        "!a!b ",
        "%YAML 1.2\n",
        "<<: ",
        "'",
        "~",
        "\t",
        "\u{85}",
        "\u{2028}",
        "\r",
        "a = [",
        "]",
        "{",
        "}",
        "\"",
        "\\",
        "\n",
        "…",
        "\u{feff}",
        "\r\n",
        "o\u{308}",
        "{\"id\":\"2021-05-18-a\",",
        "\"title\":\"a\",",
        "\"published\":\"2021-05-18\",",
        "\"type\":\"news\"",
        ",",
        ":",
        "null",
        "1e400",
        "-0",
        "<script>",
        "&#8;",
        "\u{1b}[2J",
        "\0",
    ]);
    vec(prop_oneof![8 => piece.prop_map(str::to_owned), 1 => any::<String>()], 0..30).prop_map(|pieces| pieces.concat())
}

fn read_as_everything(bytes: &[u8]) {
    let mut report = Report::default();
    let markdown = read_markdown("2021-05-18-a.md", bytes, &PUBLICATION, &mut report);
    assert_eq!(markdown.is_none(), report.errors() > 0);
    let mut report = Report::default();
    let json = read_json_line("a.jsonl", 1, bytes, &PUBLICATION, &mut report);
    assert_eq!(json.is_none(), report.errors() > 0);
    let shown = report.render(Language::English, false);
    assert!(!shown.contains(|c: char| c.is_control() && c != '\n'), "{shown:?}");
    let mut report = Report::default();
    let publication = read_publication(("p", bytes), ("r", bytes), &mut report);
    assert_eq!(publication.is_none(), report.errors() > 0);
    assert!(publication.is_some() || !report.render(Language::English, true).is_empty());
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in vec(any::<u8>(), 0..200)) {
        read_as_everything(&bytes);
    }

    #[test]
    fn nearly_a_file_is_read_or_refused(text in nearly()) {
        read_as_everything(text.as_bytes());
    }

    #[test]
    fn nearly_yaml_is_read_or_refused(text in nearly()) {
        read_as_everything(format!("---\n{text}\n---\n").as_bytes());
        read_as_everything(format!("---\ntitle: a\ndate: 2021-05-18\ntype: nyhet\n{text}\n---\n").as_bytes());
    }

    #[test]
    fn any_text_as_yaml_is_read_or_refused(text in any::<String>()) {
        read_as_everything(format!("---\n{text}\n---\n").as_bytes());
    }
}

/// What fuzzing has found to lead to code of its own: see `cargo xtask fuzz`.
#[test]
fn what_fuzzing_has_found_is_read_or_refused() {
    for target in ["front_matter", "json_lines"] {
        let inputs: Vec<_> = fs::read_dir(home().join("../../fuzz/corpus").join(target)).unwrap().collect();
        assert!(inputs.len() > 100, "{target}");
        for input in inputs {
            read_as_everything(&fs::read(input.unwrap().path()).unwrap());
        }
    }
}

#[test]
fn depth_is_bounded_in_every_syntax() {
    for open in ["[", "{\"a\":", "a = [", "[[a]]\n[a.b]\n", "a.", "{a="] {
        read_as_everything(open.repeat(100_000).as_bytes());
        read_as_everything(format!("+++\nx = {}\n+++\n", open.repeat(100_000)).as_bytes());
    }
}
