use crate::{announcement, anslag, data, export, files, publication, stderr, visible};
use std::{fs, path::Path};

#[track_caller]
fn refused(out: &Path, data: &Path, word: &str) {
    let before = files(out);
    let output = export(data, out, &[]);
    assert_eq!(output.status.code(), Some(2), "{}", stderr(&output));
    assert!(stderr(&output).contains(word), "{}", stderr(&output));
    assert_eq!(files(out), before);
    let check = anslag().arg("check").arg("--data").arg(data).arg("--out").arg(out).output().unwrap();
    assert_eq!((check.status.code(), stderr(&check)), (Some(2), stderr(&output)));
}

#[test]
fn a_folder_with_other_files_is_refused() {
    let out = tempfile::tempdir().unwrap();
    fs::create_dir(out.path().join("photos")).unwrap();
    fs::write(out.path().join("photos/summer.jpg"), "").unwrap();
    refused(out.path(), &data(), "photos/summer.jpg");
}

/// A file's name cannot steer a terminal.
#[cfg(target_os = "linux")]
#[test]
fn a_foreign_name_is_made_harmless() {
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join("\u{1b}[2J\u{9b}31m\n.txt"), "").unwrap();
    let output = export(&data(), out.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    let said = stderr(&output);
    assert!(said.contains("\u{241b}[2J\u{fffd}31m\u{240a}.txt"), "{said:?}");
    assert_eq!(said.lines().count(), 3, "{said}");
}

/// What the operating system says has no name in it that is another one at every run.
#[cfg(unix)]
#[test]
fn what_cannot_be_written_is_said_in_the_same_words_each_time() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser is let through, but not into the kernel's file system.
    let is_let_through = fs::write(folder.path().join("new"), "").is_ok();
    let place = if is_let_through { Path::new("/proc") } else { folder.path() };
    let output = export(&data(), &place.join("dist"), &[]);
    assert_eq!(output.status.code(), Some(3), "{}", stderr(&output));
    assert!(stderr(&output).starts_with("error[io-error]: cannot create "), "{}", stderr(&output));
    assert!(!stderr(&output).contains(".staging"), "{}", stderr(&output));
}

#[test]
fn a_publication_with_a_file_of_the_users_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    assert!(export(&data(), &out, &[]).status.success());
    fs::write(out.join("CNAME"), "data.vanersborg.se").unwrap();
    refused(&out, &data(), "CNAME");
}

#[test]
fn another_programs_manifest_is_not_ours() {
    let out = tempfile::tempdir().unwrap();
    fs::write(out.path().join("manifest.json"), r#"{"name":"An app","icons":[]}"#).unwrap();
    refused(out.path(), &data(), "manifest.json");
}

#[test]
fn the_data_are_no_target() {
    let data = publication(&[]);
    refused(data.path(), data.path(), "inside of the data");
    refused(&data.path().join("announcements"), data.path(), "inside of the data");
}

#[test]
fn an_earlier_publication_is_replaced_as_a_whole() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("a/b/dist");
    let first = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", ""))]);
    let second = publication(&[("2021-01-01-b.md", &announcement("2021-01-01", ""))]);
    assert!(export(first.path(), &out, &[]).status.success());
    assert!(export(second.path(), &out, &["--allow", "vanished"]).status.success());
    assert!(!out.join("data/announcement/2021-01-01-a.ttl").exists());
    assert!(out.join("data/announcement/2021-01-01-b.ttl").exists());
    // Nothing is left beside it.
    assert_eq!(visible(out.parent().unwrap()), ["dist"]);
}

#[test]
fn an_empty_folder_becomes_the_publication() {
    let out = tempfile::tempdir().unwrap();
    assert!(export(&data(), out.path(), &[]).status.success());
    assert!(out.path().join("manifest.json").exists());
}

#[test]
fn a_failed_run_leaves_what_was_published() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    assert!(export(&data(), &out, &[]).status.success());
    let before = files(&out);
    let wrong = publication(&[("2021-01-01-a.md", "no front matter")]);
    assert_eq!(export(wrong.path(), &out, &[]).status.code(), Some(1));
    assert_eq!(files(&out), before);
    assert_eq!(visible(folder.path()), ["dist"]);
}

#[cfg(unix)]
#[test]
fn a_publication_can_be_read_by_others() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    let other = folder.path().join("other");
    fs::create_dir(&other).unwrap();
    assert!(export(&data(), &out, &[]).status.success());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&out), mode(&other));
}

/// Permissions bind no superuser, whom tests may run as; the file system of the kernel lets nobody make a folder.
#[cfg(target_os = "linux")]
#[test]
fn a_read_only_target_is_said_in_both_languages() {
    for (language, golden) in [("en", "read-only-target.txt"), ("sv", "read-only-target.sv.txt")] {
        let output = export(&data(), Path::new("/proc/anslag/dist"), &["--lang", language]);
        assert_eq!((output.status.code(), output.stdout.as_slice()), (Some(3), &b""[..]));
        let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/messages").join(golden);
        anslag_fixtures::assert_golden(&golden, &output.stderr);
    }
}

/// Where permissions bind, what was published stays as it is in a folder that can no longer be written.
#[cfg(unix)]
#[test]
fn what_is_published_stays_where_nothing_can_be_written() {
    use std::os::unix::fs::PermissionsExt;
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    assert!(export(&data(), &out, &[]).status.success());
    let before = files(&out);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o555)).unwrap();
    // The superuser is let through, and then there is nothing to be seen here.
    let binds = fs::write(folder.path().join("new"), "").is_err();
    let output = export(&data(), &out, &[]);
    fs::set_permissions(folder.path(), fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(output.status.code(), Some(if binds { 3 } else { 0 }), "{}", stderr(&output));
    assert_eq!(files(&out), before);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_folder_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real"), folder.path().join("link"));
    fs::create_dir(&real).unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    assert!(export(&data(), &link, &[]).status.success());
    assert!(export(&data(), &link, &[]).status.success());
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert!(real.join("manifest.json").exists());
}
