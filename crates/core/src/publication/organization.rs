use crate::{
    Country, Iri, Line, Localized, MunicipalityCode, OrganizationNumber, Retired, Slug, closed_set::closed_set,
};

/// Organisation or unit of one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Organization {
    /// Key, by which announcements refer to it.
    pub key: Slug,
    /// Name.
    pub name: Localized,
    /// Other names by which announcements may refer to it. They are not published.
    pub aliases: Vec<Line>,
    /// Kind of organisation.
    pub kind: OrganizationKind,
    /// Swedish organisation number.
    pub number: Option<OrganizationNumber>,
    /// Code of the Swedish municipality that it governs.
    pub municipality_code: Option<MunicipalityCode>,
    /// Country in which it is.
    pub country: Option<Country>,
    /// Key of the place that it governs or is in.
    pub place: Option<Slug>,
    /// Key of the organisation of which it is a unit.
    pub unit_of: Option<Slug>,
    /// Site of the organisation.
    pub homepage: Option<Iri>,
    /// IRIs of the same organisation elsewhere.
    pub same_as: Vec<Iri>,
    /// End of its feed.
    pub retired: Option<Retired>,
}

impl Organization {
    /// Returns an organisation of which only the key and the name are known.
    #[must_use]
    pub const fn new(key: Slug, name: Localized) -> Self {
        Self {
            key,
            name,
            aliases: Vec::new(),
            kind: OrganizationKind::Other,
            number: None,
            municipality_code: None,
            country: None,
            place: None,
            unit_of: None,
            homepage: None,
            same_as: Vec::new(),
            retired: None,
        }
    }
}

closed_set! {
    /// Kind of organisation that the mapping tells apart.
    pub enum OrganizationKind {
        /// Municipality or another local authority.
        Municipality "municipality" sv("kommun"),
        /// Any other authority.
        Authority "authority" sv("myndighet"),
        /// Company.
        Company "company" sv("bolag") also("företag"),
        /// Association.
        Association "association" sv("förening"),
        /// None of these, or unknown.
        Other "other" sv("annan"),
    }
}
