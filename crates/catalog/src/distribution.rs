use crate::{
    dataset::Dataset,
    file_format::FileFormat,
    properties,
    published::{Content, Distribution, Selection},
    service,
    text::Text,
};
use anslag_core::{CatalogueNode, Compression, Format, Publication};
use anslag_vocab::{Describe, dcat, dcterms, spdx, xsd};
use oxrdf::Triple;

/// Describes a file of a dataset, and its checksum.
pub(crate) fn describe(
    publication: &Publication,
    dataset: &Dataset<'_>,
    distribution: &Distribution,
    triples: &mut Vec<Triple>,
) {
    let node = |node| publication.catalogue_node(node);
    let checksum = node(CatalogueNode::Checksum(&distribution.key));
    let file = publication.file(&distribution.path);
    let service = service::key_of(distribution).map(|key| node(CatalogueNode::Service(key)));
    let format = format(distribution);
    let coverage = &dataset.resource.coverage;

    let mut about = Describe::new(triples, &node(CatalogueNode::Distribution(&distribution.key)));
    about
        .types(&[dcat::DISTRIBUTION_CLASS])
        .texts(dcterms::TITLE, title(distribution, dataset, format.label).by_language())
        .texts(dcterms::DESCRIPTION, description(distribution, format.label).by_language())
        .links(dcat::ACCESS_URL, [&file])
        .links(dcat::DOWNLOAD_URL, [&file]);
    properties::describe_format(&mut about, publication, &format);
    about
        .links(dcat::MEDIA_TYPE, &format.iana)
        .links(dcat::COMPRESS_FORMAT, distribution.compression.map(Compression::iana))
        .typed(dcat::BYTE_SIZE, distribution.bytes.to_string(), xsd::NON_NEGATIVE_INTEGER)
        .links(spdx::CHECKSUM, [&checksum])
        .links(dcterms::CONFORMS_TO, [&format.specification])
        .links(dcterms::LANGUAGE, properties::language_codes(&coverage.languages));
    properties::describe_dates(&mut about, publication, coverage.modified);
    properties::describe_terms(&mut about, publication);
    about.links(dcat::ACCESS_SERVICE, service);
    Describe::new(triples, &checksum)
        .types(&[spdx::CHECKSUM_CLASS])
        .links(spdx::ALGORITHM, [spdx::CHECKSUM_ALGORITHM_SHA256])
        .typed(spdx::CHECKSUM_VALUE, &distribution.sha256, xsd::HEX_BINARY);
}

/// Returns the format of a file.
pub(crate) fn format(distribution: &Distribution) -> FileFormat {
    match distribution.content {
        Content::Package => FileFormat::data_package(),
        Content::Everything
        | Content::Table(_)
        | Content::Workbook
        | Content::Calendar
        | Content::Places
        | Content::Feed(_) => distribution.format.into(),
    }
}

/// Returns the title of a file.
pub(crate) fn title(distribution: &Distribution, dataset: &Dataset<'_>, label: &str) -> Text {
    let name = |wanted| dataset.resource.title.iter().find(|(tag, _)| *tag == wanted).map_or("", |(_, own)| own);
    let title = match &distribution.content {
        Content::Everything => {
            Text::new(format!("Alla tillkännagivanden som {label}"), format!("All announcements as {label}"))
        }
        Content::Table(Selection::All) => Text::new(
            format!("Tillkännagivandena som en tabell: {label}"),
            format!("The announcements as a table: {label}"),
        ),
        Content::Package => Text::new(format!("Alla tabeller som {label}"), format!("All tables as {label}")),
        Content::Workbook => Text::new(
            format!("Alla tabeller som arbetsbok för {label}"),
            format!("All tables as a workbook for {label}"),
        ),
        Content::Calendar => {
            Text::new(format!("Evenemang och sista dagar som {label}"), format!("Events and deadlines as {label}"))
        }
        Content::Places => Text::new(
            format!("Tillkännagivandena på sina platser som {label}"),
            format!("The announcements at their places as {label}"),
        ),
        Content::Feed(Selection::All) => Text::new(
            format!("De senaste tillkännagivandena som {label}"),
            format!("The latest announcements as {label}"),
        ),
        Content::Table(Selection::Publisher(_) | Selection::Type(_)) => {
            Text::new(format!("{} som en tabell: {label}", name("sv")), format!("{} as a table: {label}", name("en")))
        }
        Content::Feed(Selection::Publisher(_) | Selection::Type(_)) => Text::new(
            format!("{}: det senaste som {label}", name("sv")),
            format!("{}: the latest as {label}", name("en")),
        ),
    };
    match distribution.compression.map(Compression::extension) {
        Some(name) => title.map(|sv| format!("{sv}, komprimerat ({name})"), |en| format!("{en}, compressed ({name})")),
        None => title,
    }
}

/// Returns the description of a file.
fn description(distribution: &Distribution, label: &str) -> Text {
    match &distribution.content {
        Content::Everything => Text::new(
            format!("Alla tillkännagivanden och det som de hänvisar till, i en fil i formatet {label}."),
            format!("All announcements and what they refer to, in one file in the format {label}."),
        ),
        Content::Table(_) if distribution.format == Format::Parquet => Text::new(
            "En rad för varje tillkännagivande, utan dess delar, i kolumner med typer. De övriga tabellerna ligger bredvid.",
            "A row for each announcement, without its parts, in typed columns. The other tables are in the same directory.",
        ),
        Content::Table(Selection::All) => Text::new(
            "En rad för varje tillkännagivande, utan dess delar. UTF-8, komma mellan fälten, decimalpunkt.",
            "A row for each announcement, without its parts. UTF-8, commas between the fields, decimal points.",
        ),
        Content::Table(Selection::Publisher(_) | Selection::Type(_)) => Text::new(
            "En rad för varje, med id för tillkännagivandet. UTF-8, komma mellan fälten, decimalpunkt. De övriga tabellerna ligger bredvid.",
            "A row for each, with the id of its announcement. UTF-8, commas between the fields, decimal points. The other tables are in the same directory.",
        ),
        Content::Package => Text::new(
            "En beskrivning av alla tabeller: varje tabells CSV-fil, kolumner och nycklar. Filerna ligger bredvid.",
            "A description of all tables: the CSV file, the columns and the keys of each. The files are in the same directory.",
        ),
        Content::Workbook => Text::new(
            "Ett blad för varje tabell, med datum och tal som egna slag av celler. Texter längre än 32 767 tecken är avkortade.",
            "A sheet for each table, with dates and numbers as cells of their kind. Texts longer than 32,767 characters are cut.",
        ),
        Content::Calendar => Text::new(
            format!("Det som äger rum och det som upphör en viss dag, som en kalender i formatet {label}."),
            format!("What takes place and what ends on a certain day, as a calendar in the format {label}."),
        ),
        Content::Places => Text::new(
            format!("Varje tillkännagivande på varje plats med koordinater, i formatet {label} (WGS 84)."),
            format!("Each announcement at each place with coordinates, in the format {label} (WGS 84)."),
        ),
        Content::Feed(_) => Text::new(
            format!("De tillkännagivanden som senast har ändrats, som ett flöde i formatet {label}."),
            format!("The announcements that were last changed, as a feed in the format {label}."),
        ),
    }
}
