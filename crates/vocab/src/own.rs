//! Our own terms, each with its meaning. No term stands here that a standard has.

use crate::{dcterms, foaf, rdf, schema, skos, vocabulary::vocabulary, xsd};

vocabulary! {
    /// Our own terms: only what no standard covers.
    anslag, "anslag", "https://w3id.org/anslag/ns#", {
        AFFECTED_SERVICE = "affectedService": Resource {
            label: ["berörd tjänst", "affected service"],
            meaning: [
                "Vilken tjänst en störning stör: ett av vokabulärens begrepp.",
                "Service that a disruption affects: one of the concepts of this vocabulary.",
            ],
            domain: DISRUPTION,
            range: skos::CONCEPT,
        },
        ALLOCATION = "allocation": Text {
            label: ["tilldelning", "allocation"],
            meaning: [
                "Efter vilken regel en tomt ges till en av dem som anmäler sig.",
                "Rule by which a plot of land is allocated to one of the applicants.",
            ],
            domain: schema::OFFER,
            range: rdf::LANG_STRING,
        },
        ALERT = "Alert": Class {
            label: ["varning", "alert"],
            meaning: [
                "En fara som ett tillkännagivande varnar för.",
                "Hazard that an announcement warns of.",
            ],
            range: schema::EVENT,
        },
        ALL_CLEAR = "allClear": Value {
            label: ["faran över", "all clear"],
            meaning: [
                "När faran var över.",
                "Time at which the hazard of an alert ended.",
            ],
            domain: ALERT,
        },
        APPEAL_FROM = "appealFrom": Value {
            label: ["överklagandetiden räknas från", "appeal from"],
            meaning: [
                "Den dag från vilken tiden för överklagande räknas.",
                "Day from which the time for an appeal is counted.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::DATE,
        },
        APPEAL_INSTRUCTIONS = "appealInstructions": Resource {
            label: ["hur man överklagar", "appeal instructions"],
            meaning: [
                "Den sida som förklarar hur man överklagar det som en kungörelse meddelar.",
                "Page that explains how to appeal against the decision of a notice.",
            ],
            domain: foaf::DOCUMENT,
        },
        APPEAL_TO = "appealTo": Resource {
            label: ["överklaga till", "appeal to"],
            meaning: [
                "Till vem ett överklagande av det som en kungörelse meddelar skickas.",
                "Organisation to which an appeal against the decision of a notice is sent.",
            ],
            domain: foaf::DOCUMENT,
            range: foaf::ORGANIZATION,
        },
        APPEAL_UNTIL = "appealUntil": Value {
            label: ["sista dag att överklaga", "appeal until"],
            meaning: [
                "Sista dagen att överklaga det som en kungörelse meddelar.",
                "Last day to appeal against the decision of a notice.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::DATE,
        },
        AREA_SQUARE_METRES = "areaSquareMetres": Value {
            label: ["area i kvadratmeter", "area in square metres"],
            meaning: [
                "En tomts area i kvadratmeter.",
                "Area of a plot of land, in square metres.",
            ],
            domain: schema::PRODUCT,
            range: xsd::DECIMAL,
        },
        ATTENDANCE = "attendance": Resource {
            label: ["deltagande", "attendance"],
            meaning: [
                "Hur man deltar i ett evenemang: ett av vokabulärens begrepp.",
                "Way to take part in an event: one of the concepts of this vocabulary.",
            ],
            domain: schema::EVENT,
            range: skos::CONCEPT,
        },
        ATTENDANCE_SCHEME = "Attendance": Individual {
            label: ["Hur man deltar i ett evenemang", "Ways to take part in an event"],
            meaning: [
                "Värdena för hur man deltar i ett evenemang.",
                "Values of the way to take part in an event.",
            ],
        },
        CASE_NUMBER = "caseNumber": Value {
            label: ["diarienummer", "case number"],
            meaning: [
                "Diarienumret för det ärende som ett tillkännagivande gäller.",
                "Number of the case that an announcement concerns, in the register of the authority.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::STRING,
        },
        CAUSE = "cause": Text {
            label: ["orsak", "cause"],
            meaning: [
                "Varför en störning inträffar.",
                "Cause of a disruption.",
            ],
            domain: DISRUPTION,
            range: rdf::LANG_STRING,
        },
        CERTAINTY = "certainty": Resource {
            label: ["visshet", "certainty"],
            meaning: [
                "Hur säker en fara är (CAP 1.2): ett av vokabulärens begrepp.",
                "Certainty of the hazard of an alert (CAP 1.2): one of the concepts of this vocabulary.",
            ],
            domain: ALERT,
            range: skos::CONCEPT,
        },
        CERTAINTY_SCHEME = "Certainty": Individual {
            label: ["Hur säker en fara är", "Certainty of a hazard"],
            meaning: [
                "Värdena för hur säker en fara är.",
                "Values of the certainty of a hazard.",
            ],
        },
        CONDITION = "condition": Text {
            label: ["villkor", "condition"],
            meaning: [
                "Vad ett evenemang beror på.",
                "Condition on which an event takes place.",
            ],
            domain: schema::EVENT,
            range: rdf::LANG_STRING,
        },
        CONSULTATION_PERIOD = "consultationPeriod": Resource {
            label: ["samrådstid", "consultation period"],
            meaning: [
                "Den tid som ett samråd är öppet.",
                "Period in which a consultation is open.",
            ],
            domain: foaf::DOCUMENT,
            range: dcterms::PERIOD_OF_TIME,
        },
        CONSULTATION_STAGE = "consultationStage": Resource {
            label: ["skede", "stage of a consultation"],
            meaning: [
                "Vilket skede ett samråd gäller: ett av vokabulärens begrepp.",
                "Stage of a consultation: one of the concepts of this vocabulary.",
            ],
            domain: foaf::DOCUMENT,
            range: skos::CONCEPT,
        },
        CONSULTATION_STAGE_SCHEME = "ConsultationStage": Individual {
            label: ["Samråds skeden", "Stages of consultations"],
            meaning: [
                "Värdena för ett samråds skede.",
                "Values of the stage of a consultation.",
            ],
        },
        CONTACT = "contact": Value {
            label: ["kontakt", "contact"],
            meaning: [
                "Vem som svarar på frågor om ett evenemang.",
                "Person or office that answers questions about an event.",
            ],
            domain: schema::EVENT,
            range: xsd::STRING,
        },
        DAILY_HOURS = "dailyHours": Value {
            label: ["timmar varje dag", "daily hours"],
            meaning: [
                "Mellan vilka klockslag varje dag en störning pågår: 17:00/22:00.",
                "Hours of each day between which a disruption is: 17:00/22:00.",
            ],
            domain: DISRUPTION,
            range: xsd::STRING,
        },
        DAY_PART = "dayPart": Resource {
            label: ["del av dagen", "part of the day"],
            meaning: [
                "Under vilken del av dagen en störning pågår: ett av vokabulärens begrepp.",
                "Part of the day in which a disruption is: one of the concepts of this vocabulary.",
            ],
            domain: DISRUPTION,
            range: skos::CONCEPT,
        },
        DAY_PART_SCHEME = "DayPart": Individual {
            label: ["Delar av en dag", "Parts of a day"],
            meaning: [
                "Värdena för en del av en dag.",
                "Values of a part of a day.",
            ],
        },
        DEADLINE = "deadline": Resource {
            label: ["frist", "deadline"],
            meaning: [
                "En frist som en kungörelse sätter för något annat än överklagande.",
                "Deadline that a notice sets for something other than an appeal.",
            ],
            domain: foaf::DOCUMENT,
            range: DEADLINE_CLASS,
        },
        ADMISSION_PRICE = "AdmissionPrice": Class {
            label: ["pris för en grupp", "price for a group"],
            meaning: [
                "Ett pris som några av dem som kommer till ett evenemang betalar.",
                "Price that some of those who come to an event pay.",
            ],
            range: schema::OFFER,
        },
        DEADLINE_CLASS = "Deadline": Class {
            label: ["frist", "deadline"],
            meaning: [
                "En sista dag för något.",
                "Last day for something.",
            ],
            range: dcterms::PERIOD_OF_TIME,
        },
        DECIDED_BY = "decidedBy": Resource {
            label: ["beslutat av", "decided by"],
            meaning: [
                "Det organ som har beslutat det som en kungörelse meddelar.",
                "Body that made the decision of a notice.",
            ],
            domain: foaf::DOCUMENT,
            range: foaf::ORGANIZATION,
        },
        DERIVED = "derived": Resource {
            label: ["härledd", "derived"],
            meaning: [
                "En egenskap vars värde här följer av en regel och inte står i källan.",
                "Property whose value is derived by a rule; the source does not state it.",
            ],
            range: rdf::PROPERTY,
        },
        DISRUPTION = "Disruption": Class {
            label: ["driftstörning", "disruption"],
            meaning: [
                "En störning av en tjänst som en kommun ger.",
                "Disruption of a service that a municipality provides.",
            ],
            range: schema::EVENT,
        },
        DISRUPTION_STATUS = "disruptionStatus": Resource {
            label: ["störningens läge", "disruption status"],
            meaning: [
                "Hur långt en störning har kommit: ett av vokabulärens begrepp.",
                "Status of a disruption: one of the concepts of this vocabulary.",
            ],
            domain: DISRUPTION,
            range: skos::CONCEPT,
        },
        DISRUPTION_STATUS_SCHEME = "DisruptionStatus": Individual {
            label: ["Hur långt en störning har kommit", "Status of a disruption"],
            meaning: [
                "Värdena för hur långt en störning har kommit.",
                "Values of the status of a disruption.",
            ],
        },
        DOCUMENTS_AT = "documentsAt": Text {
            label: ["handlingar finns", "documents at"],
            meaning: [
                "Var ett samråds handlingar kan läsas.",
                "Place where the documents of a consultation can be read.",
            ],
            domain: foaf::DOCUMENT,
            range: rdf::LANG_STRING,
        },
        EFFECTIVE = "effective": Value {
            label: ["gäller från", "effective"],
            meaning: [
                "Från när en varning gäller (CAP 1.2).",
                "Time from which an alert is in force (CAP 1.2).",
            ],
            domain: ALERT,
        },
        EFFECT_OF_NO_REPLY = "effectOfNoReply": Text {
            label: ["följd av uteblivet svar", "effect of no reply"],
            meaning: [
                "Vad det betyder att inte svara i ett samråd.",
                "Consequence of not replying to a consultation.",
            ],
            domain: foaf::DOCUMENT,
            range: rdf::LANG_STRING,
        },
        EXPECTED_END = "expectedEnd": Value {
            label: ["väntas sluta", "expected end"],
            meaning: [
                "När en störning väntas ta slut.",
                "Time at which a disruption is expected to end.",
            ],
            domain: DISRUPTION,
        },
        EXPIRES = "expires": Value {
            label: ["gäller till", "expires"],
            meaning: [
                "Till när en varning gäller (CAP 1.2).",
                "Time until which an alert is in force (CAP 1.2).",
            ],
            domain: ALERT,
        },
        FEE = "fee": Resource {
            label: ["avgift", "fee"],
            meaning: [
                "En avgift som betalas utöver priset för en tomt.",
                "Fee that is paid besides the price of a plot of land.",
            ],
            domain: schema::OFFER,
            range: schema::MONETARY_AMOUNT,
        },
        GAZETTE_DATE = "gazetteDate": Value {
            label: ["dag i Post- och Inrikes Tidningar", "gazette date"],
            meaning: [
                "När en kungörelse publiceras i Post- och Inrikes Tidningar.",
                "Day on which a notice is published in the national gazette.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::DATE,
        },
        HOUSEHOLDS = "households": Value {
            label: ["hushåll", "households"],
            meaning: [
                "Hur många hushåll en störning berör.",
                "Number of households that a disruption affects.",
            ],
            domain: DISRUPTION,
            range: xsd::INTEGER,
        },
        INSTRUCTION = "instruction": Text {
            label: ["råd", "instruction"],
            meaning: [
                "Vad de som berörs av en störning eller en fara bör göra.",
                "Advice to those whom a disruption or a hazard affects.",
            ],
            domain: schema::EVENT,
            range: rdf::LANG_STRING,
        },
        KEPT_AT = "keptAt": Text {
            label: ["förvaras", "kept at"],
            meaning: [
                "Var det protokoll som en kungörelse gäller förvaras.",
                "Place where the minutes of a notice are kept.",
            ],
            domain: foaf::DOCUMENT,
            range: rdf::LANG_STRING,
        },
        LEGAL_BASIS = "legalBasis": Text {
            label: ["lagstöd", "legal basis"],
            meaning: [
                "Den lag som kräver en kungörelse.",
                "Law that requires a notice.",
            ],
            domain: foaf::DOCUMENT,
            range: rdf::LANG_STRING,
        },
        MAX_DURATION = "maxDuration": Value {
            label: ["längsta tid", "maximum duration"],
            meaning: [
                "Hur länge en störning pågår som längst.",
                "Length of time that a disruption does not exceed.",
            ],
            domain: DISRUPTION,
            range: xsd::DURATION,
        },
        MEETING_DATE = "meetingDate": Value {
            label: ["sammanträdesdag", "meeting date"],
            meaning: [
                "När det organ sammanträdde vars protokoll en kungörelse gäller.",
                "Day or time of the meeting whose minutes a notice announces.",
            ],
            domain: foaf::DOCUMENT,
        },
        MEETING_PLACE = "meetingPlace": Resource {
            label: ["sammanträdesplats", "meeting place"],
            meaning: [
                "Var det sammanträde hålls som en kungörelse gäller.",
                "Place of the meeting that a notice is about.",
            ],
            domain: foaf::DOCUMENT,
            range: dcterms::LOCATION,
        },
        MINUTES_ADJUSTED = "minutesAdjusted": Value {
            label: ["protokollet justerat", "minutes adjusted"],
            meaning: [
                "När det protokoll som en kungörelse gäller justerades.",
                "Day on which the minutes of a notice were approved.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::DATE,
        },
        MUNICIPALITY_CODE = "municipalityCode": Value {
            label: ["kommunkod", "municipality code"],
            meaning: [
                "Koden för den svenska kommun som en organisation styr (fyra siffror, SCB).",
                "Code of the Swedish municipality that an organisation governs (four digits, Statistics Sweden).",
            ],
            domain: foaf::ORGANIZATION,
            range: xsd::STRING,
        },
        NOTICE_BOARD = "NoticeBoard": Class {
            label: ["anslagstavla", "notice board"],
            meaning: [
                "En anslagstavla där kungörelser anslås.",
                "Notice board on which notices are posted.",
            ],
            range: schema::COLLECTION,
        },
        NOTICE_KIND = "noticeKind": Resource {
            label: ["sorts kungörelse", "kind of notice"],
            meaning: [
                "Vad en kungörelse är: ett av vokabulärens begrepp.",
                "Kind of a notice: one of the concepts of this vocabulary.",
            ],
            domain: foaf::DOCUMENT,
            range: skos::CONCEPT,
        },
        NOTICE_KIND_SCHEME = "NoticeKind": Individual {
            label: ["Sorters kungörelser", "Kinds of notices"],
            meaning: [
                "Värdena för vad en kungörelse är.",
                "Values of the kind of a notice.",
            ],
        },
        PARAGRAPHS = "paragraphs": Value {
            label: ["paragrafer", "paragraphs"],
            meaning: [
                "De paragrafer i protokollet som en kungörelse gäller.",
                "Paragraphs of the minutes that a notice announces.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::STRING,
        },
        PAY_FORM = "payForm": Text {
            label: ["löneform", "form of pay"],
            meaning: [
                "Hur ett arbete betalas.",
                "Form in which a job is paid.",
            ],
            domain: schema::JOB_POSTING,
            range: rdf::LANG_STRING,
        },
        PERSONAL_DATA_POLICY = "personalDataPolicy": Resource {
            label: ["personuppgifter", "personal data policy"],
            meaning: [
                "Om ett tillkännagivandes personuppgifter publiceras: ett av vokabulärens begrepp.",
                "Policy on personal data of an announcement: one of the concepts of this vocabulary.",
            ],
            domain: foaf::DOCUMENT,
            range: skos::CONCEPT,
        },
        PERSONAL_DATA_POLICY_SCHEME = "PersonalDataPolicy": Individual {
            label: ["Om personuppgifter publiceras", "Publication of personal data"],
            meaning: [
                "Värdena för om personuppgifter publiceras.",
                "Values of the policy on personal data.",
            ],
        },
        PLAN_NUMBER = "planNumber": Value {
            label: ["plannummer", "plan number"],
            meaning: [
                "Numret på den plan som ett samråd gäller.",
                "Number of the plan that a consultation is about.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::STRING,
        },
        PLAN_STATUS = "planStatus": Resource {
            label: ["planläge", "plan status"],
            meaning: [
                "Hur säkert ett evenemang är: ett av vokabulärens begrepp.",
                "Status of the plans for an event: one of the concepts of this vocabulary.",
            ],
            domain: schema::EVENT,
            range: skos::CONCEPT,
        },
        PLAN_STATUS_SCHEME = "PlanStatus": Individual {
            label: ["Hur säkert ett evenemang är", "Status of the plans for an event"],
            meaning: [
                "Värdena för hur säkert ett evenemang är.",
                "Values of the status of the plans for an event.",
            ],
        },
        POSTING_PERIOD = "postingPeriod": Resource {
            label: ["anslagstid", "posting period"],
            meaning: [
                "Den tid som en kungörelse är anslagen.",
                "Period in which a notice is posted.",
            ],
            domain: foaf::DOCUMENT,
            range: dcterms::PERIOD_OF_TIME,
        },
        PROPERTY_DESIGNATION = "propertyDesignation": Value {
            label: ["fastighetsbeteckning", "property designation"],
            meaning: [
                "Vad en fastighet heter i fastighetsregistret.",
                "Designation of a property in the land register.",
            ],
            range: xsd::STRING,
        },
        REPEATS = "repeats": Resource {
            label: ["upprepas", "repeats"],
            meaning: [
                "Hur ofta ett evenemang upprepas: ett av vokabulärens begrepp.",
                "Interval at which an event takes place again: one of the concepts of this vocabulary.",
            ],
            domain: schema::SCHEDULE,
            range: skos::CONCEPT,
        },
        REPETITION_SCHEME = "Repetition": Individual {
            label: ["Hur ofta ett evenemang upprepas", "Intervals of events"],
            meaning: [
                "Värdena för hur ofta ett evenemang upprepas.",
                "Values of the interval at which an event takes place again.",
            ],
        },
        SECRETARY = "secretary": Value {
            label: ["sekreterare", "secretary"],
            meaning: [
                "Vem som förvarar det protokoll som en kungörelse gäller.",
                "Person who keeps the minutes of a notice.",
            ],
            domain: foaf::DOCUMENT,
            range: xsd::STRING,
        },
        SENDER = "sender": Resource {
            label: ["avsändare", "sender"],
            meaning: [
                "Vem som varnar för en fara (CAP 1.2).",
                "Organisation that issues an alert (CAP 1.2).",
            ],
            domain: ALERT,
            range: foaf::ORGANIZATION,
        },
        SEND_COMMENTS_TO = "sendCommentsTo": Resource {
            label: ["synpunkter till", "send comments to"],
            meaning: [
                "Vart synpunkter i ett samråd skickas.",
                "Address to which comments in a consultation are sent.",
            ],
            domain: foaf::DOCUMENT,
        },
        SERVICE_SCHEME = "Service": Individual {
            label: ["Tjänster som kan störas", "Services that can be disrupted"],
            meaning: [
                "De tjänster som kan störas.",
                "Services that can be disrupted.",
            ],
        },
        SEVERITY = "severity": Resource {
            label: ["allvar", "severity"],
            meaning: [
                "Hur allvarlig en fara är (CAP 1.2): ett av vokabulärens begrepp.",
                "Severity of the hazard of an alert (CAP 1.2): one of the concepts of this vocabulary.",
            ],
            domain: ALERT,
            range: skos::CONCEPT,
        },
        SEVERITY_SCHEME = "Severity": Individual {
            label: ["Hur allvarlig en fara är", "Severity of a hazard"],
            meaning: [
                "Värdena för hur allvarlig en fara är.",
                "Values of the severity of a hazard.",
            ],
        },
        SHARE_PERCENT = "sharePercent": Value {
            label: ["andel i procent", "share in per cent"],
            meaning: [
                "Den andel av ett projekt som ett bidrag betalar, i procent.",
                "Share of the cost of a project that a grant covers, in per cent.",
            ],
            domain: schema::GRANT,
            range: xsd::DECIMAL,
        },
        TIME_PRECISION = "timePrecision": Resource {
            label: ["tidens noggrannhet", "time precision"],
            meaning: [
                "Hur noga tiderna för en störning är kända: ett av vokabulärens begrepp.",
                "Precision of the times of a disruption: one of the concepts of this vocabulary.",
            ],
            domain: DISRUPTION,
            range: skos::CONCEPT,
        },
        TIME_PRECISION_SCHEME = "TimePrecision": Individual {
            label: ["Hur noga en tid är känd", "Precision of a time"],
            meaning: [
                "Värdena för hur noga en tid är känd.",
                "Values of the precision of a time.",
            ],
        },
        URGENCY = "urgency": Resource {
            label: ["brådska", "urgency"],
            meaning: [
                "Hur snart något ska göras åt en fara (CAP 1.2): ett av vokabulärens begrepp.",
                "Urgency of action against the hazard of an alert (CAP 1.2): one of the concepts of this vocabulary.",
            ],
            domain: ALERT,
            range: skos::CONCEPT,
        },
        URGENCY_SCHEME = "Urgency": Individual {
            label: ["Hur brådskande en fara är", "Urgency of action against a hazard"],
            meaning: [
                "Värdena för hur brådskande en fara är.",
                "Values of the urgency of action against a hazard.",
            ],
        },
    }
}

vocabulary! {
    /// The kinds of announcement, as concepts.
    anslag_type, "type", "https://w3id.org/anslag/type/", {}
}
