//! Holds the dependency arrows of `ARCHITECTURE.md` against what the manifests say.

use crate::{packages, root};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

type Arrows = BTreeMap<String, BTreeSet<String>>;

/// Our crates, and which of ours each is built from.
fn arrows_of_the_manifests() -> Arrows {
    let short = |name: &str| name.strip_prefix("anslag-").map(str::to_owned);
    let arrows = packages().into_iter().map(|package| {
        let name = package["name"].as_str().unwrap();
        let dependencies = package["dependencies"].as_array().unwrap().iter();
        // A dependency of the tests alone is none of the product.
        let built_from = dependencies.filter(|dependency| dependency["kind"] != "dev");
        let ours = built_from.filter_map(|dependency| short(dependency["name"].as_str().unwrap()));
        (short(name).unwrap_or_else(|| name.to_owned()), ours.collect())
    });
    arrows.collect()
}

/// The table: a row for each crate, whose second cell names those that it may use.
fn arrows_of_the_table() -> Arrows {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let rows = text.lines().filter_map(|line| line.strip_prefix("| `"));
    let arrows = rows.filter_map(|row| {
        let (name, rest) = row.split_once("` | ")?;
        let (uses, _) = rest.split_once(" | ")?;
        let uses = uses.split(", ").filter(|name| *name != "-").map(str::to_owned).collect();
        Some((name.to_owned(), uses))
    });
    arrows.collect()
}

#[test]
fn the_arrows_are_those_of_the_table() {
    assert_eq!(arrows_of_the_manifests(), arrows_of_the_table());
}

#[test]
fn arrows_only_point_downwards() {
    let readme = fs::read_to_string(root().join("crates/README.md")).unwrap();
    let order: Vec<&str> = readme.lines().filter_map(|line| line.strip_prefix("| [`")?.split('`').next()).collect();
    let layer = |name: &str| order.iter().position(|other| *other == name);
    for (name, uses) in arrows_of_the_manifests() {
        let Some(own) = layer(&name) else {
            assert_eq!(name, "xtask", "{name} is not in crates/README.md");
            continue;
        };
        for used in uses {
            assert!(layer(&used) < Some(own), "{name} uses {used}, which stands above it in crates/README.md");
        }
    }
}

/// Files outside `vocab` in which the namespace of a vocabulary may stand, each with the reason.
const NAMESPACES_ELSEWHERE: [&str; 2] = [
    // `core` is below `vocab`, and mints the IRI of an organisation with a number.
    "core/src/publication/identity.rs",
    // What portals know of countries.
    "source/src/portal.rs",
];

#[test]
fn iris_of_vocabularies_stand_in_vocab_alone() {
    let namespaces =
        anslag_vocab::ALL.iter().chain(&anslag_vocab::OF_THE_CATALOGUE).map(anslag_vocab::Vocabulary::document);
    let namespaces: Vec<_> = namespaces.collect();
    for path in sources(&root().join("crates")) {
        let name = path.strip_prefix(root().join("crates")).unwrap().to_str().unwrap().to_owned();
        if name.starts_with("vocab/") || NAMESPACES_ELSEWHERE.iter().any(|start| name.starts_with(start)) {
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        // Comments and messages have examples.
        let is_code = |line: &str| !["//", "en(", "sv("].iter().any(|start| line.trim_start().starts_with(start));
        let lines = code.lines().enumerate().filter(|(_, line)| is_code(line));
        for (number, line) in lines {
            let found = namespaces.iter().find(|namespace| line.contains(**namespace));
            assert!(found.is_none(), "crates/{name}:{}: use a constant of `anslag-vocab`: {line}", number + 1);
        }
    }
}

/// The source files of the crates in a folder, without their tests.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() && entry.file_name().is_some_and(|name| name != "tests") {
            files.extend(sources(&entry));
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            files.push(entry);
        }
    }
    files
}

#[test]
fn versions_lints_and_edition_are_the_workspaces() {
    let crates = fs::read_dir(root().join("crates")).unwrap().map(|entry| entry.unwrap().path());
    let manifests = crates.filter(|path| path.is_dir()).chain([root().join("xtask")]);
    for manifest in manifests.map(|folder| folder.join("Cargo.toml")) {
        let text = fs::read_to_string(&manifest).unwrap();
        for line in ["version.workspace = true", "edition.workspace = true", "[lints]\nworkspace = true"] {
            assert!(text.contains(line), "{}: no `{line}`", manifest.display());
        }
        let own = text.lines().filter(|line| line.contains("version = \"")).collect::<Vec<_>>();
        assert!(own.is_empty(), "{}: {own:?}", manifest.display());
    }
}
