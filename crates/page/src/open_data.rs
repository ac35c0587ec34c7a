use crate::{
    CATALOGUE, DEFINITIONS, Download, OPEN_DATA, Site,
    frame::{Frame, Link},
    open_data_words::OpenDataWords,
    site::render,
    words::Words,
};
use anslag_core::{Format, Moment};
use anslag_schema::{date, number};
use askama::Template;
use jiff::civil::Date;

/// Query that the page shows: one of those that the program has.
const QUERY: &str = include_str!("../templates/newest.rq");

/// Content of the page of open data.
#[derive(Clone, Copy, Debug)]
pub struct OpenData<'a> {
    /// Language of its words: one of [`Site::languages`].
    pub language: &'static str,
    /// Day whose state is published.
    pub as_of: Date,
    /// Last change of any announcement.
    pub modified: Option<Moment>,
    /// Files that hold all announcements.
    pub files: &'a [Download],
    /// CSV files of single tables.
    pub tables: &'a [Download],
    /// Paths of the catalogue.
    pub catalogue: &'a [&'a str],
    /// Paths of the descriptions of the tables.
    pub columns: &'a [&'a str],
    /// Paths of the schemas of JSON.
    pub schemas: &'a [String],
}

#[derive(Template)]
#[template(path = "open-data.html")]
struct OpenDataPage<'a> {
    frame: Frame<'a>,
    words: OpenDataWords,
    modified: Option<String>,
    files: Vec<FileRow<'a>>,
    tables: Vec<FileRow<'a>>,
    descriptions: Vec<(&'static str, Vec<Link>)>,
    /// Link to the page of datasets.
    datasets: String,
    vocabulary: String,
    /// Name of the N-Quads file.
    quads: Option<&'a str>,
    query: &'static str,
    /// `true` if feeds tell of announcements that are gone.
    has_atom: bool,
    as_of: String,
}

struct FileRow<'a> {
    label: &'a str,
    open: String,
    name: &'a str,
    href: String,
    size: String,
    sha256: &'a str,
}

impl Site<'_> {
    /// Renders the page of open data in a language.
    #[must_use]
    pub fn open_data(&self, content: &OpenData<'_>) -> String {
        let language = content.language;
        let (words, own) = (Words::new(language), OpenDataWords::new(language));
        let frame = Frame::new(self, &words, language, words.open_data, &self.address(OPEN_DATA, language));
        let row = |file| self.file_row(file, &own, language);
        let links = |paths: &mut dyn Iterator<Item = &str>| -> Vec<Link> {
            paths.map(|path| Link { text: file_name(path).to_owned(), href: self.file_href(path) }).collect()
        };
        let descriptions = vec![
            (own.about_catalogue, links(&mut content.catalogue.iter().copied())),
            (own.about_tables, links(&mut content.columns.iter().copied())),
            (own.about_schemas, links(&mut content.schemas.iter().map(String::as_str))),
            (own.about_shapes, links(&mut ["shapes.ttl"].into_iter())),
            (own.about_context, links(&mut ["context.jsonld"].into_iter())),
        ];
        let quads = content.files.iter().find(|file| file.format == Format::NQuads && file.compression.is_none());
        let page = OpenDataPage {
            frame: Frame {
                description: own.lead.to_owned(),
                languages: self.language_links(|other| self.address(OPEN_DATA, other), language),
                ..frame
            },
            modified: content.modified.map(|moment| date::moment(moment, &self.publication.zone, language)),
            files: content.files.iter().map(row).collect(),
            tables: content.tables.iter().map(row).collect(),
            descriptions: descriptions.into_iter().filter(|(_, links)| !links.is_empty()).collect(),
            datasets: self.href(&self.address(CATALOGUE, language)),
            vocabulary: self.href(&self.address(DEFINITIONS, language)),
            quads: quads.map(|file| file_name(&file.path)),
            query: QUERY,
            has_atom: self.publication.output.has(Format::Atom),
            as_of: words.as_of.replace("{}", &date::day(content.as_of, language)),
            words: own,
        };
        render(&page)
    }

    fn file_row<'f>(&self, file: &'f Download, words: &OpenDataWords, language: &str) -> FileRow<'f> {
        let open = how_to_open(file, words);
        let open = match file.compression {
            Some(_) => format!("{} {open}", words.unpack),
            None => open.to_owned(),
        };
        FileRow {
            label: &file.label,
            open,
            name: file_name(&file.path),
            href: self.file_href(&file.path),
            size: number::size(file.bytes, language),
            sha256: &file.sha256,
        }
    }
}

fn file_name(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}

const fn how_to_open(file: &Download, words: &OpenDataWords) -> &'static str {
    if file.is_package {
        return words.data_package;
    }
    match file.format {
        Format::Turtle => words.in_turtle,
        Format::TriG | Format::NTriples | Format::NQuads => words.in_store,
        Format::RdfXml => words.in_xml,
        Format::JsonLd => words.in_json_ld,
        Format::JsonLines => words.in_lines,
        Format::Csv | Format::Parquet => words.in_duckdb,
        Format::Xlsx => words.in_excel,
        Format::ICalendar => words.in_calendar,
        Format::GeoJson => words.in_map,
        Format::Rss | Format::Atom | Format::JsonFeed | Format::Html => words.in_reader,
    }
}
