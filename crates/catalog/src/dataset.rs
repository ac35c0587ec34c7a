use crate::{Coverage, Published, properties, service};
use anslag_core::{AuthorityTable, CatalogueNode, Iri, Organization, OrganizationKind, Publication};
use anslag_vocab::{Describe, dcat, dcterms};
use oxrdf::Triple;
use std::sync::Arc;
use uuid::Uuid;

/// Returns the datasets of the catalogue: that of all announcements, and those of single publishers.
pub(crate) fn all(publication: &Publication, published: &Published) -> Vec<Iri> {
    let own = publishers(publication, published).into_iter().map(|publisher| CatalogueNode::DatasetOf(&publisher.key));
    [CatalogueNode::Dataset].into_iter().chain(own).map(|node| publication.catalogue_node(node)).collect()
}

/// Returns the publishers that have a dataset of their own, if the announcements have several publishers.
///
/// They need a number, by which portals identify them, a type, by which portals sort them, and a file.
pub(crate) fn publishers<'p>(publication: &'p Publication, published: &Published) -> Vec<&'p Arc<Organization>> {
    let keys = &published.extent.publishers;
    if keys.len() < 2 {
        return Vec::new();
    }
    let is_known = |own: &&Arc<Organization>| own.number.is_some() && own.kind != OrganizationKind::Other;
    let has_file =
        |own: &&Arc<Organization>| published.distributions.iter().any(|file| file.publisher() == Some(&own.key));
    keys.keys().filter_map(|key| publication.register.organization(key)).filter(is_known).filter(has_file).collect()
}

/// Describes the datasets, the periods that they cover, and the series of those of single publishers.
pub(crate) fn describe(publication: &Publication, published: &Published, triples: &mut Vec<Triple>) {
    let everything = Scope {
        iri: publication.catalogue_node(CatalogueNode::Dataset),
        period: publication.catalogue_node(CatalogueNode::Period),
        publisher: None,
        coverage: &published.extent.all,
    };
    everything.describe(publication, published, triples);
    let publishers = publishers(publication, published);
    for publisher in &publishers {
        let own = Scope {
            iri: publication.catalogue_node(CatalogueNode::DatasetOf(&publisher.key)),
            period: publication.catalogue_node(CatalogueNode::PeriodOf(&publisher.key)),
            publisher: Some(publisher),
            coverage: &published.extent.publishers[&publisher.key],
        };
        own.describe(publication, published, triples);
    }
    if !publishers.is_empty() {
        describe_series(publication, published, triples);
    }
}

/// Content of a dataset: the announcements of all publishers, or of one.
struct Scope<'a> {
    iri: Iri,
    period: Iri,
    publisher: Option<&'a Organization>,
    coverage: &'a Coverage,
}

impl Scope<'_> {
    fn describe(&self, publication: &Publication, published: &Published, triples: &mut Vec<Triple>) {
        let settings = &publication.catalogue;
        let node = |node| publication.catalogue_node(node);
        let landing_page = settings.landing_page.as_ref().unwrap_or(publication.base.iri());
        let own = |key: Option<&_>| key == self.publisher.map(|publisher| &publisher.key);
        let distributions = published.distributions.iter().filter(|distribution| own(distribution.publisher()));
        let keys = distributions.map(|distribution| distribution.key.as_str());
        let mut distributions: Vec<_> = keys.map(|key| node(CatalogueNode::Distribution(key))).collect();
        if self.publisher.is_none() {
            distributions.extend(service::distributions(publication));
        }
        let has_period = self.coverage.first.is_some();

        let mut about = Describe::new(triples, &self.iri);
        about.types(&[dcat::DATASET_CLASS]);
        for (language, title) in publication.title.iter() {
            match self.publisher {
                None => about.text(dcterms::TITLE, title.as_str(), language),
                Some(publisher) => {
                    let name = publisher.name.get(language, &publication.language).1;
                    about.text(dcterms::TITLE, &format!("{title}: {name}"), language)
                }
            };
        }
        about
            .texts(dcterms::DESCRIPTION, publication.description.iter())
            .string(dcterms::IDENTIFIER, &identifier(&self.iri))
            .links(dcterms::PUBLISHER, [publication.organization(self.publisher.unwrap_or(&publication.publisher))])
            .links(dcat::CONTACT_POINT, [node(CatalogueNode::Contact)]);
        properties::describe_subject(&mut about, publication);
        about
            .links(dcterms::LANGUAGE, properties::language_codes(&self.coverage.languages))
            .links(dcterms::SPATIAL, &settings.spatial)
            .links(dcterms::TEMPORAL, has_period.then_some(&self.period))
            .dates(dcterms::ISSUED, settings.issued)
            .dates(dcterms::MODIFIED, self.coverage.modified)
            .links(dcterms::ACCRUAL_PERIODICITY, [AuthorityTable::Frequency.concept(settings.frequency.code())])
            .links(dcterms::ACCESS_RIGHTS, [AuthorityTable::AccessRight.concept(settings.access_rights.key())])
            .links(dcterms::CONFORMS_TO, [publication.shapes()])
            .links(dcterms::CONFORMS_TO, &settings.conforms_to)
            .links(dcat::LANDING_PAGE, [landing_page])
            .links(dcat::IN_SERIES, self.publisher.map(|_| node(CatalogueNode::Series)))
            .links(dcat::DISTRIBUTION, distributions);
        if has_period {
            Describe::new(triples, &self.period)
                .types(&[dcterms::PERIOD_OF_TIME])
                .dates(dcat::START_DATE, self.coverage.first)
                .dates(dcat::END_DATE, self.coverage.last);
        }
    }
}

fn describe_series(publication: &Publication, published: &Published, triples: &mut Vec<Triple>) {
    let settings = &publication.catalogue;
    let iri = publication.catalogue_node(CatalogueNode::Series);
    let mut about = Describe::new(triples, &iri);
    about.types(&[dcat::DATASET_SERIES]);
    for (language, title) in publication.title.iter() {
        let by_publisher = if language.primary() == "sv" { "per utgivare" } else { "by publisher" };
        about.text(dcterms::TITLE, &format!("{title} ({by_publisher})"), language);
    }
    about
        .texts(dcterms::DESCRIPTION, publication.description.iter())
        .string(dcterms::IDENTIFIER, &identifier(&iri))
        .links(dcterms::PUBLISHER, [publication.organization(&publication.publisher)])
        .links(dcat::CONTACT_POINT, [publication.catalogue_node(CatalogueNode::Contact)]);
    properties::describe_subject(&mut about, publication);
    about
        .links(dcterms::SPATIAL, &settings.spatial)
        .dates(dcterms::ISSUED, settings.issued)
        .dates(dcterms::MODIFIED, published.extent.all.modified)
        .links(dcterms::ACCRUAL_PERIODICITY, [AuthorityTable::Frequency.concept(settings.frequency.code())])
        .links(dcterms::CONFORMS_TO, [publication.shapes()]);
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
