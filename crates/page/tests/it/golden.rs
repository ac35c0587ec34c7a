//! Whole pages, byte for byte.

use crate::{page, site};
use anslag_core::{
    Accessibility, Announcement, AnnouncementId, AnnouncementType, AssessmentMethod, Compliance, Compression, Country,
    Day, Email, Fields, Format, LanguageTag, Line, Localized, Moment, Reuse, Shortcoming, ShortcomingGround,
};
use anslag_fixtures::{assert_golden, everything, nothing, publication};
use anslag_page::{
    Catalogue, Context, Counts, Dataset, DatasetFile, Download, Ended, Ending, Gone, List, ListOverview, ListPage,
    Listed, NoticeBoard, OpenData, Renderer, Start,
};
use jiff::civil::date;
use std::{num::NonZeroU32, path::Path};

#[track_caller]
pub(crate) fn check(name: &str, found: &str) {
    assert_golden(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name), found.as_bytes());
}

const JSON_LD: &str = "{\n  \"@id\": \"https://example.org/\",\n  \"name\": \"</script> a  b\"\n}\n";

#[test]
fn an_announcement_with_everything() {
    let publication = publication();
    check("everything.html", &page(&publication, &everything(&publication), JSON_LD));
}

#[test]
fn an_announcement_with_nothing_but_its_title() {
    let publication = publication();
    check("nothing.html", &page(&publication, &nothing(&publication), JSON_LD));
}

#[test]
fn an_announcement_that_there_is_in_other_languages() {
    let publication = publication();
    let site = site(&publication);
    let id = |id: &str| AnnouncementId::new(id).unwrap();
    let (english, arabic) = (id("2021-01-02-a-title"), id("2021-01-02-unwan"));
    let languages = ["en-GB", "ar"].map(|tag| LanguageTag::new(tag).unwrap());
    let context = Context {
        json_ld: b"{}",
        pictures: &[],
        feeds: &[],
        versions: &[(&english, &languages[0]), (&arabic, &languages[1])],
        earlier: None,
        later: None,
    };
    check("versions.html", &Renderer::new(&site).render(&nothing(&publication), &context));
}

#[test]
fn names_in_another_language_than_the_words_are_marked() {
    let publication = publication();
    let fields = (*everything(&publication)).clone();
    let in_language = |tag: &str| {
        let fields = Fields { language: LanguageTag::new(tag).unwrap(), ..fields.clone() };
        page(&publication, &Announcement::new(fields, &publication.zone).unwrap(), JSON_LD)
    };
    let estonian = in_language("et");
    for name in ["öppna data</a></li>", "Exempelstad</a></li>", "Exempels kommun</a></p>"] {
        assert!(estonian.contains(&format!(" lang=\"sv\">{name}")), "{name}: {estonian}");
    }
    assert!(estonian.contains("← Varasem: <span lang=\"sv\">grön, hållbar turism</span> ("), "{estonian}");
    // The words of a Finnish page are Swedish.
    let finnish = in_language("fi");
    assert!(finnish.contains("/\">öppna data</a></li>"), "{finnish}");
    assert!(finnish.contains(" lang=\"sv\">Exempels kommun</a></p>"), "{finnish}");
}

#[test]
fn an_announcement_that_is_gone() {
    let publication = publication();
    let (site, id) = (site(&publication), AnnouncementId::new("2021-01-02-hemligt").unwrap());
    let gone = |language: &str, ending: Ending| {
        let since = Moment::day(date(2021, 5, 18)).unwrap();
        site.gone(&Gone { id: &id, language: &LanguageTag::new(language).unwrap(), ending, since })
    };
    check("withdrawn.html", &gone("sv", Ending::Withdrawn));
    check("expired.html", &gone("en", Ending::Expired));
}

#[test]
fn a_feed_that_has_ended() {
    let publication = publication();
    let (site, base) = (site(&publication), publication.base.iri());
    let ended = Ended {
        address: base,
        title: "Vatten",
        language: "sv",
        text: ("en", "Follow instead"),
        successor: ("Avlopp", &publication.file("feed/topic/avlopp.atom")),
    };
    check("ended.html", &site.ended(&ended));
}

fn download(format: Format, compression: Option<Compression>) -> Download {
    Download {
        label: format.spec().label.to_owned(),
        format,
        compression,
        is_package: false,
        path: format!("data/announcements.{}", format.spec().extension),
        bytes: 1_234_567,
        sha256: "0123456789abcdef".repeat(4),
    }
}

#[test]
fn open_data() {
    let publication = publication();
    let site = site(&publication);
    let files = Format::ALL.map(|format| download(format, None));
    let content = OpenData {
        language: "sv",
        as_of: date(2021, 6, 1),
        modified: Moment::day(date(2021, 5, 18)).ok(),
        files: &files,
        tables: &files[7..8],
        catalogue: &["dcat.ttl"],
        columns: &["data/datapackage.json"],
        schemas: &["schema/register.json".to_owned()],
    };
    check("open-data.html", &site.open_data(&content));
    let files = [download(Format::Csv, Some(Compression::Zstandard))];
    let little = OpenData { language: "lv", modified: None, files: &files, tables: &[], columns: &[], ..content };
    check("open-data.little.lv.html", &site.open_data(&little));
    let mut without = publication.clone();
    without.output.formats.remove(&Format::Atom);
    let page = crate::site(&without).open_data(&little);
    assert!(page.contains("pazūd no failiem.</li>"), "{page}");
}

#[test]
fn the_accessibility_statement() {
    let mut publication = publication();
    assert_eq!(site(&publication).accessibility("sv"), None);
    let day = |day| Day::new(day).unwrap();
    let text = |sv: &str| Localized::one(LanguageTag::new("sv").unwrap(), Line::new(sv).unwrap());
    let shortcoming = |what, why, ground| Shortcoming { what: text(what), why: text(why), ground };
    publication.accessibility = Some(Accessibility {
        complies: Compliance::Partial,
        method: AssessmentMethod::SelfAssessment,
        assessed: day("2026-11-20"),
        published: day("2026-11-24"),
        reviewed: day("2026-12-01"),
        email: Some(Email::new("tillganglighet@exempel.example").unwrap()),
        shortcomings: vec![
            shortcoming("Kartor <från leverantören>", "De ligger utanför vår kontroll.", ShortcomingGround::Exempt),
            shortcoming("Inskannade protokoll", "De är bilder av text.", ShortcomingGround::Breach),
        ],
    });
    check("accessibility.html", &site(&publication).accessibility("sv").unwrap());
    check("accessibility.et.html", &site(&publication).accessibility("et").unwrap());
    publication.country = Country::new("EE").unwrap();
    let abroad = site(&publication).accessibility("en").unwrap();
    assert!(abroad.contains("Directive (EU) 2016/2102") && !abroad.contains("digg.se"), "{abroad}");
}

#[test]
fn the_datasets() {
    let publication = publication();
    let site = site(&publication);
    let text = |sv: &'static str, en: &'static str| vec![("sv", sv.into()), ("en", en.into())];
    let (title, file) =
        (text("Kungörelser", "Public notices"), text("Kungörelser som en tabell", "Public notices as a table"));
    let (description, frequency) = (text("Alla <kungörelser>.", "All <notices>."), text("oregelbundet", "irregular"));
    let file = DatasetFile { title: &file, path: "data/notices.csv", media_type: "text/csv", bytes: 1_234_567 };
    let dataset = Dataset {
        key: "dataset/type/notice",
        title: &title,
        description: &description,
        frequency: &frequency,
        files: vec![file],
    };
    let content = Catalogue { language: "sv", datasets: &[dataset], documents: &["dcat.ttl", "dcat.rdf"] };
    check("catalogue.html", &site.catalogue(&content));
    check("catalogue.et.html", &site.catalogue(&Catalogue { language: "et", ..content }));
}

#[test]
fn the_vocabulary() {
    let publication = publication();
    let site = site(&publication);
    check("definitions.html", &site.definitions("sv"));
    let estonian = site.definitions("et");
    for term in anslag_vocab::anslag::VOCABULARY.terms.iter().filter(|term| term.meaning().is_some()) {
        let id = format!("id=\"{}\"", term.name());
        assert_eq!(estonian.matches(&id).count(), 1, "{id} is the fragment of an IRI");
    }
}

#[test]
fn the_first_page() {
    let publication = publication();
    let announcements = [&everything(&publication), &nothing(&publication)];
    let download = download(Format::Turtle, None);
    let start = |language, announcements| Start {
        language,
        as_of: date(2021, 6, 1),
        modified: Moment::day(date(2021, 5, 18)).ok(),
        in_force: announcements,
        posted: announcements,
        latest: announcements,
        downloads: std::slice::from_ref(&download),
        calendar: Some("feed/events.ics"),
    };
    let site = site(&publication);
    check("start.html", &site.start(&start("sv", &announcements)));
    check("empty.en.html", &site.start(&start("en", &[])));
    let estonian = site.start(&start("et", &[]));
    for name in ["Exempels tillkännagivanden</h1>", "Anslagstavlan</a></li>"] {
        assert!(estonian.contains(&format!(" lang=\"sv\">{name}")), "{estonian}");
    }
}

#[test]
fn a_notice_board() {
    let publication = publication();
    let site = site(&publication);
    let board = publication.register.boards().next().unwrap();
    let everything = everything(&publication);
    let fields = (*everything).clone();
    let id = AnnouncementId::new("2021-05-18-bara-pa-tavlan").unwrap();
    let only_here = Fields { id, quotes: Vec::new(), reuse: Reuse::BoardOnly, ..fields };
    let only_here = Announcement::new(only_here, &publication.zone).unwrap();
    let page = |language, announcements: &[&Announcement]| {
        let feed = site.feeds.first();
        site.board(&NoticeBoard {
            board,
            language,
            as_of: date(2021, 6, 1),
            feed,
            calendar: Some("feed/board/a.ics"),
            announcements,
            pictures: &[],
        })
    };
    check("board.html", &page("sv", &[&everything]));
    check("board.only.et.html", &page("et", &[&everything, &only_here]));
    check("board.empty.en.html", &page("en", &[]));
}

#[test]
fn statistics_in_charts_and_tables() {
    let publication = publication();
    let topics = publication.register.topics().count();
    let mut counts = Counts::default();
    for (month, topic) in [(3, 0), (5, 1), (5, 0), (6, 1)] {
        counts.add(date(2021, month, 18), AnnouncementType::ALL[topic], &[u32::try_from(topic % topics).unwrap()]);
    }
    counts.add(date(1952, 1, 1), AnnouncementType::News, &[]);
    let site = site(&publication);
    check("statistics.html", &site.statistics("sv", &counts));
    check("statistics.empty.en.html", &site.statistics("en", &Counts::default()));
}

#[test]
fn a_list_of_announcements() {
    let publication = publication();
    let site = site(&publication);
    let announcements = [everything(&publication), nothing(&publication)];
    let listed = announcements.each_ref().map(|own| (own.published.date(&publication.zone), Listed::from(own)));
    let number = NonZeroU32::new;
    let topic = publication.register.topics().next().unwrap();
    let page = ListPage {
        list: List::Topic(topic),
        language: "sv",
        number: None,
        newer: None,
        older: number(3),
        count: Some(1042),
        feed: site.feeds.first(),
        announcements: &listed,
    };
    check("list.html", &site.list(&page));
    let month = ListPage {
        list: List::Month(date(2021, 5, 1)),
        language: "lv",
        number: number(2),
        newer: Some(None),
        count: None,
        feed: None,
        ..page
    };
    check("list.month.lv.html", &site.list(&month));
    check("list.empty.html", &site.list(&ListPage { announcements: &[], older: None, count: Some(0), ..page }));
}

#[test]
fn the_overview_of_all_lists() {
    let publication = publication();
    let site = site(&publication);
    let register = &publication.register;
    let mut lists = vec![(List::All, 1234), (List::Type(AnnouncementType::News), 5)];
    lists.extend(register.topics().map(|topic| (List::Topic(topic), 1)));
    lists.extend(register.organizations().map(|organization| (List::Organization(organization), 2)));
    lists.extend(register.places().map(|place| (List::Place(place), 3)));
    lists.extend([date(2021, 4, 1), date(2021, 5, 1)].map(|first| (List::Month(first), 4)));
    check("lists.html", &site.lists(&ListOverview { language: "sv", lists: &lists }));
}

#[test]
fn an_announcement_that_has_moved() {
    let publication = publication();
    let now = AnnouncementId::new("2021-01-02-bara-en-rubrik").unwrap();
    check("moved.html", &site(&publication).moved(&now, &LanguageTag::new("sv").unwrap()));
}
