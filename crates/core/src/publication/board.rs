use crate::{Email, Iri, Line, Localized, Retired, Slug};

/// Notice board of a municipality, on which notices are posted.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Board {
    /// Key, by which notices refer to it.
    pub key: Slug,
    /// Name.
    pub name: Localized,
    /// Other names by which notices may refer to it. They are not published.
    pub aliases: Vec<Line>,
    /// Key of the organisation that operates it.
    pub operator: Option<Slug>,
    /// Page of the board.
    pub page: Option<Iri>,
    /// Key of the place where the physical board hangs.
    pub place: Option<Slug>,
    /// E-mail address for those who ask about the board.
    pub email: Option<Email>,
    /// End of its feed, if it is no longer used.
    pub retired: Option<Retired>,
}
