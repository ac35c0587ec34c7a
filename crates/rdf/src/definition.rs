use anslag_vocab::{anslag, dcterms, foaf, rdf, schema, skos, xsd};
use oxrdf::NamedNodeRef;

/// What a term of our own vocabulary means, in Swedish and in English.
pub(crate) struct Definition {
    pub(crate) term: NamedNodeRef<'static>,
    /// What people call it; empty for a scheme, which has its labels already.
    pub(crate) label: [&'static str; 2],
    pub(crate) meaning: [&'static str; 2],
    /// The class of all that the property is said of, where there is one.
    pub(crate) domain: Option<NamedNodeRef<'static>>,
    /// The class or datatype of all the property's values, where there is one; of a class, the class that it is a part of.
    pub(crate) range: Option<NamedNodeRef<'static>>,
}

/// Every term of the vocabulary, in the order of the names of their constants.
pub(crate) const DEFINITIONS: [Definition; 45] = [
    Definition {
        term: anslag::AFFECTED_SERVICE,
        label: ["berörd tjänst", "affected service"],
        meaning: [
            "Vilken tjänst en störning stör: ett av vokabulärens begrepp.",
            "What a disruption disrupts: one of the concepts of this vocabulary.",
        ],
        domain: Some(anslag::DISRUPTION),
        range: Some(skos::CONCEPT),
    },
    Definition {
        term: anslag::ALERT,
        label: ["varning", "alert"],
        meaning: ["En fara som ett tillkännagivande varnar för.", "A danger that an announcement warns of."],
        domain: None,
        range: Some(schema::EVENT),
    },
    Definition {
        term: anslag::ALL_CLEAR,
        label: ["faran över", "all clear"],
        meaning: ["När faran var över.", "When the danger of an alert was over."],
        domain: Some(anslag::ALERT),
        range: None,
    },
    Definition {
        term: anslag::ALLOCATION,
        label: ["tilldelning", "allocation"],
        meaning: [
            "Efter vilken regel en tomt ges till en av dem som anmäler sig.",
            "By what rule a plot of land is given to one of those who apply.",
        ],
        domain: Some(schema::OFFER),
        range: Some(rdf::LANG_STRING),
    },
    Definition {
        term: anslag::APPEAL_TO,
        label: ["överklaga till", "appeal to"],
        meaning: [
            "Till vem ett överklagande av det som en kungörelse meddelar skickas.",
            "To whom an appeal against what a notice announces is sent.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(foaf::ORGANIZATION),
    },
    Definition {
        term: anslag::APPEAL_UNTIL,
        label: ["sista dag att överklaga", "appeal until"],
        meaning: [
            "Sista dagen att överklaga det som en kungörelse meddelar.",
            "The last day for an appeal against what a notice announces.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(xsd::DATE),
    },
    Definition {
        term: anslag::AREA_SQUARE_METRES,
        label: ["area i kvadratmeter", "area in square metres"],
        meaning: ["En tomts area i kvadratmeter.", "The area of a plot of land, in square metres."],
        domain: Some(schema::OFFER),
        range: Some(xsd::DECIMAL),
    },
    Definition {
        term: anslag::CASE_NUMBER,
        label: ["diarienummer", "case number"],
        meaning: [
            "Diarienumret för det ärende som ett tillkännagivande gäller.",
            "The number of the case that an announcement is about.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(xsd::STRING),
    },
    Definition {
        term: anslag::CAUSE,
        label: ["orsak", "cause"],
        meaning: ["Varför en störning inträffar.", "Why a disruption happens."],
        domain: Some(anslag::DISRUPTION),
        range: Some(rdf::LANG_STRING),
    },
    Definition {
        term: anslag::CERTAINTY,
        label: ["visshet", "certainty"],
        meaning: [
            "Hur säker en fara är (CAP 1.2): ett av vokabulärens begrepp.",
            "How certain the danger of an alert is (CAP 1.2): one of the concepts of this vocabulary.",
        ],
        domain: Some(anslag::ALERT),
        range: Some(skos::CONCEPT),
    },
    Definition {
        term: anslag::CERTAINTY_SCHEME,
        label: ["", ""],
        meaning: ["Värdena för hur säker en fara är.", "The values of how certain a danger is."],
        domain: None,
        range: None,
    },
    Definition {
        term: anslag::CONDITION,
        label: ["villkor", "condition"],
        meaning: ["Vad ett evenemang beror på.", "What an event depends on."],
        domain: Some(schema::EVENT),
        range: Some(rdf::LANG_STRING),
    },
    Definition {
        term: anslag::CONSULTATION_PERIOD,
        label: ["samrådstid", "consultation period"],
        meaning: ["Den tid som ett samråd är öppet.", "The time for which a consultation is open."],
        domain: Some(foaf::DOCUMENT),
        range: Some(dcterms::PERIOD_OF_TIME),
    },
    Definition {
        term: anslag::DECIDED_BY,
        label: ["beslutat av", "decided by"],
        meaning: [
            "Det organ som har beslutat det som en kungörelse meddelar.",
            "The body that has decided what a notice announces.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(foaf::ORGANIZATION),
    },
    Definition {
        term: anslag::DERIVED,
        label: ["härledd", "derived"],
        meaning: [
            "En egenskap vars värde här följer av en regel och inte står i källan.",
            "A property whose value here follows from a rule, and is not the source's.",
        ],
        domain: None,
        range: Some(rdf::PROPERTY),
    },
    Definition {
        term: anslag::DISRUPTION,
        label: ["driftstörning", "disruption"],
        meaning: [
            "En störning av en tjänst som en kommun ger.",
            "A disruption of a service that a municipality gives.",
        ],
        domain: None,
        range: Some(schema::EVENT),
    },
    Definition {
        term: anslag::DISRUPTION_STATUS,
        label: ["störningens läge", "disruption status"],
        meaning: [
            "Hur långt en störning har kommit: ett av vokabulärens begrepp.",
            "How far a disruption has come: one of the concepts of this vocabulary.",
        ],
        domain: Some(anslag::DISRUPTION),
        range: Some(skos::CONCEPT),
    },
    Definition {
        term: anslag::DISRUPTION_STATUS_SCHEME,
        label: ["", ""],
        meaning: ["Värdena för hur långt en störning har kommit.", "The values of how far a disruption has come."],
        domain: None,
        range: None,
    },
    Definition {
        term: anslag::DOCUMENTS_AT,
        label: ["handlingar finns", "documents at"],
        meaning: ["Var ett samråds handlingar kan läsas.", "Where the documents of a consultation can be read."],
        domain: Some(foaf::DOCUMENT),
        range: Some(rdf::LANG_STRING),
    },
    Definition {
        term: anslag::EFFECT_OF_NO_REPLY,
        label: ["följd av uteblivet svar", "effect of no reply"],
        meaning: ["Vad det betyder att inte svara i ett samråd.", "What it means not to reply to a consultation."],
        domain: Some(foaf::DOCUMENT),
        range: Some(rdf::LANG_STRING),
    },
    Definition {
        term: anslag::EFFECTIVE,
        label: ["gäller från", "effective"],
        meaning: ["Från när en varning gäller (CAP 1.2).", "From when on an alert holds (CAP 1.2)."],
        domain: Some(anslag::ALERT),
        range: None,
    },
    Definition {
        term: anslag::EXPECTED_END,
        label: ["väntas sluta", "expected end"],
        meaning: ["När en störning väntas ta slut.", "When a disruption is thought to end."],
        domain: Some(anslag::DISRUPTION),
        range: None,
    },
    Definition {
        term: anslag::EXPIRES,
        label: ["gäller till", "expires"],
        meaning: ["Till när en varning gäller (CAP 1.2).", "Until when an alert holds (CAP 1.2)."],
        domain: Some(anslag::ALERT),
        range: None,
    },
    Definition {
        term: anslag::INSTRUCTION,
        label: ["råd", "instruction"],
        meaning: [
            "Vad de som berörs av en störning eller en fara bör göra.",
            "What those whom a disruption or a danger concerns should do.",
        ],
        domain: Some(schema::EVENT),
        range: Some(rdf::LANG_STRING),
    },
    Definition {
        term: anslag::KEPT_AT,
        label: ["förvaras", "kept at"],
        meaning: [
            "Var det protokoll som en kungörelse gäller förvaras.",
            "Where the minutes that a notice is about are kept.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(rdf::LANG_STRING),
    },
    Definition {
        term: anslag::LEGAL_BASIS,
        label: ["lagstöd", "legal basis"],
        meaning: ["Den lag som kräver en kungörelse.", "The law that wants a notice."],
        domain: Some(foaf::DOCUMENT),
        range: Some(rdf::LANG_STRING),
    },
    Definition {
        term: anslag::MEETING_DATE,
        label: ["sammanträdesdag", "meeting date"],
        meaning: [
            "När det organ sammanträdde vars protokoll en kungörelse gäller.",
            "When the body met whose minutes a notice is about.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(xsd::DATE),
    },
    Definition {
        term: anslag::MINUTES_ADJUSTED,
        label: ["protokollet justerat", "minutes adjusted"],
        meaning: [
            "När det protokoll som en kungörelse gäller justerades.",
            "When the minutes that a notice is about were adjusted.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(xsd::DATE),
    },
    Definition {
        term: anslag::MUNICIPALITY_CODE,
        label: ["kommunkod", "municipality code"],
        meaning: [
            "Koden för den svenska kommun som en organisation styr (fyra siffror, SCB).",
            "The code of the Swedish municipality that an organisation governs (four digits, SCB).",
        ],
        domain: Some(foaf::ORGANIZATION),
        range: Some(xsd::STRING),
    },
    Definition {
        term: anslag::PARAGRAPHS,
        label: ["paragrafer", "paragraphs"],
        meaning: [
            "De paragrafer i protokollet som en kungörelse gäller.",
            "The paragraphs of the minutes that a notice is about.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(xsd::STRING),
    },
    Definition {
        term: anslag::PERSONAL_DATA_POLICY,
        label: ["personuppgifter", "personal data policy"],
        meaning: [
            "Om ett tillkännagivandes personuppgifter publiceras: ett av vokabulärens begrepp.",
            "Whether an announcement's data on people are published: one of the concepts of this vocabulary.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(skos::CONCEPT),
    },
    Definition {
        term: anslag::PERSONAL_DATA_POLICY_SCHEME,
        label: ["", ""],
        meaning: ["Värdena för om personuppgifter publiceras.", "The values of whether personal data are published."],
        domain: None,
        range: None,
    },
    Definition {
        term: anslag::PLAN_STATUS,
        label: ["planläge", "plan status"],
        meaning: [
            "Hur säkert ett evenemang är: ett av vokabulärens begrepp.",
            "How certain an event is: one of the concepts of this vocabulary.",
        ],
        domain: Some(schema::EVENT),
        range: Some(skos::CONCEPT),
    },
    Definition {
        term: anslag::PLAN_STATUS_SCHEME,
        label: ["", ""],
        meaning: ["Värdena för hur säkert ett evenemang är.", "The values of how certain an event is."],
        domain: None,
        range: None,
    },
    Definition {
        term: anslag::POSTING_PERIOD,
        label: ["anslagstid", "posting period"],
        meaning: ["Den tid som en kungörelse är anslagen.", "The time for which a notice is posted."],
        domain: Some(foaf::DOCUMENT),
        range: Some(dcterms::PERIOD_OF_TIME),
    },
    Definition {
        term: anslag::PROPERTY_DESIGNATION,
        label: ["fastighetsbeteckning", "property designation"],
        meaning: ["Vad en fastighet heter i fastighetsregistret.", "What the land register calls a property."],
        domain: Some(schema::OFFER),
        range: Some(xsd::STRING),
    },
    Definition {
        term: anslag::SECRETARY,
        label: ["sekreterare", "secretary"],
        meaning: [
            "Vem som förvarar det protokoll som en kungörelse gäller.",
            "Who keeps the minutes that a notice is about.",
        ],
        domain: Some(foaf::DOCUMENT),
        range: Some(xsd::STRING),
    },
    Definition {
        term: anslag::SEND_COMMENTS_TO,
        label: ["synpunkter till", "send comments to"],
        meaning: ["Vart synpunkter i ett samråd skickas.", "Where comments in a consultation are sent to."],
        domain: Some(foaf::DOCUMENT),
        range: None,
    },
    Definition {
        term: anslag::SENDER,
        label: ["avsändare", "sender"],
        meaning: ["Vem som varnar för en fara (CAP 1.2).", "Who warns of a danger (CAP 1.2)."],
        domain: Some(anslag::ALERT),
        range: Some(foaf::ORGANIZATION),
    },
    Definition {
        term: anslag::SERVICE_SCHEME,
        label: ["", ""],
        meaning: ["De tjänster som kan störas.", "The services that can be disrupted."],
        domain: None,
        range: None,
    },
    Definition {
        term: anslag::SEVERITY,
        label: ["allvar", "severity"],
        meaning: [
            "Hur allvarlig en fara är (CAP 1.2): ett av vokabulärens begrepp.",
            "How bad the danger of an alert is (CAP 1.2): one of the concepts of this vocabulary.",
        ],
        domain: Some(anslag::ALERT),
        range: Some(skos::CONCEPT),
    },
    Definition {
        term: anslag::SEVERITY_SCHEME,
        label: ["", ""],
        meaning: ["Värdena för hur allvarlig en fara är.", "The values of how bad a danger is."],
        domain: None,
        range: None,
    },
    Definition {
        term: anslag::SHARE_PERCENT,
        label: ["andel i procent", "share in per cent"],
        meaning: [
            "Den andel av ett projekt som ett bidrag betalar, i procent.",
            "The share of a project that a grant pays, in per cent.",
        ],
        domain: Some(schema::GRANT),
        range: Some(xsd::DECIMAL),
    },
    Definition {
        term: anslag::URGENCY,
        label: ["brådska", "urgency"],
        meaning: [
            "Hur snart något ska göras åt en fara (CAP 1.2): ett av vokabulärens begrepp.",
            "How soon something is to be done about the danger of an alert (CAP 1.2): one of the concepts of this vocabulary.",
        ],
        domain: Some(anslag::ALERT),
        range: Some(skos::CONCEPT),
    },
    Definition {
        term: anslag::URGENCY_SCHEME,
        label: ["", ""],
        meaning: [
            "Värdena för hur brådskande en fara är.",
            "The values of how soon something is to be done about a danger.",
        ],
        domain: None,
        range: None,
    },
];
