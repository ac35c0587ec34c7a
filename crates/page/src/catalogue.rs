use crate::{
    CATALOGUE, Site,
    catalogue_words::CatalogueWords,
    frame::{Frame, Link},
    site::{lang_attribute, render},
    words::Words,
};
use anslag_schema::number;
use askama::Template;
use std::borrow::Cow;

/// Content of the page of datasets.
#[derive(Clone, Copy, Debug)]
pub struct Catalogue<'a> {
    /// Language of its words: one of [`Site::languages`].
    pub language: &'static str,
    /// Datasets.
    pub datasets: &'a [Dataset<'a>],
    /// Paths of the catalogue for programs.
    pub documents: &'a [&'a str],
}

/// Text in several languages, each with its tag before it.
pub type Texts<'a> = [(&'a str, Cow<'a, str>)];

/// Dataset of the catalogue.
#[derive(Clone, Debug)]
pub struct Dataset<'a> {
    /// Name that no other dataset has: the last part of its IRI.
    pub key: &'a str,
    /// Title.
    pub title: &'a Texts<'a>,
    /// Description.
    pub description: &'a Texts<'a>,
    /// Frequency of its updates.
    pub frequency: &'a Texts<'a>,
    /// Files that it is distributed as.
    pub files: Vec<DatasetFile<'a>>,
}

/// File of a dataset.
#[derive(Clone, Copy, Debug)]
pub struct DatasetFile<'a> {
    /// Title.
    pub title: &'a Texts<'a>,
    /// Path in the published layout.
    pub path: &'a str,
    /// Media type.
    pub media_type: &'a str,
    /// Size in bytes.
    pub bytes: u64,
}

#[derive(Template)]
#[template(path = "catalogue.html")]
struct CataloguePage<'a> {
    frame: Frame<'a>,
    words: CatalogueWords,
    documents: Vec<Link>,
    datasets: Vec<DatasetSection<'a>>,
}

struct DatasetSection<'a> {
    id: String,
    title: Told<'a>,
    description: Told<'a>,
    frequency: Told<'a>,
    files: Vec<FileLink<'a>>,
}

struct FileLink<'a> {
    title: Told<'a>,
    href: String,
    media_type: &'a str,
    size: String,
}

/// Text with its `lang` attribute.
struct Told<'a> {
    text: &'a str,
    lang: String,
}

impl Site<'_> {
    /// Renders the page of datasets in a language.
    #[must_use]
    pub fn catalogue(&self, content: &Catalogue<'_>) -> String {
        let language = content.language;
        let (words, own) = (Words::new(language), CatalogueWords::new(language));
        let frame = Frame::new(self, &words, language, own.title, &self.address(CATALOGUE, language));
        let page = CataloguePage {
            frame: Frame {
                description: own.lead.to_owned(),
                languages: self.language_links(|other| self.address(CATALOGUE, other), language),
                ..frame
            },
            documents: content
                .documents
                .iter()
                .map(|path| Link { text: (*path).to_owned(), href: self.file_href(path) })
                .collect(),
            datasets: content.datasets.iter().map(|dataset| self.dataset(dataset, language)).collect(),
            words: own,
        };
        render(&page)
    }

    fn dataset<'d>(&self, dataset: &'d Dataset<'d>, language: &str) -> DatasetSection<'d> {
        let file = |file: &'d DatasetFile<'d>| FileLink {
            title: told(file.title, language),
            href: self.file_href(file.path),
            media_type: file.media_type,
            size: number::size(file.bytes, language),
        };
        DatasetSection {
            id: dataset.key.replace('/', "-"),
            title: told(dataset.title, language),
            description: told(dataset.description, language),
            frequency: told(dataset.frequency, language),
            files: dataset.files.iter().map(file).collect(),
        }
    }
}

/// Returns the text in a language; else in English, or in the first one that there is.
fn told<'t>(texts: &'t Texts<'t>, language: &str) -> Told<'t> {
    let of = |wanted: &str| texts.iter().find(|(tag, _)| *tag == wanted);
    match of(language).or_else(|| of("en")).or(texts.first()) {
        Some((tag, text)) => Told { text, lang: lang_attribute(tag, language) },
        None => Told { text: "", lang: String::new() },
    }
}
