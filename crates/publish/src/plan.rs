use anslag_source::IndexEntry;
use jiff::civil::Date;

/// What of a corpus is published on a day.
#[derive(Clone, Debug)]
pub struct Plan<'a> {
    /// The announcements that are published, oldest first.
    pub published: Vec<&'a IndexEntry>,
    /// How many are being written.
    pub drafts: usize,
    /// How many are published on a later day.
    pub held_back: usize,
    /// How many have expired.
    pub expired: usize,
    /// How many are withdrawn.
    pub withdrawn: usize,
    /// The first later day on which an announcement appears or goes: when the next export is due.
    pub next_due: Option<Date>,
}

impl<'a> Plan<'a> {
    /// Sorts the entries of an index: published until the day and not yet gone on it, or not. An announcement is
    /// published from its day on, and is gone from the day on which it expires or is withdrawn.
    #[must_use]
    pub fn new(index: &'a [IndexEntry], as_of: Date) -> Self {
        let mut plan = Self {
            published: Vec::with_capacity(index.len()),
            drafts: 0,
            held_back: 0,
            expired: 0,
            withdrawn: 0,
            next_due: None,
        };
        for entry in index {
            let is_past = |day: Option<Date>| day.is_some_and(|day| day <= as_of);
            if entry.is_draft {
                plan.drafts += 1;
                continue;
            }
            let due = if is_past(entry.withdrawn) {
                plan.withdrawn += 1;
                None
            } else if is_past(entry.expires) {
                plan.expired += 1;
                None
            } else if entry.published_date > as_of {
                plan.held_back += 1;
                Some(entry.published_date)
            } else {
                plan.published.push(entry);
                entry.expires.into_iter().chain(entry.withdrawn).min()
            };
            plan.next_due = plan.next_due.into_iter().chain(due).min();
        }
        plan
    }

    /// The entries of a current feed: the `size` last changed, the newest first.
    pub(crate) fn newest(&self, size: usize) -> Vec<&'a IndexEntry> {
        let mut newest = self.published.clone();
        newest.sort_unstable_by(|a, b| (b.updated, &b.id).cmp(&(a.updated, &a.id)));
        newest.truncate(size);
        newest
    }
}
