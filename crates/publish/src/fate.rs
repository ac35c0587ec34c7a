use anslag_core::{Announcement, Duration, Publication, Status};
use anslag_source::IndexEntry;
use jiff::civil::Date;

/// State of an announcement on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Fate {
    Draft,
    Withdrawn,
    Expired,
    HeldBack,
    Published,
}

/// The days on which the state of an announcement changes, in the time zone of the publication.
///
/// An announcement is published from its day on. It is gone from the day on which it expires or is withdrawn.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Days {
    is_draft: bool,
    published: Date,
    expires: Option<Date>,
    withdrawn: Option<Date>,
    /// The day from which on its data on people are not published.
    stripped: Option<Date>,
}

impl Days {
    /// Returns the days of an entry of the index. `strip_after` is how long data on people are published.
    pub(crate) fn of_entry(entry: &IndexEntry, strip_after: Option<&Duration>) -> Self {
        Self {
            is_draft: entry.is_draft,
            published: entry.published_date,
            expires: entry.expires,
            withdrawn: entry.withdrawn,
            stripped: strip_after.and_then(|time| time.after(entry.published_date)),
        }
    }

    /// Returns the days of an announcement.
    pub(crate) fn of(announcement: &Announcement, publication: &Publication) -> Self {
        let zone = &publication.zone;
        let published = announcement.published.date(zone);
        Self {
            is_draft: announcement.status == Status::Draft,
            published,
            expires: announcement.expires.as_ref().map(|expires| expires.date(zone)),
            withdrawn: announcement.status.withdrawn().map(|withdrawn| withdrawn.date(zone)),
            stripped: publication.strip_personal_data_after.as_ref().and_then(|time| time.after(published)),
        }
    }

    /// Returns the state on a day.
    pub(crate) fn fate(&self, day: Date) -> Fate {
        let is_past = |past: Option<Date>| past.is_some_and(|past| past <= day);
        if self.is_draft {
            Fate::Draft
        } else if is_past(self.withdrawn) {
            Fate::Withdrawn
        } else if is_past(self.expires) {
            Fate::Expired
        } else if self.published > day {
            Fate::HeldBack
        } else {
            Fate::Published
        }
    }

    /// Returns whether it is published without its data on people on a day.
    pub(crate) fn is_stripped(&self, day: Date) -> bool {
        self.stripped.is_some_and(|stripped| stripped <= day)
    }

    /// Returns the day since which it is gone; `None` if it is not gone on `day`.
    pub(crate) fn gone(&self, day: Date) -> Option<Date> {
        match self.fate(day) {
            Fate::Withdrawn => self.withdrawn,
            Fate::Expired => self.expires,
            Fate::Draft | Fate::HeldBack | Fate::Published => None,
        }
    }

    /// Returns the next day after `day` on which the state changes; `None` if there is none.
    pub(crate) fn next(&self, day: Date) -> Option<Date> {
        match self.fate(day) {
            Fate::HeldBack => Some(self.published),
            Fate::Published => {
                let days = [self.expires, self.withdrawn, self.stripped].into_iter().flatten();
                days.filter(|next| *next > day).min()
            }
            Fate::Draft | Fate::Withdrawn | Fate::Expired => None,
        }
    }
}
