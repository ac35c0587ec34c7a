use crate::{Published, dataset};
use anslag_core::{Organization, Publication};
use anslag_schema::publisher_type_of;
use anslag_vocab::{Describe, dcterms, foaf};
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
    about.links(dcterms::TYPE, publisher_type_of(agent.kind));
    if let Some(number) = &agent.number {
        about.string(dcterms::IDENTIFIER, number.as_str());
    }
    about.links(foaf::HOMEPAGE, &agent.homepage);
}
