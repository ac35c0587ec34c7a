use crate::{Published, dataset};
use anslag_core::{Organization, OrganizationKind, Publication};
use anslag_vocab::{Describe, Term, dcterms, foaf, publisher_type};
use oxrdf::Triple;

/// Describes the publisher of the publication, and the other publishers of announcements.
pub(crate) fn describe(publication: &Publication, published: &Published, triples: &mut Vec<Triple>) {
    describe_one(publication, &publication.publisher, triples);
    for dataset in dataset::of_publishers(publication, published) {
        let publisher = dataset.resource.publisher;
        if publisher.key != publication.publisher.key {
            describe_one(publication, publisher, triples);
        }
    }
}

fn describe_one(publication: &Publication, agent: &Organization, triples: &mut Vec<Triple>) {
    let mut about = Describe::new(triples, &publication.organization(agent));
    about.types(&[foaf::AGENT, foaf::ORGANIZATION]).texts(foaf::NAME, agent.name.iter());
    about.links(dcterms::TYPE, publisher_kind(agent.kind));
    if let Some(number) = &agent.number {
        about.string(dcterms::IDENTIFIER, number.as_str());
    }
    about.links(foaf::HOMEPAGE, &agent.homepage);
}

/// Returns the publisher type of ADMS; `None` for organisations that only publish announcements, not a catalogue.
const fn publisher_kind(kind: OrganizationKind) -> Option<Term> {
    match kind {
        OrganizationKind::Municipality => Some(publisher_type::LOCAL_AUTHORITY),
        OrganizationKind::Authority => Some(publisher_type::NATIONAL_AUTHORITY),
        OrganizationKind::Company => Some(publisher_type::COMPANY),
        OrganizationKind::Association => Some(publisher_type::NON_PROFIT_ORGANISATION),
        OrganizationKind::Other => None,
    }
}
