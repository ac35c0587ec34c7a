use crate::{anslag, data, export, stderr, stdout};
use std::{
    fs,
    io::Write,
    path::Path,
    process::{Output, Stdio},
};

fn query(dist: &Path, arguments: &[&str]) -> Output {
    anslag().arg("query").arg("--out").arg(dist).arg("--data").arg(data()).args(arguments).output().unwrap()
}

/// Everything occurs in the invented municipality, and so every query that comes with us has an answer there.
#[test]
fn every_query_of_ours_has_an_answer() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    let municipality = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/data");
    let output = anslag()
        .args(["export", "--as-of", "2026-06-01", "--no-documents", "--format", "n-quads"])
        .arg("--data")
        .arg(&municipality)
        .arg("--out")
        .arg(&dist)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let list = stdout(&query(&dist, &["--list"]));
    let swedish = stdout(&query(&dist, &["--list", "--lang", "sv"]));
    assert_eq!((list.lines().count(), swedish.lines().count()), (7, 7));
    for (line, swedish) in list.lines().zip(swedish.lines()) {
        let (name, title) = line.split_once(' ').unwrap();
        assert!(!title.trim().is_empty() && swedish.starts_with(name) && line != swedish, "{line}");
        let output = query(&dist, &["--name", name, "--format", "csv"]);
        assert!(output.status.success(), "{name}: {}", stderr(&output));
        let rows: Vec<String> = stdout(&output).lines().skip(1).map(str::to_owned).collect();
        assert!(rows.len() > 1, "{name}: {rows:?}");
        let columns = stdout(&output).lines().next().unwrap().split(',').count();
        let is_filled =
            |column: usize| rows.iter().any(|row| row.split(',').nth(column).is_some_and(|cell| !cell.is_empty()));
        assert!((0..columns).all(is_filled), "{name}: a column is empty");
    }
}

/// Loading the publication is a part of the time that a query takes.
#[cfg(unix)]
#[test]
fn a_publication_that_does_not_load_in_time_is_given_up() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(&data(), &dist, &["--no-documents"]).status.success());
    // Nobody writes into this pipe, so that it is never read to its end.
    let quads = dist.join("data/announcements.nq");
    fs::remove_file(&quads).unwrap();
    assert!(std::process::Command::new("mkfifo").arg(&quads).status().unwrap().success());
    for (language, expected) in [
        (
            "en",
            "error[query-timeout]: the query took more than 1 s\n |\n = help: ask for less, or allow more time with `--timeout`\n",
        ),
        (
            "sv",
            "fel[query-timeout]: frågan tog mer än 1 s\n |\n = hjälp: fråga efter mindre, eller tillåt mer tid med `--timeout`\n",
        ),
    ] {
        let output = query(&dist, &["ASK {}", "--timeout", "1", "--lang", language]);
        assert_eq!((output.status.code(), stdout(&output).as_str(), stderr(&output).as_str()), (Some(3), "", expected));
    }
}

#[test]
fn a_query_is_answered_from_what_is_published() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(&data(), &dist, &["--no-documents"]).status.success());
    let file = folder.path().join("a b.rq");
    fs::write(&file, "\u{feff}# en: a\nASK { ?a dcterms:type type:news }\n").unwrap();
    for (arguments, expected) in [
        (&["ASK { ?a dcterms:type type:alert }"][..], "{\"head\":{},\"boolean\":false}\n"),
        (&["--file", file.to_str().unwrap(), "--format", "table"], "true\n"),
        (&["-f", file.to_str().unwrap(), "--format", "table"], "true\n"),
        (&[file.to_str().unwrap(), "--format", "table"], "true\n"),
        (&["SELECT (COUNT(*) AS ?n) { ?a schema:headline ?title }", "--format", "csv"], "n\r\n1\r\n"),
        (&["ASK { GRAPH ?g { ?c a dcat:Catalog } }", "--format", "table"], "true\n"),
        (&["ASK { GRAPH ?g { anslag:Alert rdfs:label ?l } }", "--format", "table", "--timeout", "60"], "true\n"),
    ] {
        let output = query(&dist, arguments);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), expected), "{}", stderr(&output));
    }
    let cut = query(&dist, &["SELECT * { ?s ?p ?o }", "--limit", "2", "--format", "csv"]);
    assert_eq!(stdout(&cut).lines().count(), 3);
    assert_eq!(stderr(&cut), "only the first 2 results are shown (`--limit`)\n");
    for (arguments, code, expected) in [
        (
            &["ASK {}", "--format", "turtle"][..],
            2,
            "error[invalid-option]: the answer is yes or no, which cannot be written as turtle\n",
        ),
        (
            &["--name", "../publication"],
            2,
            "error[unknown-query]: unknown query `../publication`\n |\n = help: use one of `appeals`, `events`, ",
        ),
        (&["--name", "nothing"], 2, "error[unknown-query]: unknown query `nothing`\n"),
        (&["--file", "nowhere.rq"], 3, "error[io-error]: cannot read nowhere.rq: "),
        (&["nowhere.rq"], 3, "error[io-error]: cannot read nowhere.rq: "),
        (&["no where.rq"], 3, "error[io-error]: cannot read no where.rq: "),
        (&["no where"], 1, "error[invalid-query]: invalid SPARQL query: "),
        (&["SELECT * { SERVICE <http://127.0.0.1/> {} }"], 1, "error[failed-query]: cannot answer the query: "),
        (&[], 2, "error[invalid-option]: missing `<QUERY>`\n"),
    ] {
        let output = query(&dist, arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?}: {}", stderr(&output));
        assert!(stderr(&output).starts_with(expected), "{}", stderr(&output));
    }
    let nowhere = query(&folder.path().join("nowhere"), &["ASK {}"]);
    assert_eq!(nowhere.status.code(), Some(2));
}

#[test]
fn what_is_no_query_is_shown_where() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(&data(), &dist, &["--no-documents"]).status.success());
    let wrong = "SELECT ?å {\n  ?å nix:name ?b\n}";
    let output = query(&dist, &[wrong]);
    assert_eq!(output.status.code(), Some(1));
    let expected = "error[invalid-query]: invalid SPARQL query: unknown prefix `nix:`\n --> <query>:2:6\n  |\n2 |   ?å nix:name ?b\n  |      ^\n  |\n  = help: declare it at the beginning of the query: `PREFIX nix: <https://…>`\n";
    assert_eq!(stderr(&output), expected);
    let output = query(&dist, &[wrong, "--message-format", "json", "--lang", "sv"]);
    let line: serde_json::Value = serde_json::from_str(&stderr(&output)).unwrap();
    assert_eq!((line["line"].as_u64(), line["column"].as_u64()), (Some(2), Some(6)));
    assert_eq!(line["message"], "ogiltig SPARQL-fråga: okänt prefix `nix:`");
}

/// A dash is standard input, wherever a file can be named.
#[test]
fn a_query_is_read_from_standard_input() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(&data(), &dist, &["--no-documents"]).status.success());
    for arguments in [&["-"][..], &["-f", "-"], &["--file=-"]] {
        for (text, code, expected) in [
            ("ASK { ?a dcterms:type type:news }", 0, ""),
            (
                "ASK {\n?a nix:name 1 }",
                1,
                "error[invalid-query]: invalid SPARQL query: unknown prefix `nix:`\n --> <stdin>:2:",
            ),
        ] {
            let mut command = anslag();
            command.arg("query").arg("--out").arg(&dist).args(arguments).args(["--format", "table"]);
            let command = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
            let mut child = command.spawn().unwrap();
            child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
            let output = child.wait_with_output().unwrap();
            assert_eq!(output.status.code(), Some(code), "{arguments:?} {}", stderr(&output));
            assert!(stderr(&output).starts_with(expected), "{}", stderr(&output));
        }
    }
}

/// A directory `queries` in the data adds to ours, and replaces one of the same name.
#[test]
fn users_have_queries_of_their_own() {
    let folder = tempfile::tempdir().unwrap();
    let dist = folder.path().join("dist");
    assert!(export(&data(), &dist, &["--no-documents"]).status.success());
    let query = |arguments: &[&str]| {
        let mut command = anslag();
        command.current_dir(folder.path()).arg("query").args(arguments).args(["--format", "csv"]).output().unwrap()
    };
    let ours = stdout(&query(&["--list"]));
    assert_eq!(ours.lines().count(), 7, "they need no directory of data");
    assert!(stdout(&query(&["--name", "newest"])).starts_with("published,title,announcement"));

    let queries = folder.path().join("data/queries");
    fs::create_dir_all(&queries).unwrap();
    fs::write(queries.join("newest.rq"), "# My own\nSELECT (1 AS ?one) {}").unwrap();
    fs::write(queries.join("weather-report.rq"), "# en: The weather\n# sv: Vädret\nSELECT (2 AS ?two) {}").unwrap();
    fs::write(queries.join("notes.txt"), "").unwrap();
    let list = stdout(&query(&["--list", "--lang", "sv"]));
    assert_eq!(list.lines().count(), 8, "{list}");
    assert!(list.contains("\nnewest          My own\n") && list.contains("\nweather-report  Vädret"), "{list}");
    assert_eq!(stdout(&query(&["--name", "newest"])), "one\r\n1\r\n");
    assert_eq!(stdout(&query(&["--name", "weather-report"])), "two\r\n2\r\n");

    let unknown = stderr(&query(&["--name", "weather"]));
    assert!(unknown.contains("`types`, `weather-report`\n"), "{unknown}");
    let path = stderr(&query(&["events"]));
    assert!(path.ends_with(" = help: run `anslag query --name events` for the query of this name\n"), "{path}");
}
