//! Our own terms, each with its meaning. No term stands here that a standard has.

use crate::{dcterms, foaf, rdf, schema, skos, vocabulary::vocabulary, xsd};

vocabulary! {
    /// Our own terms: only what no standard covers.
    anslag, "anslag", "https://w3id.org/anslag/ns#", {
        AFFECTED_SERVICE = "affectedService": Resource {
            label: ["berörd tjänst", "affected service"],
            meaning: [
                "Vilken tjänst en störning stör: ett av vokabulärens begrepp.",
                "What a disruption disrupts: one of the concepts of this vocabulary.",
            ],
            domain: DISRUPTION,
            range: skos::CONCEPT,
        },
        ALLOCATION = "allocation": Text {
            label: ["tilldelning", "allocation"],
            meaning: [
                "Efter vilken regel en tomt ges till en av dem som anmäler sig.",
                "By what rule a plot of land is given to one of those who apply.",
            ],
            domain: schema::OFFER,
            range: rdf::LANG_STRING,
        },
        ALERT = "Alert": Class {
            label: ["varning", "alert"],
            meaning: [
                "En fara som ett tillkännagivande varnar för.",
                "A danger that an announcement warns of.",
            ],
            range: schema::EVENT,
        },
        ALL_CLEAR = "allClear": Value {
            label: ["faran över", "all clear"],
            meaning: [
                "När faran var över.",
                "When the danger of an alert was over.",
            ],
            domain: ALERT,
        },
        APPEAL_TO = "appealTo": Resource {
            label: ["överklaga till", "appeal to"],
            meaning: [
                "Till vem ett överklagande av det som en kungörelse meddelar skickas.",
                "To whom an appeal against what a notice announces is sent.",
            ],
            domain: foaf::DOCUMENT,
            range: foaf::ORGANIZATION,
        },
        APPEAL_UNTIL = "appealUntil": Value {
            label: ["sista dag att överklaga", "appeal until"],
            meaning: [
                "Sista dagen att överklaga det som en kungörelse meddelar.",
                "The last day for an appeal against what a notice announces.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::DATE,
        },
        AREA_SQUARE_METRES = "areaSquareMetres": Value {
            label: ["area i kvadratmeter", "area in square metres"],
            meaning: [
                "En tomts area i kvadratmeter.",
                "The area of a plot of land, in square metres.",
            ],
            domain: schema::OFFER,
            range: xsd::DECIMAL,
        },
        CASE_NUMBER = "caseNumber": Value {
            label: ["diarienummer", "case number"],
            meaning: [
                "Diarienumret för det ärende som ett tillkännagivande gäller.",
                "The number of the case that an announcement is about.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::STRING,
        },
        CAUSE = "cause": Text {
            label: ["orsak", "cause"],
            meaning: [
                "Varför en störning inträffar.",
                "Why a disruption happens.",
            ],
            domain: DISRUPTION,
            range: rdf::LANG_STRING,
        },
        CERTAINTY = "certainty": Resource {
            label: ["visshet", "certainty"],
            meaning: [
                "Hur säker en fara är (CAP 1.2): ett av vokabulärens begrepp.",
                "How certain the danger of an alert is (CAP 1.2): one of the concepts of this vocabulary.",
            ],
            domain: ALERT,
            range: skos::CONCEPT,
        },
        CERTAINTY_SCHEME = "Certainty": Individual {
            label: ["Hur säker en fara är", "How certain a danger is"],
            meaning: [
                "Värdena för hur säker en fara är.",
                "The values of how certain a danger is.",
            ],
        },
        CONDITION = "condition": Text {
            label: ["villkor", "condition"],
            meaning: [
                "Vad ett evenemang beror på.",
                "What an event depends on.",
            ],
            domain: schema::EVENT,
            range: rdf::LANG_STRING,
        },
        CONSULTATION_PERIOD = "consultationPeriod": Resource {
            label: ["samrådstid", "consultation period"],
            meaning: [
                "Den tid som ett samråd är öppet.",
                "The time for which a consultation is open.",
            ],
            domain: foaf::DOCUMENT,
            range: dcterms::PERIOD_OF_TIME,
        },
        DECIDED_BY = "decidedBy": Resource {
            label: ["beslutat av", "decided by"],
            meaning: [
                "Det organ som har beslutat det som en kungörelse meddelar.",
                "The body that has decided what a notice announces.",
            ],
            domain: foaf::DOCUMENT,
            range: foaf::ORGANIZATION,
        },
        DERIVED = "derived": Resource {
            label: ["härledd", "derived"],
            meaning: [
                "En egenskap vars värde här följer av en regel och inte står i källan.",
                "A property whose value here follows from a rule, and is not the source's.",
            ],
            range: rdf::PROPERTY,
        },
        DISRUPTION = "Disruption": Class {
            label: ["driftstörning", "disruption"],
            meaning: [
                "En störning av en tjänst som en kommun ger.",
                "A disruption of a service that a municipality gives.",
            ],
            range: schema::EVENT,
        },
        DISRUPTION_STATUS = "disruptionStatus": Resource {
            label: ["störningens läge", "disruption status"],
            meaning: [
                "Hur långt en störning har kommit: ett av vokabulärens begrepp.",
                "How far a disruption has come: one of the concepts of this vocabulary.",
            ],
            domain: DISRUPTION,
            range: skos::CONCEPT,
        },
        DISRUPTION_STATUS_SCHEME = "DisruptionStatus": Individual {
            label: ["Hur långt en störning har kommit", "How far a disruption has come"],
            meaning: [
                "Värdena för hur långt en störning har kommit.",
                "The values of how far a disruption has come.",
            ],
        },
        DOCUMENTS_AT = "documentsAt": Text {
            label: ["handlingar finns", "documents at"],
            meaning: [
                "Var ett samråds handlingar kan läsas.",
                "Where the documents of a consultation can be read.",
            ],
            domain: foaf::DOCUMENT,
            range: rdf::LANG_STRING,
        },
        EFFECTIVE = "effective": Value {
            label: ["gäller från", "effective"],
            meaning: [
                "Från när en varning gäller (CAP 1.2).",
                "From when on an alert holds (CAP 1.2).",
            ],
            domain: ALERT,
        },
        EFFECT_OF_NO_REPLY = "effectOfNoReply": Text {
            label: ["följd av uteblivet svar", "effect of no reply"],
            meaning: [
                "Vad det betyder att inte svara i ett samråd.",
                "What it means not to reply to a consultation.",
            ],
            domain: foaf::DOCUMENT,
            range: rdf::LANG_STRING,
        },
        EXPECTED_END = "expectedEnd": Value {
            label: ["väntas sluta", "expected end"],
            meaning: [
                "När en störning väntas ta slut.",
                "When a disruption is thought to end.",
            ],
            domain: DISRUPTION,
        },
        EXPIRES = "expires": Value {
            label: ["gäller till", "expires"],
            meaning: [
                "Till när en varning gäller (CAP 1.2).",
                "Until when an alert holds (CAP 1.2).",
            ],
            domain: ALERT,
        },
        INSTRUCTION = "instruction": Text {
            label: ["råd", "instruction"],
            meaning: [
                "Vad de som berörs av en störning eller en fara bör göra.",
                "What those whom a disruption or a danger concerns should do.",
            ],
            domain: schema::EVENT,
            range: rdf::LANG_STRING,
        },
        KEPT_AT = "keptAt": Text {
            label: ["förvaras", "kept at"],
            meaning: [
                "Var det protokoll som en kungörelse gäller förvaras.",
                "Where the minutes that a notice is about are kept.",
            ],
            domain: foaf::DOCUMENT,
            range: rdf::LANG_STRING,
        },
        LEGAL_BASIS = "legalBasis": Text {
            label: ["lagstöd", "legal basis"],
            meaning: [
                "Den lag som kräver en kungörelse.",
                "The law that wants a notice.",
            ],
            domain: foaf::DOCUMENT,
            range: rdf::LANG_STRING,
        },
        MEETING_DATE = "meetingDate": Value {
            label: ["sammanträdesdag", "meeting date"],
            meaning: [
                "När det organ sammanträdde vars protokoll en kungörelse gäller.",
                "When the body met whose minutes a notice is about.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::DATE,
        },
        MINUTES_ADJUSTED = "minutesAdjusted": Value {
            label: ["protokollet justerat", "minutes adjusted"],
            meaning: [
                "När det protokoll som en kungörelse gäller justerades.",
                "When the minutes that a notice is about were adjusted.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::DATE,
        },
        MUNICIPALITY_CODE = "municipalityCode": Value {
            label: ["kommunkod", "municipality code"],
            meaning: [
                "Koden för den svenska kommun som en organisation styr (fyra siffror, SCB).",
                "The code of the Swedish municipality that an organisation governs (four digits, SCB).",
            ],
            domain: foaf::ORGANIZATION,
            range: xsd::STRING,
        },
        PARAGRAPHS = "paragraphs": Value {
            label: ["paragrafer", "paragraphs"],
            meaning: [
                "De paragrafer i protokollet som en kungörelse gäller.",
                "The paragraphs of the minutes that a notice is about.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::STRING,
        },
        PERSONAL_DATA_POLICY = "personalDataPolicy": Resource {
            label: ["personuppgifter", "personal data policy"],
            meaning: [
                "Om ett tillkännagivandes personuppgifter publiceras: ett av vokabulärens begrepp.",
                "Whether an announcement's data on people are published: one of the concepts of this vocabulary.",
            ],
            domain: foaf::DOCUMENT,
            range: skos::CONCEPT,
        },
        PERSONAL_DATA_POLICY_SCHEME = "PersonalDataPolicy": Individual {
            label: ["Om personuppgifter publiceras", "Whether personal data are published"],
            meaning: [
                "Värdena för om personuppgifter publiceras.",
                "The values of whether personal data are published.",
            ],
        },
        PLAN_STATUS = "planStatus": Resource {
            label: ["planläge", "plan status"],
            meaning: [
                "Hur säkert ett evenemang är: ett av vokabulärens begrepp.",
                "How certain an event is: one of the concepts of this vocabulary.",
            ],
            domain: schema::EVENT,
            range: skos::CONCEPT,
        },
        PLAN_STATUS_SCHEME = "PlanStatus": Individual {
            label: ["Hur säkert ett evenemang är", "How certain an event is"],
            meaning: [
                "Värdena för hur säkert ett evenemang är.",
                "The values of how certain an event is.",
            ],
        },
        POSTING_PERIOD = "postingPeriod": Resource {
            label: ["anslagstid", "posting period"],
            meaning: [
                "Den tid som en kungörelse är anslagen.",
                "The time for which a notice is posted.",
            ],
            domain: foaf::DOCUMENT,
            range: dcterms::PERIOD_OF_TIME,
        },
        PROPERTY_DESIGNATION = "propertyDesignation": Value {
            label: ["fastighetsbeteckning", "property designation"],
            meaning: [
                "Vad en fastighet heter i fastighetsregistret.",
                "What the land register calls a property.",
            ],
            domain: schema::OFFER,
            range: xsd::STRING,
        },
        SECRETARY = "secretary": Value {
            label: ["sekreterare", "secretary"],
            meaning: [
                "Vem som förvarar det protokoll som en kungörelse gäller.",
                "Who keeps the minutes that a notice is about.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::STRING,
        },
        SENDER = "sender": Resource {
            label: ["avsändare", "sender"],
            meaning: [
                "Vem som varnar för en fara (CAP 1.2).",
                "Who warns of a danger (CAP 1.2).",
            ],
            domain: ALERT,
            range: foaf::ORGANIZATION,
        },
        SEND_COMMENTS_TO = "sendCommentsTo": Resource {
            label: ["synpunkter till", "send comments to"],
            meaning: [
                "Vart synpunkter i ett samråd skickas.",
                "Where comments in a consultation are sent to.",
            ],
            domain: foaf::DOCUMENT,
        },
        SERVICE_SCHEME = "Service": Individual {
            label: ["Tjänster som kan störas", "Services that can be disrupted"],
            meaning: [
                "De tjänster som kan störas.",
                "The services that can be disrupted.",
            ],
        },
        SEVERITY = "severity": Resource {
            label: ["allvar", "severity"],
            meaning: [
                "Hur allvarlig en fara är (CAP 1.2): ett av vokabulärens begrepp.",
                "How bad the danger of an alert is (CAP 1.2): one of the concepts of this vocabulary.",
            ],
            domain: ALERT,
            range: skos::CONCEPT,
        },
        SEVERITY_SCHEME = "Severity": Individual {
            label: ["Hur allvarlig en fara är", "How bad a danger is"],
            meaning: [
                "Värdena för hur allvarlig en fara är.",
                "The values of how bad a danger is.",
            ],
        },
        SHARE_PERCENT = "sharePercent": Value {
            label: ["andel i procent", "share in per cent"],
            meaning: [
                "Den andel av ett projekt som ett bidrag betalar, i procent.",
                "The share of a project that a grant pays, in per cent.",
            ],
            domain: schema::GRANT,
            range: xsd::DECIMAL,
        },
        URGENCY = "urgency": Resource {
            label: ["brådska", "urgency"],
            meaning: [
                "Hur snart något ska göras åt en fara (CAP 1.2): ett av vokabulärens begrepp.",
                "How soon something is to be done about the danger of an alert (CAP 1.2): one of the concepts of this vocabulary.",
            ],
            domain: ALERT,
            range: skos::CONCEPT,
        },
        URGENCY_SCHEME = "Urgency": Individual {
            label: ["Hur brådskande en fara är", "How soon something is to be done about a danger"],
            meaning: [
                "Värdena för hur brådskande en fara är.",
                "The values of how soon something is to be done about a danger.",
            ],
        },
    }
}

vocabulary! {
    /// The kinds of announcement, as concepts.
    anslag_type, "type", "https://w3id.org/anslag/type/", {}
}
