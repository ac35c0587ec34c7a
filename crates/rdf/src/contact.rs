use anslag_core::{Announcement, Node, Publication};
use anslag_vocab::{Describe, schema, vcard};
use oxrdf::Triple;

/// Describes whom to ask about an announcement.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let (id, language) = (&announcement.id, &announcement.language);
    for (contact, number) in announcement.contacts.iter().zip(1..) {
        let address = contact.visiting_address.as_ref().map(|_| publication.node(id, Node::ContactAddress(number)));
        let mut about = Describe::new(triples, &publication.node(id, Node::Contact(number)));
        about
            .types(&[schema::CONTACT_POINT, vcard::INDIVIDUAL])
            .string(schema::NAME, contact.name.as_str())
            .string(vcard::FN, contact.name.as_str());
        if let Some(role) = &contact.role {
            about.text(schema::CONTACT_TYPE, role.as_str(), language).text(vcard::ROLE, role.as_str(), language);
        }
        if let Some(phone) = &contact.phone {
            about.string(schema::TELEPHONE, phone.as_str()).links(vcard::HAS_TELEPHONE, [phone.iri()]);
        }
        if let Some(email) = &contact.email {
            about.string(schema::EMAIL, email.as_str()).links(vcard::HAS_EMAIL, [email.iri()]);
        }
        about.links(vcard::HAS_ADDRESS, &address);
        if let (Some(street), Some(address)) = (&contact.visiting_address, &address) {
            Describe::new(triples, address).types(&[vcard::ADDRESS]).string(vcard::STREET_ADDRESS, street.as_str());
        }
    }
}
