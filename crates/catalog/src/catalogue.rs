use crate::{Published, agent, contact, dataset, distribution, properties, reference, rights, series, service};
use anslag_core::{AuthorityTable, CatalogueNode, Iri, LanguageTag, Licence, Publication};
use anslag_vocab::{Describe, dcat, dcterms, foaf};
use oxrdf::Triple;

/// Describes a publication as a catalogue (DCAT-AP-SE 3.0.1, DCAT-AP 3.0.1).
///
/// The catalogue has datasets, series of them, and a distribution for each format of a dataset. It has a data service for each
/// format of feeds and for each configured service, publishers, and a contact. Codes, licences and standards have the
/// classes that the profiles demand.
#[must_use]
pub fn catalogue(publication: &Publication, published: &Published) -> Vec<Triple> {
    let (datasets, series) = (dataset::all(publication, published), series::all(publication, published));
    let iris: Vec<&Iri> = datasets.iter().map(|dataset| &dataset.resource.iri).collect();
    let iris_of_series = series.iter().map(|series| &series.iri);
    let mut triples = Vec::new();
    describe_catalogue(publication, published, iris.iter().copied().chain(iris_of_series), &mut triples);
    for dataset in &datasets {
        dataset.describe(publication, published, &mut triples);
    }
    series::describe(publication, &series, &mut triples);
    for dataset in &datasets {
        for file in dataset.files(published) {
            distribution::describe(publication, dataset, file, &mut triples);
        }
    }
    service::describe(publication, published, &iris, &mut triples);
    rights::describe(publication, &mut triples);
    agent::describe(publication, published, &mut triples);
    contact::describe(publication, &mut triples);
    reference::describe(&mut triples);
    triples
}

fn describe_catalogue<'a>(
    publication: &Publication,
    published: &Published,
    datasets: impl Iterator<Item = &'a Iri>,
    triples: &mut Vec<Triple>,
) {
    let settings = &publication.catalogue;
    let languages = [&publication.language].into_iter().chain(&publication.other_languages);
    let homepage = settings.homepage.as_ref().unwrap_or(publication.base.iri());

    let mut about = Describe::new(triples, &publication.catalogue_node(CatalogueNode::Catalogue));
    about.types(&[dcat::CATALOG]);
    match &settings.title {
        Some(title) => {
            about.texts(dcterms::TITLE, title.iter());
        }
        // Portals skip a dataset that has the same title as the catalogue.
        None => {
            for (language, title) in publication.title.iter() {
                let own = catalogue_word(language).map_or_else(|| title.to_string(), |word| format!("{word}: {title}"));
                about.text(dcterms::TITLE, &own, language);
            }
        }
    }
    about
        .texts(dcterms::DESCRIPTION, publication.description.iter())
        .links(dcterms::PUBLISHER, [publication.organization(&publication.publisher)])
        .links(dcterms::LICENSE, [Licence::Zero.iri()])
        .links(dcterms::LANGUAGE, properties::language_codes(languages));
    properties::describe_dates(&mut about, publication, published.extent.all.modified);
    about
        .links(foaf::HOMEPAGE, [homepage])
        .links(dcterms::SPATIAL, &settings.spatial)
        .links(dcat::THEME_TAXONOMY, [AuthorityTable::DataTheme.iri()])
        .links(dcat::DATASET, datasets)
        .links(dcat::SERVICE, service::all(publication, published));
}

/// Returns the word for a data catalogue; `None` in a language without one.
fn catalogue_word(language: &LanguageTag) -> Option<&'static str> {
    match language.primary() {
        "sv" => Some("Datakatalog"),
        "en" => Some("Data catalogue"),
        "et" => Some("Andmekataloog"),
        "lv" => Some("Datu katalogs"),
        _ => None,
    }
}
