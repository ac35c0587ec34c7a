use crate::{Content, Distribution, Published, Selection, file_format::FileFormat, properties, text::Text};
use anslag_core::{AuthorityTable, CatalogueNode, Iri, Publication};
use anslag_vocab::{Describe, dcat, dcterms};
use oxrdf::Triple;

/// A service that gives current data.
struct Service {
    key: &'static str,
    title: Text,
    description: Text,
    endpoint: Iri,
    endpoint_description: Iri,
    format: FileFormat,
    /// Marks a service that has no file, and so a distribution of its own.
    is_distribution: bool,
}

/// Returns the services of a publication: one for each format of feeds, and the configured ones.
fn services(publication: &Publication, published: &Published) -> Vec<Service> {
    let is_feed_of_all = |own: &&Distribution| own.content == Content::Feed(Selection::All);
    let feeds = published.distributions.iter().filter(is_feed_of_all).map(|own| feed(publication, published, own));
    feeds.chain(configured(publication)).collect()
}

fn feed(publication: &Publication, published: &Published, distribution: &Distribution) -> Service {
    let format = FileFormat::from(distribution.format);
    let label = format.label;
    let list = published.feed_list.as_ref().map(|path| publication.file(path));
    Service {
        key: distribution.format.spec().extension,
        title: Text::new(format!("Flöden i formatet {label}"), format!("Feeds in the format {label}")),
        description: Text::new(
            format!("De senast ändrade tillkännagivandena, att prenumerera på i formatet {label}."),
            format!("The announcements that were last changed, to subscribe to in the format {label}."),
        ),
        endpoint: publication.file(&distribution.path),
        endpoint_description: list.unwrap_or_else(|| format.specification.clone()),
        format,
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
        format: FileFormat::sparql(),
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
        format: FileFormat::event_stream(),
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
        Content::Feed(_) => Some(distribution.format.spec().extension),
        Content::Everything
        | Content::Table(_)
        | Content::Package
        | Content::Workbook
        | Content::Calendar
        | Content::Places => None,
    }
}

/// Describes the services, and the distributions of those that do not serve a file.
///
/// `datasets` are those of the catalogue, that of all announcements first.
pub(crate) fn describe(publication: &Publication, published: &Published, datasets: &[&Iri], triples: &mut Vec<Triple>) {
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
        properties::describe_format(&mut about, publication, &service.format);
        about
            .links(dcterms::CONFORMS_TO, [&service.format.specification])
            .links(dcterms::PUBLISHER, [publication.organization(&publication.publisher)])
            .links(dcat::CONTACT_POINT, [node(CatalogueNode::Contact)]);
        properties::describe_subject(&mut about, publication, &[]);
        about
            .links(dcterms::LICENSE, [publication.licence.iri()])
            .links(dcterms::ACCESS_RIGHTS, [access_rights])
            .links(dcat::SERVES_DATASET, if service.is_distribution { &datasets[..1] } else { datasets });
        if service.is_distribution {
            let mut about = Describe::new(triples, &node(CatalogueNode::Distribution(service.key)));
            about
                .types(&[dcat::DISTRIBUTION_CLASS])
                .texts(dcterms::TITLE, service.title.by_language())
                .texts(dcterms::DESCRIPTION, service.description.by_language())
                .links(dcat::ACCESS_URL, [&service.endpoint]);
            properties::describe_format(&mut about, publication, &service.format);
            about.links(dcterms::CONFORMS_TO, [&service.format.specification]);
            properties::describe_dates(&mut about, publication, published.extent.all.modified);
            properties::describe_terms(&mut about, publication);
            about.links(dcat::ACCESS_SERVICE, [node(CatalogueNode::Service(service.key))]);
        }
    }
}
