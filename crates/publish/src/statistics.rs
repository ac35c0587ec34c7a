use crate::{PublishError, cache::NewCache, export::Export, site::OpenSite};
use anslag_core::Fingerprint;
use anslag_page::{Counts, STATISTICS};
use std::io::Write;

/// Writes the page of statistics in each language; takes it over if its numbers are the same as before.
pub(crate) fn write_statistics(
    export: &Export<'_>,
    open: &OpenSite<'_>,
    cache: &mut NewCache,
) -> Result<(), PublishError> {
    let (site, publication) = (open.shared(), export.publication());
    let mut counts = Counts::default();
    for entry in export.plan.entries(export.corpus) {
        let entry = entry?;
        counts.add(entry.published_date, entry.facets.kind, &entry.facets.topics);
    }
    let topics: Vec<_> = publication.register.topics().map(|topic| (&topic.key, &topic.name)).collect();
    let fingerprint = Fingerprint::of(&(&counts, topics, open.fingerprint()));
    for language in site.languages() {
        let path = site.path(STATISTICS, language);
        let is_kept = export.cache.is_made_from(&path, fingerprint) && export.staging.keep(&path)?.is_some();
        if !is_kept {
            let page = site.statistics(language, &counts);
            export.staging.write(&path, |out| out.write_all(page.as_bytes()))?;
        }
        cache.made_from(&path, fingerprint)?;
    }
    Ok(())
}
