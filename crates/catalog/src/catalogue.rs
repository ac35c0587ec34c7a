use crate::{Published, agent, contact, dataset, distribution, reference, service};
use anslag_core::{AuthorityTable, CatalogueNode, LanguageTag, Licence, Publication};
use anslag_vocab::{Describe, dcat, dcterms, foaf};
use oxrdf::Triple;

/// Describes a publication as a catalogue (DCAT-AP-SE 3.0.1, DCAT-AP 3.0.1): the catalogue, its datasets, a distribution
/// for each file, a data service for each form of feed and for each service that is configured, who publishes, whom to
/// ask, and what the profiles want to be said of codes, licences and standards.
#[must_use]
pub fn catalogue(publication: &Publication, published: &Published) -> Vec<Triple> {
    let mut triples = Vec::new();
    describe_itself(publication, published, &mut triples);
    dataset::describe(publication, published, &mut triples);
    for own in distribution::listed(publication, published) {
        distribution::describe(publication, published, own, &mut triples);
    }
    service::describe(publication, published, &mut triples);
    agent::describe(publication, published, &mut triples);
    contact::describe(publication, &mut triples);
    reference::describe(&mut triples);
    triples
}

fn describe_itself(publication: &Publication, published: &Published, triples: &mut Vec<Triple>) {
    let settings = &publication.catalogue;
    let languages = [&publication.language].into_iter().chain(&publication.other_languages);
    let homepage = settings.homepage.as_ref().unwrap_or(publication.base.iri());

    let mut about = Describe::new(triples, &publication.catalogue_node(CatalogueNode::Catalogue));
    about.types(&[dcat::CATALOG]);
    match &settings.title {
        Some(title) => {
            about.texts(dcterms::TITLE, title.iter());
        }
        // Portals skip what has the title of something else.
        None => {
            for (language, title) in publication.title.iter() {
                let own = catalogue_in(language).map_or_else(|| title.to_string(), |word| format!("{word}: {title}"));
                about.text(dcterms::TITLE, &own, language);
            }
        }
    }
    about
        .texts(dcterms::DESCRIPTION, publication.description.iter())
        .links(dcterms::PUBLISHER, [publication.organization(&publication.publisher)])
        .links(dcterms::LICENSE, [Licence::Zero.iri()])
        .links(dcterms::LANGUAGE, dataset::languages(languages))
        .dates(dcterms::ISSUED, settings.issued)
        .dates(dcterms::MODIFIED, published.extent.all.modified)
        .links(foaf::HOMEPAGE, [homepage])
        .links(dcterms::SPATIAL, &settings.spatial)
        .links(dcat::THEME_TAXONOMY, [AuthorityTable::DataTheme.iri()])
        .links(dcat::DATASET, dataset::all(publication, published))
        .links(dcat::SERVICE, service::all(publication, published));
}

/// The word for a catalogue of data, in the languages that we know it in.
fn catalogue_in(language: &LanguageTag) -> Option<&'static str> {
    match language.primary() {
        "sv" => Some("Datakatalog"),
        "en" => Some("Data catalogue"),
        "et" => Some("Andmekataloog"),
        "lv" => Some("Datu katalogs"),
        _ => None,
    }
}
