use crate::home;
use anslag_core::FORMATS;
use anslag_source::TABLES;

#[test]
fn the_readme_names_every_key() {
    let readme = std::fs::read_to_string(home().join("README.md")).unwrap();
    for table in TABLES {
        for name in table.names.iter().flat_map(|names| names.iter()) {
            let named = [format!("`{name}`"), format!("{name} ="), format!("[{name}."), format!("\"{name}\"")];
            assert!(named.iter().any(|form| readme.contains(form)), "`{name}` of {table:?}");
        }
    }
}

#[test]
fn the_readme_names_every_format() {
    let readme = std::fs::read_to_string(home().join("README.md")).unwrap();
    for spec in FORMATS {
        let aliases = spec.aliases.iter().map(|alias| format!("`{alias}`")).collect::<Vec<_>>().join(", ");
        let row = format!("| {} | `{}` | {aliases} |\n", spec.label, spec.key).replace("|  |", "| |");
        assert!(readme.contains(&row), "write this row into README.md:\n{row}");
    }
}
