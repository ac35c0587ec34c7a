use super::{
    ALERT, ATTACHMENT, CONSULTATION, CONTACT, DISRUPTION, EVENT, IMAGE, JOB, LINK, NOTICE, OFFER, PROJECT, QUOTE,
    UPDATE,
};
use crate::{Access, Choice, Field, Part, PartSpec, Set};
use anslag_core::{Announcement, AnnouncementType, PersonalData, Status};
use anslag_vocab::{anslag, anslag_type, dcterms, prov, schema};

type Of = Field<Announcement>;

static TYPE: Set = Set::of::<AnnouncementType>(&anslag_type::VOCABULARY);
static PERSONAL_DATA: Set =
    Set::of::<PersonalData>(&anslag::VOCABULARY).prefix("personal-data-").scheme(anslag::PERSONAL_DATA_POLICY_SCHEME);

/// The announcement itself.
pub static ANNOUNCEMENT: Part<Announcement> = Part {
    spec: PartSpec::one("announcement", ["tillkännagivande", "announcement", "teadaanne", "paziņojums"]).table(
        "announcements",
        ["Tillkännagivanden", "Announcements"],
        ["Varje rad är ett tillkännagivande.", "Each row is an announcement."],
    ),
    access: Access::Slice(std::slice::from_ref),
    fields: &[
        Of::id("id", |announcement| Some(&announcement.id))
            .required()
            .properties(&[dcterms::IDENTIFIER])
            .labels(["id", "id", "id", "id"])
            .described("Datum och namn, som aldrig ändras.", "A date and a name, which never change.")
            .noun("identiteten", "identity"),
        Of::choice("type", &TYPE, |announcement| Some(announcement.kind.into()))
            .required()
            .properties(&[dcterms::TYPE])
            .labels(["typ", "type", "liik", "veids"])
            .noun("typen", "type"),
        Of::line("title", |announcement| Some(&announcement.title))
            .required()
            .properties(&[schema::HEADLINE, dcterms::TITLE])
            .labels(["rubrik", "title", "pealkiri", "virsraksts"])
            .noun("rubriken", "title"),
        Of::text("lead", |announcement| announcement.lead.as_ref())
            .aliases(&["description"])
            .properties(&[schema::ABSTRACT, dcterms::ABSTRACT])
            .labels(["ingress", "lead", "sissejuhatus", "ievads"])
            .noun("ingressen", "lead"),
        Of::language("language", |announcement| Some(&announcement.language))
            .required()
            .aliases(&["lang"])
            .properties(&[schema::IN_LANGUAGE])
            .labels(["språk", "language", "keel", "valoda"])
            .described("Språktagg (BCP 47), som sv.", "A language tag (BCP 47), such as sv.")
            .noun("språket", "language"),
        Of::moment("published", |announcement| Some(announcement.published))
            .required()
            .aliases(&["date"])
            .properties(&[schema::DATE_PUBLISHED, dcterms::ISSUED])
            .labels(["publicerad", "published", "avaldatud", "publicēts"])
            .noun("publiceringen", "publication"),
        Of::moment("modified", |announcement| announcement.modified)
            .aliases(&["lastmod", "updated"])
            .properties(&[schema::DATE_MODIFIED, dcterms::MODIFIED])
            .labels(["ändrad", "modified", "muudetud", "mainīts"])
            .noun("ändringen", "change"),
        Of::moment("expires", |announcement| announcement.expires)
            .aliases(&["expiryDate"])
            .properties(&[schema::EXPIRES, dcterms::VALID])
            .labels(["upphör", "expires", "aegub", "zaudē spēku"])
            .noun("slutet", "expiry"),
        Of::organization("publisher", |announcement| Some(&announcement.publisher))
            .required()
            .properties(&[schema::PUBLISHER, dcterms::PUBLISHER])
            .labels(["utgivare", "publisher", "väljaandja", "izdevējs"])
            .noun("utgivaren", "publisher"),
        Of::organization("unit", |announcement| announcement.unit.as_deref())
            .no_column()
            .properties(&[schema::AUTHOR, dcterms::CREATOR])
            .labels(["ansvarig enhet", "responsible unit", "vastutav üksus", "atbildīgā struktūrvienība"])
            .noun("den ansvariga enheten", "responsible unit"),
        Of::iri("source", |announcement| announcement.source.as_ref())
            .column("source_url")
            .properties(&[schema::URL, prov::WAS_DERIVED_FROM])
            .labels(["källans adress", "source address", "allika aadress", "avota adrese"])
            .described("Sidan där det först publicerades.", "The page it was first published on.")
            .noun("källans adress", "address of the source"),
        Of::topics("topics", |announcement| &announcement.topics)
            .aliases(&["tags"])
            .properties(&[schema::ABOUT, dcterms::SUBJECT])
            .labels(["ämnen", "topics", "teemad", "tēmas"])
            .described(
                "Nycklar med | emellan; tabellen announcement_topics har mer.",
                "Keys separated by |; the table announcement_topics has more.",
            )
            .noun("ämnet", "topic"),
        Of::themes("themes", |announcement| &announcement.themes)
            .properties(&[schema::ABOUT, dcterms::SUBJECT])
            .labels(["teman", "themes", "andmeteemad", "datu tēmas"])
            .described(
                "Koder ur EU:s tabell data-theme med | emellan.",
                "Codes of the EU's table data-theme separated by |.",
            )
            .noun("temat", "theme"),
        Of::locations("places", |announcement| &announcement.places)
            .no_column()
            .properties(&[schema::CONTENT_LOCATION, dcterms::SPATIAL])
            .labels(["platser", "places", "koht", "vieta"])
            .heading(["Plats", "Place", "Koht", "Vieta"])
            .noun("platsen", "place"),
        Of::part(&CONTACT.spec).noun("kontakten", "contact"),
        Of::part(&QUOTE.spec).noun("citatet", "quotation"),
        Of::part(&PROJECT.spec).noun("projektet", "project"),
        Of::part(&NOTICE.spec),
        Of::part(&DISRUPTION.spec).noun("störningen", "disruption"),
        Of::part(&CONSULTATION.spec),
        Of::part(&ALERT.spec).noun("varningen", "alert"),
        Of::part(&JOB.spec).noun("jobbet", "job"),
        Of::part(&OFFER.spec).noun("erbjudandet", "offer"),
        Of::part(&EVENT.spec).noun("evenemanget", "event"),
        Of::part(&IMAGE.spec).noun("bilden", "picture"),
        Of::part(&ATTACHMENT.spec).noun("filen", "file"),
        Of::part(&LINK.spec).noun("länken", "link"),
        Of::part(&UPDATE.spec).noun("uppdateringen", "update"),
        Of::announcement("replaces", |announcement| announcement.replaces.as_ref())
            .properties(&[dcterms::REPLACES])
            .labels(["ersätter", "replaces", "asendab", "aizstāj"])
            .noun("det ersatta tillkännagivandet", "replaced announcement"),
        Of::announcement("translation_of", |announcement| announcement.translation_of.as_ref())
            .properties(&[schema::TRANSLATION_OF_WORK])
            .labels(["översättning av", "translation of", "tõlge teatest", "tulkojums no"])
            .noun("originalet", "original"),
        Of::announcements("translations", |announcement| &announcement.translations)
            .properties(&[schema::WORK_TRANSLATION])
            .labels(["översättningar", "translations", "tõlked", "tulkojumi"])
            .heading(["På ett annat språk", "In another language", "Teises keeles", "Citā valodā"])
            .described("Id med | emellan.", "Ids separated by |.")
            .noun("översättningen", "translation"),
        Of::choice("personal_data", &PERSONAL_DATA, |announcement| announcement.personal_data.map(Choice::from))
            .properties(&[anslag::PERSONAL_DATA_POLICY])
            .labels(["personuppgifter", "personal data", "isikuandmed", "personas dati"])
            .described(
                "strip: personuppgifter är utelämnade. Tom där källan inget säger.",
                "strip: data on people are left out. Empty where the source says nothing.",
            )
            .noun("policyn för personuppgifter", "policy on personal data"),
        // What is not published says so with these; tables and RDF hold none of it.
        Of::flag("draft", |announcement| (announcement.status == Status::Draft).then_some(true)).no_column(),
        Of::moment("withdrawn", |announcement| announcement.status.withdrawn()).no_column(),
        Of::text("withdrawal_reason", |announcement| match &announcement.status {
            Status::Withdrawn(withdrawal) => withdrawal.reason.as_ref(),
            Status::Published | Status::Draft => None,
        })
        .no_column(),
        Of::markdown("body", |announcement| Some(&announcement.body).filter(|body| !body.text().is_empty()))
            .column("body_text")
            .properties(&[schema::ARTICLE_BODY])
            .labels(["text", "text", "tekst", "teksts"])
            .described("Hela texten utan formatering.", "The whole text without formatting.")
            .noun("brödtexten", "body"),
    ],
};
