use crate::{announcement, anslag, edit, publication, stderr, stdout};
use std::{fs, path::Path, process::Output};

/// Checks files of `data`, in the directory above it.
fn check(data: &Path, files: &[&str]) -> Output {
    let (above, name) = (data.parent().unwrap(), data.file_name().unwrap());
    anslag().arg("check").args(files).arg("--data").arg(name).current_dir(above).output().unwrap()
}

fn shown(data: &Path, file: &str) -> String {
    format!("{}/{file}", data.file_name().unwrap().to_str().unwrap())
}

#[test]
fn only_the_named_files_are_checked() {
    let wrong = announcement("2021-01-02", "tags = [\"digitalisring\"]\n");
    let data = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", "")), ("2021-01-02-b.md", &wrong)]);
    let data = data.path();
    let (right, wrong) = (shown(data, "announcements/2021-01-01-a.md"), shown(data, "announcements/2021-01-02-b.md"));

    let output = check(data, &[&right, &right]);
    assert_eq!((output.status.code(), stderr(&output).as_str()), (Some(0), ""));
    assert_eq!(stdout(&output), "1 announcement in 2 files: no problems\n");

    let output = check(data, &[&right, &wrong]);
    assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(1), ""));
    assert!(stderr(&output).starts_with("error[unknown-topic]: "), "{}", stderr(&output));
    assert!(stderr(&output).contains(&format!("--> {wrong}:5:9")), "{}", stderr(&output));
}

/// Recommendations are about the two files of the publication, and shown for the one that is named.
#[test]
fn the_files_of_the_publication_can_be_named() {
    let data = publication(&[]);
    let data = data.path();
    edit(data, "publication.toml", "availability", "# availability");
    edit(data, "register.toml", "homepage", "# homepage");
    for (file, code) in [("publication.toml", "dcatap:availability"), ("register.toml", "foaf:homepage")] {
        let output = check(data, &[&shown(data, file)]);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(stderr(&output).matches("warning[recommended-property]").count(), 1, "{}", stderr(&output));
        assert!(stderr(&output).contains(code), "{}", stderr(&output));
    }
}

/// Nothing can be read without the register.
#[test]
fn errors_of_the_register_are_shown_in_any_case() {
    let data = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", ""))]);
    let data = data.path();
    edit(data, "register.toml", "[topics.digitalisering]", "[topics.Digitalisering]");
    let output = check(data, &[&shown(data, "announcements/2021-01-01-a.md")]);
    assert_eq!(output.status.code(), Some(1));
    assert!(stderr(&output).starts_with("error[invalid-register-key]: "), "{}", stderr(&output));
}

#[test]
fn what_is_no_source_is_refused() {
    let data = publication(&[(".hidden.md", ""), ("notes.txt", "")]);
    let data = data.path();
    fs::write(data.join("README.md"), "").unwrap();
    for (file, words, help) in [
        (shown(data, "announcements"), "it is a directory", "below `announcements`"),
        (shown(data, "README.md"), "it is not in `announcements`", "below `announcements`"),
        (shown(data, "announcements/.hidden.md"), "it is hidden", "below `announcements`"),
        (
            shown(data, "announcements/notes.txt"),
            "its name ends neither in `.md` nor in `.jsonl`",
            "below `announcements`",
        ),
        (env!("CARGO_MANIFEST_DIR").to_owned() + "/Cargo.toml", "it is outside of the data directory", "`--data`"),
    ] {
        let output = check(data, &[&file]);
        assert_eq!((output.status.code(), stdout(&output).as_str()), (Some(2), ""), "{file}");
        let expected = format!("error[not-a-source]: {file} is not a source file: {words}\n");
        assert!(stderr(&output).starts_with(&expected), "{}", stderr(&output));
        assert!(stderr(&output).contains(help), "{}", stderr(&output));
    }
    let output = check(data, &[&shown(data, "announcements/nothing.md")]);
    assert_eq!(output.status.code(), Some(3));
    assert!(stderr(&output).starts_with("error[io-error]: cannot read "), "{}", stderr(&output));
}
