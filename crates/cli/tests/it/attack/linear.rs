use crate::anslag;
use std::{
    fs,
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};
use wait4::Wait4;

/// Twice as large an input may take so many times the time.
const MOST: f64 = 2.2;

/// Measurements before the time counts as too long: other programs take the processor's cache.
const ATTEMPTS: usize = 5;

const SETTINGS: &str = r#"
base = "https://data.example.org/"
publisher = "a"
licence = "http://creativecommons.org/publicdomain/zero/1.0/"
languages = ["sv", "en"]
time_zone = "Europe/Stockholm"
country = "SE"
title = { sv = "a", en = "a" }
description = { sv = "a", en = "a" }
contact = { name = "a", email = "a@example.org" }
"#;

const REGISTER: &str = "[organizations.a]\nname = \"a\"\nkind = \"municipality\"\n";

/// File that a pattern writes, besides small others.
#[derive(Clone, Copy)]
enum Written {
    /// Text of an announcement in Markdown.
    Body,
    /// Keys of an announcement in TOML.
    Toml,
    /// Keys of an announcement in YAML.
    Yaml,
    /// Keys of an announcement in JSON Lines.
    Json,
    /// Lines of JSON Lines.
    Lines,
    /// Further entries of the register.
    Register,
}

/// Pattern whose work could grow faster than its length.
struct Pattern {
    name: &'static str,
    /// Length, of which twice as much is written too.
    n: usize,
    written: Written,
    text: fn(usize) -> String,
}

/// Returns a text for each number, one after the other, with the number in place of `#` and the next one in place of `@`.
fn numbered(count: usize, text: &str) -> String {
    (0..count).map(|n| text.replace('#', &n.to_string()).replace('@', &((n + 1) % count).to_string())).collect()
}

/// Returns a list of JSON with an item for each number.
fn list(key: &str, count: usize, item: &str) -> String {
    format!("\"{key}\":[{}]", numbered(count, &format!("{item},")).trim_end_matches(','))
}

/// Patterns that are published or refused, both in linear time.
#[rustfmt::skip]
const PATTERNS: &[Pattern] = &{
    use Written::{Body, Json, Lines, Register, Toml, Yaml};
    const fn of(name: &'static str, n: usize, written: Written, text: fn(usize) -> String) -> Pattern {
        Pattern { name, n, written, text }
    }
    [
        of("end tags of nothing", 50_000, Body, |n| "</b><div>".repeat(n)),
        of("end tags in the wrong order", 10_000, Body, |n| "<b><i>a</b></i>".repeat(n)),
        of("paragraphs of HTML", 20_000, Body, |n| "<p><b>a</b>".repeat(n)),
        of("attributes of a tag", 50_000, Body, |n| format!("<b {}>a</b>", numbered(n, "a#=1 "))),
        of("elements hidden in a drawing", 20_000, Body, |n| format!("<div><svg><style>{}</style></svg></div>", "<p>".repeat(n))),
        of("emphasis that stays open", 50_000, Body, |n| numbered(32, "<i title=#>") + &"<p>a".repeat(n)),
        of("quotes in quotes", 50_000, Body, |n| "> ".repeat(n) + "a"),
        of("lists in lists", 50_000, Body, |n| "- ".repeat(n) + "a"),
        of("items", 20_000, Body, |n| "- a\n".repeat(n)),
        of("numbered items", 20_000, Body, |n| "1. a\n".repeat(n)),
        of("cells", 2_000, Body, |n| format!("{}\n{}\n", "|a".repeat(n), "|-".repeat(n)).repeat(2)),
        of("rows", 10_000, Body, |n| format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(n))),
        of("uses of a definition", 20_000, Body, |n| format!("[a]: /x\n\n{}", "[a] ".repeat(n))),
        of("definitions and their uses", 5_000, Body, |n| format!("{}\n{}", numbered(n, "[a#]: /x\n"), numbered(n, "[a#] "))),
        of("label of a link", 200_000, Body, |n| format!("[{}](/x)", "a".repeat(n))),
        of("brackets", 100_000, Body, |n| "[".repeat(n)),
        of("footnotes", 5_000, Body, |n| format!("{}\n\n{}", numbered(n, "a[^#] "), numbered(n, "[^#]: b\n\n"))),
        of("asterisks", 100_000, Body, |n| "a**b".repeat(n)),
        of("comments", 20_000, Body, |n| "a <!-- x --> ".repeat(n)),
        of("comments in definitions", 10_000, Body, |n| "a\n[//]: # (x\n".repeat(n)),
        of("addresses", 10_000, Body, |n| "https://a.se/x a@b.se ".repeat(n)),
        of("addresses with spaces", 10_000, Body, |n| "[a](b c) ".repeat(n)),
        of("characters to escape", 50_000, Body, |n| "& § ".repeat(n)),
        of("a text over its limit", 1_000_000, Body, |n| "- a\n".repeat(n)),
        of("places", 5_000, Json, |n| list("places", n, "\"p#\"")),
        of("places over their limit", 50_000, Json, |n| list("places", n, "\"p#\"")),
        of("themes", 5_000, Json, |n| list("themes", n, "\"GOVE\"")),
        of("contacts", 2_000, Json, |n| list("contacts", n, r#"{"name":"c#"}"#)),
        of("links", 2_000, Json, |n| list("links", n, r#"{"title":"a","url":"https://a.se/#"}"#)),
        of("attachments", 2_000, Json, |n| list("attachments", n, r#"{"title":"a","url":"https://a.se/#","media_type":"text/plain"}"#)),
        of("updates", 2_000, Json, |n| list("updates", n, r#"{"at":"2021-05-19T10:00:00+02:00","text":"t#"}"#)),
        of("participants", 2_000, Json, |n| format!("\"project\":{{\"programme\":\"x\",{}}}", list("participants", n, "\"p#\""))),
        of("speakers", 2_000, Json, |n| format!("\"body\":\"a b\",\"quotes\":[{{\"text\":\"a b\",{}}}]", list("speakers", n, r#"{"name":"x#"}"#))),
        of("quotes", 100, Json, |n| format!("\"body\":\"{}\",{}", "b ".repeat(10_000) + &numbered(200, "a# c. "), list("quotes", n, r#"{"match":"a# … c.","speakers":[{"name":"x"}]}"#))),
        of("quotes that are not in the text", 100, Json, |n| format!("\"body\":\"{}\",{}", "b ".repeat(10_000), list("quotes", n, r#"{"match":"a# … c","speakers":[{"name":"x"}]}"#))),
        of("ellipses of a quote", 10_000, Json, |n| format!("\"body\":\"{}\",\"quotes\":[{{\"match\":\"{}\"}}]", "a ".repeat(n), "a … ".repeat(n))),
        of("levels of JSON", 100_000, Json, |n| format!("\"a\":{}", "[".repeat(n))),
        of("unknown keys", 10_000, Json, |n| numbered(n, "\"titel#\":1,") + "\"a\":1"),
        of("a long key", 1_000_000, Json, |n| format!("\"{}\":1", "k".repeat(n))),
        of("errors of one line", 10_000, Json, |n| list("links", n.min(10_000), r#"{"title":"","url":"htp:/#"}"#) + &" ".repeat(n)),
        of("unknown keys of TOML", 10_000, Toml, |n| numbered(n, "k# = 1\n")),
        of("tables of TOML", 5_000, Toml, |n| numbered(n, "[[contacts]]\nname = \"c#\"\n")),
        of("unknown keys of YAML", 10_000, Yaml, |n| numbered(n, "k#: 1\n")),
        of("lists of YAML", 20_000, Yaml, |n| format!("a: [{}]", "{x: 1},".repeat(n))),
        of("anchors of YAML", 5_000, Yaml, |n| numbered(n, "k#: &a# x\n")),
        of("levels of YAML", 50_000, Yaml, |n| format!("a: {}", "[".repeat(n))),
        of("replacements", 500, Lines, |n| numbered(n, "{\"id\":\"2021-05-18-a#\",\"title\":\"a\",\"published\":\"2021-05-18\",\"type\":\"news\",\"replaces\":\"2021-05-18-a@\"}\n")),
        of("the same id", 500, Lines, |n| "{\"id\":\"2021-05-18-a\",\"title\":\"a\",\"published\":\"2021-05-18\",\"type\":\"news\"}\n".repeat(n)),
        of("broken lines", 20_000, Lines, |n| "{\"id\":\n".repeat(n)),
        of("a chain of units", 2_000, Register, |n| numbered(n, "[organizations.o#]\nname = \"o#\"\nunit_of = \"o@\"\n").replace("unit_of = \"o0\"", "")),
        of("a circle of units", 2_000, Register, |n| numbered(n, "[organizations.o#]\nname = \"o#\"\nunit_of = \"o@\"\n")),
        of("a chain of units that ends nowhere", 2_000, Register, |n| numbered(n, "[organizations.o#]\nname = \"o#\"\nunit_of = \"p@\"\n")),
        of("one name for all", 2_000, Register, |n| numbered(n, "[organizations.o#]\nname = \"o\"\n")),
    ]
};

/// Writes a data directory with a pattern.
fn write(data: &Path, written: Written, text: &str) {
    let announcements = data.join("announcements");
    let markdown = |mark: &str, keys: &str, body: &str| format!("{mark}\n{keys}\n{mark}\n\n{body}\n");
    let toml = "title = \"a\"\ndate = 2021-05-18\ntype = \"nyhet\"\n";
    let (name, content) = match written {
        Written::Body => ("2021-05-18-a.md", markdown("+++", toml, text)),
        Written::Toml => ("2021-05-18-a.md", markdown("+++", &format!("{toml}{text}"), "b")),
        Written::Yaml => {
            ("2021-05-18-a.md", markdown("---", &format!("title: a\ndate: 2021-05-18\ntype: nyhet\n{text}"), "b"))
        }
        Written::Json => {
            let keys = r#""id":"2021-05-18-a","title":"a","published":"2021-05-18","type":"news""#;
            ("a.jsonl", format!("{{{keys},{text}}}\n"))
        }
        Written::Lines => ("a.jsonl", text.to_owned()),
        Written::Register => ("2021-05-18-a.md", markdown("+++", toml, "b")),
    };
    let register = if matches!(written, Written::Register) { format!("{REGISTER}{text}") } else { REGISTER.to_owned() };
    fs::create_dir_all(&announcements).unwrap();
    fs::write(data.join("publication.toml"), SETTINGS).unwrap();
    fs::write(data.join("register.toml"), register).unwrap();
    fs::write(announcements.join(name), content).unwrap();
}

/// Returns the processor time and the memory of a run, which publishes or refuses.
fn cost(command: &mut Command, name: &str) -> (Duration, u64) {
    let child = command.stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let used = child.and_then(Wait4::wait4).unwrap();
    assert!(matches!(used.status.code(), Some(0 | 1)), "{name}: {}", used.status);
    (used.rusage.utime + used.rusage.stime, used.rusage.maxrss)
}

/// Exports a pattern of a length, without an earlier publication.
fn export(pattern: &Pattern, n: usize) -> (Duration, u64) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    write(&data, pattern.written, &(pattern.text)(n));
    let mut command = anslag();
    command.args(["export", "--as-of", "2021-06-01", "--no-sync", "--threads", "1", "--data"]);
    cost(command.arg(data).arg("--out").arg(folder.path().join("dist")), pattern.name)
}

#[test]
#[expect(clippy::print_stdout, reason = "the figures are shown with `--nocapture`")]
fn twice_the_input_takes_twice_the_time() {
    let mut slow = Vec::new();
    for pattern in PATTERNS {
        let ratio = || export(pattern, 2 * pattern.n).0.as_secs_f64() / export(pattern, pattern.n).0.as_secs_f64();
        let mut ratios = Vec::new();
        while ratios.len() < ATTEMPTS && ratios.last().is_none_or(|ratio| *ratio > MOST) {
            ratios.push(ratio());
        }
        println!("{:<40} {ratios:.2?}", pattern.name);
        if ratios.iter().all(|ratio| *ratio > MOST) {
            slow.push(format!("{}: {ratios:.2?}", pattern.name));
        }
    }
    assert!(slow.is_empty(), "{slow:#?}");
}

/// Bytes of memory that a run takes at most.
const MEMORY: u64 = 500 << 20;

#[test]
#[expect(clippy::print_stdout, reason = "the figures are shown with `--nocapture`")]
fn memory_is_bounded_whatever_stands_in_a_file() {
    let million = 1_000_000;
    let largest = [
        Pattern { name: "4,000,000 items", n: 4 * million, written: Written::Body, text: |n| "- a\n".repeat(n) },
        Pattern { name: "items within the limit", n: 260_000, written: Written::Body, text: |n| "- a\n".repeat(n) },
        Pattern {
            name: "a list of numbers",
            n: 4 * million,
            written: Written::Json,
            text: |n| format!("\"a\":[{}1]", "1,".repeat(n)),
        },
    ];
    for pattern in largest {
        let (_, peak) = export(&pattern, pattern.n);
        println!("{}: {} MiB", pattern.name, peak >> 20);
        assert!(peak < MEMORY, "{}: {} MiB", pattern.name, peak >> 20);
    }
    // Eight threads take no more than a few.
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let body = format!("+++\ntitle = \"a\"\ndate = 2021-05-18\ntype = \"nyhet\"\n+++\n\n{}", "- a\n".repeat(260_000));
    write(&data, Written::Register, "");
    for number in 0..8 {
        fs::write(data.join(format!("announcements/2021-05-18-{number}.md")), &body).unwrap();
    }
    let mut command = anslag();
    command.args(["export", "--as-of", "2021-06-01", "--no-sync", "--threads", "8", "--format", "csv,atom", "--data"]);
    let (_, peak) = cost(command.arg(data).arg("--out").arg(folder.path().join("dist")), "eight threads");
    println!("eight threads: {} MiB", peak >> 20);
    assert!(peak < 2 * MEMORY, "eight threads: {} MiB", peak >> 20);
}
