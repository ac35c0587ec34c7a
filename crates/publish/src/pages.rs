use crate::{
    PublishError,
    cache::NewCache,
    catalogue_page::write_catalogue_page,
    export::Export,
    fate::Fate,
    feed_pages::{write_ended, write_feed_list},
    open_data::write_open_data,
    search::write_search,
    site::OpenSite,
    start::write_start,
    statistics::write_statistics,
};
use anslag_core::{Moment, Publication};
use anslag_page::{ACCESSIBILITY, Ending, Gone, Site};
use anslag_pipeline::in_order;
use anslag_source::IndexEntry;
use std::io::Write;

/// Writes the pages that are neither of published announcements nor of notice boards, and the files that all pages share.
/// All files that they lead to are written.
pub(crate) fn write_pages(export: &Export<'_>, site: &OpenSite<'_>, cache: &mut NewCache) -> Result<(), PublishError> {
    site.note(export.plan, cache)?;
    write_statistics(export, site, cache)?;
    write_search(export, site, cache)?;
    let (site, feeds) = (site.shared(), site.feeds());
    write_feed_list(site, export)?;
    write_open_data(site, export)?;
    write_catalogue_page(site, export)?;
    for (path, bytes) in site.shared_files() {
        export.staging.write(&path, |out| out.write_all(&bytes))?;
    }
    write_accessibility(site, export)?;
    write_former(site, export)?;
    write_ended(site, export, feeds)?;
    write_start(site, export)
}

/// Writes the accessibility statement in each language, if the publication has one.
fn write_accessibility(site: &Site<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    for language in site.languages() {
        if let Some(page) = site.accessibility(language) {
            export.staging.write(&site.path(ACCESSIBILITY, language), |out| out.write_all(page.as_bytes()))?;
        }
    }
    Ok(())
}

/// Writes the pages of the announcements that are no longer published, and a page at each former address of an announcement,
/// which leads to the present one. What is only on a notice board has none.
fn write_former(site: &Site<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    let mut history = export.plan.history(export.corpus);
    let next = || {
        for known in history.by_ref() {
            let (entry, gone) = known?;
            if !entry.is_board_only && (gone.is_some() || !entry.aliases.is_empty()) {
                return Ok(Some((entry, gone)));
            }
        }
        Ok(None)
    };
    let write = |(entry, gone): (IndexEntry, Option<Moment>)| {
        let (id, language) = (&entry.id, &entry.facets.language);
        let write = |id, page: String| {
            export.staging.write(&Publication::page_path(id), |out| out.write_all(page.as_bytes())).map(drop)
        };
        if let Some(since) = gone {
            let ending = match export.plan.fate(&entry) {
                Fate::Expired => Ending::Expired,
                Fate::Withdrawn | Fate::Draft | Fate::HeldBack | Fate::Published => Ending::Withdrawn,
            };
            write(id, site.gone(&Gone { id, language, ending, since }))?;
        }
        entry.aliases.iter().try_for_each(|former| write(former, site.moved(id, language)))
    };
    in_order(export.threads, next, write, |()| Ok(()))
}
