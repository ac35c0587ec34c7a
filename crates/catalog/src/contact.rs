use anslag_core::{CatalogueNode, ContactKind, Publication};
use anslag_vocab::{Describe, vcard};
use oxrdf::Triple;

/// Describes the contact for questions about the data.
pub(crate) fn describe(publication: &Publication, triples: &mut Vec<Triple>) {
    let contact = &publication.contact;
    let node = |node| publication.catalogue_node(node);
    let telephone = contact.phone.as_ref().map(|_| node(CatalogueNode::ContactTelephone));
    let address = contact.address.as_ref().map(|_| node(CatalogueNode::ContactAddress));
    let kind = match contact.kind {
        ContactKind::Organization => vcard::ORGANIZATION,
        ContactKind::Individual => vcard::INDIVIDUAL,
    };
    Describe::new(triples, &node(CatalogueNode::Contact))
        .types(&[vcard::KIND, kind])
        .text(vcard::FN, contact.name.as_str(), &publication.language)
        .links(vcard::HAS_EMAIL, [contact.email.iri()])
        .links(vcard::HAS_TELEPHONE, &telephone)
        .links(vcard::HAS_ADDRESS, &address);
    if let (Some(phone), Some(telephone)) = (&contact.phone, &telephone) {
        Describe::new(triples, telephone).types(&[vcard::VOICE]).links(vcard::HAS_VALUE, [phone.iri()]);
    }
    if let (Some(own), Some(address)) = (&contact.address, &address) {
        let mut about = Describe::new(triples, address);
        about
            .types(&[vcard::ADDRESS])
            .string(vcard::STREET_ADDRESS, own.street.as_str())
            .string(vcard::POSTAL_CODE, own.postal_code.as_str())
            .string(vcard::LOCALITY, own.locality.as_str());
        if let Some(name) = publication.country.names().filter(|name| !name.sv.is_empty()) {
            let name = if publication.language.primary() == "sv" { name.sv } else { name.en };
            about.string(vcard::COUNTRY_NAME, name);
        }
    }
}
