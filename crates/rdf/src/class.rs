use anslag_core::{AnnouncementType, Contact, ContactKind};
use anslag_vocab::{Term, schema, vcard};

/// Returns the class of schema.org that is nearest to a type of announcement. It has none for public notices.
pub(crate) const fn of_type(kind: AnnouncementType) -> Term {
    match kind {
        AnnouncementType::News | AnnouncementType::PressRelease => schema::NEWS_ARTICLE,
        AnnouncementType::Disruption | AnnouncementType::Alert => schema::SPECIAL_ANNOUNCEMENT,
        AnnouncementType::Notice
        | AnnouncementType::Consultation
        | AnnouncementType::Event
        | AnnouncementType::Offer
        | AnnouncementType::Job => schema::ARTICLE,
    }
}

/// Returns whether an announcement of a type is an article, which alone has an article body.
pub(crate) fn is_article(kind: AnnouncementType) -> bool {
    of_type(kind) != schema::SPECIAL_ANNOUNCEMENT
}

/// Returns the class of vCard; the most general one if it is not known whether a person answers.
pub(crate) fn of_contact(contact: &Contact) -> Term {
    match contact.kind() {
        Some(ContactKind::Individual) => vcard::INDIVIDUAL,
        Some(ContactKind::Organization) => vcard::ORGANIZATION,
        None => vcard::KIND,
    }
}
