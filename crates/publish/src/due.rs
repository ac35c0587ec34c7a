use anslag_core::Zone;
use jiff::{Timestamp, civil::DateTime};
use serde::{Deserialize, Serialize};

/// Change of a publication that comes with time alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Change {
    /// An announcement is published.
    Published,
    /// The time of an announcement's last change has come.
    Updated,
    /// An announcement expires.
    Expires,
    /// A notice may be taken down, and expires.
    ComesDown,
    /// The withdrawal of an announcement takes effect.
    Withdrawn,
    /// The data on people of an announcement are stripped.
    Stripped,
    /// The feeds of a retired entry of the register end.
    FeedsEnd,
}

/// The next changes of a publication that come with time alone: the reason why the next export is due.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Due<T = Timestamp> {
    /// The time of the changes.
    pub at: T,
    /// The first of the changes.
    pub change: Change,
    /// The id of the announcement that changes, or the key of the retired entry.
    pub subject: String,
    /// The number of further changes at the same time.
    pub more: usize,
}

impl Due {
    /// Returns the earlier of what is known and a change. Changes at the same time are counted.
    pub(crate) fn sooner(known: Option<Self>, at: Timestamp, change: Change, subject: &str) -> Self {
        match known {
            Some(known) if known.at < at => known,
            Some(known) if known.at == at => Self { more: known.more + 1, ..known },
            _ => Self { at, change, subject: subject.to_owned(), more: 0 },
        }
    }

    /// Returns the changes with their time as clocks of a zone show it.
    pub(crate) fn on_clocks_of(self, zone: &Zone) -> Due<DateTime> {
        let Self { at, change, subject, more } = self;
        Due { at: zone.clock_at(at), change, subject, more }
    }
}
