use crate::{
    Edition,
    negotiation::{Accept, Weighted},
    rule::{ANNOUNCEMENTS, Answer, DOCUMENTS, REGISTER, Rule},
};
use anslag_core::{DocumentFormat, FORMATS, Format};
use axum::http::{HeaderMap, header};
use std::{cmp::Reverse, io, path::Path};

/// Meaning of an address of the publication.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Resolution {
    /// A file.
    File(Variant),
    /// Variants, of which one is the answer; or to which the answer leads, if the address is a thing's.
    Variants { variants: Vec<Variant>, is_thing: bool },
    /// An announcement with a new id.
    Moved { path: String },
    /// An announcement that is withdrawn or has expired, whose page says so.
    Gone(Variant),
    /// Nothing.
    Missing,
}

/// File of the publication, or a document that is made from one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Variant {
    /// Path of what is served.
    pub(crate) path: String,
    /// Path of the Turtle document that it is made from, and the format that it is made in.
    pub(crate) made: Option<(String, DocumentFormat)>,
    /// Language, if the page exists in several.
    pub(crate) language: Option<String>,
}

/// Formats by which variants are preferred where a request wants several equally: pages, documents, then the others.
fn preference(path: &str) -> usize {
    let first = [Format::Html, Format::Turtle, Format::JsonLd, Format::RdfXml];
    first.iter().position(|format| has_extension(path, *format)).unwrap_or(first.len())
}

fn has_extension(path: &str, format: Format) -> bool {
    path.strip_suffix(format.spec().extension).is_some_and(|stem| stem.ends_with('.'))
}

impl Variant {
    fn file(path: String) -> Self {
        Self { path, made: None, language: None }
    }

    /// Returns the path of the file that it is, or is made from.
    pub(crate) fn source(&self) -> &str {
        self.made.as_ref().map_or(&self.path, |(source, _)| source)
    }

    /// Returns the path of its address: that of a page ends with a slash.
    pub(crate) fn address(&self) -> &str {
        folder_of_page(&self.path).unwrap_or(&self.path)
    }
}

/// Returns the folder of a page, with the slash; `None` for any other file.
fn folder_of_page(path: &str) -> Option<&str> {
    let folder = path.strip_suffix("index.html")?;
    (folder.is_empty() || folder.ends_with('/')).then_some(folder)
}

/// Resolves a decoded path below the publication's base.
pub(crate) fn resolve(edition: &Edition, path: &str) -> io::Result<Resolution> {
    if let Some(id) = path.strip_prefix(ANNOUNCEMENTS).map(|rest| rest.split('/').next().unwrap_or(rest)) {
        let gone = Variant::file(format!("{ANNOUNCEMENTS}{id}/index.html"));
        if let Some(new) = edition.manifest().moved.get(id) {
            let rest = &path[ANNOUNCEMENTS.len() + id.len()..];
            return Ok(Resolution::Moved { path: format!("{ANNOUNCEMENTS}{new}{rest}") });
        }
        if edition.published(id).is_none() && edition.entry(&gone.path).is_some() {
            return Ok(Resolution::Gone(gone));
        }
    }
    if let Some(variant) = document(edition, path) {
        return Ok(Resolution::File(variant));
    }
    if path.is_empty() || path.ends_with('/') {
        let page = format!("{path}index.html");
        let is_there = edition.entry(&page).is_some();
        return Ok(if is_there { Resolution::File(Variant::file(page)) } else { Resolution::Missing });
    }
    match Rule::of(path) {
        Some((Answer::Announcement, rest)) => {
            let (id, part) = rest.split_once('/').map_or((rest, None), |(id, part)| (id, Some(part)));
            let variants = of_announcement(edition, id);
            if variants.is_empty() || (part.is_some() && !describes(edition, &format!("{DOCUMENTS}{id}"), path)?) {
                return Ok(Resolution::Missing);
            }
            Ok(Resolution::Variants { variants, is_thing: part.is_some() })
        }
        Some((Answer::SeeOther(stem), _)) => {
            let mut variants = siblings(edition, path);
            variants.retain(|variant| folder_of_page(&variant.path).is_some());
            variants.extend(siblings(edition, stem));
            if variants.is_empty() || !describes(edition, stem, path)? {
                return Ok(Resolution::Missing);
            }
            Ok(Resolution::Variants { variants, is_thing: true })
        }
        None => {
            let variants = siblings(edition, path);
            let is_missing = variants.is_empty();
            Ok(if is_missing { Resolution::Missing } else { Resolution::Variants { variants, is_thing: false } })
        }
    }
}

/// Returns the variants of what a served file is a variant of, itself among them.
pub(crate) fn variants_with(edition: &Edition, path: &str) -> Vec<Variant> {
    let page = folder_of_page(path).map(|folder| folder.strip_suffix('/').unwrap_or(folder));
    if let Some(id) = page.and_then(|page| page.strip_prefix(ANNOUNCEMENTS)) {
        return of_announcement(edition, id);
    }
    let stem = page.unwrap_or_else(|| without_extension(path));
    match stem.strip_prefix(DOCUMENTS) {
        Some(id) => of_announcement(edition, id),
        None => siblings(edition, stem),
    }
}

/// Returns a path without the extension of its name. A dot at the beginning of a name begins no extension.
fn without_extension(path: &str) -> &str {
    let extension = Path::new(path).extension().map_or(0, |extension| extension.len() + 1);
    &path[..path.len() - extension]
}

/// Returns the page of an announcement and the documents about it.
fn of_announcement(edition: &Edition, id: &str) -> Vec<Variant> {
    let mut variants = siblings(edition, &format!("{ANNOUNCEMENTS}{id}"));
    variants.extend(siblings(edition, &format!("{DOCUMENTS}{id}")));
    variants
}

/// Returns the files that differ from a path by the extension alone, the pages of its folder in each language, and what
/// can be made; the preferred ones first.
fn siblings(edition: &Edition, stem: &str) -> Vec<Variant> {
    let files = FORMATS.iter().filter_map(|spec| document(edition, &format!("{stem}.{}", spec.extension)));
    let exact = edition.entry(stem).is_some().then(|| Variant::file(stem.to_owned()));
    let mut variants: Vec<_> = files.chain(exact).chain(pages(edition, stem)).collect();
    variants.sort_by_key(|variant| preference(&variant.path));
    variants
}

/// Returns the page of a folder in each language, the main one first.
fn pages(edition: &Edition, folder: &str) -> Vec<Variant> {
    let (main, others) = (edition.manifest().language.as_deref(), edition.languages());
    let own = others.iter().find(|language| folder.split('/').next() == Some(language)).map(String::as_str);
    let plain = own.map_or(folder, |own| folder[own.len()..].trim_start_matches('/'));
    let in_folder = |prefix: String| {
        let path = if plain.is_empty() { format!("{prefix}index.html") } else { format!("{prefix}{plain}/index.html") };
        edition.entry(&path).is_some().then(|| Variant::file(path))
    };
    let main = in_folder(String::new()).map(|page| Variant { language: main.map(str::to_owned), ..page });
    let other =
        |language: &String| Some(Variant { language: Some(language.clone()), ..in_folder(format!("{language}/"))? });
    let mut pages: Vec<_> = main.into_iter().chain(others.iter().filter_map(other)).collect();
    if let [only] = &mut *pages {
        only.language = None;
    }
    // The address of a folder in one language is that of its page.
    pages.sort_by_key(|page| Reverse(page.path == format!("{folder}/index.html")));
    pages
}

/// Returns a file, or a document that is made from the Turtle beside it.
fn document(edition: &Edition, path: &str) -> Option<Variant> {
    if edition.entry(path).is_some() {
        return Some(Variant::file(path.to_owned()));
    }
    let (stem, extension) = path.rsplit_once('.')?;
    let format = [DocumentFormat::JsonLd, DocumentFormat::RdfXml]
        .into_iter()
        .find(|format| format.format().spec().extension == extension)?;
    let source = format!("{stem}.{}", Format::Turtle.spec().extension);
    let is_document = stem.starts_with(DOCUMENTS) || stem == REGISTER;
    let is_made = is_document && edition.entry(&source).is_some();
    is_made.then(|| Variant { path: path.to_owned(), made: Some((source, format)), language: None })
}

/// Returns whether a Turtle document describes what an address names. Without the document, nobody can tell: then it does.
fn describes(edition: &Edition, stem: &str, path: &str) -> io::Result<bool> {
    let turtle = format!("{stem}.{}", Format::Turtle.spec().extension);
    let Some(document) = [turtle.as_str(), stem].into_iter().find(|path| edition.entry(path).is_some()) else {
        return Ok(true);
    };
    let is_graph = path.starts_with("data/");
    Ok(is_graph
        || edition.subjects(document)?.is_none_or(|subjects| subjects.contains(edition.base().file(path).as_str())))
}

/// Returns the variant that a request wants most, or `None` if it accepts none.
pub(crate) fn choose<'v>(variants: &'v [Variant], headers: &HeaderMap) -> Option<&'v Variant> {
    let accept = Accept::of(headers);
    let languages = Weighted::of(headers, header::ACCEPT_LANGUAGE);
    let weighted = variants.iter().enumerate().map(|(position, variant)| {
        let format = accept.weight(crate::media::media_type(&variant.path));
        let language = variant.language.as_deref().map_or(0, |tag| languages.language(tag));
        ((format, language, Reverse(position)), variant)
    });
    let wanted = weighted.filter(|((format, ..), _)| *format > 0);
    wanted.max_by_key(|(weight, _)| *weight).map(|(_, variant)| variant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_name_of_a_path_has_an_extension() {
        let paths = ["data/register.ttl", ".well-known/void", ".nojekyll", "a.b/.c", "file/a.tar.gz"];
        let expected = ["data/register", ".well-known/void", ".nojekyll", "a.b/.c", "file/a.tar"];
        assert_eq!(paths.map(without_extension), expected);
    }
}
