use super::{
    ALERT, ATTACHMENT, CONSULTATION, CONTACT, DISRUPTION, EVENT, IMAGE, JOB, LINK, NOTICE, OFFER, PROJECT, QUOTE,
    UPDATE,
};
use crate::{Access, Choice, Field, Part, PartSpec, Set};
use anslag_core::{Announcement, AnnouncementType, PersonalData, Reuse, Status};
use anslag_vocab::{anslag, anslag_type, dcterms, prov, schema};

type Of = Field<Announcement>;

static TYPE: Set = Set::of::<AnnouncementType>(&anslag_type::VOCABULARY);
static PERSONAL_DATA: Set =
    Set::of::<PersonalData>(&anslag::VOCABULARY).prefix("personal-data-").scheme(anslag::PERSONAL_DATA_POLICY_SCHEME);
static REUSE: Set = Set::of::<Reuse>(&anslag::VOCABULARY);

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
            .has_default()
            .properties(&[dcterms::IDENTIFIER])
            .labels(["id", "id", "id", "id"])
            .described("Datum och namn, som aldrig ändras.", "A date and a name, which never change.")
            .noun("identiteten", "identity")
            .says("the identity, a date and a name: `2021-05-18-ett-namn`; by default the name of the file. It never changes, not even with the title"),
        Of::choice("type", &TYPE, |announcement| Some(announcement.kind.into()))
            .required()
            .properties(&[dcterms::TYPE])
            .labels(["typ", "type", "liik", "veids"])
            .noun("typen", "type")
            .says("`nyhet` (news), `pressmeddelande` (press-release), `kungörelse` or `anslag` (notice), `driftstörning` (disruption), `samråd`, `remiss` or `granskning` (consultation), `evenemang` (event), `erbjudande` or `lediga tomter` (offer), `varning` or `VMA` (alert), `ledigt jobb` or `platsannons` (job)"),
        Of::line("title", |announcement| Some(&announcement.title))
            .required()
            .properties(&[schema::HEADLINE, dcterms::TITLE])
            .labels(["rubrik", "title", "pealkiri", "virsraksts"])
            .noun("rubriken", "title")
            .says("the title, on one line"),
        Of::text("lead", |announcement| announcement.lead.as_ref())
            .aliases(&["description"])
            .properties(&[schema::ABSTRACT, dcterms::ABSTRACT])
            .labels(["ingress", "lead", "sissejuhatus", "ievads"])
            .noun("ingressen", "lead")
            .says("the paragraph that introduces it; do not repeat it in the text"),
        Of::language("language", |announcement| Some(&announcement.language))
            .required()
            .has_default()
            .aliases(&["lang"])
            .properties(&[schema::IN_LANGUAGE])
            .labels(["språk", "language", "keel", "valoda"])
            .described("Språktagg (BCP 47), som sv.", "A language tag (BCP 47), such as sv.")
            .noun("språket", "language")
            .says("the language of all its texts, such as `sv` or `en`; by default the publication's main language"),
        Of::moment("published", |announcement| Some(announcement.published))
            .required()
            .aliases(&["date"])
            .properties(&[schema::DATE_PUBLISHED, dcterms::ISSUED])
            .labels(["publicerad", "published", "avaldatud", "publicēts"])
            .noun("publiceringen", "publication")
            .says("the day of publication, `2021-05-18`, or the time, `2021-05-18T10:00:00+02:00`"),
        Of::moment("modified", |announcement| announcement.modified)
            .aliases(&["lastmod", "updated"])
            .properties(&[schema::DATE_MODIFIED, dcterms::MODIFIED])
            .labels(["ändrad", "modified", "muudetud", "mainīts"])
            .noun("ändringen", "change")
            .says("the day or time of the last change"),
        Of::moment("expires", |announcement| announcement.expires)
            .aliases(&["expiryDate"])
            .properties(&[schema::EXPIRES, dcterms::VALID])
            .labels(["upphör", "expires", "aegub", "zaudē spēku"])
            .noun("slutet", "expiry")
            .says("the first day on which it is no longer published"),
        Of::organization("publisher", |announcement| Some(&announcement.publisher))
            .required()
            .has_default()
            .properties(&[schema::PUBLISHER, dcterms::PUBLISHER])
            .labels(["utgivare", "publisher", "väljaandja", "izdevējs"])
            .noun("utgivaren", "publisher")
            .says("an organisation of the register; by default the publication's"),
        Of::organization("unit", |announcement| announcement.unit.as_deref())
            .no_column()
            .properties(&[schema::AUTHOR, dcterms::CREATOR])
            .labels(["ansvarig enhet", "responsible unit", "vastutav üksus", "atbildīgā struktūrvienība"])
            .noun("den ansvariga enheten", "responsible unit")
            .says("the responsible unit, an organisation of the register"),
        Of::iri("source", |announcement| announcement.source.as_ref())
            .column("source_url")
            .properties(&[schema::URL, prov::WAS_DERIVED_FROM])
            .labels(["källans adress", "source address", "allika aadress", "avota adrese"])
            .described("Sidan där det först publicerades.", "The page it was first published on.")
            .noun("källans adress", "address of the source")
            .says("the address of the page that published it first"),
        Of::topics("topics", |announcement| &announcement.topics)
            .aliases(&["tags"])
            .properties(&[schema::ABOUT, dcterms::SUBJECT])
            .labels(["ämnen", "topics", "teemad", "tēmas"])
            .described(
                "Nycklar med | emellan; tabellen announcement_topics har mer.",
                "Keys separated by |; the table announcement_topics has more.",
            )
            .noun("ämnet", "topic")
            .says("topics of the register, by key, name or alias"),
        Of::themes("themes", |announcement| &announcement.themes)
            .properties(&[schema::ABOUT, dcterms::SUBJECT])
            .labels(["teman", "themes", "andmeteemad", "datu tēmas"])
            .described(
                "Koder ur EU:s tabell data-theme med | emellan.",
                "Codes of the EU's table data-theme separated by |.",
            )
            .noun("temat", "theme")
            .says("the EU's coarse themes, such as `GOVE` and `TECH`"),
        Of::locations("places", |announcement| &announcement.places)
            .no_column()
            .properties(&[schema::CONTENT_LOCATION, dcterms::SPATIAL])
            .labels(["platser", "places", "koht", "vieta"])
            .heading(["Plats", "Place", "Koht", "Vieta"])
            .noun("platsen", "place")
            .says("the places that it concerns: places of the register, or names"),
        Of::part(&CONTACT.spec).noun("kontakten", "contact")
            .says("contacts for questions: `[[contacts]]`"),
        Of::part(&QUOTE.spec).noun("citatet", "quotation")
            .says("quotes from the text: `[[quotes]]`"),
        Of::part(&PROJECT.spec).noun("projektet", "project")
            .says("the project: `[project]`"),
        Of::part(&NOTICE.spec)
            .says("the facts of a public notice: `[notice]`"),
        Of::part(&DISRUPTION.spec).noun("störningen", "disruption")
            .says("the disruption: `[disruption]`"),
        Of::part(&CONSULTATION.spec)
            .says("the consultation: `[consultation]`"),
        Of::part(&ALERT.spec).noun("varningen", "alert")
            .says("the warning: `[alert]`"),
        Of::part(&JOB.spec).noun("jobbet", "job")
            .says("the job: `[job]`"),
        Of::part(&OFFER.spec).noun("erbjudandet", "offer")
            .says("plots of land on offer: `[[offers]]`"),
        Of::part(&EVENT.spec).noun("evenemanget", "event")
            .says("events: `[[events]]`"),
        Of::part(&IMAGE.spec).noun("bilden", "picture")
            .says("pictures: `{ url = \"https://…\", alt = \"…\", caption = \"…\", credit = \"…\" }`; `alt`, a text for people who cannot see the picture, is required"),
        Of::part(&ATTACHMENT.spec).noun("filen", "file")
            .says("files: `{ title = \"…\", url = \"https://…\", media_type = \"application/pdf\", size = 12345 }`; `size`, in bytes, is optional"),
        Of::part(&LINK.spec).noun("länken", "link")
            .says("pages with more information: `{ title = \"…\", url = \"https://…\" }`"),
        Of::part(&UPDATE.spec).noun("uppdateringen", "update")
            .says("developments since the publication: `{ at = 2021-05-18T10:00:00+02:00, text = \"…\" }`"),
        Of::announcement("replaces", |announcement| announcement.replaces.as_ref())
            .properties(&[dcterms::REPLACES])
            .labels(["ersätter", "replaces", "asendab", "aizstāj"])
            .noun("det ersatta tillkännagivandet", "replaced announcement")
            .says("the id of the announcement that it replaces"),
        Of::announcements("replaced_by", |announcement| &announcement.replaced_by)
            .properties(&[dcterms::IS_REPLACED_BY])
            .labels(["ersatt av", "replaced by", "asendatud teatega", "aizstāts ar"])
            .described("Id med | emellan.", "Ids separated by |.")
            .noun("ersättaren", "replacement")
            .says("the ids of announcements that replace it; not needed if they have `replaces`"),
        Of::announcement("translation_of", |announcement| announcement.translation_of.as_ref())
            .properties(&[schema::TRANSLATION_OF_WORK])
            .labels(["översättning av", "translation of", "tõlge teatest", "tulkojums no"])
            .noun("originalet", "original")
            .says("the id of the announcement that it translates"),
        Of::announcements("translations", |announcement| &announcement.translations)
            .properties(&[schema::WORK_TRANSLATION])
            .labels(["översättningar", "translations", "tõlked", "tulkojumi"])
            .heading(["På ett annat språk", "In another language", "Teises keeles", "Citā valodā"])
            .described("Id med | emellan.", "Ids separated by |.")
            .noun("översättningen", "translation")
            .says("the ids of its translations; not needed if they have `translation_of`"),
        Of::announcements("aliases", |announcement| &announcement.aliases)
            .properties(&[schema::SAME_AS])
            .labels(["tidigare id", "earlier ids", "varasemad id-d", "iepriekšējie id"])
            .described("Id med | emellan.", "Ids separated by |.")
            .noun("det tidigare id:t", "earlier id")
            .says("its earlier ids, if it has a new one; paths of pages, as in Hugo, are ignored"),
        Of::choice("personal_data", &PERSONAL_DATA, |announcement| announcement.personal_data.map(Choice::from))
            .properties(&[anslag::PERSONAL_DATA_POLICY])
            .labels(["personuppgifter", "personal data", "isikuandmed", "personas dati"])
            .described(
                "strip: personuppgifter är utelämnade. Tom där källan inget säger.",
                "strip: data on people are left out. Empty where the source says nothing.",
            )
            .noun("policyn för personuppgifter", "policy on personal data")
            .says("`publicera` (publish) or `utelämna` (strip): with the latter, `contacts`, `quotes` and the `secretary` of a notice are left out of every format. The text stays as it is. The default is that of `publication.toml`"),
        // What is not published says so with these; tables and RDF hold none of it.
        Of::choice("reuse", &REUSE, |announcement| Some(Choice::from(announcement.reuse))).no_column()
            .says("`öppen` (open), the default, or `endast-anslagstavlan` (board-only): only on the page and in the feed of the notice's board, until it may be taken down; then nowhere"),
        Of::flag("draft", |announcement| (announcement.status == Status::Draft).then_some(true)).no_column()
            .says("`true` for a draft, which is never published"),
        Of::moment("withdrawn", |announcement| announcement.status.withdrawn()).no_column()
            .says("the day on which a published announcement is removed"),
        Of::text("withdrawal_reason", |announcement| match &announcement.status {
            Status::Withdrawn(withdrawal) => withdrawal.reason.as_ref(),
            Status::Published | Status::Draft => None,
        })
        .needs("withdrawn")
        .no_column()
        .says("the reason for the withdrawal"),
        Of::markdown("body", |announcement| Some(&announcement.body).filter(|body| !body.text().is_empty()))
            .column("body_text")
            .properties(&[schema::ARTICLE_BODY, schema::TEXT])
            .labels(["text", "text", "tekst", "teksts"])
            .described("Hela texten utan formatering.", "The whole text without formatting.")
            .noun("brödtexten", "body")
            .says("in JSON Lines only: the text, in Markdown"),
    ],
};
