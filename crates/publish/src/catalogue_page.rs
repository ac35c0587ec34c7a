use crate::{PublishError, catalogue, export::Export};
use anslag_catalog::{Published, overview};
use anslag_core::AuthorityTable;
use anslag_page::{CATALOGUE, Catalogue, Dataset, DatasetFile, Site};
use std::{borrow::Cow, io::Write};

/// Writes the page of datasets in each language.
pub(crate) fn write_catalogue_page(site: &Site<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    let (publication, staging, extent) = (export.publication(), export.staging, export.plan.extent.clone());
    let distributions = catalogue::distributions(publication, &extent, export.plan.day, |path| staging.entry(path));
    let published = Published { extent, distributions, ..Published::default() };
    let described = overview(publication, &published);
    let frequency = publication.catalogue.frequency.code();
    let frequency = AuthorityTable::Frequency.codes().find(|code| code.code == frequency);
    let frequency = frequency.map(|code| [("sv", Cow::from(code.sv)), ("en", Cow::from(code.en))]).unwrap_or_default();
    let datasets: Vec<Dataset<'_>> = described
        .iter()
        .map(|own| Dataset {
            key: own.iri.as_str().rsplit_once("catalogue/").map_or("", |(_, key)| key),
            title: &own.title,
            description: &own.description,
            frequency: &frequency,
            files: own
                .files
                .iter()
                .map(|file| DatasetFile {
                    title: &file.title,
                    path: file.path,
                    media_type: file.media_type,
                    bytes: file.bytes,
                })
                .collect(),
        })
        .collect();
    let documents = catalogue::DOCUMENTS.map(|(path, _)| path);
    for language in site.languages() {
        let page = site.catalogue(&Catalogue { language, datasets: &datasets, documents: &documents });
        staging.write(&site.path(CATALOGUE, language), |out| out.write_all(page.as_bytes()))?;
    }
    Ok(())
}
