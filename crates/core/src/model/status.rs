use crate::{Moment, Text};
use serde::Serialize;

/// Status of the publication of an announcement.
///
/// It serialises as the keys `draft`, or `withdrawn` and `withdrawal_reason`. What is published has none of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub enum Status {
    /// It is published on its day.
    #[default]
    Published,
    /// It is being written, and is never published.
    Draft,
    /// It was published, and no longer is.
    Withdrawn(Withdrawal),
}

/// Withdrawal of an announcement that is no longer published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Withdrawal {
    /// Time from which on it is withdrawn.
    pub date: Moment,
    /// Reason.
    pub reason: Option<Text>,
}

impl Status {
    /// Returns whether it is published on its day.
    #[must_use]
    pub fn is_published(&self) -> bool {
        *self == Self::Published
    }

    /// Returns the time of its withdrawal; `None` if it is not withdrawn.
    #[must_use]
    pub fn withdrawn(&self) -> Option<Moment> {
        match self {
            Self::Withdrawn(withdrawal) => Some(withdrawal.date),
            Self::Published | Self::Draft => None,
        }
    }
}

impl Serialize for Status {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeMap;
        let mut map = serializer.serialize_map(None)?;
        match self {
            Self::Published => {}
            Self::Draft => map.serialize_entry("draft", &true)?,
            Self::Withdrawn(Withdrawal { date, reason }) => {
                map.serialize_entry("withdrawn", date)?;
                if let Some(reason) = reason {
                    map.serialize_entry("withdrawal_reason", reason)?;
                }
            }
        }
        map.end()
    }
}
