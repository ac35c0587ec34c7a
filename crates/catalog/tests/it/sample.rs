use anslag_catalog::{Content, Count, Distribution, Extent, Published, Selection};
use anslag_core::{
    Announcement, AnnouncementId, AnnouncementType, Compression, ContactKind, Fields, Format, Iri, LanguageTag, Line,
    Moment, Phone, PostalAddress, Publication, Slug,
};
use anslag_fixtures::{everything, nothing};
use std::sync::Arc;

/// A publication that says all that a catalogue can say, with files of every kind and announcements of two publishers.
pub(crate) fn whole() -> (Publication, Published) {
    let mut publication = anslag_fixtures::publication();
    let line = |text: &str| Line::new(text).unwrap();
    let web = |address: &str| Some(Iri::web(address).unwrap());
    publication.contact.kind = ContactKind::Individual;
    publication.contact.phone = Some(Phone::new("+46 521 72 00 00").unwrap());
    publication.contact.address =
        Some(PostalAddress { street: line("Storgatan 1"), postal_code: line("123 45"), locality: line("Exempelstad") });
    publication.catalogue.sparql = web("https://data.exempel.example/sparql");
    publication.catalogue.event_stream = web("https://data.exempel.example/stream/1");
    publication.catalogue.conforms_to = vec![Iri::web("https://standard.example/1.0").unwrap()];

    let council = publication.register.organization(&Slug::new("radet").unwrap()).unwrap();
    let theirs = Fields::new(
        AnnouncementId::new("2021-03-04-radets-nyhet").unwrap(),
        AnnouncementType::News,
        line("Council news"),
        LanguageTag::new("en").unwrap(),
        Moment::parse("2021-03-04T10:00:00+01:00", &publication.zone).unwrap(),
        Arc::clone(council),
    );
    let theirs = Announcement::new(theirs, &publication.zone).unwrap();
    let announcements = [nothing(&publication), theirs, everything(&publication)];
    let distributions = [
        ("ttl", Format::Turtle, None, Content::Everything, "data/announcements.ttl"),
        ("ttl-gz", Format::Turtle, Some(Compression::Gzip), Content::Everything, "data/announcements.ttl.gz"),
        ("jsonl", Format::JsonLines, None, Content::Everything, "data/announcements.jsonl"),
        ("csv-announcements", Format::Csv, None, Content::Table(Selection::All), "data/announcements.csv"),
        ("datapackage", Format::Csv, None, Content::Package, "data/datapackage.json"),
        ("xlsx", Format::Xlsx, None, Content::Workbook, "data/announcements.xlsx"),
        ("calendar", Format::ICalendar, None, Content::Calendar, "calendar.ics"),
        ("geojson", Format::GeoJson, None, Content::Places, "data/places.geojson"),
        ("feed-all-atom", Format::Atom, None, Content::Feed(Selection::All), "feed/all.atom"),
        ("feed-publisher-kommun-atom", Format::Atom, None, feed_of("exempels-kommun"), "feed/publisher/kommun.atom"),
        ("feed-publisher-radet-atom", Format::Atom, None, feed_of("radet"), "feed/publisher/radet.atom"),
        ("feed-type-news-atom", Format::Atom, None, feed_of_type(AnnouncementType::News), "feed/type/news.atom"),
        (
            "feed-type-press-atom",
            Format::Atom,
            None,
            feed_of_type(AnnouncementType::PressRelease),
            "feed/type/press.atom",
        ),
    ];
    let distribution =
        |(number, (key, format, compression, content, path)): (u64, (&str, _, _, _, &str))| Distribution {
            key: key.to_owned(),
            format,
            compression,
            content,
            path: path.to_owned(),
            bytes: 1000 + number,
            sha256: format!("{number:064x}"),
        };
    let mut count = Count::of(&publication, &anslag_rdf::register(&publication).triples);
    for announcement in &announcements {
        count.merge(&Count::of(&publication, &anslag_rdf::graph(&publication, announcement).triples));
    }
    let published = Published {
        extent: Extent::of(&announcements, &publication.zone),
        distributions: (0..).zip(distributions).map(distribution).collect(),
        feed_list: Some("feeds.opml".to_owned()),
        count,
    };
    (publication, published)
}

fn feed_of(key: &str) -> Content {
    Content::Feed(Selection::Publisher(Slug::new(key).unwrap()))
}

fn feed_of_type(kind: AnnouncementType) -> Content {
    Content::Feed(Selection::Type(kind))
}
