use crate::Site;
use anslag_core::{AnnouncementType, Iri, Organization, Place, Topic};
use jiff::civil::Date;
use std::num::NonZeroU32;

/// List of announcements that have something in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List<'a> {
    /// All announcements.
    All,
    /// Announcements of a type.
    Type(AnnouncementType),
    /// Announcements about a topic.
    Topic(&'a Topic),
    /// Announcements that an organisation publishes or is responsible for.
    Organization(&'a Organization),
    /// Announcements that mention a place.
    Place(&'a Place),
    /// Announcements that were published in a month, by its first day.
    Month(Date),
}

impl List<'_> {
    /// Returns the path of the list's pages: that of the IRI if the list is of an entry of the register.
    fn folder(self) -> String {
        match self {
            Self::All => "latest/".to_owned(),
            Self::Type(kind) => format!("type/{}/", kind.key()),
            Self::Topic(topic) => format!("def/topic/{}/", topic.key),
            Self::Organization(organization) => format!("def/organization/{}/", organization.key),
            Self::Place(place) => format!("def/place/{}/", place.key),
            Self::Month(first) => format!("month/{}/", first.strftime("%Y-%m")),
        }
    }
}

impl Site<'_> {
    /// Returns the path of a page of a list in a language, in the published layout.
    #[must_use]
    pub fn list_path(&self, list: List<'_>, language: &str, number: Option<NonZeroU32>) -> String {
        format!("{}index.html", self.list_folder(list, language, number))
    }

    /// Mints the address of the newest page of a list in a language; of the main one if there is none.
    pub(crate) fn list_address(&self, list: List<'_>, language: &str) -> Iri {
        self.publication.file(&self.list_folder(list, language, None))
    }

    /// Returns what a link to a list leads to.
    pub(crate) fn list_href(&self, list: List<'_>, language: &str) -> String {
        self.href(&self.list_address(list, language))
    }

    pub(crate) fn list_folder(&self, list: List<'_>, language: &str, number: Option<NonZeroU32>) -> String {
        let page = number.map(|number| format!("page/{number}/")).unwrap_or_default();
        format!("{}{}{page}", self.start_folder(language), list.folder())
    }
}
