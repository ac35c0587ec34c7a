use crate::{
    Country, Iri, Line, Localized, MunicipalityCode, OrganizationNumber, Retired, Slug, closed_set::closed_set,
};

/// An organisation or a unit of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Organization {
    /// What announcements refer to it by.
    pub key: Slug,
    /// Its name.
    pub name: Localized,
    /// Other names that announcements may refer to it by; they are not published.
    pub aliases: Vec<Line>,
    /// What kind of organisation it is.
    pub kind: OrganizationKind,
    /// Its Swedish organisation number.
    pub number: Option<OrganizationNumber>,
    /// The code of the Swedish municipality that it governs.
    pub municipality_code: Option<MunicipalityCode>,
    /// The country it is in.
    pub country: Option<Country>,
    /// The key of the place it governs or is in.
    pub place: Option<Slug>,
    /// The key of the organisation it is a unit of.
    pub unit_of: Option<Slug>,
    /// Its own site.
    pub homepage: Option<Iri>,
    /// IRIs of the same organisation elsewhere.
    pub same_as: Vec<Iri>,
    /// The end of its feed.
    pub retired: Option<Retired>,
}

closed_set! {
    /// The kinds of organisation that the mapping tells apart.
    pub enum OrganizationKind {
        /// A municipality or another local authority.
        Municipality "municipality" sv("kommun"),
        /// Any other authority.
        Authority "authority" sv("myndighet"),
        /// A company.
        Company "company" sv("bolag") also("företag"),
        /// An association.
        Association "association" sv("förening"),
        /// None of these, or not known.
        Other "other" sv("annan"),
    }
}
