use super::process::{Cost, run_until};
use anyhow::{Context, bail};
use std::{fs, path::Path, process::Command};

/// Twice as large an input may take so many times the CPU time.
const MOST: f64 = 2.2;

/// Measurements before the time counts as too long: other programs take the processor's cache.
const ATTEMPTS: usize = 5;

/// Bytes of memory that an export of one large file takes at most.
const MEMORY: u64 = 500 << 20;

/// Exit codes of an export that publishes, and of one that refuses the sources.
const CODES: &[i32] = &[0, 1];

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
fn write(data: &Path, written: Written, text: &str) -> anyhow::Result<()> {
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
    let files = [
        (data.join("publication.toml"), SETTINGS.to_owned()),
        (data.join("register.toml"), register),
        (announcements.join(name), content),
    ];
    fs::create_dir_all(&announcements).with_context(|| format!("cannot create {}", announcements.display()))?;
    for (path, content) in files {
        fs::write(&path, content).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Files that are larger than a limit, or as large as one.
const LARGEST: &[Pattern] = &[
    Pattern { name: "4,000,000 items", n: 4_000_000, written: Written::Body, text: |n| "- a\n".repeat(n) },
    Pattern { name: "items within the limit", n: 260_000, written: Written::Body, text: |n| "- a\n".repeat(n) },
    Pattern {
        name: "a list of numbers",
        n: 4_000_000,
        written: Written::Json,
        text: |n| format!("\"a\":[{}1]", "1,".repeat(n)),
    },
];

/// Exports each pattern at n and 2n; fails if one takes more than `MOST` times the time, or more than `MEMORY`.
pub(crate) fn run(program: &Path) -> anyhow::Result<()> {
    let mut failed = Vec::new();
    anstream::println!("{:<40}{:>9}{:>9}{:>14}", "", "CPU s", "MiB", "2n against n");
    for pattern in PATTERNS {
        let mut ratios = Vec::new();
        let mut twice = Cost::default();
        while ratios.len() < ATTEMPTS && ratios.last().is_none_or(|ratio| *ratio > MOST) {
            twice = export_pattern(program, pattern, 2 * pattern.n)?;
            ratios.push(twice.cpu() / export_pattern(program, pattern, pattern.n)?.cpu());
        }
        let least = ratios.into_iter().fold(f64::INFINITY, f64::min);
        anstream::println!("{}{least:>14.2}", line(pattern.name, twice));
        if least > MOST {
            failed.push(format!("{}: {least:.2} times the time at 2n, more than {MOST}", pattern.name));
        }
    }
    let largest = LARGEST.iter().map(|pattern| (pattern.name, export_pattern(program, pattern, pattern.n), MEMORY));
    for (name, cost, most) in largest.chain([("eight files on eight threads", export_eight(program), 2 * MEMORY)]) {
        let cost = cost?;
        anstream::println!("{}", line(name, cost));
        if cost.peak > most {
            failed.push(format!("{name}: {} MiB, more than {}", cost.peak >> 20, most >> 20));
        }
    }
    if !failed.is_empty() {
        bail!("{}", failed.join("\n"));
    }
    Ok(())
}

fn line(name: &str, cost: Cost) -> String {
    format!("{name:<40}{:>9.3}{:>9}", cost.cpu(), cost.peak >> 20)
}

/// Exports a pattern of a length.
fn export_pattern(program: &Path, pattern: &Pattern, n: usize) -> anyhow::Result<Cost> {
    export(program, 1, |data| write(data, pattern.written, &(pattern.text)(n))).context(pattern.name)
}

/// Exports eight files as long as the limit at once, which share a budget of memory.
fn export_eight(program: &Path) -> anyhow::Result<Cost> {
    export(program, 8, |data| {
        write(data, Written::Body, &"- a\n".repeat(260_000))?;
        let announcements = data.join("announcements");
        (0..7).try_for_each(|number| {
            let copy = announcements.join(format!("2021-05-18-{number}.md"));
            fs::copy(announcements.join("2021-05-18-a.md"), &copy)
                .with_context(|| format!("cannot write {}", copy.display()))?;
            Ok(())
        })
    })
}

/// Exports the data that a function writes, without an earlier publication.
fn export(program: &Path, threads: u32, write: impl FnOnce(&Path) -> anyhow::Result<()>) -> anyhow::Result<Cost> {
    let folder = tempfile::tempdir().context("cannot create a folder")?;
    let data = folder.path().join("data");
    write(&data)?;
    let mut command = Command::new(program);
    command.args(["export", "--as-of", "2021-06-01", "--no-sync", "--threads", &threads.to_string(), "--data"]);
    Ok(run_until(command.arg(data).arg("--out").arg(folder.path().join("dist")), CODES)?.0)
}
