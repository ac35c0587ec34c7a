use crate::{announcement, anslag, export, publication, stderr, stdout};
use std::{fs, path::Path, process::Output};
use tempfile::TempDir;

/// A folder whose `data` has an error.
fn wrong() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let data = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", "tags = [\"digitalisring\"]\n"))]);
    fs::rename(data.path(), folder.path().join("data")).unwrap();
    folder
}

fn run(folder: &Path, arguments: &[&str], variables: &[(&str, &str)]) -> Output {
    let mut command = anslag();
    command.args(arguments).envs(variables.iter().copied()).current_dir(folder);
    command.output().unwrap()
}

#[test]
fn global_options_stand_before_and_after_the_command() {
    let folder = wrong();
    for options in [
        &["--message-format", "json"][..],
        &["--lang", "sv"],
        &["--color", "always"],
        &["--message-format", "json", "--lang", "sv", "--color", "never", "--quiet"],
    ] {
        let before = run(folder.path(), &[options, &["check"]].concat(), &[]);
        let after = run(folder.path(), &[&["check"], options].concat(), &[]);
        assert_eq!(before, after, "{options:?}");
        assert_ne!(before, run(folder.path(), &["check"], &[]), "{options:?}");
    }
}

#[test]
fn colours_are_used_where_they_are_wanted() {
    let folder = wrong();
    let force = ("CLICOLOR_FORCE", "1");
    let no = ("NO_COLOR", "1");
    for (arguments, variables, expected) in [
        (&["check"][..], &[][..], false),
        (&["check"], &[force], true),
        (&["check"], &[no], false),
        (&["check"], &[no, force], false),
        (&["check"], &[("CLICOLOR_FORCE", ""), ("NO_COLOR", "")], false),
        (&["check", "--color", "auto"], &[force], true),
        (&["check", "--color", "always"], &[], true),
        (&["check", "--color", "always"], &[no], true),
        (&["check", "--color", "never"], &[force], false),
        (&["check", "--message-format", "json", "--color", "always"], &[force], false),
        // What stops a run, and what clap says.
        (&["check", "--data", "nowhere", "--color", "always"], &[], true),
        (&["check", "--data", "nowhere", "--color", "never"], &[force], false),
        (&["chekc", "--color", "always"], &[], true),
        (&["chekc", "--color", "never"], &[force], false),
        (&["chekc"], &[force], true),
    ] {
        let said = stderr(&run(folder.path(), arguments, variables));
        assert!(!said.is_empty());
        assert_eq!(said.contains('\u{1b}'), expected, "{arguments:?} {variables:?} {said:?}");
    }
    let help = |arguments| stdout(&run(folder.path(), arguments, &[]));
    assert!(help(&["--color", "always", "export", "--help"]).contains('\u{1b}'));
    assert!(!help(&["export", "--help"]).contains('\u{1b}'));
}

/// Without its colours, a message is what it is without colours.
#[test]
fn colours_change_no_text() {
    let folder = wrong();
    let plain = stderr(&run(folder.path(), &["check"], &[]));
    let colored = stderr(&run(folder.path(), &["check", "--color", "always"], &[]));
    let mut stripped = String::new();
    for part in colored.split('\u{1b}') {
        stripped.push_str(part.split_once('m').filter(|_| part.starts_with('[')).map_or(part, |(_, text)| text));
    }
    assert_eq!(stripped, plain);
}

#[test]
fn the_environment_names_directories_that_options_override() {
    let folder = wrong();
    let data = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", ""))]);
    let data = data.path().to_str().unwrap();
    let variables = [("ANSLAG_DATA", data), ("ANSLAG_OUT", "public")];
    let arguments = ["export", "--as-of", "2021-06-01", "--no-sync", "--quiet"];
    let output = run(folder.path(), &arguments, &variables);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    assert!(folder.path().join("public/manifest.json").exists() && !folder.path().join("dist").exists());

    let asked = run(folder.path(), &["query", "ASK { ?s ?p ?o }", "--format", "table"], &variables);
    assert_eq!(stdout(&asked), "true\n", "{}", stderr(&asked));
    assert_eq!(run(folder.path(), &["notify"], &variables).status.code(), Some(0));
    let output = run(folder.path(), &["check", "--data", "data"], &variables);
    assert_eq!(output.status.code(), Some(1), "the option overrides the environment");

    // `check` looks at the directory that an export would publish into.
    fs::write(folder.path().join("public/CNAME"), "").unwrap();
    assert_eq!(run(folder.path(), &["check"], &variables).status.code(), Some(2));
    let other = ["check", "--out", "other"];
    assert_eq!(run(folder.path(), &other, &variables).status.code(), Some(0));
}

/// Warnings and errors are said; a query's answer is what was asked for.
#[test]
fn a_quiet_run_prints_warnings_and_errors_only() {
    let html = announcement("2021-01-01", "").replace("Text.", "<b>Text.</b>");
    let data = publication(&[("2021-01-01-a.md", &html)]);
    let out = data.path().join("dist");
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join(out.file_name().unwrap());
    let output = export(data.path(), &out, &["-q"]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(0), ""));
    assert!(stderr(&output).starts_with("warning[html-in-text]: "), "{}", stderr(&output));
    let query = ["query", "SELECT * { ?s ?p ?o }", "--limit", "1", "--format", "csv", "-q"];
    let output = run(folder.path(), &query, &[]);
    assert_eq!((stdout(&output).lines().count(), stderr(&output).as_str()), (2, ""));
}
