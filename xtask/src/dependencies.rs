use crate::steps::cargo_output;
use anyhow::{Context, bail};
use std::{collections::BTreeSet, fs};

/// The crates that may be in the tree in several versions, each with the reason.
const LIST: &str = "xtask/duplicates.txt";

/// Holds the crates that are in the tree in several versions against the list of those that may be.
pub(crate) fn check() -> anyhow::Result<()> {
    let list = fs::read_to_string(LIST).with_context(|| format!("cannot read {LIST}"))?;
    let allowed: BTreeSet<&str> =
        list.lines().filter_map(|line| line.split('#').next()).map(str::trim).filter(|name| !name.is_empty()).collect();
    let tree =
        cargo_output(&["tree", "--workspace", "--duplicates", "--depth", "0", "--edges", "normal,build", "--locked"])?;
    let found: BTreeSet<&str> =
        tree.lines().filter_map(|line| line.split(' ').next()).filter(|s| !s.is_empty()).collect();
    let unexpected: Vec<_> = found.difference(&allowed).collect();
    let obsolete: Vec<_> = allowed.difference(&found).collect();
    if !unexpected.is_empty() || !obsolete.is_empty() {
        bail!("crates in several versions: not in {LIST}: {unexpected:?}; in it, but no longer so: {obsolete:?}");
    }
    Ok(())
}
