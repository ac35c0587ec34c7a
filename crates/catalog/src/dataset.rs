use crate::{
    Distribution, Published, Selection, properties,
    resource::Resource,
    service,
    text::{Text, Texts},
    type_text,
};
use anslag_core::{
    AnnouncementType, AuthorityTable, CatalogueNode, Format, Iri, LanguageTag, OrganizationKind, Publication,
};
use anslag_vocab::{Describe, dcat, dcterms};
use oxrdf::Triple;
use std::borrow::Cow;

/// A dataset of the catalogue.
pub(crate) struct Dataset<'a> {
    pub(crate) resource: Resource<'a>,
    pub(crate) selection: Selection,
    /// IRI of the series that it is a member of.
    series: Option<Iri>,
}

/// Returns the datasets of the catalogue: that of all announcements, and those of single publishers and types.
pub(crate) fn all<'a>(publication: &'a Publication, published: &'a Published) -> Vec<Dataset<'a>> {
    let mut all = vec![of_everything(publication, published)];
    all.extend(of_publishers(publication, published));
    all.extend(of_types(publication, published));
    all
}

fn of_everything<'a>(publication: &'a Publication, published: &'a Published) -> Dataset<'a> {
    Dataset {
        resource: Resource {
            iri: publication.catalogue_node(CatalogueNode::Dataset),
            period: publication.catalogue_node(CatalogueNode::Period),
            title: title(publication),
            description: publication.description.iter().map(|(tag, own)| (tag.as_str(), own.as_str().into())).collect(),
            keywords: Vec::new(),
            publisher: &publication.publisher,
            coverage: Cow::Borrowed(&published.extent.all),
        },
        selection: Selection::All,
        series: None,
    }
}

/// Returns the title of the dataset of all announcements.
///
/// The publisher's name is no part of it: portals show the publisher beside the title (DCAT-AP-SE, recommendation 1).
pub(crate) fn title(publication: &Publication) -> Texts<'_> {
    if let Some(title) = &publication.catalogue.dataset_title {
        return title.iter().map(|(tag, own)| (tag.as_str(), own.as_str().into())).collect();
    }
    let words = [("sv", "Tillkännagivanden"), ("en", "Announcements"), ("et", "Teadaanded"), ("lv", "Paziņojumi")];
    let own = || [&publication.language].into_iter().chain(&publication.other_languages).map(LanguageTag::primary);
    let is_wanted = |tag: &str| matches!(tag, "sv" | "en") || own().any(|own| own == tag);
    words.into_iter().filter(|(tag, _)| is_wanted(tag)).map(|(tag, word)| (tag, word.into())).collect()
}

/// Returns the datasets of single publishers, if the announcements have several publishers.
///
/// The publishers need a number, by which portals identify them, a type, by which portals sort them, and a file.
pub(crate) fn of_publishers<'a>(publication: &'a Publication, published: &'a Published) -> Vec<Dataset<'a>> {
    let publishers = &published.extent.publishers;
    if publishers.len() < 2 {
        return Vec::new();
    }
    let dataset = |(key, coverage)| {
        let publisher = publication.register.organization(key)?;
        let selection = Selection::Publisher(publisher.key.clone());
        let is_known = publisher.number.is_some() && publisher.kind != OrganizationKind::Other;
        if !is_known || !has_file(published, &selection) {
            return None;
        }
        let name = |language| {
            let language = LanguageTag::new(language).expect("our own texts have valid languages");
            publisher.name.get(&language, &publication.language).1
        };
        let (sv, en) = (name("sv"), name("en"));
        let title = Text::new(format!("Tillkännagivanden från {sv}"), format!("Announcements of {en}"));
        let description =
            Text::new(format!("Allt som {sv} har tillkännagett."), format!("Everything that {en} has announced."));
        let resource = Resource {
            iri: publication.catalogue_node(CatalogueNode::DatasetOf(key)),
            period: publication.catalogue_node(CatalogueNode::PeriodOf(key)),
            title: title.into_texts(),
            description: description.into_texts(),
            keywords: Vec::new(),
            publisher,
            coverage: Cow::Borrowed(coverage),
        };
        Some(Dataset { resource, selection, series: Some(publication.catalogue_node(CatalogueNode::Series)) })
    };
    publishers.iter().filter_map(dataset).collect()
}

/// Returns the datasets of single types of which an announcement is or was published.
pub(crate) fn of_types<'a>(publication: &'a Publication, published: &'a Published) -> Vec<Dataset<'a>> {
    let dataset = |(kind, coverage): (&AnnouncementType, _)| {
        let selection = Selection::Type(*kind);
        let resource = || Resource {
            iri: publication.catalogue_node(CatalogueNode::DatasetOfType(*kind)),
            period: publication.catalogue_node(CatalogueNode::PeriodOfType(*kind)),
            title: type_text::title(*kind).into_texts(),
            description: type_text::description(*kind).into_texts(),
            keywords: type_text::keywords(*kind),
            publisher: &publication.publisher,
            coverage: Cow::Borrowed(coverage),
        };
        has_file(published, &selection).then(|| Dataset {
            resource: resource(),
            selection,
            series: Some(publication.catalogue_node(CatalogueNode::SeriesOfTypes)),
        })
    };
    published.extent.types.iter().filter_map(dataset).collect()
}

fn has_file(published: &Published, selection: &Selection) -> bool {
    published.distributions.iter().any(|file| file.selection() == selection)
}

impl Dataset<'_> {
    /// Returns the files that the dataset is distributed as.
    pub(crate) fn files<'p>(&self, published: &'p Published) -> impl Iterator<Item = &'p Distribution> {
        published.distributions.iter().filter(|file| *file.selection() == self.selection)
    }

    /// Describes the dataset and the time that it covers.
    pub(crate) fn describe(&self, publication: &Publication, published: &Published, triples: &mut Vec<Triple>) {
        let settings = &publication.catalogue;
        // Without pages, nothing answers at the base.
        let start = publication.output.has(Format::Html).then_some(publication.base.iri());
        let landing_page = settings.landing_page.as_ref().or(start);
        let files =
            self.files(published).map(|file| publication.catalogue_node(CatalogueNode::Distribution(&file.key)));
        let services = (self.selection == Selection::All).then(|| service::distributions(publication));
        let mut about: Describe<'_> = self.resource.describe(dcat::DATASET_CLASS, publication, triples);
        about
            .links(dcterms::CONFORMS_TO, &settings.conforms_to)
            .links(dcterms::LANGUAGE, properties::language_codes(&self.resource.coverage.languages))
            .links(dcterms::ACCESS_RIGHTS, [AuthorityTable::AccessRight.concept(settings.access_rights.key())])
            .links(dcat::LANDING_PAGE, landing_page)
            .links(dcat::IN_SERIES, &self.series)
            .links(dcat::DISTRIBUTION, files.chain(services.into_iter().flatten()));
    }
}
