use crate::{
    AccessRight, Availability, Country, DataTheme, Day, Frequency, Iri, LanguageTag, Line, Localized, Organization,
    Register, closed_set::closed_set,
};

/// What a catalogue says of a publication beside its title, its publisher, its contact and its licence: what DCAT-AP-SE
/// 3.0.1 recommends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueSettings {
    /// The title of the catalogue, where it is not made of the publication's.
    pub title: Option<Localized>,
    /// Words to find the dataset by, each in its language.
    pub keywords: Vec<(LanguageTag, Line)>,
    /// The EU's themes that portals sort by.
    pub themes: Vec<DataTheme>,
    /// What area the announcements are about: IRIs of GeoNames or of the EU's authority tables.
    pub spatial: Vec<Iri>,
    /// How often there is something new.
    pub frequency: Frequency,
    /// Who may use the data.
    pub access_rights: AccessRight,
    /// For how long the files are meant to be there.
    pub availability: Option<Availability>,
    /// When the dataset was published for the first time.
    pub issued: Option<Day>,
    /// The site of the catalogue.
    pub homepage: Option<Iri>,
    /// The page that tells people about the dataset.
    pub landing_page: Option<Iri>,
    /// Standards that the data keep to, beside our own shapes.
    pub conforms_to: Vec<Iri>,
    /// What stands in `dcterms:format`.
    pub format: FormatTerm,
    /// Where the data can be queried with SPARQL.
    pub sparql: Option<Iri>,
    /// Where the event stream of changes begins.
    pub event_stream: Option<Iri>,
}

closed_set! {
    /// What a catalogue writes in `dcterms:format`, on which the two profiles do not agree.
    pub enum FormatTerm {
        /// The IRI of the EU's file type, which DCAT-AP asks for.
        FileType "file-type",
        /// The media type as a literal, which the template of DCAT-AP-SE has.
        MediaType "media-type",
    }
}

impl CatalogueSettings {
    /// What is true where nobody says otherwise: public data of a local government, that change at no fixed times, about
    /// the place of their publisher, else its country.
    #[must_use]
    pub fn new(publisher: &Organization, register: &Register, country: Country) -> Self {
        let keyword = |(language, word): (&str, &str)| {
            let language = LanguageTag::new(language).expect("our own keywords have valid languages");
            (language, Line::new(word).expect("our own keywords are lines"))
        };
        Self {
            title: None,
            keywords: KEYWORDS.map(keyword).to_vec(),
            themes: vec![DataTheme::new("GOVE").expect("the theme is in the table")],
            spatial: vec![place_of(publisher, register).unwrap_or_else(|| country.iri())],
            frequency: Frequency::IRREGULAR,
            access_rights: AccessRight::Public,
            availability: None,
            issued: None,
            homepage: publisher.homepage.clone(),
            landing_page: None,
            conforms_to: Vec::new(),
            format: FormatTerm::FileType,
            sparql: None,
            event_stream: None,
        }
    }
}

/// What every dataset of announcements can be found by.
const KEYWORDS: [(&str, &str); 6] = [
    ("sv", "tillkännagivanden"),
    ("sv", "nyheter"),
    ("sv", "kungörelser"),
    ("en", "announcements"),
    ("en", "news"),
    ("en", "public notices"),
];

/// The publisher's place in GeoNames, which portals know.
fn place_of(publisher: &Organization, register: &Register) -> Option<Iri> {
    let place = register.place(publisher.place.as_ref()?)?;
    place.same_as.iter().find(|iri| iri.as_str().starts_with("https://sws.geonames.org/")).cloned()
}
