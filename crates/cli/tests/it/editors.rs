use crate::{anslag, data, stdout};
use std::path::Path;

fn configuration(arguments: &[&str], data: &Path) -> String {
    stdout(&anslag().arg("schema").args(arguments).arg("--data").arg(data).output().unwrap())
}

#[test]
fn the_forms_of_decap_have_the_fields_and_the_register() {
    let swedish = configuration(&["decap", "--lang", "sv"], &data());
    let collections = swedish.lines().filter(|line| line.starts_with("  - name: ") || line.starts_with("    name: "));
    assert_eq!(collections.count(), 9, "{swedish}");
    for line in [
        "locale: \"sv\"",
        "- name: \"news\"",
        "label: \"Rubrik\"",
        "- label: \"digitalisering\"",
        "value: \"digitalisering\"",
        "multiple: true",
    ] {
        assert!(swedish.lines().any(|own| own.trim() == line), "{line}: {swedish}");
    }
    // A job is part of an advertisement, and not of news.
    assert_eq!(swedish.matches("name: \"job\"").count(), 2, "a collection and its part");
    let english = configuration(&["decap"], &data());
    assert!(english.contains("label: \"Title\"") && english.contains("hint: \"the title, on one line\""), "{english}");
}

#[test]
fn the_workspace_of_vs_code_checks_the_data() {
    let workspace: serde_json::Value = serde_json::from_str(&configuration(&["vscode"], &data())).unwrap();
    let check = &workspace["tasks"]["tasks"][0];
    assert_eq!((&check["args"][0], &check["args"][1]), (&"check".into(), &"--watch".into()));
    let schemas = &workspace["settings"]["evenBetterToml.schema.associations"];
    let address = schemas[r"^.*/register\.toml$"].as_str().unwrap();
    assert!(address.starts_with("https://") && address.ends_with("/schema/register.json"), "{address}");
}
