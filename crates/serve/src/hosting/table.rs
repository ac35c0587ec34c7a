//! Rows of the tables of the server, as configurations write them.

use crate::{
    Edition,
    media::{TYPES_BY_PATH, has_charset, is_compressible, types_by_extension},
    rule::{Answer, DOCUMENTS, RULES, Rule},
};
use anslag_core::{DocumentFormat, Format};
use std::collections::{BTreeMap, BTreeSet};

/// Returns the extensions of each media type.
pub(super) fn extensions() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut extensions = BTreeMap::<_, Vec<_>>::new();
    for (extension, media_type) in types_by_extension() {
        extensions.entry(media_type).or_default().push(extension);
    }
    extensions
}

/// Returns the media types that a condition is true of.
fn media_types(condition: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let by_path = TYPES_BY_PATH.iter().map(|(_, _, media_type)| *media_type);
    let all: BTreeSet<&str> = types_by_extension().map(|(_, media_type)| media_type).chain(by_path).collect();
    all.into_iter().filter(|media_type| condition(media_type)).collect()
}

/// Returns the media types that are worth compressing.
pub(super) fn compressible() -> Vec<&'static str> {
    media_types(is_compressible)
}

/// Returns the media types that name their charset.
pub(super) fn with_charset() -> Vec<&'static str> {
    media_types(has_charset)
}

/// Returns the media type and the extension of each format that documents are published in, the preferred one first.
pub(super) fn document_formats(edition: &Edition) -> Vec<(&'static str, &'static str)> {
    let formats = DocumentFormat::ALL.iter().map(|format| format.format().spec());
    let is_published = |extension: &str| {
        let mut names = edition.manifest().files.keys().filter_map(|path| path.strip_prefix(DOCUMENTS));
        names.any(|name| name.strip_suffix(extension).is_some_and(|id| id.ends_with('.')))
    };
    formats.filter(|spec| is_published(spec.extension)).map(|spec| (spec.media_type, spec.extension)).collect()
}

/// Returns the addresses that lead to a document, each with the path of the document: with its extension, or without where it
/// is in several formats.
pub(super) fn see_others(edition: &Edition) -> Vec<(&'static str, String, bool)> {
    let see_other = |rule: &Rule| {
        let Answer::SeeOther(stem) = rule.answer else { return None };
        let is_file = edition.entry(stem).is_some();
        let turtle = format!("{stem}.{}", Format::Turtle.spec().extension);
        (is_file || edition.entry(&turtle).is_some()).then(|| (rule.prefix, stem.to_owned(), is_file))
    };
    RULES.iter().filter_map(see_other).collect()
}

/// Quotes the characters of a path that mean something in a regular expression.
pub(super) fn quote(path: &str) -> String {
    path.chars().flat_map(|c| [(!c.is_ascii_alphanumeric() && c != '/').then_some('\\'), Some(c)]).flatten().collect()
}

/// Returns the links that every file has.
pub(super) fn shared_links(edition: &Edition) -> String {
    let turtle = Format::Turtle.spec().media_type;
    let described = edition
        .entry("dcat.ttl")
        .map(|_| format!("<{}dcat.ttl>; rel=\"describedby\"; type=\"{turtle}\"", edition.root()));
    let license = edition.manifest().license.as_ref().map(|license| format!("<{license}>; rel=\"license\""));
    described.into_iter().chain(license).collect::<Vec<_>>().join(", ")
}
