use crate::{Moment, Text};
use serde::Serialize;

/// Whether an announcement may be published.
///
/// It is serialised as the keys `draft`, or `withdrawn` and `withdrawal_reason`; what is published has none of them.
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

/// The end of an announcement that should not have been, or should no longer be, published.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Withdrawal {
    /// From when on it is gone.
    pub date: Moment,
    /// Why.
    pub reason: Option<Text>,
}

impl Status {
    /// Whether there is nothing to say: it is published on its day.
    #[must_use]
    pub fn is_published(&self) -> bool {
        *self == Self::Published
    }

    /// From when on it is gone, where it is withdrawn.
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
