//! Plain texts of `tests/text` as source files, with what is found in them; and the text that the project began with.

use anslag_core::{Body, Country};
use anslag_fixtures::assert_golden;
use anslag_import::read_text;
use anslag_wording::{Language, Wording as _};
use std::{fs, path::Path};

/// Returns a text as a source file, and what is found in it.
fn import(name: &str, bytes: &[u8]) -> (String, String) {
    let text = String::from_utf8(bytes.to_vec()).unwrap_or_else(|error| {
        error.into_bytes().iter().map(|byte| if *byte == 0x96 { '–' } else { char::from(*byte) }).collect()
    });
    let (draft, findings) = read_text(name, text.trim_start_matches('\u{feff}'), Country::new("SE").unwrap());
    let lines = findings.iter().map(|finding| {
        let line = finding.line.map_or_else(String::new, |line| line.to_string());
        format!("{line}: {}\n    {}\n", finding.excerpt, finding.doubt.in_language(Language::English))
    });
    (draft.to_source(), lines.collect())
}

fn folder(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(name)
}

#[test]
fn golden_texts() {
    let mut names: Vec<_> = fs::read_dir(folder("text")).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert!(names.len() >= 10);
    for name in names {
        let name = name.to_str().unwrap();
        let (source, findings) = import(name, &fs::read(folder("text").join(name)).unwrap());
        let golden = folder("golden/text").join(name).with_extension("md");
        assert_golden(&golden, format!("{source}\n<!-- found\n{findings}-->\n").as_bytes());
    }
}

/// What a reader of the text cannot know is in the file that people have written, and nothing else differs.
#[test]
fn golden_seed() {
    let text = fs::read(folder("seed.txt")).unwrap();
    let (source, findings) = import("seed.txt", &text);
    assert_eq!(findings, "");
    let written = "../../data/announcements/2021-05-18-internationellt-projekt-kring-digitalisering.md";
    let written = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(written)).unwrap();
    assert_golden(&folder("golden/seed.diff"), diff(&source, &written).as_bytes());
}

/// Returns the lines of two texts that differ: `-` only in the first, `+` only in the second.
fn diff(first: &str, second: &str) -> String {
    let (first, second): (Vec<&str>, Vec<&str>) = (first.lines().collect(), second.lines().collect());
    // Lengths of the longest common subsequences of what follows.
    let mut common = vec![vec![0_usize; second.len() + 1]; first.len() + 1];
    for a in (0..first.len()).rev() {
        for b in (0..second.len()).rev() {
            common[a][b] =
                if first[a] == second[b] { common[a + 1][b + 1] + 1 } else { common[a + 1][b].max(common[a][b + 1]) };
        }
    }
    let (mut a, mut b, mut lines) = (0, 0, String::new());
    while a < first.len() || b < second.len() {
        let (sign, line) = if a < first.len() && b < second.len() && first[a] == second[b] {
            (a, b) = (a + 1, b + 1);
            continue;
        } else if b == second.len() || a < first.len() && common[a + 1][b] >= common[a][b + 1] {
            a += 1;
            ('-', first[a - 1])
        } else {
            b += 1;
            ('+', second[b - 1])
        };
        lines.extend([sign, ' ']);
        lines.push_str(line);
        lines.push('\n');
    }
    lines
}

/// Texts that repeat one thing are read in time proportional to their length, and not to its square.
#[test]
fn long_texts_are_read_soon() {
    let repeated = [
        "”Det blir bra”, säger Anna Ek, rektor. ",
        "– Det, säger Anna Ek.\n",
        "Det, säger ",
        "- mjölk\n",
        "1 och ",
        "1. mjölk\n",
        "Kontakt\nAnna Ek\n0521-72 10 00\n\n",
        "Kontakt: Anna Ek\n",
        "0521-72 10 00\n",
        "Publicerad 2021-05-18\n",
        "Rubrik\n\n",
        "60 procent finansieras av EU. ",
        "kl. 18–",
        "2021-05-18/",
        "ett studiebesök 2021-05-18. ",
        "a, ",
        "måndag ",
        "”",
        ". ",
    ];
    for part in repeated {
        let text = format!("Rubrik\n\nDet är en text.\n\n{}", part.repeat(100_000 / part.len()));
        let start = std::time::Instant::now();
        let _ = read_text("a.txt", &text, Country::new("SE").unwrap());
        // Without optimization on a busy machine, it takes half a second.
        assert!(start.elapsed().as_secs() < 10, "{part:?}");
    }
}

proptest::proptest! {
    /// Nothing is lost but links of websites, dates and contacts; and nothing becomes markup.
    #[test]
    fn any_text_is_read(text in "(([-•*#>+=|]{1,3}|[0-9]{1,2}[.)]|[-–] |”)? ?([A-Za-zåäö0-9*_<>&#\\[\\]()`~!|\\\\.,:;@”\"-]{1,9} ){0,12}[.!?]?\n{1,2}){0,12}|\\PC*") {
        let (draft, _) = read_text("a.txt", &text, Country::new("SE").unwrap());
        let body = Body::new(&draft.body).unwrap();
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).collect::<String>();
        let title = draft.get("title").and_then(|title| title.as_str()).unwrap_or_default();
        let lead = draft.get("description").and_then(|lead| lead.as_str()).unwrap_or_default();
        let kept = letters(title) + &letters(lead) + &letters(body.text());
        if draft.get("contacts").is_none() && draft.get("date").is_none() && draft.get("modified").is_none() {
            proptest::prop_assert_eq!(kept, letters(&text));
        }
    }
}
