use crate::{Announcement, AnnouncementType};
use anslag_wording::wording;
use thiserror::Error;

wording! {
    /// Disagreement of the type of an announcement and its parts.
    #[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
    pub enum Mismatch {
        /// A type whose facts are missing.
        MissingPart {
            /// Key of the part.
            part: &'static str,
        }
            en("an announcement of this type has `{part}`, which says the facts")
            sv("ett tillkännagivande av den här typen har `{part}`, som anger fakta"),
        /// Facts of another type.
        OtherType {
            /// Key of the part.
            part: &'static str,
            /// Type that has such a part.
            meant: AnnouncementType,
        }
            en("an announcement with `{part}` is of another type")
            sv("ett tillkännagivande med `{part}` är av en annan typ"),
    }
}

impl Announcement {
    /// Returns how its type and its parts disagree.
    ///
    /// An announcement that has the part of its type may have others too: a notice can ask for comments.
    #[must_use]
    pub fn mismatch(&self) -> Option<Mismatch> {
        use AnnouncementType as Type;
        let parts = [
            (Type::Notice, "notice", self.notice.is_some()),
            (Type::Disruption, "disruption", self.disruption.is_some()),
            (Type::Consultation, "consultation", self.consultation.is_some()),
            (Type::Alert, "alert", self.alert.is_some()),
            (Type::Job, "job", self.job.is_some()),
            (Type::Offer, "offers", !self.offers.is_empty()),
            (Type::Event, "events", !self.events.is_empty()),
        ];
        let own = parts.iter().find(|(kind, ..)| *kind == self.kind);
        if own.is_some_and(|(.., has)| *has) {
            return None;
        }
        // Any announcement can tell of events, and offer something.
        let other = parts.iter().find(|(kind, _, has)| *has && !matches!(kind, Type::Event | Type::Offer));
        match (other, own) {
            (Some((meant, part, _)), _) => Some(Mismatch::OtherType { part, meant: *meant }),
            (None, Some((_, part, _))) => Some(Mismatch::MissingPart { part }),
            (None, None) => None,
        }
    }
}
