use crate::{announcement, anslag, export, files, publication, stderr};
use std::{fs, path::Path};

/// A publication with these files in `static`.
fn with_static(own: &[(&str, &str)]) -> tempfile::TempDir {
    let data = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", ""))]);
    for (name, text) in own {
        write(data.path(), name, text);
    }
    data
}

fn write(data: &Path, name: &str, text: &str) {
    let path = data.join("static").join(name);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

#[test]
fn files_are_published_as_they_are() {
    let own = [
        (".htaccess", "Options -Indexes\r\n"),
        ("CNAME", "a"),
        (".well-known/security.txt", "\u{feff}b"),
        ("å/b c.txt", ""),
    ];
    let data = with_static(&own);
    write(data.path(), ".DS_Store", "left out");
    write(data.path(), ".git/config", "left out");
    let out = data.path().with_extension("out");
    let exported = || {
        let output = export(data.path(), &out, &[]);
        assert!(output.status.success(), "{}", stderr(&output));
        files(&out)
    };
    let published = exported();
    for (name, text) in own {
        assert_eq!(published[name], text.as_bytes(), "{name}");
        assert!(String::from_utf8_lossy(&published["manifest.json"]).contains(&format!("\"{name}\"")), "{name}");
    }
    assert!(!published.keys().any(|name| name.contains(".DS_Store") || name.contains(".git")));

    // What was published is ours, what has changed is published again, and what is gone is gone.
    fs::remove_file(data.path().join("static/CNAME")).unwrap();
    write(data.path(), ".htaccess", "Options +Indexes\r\n");
    let published = exported();
    assert_eq!(published[".htaccess"], b"Options +Indexes\r\n");
    assert!(!published.contains_key("CNAME"));
    let verified = anslag().arg("verify").arg(&out).output().unwrap();
    assert!(verified.status.success(), "{}", stderr(&verified));
    fs::remove_dir_all(&out).unwrap();
}

/// A file that has not changed is the same file, under a second name.
#[cfg(unix)]
#[test]
fn what_has_not_changed_is_kept() {
    use std::os::unix::fs::MetadataExt;
    let data = with_static(&[("robots.txt", "User-agent: *\n")]);
    let out = data.path().with_extension("out");
    let inode = |file: &str| fs::metadata(out.join(file)).unwrap().ino();
    assert!(export(data.path(), &out, &[]).status.success());
    let before = (inode("robots.txt"), inode("manifest.json"));
    write(data.path(), "CNAME", "a");
    assert!(export(data.path(), &out, &[]).status.success());
    assert_eq!(inode("robots.txt"), before.0);
    assert_ne!(inode("manifest.json"), before.1);
    // Nothing at all is written.
    let before = inode("manifest.json");
    assert!(export(data.path(), &out, &[]).status.success());
    assert_eq!(inode("manifest.json"), before);
    fs::remove_dir_all(&out).unwrap();
}

#[track_caller]
fn refused(own: &[(&str, &str)], words: &[&str]) {
    let data = with_static(own);
    let out = data.path().with_extension("out");
    let output = export(data.path(), &out, &[]);
    assert_eq!(output.status.code(), Some(1), "{}", stderr(&output));
    for word in words {
        assert!(stderr(&output).contains(word), "{word}: {}", stderr(&output));
    }
    assert!(!out.exists());
}

#[test]
fn a_name_that_the_export_writes_is_refused() {
    refused(
        &[("index.html", "")],
        &["error[reserved-name]", "`static/index.html` has the name of `index.html`", "rename or remove"],
    );
    refused(&[("Feed/a.txt", "")], &["`static/Feed` has the name of `feed`"]);
    refused(&[("manifest.json", "")], &["`static/manifest.json` has the name of `manifest.json`"]);
}

#[test]
fn names_that_differ_only_in_case_are_refused() {
    refused(
        &[("robots.txt", ""), ("ROBOTS.txt", "")],
        &["error[static-name]", "static/robots.txt", "differs only in case from `static/ROBOTS.txt`"],
    );
    refused(&[("Å/a.txt", ""), ("å/b.txt", "")], &["error[static-name]"]);
}

#[cfg(target_os = "linux")]
#[test]
fn links_lead_to_files_of_the_folder() {
    use std::os::unix::fs::symlink;
    let data = with_static(&[("a.txt", "a")]);
    let (out, own) = (data.path().with_extension("out"), data.path().join("static"));
    symlink("a.txt", own.join("b.txt")).unwrap();
    assert!(export(data.path(), &out, &[]).status.success());
    assert_eq!(files(&out)["b.txt"], b"a");
    symlink("/dev/zero", own.join("zero")).unwrap();
    symlink("../announcements/2021-01-01-a.md", own.join("draft.txt")).unwrap();
    symlink("nothing", own.join("nothing")).unwrap();
    pipe(&own.join("pipe"));
    let output = export(data.path(), &out, &[]);
    assert_eq!(output.status.code(), Some(1));
    let said = stderr(&output);
    for word in
        ["link to `/dev/zero`", "link to `../announcements/2021-01-01-a.md`", "broken link", "a pipe or a device"]
    {
        assert!(said.contains(word), "{word}: {said}");
    }
    fs::remove_dir_all(&out).unwrap();
}

#[cfg(target_os = "linux")]
fn pipe(path: &Path) {
    assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
}
