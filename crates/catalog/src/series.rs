use crate::{
    Coverage, Published,
    dataset::{self, Dataset},
    resource::Resource,
    text::Text,
};
use anslag_core::{CatalogueNode, Iri, Publication};
use anslag_vocab::{Describe, dcat, rdfs};
use oxrdf::Triple;
use std::borrow::Cow;

/// Returns the series of the catalogue: the datasets of single publishers, and those of single types.
pub(crate) fn all<'a>(publication: &'a Publication, published: &'a Published) -> Vec<Resource<'a>> {
    let publishers = series(
        publication,
        [CatalogueNode::Series, CatalogueNode::PeriodOfSeries],
        Text::new("Tillkännagivanden efter utgivare", "Announcements by publisher"),
        Text::new(
            "En datamängd för varje utgivare av tillkännagivanden.",
            "A dataset for each publisher of announcements.",
        ),
        &dataset::of_publishers(publication, published),
    );
    let types = series(
        publication,
        [CatalogueNode::SeriesOfTypes, CatalogueNode::PeriodOfTypes],
        Text::new("Tillkännagivanden efter slag", "Announcements by type"),
        Text::new(
            "En datamängd för varje slag av tillkännagivanden, som nyheter, kungörelser och evenemang.",
            "A dataset for each type of announcement, such as news, public notices and events.",
        ),
        &dataset::of_types(publication, published),
    );
    publishers.into_iter().chain(types).collect()
}

/// Returns a series; `None` without members.
fn series<'a>(
    publication: &'a Publication,
    [node, period]: [CatalogueNode<'_>; 2],
    title: Text,
    description: Text,
    members: &[Dataset<'_>],
) -> Option<Resource<'a>> {
    let coverages = members.iter().map(|member| &*member.resource.coverage);
    (!members.is_empty()).then(|| Resource {
        iri: publication.catalogue_node(node),
        period: publication.catalogue_node(period),
        title: title.into_texts(),
        description: description.into_texts(),
        keywords: Vec::new(),
        publisher: &publication.publisher,
        coverage: Cow::Owned(Coverage::union(coverages, &publication.zone)),
    })
}

/// Describes the series.
pub(crate) fn describe(publication: &Publication, all: &[Resource<'_>], triples: &mut Vec<Triple>) {
    for series in all {
        series.describe(dcat::DATASET_SERIES, publication, triples);
    }
    if !all.is_empty() {
        // DCAT 3 says so (section 6.7), but the shapes of DCAT-AP see it only if the catalogue repeats it.
        let class: Iri = Iri::new(dcat::DATASET_SERIES.as_str()).expect("a term is an IRI");
        Describe::new(triples, &class).links(rdfs::SUB_CLASS_OF, [dcat::DATASET_CLASS]);
    }
}
