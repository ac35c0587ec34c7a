use crate::{PublishError, export::Export};
use anslag_core::Publication;
use anslag_page::Site;
use std::io::Write;

/// Writes a page at each former address of an announcement, which leads to the present one, also after the announcement is
/// gone. What is only on a notice board has none.
pub(crate) fn write_moved(site: &Site<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    for known in export.plan.history(export.corpus) {
        let (entry, _) = known?;
        for former in entry.aliases.iter().filter(|_| !entry.is_board_only) {
            let page = site.moved(&entry.id, &entry.facets.language);
            export.staging.write(&Publication::page_path(former), |out| out.write_all(page.as_bytes()))?;
        }
    }
    Ok(())
}
