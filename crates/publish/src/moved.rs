use crate::{PublishError, export::Export};
use anslag_core::Publication;
use std::io::Write;

/// Path of the list of moved announcements: a line for each former id, with the present one after a tab. It is missing if
/// there is none.
pub const MOVED: &str = "moved.tsv";

/// Writes what is at the former addresses of published announcements: a page each, and the list for servers, which redirect.
pub(crate) fn write_moved(export: &Export<'_>) -> Result<(), PublishError> {
    let mut lines = String::new();
    for entry in export.plan.entries(export.corpus) {
        let entry = entry?;
        for former in &entry.aliases {
            lines.extend([former.as_str(), "\t", entry.id.as_str(), "\n"]);
            if let Some(site) = export.site {
                let page = site.shared().moved(&entry.id, &entry.facets.language);
                export.staging.write(&Publication::page_path(former), |out| out.write_all(page.as_bytes()))?;
            }
        }
    }
    if !lines.is_empty() {
        export.staging.write(MOVED, |out| out.write_all(lines.as_bytes()))?;
    }
    Ok(())
}
