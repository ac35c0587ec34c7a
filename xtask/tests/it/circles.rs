use crate::{
    modules::{ModuleTree, Uses},
    packages, root,
};
use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    fs,
    path::{Path, PathBuf},
};

/// Returns the shortest circle through a file, with the same file at both ends; `None` if there is none.
fn circle(uses: &Uses, file: &Path) -> Option<Vec<PathBuf>> {
    let mut reached_from: BTreeMap<&Path, &Path> = BTreeMap::new();
    let mut queue = VecDeque::from([file]);
    while let Some(from) = queue.pop_front() {
        for to in uses.get(from).into_iter().flat_map(BTreeMap::keys) {
            if to == file {
                let mut circle = vec![to.clone(), from.to_owned()];
                while let Some(before) = reached_from.get(circle.last().unwrap().as_path()) {
                    circle.push(before.to_path_buf());
                }
                // The file that comes first in the alphabet begins, so that each circle is shown once.
                circle.pop();
                circle.reverse();
                let first = (0..circle.len()).min_by_key(|position| &circle[*position]).unwrap();
                circle.rotate_left(first);
                circle.push(circle[0].clone());
                return Some(circle);
            }
            if !reached_from.contains_key(to.as_path()) {
                reached_from.insert(to, from);
                queue.push_back(to);
            }
        }
    }
    None
}

/// Returns each file that is part of a circle, with a description of the circle.
fn circles(crate_root: &Path, relative_to: &Path) -> BTreeMap<String, String> {
    let uses = ModuleTree::read(crate_root).uses();
    let shown = |file: &Path| file.strip_prefix(relative_to).unwrap().display().to_string();
    let mut found = BTreeMap::new();
    for file in uses.keys() {
        let Some(circle) = circle(&uses, file) else { continue };
        let steps = circle.windows(2).map(|step| {
            let item = &uses[&step[0]][&step[1]];
            format!("  {} uses `{item}` of {}\n", shown(&step[0]), shown(&step[1]))
        });
        found.insert(shown(file), steps.collect());
    }
    found
}

#[test]
fn no_two_files_of_a_crate_use_each_other() {
    let mut found = BTreeMap::new();
    for package in packages() {
        for target in package["targets"].as_array().unwrap() {
            let kind = target["kind"][0].as_str().unwrap();
            if matches!(kind, "lib" | "bin") {
                found.extend(circles(Path::new(target["src_path"].as_str().unwrap()), root()));
            }
        }
    }
    let circles: BTreeSet<String> = found.into_values().collect();
    assert!(
        circles.is_empty(),
        "files that use each other; move what both need into a file of its own:\n{}",
        circles.into_iter().collect::<Vec<_>>().join("\n")
    );
}

#[track_caller]
fn check(files: &[(&str, &str)], expected: &[&str]) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    let found = circles(&folder.path().join("lib.rs"), folder.path());
    assert_eq!(found.keys().map(String::as_str).collect::<Vec<_>>(), expected, "{found:?}");
}

#[test]
fn a_circle_is_found_however_it_is_written() {
    let root = "mod a; mod b; pub use b::B;";
    let a = "pub struct A; use std::fs; ";
    for uses_b in [
        "use crate::b::B;",
        "use crate::{b::{self, C}};",
        "use crate::B;",
        "use super::b::B as Other;",
        "use crate::b::*;",
        "fn f() { crate::b::g() }",
        "fn f() { use crate::B; }",
        "fn f(_: super::B) {}",
        "mod inner { use super::super::B; }",
        "pub(crate) use crate::b::B;",
    ] {
        let a = format!("{a}{uses_b}");
        check(&[("lib.rs", root), ("a.rs", &a), ("b.rs", "pub struct B; use crate::a::A;")], &["a.rs", "b.rs"]);
        check(&[("lib.rs", root), ("a.rs", &a), ("b.rs", "pub struct B; use std::fs;")], &[]);
    }
}

#[test]
fn a_circle_may_be_long() {
    let files = [("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c::C;"), ("c.rs", "use crate::a::A;")];
    check(
        &[&[("lib.rs", "mod a; mod b; mod c; mod d;"), ("d.rs", "use crate::a::A;")], &files[..]].concat(),
        &["a.rs", "b.rs", "c.rs"],
    );
}

#[test]
fn a_module_and_the_one_above_it_are_two_files() {
    let above = "mod b; fn f() { b::g() } pub struct A;";
    let below = [("lib.rs", "mod a;"), ("a.rs", above), ("a/b.rs", "use super::A; pub fn g() {}")];
    check(&below, &["a.rs", "a/b.rs"]);
    // A table of contents uses nothing.
    let below = [("lib.rs", "mod a;"), ("a.rs", "mod b; pub use b::g; pub struct A;"), below[2]];
    check(&below, &[]);
}

#[test]
fn a_re_export_is_followed_to_the_definition() {
    let files = [
        ("lib.rs", "mod a; mod folder; pub use folder::*;"),
        ("a.rs", "use crate::B;"),
        ("folder/mod.rs", "mod b; mod c; pub use {b::B, c::C};"),
        ("folder/b.rs", "use crate::folder::C; pub struct B;"),
        ("folder/c.rs", "use crate::a::A; pub struct C;"),
    ];
    check(&files, &["a.rs", "folder/b.rs", "folder/c.rs"]);
}

#[test]
fn tests_and_macros_are_no_users() {
    let files = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "#[macro_export] macro_rules! m { () => {} } #[cfg(test)] mod tests { use crate::b::B; }"),
        ("b.rs", "crate::m!(); #[cfg(test)] use crate::a::A; #[cfg(test)] fn f() { crate::a::g() }"),
    ];
    check(&files, &[]);
    let a = "#[macro_export] macro_rules! m { () => {} } use crate::b::B;";
    check(&[files[0], ("a.rs", a), ("b.rs", "crate::m!(); pub struct B;")], &["a.rs", "b.rs"]);
}
