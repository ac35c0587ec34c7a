use super::{DOCUMENT, LAW, NOTICE_DEADLINE, NOTICE_ITEM};
use crate::{Access, Choice, Field, NodeSpec, Part, PartSpec, Set};
use anslag_core::{Node, Notice, NoticeKind};
use anslag_vocab::{anslag, dcat, dcterms};

type Of = Field<Notice>;

static KIND: Set = Set::of::<NoticeKind>(&anslag::VOCABULARY).scheme(anslag::NOTICE_KIND_SCHEME);

/// The time for which a notice is posted.
pub static POSTING_PERIOD: NodeSpec = NodeSpec {
    node: |_| Node::NoticePeriod,
    classes: &[dcterms::PERIOD_OF_TIME],
    subject: ["Anslagstiden", "The posting period"],
    shape: "PostingPeriod",
};

/// Facts of a public notice.
pub static NOTICE: Part<Notice> = Part {
    spec: PartSpec::one("notice", ["anslag", "public notice", "teadaanne", "paziņojums"])
        .told(&[
            "kind",
            "board",
            "body",
            "legal_basis",
            "meeting",
            "meeting_place",
            "paragraphs",
            "case_numbers",
            "properties",
            "adjusted",
            "posted",
            "gazette",
            "appeal_from",
            "appeal_until",
            "appeal_to",
            "appeal_instructions",
            "remove_after",
            "kept_at",
            "secretary",
        ])
        .table(
            "notices",
            ["Anslag", "Notices"],
            [
                "Varje rad är ett anslag på kommunens anslagstavla.",
                "Each row is a notice on the municipality's notice board.",
            ],
        ),
    access: Access::Slice(|announcement| announcement.notice.as_slice()),
    fields: &[
        Of::party("body", |notice| notice.body.as_ref())
            .properties(&[anslag::DECIDED_BY])
            .labels(["organ", "body", "otsustaja", "lēmuma pieņēmējs"])
            .heading(["Organ", "Decided by", "Otsustaja", "Lēmuma pieņēmējs"])
            .noun("organet", "body")
            .says("the body that has decided, such as a committee"),
        Of::line("legal_basis", |notice| notice.legal_basis.as_ref())
            .properties(&[anslag::LEGAL_BASIS])
            .labels(["lagrum", "legal basis", "õiguslik alus", "juridiskais pamats"])
            .noun("lagstödet", "legal basis")
            .leads_to("legal_basis_url")
            .says("the law that requires the notice"),
        Of::iri("legal_basis_url", |notice| notice.legal_basis_url.as_ref())
            .properties(&[dcterms::REFERENCES])
            .labels([
                "lagrummets adress",
                "address of the legal basis",
                "õigusliku aluse aadress",
                "juridiskā pamata adrese",
            ])
            .noun("lagens adress", "address of the law")
            .says("the address of that law"),
        Of::moment("meeting", |notice| notice.meeting)
            .properties(&[anslag::MEETING_DATE])
            .labels(["sammanträde", "meeting", "koosolek", "sēde"])
            .noun("sammanträdesdagen", "day of the meeting")
            .says("the day of the meeting, or its time: `2021-05-18T18:30:00+02:00`"),
        Of::plain("paragraphs", |notice| notice.paragraphs.as_ref())
            .properties(&[anslag::PARAGRAPHS])
            .labels(["paragrafer", "paragraphs", "paragrahvid", "paragrāfi"])
            .noun("paragraferna", "paragraphs")
            .says("the paragraphs of the minutes: `§§ 45–52`"),
        Of::plains("case_numbers", |notice| &notice.case_numbers)
            .aliases(&["case_number"])
            .column("case_number")
            .properties(&[anslag::CASE_NUMBER])
            .labels(["diarienummer", "case number", "asja number", "lietas numurs"])
            .noun("diarienumret", "case number")
            .says("the case number (diarienummer), or a list of several"),
        Of::day("adjusted", |notice| notice.adjusted)
            .properties(&[anslag::MINUTES_ADJUSTED])
            .labels(["justerat", "minutes adjusted", "protokoll kinnitatud", "protokols apstiprināts"])
            .noun("justeringen", "adjustment")
            .says("the day on which the minutes were adjusted (justerade)"),
        Of::node(&POSTING_PERIOD).properties(&[anslag::POSTING_PERIOD]).noun("anslagstiden", "posting period"),
        Of::day("posted", |notice| Some(notice.posted))
            .required()
            .about(&POSTING_PERIOD)
            .properties(&[dcat::START_DATE])
            .labels(["anslaget", "posted", "avaldatud", "izlikts"])
            .noun("den dag då kungörelsen anslås", "day on which the notice is posted")
            .says("the day on which it is posted"),
        Of::deadline("appeal_until", Notice::appeal)
            .properties(&[anslag::APPEAL_UNTIL])
            .labels(["överklagas senast", "appeal until", "vaidlustada kuni", "pārsūdzēt līdz"])
            .noun("sista dagen att överklaga", "last day for an appeal")
            .last_day()
            .says("the last day for an appeal. For adjusted minutes the default is three weeks after `posted`, for anything else three weeks after `appeal_from`, on the next working day; the data mark it as derived"),
        Of::deadline("remove_after", Notice::removal)
            .about(&POSTING_PERIOD)
            .properties(&[dcat::END_DATE])
            .labels(["får tas ned", "may be taken down", "võib maha võtta", "drīkst noņemt"])
            .noun("slutet", "end")
            .says("the first day on which the notice may be removed; by default the day after the last day for an appeal. From that day on it is not published, unless the publication has `archive_notices`"),
        Of::derived("derived")
            .properties(&[anslag::DERIVED])
            .labels(["beräknat", "derived", "arvutatud", "aprēķināts"])
            .described(
                "Kolumner vars dagar inte står i källan utan är beräknade.",
                "Columns whose days are not in the source but follow from a rule.",
            )
            .noun("den härledda egenskapen", "derived property")
            .says("in JSON Lines only: the days that follow from the rule; they are computed again"),
        Of::party("appeal_to", |notice| notice.appeal_to.as_ref())
            .properties(&[anslag::APPEAL_TO])
            .labels(["överklagas till", "appeal to", "kaebus esitada", "pārsūdzēt"])
            .noun("mottagaren av överklaganden", "receiver of appeals")
            .says("the recipient of appeals"),
        Of::line("kept_at", |notice| notice.kept_at.as_ref())
            .properties(&[anslag::KEPT_AT])
            .labels(["protokollet förvaras", "minutes are kept at", "protokolli säilitatakse", "protokols glabājas"])
            .noun("förvaringsplatsen", "place where the minutes are kept")
            .says("the place where the minutes are kept"),
        Of::plain("secretary", |notice| notice.secretary.as_ref())
            .properties(&[anslag::SECRETARY])
            .labels(["sekreterare", "secretary", "protokollija", "sekretārs"])
            .noun("sekreteraren", "secretary")
            .says("the secretary, who keeps the minutes"),
        // New columns stand behind the others: their places are an interface.
        Of::choice("kind", &KIND, |notice| notice.kind.map(Choice::from))
            .properties(&[anslag::NOTICE_KIND])
            .labels(["sort", "kind", "liik", "veids"])
            .noun("sorten", "kind")
            .says("`protokoll` (minutes), `kungörelse` (proclamation), `underrättelse` (notification), `beslut` (decision)"),
        Of::board("board", |notice| notice.board.as_deref())
            .properties(&[dcterms::IS_PART_OF])
            .labels(["anslagstavla", "notice board", "teadetetahvel", "ziņojumu dēlis"])
            .noun("anslagstavlan", "notice board")
            .says("the board on which it is posted: one of the register's `boards`"),
        Of::location("meeting_place", |notice| notice.meeting_place.as_ref())
            .properties(&[anslag::MEETING_PLACE])
            .labels(["sammanträdesplats", "meeting place", "koosoleku koht", "sēdes vieta"])
            .noun("sammanträdesplatsen", "meeting place")
            .says("the place of the meeting: a place of the register, or a name"),
        Of::plains("properties", |notice| &notice.properties)
            .aliases(&["property"])
            .column("property")
            .properties(&[anslag::PROPERTY_DESIGNATION])
            .labels(["fastighet", "real property", "kinnistu", "nekustamais īpašums"])
            .noun("fastighetsbeteckningen", "property designation")
            .says("the designation of the real property (fastighetsbeteckning), or a list of several: `Björken 1:23`"),
        Of::day("gazette", |notice| notice.gazette)
            .properties(&[anslag::GAZETTE_DATE])
            .labels(["i Post- och Inrikes Tidningar", "in the national gazette", "ametlikes teadaannetes", "oficiālajā izdevumā"])
            .noun("dagen i Post- och Inrikes Tidningar", "day in the national gazette")
            .says("the day of its publication in Post- och Inrikes Tidningar"),
        Of::day("appeal_from", |notice| notice.appeal_from)
            .properties(&[anslag::APPEAL_FROM])
            .labels(["överklagandetiden räknas från", "appeal counted from", "vaidlustamise tähtaja algus", "pārsūdzības termiņu skaita no"])
            .noun("dagen som överklagandetiden räknas från", "day from which the appeal is counted")
            .says("the day from which the three weeks for an appeal are counted; for minutes it is `posted`"),
        Of::iri("appeal_instructions", |notice| notice.appeal_instructions.as_ref())
            .properties(&[anslag::APPEAL_INSTRUCTIONS])
            .labels(["hur man överklagar", "how to appeal", "kuidas vaidlustada", "kā pārsūdzēt"])
            .noun("sidan om hur man överklagar", "page on how to appeal")
            .says("the address of a page that explains how to appeal"),
        Of::part(&LAW.spec)
            .noun("lagen", "law")
            .says("further laws: `{ title = \"…\", url = \"https://…\" }`"),
        Of::part(&NOTICE_ITEM.spec)
            .noun("ärendet", "item")
            .says("the items of the minutes or of the agenda: `{ number = \"§ 45\", title = \"…\", case_number = \"…\" }`"),
        Of::part(&NOTICE_DEADLINE.spec)
            .noun("fristen", "deadline")
            .says("other deadlines: `{ what = \"…\", until = 2021-06-18 }`"),
        Of::part(&DOCUMENT.spec)
            .noun("handlingen", "document")
            .says("the documents of the case: `{ title = \"…\", url = \"https://…\" }`"),
    ],
};
