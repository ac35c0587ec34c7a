mod apache;
mod github_pages;
mod nginx;

use crate::{
    Edition,
    media::{TYPES_BY_PATH, has_charset, is_compressible, types_by_extension},
    rule::{Answer, DOCUMENTS, RULES, Rule},
};
use anslag_core::{DocumentFormat, Format};
use std::collections::{BTreeMap, BTreeSet};

/// Server or host of files that a configuration can be made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// nginx.
    Nginx,
    /// Apache httpd 2.4.
    Apache,
    /// GitHub Pages.
    GithubPages,
}

impl Host {
    /// Every host.
    pub const ALL: [Self; 3] = [Self::Nginx, Self::Apache, Self::GithubPages];

    /// Returns its name on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache",
            Self::GithubPages => "github-pages",
        }
    }

    /// Returns the configuration with which the host answers as [`app`](crate::app) does, as far as it can.
    ///
    /// It is made from the same tables. It depends on the publication's address, on the ids that have moved, and on the
    /// formats of the documents.
    #[must_use]
    pub fn configuration(self, edition: &Edition) -> String {
        match self {
            Self::Nginx => nginx::configuration(edition),
            Self::Apache => apache::configuration(edition),
            Self::GithubPages => github_pages::configuration(edition),
        }
    }
}

/// First line of a configuration.
fn heading(host: Host) -> String {
    format!("# Made by `anslag hosting {}`. Make it again when an announcement gets a new id.\n", host.key())
}

/// Returns the extensions of each media type.
fn extensions() -> BTreeMap<&'static str, Vec<&'static str>> {
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

fn compressible() -> Vec<&'static str> {
    media_types(is_compressible)
}

fn with_charset() -> Vec<&'static str> {
    media_types(has_charset)
}

/// Returns the media type and the extension of each format that documents are published in, the preferred one first.
fn document_formats(edition: &Edition) -> Vec<(&'static str, &'static str)> {
    let formats = DocumentFormat::ALL.iter().map(|format| format.format().spec());
    let is_published = |extension: &str| {
        let mut names = edition.manifest().files.keys().filter_map(|path| path.strip_prefix(DOCUMENTS));
        names.any(|name| name.strip_suffix(extension).is_some_and(|id| id.ends_with('.')))
    };
    formats.filter(|spec| is_published(spec.extension)).map(|spec| (spec.media_type, spec.extension)).collect()
}

/// Returns the addresses that lead to a document, each with the path of the document: with its extension, or without where it
/// is in several formats.
fn see_others(edition: &Edition) -> Vec<(&'static str, String, bool)> {
    let see_other = |rule: &Rule| {
        let Answer::SeeOther(stem) = rule.answer else { return None };
        let is_file = edition.entry(stem).is_some();
        let turtle = format!("{stem}.{}", Format::Turtle.spec().extension);
        (is_file || edition.entry(&turtle).is_some()).then(|| (rule.prefix, stem.to_owned(), is_file))
    };
    RULES.iter().filter_map(see_other).collect()
}

/// Quotes the characters of a path that mean something in a regular expression.
fn quote(path: &str) -> String {
    path.chars().flat_map(|c| [(!c.is_ascii_alphanumeric() && c != '/').then_some('\\'), Some(c)]).flatten().collect()
}
