use crate::{announcement, anslag, publication, stderr, stdout};
use anslag_fixtures::{MUNICIPALITY_AS_OF, municipality};
use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Output, Stdio},
    thread,
};

fn convert(data: &Path, as_of: &str, arguments: &[&str]) -> Command {
    let mut command = anslag();
    command.arg("convert").arg("--data").arg(data).args(["--as-of", as_of]).args(arguments);
    command
}

/// Runs a command with something on its standard input.
fn fed(mut command: Command, input: &[u8]) -> Output {
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    thread::scope(|scope| {
        // Who does not read all of it is not waited for.
        scope.spawn(move || drop(stdin.write_all(input)));
        child.wait_with_output().unwrap()
    })
}

#[track_caller]
fn written(output: Output) -> Vec<u8> {
    assert!(output.status.success() && output.stderr.is_empty(), "{}", stderr(&output));
    output.stdout
}

fn line(id: &str) -> String {
    let published = &id[..10];
    format!("{{\"id\":\"{id}\",\"type\":\"news\",\"title\":\"Nyhet\",\"published\":\"{published}\"}}\n")
}

/// A publication without a folder of announcements.
fn empty() -> tempfile::TempDir {
    let data = publication(&[]);
    fs::remove_dir(data.path().join("announcements")).unwrap();
    data
}

/// Each dump that an export writes, made of the JSON Lines that it writes: no byte differs.
#[test]
fn the_filter_writes_what_an_export_writes() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    let mut export = anslag();
    export
        .arg("export")
        .arg("--data")
        .arg(municipality())
        .arg("--out")
        .arg(&dist)
        .args(["--as-of", MUNICIPALITY_AS_OF]);
    assert!(export.output().unwrap().status.success());
    let lines = fs::read(dist.join("data/announcements.jsonl")).unwrap();
    let mut dumps: Vec<(String, Vec<String>)> = ["ttl", "trig", "nt", "nq", "rdf", "jsonld", "jsonl"]
        .into_iter()
        .map(|format| (format!("data/announcements.{format}"), vec!["--to".to_owned(), format.to_owned()]))
        .collect();
    dumps.push(("feed/events.ics".to_owned(), vec!["--to".to_owned(), "ics".to_owned()]));
    dumps.push(("data/places.geojson".to_owned(), vec!["--to".to_owned(), "geojson".to_owned()]));
    for (dialect, below) in [("standard", "data"), ("excel", "data/excel")] {
        for entry in fs::read_dir(dist.join(below)).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            if let Some(table) = name.strip_suffix(".csv") {
                let arguments = ["--to", "csv", "--table", table, "--dialect", dialect].map(str::to_owned).to_vec();
                dumps.push((format!("{below}/{name}"), arguments));
            }
        }
    }
    assert_eq!(dumps.len(), 9 + 2 * 25);
    for (file, arguments) in dumps {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = fed(convert(&municipality(), MUNICIPALITY_AS_OF, &arguments), &lines);
        assert!(output.status.success() && !stderr(&output).contains("error"), "{file}: {}", stderr(&output));
        assert!(output.stdout == fs::read(dist.join(&file)).unwrap(), "{file} differs");
    }
}

#[test]
fn parts_put_together_are_the_whole() {
    let data = empty();
    let (first, second) = (line("2021-01-01-a") + &line("2021-01-02-b"), line("2021-01-03-c"));
    for to in ["nquads", "turtle", "json-ld", "rdfxml", "csv", "jsonl"] {
        let run = |more: &[&str], input: &str| {
            written(fed(convert(data.path(), "2021-06-01", &[&["--to", to], more].concat()), input.as_bytes()))
        };
        let together = [
            run(&["--part", "prologue"], ""),
            run(&["--no-prologue"], &first),
            run(&["--part", "chunk"], &second),
            run(&["--part", "epilogue"], ""),
        ];
        assert!(together.concat() == run(&[], &(first.clone() + &second)), "{to}");
    }
}

#[test]
fn all_that_is_wrong_is_said_and_nothing_is_written_after_it() {
    let data = empty();
    let input = line("2021-01-01-a") + "{}\n" + &line("2021-01-02-b") + "[\n";
    let output = fed(convert(data.path(), "2021-06-01", &["--to", "jsonl"]), input.as_bytes());
    assert_eq!((output.status.code(), stdout(&output).lines().count()), (Some(1), 1));
    assert!(stderr(&output).contains("--> <stdin>:2:1") && stderr(&output).contains("--> <stdin>:4:1"));

    let json = ["--to", "jsonl", "--message-format", "json", "--lang", "sv"];
    let output = fed(convert(data.path(), "2021-06-01", &json), input.as_bytes());
    assert!(stderr(&output).lines().all(|line| line.contains(r#","path":"<stdin>","line":"#)), "{}", stderr(&output));
}

#[test]
fn a_publication_that_is_wrong_is_said() {
    let data = empty();
    fs::write(data.path().join("register.toml"), "[topics.x]\n").unwrap();
    let output = fed(convert(data.path(), "2021-06-01", &["--to", "jsonl"]), line("2021-01-01-a").as_bytes());
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    assert!(stderr(&output).contains("register.toml:1:"), "{}", stderr(&output));
    let nowhere = fed(convert(&data.path().join("nowhere"), "2021-06-01", &["--to", "jsonl"]), b"");
    assert_eq!(nowhere.status.code(), Some(3));
}

#[test]
fn what_is_not_published_is_counted() {
    let data = empty();
    let input = line("2021-01-01-a") + &line("2021-06-02-b");
    let output = fed(convert(data.path(), "2021-06-01", &["--to", "nt"]), input.as_bytes());
    assert_eq!(stderr(&output), "skipped 1 announcement not published on 2021-06-01\n");
    let swedish = fed(convert(data.path(), "2021-06-01", &["--to", "nt", "--lang", "sv"]), input.as_bytes());
    assert_eq!(stderr(&swedish), "hoppade över 1 tillkännagivande som inte publiceras 2021-06-01\n");
    let quiet = fed(convert(data.path(), "2021-06-01", &["--to", "nt", "--quiet"]), input.as_bytes());
    assert!(written(quiet) == output.stdout);
}

#[test]
fn a_form_that_is_no_run_of_announcements_is_refused() {
    let data = empty();
    for (arguments, words) in [
        (
            &["--to", "atom"][..],
            "error[invalid-option]: Atom cannot be written as a stream\n |\n = help: run `anslag export --format atom`, or add",
        ),
        (&["--to", "parquet", "--table", "quotes"], "error[invalid-option]: Parquet cannot be written as a stream\n"),
        (&["--to", "csv", "--table", "quote"], "did you mean `quotes`?"),
        (
            &["--to", "ttl", "--table", "quotes"],
            "error[invalid-option]: Turtle has no tables\n |\n = help: use `--table` and `--dialect` with `--to csv`\n",
        ),
        (
            &["--to", "geojson", "--no-prologue"],
            "error[invalid-option]: GeoJSON cannot be written in parts: it has a separator between announcements\n |\n = help: leave",
        ),
        (&["--to", "ttl", "--part", "epilogue", "--no-prologue"], "cannot be used with"),
        (&["--to", "ttl", "--from", "markdown"], "invalid value `markdown`"),
        (&[], "--to <FORMAT>"),
    ] {
        let output = fed(convert(data.path(), "2021-06-01", arguments), b"");
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""));
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    }
}

/// Who has read enough ends the filter, which says nothing of it.
#[test]
fn a_broken_pipe_ends_it_quietly() {
    let data = empty();
    let mut command = convert(data.path(), "2021-06-01", &["--to", "nt"]);
    let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    let mut first = String::new();
    out.read_line(&mut first).unwrap();
    drop(out);
    assert!(first.starts_with("<https://"), "{first}");
    // More than any pipe holds.
    for number in 0..20_000 {
        if stdin.write_all(line(&format!("2021-01-01-nyhet-{number}")).as_bytes()).is_err() {
            break;
        }
    }
    drop(stdin);
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

/// An engine that gives a line and waits for what is made of it gets it.
#[test]
fn a_line_is_answered_before_the_next_one_comes() {
    let data = empty();
    let mut command = convert(data.path(), "2021-06-01", &["--to", "jsonl", "--no-prologue"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let mut out = BufReader::new(child.stdout.take().unwrap());
    for id in ["2021-01-01-a", "2021-01-02-b", "2021-01-03-c"] {
        stdin.write_all(line(id).as_bytes()).unwrap();
        let mut answer = String::new();
        out.read_line(&mut answer).unwrap();
        assert!(answer.contains(id), "{answer}");
    }
    drop(stdin);
    assert!(child.wait().unwrap().success());
}

/// The announcements of the folder are not looked at.
#[test]
fn announcements_of_the_folder_are_not_read() {
    let data = publication(&[("2021-01-01-a.md", &announcement("2021-13-01", ""))]);
    assert_eq!(written(fed(convert(data.path(), "2021-06-01", &["--to", "jsonl"]), b"")), b"");
}
