//! Files of earlier imports, and what their sources have changed.

use crate::{
    Doubt, Finding,
    merge::{self, Change},
};
use anslag_source::{Outline, Syntax};
use std::{fs, io, path::Path};

/// Value that is shown where there is none.
const NOTHING: &str = "–";

/// Most characters of a value that is shown.
const SHOWN: usize = 100;

/// Merges what a source has changed into a file; finds each fact. Returns the new text, or `None` if the file stays.
pub(crate) fn merge(path: &Path, base: &str, theirs: &str, findings: &mut Vec<Finding>) -> io::Result<Option<String>> {
    let ours = match fs::read_to_string(path) {
        Ok(ours) => ours,
        // Somebody has removed the file, and does not want it back.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(error),
    };
    let name = path.display().to_string();
    let Some(merged) = merge::merge(base, &ours, theirs) else {
        findings.push(Finding::new(name, Doubt::Unmergeable));
        return Ok(None);
    };
    findings.extend(merged.changes.iter().map(|change| Finding::new(&name, doubt(change))));
    let is_changed = merged.changes.iter().any(|change| change.is_taken);
    Ok(is_changed.then_some(merged.text))
}

/// Returns whether a file of an earlier import is there, and its announcement is not withdrawn.
pub(crate) fn is_up(path: &Path) -> bool {
    fs::read_to_string(path).is_ok_and(|text| value(&text, "withdrawn").is_none())
}

/// Returns the id of the announcement of a file.
pub(crate) fn id(path: &Path) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    let stem = || path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    value(&text, "id").map_or_else(stem, |id| id.trim_matches(['"', '\'']).to_owned())
}

/// Returns the address of the page that an imported text comes from.
pub(crate) fn address(base: &str) -> Option<String> {
    merge::text_at(base, "source")
}

/// Returns the value of a key of a source file, as it is written there.
fn value<'t>(text: &'t str, key: &str) -> Option<&'t str> {
    let text = text.trim_start_matches('\u{feff}');
    let entry = Outline::of(text, Syntax::Markdown)?.entries.into_iter().find(|entry| entry.name == key)?;
    Some(&text[entry.value])
}

fn doubt(Change { key, before, after, is_taken }: &Change) -> Doubt {
    let [before, after] = differing(before.as_deref(), after.as_deref()).map(|value| value.unwrap_or(NOTHING));
    let (key, before, after) = (key.clone(), shortened(before), shortened(after));
    if *is_taken { Doubt::Changed { key, before, after } } else { Doubt::Kept { key, before, after } }
}

/// Returns the first lines in which two texts differ.
fn differing<'t>(before: Option<&'t str>, after: Option<&'t str>) -> [Option<&'t str>; 2] {
    let lines = |text: Option<&'t str>| text.unwrap_or_default().lines().filter(|line| !line.trim().is_empty());
    let same = lines(before).zip(lines(after)).take_while(|(before, after)| before == after).count();
    [before, after].map(|text| lines(text).nth(same))
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(SHOWN) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_up_until_it_is_withdrawn() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        assert!(!is_up(&path));
        for (text, is_expected) in [
            ("+++\ntitle = \"A\"\n+++\n", true),
            ("\u{feff}+++\r\ntitle = \"A\"\r\n  \"withdrawn\" = 2026-04-01\r\n+++\r\n", false),
            ("---\ntitle: A\nwithdrawn: 2026-04-01\n---\n", false),
            ("+++\n# withdrawn = 2026-04-01\nlead = \"\"\"\nwithdrawn = x\"\"\"\n+++\n\nwithdrawn = x\n", true),
            ("+++\nwithdrawn_by = \"A\"\n+++\n", true),
        ] {
            fs::write(&path, text).unwrap();
            assert_eq!(is_up(&path), is_expected, "{text}");
        }
    }

    #[test]
    fn an_announcement_has_the_id_of_its_front_matter_or_of_its_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        for (text, expected) in [("+++\nid = \"b\"\n+++\n", "b"), ("---\nid: b\n---\n", "b"), ("+++\n+++\n", "a")] {
            fs::write(&path, text).unwrap();
            assert_eq!(id(&path), expected, "{text}");
        }
    }
}
