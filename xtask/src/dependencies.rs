use crate::steps::{cargo_program, output_of};
use anyhow::{Context, bail};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

/// The crates that may be in the tree in several versions, each with the reason.
const LIST: &str = "xtask/duplicates.txt";

/// Holds the crates that are in the tree in several versions against the list of those that may be.
pub(crate) fn check() -> anyhow::Result<()> {
    let list = fs::read_to_string(LIST).with_context(|| format!("cannot read {LIST}"))?;
    let names = list.lines().filter_map(|line| line.split('#').next()).map(str::trim);
    let allowed: BTreeSet<&str> = names.filter(|name| !name.is_empty()).collect();
    let tree = output_of(
        &cargo_program(),
        &["tree", "--workspace", "--duplicates", "--depth", "0", "--edges", "normal,build", "--locked"],
    )?;
    // A crate that is built twice, for the product and for the building, is in the tree twice in one version.
    let mut versions: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (name, rest) in tree.lines().filter_map(|line| line.split_once(' ')) {
        versions.entry(name).or_default().insert(rest.split(' ').next().unwrap_or(rest));
    }
    let found: BTreeSet<&str> = versions.iter().filter(|(_, all)| all.len() > 1).map(|(name, _)| *name).collect();
    let unexpected: Vec<_> = found.difference(&allowed).collect();
    let obsolete: Vec<_> = allowed.difference(&found).collect();
    if !unexpected.is_empty() || !obsolete.is_empty() {
        bail!("crates in several versions: not in {LIST}: {unexpected:?}; in it, but no longer so: {obsolete:?}");
    }
    Ok(())
}
