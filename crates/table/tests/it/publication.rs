//! A small publication: an announcement with everything, one with nothing, one of hostile texts, one in English.

use anslag_core::{
    Address, Alert, AlertCertainty, AlertSeverity, AlertUrgency, Announcement, AnnouncementId, AnnouncementType, Area,
    Attachment, Attendance, Base, Board, Body, CatalogueSettings, Consultation, ConsultationStage, Contact,
    ContactKind, Country, Currency, DataTheme, Day, DayPart, Decimal, Disruption, DisruptionStatus, Document, Duration,
    Edtf, Email, Event, EventPrice, Fields, Funding, Hours, Image, ImageFacts, Iri, Job, LanguageTag, Law, Licence,
    Line, Link, Localized, Location, MediaType, Moment, Money, MunicipalityCode, NamedOrganization, NamedPlace,
    NamedProgramme, Notice, NoticeDeadline, NoticeItem, NoticeKind, Offer, Organization, OrganizationKind,
    OrganizationNumber, OutputSettings, Party, Percent, Person, PersonalData, Phone, Place, PlaceKind, PlanStatus,
    Point, Programme, Project, Publication, PublicationContact, Quote, Register, RegisteredProgramme, Repetition,
    Service, Slug, Text, TimePrecision, Topic, Update, Zone,
};
use std::{
    num::{NonZeroU32, NonZeroUsize},
    sync::Arc,
};

pub(crate) fn line(text: &str) -> Line {
    Line::new(text).unwrap()
}

pub(crate) fn text(text: &str) -> Text {
    Text::new(text).unwrap()
}

fn tag(tag: &str) -> LanguageTag {
    LanguageTag::new(tag).unwrap()
}

fn slug(key: &str) -> Slug {
    Slug::new(key).unwrap()
}

fn localized(texts: &[(&str, &str)]) -> Localized {
    Localized::new(texts.iter().map(|(language, text)| (tag(language), line(text))).collect()).unwrap()
}

fn organization(key: &str, name: &[(&str, &str)]) -> Organization {
    Organization::new(slug(key), localized(name))
}

fn topic(key: &str, name: &[(&str, &str)]) -> Topic {
    Topic {
        key: slug(key),
        name: localized(name),
        aliases: Vec::new(),
        exact_match: Vec::new(),
        close_match: Vec::new(),
        broad_match: Vec::new(),
        retired: None,
    }
}

pub(crate) fn publication() -> Publication {
    let municipality = Organization {
        kind: OrganizationKind::Municipality,
        number: Some(OrganizationNumber::new("212000-1538").unwrap()),
        municipality_code: Some(MunicipalityCode::new("1487").unwrap()),
        country: Some(Country::new("SE").unwrap()),
        homepage: Some(Iri::web("https://www.vanersborg.se/").unwrap()),
        ..organization("vanersborgs-kommun", &[("sv", "Vänersborgs kommun"), ("en", "Vänersborg Municipality")])
    };
    let unit = organization("avdelningen", &[("sv", "avdelningen för hållbar utveckling")]);
    let tartu =
        Organization { country: Some(Country::new("EE").unwrap()), ..organization("tartu", &[("sv", "Tartu")]) };
    let programme = RegisteredProgramme {
        key: slug("nordic-mobility-programme"),
        name: localized(&[("en", "Nordic Mobility Programme")]),
        alternate_names: Vec::new(),
        homepage: None,
        same_as: Vec::new(),
    };
    let topics = vec![
        topic("oppna-data", &[("sv", "öppna data"), ("en", "open data")]),
        topic("gron-hallbar-turism", &[("sv", "grön, hållbar turism")]),
    ];
    let place = Place {
        key: slug("tartu"),
        name: localized(&[("sv", "Tartu")]),
        aliases: Vec::new(),
        kind: PlaceKind::City,
        country: None,
        address: Some(line("Raekoja plats 1a")),
        coordinates: Some(tartu_hall()),
        area: Some(triangle()),
        same_as: Vec::new(),
    };
    let board = Board {
        key: slug("tavlan"),
        name: localized(&[("sv", "Anslagstavlan")]),
        aliases: Vec::new(),
        operator: None,
        page: None,
        place: None,
        email: None,
        retired: None,
    };
    let register =
        Register::new(vec![municipality, unit, tartu], vec![programme], topics, vec![place], vec![board], vec![])
            .unwrap();
    let publisher = Arc::clone(register.organization(&slug("vanersborgs-kommun")).unwrap());
    Publication {
        base: Base::new("https://data.vanersborg.se/").unwrap(),
        title: localized(&[("sv", "Tillkännagivanden"), ("en", "Announcements")]),
        description: localized(&[("sv", "Nyheter som öppna data."), ("en", "News as open data.")]),
        check: anslag_core::CheckSettings::default(),
        catalogue: CatalogueSettings::new(&publisher, &register, Country::new("SE").unwrap()),
        publisher,
        contact: PublicationContact {
            kind: ContactKind::Organization,
            name: line("Redaktionen"),
            email: Email::new("oppna-data@example.org").unwrap(),
            phone: None,
            address: None,
        },
        licence: Licence::Zero,
        language: tag("sv"),
        other_languages: vec![tag("en")],
        zone: Zone::new("Europe/Stockholm").unwrap(),
        country: Country::new("SE").unwrap(),
        feed_size: NonZeroUsize::new(50).unwrap(),
        hub: None,
        accessibility: None,
        personal_data: PersonalData::Publish,
        strip_personal_data_after: None,
        archive_notices: false,
        theme: anslag_core::Theme::default(),
        output: OutputSettings::default(),
        register,
    }
}

/// An announcement that says as little as one can.
pub(crate) fn nothing(publication: &Publication, id: &str) -> Fields {
    Fields::new(
        AnnouncementId::new(id).unwrap(),
        AnnouncementType::News,
        line("Ingenting"),
        tag("sv"),
        Moment::parse("2021-01-01", &publication.zone).unwrap(),
        Arc::clone(&publication.publisher),
    )
}

fn disruption(zone: &Zone) -> Disruption {
    Disruption {
        service: Service::Power,
        areas: vec![Location::Named(NamedPlace::new(line("Torget | norra"), None))],
        cause: Some(text("En avgrävd kabel.")),
        starts: Moment::parse("2021-05-18 07:00", zone).unwrap(),
        expected_end: Some(Moment::parse("2021-05-18 12:00", zone).unwrap()),
        ended: Some(Moment::parse("2021-05-18 15:30", zone).unwrap()),
        status: Some(DisruptionStatus::Resolved),
        advice: Some(text("Vänta.")),
        precision: Some(TimePrecision::Approximate),
        day_part: Some(DayPart::Morning),
        daily_hours: Some(Hours::new("07:00/12:00").unwrap()),
        max_duration: Some(Duration::new("PT2H").unwrap()),
        households: NonZeroU32::new(120),
    }
}

fn contacts() -> Vec<Contact> {
    vec![
        Contact {
            name: line("Anders Fridén"),
            role: Some(line("Internationell samordnare")),
            phone: Some(Phone::new("+46521722393").unwrap()),
            email: Some(Email::new("anders.friden@vanersborg.se").unwrap()),
            visiting_address: Some(line("Sundsgatan 29")),
        },
        Contact { name: line("Växeln"), role: None, phone: None, email: None, visiting_address: None },
    ]
}

fn attachments() -> Vec<Attachment> {
    vec![
        Attachment {
            title: line("Protokoll, justerat"),
            url: Iri::web("https://www.vanersborg.se/på-plats.pdf").unwrap(),
            media_type: MediaType::new("application/pdf").unwrap(),
            size: Some(123_456_789),
        },
        Attachment {
            title: line("Karta"),
            url: Iri::web("https://www.vanersborg.se/karta.svg").unwrap(),
            media_type: MediaType::new("image/svg+xml").unwrap(),
            size: None,
        },
    ]
}

fn alert(sender: Party, zone: &Zone) -> Alert {
    Alert {
        sender,
        event: line("Giftig rök"),
        severity: AlertSeverity::Severe,
        urgency: Some(AlertUrgency::Immediate),
        certainty: Some(AlertCertainty::Observed),
        areas: vec![Location::Named(NamedPlace::new(line("Hamnen | södra"), None))],
        effective: Moment::parse("2021-05-18 08:00", zone).unwrap(),
        expires: Some(Moment::parse("2021-05-19 08:00", zone).unwrap()),
        instruction: Some(text("Gå inomhus.\nStäng fönster.")),
        all_clear: Some(Moment::parse("2021-05-18 11:15", zone).unwrap()),
    }
}

fn job(unit: Option<Party>) -> Job {
    Job {
        title: line("Bibliotekarie"),
        unit,
        extent: Some(line("heltid, tills vidare")),
        positions: NonZeroU32::new(2),
        apply_by: Some(Day::new("2021-06-13").unwrap()),
        reference: Some(line("0017")),
        url: Some(Iri::web("https://www.vanersborg.example/jobb/17").unwrap()),
        email: Some(Email::new("jobb@vanersborg.example").unwrap()),
        employment: Some(line("Vikariat")),
        starts: Some(Edtf::new("2021-08").unwrap()),
        place: Some(Location::Named(NamedPlace::new(line("Skolan"), None))),
        pay: Some(line("Månadslön")),
    }
}

fn offer(price: Money) -> Offer {
    Offer {
        designation: line("Vänersborg Björken 1:23"),
        area: Some(Decimal::new("1250.5").unwrap()),
        price: Some(price),
        apply_by: Some(Day::new("2021-06-30").unwrap()),
        allocation: Some(text("Den som har stått längst i tomtkön.")),
        place: Some(Location::Named(NamedPlace::new(line("Björkbacken"), None))),
        url: Some(Iri::web("https://www.vanersborg.example/tomter/23").unwrap()),
        price_per_square_metre: Some(price),
        fee: Some(price),
    }
}

fn consultation() -> Consultation {
    Consultation {
        opens: Some(Day::new("2021-05-18").unwrap()),
        closes: Day::new("2021-06-18").unwrap(),
        case_number: Some(line("KS 2021/5")),
        read_at: Some(line("kommunhuset")),
        send_to: Some(Address::Email(Email::new("samrad@vanersborg.example").unwrap())),
        stage: Some(ConsultationStage::Early),
        plan_number: Some(line("DP 1")),
        properties: vec![line("Kajen 1:1")],
        documents: Vec::new(),
        no_reply: Some(text("Den som inte svarar anses inte ha något att invända.")),
    }
}

fn triangle() -> Area {
    let corners = [("58.3", "26.7"), ("58.3", "26.8"), ("58.4", "26.7"), ("58.3", "26.7")];
    let degrees = |value| Decimal::new(value).unwrap();
    let ring = corners.map(|(latitude, longitude)| Point::new(degrees(latitude), degrees(longitude)).unwrap());
    Area::new(vec![vec![ring.to_vec()]]).unwrap()
}

fn tartu_hall() -> Point {
    Point::new(Decimal::new("58.380127").unwrap(), Decimal::new("26.722443").unwrap()).unwrap()
}

fn notice(board: Option<Arc<Board>>, body: Option<Party>, zone: &Zone) -> Notice {
    Notice {
        kind: Some(NoticeKind::Minutes),
        body,
        legal_basis: Some(line("kommunallagen (2017:725) 8 kap. 12 §")),
        legal_basis_url: Some(Iri::web("https://lagen.example/2017:725#K8P12").unwrap()),
        board,
        laws: vec![Law { title: line("lagen (1977:654)"), url: Some(Iri::web("https://lagen.example/1977").unwrap()) }],
        meeting: Some(Moment::parse("2021-05-10T18:30:00+02:00", zone).unwrap()),
        meeting_place: Some(Location::Named(NamedPlace::new(line("Stora salen"), None))),
        paragraphs: Some(line("§§ 45–52")),
        items: vec![NoticeItem { number: line("§ 45"), title: line("Budget"), case_number: Some(line("KS 2021/5")) }],
        case_numbers: vec![line("0114"), line("0115")],
        properties: vec![line("Björken 1:23")],
        gazette: Some(Day::new("2021-05-19").unwrap()),
        appeal_from: Some(Day::new("2021-05-18").unwrap()),
        appeal_instructions: Some(Iri::web("https://vanersborg.example/overklaga").unwrap()),
        deadlines: vec![NoticeDeadline { what: line("Begär kopior"), until: Day::new("2021-06-01").unwrap() }],
        documents: vec![Document {
            title: line("Tjänsteskrivelse"),
            url: Iri::web("https://vanersborg.example/skrivelse.pdf").unwrap(),
            media_type: Some(MediaType::new("application/pdf").unwrap()),
        }],
        adjusted: Some(Day::new("2021-05-17").unwrap()),
        appeal_to: Some(Party::Named(NamedOrganization::new(line("Förvaltningsrätten"), None, None))),
        kept_at: Some(line("kommunhuset")),
        secretary: Some(line("Bo Ek")),
        ..Notice::new(Day::new("2021-05-18").unwrap())
    }
}

fn image() -> Image {
    Image {
        url: Iri::web("https://www.vanersborg.example/på-plats.jpg").unwrap(),
        alt: line("Två personer vid ett bord"),
        caption: Some(text("På plats.")),
        credit: Some(line("Bo Ek")),
        facts: ImageFacts {
            media_type: Some(MediaType::new("image/jpeg").unwrap()),
            size: Some(56_789),
            width: NonZeroU32::new(800),
            height: NonZeroU32::new(600),
        },
    }
}

/// An announcement in which every column of every table has something.
pub(crate) fn everything(publication: &Publication, id: &str) -> Fields {
    let zone = &publication.zone;
    let organization =
        |key: &str| Party::Registered(Arc::clone(publication.register.organization(&slug(key)).unwrap()));
    let sek = |amount: &str| Money { amount: Decimal::new(amount).unwrap(), currency: Currency::new("SEK").unwrap() };
    let percent = |share: &str| Some(Percent::new(Decimal::new(share).unwrap()).unwrap());
    let unit = || Some(organization("avdelningen"));
    let company = NamedOrganization::new(line("Visit Trollhättan-Vänersborg"), None, Some(line("turistbolag")));
    Fields {
        kind: AnnouncementType::PressRelease,
        title: line("Internationellt projekt"),
        lead: Some(text("Kommunen har antagits.\nTill slut.")),
        body: Body::new("Första stycket.\n\n- Ett spännande projekt, säger de. Jaha.\n\n\n# Slut").unwrap(),
        published: Moment::parse("2021-05-18T23:30:00Z", zone).unwrap(),
        modified: Some(Moment::parse("2021-05-20 10:00", zone).unwrap()),
        expires: Some(Moment::parse("2031-05-20", zone).unwrap()),
        source: Some(Iri::web("https://www.vanersborg.se/nyheter/på-plats.html?a=1&b=2").unwrap()),
        topics: publication.register.topics().cloned().collect(),
        themes: vec![DataTheme::new("GOVE").unwrap(), DataTheme::new("TECH").unwrap()],
        contacts: contacts(),
        quotes: vec![
            Quote {
                text: text("Ett spännande projekt"),
                speakers: vec![
                    Person::new(line("Stefan Konjevic"), Some(line("praktikant")), unit()),
                    Person::new(line("Isak Johansson"), Some(line("praktikant")), unit()),
                ],
            },
            Quote { text: text("Jaha."), speakers: vec![Person::new(line("Isak Johansson"), None, None)] },
        ],
        notice: Some(notice(publication.register.find_board("tavlan").cloned(), unit(), zone)),
        disruption: Some(disruption(zone)),
        consultation: Some(consultation()),
        alert: Some(alert(Party::Named(NamedOrganization::new(line("Räddningstjänsten"), None, None)), zone)),
        job: Some(job(unit())),
        offers: vec![offer(sek("450000"))],
        places: vec![
            Location::Registered(Arc::clone(publication.register.places().next().unwrap())),
            Location::Named(NamedPlace::new(line("Hamnen | södra"), Some(Country::new("SE").unwrap()))),
        ],
        images: vec![image()],
        links: vec![Link { title: line("Läs mer"), url: Iri::web("https://www.vanersborg.example/mer").unwrap() }],
        replaces: Some(AnnouncementId::new("2021-05-01-forut").unwrap()),
        translation_of: Some(AnnouncementId::new("2021-05-02-original").unwrap()),
        translations: vec![
            AnnouncementId::new("2021-05-18-en-till").unwrap(),
            AnnouncementId::new("2021-05-18-inglise").unwrap(),
        ],
        replaced_by: vec![AnnouncementId::new("2021-05-21-rattelse").unwrap()],
        aliases: vec![AnnouncementId::new("2021-05-17-allt").unwrap()],
        personal_data: Some(PersonalData::Publish),
        updates: vec![
            Update { at: Moment::parse("2021-05-19 08:00", zone).unwrap(), text: text("Nu är\ndet \"klart\".") },
            Update { at: Moment::parse("2021-05-20", zone).unwrap(), text: text("=1+1") },
        ],
        attachments: attachments(),
        project: Some(Project {
            name: Some(line("Digitalt utbyte")),
            programme: Some(Programme::Registered(Arc::clone(publication.register.programmes().next().unwrap()))),
            duration: Some(Duration::new("P1Y").unwrap()),
            start: Some(Edtf::new("2021-05").unwrap()),
            end: Some(Edtf::new("2022-05-31").unwrap()),
            partners: vec![organization("vanersborgs-kommun"), organization("tartu")],
            participants: vec![Party::Named(company)],
            focus: Vec::new(),
            funding: vec![
                Funding {
                    funder: Party::Named(NamedOrganization::new(line("Nordiska rådet"), None, None)),
                    percent: percent("60"),
                    amount: Some(sek("150000")),
                },
                Funding { funder: organization("vanersborgs-kommun"), percent: percent("33.3"), amount: None },
            ],
        }),
        events: vec![Event {
            name: line("Studiebesök"),
            when: Some(Edtf::new("2021-23").unwrap()),
            places: vec![
                Location::Registered(Arc::clone(publication.register.places().next().unwrap())),
                Location::Named(NamedPlace::new(line("Daugavpils | Dünaburg"), None)),
            ],
            organizer: Some(organization("vanersborgs-kommun")),
            status: Some(PlanStatus::Planned),
            condition: Some(text("givet att pandemin är över")),
            price: Some(sek("120.5")),
            prices: vec![EventPrice { name: line("barn"), price: sek("50") }],
            booking: Some(Iri::web("https://example.org/boka").unwrap()),
            ends: Some(Moment::parse("2021-12-01T15:00:00+01:00", zone).unwrap()),
            repeats: Some(Repetition::Weekly),
            repeats_until: Some(Day::new("2021-12-31").unwrap()),
            url: Some(Iri::web("https://example.org/besok").unwrap()),
            contact: Some(line("Anders Fridén, 0521-72 23 93")),
            attendance: Some(Attendance::Mixed),
            capacity: NonZeroU32::new(40),
        }],
        ..nothing(publication, id)
    }
}

/// An announcement whose texts would break a careless table.
pub(crate) fn hostile(publication: &Publication, id: &str) -> Fields {
    Fields {
        title: line("=HYPERLINK(\"http://example.org\";\"klicka\")"),
        lead: Some(text("\"Citat\", komma; semikolon\noch \"\"rad två")),
        body: Body::new("# Rubrik\n\nA,B;\"C\"\n\n- @SUM(A1)\n\n    #kod, \"med\" citat\n").unwrap(),
        contacts: vec![Contact {
            name: line("-1+1|cmd' /C calc"),
            role: Some(line("'")),
            phone: None,
            email: None,
            visiting_address: Some(line("#1, \"gården\"")),
        }],
        ..nothing(publication, id)
    }
}

/// An announcement in English that names things of the register.
pub(crate) fn english(publication: &Publication, id: &str) -> Fields {
    Fields {
        kind: AnnouncementType::Event,
        title: line("A visit"),
        language: tag("en-GB"),
        topics: publication.register.topics().cloned().collect(),
        project: Some(Project {
            programme: Some(Programme::Named(NamedProgramme {
                name: line("A programme"),
                alternate_names: Vec::new(),
            })),
            ..Project::default()
        }),
        ..nothing(publication, id)
    }
}

pub(crate) fn announcement(publication: &Publication, fields: Fields) -> Announcement {
    Announcement::new(fields, &publication.zone).unwrap()
}

/// One of each.
pub(crate) fn announcements(publication: &Publication) -> Vec<Announcement> {
    [
        nothing(publication, "2021-01-01-ingenting"),
        hostile(publication, "2021-01-02-elak"),
        english(publication, "2021-01-03-visit"),
        everything(publication, "2021-05-18-allt"),
    ]
    .into_iter()
    .map(|fields| announcement(publication, fields))
    .collect()
}
