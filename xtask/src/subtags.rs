use anyhow::{Context, ensure};
use clap::Args;
use std::{
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
};

/// Writes the subtags of languages from the registry of the IANA into crates/core/codes.
///
/// Download <https://www.iana.org/assignments/language-subtag-registry>; nothing is fetched from here.
#[derive(Args)]
pub(crate) struct Options {
    /// The downloaded registry
    file: PathBuf,
}

const KINDS: [&str; 5] = ["language", "extlang", "script", "region", "variant"];

pub(crate) fn run(Options { file }: &Options) -> anyhow::Result<()> {
    let registry = fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
    let path = Path::new("crates/core/codes/language-subtags.txt");
    fs::write(path, subtags(&registry)?).with_context(|| format!("cannot write {}", path.display()))
}

/// Returns the subtags of each kind, a line each, from records of fields (RFC 5646, section 3.1.1).
fn subtags(registry: &str) -> anyhow::Result<String> {
    let (head, records) = registry.split_once("%%").context("no record in the registry")?;
    let date = field(head, "File-Date").context("no date in the registry")?;
    let mut text = format!(
        "# Subtags of the IANA Language Subtag Registry of {date} (RFC 5646, section 3). Written by `cargo xtask subtags FILE`.\n"
    );
    for kind in KINDS {
        let of_kind = records.split("%%").filter(|record| field(record, "Type") == Some(kind));
        let mut subtags: Vec<&str> = of_kind.filter_map(|record| field(record, "Subtag")).collect();
        ensure!(!subtags.is_empty(), "no {kind} in the registry");
        subtags.sort_unstable();
        writeln!(text, "{kind} {}", subtags.join(" "))?;
    }
    Ok(text)
}

fn field<'r>(record: &'r str, name: &str) -> Option<&'r str> {
    record.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": ")).map(str::trim)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_read() {
        let records =
            [("language", "sv"), ("language", "en"), ("extlang", "swl"), ("script", "Latn"), ("region", "SE")].map(
                |(kind, subtag)| {
                    format!("%%\nType: {kind}\nSubtag: {subtag}\nDescription: a\n  b\nAdded: 2005-10-16\n")
                },
            );
        let mut registry = format!("File-Date: 2025-08-25\n{}", records.concat());
        assert!(subtags(&registry).is_err());
        registry += "%%\nType: variant\nSubtag: 1901\n%%\nType: grandfathered\nTag: i-klingon\n";
        let text = subtags(&registry).unwrap();
        assert!(text.starts_with("# Subtags of the IANA Language Subtag Registry of 2025-08-25 "), "{text}");
        assert!(text.ends_with("\nlanguage en sv\nextlang swl\nscript Latn\nregion SE\nvariant 1901\n"), "{text}");
    }
}
