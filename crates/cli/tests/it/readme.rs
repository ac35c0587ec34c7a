use crate::{anslag, data, export, files, stderr, stdout};
use std::{fs, path::Path};

fn readme() -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md")).unwrap()
}

#[test]
fn the_summary_in_the_readme_is_true() {
    let folder = tempfile::tempdir().unwrap();
    let output = export(&data(), &folder.path().join("dist"), &[]);
    let said = stdout(&output);
    let (_, figures) = said.split_once("dist: ").unwrap();
    let (files, _) = figures.split_once(", ").unwrap();
    assert!(readme().contains(&format!(" in dist: {files}, ")), "the README does not say: {files}");
}

#[test]
fn the_message_in_the_readme_is_true() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files(&data()) {
        let path = folder.path().join("data").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        fs::write(path, text.replacen("tags = [\"digitalisering\"", "tags = [\"digitalisring\"", 1)).unwrap();
    }
    let output = anslag().arg("check").current_dir(folder.path()).output().unwrap();
    assert!(readme().contains(stderr(&output).trim_end()), "the README does not say:\n{}", stderr(&output));
    let swedish = anslag().args(["check", "--lang", "sv"]).current_dir(folder.path()).output().unwrap();
    assert!(readme().contains(stderr(&swedish).trim_end()), "the README does not say:\n{}", stderr(&swedish));
    let json = anslag().args(["check", "--message-format", "json"]).current_dir(folder.path()).output().unwrap();
    assert!(readme().contains(stderr(&json).trim_end()), "the README does not say:\n{}", stderr(&json));
}

#[test]
fn the_recommendation_in_the_readme_is_true() {
    let folder = tempfile::tempdir().unwrap();
    for (name, bytes) in files(&data()) {
        let path = folder.path().join("data").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let lines = text.lines().filter(|line| !line.starts_with("availability = "));
        fs::write(path, lines.collect::<Vec<_>>().join("\n") + "\n").unwrap();
    }
    let output = anslag().arg("check").current_dir(folder.path()).output().unwrap();
    assert!(readme().contains(stderr(&output).trim_end()), "the README does not say:\n{}", stderr(&output));
}
