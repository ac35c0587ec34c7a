use crate::{announcement, anslag, export, publication, stderr, stdout, visible};
use std::{
    fs,
    io::{BufRead, BufReader, Read, Write},
    net::TcpListener,
    path::Path,
    process::Output,
    sync::mpsc,
    thread,
    time::Duration,
};

/// A hub that answers `204` to every feed, but says once that it is busy, and never takes the feed of alerts; each feed it
/// is told of comes out of the channel.
fn hub() -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut is_busy = true;
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let mut reader = BufReader::new(stream.try_clone().unwrap());
            let mut length = 0;
            let mut line = String::new();
            while reader.read_line(&mut line).unwrap() > 2 {
                if let Some(value) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                    length = value.trim().parse().unwrap();
                }
                line.clear();
            }
            let mut body = vec![0; length];
            reader.read_exact(&mut body).unwrap();
            let body = String::from_utf8(body).unwrap();
            let feed =
                body.strip_prefix("hub.mode=publish&hub.url=https%3A%2F%2Fdata.vanersborg.se%2Ffeed%2F").unwrap();
            let feed = feed.replace("%2F", "/");
            let status = match feed.as_str() {
                _ if std::mem::take(&mut is_busy) => "503 Service Unavailable",
                "type/alert.atom" => "400 Bad Request",
                _ => "204 No Content",
            };
            write!(stream, "HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").unwrap();
            if status.starts_with("204") && sender.send(feed).is_err() {
                return;
            }
        }
    });
    (address, receiver)
}

fn notify(out: &Path) -> Output {
    anslag().arg("notify").arg("--out").arg(out).output().unwrap()
}

fn told(receiver: &mpsc::Receiver<String>) -> Vec<String> {
    let mut told: Vec<String> = std::iter::from_fn(|| receiver.recv_timeout(Duration::from_millis(50)).ok()).collect();
    told.sort();
    told
}

#[test]
fn a_hub_is_told_of_changed_feeds_and_of_no_others() {
    let (hub, receiver) = hub();
    let of = |title: &str| announcement("2021-01-01", "").replace("Nyhet", title);
    let data = publication(&[("2021-01-01-a.md", &of("Nyhet"))]);
    let file = data.path().join("publication.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("hub = \"{hub}\"\n{text}")).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    assert!(export(data.path(), &out, &[]).status.success());
    assert_eq!(told(&receiver), [""; 0], "an export tells nobody");

    // The first time, of every feed; the hub is busy once, and refuses one.
    let output = notify(&out);
    assert_eq!(output.status.code(), Some(3));
    let expected = "error[hub-error]: the hub answered 400 to https://data.vanersborg.se/feed/type/alert.atom\n |\n = help: check that the feeds are published at these addresses, and that the hub accepts them\n";
    assert_eq!(stderr(&output), expected);
    assert_eq!(stdout(&output), format!("notified {hub} of 47 changed feeds\n"));
    assert_eq!(told(&receiver).len(), 47);

    // Then of nothing but what was refused, again after an export that changes nothing.
    assert!(export(data.path(), &out, &[]).status.success());
    assert_eq!(stdout(&notify(&out)), format!("notified {hub} of 0 changed feeds\n"));

    fs::write(data.path().join("announcements/2021-01-01-a.md"), of("Ny rubrik")).unwrap();
    assert!(export(data.path(), &out, &[]).status.success());
    assert_eq!(stdout(&notify(&out)), format!("notified {hub} of 12 changed feeds\n"));
    let expected = ["all", "lang/sv", "publisher/vanersborgs-kommun", "type/news"];
    let expected: Vec<String> =
        expected.iter().flat_map(|name| ["atom", "json", "rss"].map(|form| format!("{name}.{form}"))).collect();
    assert_eq!(told(&receiver), expected);
}

#[test]
fn without_a_hub_nobody_is_told() {
    let data = publication(&[]);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let nothing = notify(&out);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(stderr(&nothing).starts_with("error[missing-publication]: no publication in "), "{}", stderr(&nothing));
    assert!(export(data.path(), &out, &[]).status.success());
    let output = notify(&out);
    assert!(output.status.success() && output.stderr.is_empty());
    assert_eq!(stdout(&output), "no `hub` in publication.toml: nothing to notify\n");
    assert_eq!(visible(folder.path()), ["dist"]);
}
