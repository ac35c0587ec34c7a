use super::{await_that, kill::kills, lines, note, sha256, state, succeeded};
use crate::{anslag, publication};
use anslag_publish::{posting, verify_history};
use fastrand::Rng;
use std::{
    collections::BTreeSet,
    fs,
    path::Path,
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

/// After so many kills a run comes to its end.
const WHOLE_RUN_EVERY: usize = 8;

const NOTICE: &str = concat!(
    r#"{"id":"2021-01-01-anslag","type":"notice","title":"Anslag","published":"2021-01-01","#,
    r#""notice":{"posted":"2021-01-01","remove_after":"2031-01-01"}}"#,
);

/// Runs are killed at random moments, each of which would publish another day. The chain of the history holds after each.
/// After a whole run, its last line is about what is published, and a certificate counts what was published, and nothing else.
#[test]
fn a_kill_at_any_moment_leaves_a_whole_history() {
    let data = publication(&[("all.jsonl", &(lines("Ny", 12) + NOTICE))]);
    let folder = tempfile::tempdir().unwrap();
    let (out, history) = (folder.path().join("dist"), data.path().join(".anslag/history.jsonl"));
    let mut rng = Rng::with_seed(3);
    let mut day: jiff::civil::Date = "2021-06-01".parse().unwrap();
    let whole_run = |command: &mut Command| {
        let started = Instant::now();
        succeeded(&command.output().unwrap());
        started.elapsed().as_secs_f64()
    };
    let mut duration = whole_run(&mut export(data.path(), &out, day));
    let mut published = BTreeSet::from([state(&out)]);
    let count = kills() / 10;
    for number in 1..=count {
        day = day.tomorrow().unwrap();
        let mut child = export(data.path(), &out, day).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        if number % 2 == 0 {
            thread::sleep(Duration::from_secs_f64(duration * rng.f64()));
        } else {
            // As soon as the line is written, and before the exchange if the kill is quick.
            let size = || fs::metadata(&history).unwrap().len();
            let before = size();
            await_that(|| size() > before || child.try_wait().unwrap().is_some());
        }
        child.kill().unwrap();
        child.wait().unwrap();

        published.insert(state(&out));
        let verified = verify_history(data.path(), |line, fault| panic!("kill {number}: line {line}: {fault:?}"));
        assert!(verified.unwrap().is_some(), "kill {number}");
        if number % WHOLE_RUN_EVERY == 0 || number == count {
            day = day.tomorrow().unwrap();
            duration = whole_run(&mut export(data.path(), &out, day));
            published.insert(state(&out));
            let text = fs::read_to_string(&history).unwrap();
            let last: serde_json::Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
            assert_eq!(last["manifest"], sha256(&fs::read(out.join("manifest.json")).unwrap()), "after kill {number}");
            let posting = posting(data.path(), &out, "2021-01-01-anslag").unwrap().unwrap();
            assert_eq!(posting.periods.len(), 1);
            assert_eq!(posting.periods[0].exports, published.len(), "after kill {number}");
        }
    }
    let lines = fs::read_to_string(&history).unwrap().lines().count();
    let void = lines - published.len();
    note(&format!("{count} kills: {} publications, {void} void lines", published.len()));
    assert!(void > 0, "no kill has come between the line and the exchange");
}

fn export(data: &Path, out: &Path, day: jiff::civil::Date) -> Command {
    let mut command = anslag();
    command.args(["export", "--quiet", "--format", "turtle,csv,atom", "--as-of", &day.to_string(), "--data"]);
    command.arg(data).arg("--out").arg(out);
    command
}
