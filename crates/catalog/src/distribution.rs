use crate::{
    dataset, properties,
    published::{Content, Distribution, Published},
    service,
    text::Text,
};
use anslag_core::{CatalogueNode, Compression, LanguageTag, Publication, Slug};
use anslag_vocab::{Describe, dcat, dcterms, spdx, xsd};
use oxrdf::Triple;

/// Returns the files of the catalogue: all but those of publishers without a dataset of their own.
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
        .texts(dcterms::TITLE, title(distribution, publication).by_language())
        .texts(dcterms::DESCRIPTION, description(distribution).by_language())
        .links(dcat::ACCESS_URL, [&file])
        .links(dcat::DOWNLOAD_URL, [&file]);
    properties::describe_format(&mut about, publication, format.spec().file_type, format.spec().media_type);
    about
        .links(dcat::MEDIA_TYPE, format.spec().iana())
        .links(dcat::COMPRESS_FORMAT, distribution.compression.map(Compression::iana))
        .typed(dcat::BYTE_SIZE, distribution.bytes.to_string(), xsd::NON_NEGATIVE_INTEGER)
        .links(spdx::CHECKSUM, [&checksum])
        .links(dcterms::CONFORMS_TO, [format.spec().specification()])
        .links(dcterms::LANGUAGE, properties::language_codes(coverage.languages.iter()))
        .dates(dcterms::MODIFIED, coverage.modified);
    properties::describe_terms(&mut about, publication);
    about.links(dcat::ACCESS_SERVICE, service);
    Describe::new(triples, &checksum)
        .types(&[spdx::CHECKSUM_CLASS])
        .links(spdx::ALGORITHM, [spdx::CHECKSUM_ALGORITHM_SHA256])
        .typed(spdx::CHECKSUM_VALUE, &distribution.sha256, xsd::HEX_BINARY);
}

/// Returns the title of a file.
fn title(distribution: &Distribution, publication: &Publication) -> Text {
    let form = distribution.format.spec().label;
    let publisher = distribution.publisher().and_then(|key| publication.register.organization(key));
    let name = |language: &str| {
        let language = LanguageTag::new(language).expect("our own texts have valid languages");
        publisher.map(|own| own.name.get(&language, &publication.language).1.as_str())
    };
    let title = match &distribution.content {
        Content::Everything => {
            Text::new(format!("Alla tillkännagivanden som {form}"), format!("All announcements as {form}"))
        }
        Content::Table { title, is_for_excel: false, .. } => {
            Text::new(format!("{} som {form}", title.sv), format!("{} as {form}", title.en))
        }
        Content::Table { title, is_for_excel: true, .. } => {
            Text::new(format!("{} som {form} för Excel", title.sv), format!("{} as {form} for Excel", title.en))
        }
        Content::Workbook => {
            Text::new(format!("Alla tabeller som arbetsbok för {form}"), format!("All tables as a workbook for {form}"))
        }
        Content::Calendar => {
            Text::new(format!("Evenemang och sista dagar som {form}"), format!("Events and deadlines as {form}"))
        }
        Content::Feed { .. } => Text::new(
            format!("De senaste tillkännagivandena{} som {form}", with_name(" från ", name("sv"))),
            format!("The latest announcements{} as {form}", with_name(" of ", name("en"))),
        ),
    };
    match distribution.compression.map(Compression::extension) {
        Some(name) => {
            Text::new(format!("{}, komprimerat ({name})", title.sv), format!("{}, compressed ({name})", title.en))
        }
        None => title,
    }
}

/// Returns the description of a file.
fn description(distribution: &Distribution) -> Text {
    let form = distribution.format.spec().label;
    match &distribution.content {
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
        Content::Workbook => Text::new(
            "Ett blad för varje tabell, med datum och tal som egna slag av celler. Texter längre än 32 767 tecken är avkortade.",
            "A sheet for each table, with dates and numbers as cells of their kind. Texts longer than 32,767 characters are cut.",
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

/// Returns a word and a name; empty without a name.
fn with_name(word: &str, name: Option<&str>) -> String {
    name.map_or_else(String::new, |name| format!("{word}{name}"))
}
