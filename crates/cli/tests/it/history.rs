//! The history of the notices that were up, as exports write it.

use crate::{edit, export, files, publication, stderr};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::{
    fs,
    path::{Path, PathBuf},
    process::Output,
};
use tempfile::TempDir;

/// A publication with two notices, and the folder that it is published in.
pub(crate) struct Board {
    pub(crate) data: TempDir,
    folder: TempDir,
}

/// Lines of two notices, one of which is up from 30 May to 20 June 2021, and the other one until 4 June.
const NOTICES: &str = concat!(
    r#"{"id":"2021-05-30-protokoll","type":"notice","title":"Protokoll från nämnden","published":"2021-05-30","#,
    r#""lead":"Justerat.","body":"Punkt 1 och **2**.","notice":{"posted":"2021-05-30","remove_after":"2021-06-21"}}"#,
    "\n",
    r#"{"id":"2021-05-31-beslut","type":"notice","title":"Beslut","published":"2021-05-31","body":"Åsa.","#,
    r#""notice":{"posted":"2021-05-31","remove_after":"2021-06-05"}}"#,
    "\n",
);

impl Board {
    pub(crate) fn new() -> Self {
        Self { data: publication(&[("all.jsonl", NOTICES)]), folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn out(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// Publishes a day's state.
    pub(crate) fn run(&self, day: &str, more: &[&str]) -> Output {
        self.run_into(&self.out(), day, more)
    }

    fn run_into(&self, out: &Path, day: &str, more: &[&str]) -> Output {
        let mut command = crate::anslag();
        command.args(["export", "--quiet", "--no-sync", "--format", "json-lines", "--as-of", day, "--data"]);
        command.arg(self.data.path()).arg("--out").arg(out).args(more).output().unwrap()
    }

    #[track_caller]
    pub(crate) fn export(&self, day: &str) {
        let output = self.run(day, &[]);
        assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    }

    /// Changes the text of a notice, on 1 June.
    pub(crate) fn add_to_a_notice(&self) {
        let (from, to) = (r#""body":"Åsa.""#, r#""modified":"2021-06-01","body":"Åsa och Bo.""#);
        edit(self.data.path(), "announcements/all.jsonl", from, to);
    }

    pub(crate) fn history(&self) -> PathBuf {
        self.data.path().join(".anslag/history.jsonl")
    }

    pub(crate) fn salts(&self) -> PathBuf {
        self.data.path().join(".anslag/salts.jsonl")
    }

    pub(crate) fn text(&self) -> String {
        fs::read_to_string(self.history()).unwrap()
    }
}

pub(crate) fn sha256(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn json_lines(path: &Path) -> Vec<Value> {
    fs::read_to_string(path).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The documentation says how others compute each digest; this does it without our code.
#[test]
fn others_can_compute_every_digest() {
    let board = Board::new();
    let mut manifests = Vec::new();
    for day in ["2021-05-29", "2021-05-30", "2021-06-01", "2021-06-01", "2021-06-07"] {
        board.export(day);
        manifests.push(sha256(&fs::read_to_string(board.out().join("manifest.json")).unwrap()));
    }
    manifests.dedup();
    // Nothing was up on 29 May, and on 1 June nothing was new the second time.
    let lines = json_lines(&board.history());
    assert_eq!(lines.len(), 3);
    let days: Vec<_> = lines.iter().map(|line| line["as_of"].as_str().unwrap()).collect();
    assert_eq!(days, ["2021-05-30", "2021-06-01", "2021-06-07"]);
    let mut previous = Value::Null;
    for (at, (text, line)) in board.text().lines().zip(&lines).enumerate() {
        assert_eq!(
            (&line["manifest"], &line["replaces"]),
            (&manifests[at + 1].clone().into(), &manifests[at].clone().into())
        );
        assert_eq!(line["previous"], previous);
        previous = line["sha256"].clone();
        assert_eq!(previous, sha256(text.split_once(",\"sha256\"").unwrap().0));
    }
    let texts = [
        ("2021-05-30-protokoll", "Protokoll från nämnden\nJusterat.\nPunkt 1 och **2**."),
        ("2021-05-31-beslut", "Beslut\n\nÅsa."),
    ];
    let salts = json_lines(&board.salts());
    assert_eq!(salts.len(), 2);
    let mut expected = Vec::new();
    for (id, text) in texts {
        let record = salts.iter().find(|record| record["id"] == id).unwrap();
        let salt = record["salt"].as_str().unwrap();
        assert_eq!((salt.len(), record["text"].as_str().unwrap()), (64, sha256(text).as_str()));
        expected.push((sha256(&format!("{salt}{id}")), sha256(&format!("{salt}{}", sha256(text)))));
    }
    let up = |line: &Value| {
        let digest = |notice: &Value, key: &str| notice[key].as_str().unwrap().to_owned();
        let notices = line["notices"].as_array().unwrap().iter();
        notices.map(|notice| (digest(notice, "notice"), digest(notice, "text"))).collect::<Vec<_>>()
    };
    assert_eq!(up(&lines[0]), expected[..1]);
    assert_eq!(up(&lines[2]), expected[..1]);
    expected.sort();
    assert_eq!(up(&lines[1]), expected);
}

#[cfg(unix)]
#[test]
fn only_the_user_may_read_salts() {
    use std::os::unix::fs::PermissionsExt;
    let board = Board::new();
    let mode = || fs::metadata(board.salts()).unwrap().permissions().mode() & 0o777;
    board.export("2021-05-30");
    assert_eq!(mode(), 0o600);
    // A copy from elsewhere.
    fs::set_permissions(board.salts(), PermissionsExt::from_mode(0o644)).unwrap();
    board.export("2021-06-01");
    assert_eq!(mode(), 0o600);
    assert!(anslag_publish::forget_notice(board.data.path(), "2021-05-31-beslut").unwrap());
    assert_eq!(mode(), 0o600);
}

/// The salts are random, and yet what is published is the same to the last byte.
#[test]
fn nothing_of_the_history_is_published() {
    let boards = [Board::new(), Board::new(), Board::new()];
    boards[0].export("2021-06-01");
    boards[1].export("2021-06-01");
    let output = boards[2].run("2021-06-01", &["--no-history"]);
    assert!(output.status.success() && !boards[2].history().exists());
    assert_ne!(boards[0].text(), boards[1].text());
    let published = files(&boards[0].out());
    for board in &boards {
        assert!(files(&board.out()) == published);
    }
    assert!(published.keys().all(|name| !name.contains("history") && !name.contains("salt")));
}

/// The history is no source: neither read, nor a reason to publish again.
#[test]
fn the_history_is_no_source() {
    let board = Board::new();
    let fingerprint = || anslag_source::fingerprint(board.data.path(), std::num::NonZeroUsize::MIN).unwrap();
    let before = fingerprint();
    board.export("2021-06-01");
    assert_eq!(fingerprint(), before);
    fs::write(board.data.path().join(".anslag/2021-06-01-x.md"), "no announcement").unwrap();
    let output = crate::anslag().args(["check", "--data"]).arg(board.data.path()).output().unwrap();
    assert!(output.status.success() && !stderr(&output).contains(".anslag"), "{}", stderr(&output));
}

#[test]
fn a_publication_without_notices_has_no_history() {
    let data = publication(&[("2021-05-18-a.md", &crate::announcement("2021-05-18", ""))]);
    let folder = tempfile::tempdir().unwrap();
    assert!(export(data.path(), &folder.path().join("dist"), &["--format", "csv"]).status.success());
    assert!(!data.path().join(".anslag").exists());
}

#[test]
fn a_publication_can_do_without_a_history() {
    let board = Board::new();
    let settings = board.data.path().join("publication.toml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(settings, text + "\n[output]\nhistory = false\n").unwrap();
    board.export("2021-06-01");
    assert!(!board.data.path().join(".anslag").exists());
}

/// A notice whose salt is forgotten cannot be found in the history any more, and the next export makes another salt.
#[test]
fn a_forgotten_notice_cannot_be_found() {
    let board = Board::new();
    board.export("2021-06-01");
    let (id, before) = ("2021-05-31-beslut", board.text());
    assert!(anslag_publish::forget_notice(board.data.path(), id).unwrap());
    assert!(!anslag_publish::forget_notice(board.data.path(), id).unwrap());
    assert_eq!(board.text(), before);
    let salts = fs::read_to_string(board.salts()).unwrap();
    assert!(!salts.contains(id) && salts.contains("2021-05-30-protokoll"));
    board.export("2021-06-02");
    let lines = json_lines(&board.history());
    let notices = |line: &Value| line["notices"].as_array().unwrap().clone();
    assert_eq!(notices(&lines[1]).iter().filter(|notice| notices(&lines[0]).contains(notice)).count(), 1);
}

/// The salts keep no title that has left the sources, and no copy of their file stays.
#[test]
fn a_title_that_is_gone_is_kept_nowhere() {
    let board = Board::new();
    board.export("2021-06-01");
    let (from, to) = (r#""title":"Beslut""#, r#""modified":"2021-06-01","title":"Avgörande""#);
    edit(board.data.path(), "announcements/all.jsonl", from, to);
    // What a kill has left.
    fs::write(board.data.path().join(".anslag/salts.jsonl.new"), "Beslut").unwrap();
    board.export("2021-06-02");
    let kept: Vec<_> = files(&board.data.path().join(".anslag")).into_iter().collect();
    assert_eq!(kept.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["history.jsonl", "salts.jsonl"]);
    assert!(kept.iter().all(|(_, bytes)| !String::from_utf8_lossy(bytes).contains("Beslut")));
    let salts = json_lines(&board.salts());
    assert_eq!(salts.len(), 3);
    assert_eq!((&salts[1]["salt"], &salts[2]["title"]), (&salts[2]["salt"], &"Avgörande".into()));
}

/// A line that a power failure has torn is void, and so is such a salt.
#[test]
fn a_torn_line_is_void() {
    let board = Board::new();
    board.export("2021-06-01");
    let (whole, salts) = (board.text(), fs::read_to_string(board.salts()).unwrap());
    let torn = [&whole[..whole.len() / 2], "{", "\0\0\0"];
    for torn in torn {
        fs::write(board.history(), format!("{whole}{torn}")).unwrap();
        fs::write(board.salts(), format!("{salts}{torn}")).unwrap();
        fs::remove_dir_all(board.out()).unwrap();
        board.export("2021-06-02");
        assert!(board.text().starts_with(&whole));
        assert_eq!(json_lines(&board.history()).len(), 2);
    }
    let more = NOTICES.replace("2021-05-30-protokoll", "2021-05-30-c").lines().next().unwrap().to_owned() + "\n";
    fs::write(board.data.path().join("announcements/all.jsonl"), format!("{NOTICES}{more}")).unwrap();
    board.export("2021-06-03");
    assert!(fs::read_to_string(board.salts()).unwrap().starts_with(&salts));
    assert_eq!(json_lines(&board.salts()).len(), 3);
    // An editor may take away the end of the last line, and nothing else.
    fs::write(board.history(), whole.trim_end()).unwrap();
    fs::remove_dir_all(board.out()).unwrap();
    board.export("2021-06-02");
    assert!(board.text().starts_with(&whole));
    assert_eq!(json_lines(&board.history()).len(), 2);
}

/// Every way to edit a history of three lines is an error of an export, which publishes nothing and loses nothing.
#[test]
fn an_edited_history_is_refused() {
    let board = Board::new();
    for day in ["2021-05-31", "2021-06-01", "2021-06-02"] {
        board.export(day);
    }
    let (text, published) = (board.text(), files(&board.out()));
    let lines: Vec<&str> = text.lines().collect();
    let changed = lines[1].replace("2021-06-01", "2021-06-03");
    let (content, digest) = lines[2].split_once(",\"sha256\":\"").unwrap();
    let reversed: String = digest[..64].chars().rev().collect();
    let other_digest = format!("{content},\"sha256\":\"{reversed}\"}}");
    let edits: [(&[&str], usize, &str); 7] = [
        (&[lines[0], &changed, lines[2]], 2, "the line was changed after an export wrote it"),
        (&[lines[0], lines[1], &other_digest], 3, "the line was changed after an export wrote it"),
        (&[lines[0], lines[2]], 2, "the line does not follow line 1: between them, lines were removed"),
        (&[lines[1], lines[0], lines[2]], 1, "the lines before this one are missing"),
        (&[lines[1], lines[2]], 1, "the lines before this one are missing"),
        (&[lines[0], lines[1], lines[1], lines[2]], 3, "the line does not follow line 2"),
        (&[lines[0], "", lines[1], lines[2]], 2, "no export wrote the line like this"),
    ];
    for (edited, line, words) in edits {
        let edited = edited.join("\n") + "\n";
        fs::write(board.history(), &edited).unwrap();
        let output = board.run("2021-06-03", &[]);
        let said = stderr(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.starts_with(&format!("error[edited-history]: {words}")), "{said}");
        let place = format!("--> {}:{line}:1\n", board.history().display());
        assert!(said.contains(&place) && said.contains("= help: restore the file from a copy"), "{said}");
        assert!(files(&board.out()) == published && board.text() == edited);
    }
    let swedish = stderr(&board.run("2021-06-03", &["--lang", "sv"]));
    assert!(swedish.contains("ingen export har skrivit raden så"), "{swedish}");
    // It can be lifted, and the fault stays.
    let output = board.run("2021-06-03", &["--allow", "edited-history"]);
    assert!(output.status.success() && stderr(&output).starts_with("warning[edited-history]: "), "{}", stderr(&output));
    assert_eq!(board.text().lines().count(), 5);
    assert_eq!(board.run("2021-06-04", &[]).status.code(), Some(1));
    fs::write(board.history(), text).unwrap();
    board.export("2021-06-04");
}

/// A directory of data that cannot be written is published all the same.
#[test]
fn a_history_that_cannot_be_written_is_a_warning() {
    let board = Board::new();
    fs::write(board.data.path().join(".anslag"), "a file").unwrap();
    let output = board.run("2021-06-01", &[]);
    let said = stderr(&output);
    assert!(output.status.success() && said.starts_with("warning[no-history]: cannot "), "{said}");
    assert!(board.out().join("manifest.json").exists());
    let output = board.run("2021-06-02", &["--allow", "no-history"]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

/// Two folders that the same data are published in have one history, whose chain holds.
#[test]
fn two_targets_share_a_history() {
    let board = Board::new();
    let other = board.folder.path().join("other");
    let into_other = |day: &str| assert!(board.run_into(&other, day, &[]).status.success());
    board.export("2021-06-01");
    // It is the same publication.
    into_other("2021-06-01");
    board.add_to_a_notice();
    std::thread::scope(|scope| {
        scope.spawn(|| board.export("2021-06-02"));
        scope.spawn(|| into_other("2021-06-03"));
    });
    board.export("2021-06-04");
    assert_eq!(board.text().lines().count(), 4);
}
