use crate::{
    AccessRight, Availability, Country, DataTheme, Day, Frequency, Iri, LanguageTag, Line, Localized, Organization,
    Register, closed_set::closed_set,
};

/// Settings of the catalogue beside title, publisher, contact and licence: what DCAT-AP-SE 3.0.1 recommends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueSettings {
    /// Title of the catalogue, if it is not made from that of the publication.
    pub title: Option<Localized>,
    /// Title of the dataset, if it is not a word for announcements.
    pub dataset_title: Option<Localized>,
    /// Keywords of the dataset, each with its language.
    pub keywords: Vec<(LanguageTag, Line)>,
    /// The EU's themes, by which portals sort.
    pub themes: Vec<DataTheme>,
    /// Areas that the announcements concern: IRIs of GeoNames or of the EU's authority tables.
    pub spatial: Vec<Iri>,
    /// Update frequency.
    pub frequency: Frequency,
    /// Access rights.
    pub access_rights: AccessRight,
    /// Planned availability of the files.
    pub availability: Option<Availability>,
    /// Day of the first publication of the dataset.
    pub issued: Option<Day>,
    /// Site of the catalogue.
    pub homepage: Option<Iri>,
    /// Page about the dataset.
    pub landing_page: Option<Iri>,
    /// Standards to which the data conform, beside our own shapes.
    pub conforms_to: Vec<Iri>,
    /// Value of `dcterms:format`.
    pub format: FormatTerm,
    /// SPARQL endpoint of the data.
    pub sparql: Option<Iri>,
    /// Beginning of the event stream of changes.
    pub event_stream: Option<Iri>,
}

closed_set! {
    /// Value of `dcterms:format` in a catalogue, on which the two profiles do not agree.
    pub enum FormatTerm {
        /// IRI of the EU's file type, as DCAT-AP requires.
        FileType "file-type",
        /// Media type as a literal, as in the template of DCAT-AP-SE.
        MediaType "media-type",
    }
}

impl CatalogueSettings {
    /// Makes the default settings: public data of a local government, updated at no fixed times.
    ///
    /// The area is the place of the publisher, or else its country.
    #[must_use]
    pub fn new(publisher: &Organization, register: &Register, country: Country) -> Self {
        let keyword = |(language, word): (&str, &str)| {
            let language = LanguageTag::new(language).expect("our own keywords have valid languages");
            (language, Line::new(word).expect("our own keywords are lines"))
        };
        Self {
            title: None,
            dataset_title: None,
            keywords: KEYWORDS.map(keyword).to_vec(),
            themes: vec![DataTheme::new("GOVE").expect("the theme is in the table")],
            spatial: vec![geonames_iri(publisher, register).unwrap_or_else(|| country.iri())],
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

/// Keywords of every dataset of announcements, in the singular.
const KEYWORDS: [(&str, &str); 6] = [
    ("sv", "tillkännagivande"),
    ("sv", "nyhet"),
    ("sv", "kungörelse"),
    ("en", "announcement"),
    ("en", "news"),
    ("en", "public notice"),
];

/// Returns the publisher's place in GeoNames, which portals know.
fn geonames_iri(publisher: &Organization, register: &Register) -> Option<Iri> {
    let place = register.place(publisher.place.as_ref()?)?;
    place.same_as.iter().find(|iri| iri.as_str().starts_with("https://sws.geonames.org/")).cloned()
}
