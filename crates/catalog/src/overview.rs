use crate::{
    Published, dataset,
    distribution::{format, title},
    text::Texts,
};
use anslag_core::{Compression, Iri, Publication};

/// Dataset of the catalogue, as a page for people tells of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DatasetOverview<'a> {
    /// IRI.
    pub iri: Iri,
    /// Title in each language.
    pub title: Texts<'a>,
    /// Description in each language.
    pub description: Texts<'a>,
    /// Files that the dataset is distributed as.
    pub files: Vec<FileOverview<'a>>,
}

/// File of a dataset.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOverview<'a> {
    /// Title in each language.
    pub title: Texts<'a>,
    /// Path in the published layout.
    pub path: &'a str,
    /// Media type, without parameters.
    pub media_type: &'static str,
    /// Size in bytes.
    pub bytes: u64,
}

/// Returns the datasets that [`catalogue`](crate::catalogue()) describes, in its order.
#[must_use]
pub fn overview<'a>(publication: &'a Publication, published: &'a Published) -> Vec<DatasetOverview<'a>> {
    let datasets = dataset::all(publication, published).into_iter().map(|dataset| {
        let files = dataset.files(published).map(|file| {
            let format = format(file);
            FileOverview {
                title: title(file, &dataset, format.label).into_texts(),
                path: &file.path,
                media_type: file.compression.map_or(format.media_type, Compression::media_type),
                bytes: file.bytes,
            }
        });
        let files = files.collect();
        let resource = dataset.resource;
        DatasetOverview { iri: resource.iri, title: resource.title, description: resource.description, files }
    });
    datasets.collect()
}
