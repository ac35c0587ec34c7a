use crate::{Published, Text, dataset, service};
use anslag_core::{AuthorityTable, CatalogueNode, Compression, Format, FormatTerm, LanguageTag, Publication, Slug};
use anslag_vocab::{Describe, adms, dcat, dcatap, dcterms, spdx, xsd};
use oxrdf::Triple;

/// A file that holds announcements, as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Distribution {
    /// What tells it from the others, as a part of its IRI.
    pub key: String,
    /// Its form; that of what is compressed, where it is.
    pub format: Format,
    /// How it is compressed, where it is.
    pub compression: Option<Compression>,
    /// What it holds.
    pub content: Content,
    /// Its path in the published layout.
    pub path: String,
    /// How many bytes it has.
    pub bytes: u64,
    /// The SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// All announcements, with all that is said of them.
    Everything,
    /// A table of them.
    Table {
        /// What people call the table.
        title: Text,
        /// What a row of it is.
        description: Text,
        /// Whether it is written for a Swedish Excel.
        is_for_excel: bool,
    },
    /// Their events and deadlines.
    Calendar,
    /// The announcements that were last changed, of all publishers or of one.
    Feed {
        /// The key of the publisher.
        publisher: Option<Slug>,
    },
}

impl Distribution {
    /// The key of the publisher whose announcements alone it holds.
    pub(crate) const fn publisher(&self) -> Option<&Slug> {
        match &self.content {
            Content::Feed { publisher } => publisher.as_ref(),
            Content::Everything | Content::Table { .. } | Content::Calendar => None,
        }
    }

    fn title(&self, publication: &Publication) -> Text {
        let form = self.format.spec().label;
        let publisher = self.publisher().and_then(|key| publication.register.organization(key));
        let name = |language: &str| {
            let language = LanguageTag::new(language).expect("our own texts have valid languages");
            publisher.map(|own| own.name.get(&language, &publication.language).1.as_str())
        };
        let title = match &self.content {
            Content::Everything => {
                Text::new(format!("Alla tillkännagivanden som {form}"), format!("All announcements as {form}"))
            }
            Content::Table { title, is_for_excel: false, .. } => {
                Text::new(format!("{} som {form}", title.sv), format!("{} as {form}", title.en))
            }
            Content::Table { title, is_for_excel: true, .. } => {
                Text::new(format!("{} som {form} för Excel", title.sv), format!("{} as {form} for Excel", title.en))
            }
            Content::Calendar => {
                Text::new(format!("Evenemang och sista dagar som {form}"), format!("Events and deadlines as {form}"))
            }
            Content::Feed { .. } => Text::new(
                format!("De senaste tillkännagivandena{} som {form}", from(" från ", name("sv"))),
                format!("The latest announcements{} as {form}", from(" of ", name("en"))),
            ),
        };
        match self.compression.map(Compression::extension) {
            Some(name) => {
                Text::new(format!("{}, komprimerat ({name})", title.sv), format!("{}, compressed ({name})", title.en))
            }
            None => title,
        }
    }

    fn description(&self) -> Text {
        let form = self.format.spec().label;
        match &self.content {
            Content::Everything => Text::new(
                format!("Alla tillkännagivanden och det som de hänvisar till, i en fil i formen {form}."),
                format!("All announcements and what they refer to, in one file in the form {form}."),
            ),
            Content::Table { description, is_for_excel: false, .. } => Text::new(
                format!("{} UTF-8, komma mellan fälten, decimalpunkt.", description.sv),
                format!("{} UTF-8, commas between the fields, decimal points.", description.en),
            ),
            Content::Table { description, is_for_excel: true, .. } => Text::new(
                format!("{} För Excel på svenska: semikolon mellan fälten, decimalkomma.", description.sv),
                format!("{} For a Swedish Excel: semicolons between the fields, decimal commas.", description.en),
            ),
            Content::Calendar => Text::new(
                format!("Det som äger rum och det som upphör en viss dag, som en kalender i formen {form}."),
                format!("What takes place and what ends on a certain day, as a calendar in the form {form}."),
            ),
            Content::Feed { .. } => Text::new(
                format!("De tillkännagivanden som senast har ändrats, som ett flöde i formen {form}."),
                format!("The announcements that were last changed, as a feed in the form {form}."),
            ),
        }
    }
}

/// A name after a word; nothing where there is none.
fn from(word: &str, name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!("{word}{name}"))
}

/// The files that are listed: all but those of publishers that have no dataset of their own.
pub(crate) fn listed<'p>(publication: &Publication, published: &'p Published) -> Vec<&'p Distribution> {
    let publishers = dataset::publishers(publication, published);
    let has_dataset = |key: &Slug| publishers.iter().any(|own| own.key == *key);
    published.distributions.iter().filter(|own| own.publisher().is_none_or(has_dataset)).collect()
}

/// Describes a file and its checksum.
pub(crate) fn describe(
    publication: &Publication,
    published: &Published,
    distribution: &Distribution,
    triples: &mut Vec<Triple>,
) {
    let node = |node| publication.catalogue_node(node);
    let checksum = node(CatalogueNode::Checksum(&distribution.key));
    let file = publication.file(&distribution.path);
    let service = service::key_of(distribution).map(|key| node(CatalogueNode::Service(key)));
    let format = distribution.format;
    let coverage = match distribution.publisher() {
        Some(key) => published.extent.publishers.get(key).unwrap_or(&published.extent.all),
        None => &published.extent.all,
    };

    let mut about = Describe::new(triples, &node(CatalogueNode::Distribution(&distribution.key)));
    about
        .types(&[dcat::DISTRIBUTION_CLASS])
        .texts(dcterms::TITLE, distribution.title(publication).by_language())
        .texts(dcterms::DESCRIPTION, distribution.description().by_language())
        .links(dcat::ACCESS_URL, [&file])
        .links(dcat::DOWNLOAD_URL, [&file]);
    say_format(&mut about, publication, format.spec().file_type, format.spec().media_type);
    about
        .links(dcat::MEDIA_TYPE, format.spec().iana())
        .links(dcat::COMPRESS_FORMAT, distribution.compression.map(Compression::iana))
        .typed(dcat::BYTE_SIZE, distribution.bytes.to_string(), xsd::NON_NEGATIVE_INTEGER)
        .links(spdx::CHECKSUM, [&checksum])
        .links(dcterms::CONFORMS_TO, [format.spec().specification()])
        .links(dcterms::LANGUAGE, dataset::languages(coverage.languages.iter()))
        .dates(dcterms::MODIFIED, coverage.modified);
    say_terms(&mut about, publication);
    about.links(dcat::ACCESS_SERVICE, service);
    Describe::new(triples, &checksum)
        .types(&[spdx::CHECKSUM_CLASS])
        .links(spdx::ALGORITHM, [spdx::CHECKSUM_ALGORITHM_SHA256])
        .typed(spdx::CHECKSUM_VALUE, &distribution.sha256, xsd::HEX_BINARY);
}

/// Says in which form something is: as the EU's file type, or as the literal that the template of DCAT-AP-SE has.
pub(crate) fn say_format(about: &mut Describe<'_>, publication: &Publication, file_type: &str, media_type: &str) {
    match publication.catalogue.format {
        FormatTerm::FileType => about.links(dcterms::FORMAT, [AuthorityTable::FileType.concept(file_type)]),
        FormatTerm::MediaType => about.string(dcterms::FORMAT, media_type),
    };
}

/// Says under which terms something can be had, and for how long.
pub(crate) fn say_terms(about: &mut Describe<'_>, publication: &Publication) {
    let settings = &publication.catalogue;
    let availability = settings.availability.map(|own| AuthorityTable::PlannedAvailability.concept(own.key()));
    about
        .dates(dcterms::ISSUED, settings.issued)
        .links(dcterms::LICENSE, [publication.licence.iri()])
        .links(dcatap::AVAILABILITY, availability)
        .links(adms::STATUS, [AuthorityTable::DistributionStatus.concept("COMPLETED")]);
}
