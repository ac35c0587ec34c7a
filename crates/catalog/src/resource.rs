use crate::{Coverage, properties, text::Texts};
use anslag_core::{AuthorityTable, CatalogueNode, Iri, Organization, Publication};
use anslag_vocab::{Describe, Term, dcat, dcterms};
use oxrdf::Triple;
use std::borrow::Cow;
use uuid::Uuid;

/// Facts that datasets and series of datasets have in common.
pub(crate) struct Resource<'a> {
    pub(crate) iri: Iri,
    /// IRI of the time that it covers.
    pub(crate) period: Iri,
    pub(crate) title: Texts<'a>,
    pub(crate) description: Texts<'a>,
    /// Keywords beside those of the publication.
    pub(crate) keywords: Texts<'a>,
    pub(crate) publisher: &'a Organization,
    pub(crate) coverage: Cow<'a, Coverage>,
}

impl Resource<'_> {
    /// Describes the period, then the resource; returns the description of the resource for what else is known of it.
    pub(crate) fn describe<'t>(
        &self,
        class: Term,
        publication: &Publication,
        triples: &'t mut Vec<Triple>,
    ) -> Describe<'t> {
        let settings = &publication.catalogue;
        let period = self.coverage.first.map(|first| {
            // No end: announcements are still added.
            Describe::new(triples, &self.period).types(&[dcterms::PERIOD_OF_TIME]).dates(dcat::START_DATE, [first]);
            &self.period
        });
        let mut about = Describe::new(triples, &self.iri);
        about
            .types(&[class])
            .texts(dcterms::TITLE, self.title.iter().map(|(tag, own)| (tag, own)))
            .texts(dcterms::DESCRIPTION, self.description.iter().map(|(tag, own)| (tag, own)))
            .string(dcterms::IDENTIFIER, &identifier(&self.iri))
            .links(dcterms::PUBLISHER, [publication.organization(self.publisher)])
            .links(dcat::CONTACT_POINT, [publication.catalogue_node(CatalogueNode::Contact)]);
        properties::describe_subject(&mut about, publication, &self.keywords);
        about.links(dcterms::SPATIAL, &settings.spatial).links(dcterms::TEMPORAL, period);
        properties::describe_dates(&mut about, publication, self.coverage.modified);
        about
            .links(dcterms::ACCRUAL_PERIODICITY, [AuthorityTable::Frequency.concept(settings.frequency.code())])
            .links(dcterms::CONFORMS_TO, [publication.shapes()]);
        about
    }
}

/// Returns the identifier of a dataset for portals: the UUID of version 5 of its IRI (RFC 9562, section 5.5).
fn identifier(iri: &Iri) -> String {
    Uuid::new_v5(&Uuid::NAMESPACE_URL, iri.as_str().as_bytes()).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_that_of_python() {
        // Python: uuid.uuid5(uuid.NAMESPACE_URL, "https://data.exempel.example/catalogue/dataset")
        let iri = Iri::new("https://data.exempel.example/catalogue/dataset").unwrap();
        assert_eq!(identifier(&iri), "0fce1afa-b39a-5f61-b004-eac50ca39d9b");
    }
}
