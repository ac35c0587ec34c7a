//! Properties that several kinds of nodes have.

use anslag_core::{AuthorityTable, DataTheme, FormatTerm, Iri, LanguageTag, Publication};
use anslag_vocab::{Describe, adms, dcat, dcatap, dcterms};
use std::borrow::Borrow;

/// Adds keywords and themes.
pub(crate) fn describe_subject(about: &mut Describe<'_>, publication: &Publication) {
    for (language, keyword) in &publication.catalogue.keywords {
        about.text(dcat::KEYWORD, keyword.as_str(), language);
    }
    about.links(dcat::THEME, publication.catalogue.themes.iter().copied().map(DataTheme::iri));
}

/// Adds the format: the EU's file type, or the literal of DCAT-AP-SE's template.
pub(crate) fn describe_format(about: &mut Describe<'_>, publication: &Publication, file_type: &str, media_type: &str) {
    match publication.catalogue.format {
        FormatTerm::FileType => about.links(dcterms::FORMAT, [AuthorityTable::FileType.concept(file_type)]),
        FormatTerm::MediaType => about.string(dcterms::FORMAT, media_type),
    };
}

/// Adds the day of issue, the licence, the planned availability and the status.
pub(crate) fn describe_terms(about: &mut Describe<'_>, publication: &Publication) {
    let settings = &publication.catalogue;
    let availability = settings.availability.map(|own| AuthorityTable::PlannedAvailability.concept(own.key()));
    about
        .dates(dcterms::ISSUED, settings.issued)
        .links(dcterms::LICENSE, [publication.licence.iri()])
        .links(dcatap::AVAILABILITY, availability)
        .links(adms::STATUS, [AuthorityTable::DistributionStatus.concept("COMPLETED")]);
}

/// Returns the EU's codes of languages, without those that its table lacks.
pub(crate) fn language_codes<L: Borrow<LanguageTag>>(tags: impl IntoIterator<Item = L>) -> Vec<Iri> {
    let codes = tags.into_iter().filter_map(|tag| tag.borrow().eu_code());
    let mut iris: Vec<_> = codes.map(|code| AuthorityTable::Language.concept(code)).collect();
    iris.dedup();
    iris
}
