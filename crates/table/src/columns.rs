//! The columns of every table: the one place where their names, their titles and their properties stand.
//!
//! `says` gives a property whose triples a conversion into RDF may give, `means` one whose RDF value is another
//! (a text with its language, a moment instead of its day, a node instead of its name).

use crate::{
    Template,
    column::{Choice, Column, Kind, Label},
};

const TYPE: Template = Template::Whole("https://w3id.org/anslag/type/{type}");
const PLAN_STATUS: Template = Template::Whole("https://w3id.org/anslag/ns#{plan_status}");

const PUBLISHER: Template = Template::Whole("{+publisher_iri}");
const SOURCE: Template = Template::Whole("{+source_url}");
const TOPIC: Template = Template::Whole("{+topic_iri}");
const REPLACES: Template = Template::Below("announcement/{replaces}");
const TRANSLATION_OF: Template = Template::Below("announcement/{translation_of}");
const PERSONAL_DATA: Template = Template::Whole("https://w3id.org/anslag/ns#personal-data-{personal_data}");
const PLACE: Template = Template::Whole("{+place_iri}");
const SEVERITY: Template = Template::Whole("https://w3id.org/anslag/ns#severity-{severity}");
const URGENCY: Template = Template::Whole("https://w3id.org/anslag/ns#urgency-{urgency}");
const CERTAINTY: Template = Template::Whole("https://w3id.org/anslag/ns#certainty-{certainty}");
const PERSON: Template = Template::Whole("{+person_iri}");
const ORGANIZATION: Template = Template::Whole("{+organization_iri}");
const FUNDER: Template = Template::Whole("{+funder_iri}");
const SERVICE: Template = Template::Whole("https://w3id.org/anslag/ns#{service}");
const DISRUPTION_STATUS: Template = Template::Whole("https://w3id.org/anslag/ns#{status}");
const LEGAL_BASIS: Template = Template::Whole("{+legal_basis_url}");
const URL: Template = Template::Whole("{+url}");
const BOOKING: Template = Template::Whole("{+booking_url}");

const ANNOUNCEMENT_ID: Column = column("announcement_id", Kind::Id, "tillkännagivande", "announcement")
    .required()
    .described("Id i tabellen announcements.", "The id in the table announcements.");

const N: Column = column("n", Kind::Integer, "nummer", "number")
    .required()
    .described("Radens nummer bland de rader som hör ihop, från 1.", "The row's number among its like, from 1.");

pub(crate) const ANNOUNCEMENTS: [Column; 22] = [
    column("id", Kind::Id, "id", "id")
        .required()
        .described("Datum och namn, som aldrig ändras.", "A date and a name, which never change.")
        .says("dc:identifier"),
    column("type", Kind::Choice(Choice::AnnouncementType), "typ", "type").required().says("dc:type").link(TYPE),
    column("title", Kind::Text, "rubrik", "title").required().means("schema:headline"),
    column("lead", Kind::Text, "ingress", "lead").means("schema:abstract"),
    // CSVW has a datatype `language`, which validators refuse for good tags.
    column("language", Kind::Code, "språk", "language")
        .required()
        .described("Språktagg (BCP 47), som sv.", "A language tag (BCP 47), such as sv.")
        .says("schema:inLanguage"),
    column("published", Kind::Date, "publicerad", "published")
        .required()
        .described("Dagen i utgivarens tidszon.", "The day in the publisher's time zone.")
        .means("schema:datePublished"),
    column("modified", Kind::Date, "ändrad", "modified")
        .described("Dagen i utgivarens tidszon.", "The day in the publisher's time zone.")
        .means("schema:dateModified"),
    column("expires", Kind::Date, "upphör", "expires")
        .described("Dagen i utgivarens tidszon.", "The day in the publisher's time zone.")
        .means("schema:expires"),
    column("published_at", Kind::DateTime, "publicerad, tidpunkt", "published at")
        .described("Tom där källan bara ger en dag.", "Empty where the source gives only a day.")
        .says("schema:datePublished"),
    column("modified_at", Kind::DateTime, "ändrad, tidpunkt", "modified at")
        .described("Tom där källan bara ger en dag.", "Empty where the source gives only a day.")
        .says("schema:dateModified"),
    column("publisher_iri", Kind::Iri, "utgivarens IRI", "publisher IRI")
        .required()
        .says("schema:publisher")
        .link(PUBLISHER),
    column("publisher_name", Kind::Text, "utgivare", "publisher").required().about(PUBLISHER).means("schema:name"),
    column("municipality_code", Kind::Code, "kommunkod", "municipality code")
        .described("Utgivarens kommunkod (SCB).", "The publisher's municipality code (Statistics Sweden).")
        .about(PUBLISHER)
        .says("https://w3id.org/anslag/ns#municipalityCode"),
    column("page_url", Kind::Iri, "sidans adress", "page address")
        .required()
        .described("Tillkännagivandets IRI, som också är dess sida.", "The announcement's IRI, which is its page too."),
    column("source_url", Kind::Iri, "källans adress", "source address")
        .described("Sidan där det först publicerades.", "The page it was first published on.")
        .means("schema:url")
        .link(SOURCE),
    column("topics", Kind::Multi, "ämnen", "topics").described(
        "Nycklar med | emellan; tabellen announcement_topics har mer.",
        "Keys separated by |; the table announcement_topics has more.",
    ),
    column("themes", Kind::Multi, "teman", "themes").described(
        "Koder ur EU:s tabell data-theme med | emellan.",
        "Codes of the EU's table data-theme separated by |.",
    ),
    column("replaces", Kind::Id, "ersätter", "replaces").says("dc:replaces").link(REPLACES),
    column("translation_of", Kind::Id, "översättning av", "translation of")
        .says("schema:translationOfWork")
        .link(TRANSLATION_OF),
    column("translations", Kind::Multi, "översättningar", "translations")
        .described("Id med | emellan.", "Ids separated by |.")
        .means("schema:workTranslation"),
    column("personal_data", Kind::Choice(Choice::PersonalData), "personuppgifter", "personal data")
        .described(
            "strip: personuppgifter är utelämnade. Tom där källan inget säger.",
            "strip: data on people are left out. Empty where the source says nothing.",
        )
        .says("https://w3id.org/anslag/ns#personalDataPolicy")
        .link(PERSONAL_DATA),
    column("body_text", Kind::Text, "text", "text")
        .described("Hela texten utan formatering.", "The whole text without formatting.")
        .means("schema:articleBody"),
];

pub(crate) const ANNOUNCEMENT_TOPICS: [Column; 5] = [
    ANNOUNCEMENT_ID,
    N,
    column("topic", Kind::Code, "nyckel", "key").required(),
    column("topic_iri", Kind::Iri, "ämnets IRI", "topic IRI").required().says("dc:subject").link(TOPIC),
    column("label", Kind::Text, "ämne", "topic").required().about(TOPIC).means("skos:prefLabel"),
];

pub(crate) const ANNOUNCEMENT_PLACES: [Column; 5] = [
    ANNOUNCEMENT_ID,
    N,
    column("name", Kind::Text, "plats", "place").required().about(PLACE).means("schema:name"),
    column("country", Kind::Code, "land", "country")
        .described("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters."),
    column("place_iri", Kind::Iri, "platsens IRI", "place IRI").required().says("dc:spatial").link(PLACE),
];

pub(crate) const CONTACTS: [Column; 7] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("dcat:contactPoint").link(Template::CONTACT),
    N,
    column("name", Kind::Text, "namn", "name").required().says("schema:name"),
    column("role", Kind::Text, "roll", "role").means("schema:contactType"),
    column("phone", Kind::Phone, "telefon", "telephone")
        .described("Med landsnummer (E.164).", "With its calling code (E.164).")
        .says("schema:telephone"),
    column("email", Kind::Email, "e-post", "e-mail").says("schema:email"),
    column("visiting_address", Kind::Text, "besöksadress", "visiting address")
        .about(Template::CONTACT_ADDRESS)
        .says("vcard:street-address"),
];

pub(crate) const QUOTES: [Column; 3] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:hasPart").link(Template::QUOTE),
    N.says("schema:position"),
    column("text", Kind::Text, "citat", "quote").required().means("schema:text"),
];

pub(crate) const QUOTE_SPEAKERS: [Column; 7] = [
    ANNOUNCEMENT_ID.about(Template::QUOTE_N).says("schema:spokenByCharacter").link(PERSON),
    column("quote_n", Kind::Integer, "citatets nummer", "number of the quote").required(),
    N,
    column("name", Kind::Text, "namn", "name").required().says("schema:name"),
    column("role", Kind::Text, "roll", "role").means("schema:jobTitle"),
    column("unit", Kind::Text, "enhet", "unit")
        .described("Där personen arbetar.", "Where the person works.")
        .means("schema:worksFor"),
    column("person_iri", Kind::Iri, "personens IRI", "person IRI").required().described(
        "Samma för samma person i ett tillkännagivande, aldrig över flera.",
        "The same for the same person in one announcement, never across several.",
    ),
];

pub(crate) const PROJECTS: [Column; 6] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:about").link(Template::PROJECT),
    column("name", Kind::Text, "namn", "name").means("schema:name"),
    column("programme", Kind::Text, "program", "programme").means("dc:isPartOf"),
    column("duration", Kind::Duration, "längd", "duration")
        .described("ISO 8601, som P1Y för ett år.", "ISO 8601, such as P1Y for one year.")
        .about(Template::PROJECT_PERIOD)
        .says("http://www.w3.org/2006/time#hasXSDDuration"),
    column("start", Kind::Edtf, "början", "start")
        .described("EDTF; 2021-23 är hösten 2021.", "EDTF; 2021-23 is autumn 2021.")
        .about(Template::PROJECT_PERIOD)
        .means("dcat:startDate"),
    column("end", Kind::Edtf, "slut", "end")
        .described("EDTF; 2021-23 är hösten 2021.", "EDTF; 2021-23 is autumn 2021.")
        .about(Template::PROJECT_PERIOD)
        .means("dcat:endDate"),
];

pub(crate) const PROJECT_MEMBERS: [Column; 6] = [
    ANNOUNCEMENT_ID,
    N,
    column("name", Kind::Text, "organisation", "organisation").required().about(ORGANIZATION).means("schema:name"),
    column("member_role", Kind::Choice(Choice::MemberRole), "roll", "role").required().described(
        "partner genomför projektet, participant medverkar i det.",
        "A partner carries the project out, a participant takes part in it.",
    ),
    column("country", Kind::Code, "land", "country")
        .described("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters."),
    column("organization_iri", Kind::Iri, "organisationens IRI", "organisation IRI")
        .required()
        .says("schema:member")
        .link(ORGANIZATION),
];

pub(crate) const FUNDING: [Column; 7] = [
    ANNOUNCEMENT_ID.says("schema:fundedItem").link(Template::PROJECT),
    N,
    column("funder", Kind::Text, "finansiär", "funder").required().about(FUNDER).means("schema:name"),
    column("funder_iri", Kind::Iri, "finansiärens IRI", "funder IRI").required().says("schema:funder").link(FUNDER),
    column("share_percent", Kind::Percent, "andel i procent", "share in per cent")
        .says("https://w3id.org/anslag/ns#sharePercent"),
    column("amount", Kind::Decimal, "belopp", "amount").about(Template::FUNDING_AMOUNT).says("schema:value"),
    column("currency", Kind::Code, "valuta", "currency")
        .described("ISO 4217, som SEK.", "ISO 4217, such as SEK.")
        .about(Template::FUNDING_AMOUNT)
        .says("schema:currency"),
];

pub(crate) const EVENTS: [Column; 11] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:mentions").link(Template::EVENT),
    N,
    column("name", Kind::Text, "händelse", "event").required().means("schema:name"),
    column("when_edtf", Kind::Edtf, "när", "when")
        .described("EDTF; 2021-23 är hösten 2021.", "EDTF; 2021-23 is autumn 2021.")
        .says("dc:date"),
    column("plan_status", Kind::Choice(Choice::PlanStatus), "status", "status")
        .says("https://w3id.org/anslag/ns#planStatus")
        .link(PLAN_STATUS),
    column("condition", Kind::Text, "villkor", "condition").means("https://w3id.org/anslag/ns#condition"),
    column("organizer", Kind::Text, "arrangör", "organiser").means("schema:organizer"),
    column("places", Kind::Multi, "platser", "places").means("schema:location").described(
        "Namn med | emellan; ett | i ett namn är skrivet ¦.",
        "Names separated by |; a | in a name is written ¦.",
    ),
    column("price", Kind::Decimal, "pris", "price")
        .described("0 är gratis.", "0 is free of charge.")
        .about(Template::ADMISSION)
        .says("schema:price"),
    column("currency", Kind::Code, "valuta", "currency")
        .described("ISO 4217, som SEK.", "ISO 4217, such as SEK.")
        .about(Template::ADMISSION)
        .says("schema:priceCurrency"),
    column("booking_url", Kind::Iri, "bokning", "booking").about(Template::ADMISSION).means("schema:url").link(BOOKING),
];

pub(crate) const NOTICES: [Column; 15] = [
    ANNOUNCEMENT_ID,
    column("body", Kind::Text, "organ", "body").means("https://w3id.org/anslag/ns#decidedBy"),
    column("legal_basis", Kind::Text, "lagrum", "legal basis").means("https://w3id.org/anslag/ns#legalBasis"),
    column("legal_basis_url", Kind::Iri, "lagrummets adress", "address of the legal basis")
        .means("dc:references")
        .link(LEGAL_BASIS),
    column("meeting", Kind::Date, "sammanträde", "meeting").says("https://w3id.org/anslag/ns#meetingDate"),
    column("paragraphs", Kind::Text, "paragrafer", "paragraphs").says("https://w3id.org/anslag/ns#paragraphs"),
    column("case_number", Kind::Code, "diarienummer", "case number").says("https://w3id.org/anslag/ns#caseNumber"),
    column("adjusted", Kind::Date, "justerat", "minutes adjusted").says("https://w3id.org/anslag/ns#minutesAdjusted"),
    column("posted", Kind::Date, "anslaget", "posted").required().about(Template::NOTICE_PERIOD).says("dcat:startDate"),
    column("appeal_until", Kind::Date, "överklagas senast", "appeal until")
        .says("https://w3id.org/anslag/ns#appealUntil"),
    column("remove_after", Kind::Date, "får tas ned", "may be taken down")
        .about(Template::NOTICE_PERIOD)
        .says("dcat:endDate"),
    column("derived", Kind::Multi, "beräknat", "derived").described(
        "Kolumner vars dagar inte står i källan utan är beräknade.",
        "Columns whose days are not in the source but follow from a rule.",
    ),
    column("appeal_to", Kind::Text, "överklagas till", "appeal to").means("https://w3id.org/anslag/ns#appealTo"),
    column("kept_at", Kind::Text, "protokollet förvaras", "minutes are kept at")
        .means("https://w3id.org/anslag/ns#keptAt"),
    column("secretary", Kind::Text, "sekreterare", "secretary").says("https://w3id.org/anslag/ns#secretary"),
];

/// The columns of a moment: its day, and its time where the source gives one.
const fn moment(day: Column, time: Column, property: &'static str) -> [Column; 2] {
    [
        day.described("Dagen i utgivarens tidszon.", "The day in the publisher's time zone.").means(property),
        time.described("Tom där källan bara ger en dag.", "Empty where the source gives only a day.").says(property),
    ]
}

const STARTS: [Column; 2] = moment(
    column("starts", Kind::Date, "börjar", "starts").required(),
    column("starts_at", Kind::DateTime, "börjar, tidpunkt", "starts at"),
    "schema:startDate",
);

const EXPECTED_END: [Column; 2] = moment(
    column("expected_end", Kind::Date, "väntas sluta", "expected end"),
    column("expected_end_at", Kind::DateTime, "väntas sluta, tidpunkt", "expected end at"),
    "https://w3id.org/anslag/ns#expectedEnd",
);

const ENDED: [Column; 2] = moment(
    column("ended", Kind::Date, "slutade", "ended"),
    column("ended_at", Kind::DateTime, "slutade, tidpunkt", "ended at"),
    "schema:endDate",
);

pub(crate) const DISRUPTIONS: [Column; 12] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:about").link(Template::DISRUPTION),
    column("service", Kind::Choice(Choice::Service), "tjänst", "service")
        .required()
        .says("https://w3id.org/anslag/ns#affectedService")
        .link(SERVICE),
    column("areas", Kind::Multi, "områden", "areas").means("schema:location").described(
        "Namn med | emellan; ett | i ett namn är skrivet ¦.",
        "Names separated by |; a | in a name is written ¦.",
    ),
    column("cause", Kind::Text, "orsak", "cause").means("https://w3id.org/anslag/ns#cause"),
    STARTS[0],
    STARTS[1],
    EXPECTED_END[0],
    EXPECTED_END[1],
    ENDED[0],
    ENDED[1],
    column("status", Kind::Choice(Choice::DisruptionStatus), "status", "status")
        .says("https://w3id.org/anslag/ns#disruptionStatus")
        .link(DISRUPTION_STATUS),
    column("advice", Kind::Text, "råd", "advice").means("https://w3id.org/anslag/ns#instruction"),
];

pub(crate) const CONSULTATIONS: [Column; 7] = [
    ANNOUNCEMENT_ID,
    column("opens", Kind::Date, "öppnar", "opens").about(Template::CONSULTATION_PERIOD).says("dcat:startDate"),
    column("closes", Kind::Date, "stänger", "closes")
        .required()
        .about(Template::CONSULTATION_PERIOD)
        .says("dcat:endDate"),
    // A notice of the same announcement may have another number, which the RDF then says.
    column("case_number", Kind::Code, "diarienummer", "case number").means("https://w3id.org/anslag/ns#caseNumber"),
    column("read_at", Kind::Text, "handlingarna finns", "documents are at")
        .means("https://w3id.org/anslag/ns#documentsAt"),
    column("send_to", Kind::Email, "synpunkter till", "send comments to")
        .means("https://w3id.org/anslag/ns#sendCommentsTo"),
    column("no_reply", Kind::Text, "uteblivet svar", "no reply").means("https://w3id.org/anslag/ns#effectOfNoReply"),
];

const EFFECTIVE: [Column; 2] = moment(
    column("effective", Kind::Date, "gäller från", "effective").required(),
    column("effective_at", Kind::DateTime, "gäller från, tidpunkt", "effective at"),
    "https://w3id.org/anslag/ns#effective",
);

const EXPIRES: [Column; 2] = moment(
    column("expires", Kind::Date, "gäller till", "expires"),
    column("expires_at", Kind::DateTime, "gäller till, tidpunkt", "expires at"),
    "https://w3id.org/anslag/ns#expires",
);

const ALL_CLEAR: [Column; 2] = moment(
    column("all_clear", Kind::Date, "faran över", "all clear"),
    column("all_clear_at", Kind::DateTime, "faran över, tidpunkt", "all clear at"),
    "https://w3id.org/anslag/ns#allClear",
);

pub(crate) const ALERTS: [Column; 14] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:about").link(Template::ALERT),
    column("sender", Kind::Text, "avsändare", "sender").required().means("https://w3id.org/anslag/ns#sender"),
    column("event", Kind::Text, "fara", "event").required().means("schema:name"),
    column("severity", Kind::Choice(Choice::AlertSeverity), "allvar", "severity")
        .required()
        .described("Som i CAP 1.2.", "As in CAP 1.2.")
        .says("https://w3id.org/anslag/ns#severity")
        .link(SEVERITY),
    column("urgency", Kind::Choice(Choice::AlertUrgency), "brådska", "urgency")
        .described("Som i CAP 1.2.", "As in CAP 1.2.")
        .says("https://w3id.org/anslag/ns#urgency")
        .link(URGENCY),
    column("certainty", Kind::Choice(Choice::AlertCertainty), "säkerhet", "certainty")
        .described("Som i CAP 1.2.", "As in CAP 1.2.")
        .says("https://w3id.org/anslag/ns#certainty")
        .link(CERTAINTY),
    column("areas", Kind::Multi, "områden", "areas").means("schema:location").described(
        "Namn med | emellan; ett | i ett namn är skrivet ¦.",
        "Names separated by |; a | in a name is written ¦.",
    ),
    EFFECTIVE[0],
    EFFECTIVE[1],
    EXPIRES[0],
    EXPIRES[1],
    ALL_CLEAR[0],
    ALL_CLEAR[1],
    column("instruction", Kind::Text, "råd", "instruction").means("https://w3id.org/anslag/ns#instruction"),
];

pub(crate) const JOBS: [Column; 7] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:about").link(Template::JOB),
    column("title", Kind::Text, "jobb", "job").required().means("schema:title"),
    column("unit", Kind::Text, "arbetsplats", "unit").means("schema:employmentUnit"),
    column("extent", Kind::Text, "omfattning", "extent").means("schema:employmentType"),
    column("apply_by", Kind::Date, "sök senast", "apply by").says("schema:validThrough"),
    column("reference", Kind::Code, "referens", "reference").says("schema:identifier"),
    column("url", Kind::Iri, "ansökan", "application").means("schema:url").link(URL),
];

pub(crate) const OFFERS: [Column; 10] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:about").link(Template::OFFER),
    N,
    column("designation", Kind::Code, "fastighetsbeteckning", "property designation")
        .required()
        .says("https://w3id.org/anslag/ns#propertyDesignation"),
    column("area", Kind::Decimal, "areal", "area")
        .described("I kvadratmeter.", "In square metres.")
        .says("https://w3id.org/anslag/ns#areaSquareMetres"),
    column("price", Kind::Decimal, "pris", "price").says("schema:price"),
    column("currency", Kind::Code, "valuta", "currency")
        .described("ISO 4217, som SEK.", "ISO 4217, such as SEK.")
        .says("schema:priceCurrency"),
    column("apply_by", Kind::Date, "sök senast", "apply by").says("schema:validThrough"),
    column("allocation", Kind::Text, "fördelning", "allocation").means("https://w3id.org/anslag/ns#allocation"),
    column("place", Kind::Text, "plats", "place").means("schema:availableAtOrFrom"),
    column("url", Kind::Iri, "ansökan", "application").means("schema:url").link(URL),
];

pub(crate) const IMAGES: [Column; 6] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:image").link(Template::IMAGE),
    N,
    column("url", Kind::Iri, "adress", "address").required().means("schema:contentUrl").link(URL),
    column("alt", Kind::Text, "beskrivning", "alternative text").required().means("schema:description"),
    column("caption", Kind::Text, "bildtext", "caption").means("schema:caption"),
    column("credit", Kind::Text, "upphov", "credit").means("schema:creditText"),
];

pub(crate) const LINKS: [Column; 4] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("dc:relation").link(Template::LINK),
    N,
    column("title", Kind::Text, "titel", "title").required().means("schema:name"),
    column("url", Kind::Iri, "adress", "address").required().means("schema:url").link(URL),
];

pub(crate) const UPDATES: [Column; 5] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:hasPart").link(Template::UPDATE),
    N,
    column("date", Kind::Date, "dag", "day")
        .required()
        .described("Dagen i utgivarens tidszon.", "The day in the publisher's time zone.")
        .means("schema:datePublished"),
    column("date_at", Kind::DateTime, "tidpunkt", "time")
        .described("Tom där källan bara ger en dag.", "Empty where the source gives only a day.")
        .says("schema:datePublished"),
    column("text", Kind::Text, "text", "text").required().means("schema:text"),
];

pub(crate) const ATTACHMENTS: [Column; 6] = [
    ANNOUNCEMENT_ID.about(Template::ANNOUNCEMENT).says("schema:associatedMedia").link(Template::ATTACHMENT),
    N,
    column("title", Kind::Text, "titel", "title").required().means("schema:name"),
    column("url", Kind::Iri, "adress", "address").required().means("schema:contentUrl").link(URL),
    column("media_type", Kind::Code, "medietyp", "media type")
        .required()
        .described("Som application/pdf.", "Such as application/pdf.")
        .says("schema:encodingFormat"),
    column("size", Kind::Bytes, "storlek", "size")
        .described("I byte; tom där den inte är känd.", "In bytes; empty where it is not known.")
        .says("dcat:byteSize"),
];

/// A column that may be empty and stands for no property.
const fn column(name: &'static str, kind: Kind, sv: &'static str, en: &'static str) -> Column {
    let title = Label { sv, en };
    Column {
        name,
        title,
        description: None,
        kind,
        required: false,
        property: None,
        about: None,
        value: None,
        output: false,
    }
}

impl Column {
    const fn required(self) -> Self {
        Self { required: true, ..self }
    }

    const fn described(self, sv: &'static str, en: &'static str) -> Self {
        Self { description: Some(Label { sv, en }), ..self }
    }

    const fn means(self, property: &'static str) -> Self {
        Self { property: Some(property), ..self }
    }

    const fn says(self, property: &'static str) -> Self {
        Self { property: Some(property), output: true, ..self }
    }

    const fn about(self, about: Template) -> Self {
        Self { about: Some(about), ..self }
    }

    const fn link(self, value: Template) -> Self {
        Self { value: Some(value), ..self }
    }
}
