//! Files beside the sources: they are published with the announcements that refer to them, and with no others.

use crate::{announcement, anslag, edit, export, files, has_extension, publication, stderr, stdout};
use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::Stdio,
};

fn write(data: &Path, name: &str, text: &str) {
    fs::write(data.join("announcements").join(name), text).unwrap();
}

/// Exports as of a day, and returns the published files of sources, by their names without the hash.
fn attached(data: &Path, day: &str) -> Vec<String> {
    let mut command = anslag();
    command.args(["export", "--no-sync", "--as-of", day, "--data"]).arg(data).arg("--out").arg(out(data));
    let output = command.output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    let name = |path: String| Some(path.strip_prefix("file/")?.rsplit_once('-')?.0.to_owned());
    files(&out(data)).into_keys().filter_map(name).collect()
}

fn out(data: &Path) -> PathBuf {
    data.with_extension("out")
}

fn refers(date: &str, more: &str, file: &str) -> String {
    announcement(date, more) + &format!("\n[Fil]({file})\n")
}

#[test]
fn only_files_of_published_announcements_are_published() {
    let notice = "reuse = \"endast-anslagstavlan\"\n[notice]\nboard = \"torget\"\nposted = 2021-05-20\nremove_after = 2021-06-10\n";
    let data = publication(&[
        ("2021-01-01-a.md", &refers("2021-01-01", "", "ute.csv")),
        ("2021-01-02-b.md", &refers("2021-01-02", "", "ute.csv")),
        ("2021-01-03-c.md", &refers("2021-01-03", "draft = true\n", "utkast.csv")),
        ("2021-06-03-d.md", &refers("2021-06-03", "", "senare.csv")),
        ("2021-01-05-e.md", &refers("2021-01-05", "withdrawn = 2021-02-01\n", "tillbaka.csv")),
        ("2021-01-06-f.md", &refers("2021-01-06", "expires = 2021-02-01\n", "over.csv")),
        ("2021-05-20-g.md", &refers("2021-05-20", notice, "tavlan.csv").replace("nyhet", "anslag")),
    ]);
    edit(data.path(), "register.toml", "[topics.", "[boards.torget]\nname = \"Torget\"\n\n[topics.");
    for name in ["ute", "utkast", "senare", "tillbaka", "over", "tavlan", "glömd"] {
        write(data.path(), &format!("{name}.csv"), name);
    }
    assert_eq!(attached(data.path(), "2021-06-01"), ["tavlan", "ute"]);
    assert_eq!(attached(data.path(), "2021-06-10"), ["senare", "ute"]);
    edit(data.path(), "announcements/2021-01-01-a.md", "+++\ntitle", "+++\nwithdrawn = 2021-05-01\ntitle");
    assert_eq!(attached(data.path(), "2021-06-10"), ["senare", "ute"]);
    edit(data.path(), "announcements/2021-01-02-b.md", "+++\ntitle", "+++\nwithdrawn = 2021-05-01\ntitle");
    assert_eq!(attached(data.path(), "2021-06-10"), ["senare"]);
    fs::remove_dir_all(out(data.path())).unwrap();
}

#[test]
fn a_changed_file_is_an_update() {
    let data = publication(&[
        ("2021-01-01-a.md", &refers("2021-01-01", "", "karta.csv")),
        ("2021-01-02-b.md", &refers("2021-01-02", "", "annan.csv")),
    ]);
    let (out, data) = (out(data.path()), data);
    write(data.path(), "karta.csv", "gammal");
    write(data.path(), "annan.csv", "annan");
    attached(data.path(), "2021-06-01");
    let before = files(&out);
    let name = |files: &std::collections::BTreeMap<String, Vec<u8>>| {
        files.keys().find(|name| name.starts_with("file/karta-")).unwrap().clone()
    };
    let old = name(&before);
    assert_eq!(before[&old], b"gammal");
    write(data.path(), "karta.csv", "ny");
    let output = export(data.path(), &out, &[]);
    assert!(stderr(&output).contains("warning[unmarked-change]"), "{}", stderr(&output));
    let after = files(&out);
    let new = name(&after);
    assert_ne!(old, new);
    let leads = |files: &std::collections::BTreeMap<String, Vec<u8>>, path: &str, to: &str| {
        String::from_utf8_lossy(&files[path]).contains(to)
    };
    for path in ["announcement/2021-01-01-a/index.html", "feed/all.atom", "data/announcements.jsonl"] {
        assert!(leads(&before, path, &old) && leads(&after, path, &new) && !leads(&after, path, &old), "{path}");
    }
    let other = "announcement/2021-01-02-b/index.html";
    assert_eq!(before[other], after[other]);
    // The same from nothing.
    let fresh = out.with_extension("fresh");
    assert!(export(data.path(), &fresh, &[]).status.success());
    assert_eq!(files(&fresh), after);
    fs::remove_dir_all(&out).unwrap();
    fs::remove_dir_all(&fresh).unwrap();
}

#[test]
fn a_stream_has_no_files() {
    let mut command = anslag();
    command.args(["convert", "--to", "turtle", "--data"]).arg(crate::data());
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let line = r#"{"id":"2021-05-18-a","type":"news","title":"T","published":"2021-05-18","body":"","attachments":[{"title":"T","url":"a.pdf"}]}"#;
    child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(
        stderr(&output).contains("cannot publish `a.pdf`: what is read here has no directory"),
        "{}",
        stderr(&output)
    );
}

#[test]
fn a_file_is_found_beside_a_source_of_a_bare_name() {
    let data = publication(&[("2021-01-01-a.md", &refers("2021-01-01", "", "karta.csv"))]);
    write(data.path(), "karta.csv", "karta");
    let mut command = anslag();
    command.args(["check", "2021-01-01-a.md", "--data", ".."]).current_dir(data.path().join("announcements"));
    let output = command.output().unwrap();
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
}

/// The first of them is written while the second is waiting.
#[test]
fn two_announcements_share_a_large_file() {
    let data = publication(&[
        ("2021-01-01-a.md", &refers("2021-01-01", "", "stor.csv")),
        ("2021-01-02-b.md", &refers("2021-01-02", "", "stor.csv")),
        ("2021-01-03-c.md", &refers("2021-01-03", "", "stor.csv")),
    ]);
    write(data.path(), "stor.csv", &"a;b\n".repeat(2 << 20));
    assert_eq!(attached(data.path(), "2021-06-01"), ["stor"]);
    fs::remove_dir_all(out(data.path())).unwrap();
}

/// Another path can lead to the same file.
#[cfg(unix)]
#[test]
fn an_erased_announcement_leaves_a_file_that_has_another_path() {
    let data = publication(&[
        ("2021-01-01-a.md", &refers("2021-01-01", "", "delad.csv")),
        ("2021-01-02-b.md", &refers("2021-01-02", "", "lank.csv")),
    ]);
    write(data.path(), "delad.csv", "delad");
    std::os::unix::fs::symlink("delad.csv", data.path().join("announcements/lank.csv")).unwrap();
    let output = anslag().args(["withdraw", "2021-01-01-a", "--erase", "--data"]).arg(data.path()).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(!stdout(&output).contains("delad.csv"), "{}", stdout(&output));
    assert_eq!(attached(data.path(), "2021-06-10"), ["lank"]);
    fs::remove_dir_all(out(data.path())).unwrap();
}

/// Files that another announcement refers to stay, and so does what nobody refers to.
#[test]
fn an_erased_announcement_takes_its_files_along() {
    let area = r#"{"type":"Polygon","coordinates":[[[12.3,58.3],[12.4,58.3],[12.4,58.4],[12.3,58.3]]]}"#;
    let places =
        "places = [{ name = \"Hamnen\", area = \"hamnen.geojson\" }, { name = \"Ön\", area = \"on.geojson\" }]\n";
    let data = publication(&[
        ("2021-01-01-a.md", &(refers("2021-01-01", places, "bilder/egen.csv") + "[Delad](delad.csv)\n")),
        (
            "2021-01-02-b.md",
            &refers("2021-01-02", "places = [{ name = \"Ön\", area = \"on.geojson\" }]\n", "delad.csv"),
        ),
    ]);
    fs::create_dir(data.path().join("announcements/bilder")).unwrap();
    for name in ["bilder/egen.csv", "delad.csv", "annan.csv"] {
        write(data.path(), name, name);
    }
    for name in ["hamnen.geojson", "on.geojson"] {
        write(data.path(), name, area);
    }
    let output = anslag().args(["withdraw", "2021-01-01-a", "--erase", "--data"]).arg(data.path()).output().unwrap();
    assert!(output.status.success(), "{}", stderr(&output));
    assert!(stdout(&output).contains("egen.csv, to which only it referred"), "{}", stdout(&output));
    assert!(stdout(&output).contains("hamnen.geojson, to which only it referred"), "{}", stdout(&output));
    let mut left: Vec<String> = files(&data.path().join("announcements")).into_keys().collect();
    left.retain(|name| !has_extension(name, "md"));
    assert_eq!(left, ["annan.csv", "delad.csv", "on.geojson"]);
    assert!(!data.path().join("announcements/bilder").exists());
    assert_eq!(attached(data.path(), "2021-06-10"), ["delad"]);
    fs::remove_dir_all(out(data.path())).unwrap();
}
