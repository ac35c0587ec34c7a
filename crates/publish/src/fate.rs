use crate::due::Change;
use anslag_core::{Announcement, AsOf, Duration, Moment, Publication, Status, Zone};
use anslag_source::IndexEntry;
use jiff::{Timestamp, civil::Date};

/// State of an announcement at an instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Draft,
    Withdrawn,
    Expired,
    HeldBack,
    Published,
}

/// Reason for which an announcement is not published yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unpublished {
    /// It is a draft.
    Draft,
    /// It is held back until then.
    Until(Moment),
}

/// Returns why the announcement of an entry is not published yet; `None` if it is, or was.
#[must_use]
pub fn unpublished(entry: &IndexEntry, publication: &Publication, as_of: AsOf) -> Option<Unpublished> {
    let zone = &publication.zone;
    let times = Times::of_entry(entry, None, zone);
    match times.fate(as_of.instant(zone)) {
        Fate::Draft => Some(Unpublished::Draft),
        Fate::HeldBack if times.published == entry.published_at => Some(Unpublished::Until(entry.published)),
        Fate::HeldBack => Some(Unpublished::Until(Moment::at(times.published, zone))),
        Fate::Withdrawn | Fate::Expired | Fate::Published => None,
    }
}

/// Times at which the published form of an announcement changes by itself.
///
/// An announcement is published from its instant on. It is gone from the instant at which it expires or is withdrawn.
/// A day stands for its beginning in the time zone of the publication.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Times {
    is_draft: bool,
    published: Timestamp,
    /// Time of its last change, which is not mentioned before.
    updated: Timestamp,
    expires: Option<(Moment, Timestamp)>,
    /// `true` if it expires since its notice may be taken down.
    comes_down: bool,
    withdrawn: Option<(Moment, Timestamp)>,
    /// Beginning of the day from which on its data on people are not published.
    stripped: Option<Timestamp>,
}

impl Times {
    /// Returns the times of an entry of the index. `strip_after` is how long data on people are published.
    pub(crate) fn of_entry(entry: &IndexEntry, strip_after: Option<&Duration>, zone: &Zone) -> Self {
        let with_instant = |moment: Moment| (moment, moment.instant(zone));
        // What is only on a notice board is there from the day on which it is posted.
        let posting = entry.posting.filter(|_| entry.is_board_only);
        let begins = posting.and_then(|posting| beginning(posting.days.first, zone));
        Self {
            is_draft: entry.is_draft,
            published: begins.map_or(entry.published_at, |begins| begins.max(entry.published_at)),
            updated: entry.updated_at,
            expires: entry.expires.map(with_instant),
            comes_down: entry.comes_down,
            withdrawn: entry.withdrawn.map(with_instant),
            stripped: strip_after.and_then(|time| beginning(time.after(entry.published_date)?, zone)),
        }
    }

    /// Returns the times of an announcement.
    pub(crate) fn of(announcement: &Announcement, publication: &Publication) -> Self {
        let zone = &publication.zone;
        let with_instant = |moment: Moment| (moment, moment.instant(zone));
        let published = announcement.published.date(zone);
        let expires = announcement.expiry(publication.archive_notices, zone);
        let stripped = publication.strip_personal_data_after.as_ref();
        Self {
            is_draft: announcement.status == Status::Draft,
            published: announcement.published.instant(zone),
            updated: announcement.updated().instant(zone),
            expires: expires.map(with_instant),
            comes_down: expires != announcement.expires,
            withdrawn: announcement.status.withdrawn().map(with_instant),
            stripped: stripped.and_then(|time| beginning(time.after(published)?, zone)),
        }
    }

    /// Returns the state at an instant.
    pub(crate) fn fate(&self, as_of: Timestamp) -> Fate {
        let is_past = |end: Option<(Moment, Timestamp)>| end.is_some_and(|(_, instant)| instant <= as_of);
        if self.is_draft {
            Fate::Draft
        } else if is_past(self.withdrawn) {
            Fate::Withdrawn
        } else if is_past(self.expires) {
            Fate::Expired
        } else if self.published > as_of {
            Fate::HeldBack
        } else {
            Fate::Published
        }
    }

    /// Returns whether it has been published until an instant, unless it is a draft.
    pub(crate) fn has_begun(&self, as_of: Timestamp) -> bool {
        !self.is_draft && self.published <= as_of
    }

    /// Returns whether it is published without its data on people at an instant.
    pub(crate) fn is_stripped(&self, as_of: Timestamp) -> bool {
        self.stripped.is_some_and(|stripped| stripped <= as_of)
    }

    /// Returns whether its last change is later than an instant.
    pub(crate) fn changes_later(&self, as_of: Timestamp) -> bool {
        self.updated > as_of
    }

    /// Returns the moment since which it is gone; `None` if it is not gone at `as_of`.
    pub(crate) fn gone(&self, as_of: Timestamp) -> Option<Moment> {
        let end = match self.fate(as_of) {
            Fate::Withdrawn => self.withdrawn,
            Fate::Expired => self.expires,
            Fate::Draft | Fate::HeldBack | Fate::Published => None,
        };
        end.map(|(moment, _)| moment)
    }

    /// Returns the next instant after `as_of` at which its published form changes, and the change; `None` if there is none.
    pub(crate) fn next(&self, as_of: Timestamp) -> Option<(Timestamp, Change)> {
        match self.fate(as_of) {
            Fate::HeldBack => Some((self.published, Change::Published)),
            Fate::Published => {
                let expiry = if self.comes_down { Change::ComesDown } else { Change::Expires };
                // Of several changes at one instant, the first is told: what is gone is not stripped or updated.
                let changes = [
                    (self.withdrawn.map(|(_, instant)| instant), Change::Withdrawn),
                    (self.expires.map(|(_, instant)| instant), expiry),
                    (self.stripped, Change::Stripped),
                    (Some(self.updated), Change::Updated),
                ];
                let changes = changes.into_iter().filter_map(|(instant, change)| Some((instant?, change)));
                changes.filter(|(instant, _)| *instant > as_of).min_by_key(|(instant, _)| *instant)
            }
            Fate::Draft | Fate::Withdrawn | Fate::Expired => None,
        }
    }
}

/// Returns the beginning of a day; `None` after the year 9998.
fn beginning(day: Date, zone: &Zone) -> Option<Timestamp> {
    Some(Moment::day(day).ok()?.instant(zone))
}
