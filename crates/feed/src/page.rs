use anslag_core::{Announcement, Format, Iri, LanguageTag, Line, Moment, Publication, Zone};
use std::{borrow::Borrow, cmp::Reverse};

/// A page of a feed: the announcements that stand in one file, and the feed that they stand in.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The publication that the feed is of.
    pub publication: &'a Publication,
    /// The feed's name, which its address is made of: keys of slugs, with slashes between them, such as `all`.
    pub name: &'a str,
    /// The feed's title, in the publication's main language.
    pub title: &'a Line,
    /// The announcements, in the order of [`newest_first`].
    pub entries: &'a [Announcement],
}

impl<'a> Page<'a> {
    /// The current page of the feed of everything: `feed/all`, with the publication's own title.
    #[must_use]
    pub fn all(publication: &'a Publication, entries: &'a [Announcement]) -> Self {
        let (_, title) = publication.title.get(&publication.language, &publication.language);
        Self { publication, name: "all", title, entries }
    }

    /// The feed's identity: its address without an extension, one for its three forms.
    pub(crate) fn id(&self) -> Iri {
        self.publication.file(&stem(self.name))
    }

    /// The address of the page in one form.
    pub(crate) fn address(&self, format: Format) -> Iri {
        self.publication.file(&path(self.name, format))
    }

    /// The publication's description, in its main language.
    pub(crate) fn description(&self) -> &'a Line {
        self.publication.description.get(self.language(), self.language()).1
    }

    /// The language of the feed's own texts.
    pub(crate) fn language(&self) -> &'a LanguageTag {
        &self.publication.language
    }

    /// When the last of its announcements was changed; `None` where it has none.
    pub(crate) fn updated(&self) -> Option<Moment> {
        self.entries.iter().map(Announcement::updated).max_by_key(|updated| updated.instant(&self.publication.zone))
    }
}

/// The path of a feed in the published layout, such as `feed/all.atom`; its address is `publication.file(&path)`.
///
/// The formats of feeds are RSS, Atom and JSON Feed; any other gives a path that nothing is published at.
#[must_use]
pub fn path(name: &str, format: Format) -> String {
    format!("{}.{}", stem(name), format.extension())
}

/// Sorts announcements as feeds list them: the last changed first, and of those changed at the same instant the one
/// with the greatest id.
///
/// It sorts announcements and references to them alike, so that a caller may choose before it copies.
pub fn newest_first<A: Borrow<Announcement>>(announcements: &mut [A], zone: &Zone) {
    announcements.sort_by_cached_key(|announcement| {
        let announcement = announcement.borrow();
        Reverse((announcement.updated().instant(zone), announcement.id.clone()))
    });
}

fn stem(name: &str) -> String {
    format!("feed/{name}")
}
