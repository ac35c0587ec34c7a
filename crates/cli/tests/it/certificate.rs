//! Certificates of posting, and the verification of the history that they are made from.

use crate::{anslag, edit, history::Board, stderr, stdout};
use serde_json::{Value, json};
use std::{
    fs,
    path::Path,
    process::{Command, Output},
};

const ID: &str = "2021-05-30-protokoll";

fn certificate(board: &Board, more: &[&str]) -> Output {
    let mut command = anslag();
    command.arg("bevis").args(more).arg("--data").arg(board.data.path()).arg("--out").arg(board.out());
    command.output().unwrap()
}

#[track_caller]
fn json(board: &Board, id: &str) -> Value {
    let output = certificate(board, &[id, "--format", "json"]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    serde_json::from_str(&stdout(&output)).unwrap()
}

/// The text is what `sha256sum` makes of the JSON Lines that were published.
#[test]
fn a_certificate_states_what_exports_show() {
    let board = Board::new();
    for day in ["2021-05-30", "2021-06-01", "2021-06-02"] {
        board.export(day);
    }
    let published = fs::read_to_string(board.out().join("data/announcements.jsonl")).unwrap();
    let published = published.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let published = published.into_iter().find(|line| line["id"] == ID).unwrap();
    let text = ["title", "lead", "body"].map(|key| published[key].as_str().unwrap_or_default()).join("\n");
    // The notice is taken down on 21 June.
    board.export("2021-06-30");
    let state = board.text().lines().last().map(|line| serde_json::from_str::<Value>(line).unwrap()).unwrap();
    let expected = json!({
        "id": ID,
        "title": "Protokoll från nämnden",
        "board": null,
        "first": "2021-05-30",
        "last": "2021-06-02",
        "exports": 3,
        "periods": [{ "first": "2021-05-30", "last": "2021-06-02", "exports": 3, "gone": "2021-06-30" }],
        "texts": [{ "sha256": crate::history::sha256(&text), "first": "2021-05-30", "last": "2021-06-02" }],
        "history": { "lines": 4, "sha256": state["sha256"] },
    });
    assert_eq!(json(&board, ID), expected);
    // The notice need not be published any more, and not even be in the sources.
    fs::write(board.data.path().join("announcements/all.jsonl"), "").unwrap();
    assert_eq!(json(&board, ID), expected);
    let output = certificate(&board, &[ID]);
    let said = stdout(&output);
    assert!(said.starts_with("BEVIS OM ANSLAG\n"), "{said}");
    let facts = ["Första dag uppe  2021-05-30", "Sista dag uppe   2021-06-02", "Sågs i           3 exporter"];
    assert!(facts.iter().all(|fact| said.contains(fact)), "{said}");
    assert!(said.lines().all(|line| line.chars().count() <= 76), "{said}");
    let english = stdout(&certificate(&board, &[ID, "--lang", "en"]));
    assert!(english.contains("Taken down    no later than 2021-06-30 (the first export without it)"), "{english}");
    let html = stdout(&certificate(&board, &[ID, "--format", "html"]));
    assert!(html.starts_with("<!DOCTYPE html>\n<html lang=\"sv\">") && html.contains("<dd>2021-06-02</dd>"), "{html}");
    assert!(!html.contains("<link") && !html.contains("<script") && !html.contains("src="), "{html}");
}

/// The commands of the documentation, which others compute the digests with.
#[cfg(unix)]
#[test]
fn the_commands_of_the_documentation_compute_the_digests() {
    let has =
        |program: &str| Command::new(program).arg("--version").output().is_ok_and(|output| output.status.success());
    if !has("jq") || !has("sha256sum") {
        return;
    }
    let board = Board::new();
    board.export("2021-05-30");
    board.export("2021-06-01");
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/history.md");
    let page = fs::read_to_string(page).unwrap();
    let blocks: Vec<&str> = page.split("```sh\n").skip(1).map(|rest| rest.split("```").next().unwrap()).collect();
    let script = format!("set -eu\ndata=$1 dist=$2 id=$3\n{}", blocks[1..].concat());
    let mut command = Command::new("sh");
    let output = command.args(["-c", &script, "sh"]).arg(board.data.path()).arg(board.out()).arg(ID).output().unwrap();
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    let computed: Vec<String> = stdout(&output).lines().map(str::to_owned).collect();
    let lines: Vec<Value> = board.text().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let notice = |line: &Value, at: usize| line["notices"][0][["notice", "text"][at]].as_str().unwrap().to_owned();
    let text = json(&board, ID)["texts"][0]["sha256"].as_str().unwrap().to_owned();
    let digest = |line: &Value| line["sha256"].as_str().unwrap().to_owned();
    assert_eq!(computed, [text, notice(&lines[0], 0), notice(&lines[0], 1), digest(&lines[0]), digest(&lines[1])]);
}

/// A notice whose text changes, and that is taken down and posted again.
#[test]
fn a_certificate_states_every_text_and_every_time() {
    let board = Board::new();
    board.export("2021-05-31");
    board.add_to_a_notice();
    board.export("2021-06-01");
    edit(board.data.path(), "announcements/all.jsonl", "2021-06-05", "2021-06-02");
    board.export("2021-06-02");
    edit(
        board.data.path(),
        "announcements/all.jsonl",
        "\"remove_after\":\"2021-06-02\"",
        "\"remove_after\":\"2021-06-21\"",
    );
    board.export("2021-06-03");
    let certificate = json(&board, "2021-05-31-beslut");
    let days = |list: &Value| {
        let day = |one: &Value, key: &str| one[key].as_str().unwrap_or("-").to_owned();
        list.as_array()
            .unwrap()
            .iter()
            .map(|one| (day(one, "first"), day(one, "last"), day(one, "gone")))
            .collect::<Vec<_>>()
    };
    let expect = |list: &[(&str, &str, &str)]| {
        list.iter().map(|(first, last, gone)| ((*first).into(), (*last).into(), (*gone).into())).collect::<Vec<_>>()
    };
    let periods = [("2021-05-31", "2021-06-01", "2021-06-02"), ("2021-06-03", "2021-06-03", "-")];
    assert_eq!(days(&certificate["periods"]), expect(&periods));
    let texts = [("2021-05-31", "2021-05-31", "-"), ("2021-06-01", "2021-06-03", "-")];
    assert_eq!(days(&certificate["texts"]), expect(&texts));
}

#[test]
fn a_notice_without_a_certificate() {
    let board = Board::new();
    let output = certificate(&board, &["--verify"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("error[missing-history]: no history at "), "{}", stderr(&output));
    board.export("2021-05-31");
    let check = |id: &str, words: &str| {
        let output = certificate(&board, &[id]);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""));
        assert!(stderr(&output).starts_with("error[unknown-notice]: no certificate for "), "{}", stderr(&output));
        assert!(stderr(&output).contains(words), "{}", stderr(&output));
    };
    check("2021-05-30-protokol", "help: did you mean `2021-05-30-protokoll`?");
    check("2020-01-01-nothing-like-it", "help: check the id");
    assert!(anslag_publish::forget_notice(board.data.path(), ID).unwrap());
    check(ID, "help: ");
    assert!(json(&board, "2021-05-31-beslut")["exports"] == 1);
    let verified = certificate(&board, &["--verify"]);
    assert!(verified.status.success() && stdout(&verified).contains(" is as exports wrote it: 1 line, "));
}

/// Every single character that is changed is found, and the line is named.
#[test]
fn verification_names_the_line_that_was_changed() {
    let board = Board::new();
    for day in ["2021-05-31", "2021-06-01", "2021-06-02"] {
        board.export(day);
    }
    let text = board.text();
    let mut random = fastrand::Rng::with_seed(7);
    for _ in 0..20 {
        let at = random.usize(..text.len() - 1);
        let mut bytes = text.clone().into_bytes();
        bytes[at] ^= 1;
        let line = 1 + text[..at].matches('\n').count();
        fs::write(board.history(), &bytes).unwrap();
        let output = certificate(&board, &["--verify", "--message-format", "json"]);
        let first: Value = serde_json::from_str(stderr(&output).lines().next().unwrap()).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert_eq!((&first["code"], &first["line"]), (&json!("edited-history"), &json!(line)), "{first}, byte {at}");
        // No certificate is made of it.
        let refused = certificate(&board, &[ID]);
        assert_eq!((refused.status.code(), stdout(&refused).as_str()), (Some(1), ""));
    }
    fs::write(board.history(), text.replacen("2021-06-01", "2021-06-09", 1)).unwrap();
    let swedish = stderr(&certificate(&board, &["--verify", "--lang", "sv"]));
    assert!(swedish.contains("fel[edited-history]: raden har ändrats efter att en export skrev den"), "{swedish}");
}
