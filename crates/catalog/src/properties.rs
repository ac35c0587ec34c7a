//! Properties that several kinds of nodes have.

use crate::file_format::FileFormat;
use anslag_core::{AuthorityTable, CatalogueNode, DataTheme, FormatTerm, Iri, LanguageTag, Moment, Publication};
use anslag_vocab::{Describe, adms, dcat, dcatap, dcterms};
use std::borrow::{Borrow, Cow};

/// Adds the keywords of the publication, further ones, and the themes.
pub(crate) fn describe_subject(about: &mut Describe<'_>, publication: &Publication, more: &[(&str, Cow<'_, str>)]) {
    let keywords = &publication.catalogue.keywords;
    for (language, keyword) in keywords {
        about.text(dcat::KEYWORD, keyword.as_str(), language);
    }
    let is_new = |tag: &str, word: &str| {
        keywords.iter().all(|(language, keyword)| language.as_str() != tag || keyword.as_str() != word)
    };
    let more = more.iter().filter(|(tag, word)| is_new(tag, word));
    about.texts(dcat::KEYWORD, more.map(|(tag, word)| (tag, word)));
    about.links(dcat::THEME, publication.catalogue.themes.iter().copied().map(DataTheme::iri));
}

/// Adds the format: the EU's file type, or the literal of DCAT-AP-SE's template.
pub(crate) fn describe_format(about: &mut Describe<'_>, publication: &Publication, format: &FileFormat) {
    match publication.catalogue.format {
        FormatTerm::FileType => about.links(dcterms::FORMAT, [AuthorityTable::FileType.concept(format.file_type)]),
        FormatTerm::MediaType => about.string(dcterms::FORMAT, format.media_type),
    };
}

/// Adds the day of issue and the last change.
pub(crate) fn describe_dates(about: &mut Describe<'_>, publication: &Publication, modified: Option<Moment>) {
    about
        .dates(dcterms::ISSUED, publication.catalogue.issued)
        .dates(dcterms::MODIFIED, last_change(publication, modified));
}

/// Returns the last change as portals should see it: that of the announcements, but never before the day of issue.
///
/// It is a time of the publication's zone, so that its day is the local one, as the day of issue is.
pub(crate) fn last_change(publication: &Publication, modified: Option<Moment>) -> Option<Moment> {
    let zone = &publication.zone;
    let local = modified.map(|moment| match moment {
        Moment::Date(_) => moment,
        Moment::DateTime(_) => Moment::at(moment.instant(zone), zone),
    });
    let issued = publication.catalogue.issued.map(Moment::Date);
    // Of a day and a time of that day, the time is kept.
    issued.into_iter().chain(local).max_by_key(|moment| moment.date(zone))
}

/// Adds the licence, what it allows, the planned availability and the status.
pub(crate) fn describe_terms(about: &mut Describe<'_>, publication: &Publication) {
    let settings = &publication.catalogue;
    let availability = settings.availability.map(|own| AuthorityTable::PlannedAvailability.concept(own.key()));
    about
        .links(dcterms::LICENSE, [publication.licence.iri()])
        .links(dcterms::RIGHTS, [publication.catalogue_node(CatalogueNode::Rights)])
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
