use crate::{Plan, PublishError, catalogue, export::Export};
use anslag_catalog::{Content, Selection};
use anslag_core::{Announcement, AnnouncementId, AnnouncementType, Compression, LanguageTag};
use anslag_page::{Download, Site, Start};
use anslag_source::IndexEntry;
use jiff::{SignedDuration, Timestamp};
use std::{collections::VecDeque, io::Write};

/// Number of announcements that the first page lists as the latest.
const LATEST: usize = 10;

/// Number of announcements, of any type or of one, among which the first page looks for what it lists.
const CANDIDATES: usize = 50;

/// Number of notices that the first page lists.
const POSTED: usize = 10;

/// Time for which an alert or a disruption is taken to be in force if no end is known: a week.
const WITHOUT_END: SignedDuration = SignedDuration::from_hours(7 * 24);

/// The last published announcements of the index, at most so many.
struct Last {
    most: usize,
    entries: VecDeque<IndexEntry>,
}

impl Last {
    fn new(most: usize) -> Self {
        Self { most, entries: VecDeque::with_capacity(most) }
    }

    fn push(&mut self, entry: &IndexEntry) {
        if self.entries.len() == self.most {
            self.entries.pop_front();
        }
        self.entries.push_back(entry.clone());
    }

    /// Reads the announcements, the latest first.
    fn read(&self, export: &Export<'_>) -> Result<Vec<Announcement>, PublishError> {
        self.entries.iter().rev().map(|entry| export.plan.read(export.corpus, entry)).collect()
    }
}

/// Returns whether what has begun and may have ended is in force at an instant.
fn is_in_force(start: Timestamp, end: Option<Timestamp>, at: Timestamp) -> bool {
    let end = end.or_else(|| start.checked_add(WITHOUT_END).ok());
    start <= at && end.is_none_or(|end| at < end)
}

/// Writes the first page in each language.
pub(crate) fn write_start(site: &Site<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    let publication = export.publication();
    let (plan, zone) = (export.plan, &publication.zone);
    let mut latest = Last::new(CANDIDATES);
    let [mut alerts, mut disruptions] = [CANDIDATES; 2].map(Last::new);
    for entry in plan.entries(export.corpus) {
        let entry = entry?;
        latest.push(&entry);
        match entry.facets.kind {
            AnnouncementType::Alert => alerts.push(&entry),
            AnnouncementType::Disruption => disruptions.push(&entry),
            AnnouncementType::Notice
            | AnnouncementType::News
            | AnnouncementType::PressRelease
            | AnnouncementType::Consultation
            | AnnouncementType::Event
            | AnnouncementType::Offer
            | AnnouncementType::Job => {}
        }
    }
    let mut in_force = alerts.read(export)?;
    in_force.extend(disruptions.read(export)?);
    in_force.retain(|own| {
        let alert = own.alert.iter().map(|alert| (alert.effective, alert.end(zone)));
        let disruption = own.disruption.iter().map(|disruption| (disruption.starts, disruption.end(zone)));
        let mut times = alert.chain(disruption);
        own.replaced_by.is_empty() && times.any(|(start, end)| is_in_force(start.instant(zone), end, plan.as_of))
    });
    let posted = plan
        .posted
        .iter()
        .rev()
        .filter(|entry| !entry.is_board_only)
        .take(CANDIDATES)
        .map(|entry| plan.read(export.corpus, entry));
    let posted = posted.collect::<Result<Vec<_>, _>>()?;
    let latest = latest.read(export)?;
    let is_written = |path: &&str| export.staging.entry(path).is_some();
    for language in site.languages() {
        let is_listed = |own: &&Announcement| is_for(plan, &own.id, &own.language, language);
        let start = Start {
            language,
            as_of: plan.day,
            modified: plan.modified,
            in_force: &in_force.iter().filter(is_listed).take(CANDIDATES).collect::<Vec<_>>(),
            posted: &posted.iter().filter(is_listed).take(POSTED).collect::<Vec<_>>(),
            latest: &latest.iter().filter(is_listed).take(LATEST).collect::<Vec<_>>(),
            downloads: &downloads(export),
            calendar: Some(anslag_feed::calendar::PATH).filter(is_written),
        };
        export.staging.write(&site.start_path(language), |out| out.write_all(site.start(&start).as_bytes()))?;
    }
    Ok(())
}

/// Returns whether a page in a language lists an announcement: of those that say the same in several languages, the one in this
/// language, or else the original.
pub(crate) fn is_for(plan: &Plan, id: &AnnouncementId, own: &LanguageTag, language: &str) -> bool {
    let mut versions = plan.versions(id).into_iter();
    own.primary() == language || plan.is_original(id) && versions.all(|(_, other)| other.primary() != language)
}

/// Returns the files that hold all announcements.
pub(crate) fn downloads(export: &Export<'_>) -> Vec<Download> {
    let publication = export.publication();
    let written = |path: &str| export.staging.entry(path);
    let all = catalogue::distributions(publication, &export.plan.extent, export.plan.day, written);
    let files = all.into_iter().filter(|file| match file.content {
        Content::Everything
        | Content::Table(Selection::All)
        | Content::Package
        | Content::Workbook
        | Content::Calendar
        | Content::Places => true,
        Content::Table(_) | Content::Feed(_) => false,
    });
    let download = |file: anslag_catalog::Distribution| {
        let label = match file.content {
            Content::Package => "CSV (Data Package)",
            Content::Everything
            | Content::Table(_)
            | Content::Workbook
            | Content::Calendar
            | Content::Places
            | Content::Feed(_) => file.format.spec().label,
        };
        let label = match file.compression.map(Compression::extension) {
            Some(extension) => format!("{label} (.{extension})"),
            None => label.to_owned(),
        };
        Download {
            label,
            format: file.format,
            compression: file.compression,
            is_package: file.content == Content::Package,
            path: file.path,
            bytes: file.bytes,
            sha256: file.sha256,
        }
    };
    files.map(download).collect()
}

#[cfg(test)]
mod tests {
    use super::is_in_force;

    #[test]
    fn what_has_no_end_is_in_force_for_a_week() {
        let at = |text: &str| text.parse().unwrap();
        let check = |end: Option<&str>, now: &str, expected: bool| {
            assert_eq!(is_in_force(at("2026-06-01T10:00Z"), end.map(at), at(now)), expected, "{end:?} {now}");
        };
        check(None, "2026-06-01T09:59Z", false);
        check(None, "2026-06-01T10:00Z", true);
        check(None, "2026-06-08T09:59Z", true);
        check(None, "2026-06-08T10:00Z", false);
        check(Some("2026-06-02T10:00Z"), "2026-06-02T09:59Z", true);
        check(Some("2026-06-02T10:00Z"), "2026-06-02T10:00Z", false);
        check(Some("2026-07-01T10:00Z"), "2026-06-20T10:00Z", true);
    }
}
