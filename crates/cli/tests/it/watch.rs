//! `anslag check --watch`, as it runs beside an editor.

use crate::{announcement, anslag, publication};
use rustix::process::{Pid, Signal, kill_process};
use std::{
    fs,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Child, Stdio},
    sync::mpsc::{Receiver, channel},
    thread,
    time::Duration,
};

/// Longest time that a check may take.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running check.
struct Running {
    process: Child,
    lines: Receiver<String>,
}

impl Running {
    fn start(data: &Path) -> Self {
        let mut command = anslag();
        command.args(["check", "--watch", "--data"]).arg(data);
        let mut process = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let streams: [Box<dyn Read + Send>; 2] =
            [Box::new(process.stdout.take().unwrap()), Box::new(process.stderr.take().unwrap())];
        for stream in streams {
            let sender = sender.clone();
            thread::spawn(move || {
                BufReader::new(stream).lines().for_each(|line| drop(sender.send(line.unwrap())));
            });
        }
        Self { process, lines }
    }

    /// Waits for a line.
    #[track_caller]
    fn says(&self, text: &str) {
        let mut before = Vec::new();
        loop {
            let line = self.lines.recv_timeout(PATIENCE).unwrap_or_else(|error| panic!("{error}: {text}\n{before:?}"));
            if line.contains(text) {
                return;
            }
            before.push(line);
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

#[test]
fn every_edit_is_checked_until_ctrl_c() {
    let data = publication(&[("2021-05-18-a.md", &announcement("2021-05-18", ""))]);
    let path = data.path().join("announcements/2021-05-18-a.md");
    let mut running = Running::start(data.path());
    running.says("1 announcement in");
    let wrong = announcement("2021-05-18", "topics = [\"digitalisring\"]\n");
    fs::write(&path, &wrong).unwrap();
    running.says("error[unknown-topic]");
    running.says("error: 1 error");
    // Many editors write another file and give it the name.
    let written = data.path().join("announcements/.2021-05-18-a.md.swp");
    fs::write(&written, announcement("2021-05-18", "")).unwrap();
    fs::rename(&written, &path).unwrap();
    running.says("no problems");
    let publication = data.path().join("publication.toml");
    let away = data.path().join("publication.old");
    fs::rename(&publication, &away).unwrap();
    running.says("publication.toml");
    fs::rename(&away, &publication).unwrap();
    running.says("no problems");
    kill_process(Pid::from_child(&running.process), Signal::INT).unwrap();
    assert_eq!(running.process.wait().unwrap().code(), Some(130));
}
