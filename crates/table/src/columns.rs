//! The columns of every table. Those of plain fields come from `anslag-schema`; what is no plain field stands here.

use crate::{
    Table, Template,
    column::{Choice, Column, Kind, Label},
};
use anslag_core::Node;
use anslag_schema::{ANNOUNCEMENT, AnyPart, EVENT, EVENT_PRICE, FUNDING, PERSON, QUOTE, Spec};
use anslag_vocab::{anslag, dcterms, schema, skos};
use std::{borrow::Cow, sync::LazyLock};

/// The columns of each table, in the order of [`Table::ALL`].
static COLUMNS: LazyLock<Vec<Vec<Column>>> = LazyLock::new(|| Table::ALL.into_iter().map(columns).collect());

impl Table {
    /// Returns the columns, in the order of the file.
    #[must_use]
    pub fn columns(self) -> &'static [Column] {
        &COLUMNS[self as usize]
    }
}

fn columns(table: Table) -> Vec<Column> {
    match table {
        Table::Announcements => announcements(),
        Table::AnnouncementTopics => vec![
            id(),
            number(),
            Column::new("topic", Kind::Code, "nyckel", "key").required(),
            Column::new("topic_iri", Kind::Iri, "ämnets IRI", "topic IRI")
                .required()
                .says(dcterms::SUBJECT)
                .link(Template::Cell("topic_iri")),
            Column::new("label", Kind::Text, "ämne", "topic")
                .required()
                .about(Template::Cell("topic_iri"))
                .means(skos::PREF_LABEL),
        ],
        Table::AnnouncementPlaces => places(),
        Table::QuoteSpeakers => {
            let quote = QUOTE.spec.node.expect("a quote has a node");
            let first = [
                id().about(Template::Node((quote.node)(1), "quote_n"))
                    .says(PERSON.spec.links[0])
                    .link(Template::Cell("person_iri")),
                Column::new("quote_n", Kind::Integer, "citatets nummer", "number of the quote").required(),
                number(),
            ];
            let iri = Column::new("person_iri", Kind::Iri, "personens IRI", "person IRI").required().described(
                "Samma för samma person i ett tillkännagivande, aldrig över flera.",
                "The same for the same person in one announcement, never across several.",
            );
            first.into_iter().chain(of_fields(&PERSON)).chain([iri]).collect()
        }
        Table::EventPrices => {
            let event = EVENT.spec.node.expect("an event has a node");
            let price = EVENT_PRICE.spec.node.expect("a price has a node");
            let first = [
                id().about(Template::Node((event.node)(1), "event_n"))
                    .says(EVENT_PRICE.spec.links[0])
                    .link(Template::Node((price.node)(1), "n")),
                number(),
                Column::new("event_n", Kind::Integer, "evenemangets nummer", "number of the event").required(),
            ];
            first.into_iter().chain(of_fields(&EVENT_PRICE)).collect()
        }
        Table::ProjectMembers => vec![
            id(),
            number(),
            Column::new("name", Kind::Text, "organisation", "organisation")
                .required()
                .about(Template::Cell("organization_iri"))
                .means(schema::NAME),
            Column::new("member_role", Kind::Choice(Choice::MemberRole), "roll", "role").required().described(
                "partner genomför projektet, participant medverkar i det.",
                "A partner carries the project out, a participant takes part in it.",
            ),
            country(),
            Column::new("organization_iri", Kind::Iri, "organisationens IRI", "organisation IRI")
                .required()
                .says(schema::MEMBER)
                .link(Template::Cell("organization_iri")),
        ],
        Table::Funding => {
            let first = [
                id().says(schema::FUNDED_ITEM).link(Template::Node(Node::Project, "n")),
                number(),
                Column::new("funder", Kind::Text, "finansiär", "funder")
                    .required()
                    .about(Template::Cell("funder_iri"))
                    .means(schema::NAME),
                Column::new("funder_iri", Kind::Iri, "finansiärens IRI", "funder IRI")
                    .required()
                    .says(schema::FUNDER)
                    .link(Template::Cell("funder_iri")),
            ];
            first.into_iter().chain(of_fields(&FUNDING).skip(1)).collect()
        }
        Table::Updates => {
            let mut columns = of_part(&anslag_schema::UPDATE);
            let time = columns.iter_mut().find(|column| column.kind == Kind::DateTime);
            time.expect("an update has a time").title = Label::new("tidpunkt", "time");
            columns
        }
        Table::Contacts
        | Table::Quotes
        | Table::Projects
        | Table::Notices
        | Table::NoticeItems
        | Table::NoticeDeadlines
        | Table::NoticeLaws
        | Table::Documents
        | Table::Disruptions
        | Table::Consultations
        | Table::Alerts
        | Table::Jobs
        | Table::Offers
        | Table::Events
        | Table::Images
        | Table::Attachments
        | Table::Links => of_part(table.part().expect("the table is that of a part")),
    }
}

/// The columns of the places: new ones stand behind the others, whose places are an interface.
fn places() -> Vec<Column> {
    vec![
        id(),
        number(),
        Column::new("name", Kind::Text, "plats", "place")
            .required()
            .about(Template::Cell("place_iri"))
            .means(schema::NAME),
        country(),
        Column::new("place_iri", Kind::Iri, "platsens IRI", "place IRI")
            .required()
            .says(dcterms::SPATIAL)
            .link(Template::Cell("place_iri")),
        Column::new("address", Kind::Text, "gatuadress", "street address"),
        Column::new("latitude", Kind::Degrees, "latitud", "latitude").described(DEGREES[0], DEGREES[1]),
        Column::new("longitude", Kind::Degrees, "longitud", "longitude").described(DEGREES[0], DEGREES[1]),
        Column::new("wkt", Kind::Text, "område", "area").described(
            "Områdets polygon i WKT (WGS 84, longituden först).",
            "The polygon of the area in WKT (WGS 84, the longitude first).",
        ),
    ]
}

/// The columns of the announcements: of a moment first the days, then the times; of the publisher what portals ask for.
fn announcements() -> Vec<Column> {
    let time = |key| moment(&ANNOUNCEMENT.field(key).expect("the key is one of the table").spec)[1].clone();
    let columns = ANNOUNCEMENT.fields.iter().map(|field| &field.spec).flat_map(|spec| match spec.key {
        "published" | "modified" => vec![moment(spec)[0].clone()],
        "expires" => vec![moment(spec)[0].clone(), time("published"), time("modified")],
        "publisher" => publisher(),
        _ => of_field(spec),
    });
    columns.collect()
}

fn publisher() -> Vec<Column> {
    vec![
        Column::new("publisher_iri", Kind::Iri, "utgivarens IRI", "publisher IRI")
            .required()
            .says(schema::PUBLISHER)
            .link(Template::Cell("publisher_iri")),
        Column::new("publisher_name", Kind::Text, "utgivare", "publisher")
            .required()
            .about(Template::Cell("publisher_iri"))
            .means(schema::NAME),
        Column::new("municipality_code", Kind::Code, "kommunkod", "municipality code")
            .described("Utgivarens kommunkod (SCB).", "The publisher's municipality code (Statistics Sweden).")
            .about(Template::Cell("publisher_iri"))
            .says(anslag::MUNICIPALITY_CODE),
        Column::new("page_url", Kind::Iri, "sidans adress", "page address").required().described(
            "Tillkännagivandets IRI, som också är dess sida.",
            "The announcement's IRI, which is its page too.",
        ),
    ]
}

fn id() -> Column {
    Column::new("announcement_id", Kind::Id, "tillkännagivande", "announcement")
        .required()
        .described("Id i tabellen announcements.", "The id in the table announcements.")
}

fn number() -> Column {
    Column::new("n", Kind::Integer, "nummer", "number")
        .required()
        .described("Radens nummer bland de rader som hör ihop, från 1.", "The row's number among its like, from 1.")
}

fn country() -> Column {
    Column::new("country", Kind::Code, "land", "country")
        .described("ISO 3166-1, två bokstäver.", "ISO 3166-1, two letters.")
}

/// The columns of a kind of part: those that tell its rows apart, and those of its fields.
fn of_part(part: &'static dyn AnyPart) -> Vec<Column> {
    let spec = part.spec();
    let id = match spec.node {
        Some(node) => id()
            .about(Template::Announcement("announcement_id"))
            .says(spec.links[0])
            .link(Template::Node((node.node)(1), "n")),
        None => id(),
    };
    let number = spec.is_list.then(|| match spec.number {
        Some(property) => number().says(property),
        None => number(),
    });
    [id].into_iter().chain(number).chain(of_fields(part)).collect()
}

fn of_fields(part: &'static dyn AnyPart) -> impl Iterator<Item = Column> {
    part.fields().into_iter().flat_map(of_field)
}

/// The columns of a field: none of a field without a column, two of a moment and of money, else one.
fn of_field(spec: &'static Spec) -> Vec<Column> {
    use anslag_schema::Kind as Of;
    let Some(name) = spec.column else { return Vec::new() };
    let is_literal = spec.properties.first().is_some_and(|property| property.kind() == anslag_vocab::Kind::Value);
    let column = |kind| of_spec(spec, name, kind);
    // RDF says no text in the same way that has a language there, and no node that stands here by its name.
    let column = match spec.kind {
        Of::Line
        | Of::Text
        | Of::Markdown
        | Of::Board
        | Of::Organization
        | Of::Party
        | Of::Location
        | Of::Programme => column(Kind::Text),
        Of::Plain | Of::Language => column(Kind::Code).output(),
        Of::Country | Of::Address => column(Kind::Code),
        Of::Day | Of::Deadline => column(Kind::Date).output(),
        Of::Edtf => column(Kind::Edtf).output().described_by_kind(EDTF),
        // RDF has it in another datatype if it is a day, a month or a year.
        Of::Date => column(Kind::Edtf).described_by_kind(EDTF),
        Of::Duration => column(Kind::Duration)
            .output()
            .described_by_kind(["ISO 8601, som P1Y för ett år.", "ISO 8601, such as P1Y for one year."]),
        // A URI template would escape letters outside ASCII.
        Of::Iri => column(Kind::Iri).link(Template::Cell(name)),
        Of::Email => Column { output: is_literal, ..column(Kind::Email) },
        Of::Phone => Column { output: is_literal, ..column(Kind::Phone) }.described_by_kind([
            "Med landsnummer (E.164), eller ett kortnummer.",
            "With its calling code (E.164), or a short number.",
        ]),
        Of::Decimal => column(Kind::Decimal).output(),
        Of::Percent => column(Kind::Percent).output(),
        Of::Bytes => column(Kind::Bytes)
            .output()
            .described_by_kind(["I byte; tom där den inte är känd.", "In bytes; empty where it is not known."]),
        Of::Count => column(Kind::Integer).output(),
        Of::MediaType => {
            column(Kind::Code).output().described_by_kind(["Som application/pdf.", "Such as application/pdf."])
        }
        Of::Id => column(Kind::Id).output(),
        Of::Announcement => column(Kind::Id).output().link(Template::Announcement(name)),
        Of::Choice(set) => column(Kind::Choice(Choice::Of(set))).output().link(Template::Concept(set, name)),
        Of::Lines | Of::Plains | Of::Announcements => column(Kind::Multi),
        Of::Parties | Of::Locations => column(Kind::Multi).described_by_kind([
            "Namn med | emellan; ett | i ett namn är skrivet ¦.",
            "Names separated by |; a | in a name is written ¦.",
        ]),
        // Their cells are keys, codes and names of columns, which are no values of the properties.
        Of::Topics | Of::Themes | Of::Derived => Column { property: None, ..column(Kind::Multi) },
        Of::Moment => return moment(spec).into(),
        Of::Money => return money(spec).into(),
        Of::Flag | Of::Point | Of::Area | Of::Node(_) | Of::Part(_) => return Vec::new(),
    };
    let output = column.output && !spec.is_suppressed;
    vec![Column { output, ..column }]
}

const DEGREES: [&str; 2] = ["Grader (WGS 84).", "Degrees (WGS 84)."];

const EDTF: [&str; 2] = ["EDTF; 2021-23 är hösten 2021.", "EDTF; 2021-23 is autumn 2021."];

/// The columns of a moment: its day, and its time where the source gives one.
fn moment(spec: &'static Spec) -> [Column; 2] {
    let name = spec.column.unwrap_or(spec.key);
    let day = of_spec(spec, name, Kind::Date);
    let title = Label::new(format!("{}, tidpunkt", day.title.sv), format!("{} at", day.title.en));
    let time = Column { required: false, title, ..of_spec(spec, format!("{name}_at"), Kind::DateTime) };
    [
        day.described("Dagen i utgivarens tidszon.", "The day in the publisher's time zone."),
        Column {
            output: !spec.properties.is_empty(),
            ..time.described("Tom där källan bara ger en dag.", "Empty where the source gives only a day.")
        },
    ]
}

/// The columns of money: the amount, and the currency.
fn money(spec: &'static Spec) -> [Column; 2] {
    let amount = of_spec(spec, spec.column.unwrap_or(spec.key), Kind::Decimal).output();
    let currency = Column {
        title: Label::new("valuta", "currency"),
        property: spec.properties.get(1).copied(),
        ..of_spec(spec, currency_name(spec.key), Kind::Code)
    };
    [amount, currency.described("ISO 4217, som SEK.", "ISO 4217, such as SEK.").output()]
}

/// The name of the column of a currency. That of the first amount of a table is an interface.
fn currency_name(amount: &'static str) -> Cow<'static, str> {
    match amount {
        "price" | "amount" => "currency".into(),
        _ => format!("{amount}_currency").into(),
    }
}

/// A column that has what describes a field.
fn of_spec(spec: &'static Spec, name: impl Into<Cow<'static, str>>, kind: Kind) -> Column {
    let [sv, en, ..] = spec.labels.expect("a field with a column has labels");
    Column {
        required: spec.required,
        property: spec.properties.first().copied(),
        about: spec.about.map(|node| Template::Node((node.node)(1), "n")),
        description: spec.described.map(|[sv, en]| Label::new(sv, en)),
        ..Column::new(name, kind, sv, en)
    }
}
