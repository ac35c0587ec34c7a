use anslag_wording::{Language, Wording};
use std::fmt;

/// Makes the enum from the table of its words: after each variant its article and its word, in English and in Swedish. An
/// article is empty where the word has none.
macro_rules! nouns {
    ($(
        $(#[$meta:meta])*
        $variant:ident en($en_article:literal, $en:literal) sv($sv_article:literal, $sv:literal),
    )*) => {
        /// Name of what a value is, or should be.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Noun {
            $( $(#[$meta])* $variant ),*
        }

        impl Noun {
            /// Returns the article and the word; the article may be empty.
            const fn words(self, language: Language) -> (&'static str, &'static str) {
                match (self, language) {
                    $(
                        (Self::$variant, Language::English) => ($en_article, $en),
                        (Self::$variant, Language::Swedish) => ($sv_article, $sv),
                    )*
                }
            }
        }
    };
}

nouns! {
    // What stands there.
    String en("a", "string") sv("", "text"),
    Number en("a", "number") sv("ett", "tal"),
    Flag en("", "`true` or `false`") sv("", "`true` eller `false`"),
    Date en("a", "date") sv("ett", "datum"),
    Time en("a", "time without a day") sv("ett", "klockslag utan dag"),
    List en("a", "list") sv("en", "lista"),
    Table en("a", "table") sv("en", "tabell"),
    Null en("", "`null`") sv("", "`null`"),

    // What is wanted.
    Line en("a", "line of text") sv("en", "rad text"),
    Text en("", "text") sv("", "text"),
    WebAddress en("a", "web address") sv("en", "webbadress"),
    Iri en("an", "IRI") sv("en", "IRI"),
    Email en("an", "e-mail address") sv("en", "e-postadress"),
    Phone en("a", "telephone number") sv("ett", "telefonnummer"),
    Edtf en("an", "EDTF date") sv("ett", "datum enligt EDTF"),
    Day en("a", "day") sv("en", "dag"),
    Duration en("a", "duration") sv("en", "varaktighet"),
    Hours en("", "hours of a day") sv("", "timmar på en dag"),
    TimeZone en("a", "time zone") sv("en", "tidszon"),
    LanguageTag en("a", "language tag") sv("en", "språktagg"),
    Country en("a", "country code") sv("en", "landskod"),
    Currency en("a", "currency code") sv("en", "valutakod"),
    Theme en("a", "theme") sv("ett", "tema"),
    RegisterKey en("a", "key of the register") sv("en", "nyckel i registret"),
    RegisterKeyOrAddress en("a", "key of the register or a web address") sv("en", "nyckel i registret eller en webbadress"),
    Id en("an", "id") sv("ett", "id"),
    OrganizationNumber en("an", "organisation number") sv("ett", "organisationsnummer"),
    MunicipalityCode en("a", "municipality code") sv("en", "kommunkod"),
    MediaType en("a", "media type") sv("en", "medietyp"),
    NameOrTable en("a", "name or a table") sv("ett", "namn eller en tabell"),
    AnnouncementType en("a", "type of announcement") sv("en", "typ av tillkännagivande"),
    ConsultationStage en("a", "stage of a consultation") sv("ett", "skede för ett samråd"),
    NoticeKind en("a", "kind of notice") sv("en", "sorts kungörelse"),
    PlanStatus en("a", "status") sv("en", "status"),
    Repetition en("an", "interval") sv("ett", "intervall"),
    Attendance en("a", "way to take part") sv("ett", "sätt att delta"),
    TimePrecision en("a", "precision") sv("en", "noggrannhet"),
    DayPart en("a", "part of the day") sv("en", "del av dagen"),
    Service en("a", "service") sv("en", "tjänst"),
    DisruptionStatus en("a", "status of a disruption") sv("en", "status för en driftstörning"),
    OrganizationKind en("a", "kind of organisation") sv("en", "sorts organisation"),
    PlaceKind en("a", "kind of place") sv("en", "sorts plats"),
    AlertSeverity en("a", "severity") sv("en", "allvarlighetsgrad"),
    AlertUrgency en("an", "urgency") sv("en", "grad av brådska"),
    AlertCertainty en("a", "certainty") sv("en", "grad av säkerhet"),
    Reuse en("a", "class of reuse") sv("en", "klass för vidareutnyttjande"),
    PersonalData en("a", "policy on personal data") sv("en", "regel för personuppgifter"),
    DayKey en("the", "key of a day") sv("", "nyckeln för en dag"),
    Format en("a", "format") sv("ett", "format"),
    Compression en("a", "compression") sv("en", "komprimering"),
    Frequency en("a", "frequency") sv("en", "frekvens"),
    AccessRight en("an", "access right") sv("en", "åtkomsträttighet"),
    Availability en("an", "availability") sv("en", "tillgänglighet"),
    Licence en("a", "licence") sv("en", "licens"),
    ContactKind en("a", "kind of contact") sv("en", "sorts kontakt"),
    Compliance en("a", "degree of compliance") sv("en", "grad av förenlighet"),
    AssessmentMethod en("a", "method of assessment") sv("en", "metod för bedömningen"),
    ShortcomingGround en("a", "ground of a shortcoming") sv("en", "grund för en brist"),
    FormatTerm en("a", "term for formats") sv("en", "term för format"),
    Words en("a", "list of words") sv("en", "lista med ord"),

    // The tables of the source files.
    Announcement en("an", "announcement") sv("ett", "tillkännagivande"),
    Taxonomies en("a", "table of taxonomies") sv("en", "tabell med taxonomier"),
    Notice en("a", "notice") sv("en", "kungörelse"),
    NoticeItem en("an", "item") sv("ett", "ärende"),
    NoticeDeadline en("a", "deadline") sv("en", "frist"),
    Law en("a", "law") sv("en", "lag"),
    Document en("a", "document") sv("en", "handling"),
    Disruption en("a", "disruption") sv("en", "driftstörning"),
    Consultation en("a", "consultation") sv("ett", "samråd"),
    Alert en("an", "alert") sv("en", "varning"),
    Job en("a", "job") sv("ett", "ledigt jobb"),
    Offer en("an", "offer") sv("ett", "erbjudande"),
    Image en("an", "image") sv("en", "bild"),
    Attachment en("an", "attachment") sv("en", "bilaga"),
    Link en("a", "link") sv("en", "länk"),
    Update en("an", "update") sv("en", "uppdatering"),
    Contact en("a", "contact") sv("en", "kontakt"),
    Quote en("a", "quote") sv("ett", "citat"),
    Speaker en("a", "speaker") sv("en", "person som citeras"),
    Project en("a", "project") sv("ett", "projekt"),
    Funding en("a", "funding") sv("en", "finansiering"),
    Event en("an", "event") sv("ett", "evenemang"),
    EventPrice en("a", "price for a group") sv("ett", "pris för en grupp"),
    Price en("a", "price") sv("ett", "pris"),
    Coordinates en("", "coordinates") sv("", "koordinater"),
    Organization en("an", "organisation") sv("en", "organisation"),
    Place en("a", "place") sv("en", "plats"),
    Programme en("a", "programme") sv("ett", "program"),
    Publication en("a", "publication") sv("en", "publikation"),
    PublicationContact en("the", "contact of a publication") sv("", "kontakten för en publikation"),
    PostalAddress en("a", "postal address") sv("en", "postadress"),
    Catalogue en("a", "catalogue") sv("en", "katalog"),
    Accessibility en("an", "accessibility statement") sv("en", "tillgänglighetsredogörelse"),
    Shortcoming en("a", "shortcoming") sv("en", "brist i tillgängligheten"),
    Output en("the", "output of a publication") sv("", "en publikations utdata"),
    Check en("the", "settings of a check") sv("", "inställningarna för en kontroll"),
    FeedKind en("a", "kind of feed") sv("en", "sorts flöde"),
    CustomFeed en("a", "feed") sv("ett", "flöde"),
    FeedKey en("a", "key of a feed") sv("en", "nyckel till ett flöde"),
    Retired en("the", "end of a feed") sv("", "slutet på ett flöde"),
    Register en("a", "register") sv("ett", "register"),
    RegisteredOrganization en("an", "organisation of the register") sv("en", "organisation i registret"),
    RegisteredProgramme en("a", "programme of the register") sv("ett", "program i registret"),
    RegisteredTopic en("a", "topic of the register") sv("ett", "ämne i registret"),
    RegisteredPlace en("a", "place of the register") sv("en", "plats i registret"),
    RegisteredBoard en("a", "notice board of the register") sv("en", "anslagstavla i registret"),
    FormerLanguage en("a", "former language") sv("ett", "tidigare språk"),
}

impl Noun {
    /// Returns the noun for something that does not exist, as in "unknown status".
    pub(crate) const fn unknown(self) -> UnknownNoun {
        UnknownNoun(self)
    }
}

/// Writes the noun with its article, as in "a list".
impl Wording for Noun {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.words(language) {
            ("", word) => f.write_str(word),
            (article, word) => write!(f, "{article} {word}"),
        }
    }
}

/// Noun of something that does not exist, without its article: "unknown status", "okänt format".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct UnknownNoun(Noun);

impl Wording for UnknownNoun {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (article, word) = self.0.words(language);
        let adjective = match (language, article) {
            (Language::English, _) => "unknown",
            (Language::Swedish, "ett") => "okänt",
            (Language::Swedish, _) => "okänd",
        };
        write!(f, "{adjective} {word}")
    }
}
