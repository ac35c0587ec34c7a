use anslag_core::{Announcement, Board, Localized, Location, Organization, Party, Programme, Publication};
use std::borrow::Cow;

/// The names of what an announcement refers to, for its readers: in its language if the register has the name in it.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// The publication, whose main language comes next.
    pub publication: &'a Publication,
    /// The announcement.
    pub announcement: &'a Announcement,
}

impl<'a> Names<'a> {
    /// Returns a text of the register.
    #[must_use]
    pub fn localized(self, text: &'a Localized) -> &'a str {
        text.get(&self.announcement.language, &self.publication.language).1.as_str()
    }

    /// Returns the name of a notice board.
    #[must_use]
    pub fn board(self, board: &'a Board) -> &'a str {
        self.localized(&board.name)
    }

    /// Returns the name of an organisation of the register.
    #[must_use]
    pub fn organization(self, organization: &'a Organization) -> &'a str {
        self.localized(&organization.name)
    }

    /// Returns the name of an organisation.
    #[must_use]
    pub fn party(self, party: &'a Party) -> &'a str {
        match party {
            Party::Registered(organization) => self.localized(&organization.name),
            Party::Named(organization) => organization.name.as_str(),
        }
    }

    /// Returns the name of a place.
    #[must_use]
    pub fn location(self, location: &'a Location) -> &'a str {
        match location {
            Location::Registered(place) => self.localized(&place.name),
            Location::Named(place) => place.name.as_str(),
        }
    }

    /// Returns the name of a place, with its street address in brackets.
    #[must_use]
    pub fn location_with_address(self, location: &'a Location) -> Cow<'a, str> {
        let name = self.location(location);
        location.address().map_or(name.into(), |address| format!("{name} ({address})").into())
    }

    /// Returns the name of a programme.
    #[must_use]
    pub fn programme(self, programme: &'a Programme) -> &'a str {
        match programme {
            Programme::Registered(programme) => self.localized(&programme.name),
            Programme::Named(programme) => programme.name.as_str(),
        }
    }
}
