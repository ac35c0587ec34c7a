use crate::{
    PublishError,
    cache::NewCache,
    export::Export,
    staging::{StagedFile, Staging},
};
use anslag_core::Fingerprint;
use anslag_pipeline::in_order;
use anslag_table::workbook::CutText;

/// A file that is made of finished dumps.
pub(crate) trait Derived: Sync {
    /// Returns the path in the published layout.
    fn path(&self) -> String;

    /// Returns the paths of the dumps that it is made of.
    fn sources(&self) -> Vec<String>;

    /// Returns the fingerprint of everything else that its bytes depend on.
    fn settings(&self) -> Fingerprint;

    /// Writes the file from the dumps, which are finished and staged; returns the texts that had to be cut.
    fn write(&self, staging: &Staging<'_>, file: &mut StagedFile) -> Result<Vec<CutText>, PublishError>;
}

/// Writes derived files; takes over those whose sources and settings are the same as before. Returns the texts that were
/// cut in those that were written.
pub(crate) fn write_derived(
    export: &Export<'_>,
    files: &[Box<dyn Derived + '_>],
    new_cache: &mut NewCache,
) -> Result<Vec<CutText>, PublishError> {
    let Export { staging, cache, threads, .. } = *export;
    let mut files = files.iter().map(|derived| &**derived);
    let write = |derived: &dyn Derived| {
        let path = derived.path();
        let digest = |source: &String| staging.entry(source).map(|entry| entry.sha256.0);
        let sources: Vec<_> = derived.sources().iter().map(digest).collect();
        let fingerprint = Fingerprint::of(&(sources, derived.settings().0));
        let is_kept = cache.is_made_from(&path, fingerprint) && staging.keep(&path)?.is_some();
        let mut cut = Vec::new();
        if !is_kept {
            derived.sources().iter().try_for_each(|source| staging.check(source))?;
            let mut file = staging.create(&path)?;
            cut = derived.write(staging, &mut file)?;
            staging.finish(file)?;
        }
        Ok((path, fingerprint, cut))
    };
    let mut all_cut = Vec::new();
    in_order(
        threads,
        || Ok(files.next()),
        write,
        |(path, fingerprint, cut)| {
            all_cut.extend(cut);
            new_cache.made_from(&path, fingerprint)
        },
    )?;
    Ok(all_cut)
}
