use crate::{anslag, stderr, stdout};

/// Checks what is said of arguments, in both languages.
#[track_caller]
fn check(arguments: &[&str], english: &str, swedish: &str) {
    for (language, expected) in [("en", english), ("sv", swedish)] {
        let output = anslag().args(arguments).args(["--lang", language]).output().unwrap();
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{arguments:?}");
        assert_eq!(stderr(&output), expected, "{arguments:?}");
    }
}

#[test]
fn an_invalid_command_line_is_worded_in_both_languages() {
    check(
        &["exprot"],
        "error[invalid-option]: unknown command `exprot`\n |\n = help: did you mean `export`?\n",
        "fel[invalid-option]: okänt kommando `exprot`\n |\n = hjälp: menade du `export`?\n",
    );
    check(
        &["export", "--thread", "2"],
        "error[invalid-option]: unexpected argument `--thread`\n |\n = help: did you mean `--threads`?\n",
        "fel[invalid-option]: oväntat argument `--thread`\n |\n = hjälp: menade du `--threads`?\n",
    );
    check(
        &["export", "a"],
        "error[invalid-option]: unexpected argument `a`\n |\n = help: usage: anslag export [OPTIONS]\n",
        "fel[invalid-option]: oväntat argument `a`\n |\n = hjälp: användning: anslag export [FLAGGOR]\n",
    );
    check(
        &["export", "--as-of", "igår"],
        "error[invalid-option]: invalid value `igår` for `--as-of <DATE>`\n |\n = help: write a day, as in `2026-11-24`, or a day and a time, as in `2026-11-24T15:00`\n",
        "fel[invalid-option]: ogiltigt värde `igår` för `--as-of <DATUM>`\n |\n = hjälp: skriv en dag, som `2026-11-24`, eller en dag och ett klockslag, som `2026-11-24T15:00`\n",
    );
    check(
        &["export", "--threads", "0"],
        "error[invalid-option]: invalid value `0` for `--threads <N>`\n |\n = help: write a whole number from 1\n",
        "fel[invalid-option]: ogiltigt värde `0` för `--threads <N>`\n |\n = hjälp: skriv ett heltal från 1\n",
    );
    check(
        &["convert", "--to", "csv", "--dialect", "excell"],
        "error[invalid-option]: invalid value `excell` for `--dialect <NAME>`\n |\n = help: did you mean `excel`?\n",
        "fel[invalid-option]: ogiltigt värde `excell` för `--dialect <NAMN>`\n |\n = hjälp: menade du `excel`?\n",
    );
    check(
        &["convert", "--to", "csv", "--dialect", "nonsense"],
        "error[invalid-option]: invalid value `nonsense` for `--dialect <NAME>`\n |\n = help: write one of `standard`, `excel`\n",
        "fel[invalid-option]: ogiltigt värde `nonsense` för `--dialect <NAMN>`\n |\n = hjälp: skriv något av `standard`, `excel`\n",
    );
    check(
        &["convert", "--to", "csv", "--no-prologue", "--part", "whole"],
        "error[invalid-option]: `--no-prologue` cannot be used with `--part <PART>`\n",
        "fel[invalid-option]: `--no-prologue` kan inte användas med `--part <DEL>`\n",
    );
    check(
        &["convert"],
        "error[invalid-option]: missing `--to <FORMAT>`\n |\n = help: usage: anslag convert --to <FORMAT> --lang <LANGUAGE>\n",
        "fel[invalid-option]: `--to <FORMAT>` saknas\n |\n = hjälp: användning: anslag convert --to <FORMAT> --lang <SPRÅK>\n",
    );
    check(
        &["export", "--threads", "1", "--threads", "2"],
        "error[invalid-option]: `--threads <N>` can be given only once\n",
        "fel[invalid-option]: `--threads <N>` kan bara anges en gång\n",
    );
}

/// Programs read it as they read every other error.
#[test]
fn an_invalid_command_line_is_an_object_of_json() {
    let output = anslag().args(["exprot", "--message-format", "json", "--lang=sv"]).output().unwrap();
    let line: serde_json::Value = serde_json::from_str(&stderr(&output)).unwrap();
    assert_eq!((line["code"].as_str(), line["help"].as_str()), (Some("invalid-option"), Some("menade du `export`?")));
}

/// The help is worded by whoever reads it; a test of the library looks at every text.
#[test]
fn the_help_is_in_both_languages() {
    for arguments in [&["--help"][..], &["export", "--help"], &["export", "-h"], &["help", "export"]] {
        let help = |language| {
            let output = anslag().args(["--lang", language]).args(arguments).output().unwrap();
            assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
            stdout(&output)
        };
        let (english, swedish) = (help("en"), help("sv"));
        assert!(english.contains("\nUsage: anslag") && !english.contains("Användning"), "{english}");
        assert!(swedish.contains("\nAnvändning: anslag") && !swedish.contains("Usage"), "{swedish}");
    }
}
