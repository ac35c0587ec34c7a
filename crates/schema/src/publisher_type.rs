use anslag_core::OrganizationKind;
use anslag_vocab::{Term, publisher_type};

/// Returns the publisher type of ADMS; `None` for organisations that only publish announcements, not a catalogue.
#[must_use]
pub const fn publisher_type_of(kind: OrganizationKind) -> Option<Term> {
    match kind {
        OrganizationKind::Municipality => Some(publisher_type::LOCAL_AUTHORITY),
        OrganizationKind::Authority => Some(publisher_type::NATIONAL_AUTHORITY),
        OrganizationKind::Company => Some(publisher_type::COMPANY),
        OrganizationKind::Association => Some(publisher_type::NON_PROFIT_ORGANISATION),
        OrganizationKind::Other => None,
    }
}
