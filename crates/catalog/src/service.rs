use crate::{Content, Distribution, Published, Text, properties};
use anslag_core::{AuthorityTable, CatalogueNode, Format, Iri, Publication};
use anslag_vocab::{Describe, dcat, dcterms};
use oxrdf::Triple;

/// A service that gives current data.
struct Service {
    key: &'static str,
    title: Text,
    description: Text,
    endpoint: Iri,
    endpoint_description: Iri,
    file_type: &'static str,
    media_type: &'static str,
    specification: Iri,
    /// Marks a service that has no file, and so a distribution of its own.
    is_distribution: bool,
}

/// Returns the services of a publication: one for each format of feeds, and the configured ones.
fn services(publication: &Publication, published: &Published) -> Vec<Service> {
    let is_feed_of_all = |own: &&Distribution| own.content == Content::Feed { publisher: None };
    let feeds = published.distributions.iter().filter(is_feed_of_all).map(|own| feed(publication, published, own));
    feeds.chain(configured(publication)).collect()
}

fn feed(publication: &Publication, published: &Published, distribution: &Distribution) -> Service {
    let format = distribution.format;
    let form = format.spec().label;
    let list = published.feed_list.as_ref().map(|path| publication.file(path));
    Service {
        key: format.spec().extension,
        title: Text::new(format!("Flöden i formen {form}"), format!("Feeds in the form {form}")),
        description: Text::new(
            format!("De senast ändrade tillkännagivandena, att prenumerera på i formen {form}."),
            format!("The announcements that were last changed, to subscribe to in the form {form}."),
        ),
        endpoint: publication.file(&distribution.path),
        endpoint_description: list.unwrap_or_else(|| format.spec().specification()),
        file_type: format.spec().file_type,
        media_type: format.spec().media_type,
        specification: format.spec().specification(),
        is_distribution: false,
    }
}

fn configured(publication: &Publication) -> impl Iterator<Item = Service> {
    let settings = &publication.catalogue;
    let sparql = settings.sparql.as_ref().map(|endpoint| Service {
        key: "sparql",
        title: Text::new("SPARQL-tjänst", "SPARQL endpoint"),
        description: Text::new(
            "Alla tillkännagivanden som länkade data, att ställa frågor till med SPARQL 1.1.",
            "All announcements as linked data, to be queried with SPARQL 1.1.",
        ),
        endpoint: endpoint.clone(),
        // An endpoint returns its own description to a request without a query (SPARQL 1.1 Service Description, section 2).
        endpoint_description: endpoint.clone(),
        file_type: "SPARQLQ",
        media_type: "application/sparql-query",
        specification: known("https://www.w3.org/TR/sparql11-protocol/"),
        is_distribution: true,
    });
    let stream = settings.event_stream.as_ref().map(|endpoint| Service {
        key: "event-stream",
        title: Text::new("Händelseström", "Event stream"),
        description: Text::new(
            "Varje ändring av tillkännagivandena i ordning, att följa som Linked Data Event Stream.",
            "Every change of the announcements in order, to follow as a Linked Data Event Stream.",
        ),
        endpoint: endpoint.clone(),
        endpoint_description: endpoint.clone(),
        file_type: Format::TriG.spec().file_type,
        media_type: Format::TriG.spec().media_type,
        specification: known("https://w3id.org/ldes/specification"),
        is_distribution: true,
    });
    sparql.into_iter().chain(stream)
}

/// Returns the services of the catalogue.
pub(crate) fn all(publication: &Publication, published: &Published) -> Vec<Iri> {
    let keys = services(publication, published).into_iter().map(|service| service.key);
    keys.map(|key| publication.catalogue_node(CatalogueNode::Service(key))).collect()
}

/// Returns the distributions of services that are not files.
pub(crate) fn distributions(publication: &Publication) -> impl Iterator<Item = Iri> {
    let keys = configured(publication).map(|service| service.key);
    keys.map(|key| publication.catalogue_node(CatalogueNode::Distribution(key)))
}

/// Returns the key of the service that serves a file; `None` unless it is a feed.
pub(crate) fn key_of(distribution: &Distribution) -> Option<&'static str> {
    match distribution.content {
        Content::Feed { .. } => Some(distribution.format.spec().extension),
        Content::Everything | Content::Table { .. } | Content::Workbook | Content::Calendar => None,
    }
}

/// Describes the services, and the distributions of those that do not serve a file.
pub(crate) fn describe(publication: &Publication, published: &Published, triples: &mut Vec<Triple>) {
    let node = |node| publication.catalogue_node(node);
    for service in services(publication, published) {
        let access_rights = AuthorityTable::AccessRight.concept(publication.catalogue.access_rights.key());
        let mut about = Describe::new(triples, &node(CatalogueNode::Service(service.key)));
        about
            .types(&[dcat::DATA_SERVICE])
            .texts(dcterms::TITLE, service.title.by_language())
            .texts(dcterms::DESCRIPTION, service.description.by_language())
            .links(dcat::ENDPOINT_URL, [&service.endpoint])
            .links(dcat::ENDPOINT_DESCRIPTION, [&service.endpoint_description]);
        properties::describe_format(&mut about, publication, service.file_type, service.media_type);
        about
            .links(dcterms::CONFORMS_TO, [&service.specification])
            .links(dcterms::PUBLISHER, [publication.organization(&publication.publisher)])
            .links(dcat::CONTACT_POINT, [node(CatalogueNode::Contact)]);
        properties::describe_subject(&mut about, publication);
        about
            .links(dcterms::LICENSE, [publication.licence.iri()])
            .links(dcterms::ACCESS_RIGHTS, [access_rights])
            .links(dcat::SERVES_DATASET, [node(CatalogueNode::Dataset)]);
        if service.is_distribution {
            let mut about = Describe::new(triples, &node(CatalogueNode::Distribution(service.key)));
            about
                .types(&[dcat::DISTRIBUTION_CLASS])
                .texts(dcterms::TITLE, service.title.by_language())
                .texts(dcterms::DESCRIPTION, service.description.by_language())
                .links(dcat::ACCESS_URL, [&service.endpoint]);
            properties::describe_format(&mut about, publication, service.file_type, service.media_type);
            about.links(dcterms::CONFORMS_TO, [&service.specification]);
            properties::describe_terms(&mut about, publication);
            about.links(dcat::ACCESS_SERVICE, [node(CatalogueNode::Service(service.key))]);
        }
    }
}

fn known(address: &str) -> Iri {
    Iri::new(address).expect("the addresses of specifications are valid")
}
