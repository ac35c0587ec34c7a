use crate::{
    PublishError,
    cache::NewCache,
    export::Export,
    fate::Fate,
    feed_pages::{write_ended, write_feed_list},
    moved::write_moved,
    open_data::write_open_data,
    search::write_search,
    site::OpenSite,
    start::write_start,
    statistics::write_statistics,
};
use anslag_core::{Moment, Publication};
use anslag_page::{Ending, Gone, Site};
use anslag_pipeline::in_order;
use anslag_source::IndexEntry;
use std::io::Write;

/// Writes the pages that are neither of published announcements nor of notice boards, and the stylesheet. All files that they lead to are written.
pub(crate) fn write_pages(export: &Export<'_>, site: &OpenSite<'_>, cache: &mut NewCache) -> Result<(), PublishError> {
    site.note(export.plan, cache)?;
    write_statistics(export, site, cache)?;
    write_search(export, site, cache)?;
    let (site, feeds) = (site.shared(), site.feeds());
    write_feed_list(site, export)?;
    write_open_data(site, export)?;
    for (path, bytes) in site.shared_files() {
        export.staging.write(&path, |out| out.write_all(&bytes))?;
    }
    write_gone(site, export)?;
    write_moved(site, export)?;
    write_ended(site, export, feeds)?;
    write_start(site, export)
}

/// Writes the pages of the announcements that are no longer published.
fn write_gone(site: &Site<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    let mut history = export.plan.history(export.corpus);
    let next = || {
        for known in history.by_ref() {
            if let (entry, Some(since)) = known?
                && !entry.is_board_only
            {
                return Ok(Some((entry, since)));
            }
        }
        Ok(None)
    };
    let write = |(entry, since): (IndexEntry, Moment)| {
        let ending = match export.plan.fate(&entry) {
            Fate::Expired => Ending::Expired,
            Fate::Withdrawn | Fate::Draft | Fate::HeldBack | Fate::Published => Ending::Withdrawn,
        };
        let gone = Gone { id: &entry.id, language: &entry.facets.language, ending, since };
        let path = Publication::page_path(&entry.id);
        export.staging.write(&path, |out| out.write_all(site.gone(&gone).as_bytes())).map(drop)
    };
    in_order(export.threads, next, write, |()| Ok(()))
}
