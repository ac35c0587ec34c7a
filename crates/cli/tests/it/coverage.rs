//! Everything that can be said occurs in the publication of the invented municipality.
//!
//! The fields are those of the tables of `anslag-schema`: a new one fails here until it occurs there, and so does a new
//! member of a closed set.

use anslag_core::{
    Announcement, Board, CustomFeed, DataTheme, Location, Moment, Notice, Organization, OrganizationKind, Party, Place,
    PlaceKind, Programme, Publication, RegisteredProgramme, Status, Topic,
};
use anslag_fixtures::{MUNICIPALITY_AS_OF, municipality};
use anslag_publish::Plan;
use anslag_schema::{Kind, PARTS, Spec, Value};
use anslag_source::{Corpus, Report};
use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Debug,
    fs,
};

/// What is published of the municipality on its day.
fn published() -> (Publication, Vec<Announcement>) {
    let corpus = Corpus::open(&municipality(), &mut Report::default()).unwrap().unwrap();
    let plan = Plan::new(&corpus, MUNICIPALITY_AS_OF.parse().unwrap()).unwrap();
    let announcements = plan.entries(&corpus).map(|entry| corpus.read(&entry.unwrap()).unwrap()).collect();
    (corpus.publication, announcements)
}

/// Everything that the sources say, published or not.
fn sources() -> Vec<Announcement> {
    let corpus = Corpus::open(&municipality(), &mut Report::default()).unwrap().unwrap();
    corpus.index().map(|entry| corpus.read(&entry.unwrap()).unwrap()).collect()
}

/// What was met: of each field that may be left out, whether it was there and whether it was missing; of each moment,
/// whether it was a day and whether it was an instant.
#[derive(Default)]
struct Seen {
    fields: BTreeMap<String, (bool, bool)>,
    moments: BTreeMap<String, (bool, bool)>,
}

impl Seen {
    fn option<T>(&mut self, name: &str, value: Option<&T>) {
        self.either(name, value.is_some());
    }

    fn list<T>(&mut self, name: &str, values: &[T]) {
        self.either(name, !values.is_empty());
    }

    fn either(&mut self, name: &str, is_there: bool) {
        let (there, absent) = self.fields.entry(name.to_owned()).or_default();
        *there |= is_there;
        *absent |= !is_there;
    }

    fn moment(&mut self, name: &str, moment: Moment) {
        let (day, instant) = self.moments.entry(name.to_owned()).or_default();
        match moment {
            Moment::Date(_) => *day = true,
            Moment::DateTime(_) => *instant = true,
        }
    }

    /// Notes what a field says, and which of several things it says.
    fn value(&mut self, name: &str, value: Value<'_>) {
        match value {
            Value::Moment(moment) => self.moment(name, moment),
            Value::Deadline(deadline) => self.either(&format!("{name}: derived"), deadline.is_derived),
            Value::Party(party) => self.party(party),
            Value::Parties(parties) => parties.iter().for_each(|party| self.party(party)),
            Value::Location(place) => self.location(place),
            Value::Locations(places) => places.iter().for_each(|place| self.location(place)),
            Value::Programme(programme) => {
                self.either("a programme of the register", matches!(programme, Programme::Registered(_)));
            }
            _ => {}
        }
    }

    fn party(&mut self, party: &Party) {
        self.either("an organisation of the register", matches!(party, Party::Registered(_)));
    }

    fn location(&mut self, place: &Location) {
        self.either("a place of the register", matches!(place, Location::Registered(_)));
    }

    #[track_caller]
    fn assert_complete(&self) {
        let lacking = |map: &BTreeMap<String, (bool, bool)>| {
            map.iter()
                .filter(|(_, seen)| **seen != (true, true))
                .map(|(name, seen)| (name.clone(), *seen))
                .collect::<Vec<_>>()
        };
        assert_eq!(lacking(&self.fields), [], "never there, or never left out");
        assert_eq!(lacking(&self.moments), [], "never a day, or never an instant");
    }
}

/// Whether a published announcement can say the field: not what only sources have.
fn is_published(spec: &Spec) -> bool {
    let is_said = spec.column.is_some() || !spec.properties.is_empty();
    is_said && !matches!(spec.kind, Kind::Node(_) | Kind::Part(_) | Kind::Derived)
}

#[test]
fn every_field_is_there_and_is_left_out() {
    let (_, announcements) = published();
    let mut seen = Seen::default();
    for part in PARTS {
        let fields: Vec<_> = part.fields().into_iter().filter(|spec| is_published(spec)).collect();
        let name = |spec: &Spec| format!("{} {}", part.spec().key, spec.key);
        // A field of which nothing is met has been neither there nor left out.
        for spec in fields.iter().filter(|spec| !spec.required) {
            seen.fields.entry(name(spec)).or_default();
        }
        for spec in fields.iter().filter(|spec| matches!(spec.kind, Kind::Moment)) {
            seen.moments.entry(name(spec)).or_default();
        }
        for announcement in &announcements {
            let mut count = 0;
            part.walk(announcement, &mut |_, values| {
                count += 1;
                for (spec, value) in values.filter(|(spec, _)| is_published(spec)) {
                    if !spec.required {
                        seen.either(&name(spec), value.is_some());
                    }
                    if let Some(value) = value {
                        seen.value(&name(spec), value);
                    }
                }
            });
            if part.spec().key != "announcement" {
                seen.either(part.spec().key, count > 0);
            }
        }
    }
    // What is withdrawn on a later day is published until then.
    for withdrawn in announcements.iter().map(|announcement| announcement.status.withdrawn()) {
        seen.option("withdrawn", withdrawn.as_ref());
        if let Some(moment) = withdrawn {
            seen.moment("withdrawn", moment);
        }
    }
    seen.assert_complete();
}

#[test]
fn every_field_of_the_register_is_there_and_is_left_out() {
    let (publication, _) = published();
    let mut seen = Seen::default();
    for organization in publication.register.organizations() {
        #[rustfmt::skip]
        let Organization {
            key: _, name, aliases, kind: _, number, municipality_code, country, place, unit_of, homepage, same_as,
            retired,
        } = &**organization;
        seen.option("a second language", name.iter().nth(1).as_ref());
        seen.list("organization aliases", aliases);
        seen.option("organization number", number.as_ref());
        seen.option("organization municipality_code", municipality_code.as_ref());
        seen.option("organization country", country.as_ref());
        seen.option("organization place", place.as_ref());
        seen.option("organization unit_of", unit_of.as_ref());
        seen.option("organization homepage", homepage.as_ref());
        seen.list("organization same_as", same_as);
        seen.option("organization retired", retired.as_ref());
    }
    for programme in publication.register.programmes() {
        let RegisteredProgramme { key: _, name: _, alternate_names, homepage, same_as } = &**programme;
        seen.list("programme alternate_names", alternate_names);
        seen.option("programme homepage", homepage.as_ref());
        seen.list("programme same_as", same_as);
    }
    for topic in publication.register.topics() {
        let Topic { key: _, name: _, aliases, exact_match, close_match, broad_match, retired } = &**topic;
        seen.list("topic aliases", aliases);
        seen.list("topic exact_match", exact_match);
        seen.list("topic close_match", close_match);
        seen.list("topic broad_match", broad_match);
        seen.option("topic retired", retired.as_ref());
    }
    for place in publication.register.places() {
        let Place { key: _, name: _, aliases, kind: _, country, address, coordinates, area, same_as } = &**place;
        seen.list("place aliases", aliases);
        seen.option("place country", country.as_ref());
        seen.option("place address", address.as_ref());
        seen.option("place coordinates", coordinates.as_ref());
        seen.option("place area", area.as_ref());
        seen.list("place same_as", same_as);
    }
    for board in publication.register.boards() {
        let Board { key: _, name: _, aliases, operator, page, place, email, retired } = &**board;
        seen.list("board aliases", aliases);
        seen.option("board operator", operator.as_ref());
        seen.option("board page", page.as_ref());
        seen.option("board place", place.as_ref());
        seen.option("board email", email.as_ref());
        seen.option("board retired", retired.as_ref());
    }
    seen.assert_complete();
}

#[test]
fn every_condition_of_a_feed_is_there_and_is_left_out() {
    let (publication, _) = published();
    let mut seen = Seen::default();
    for feed in &publication.output.feeds {
        let CustomFeed { key: _, title, types, topics, places, organizations, boards, retired } = &**feed;
        seen.option("a title in a second language", title.iter().nth(1).as_ref());
        seen.list("feed type", types);
        seen.list("feed topic", topics);
        seen.list("feed place", places);
        seen.list("feed organization", organizations);
        seen.list("feed board", boards);
        seen.option("feed retired", retired.as_ref());
    }
    seen.assert_complete();
}

/// Every member of a closed set occurs.
#[track_caller]
fn every<T: PartialEq + Debug>(all: &[T], found: impl Iterator<Item = T>) {
    let found: Vec<T> = found.collect();
    let lacking: Vec<_> = all.iter().filter(|member| !found.contains(member)).collect();
    assert!(lacking.is_empty(), "nothing says {lacking:?}");
}

#[test]
fn every_member_of_a_closed_set_occurs() {
    let (publication, all) = published();
    let sources = sources();
    for part in PARTS {
        let mut found: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for announcement in &sources {
            part.walk(announcement, &mut |_, values| {
                for (spec, value) in values {
                    if let Some(Value::Choice(_, choice)) = value {
                        found.entry(spec.key).or_default().insert(choice.key);
                    }
                }
            });
        }
        for spec in part.fields() {
            let Kind::Choice(set) = spec.kind else { continue };
            let members: BTreeSet<_> = set.members().iter().map(|member| member.key).collect();
            assert_eq!(found.remove(spec.key).unwrap_or_default(), members, "{part:?}.{}", spec.key);
        }
    }
    every(&DataTheme::ALL, all.iter().flat_map(|announcement| announcement.themes.iter().copied()));
    every(&OrganizationKind::ALL, publication.register.organizations().map(|organization| organization.kind));
    every(&PlaceKind::ALL, publication.register.places().map(|place| place.kind));
}

/// What is not published stands in the sources: drafts, and withdrawals with a reason and without one.
#[test]
fn every_status_occurs() {
    let corpus = Corpus::open(&municipality(), &mut Report::default()).unwrap().unwrap();
    let name = |status: &Status| match status {
        Status::Published => "published",
        Status::Draft => "draft",
        Status::Withdrawn(withdrawal) if withdrawal.reason.is_some() => "withdrawn for a reason",
        Status::Withdrawn(_) => "withdrawn",
    };
    let found: BTreeSet<_> = corpus.index().map(|entry| name(&corpus.read(&entry.unwrap()).unwrap().status)).collect();
    assert_eq!(found, BTreeSet::from(["published", "draft", "withdrawn for a reason", "withdrawn"]));
}

#[test]
fn every_language_that_the_municipality_writes_occurs() {
    let (publication, all) = published();
    let found: BTreeSet<_> = all.iter().map(|announcement| announcement.language.as_str()).collect();
    assert_eq!(found, BTreeSet::from(["ar", "da", "en", "en-GB", "et", "fi", "lv", "nb", "nn", "sv", "sv-SE"]));
    for language in std::iter::once(&publication.language).chain(&publication.other_languages) {
        assert!(found.contains(language.as_str()), "nothing is in {language}");
    }
}

/// The forms of EDTF, level 0 and 1, each as it stands in an event.
#[test]
fn every_form_of_a_date_occurs() {
    let (_, all) = published();
    let whens = all.iter().flat_map(|announcement| &announcement.events).filter_map(|event| event.when.as_ref());
    let found: BTreeSet<_> = whens.map(|when| when.as_str().to_owned()).collect();
    for form in [
        "2027",
        "2026-09",
        "2027-01-13",
        "2026-12-31T23:45:00+01:00",
        "2026-06-06T15:00:00", // a year to an instant
        "2027-21",
        "2027-22",
        "2027-23",
        "2027-24", // seasons
        "2027-08-09/2027-08-15",
        "2026-04/..",
        "../2027-12-31",
        "/2027-09", // intervals, open and unknown
        "2027-08?",
        "2027-05~",
        "2028%", // uncertain, approximate, both
        "203X",
        "2027-XX",
        "2027-10-XX",
        "2026-XX-XX", // digits that are not specified
    ] {
        assert!(found.contains(form), "no event is at {form}");
    }
}

/// The last day for an appeal and the first day without the notice, as the README of the corpus explains them. Some of the
/// notices have come down.
#[test]
fn the_days_of_the_notices_are_those_of_the_law() {
    let corpus = Corpus::open(&municipality(), &mut Report::default()).unwrap().unwrap();
    let all: Vec<_> = corpus.index().map(|entry| corpus.read(&entry.unwrap()).unwrap()).collect();
    let id = |announcement: &Announcement| announcement.id.to_string();
    let days = |notice: &Notice| {
        let shown = |day: Option<anslag_core::Deadline>| {
            day.map_or("-".to_owned(), |day| format!("{}{}", day.day, if day.is_derived { " derived" } else { "" }))
        };
        format!("{}, {}", shown(notice.appeal()), shown(notice.removal()))
    };
    let found: BTreeMap<_, _> = all.iter().filter_map(|one| Some((id(one), days(one.notice.as_ref()?)))).collect();
    for (id, days) in [
        ("2026-05-12-protokoll-kommunfullmaktige", "2026-06-02 derived, 2026-06-03 derived"),
        ("2026-04-18-protokoll-byggnadsnamnden", "2026-05-11 derived, 2026-05-12 derived"),
        ("2026-03-13-protokoll-kommunstyrelsen", "2026-04-07 derived, 2026-04-08 derived"),
        ("2026-05-29-protokoll-socialnamnden", "2026-06-22 derived, 2026-06-23 derived"),
        ("2025-12-03-protokoll-kommunfullmaktige-budget", "2025-12-29 derived, 2025-12-30 derived"),
        ("2025-10-07-protokoll-socialnamnden", "2025-10-28 derived, 2025-10-29 derived"),
        ("2026-05-20-beslut-om-detaljplan", "2026-06-12 derived, 2026-06-13 derived"),
        ("2026-05-15-delgivning-av-bygglov", "2026-06-12, 2026-06-14"),
        ("2026-05-27-protokoll-kommunalforbund", "2026-06-18, 2026-06-19 derived"),
        ("2026-05-26-kallelse-kommunfullmaktige", "-, -"),
    ] {
        assert_eq!(found[id], days, "{id}");
    }
}

/// What an announcement may be, and whether one is.
type Edge = (&'static str, fn(&Announcement) -> bool);

/// What writers do rarely, and programs forget.
const EDGES: [Edge; 35] = [
    ("nothing but a title", |a| {
        let said = serde_json::to_value(a).unwrap();
        let keys: Vec<_> = said.as_object().unwrap().keys().map(String::as_str).collect();
        a.body.markdown().is_empty() && keys == ["id", "type", "title", "body", "language", "published", "publisher"]
    }),
    ("a text of a comment alone", |a| a.id.as_str() == "2026-04-29-tom-text" && a.body.markdown().is_empty()),
    ("two hundred topics", |a| a.topics.len() == 200),
    ("a title of five hundred letters", |a| a.title.as_str().chars().count() > 500),
    ("an id as long as may be", |a| a.id.as_str().len() > 180),
    ("an id that is not of the day it was published on", |a| {
        !a.published.to_string().starts_with(&a.id.as_str()[..10])
    }),
    ("an emoji of several characters", |a| a.title.as_str().contains("👩🏽\u{200d}🔬")),
    ("letters beyond U+FFFF", |a| a.body.text().contains('𝔈')),
    ("Hebrew in a Swedish title", |a| a.title.as_str().contains('ש') && a.language.as_str() == "sv"),
    ("Arabic as the language", |a| a.language.as_str() == "ar"),
    ("no-break spaces", |a| {
        a.title.as_str().contains('\u{a0}') && a.contacts.iter().any(|c| c.name.as_str().contains('\u{a0}'))
    }),
    ("narrow no-break spaces", |a| a.lead.as_ref().is_some_and(|lead| lead.as_str().contains('\u{202f}'))),
    ("combining characters that stay", |a| a.body.text().contains("m\u{300}")),
    ("letters that were taken apart", |a| a.title.as_str().contains("Återvinningscentralen i Mönstervik")),
    ("markup in a title", |a| {
        ["<b>", "&amp;", "]]>", "\"", "<!--"].iter().all(|&mark| a.title.as_str().contains(mark))
    }),
    ("markup in the log", |a| a.updates.iter().any(|update| update.text.as_str().contains("<script>"))),
    ("raw HTML", |a| a.body.markdown().contains("<div class")),
    ("every mark of Markdown", |a| {
        let html = anslag_html::Sanitizer::new().render(&a.body, None);
        ["<h1>", "<h3>", "<ul>", "<ol start", "<blockquote>", "<table>", "<a href", "<img", "<pre><code", "<hr", "<br"]
            .iter()
            .all(|element| html.contains(element))
    }),
    ("a title that looks like a formula", |a| a.title.as_str().starts_with('=')),
    ("commas, semicolons, quotes and lines in a cell", |a| {
        a.lead.as_ref().is_some_and(|lead| [",", ";", "\"", "\n"].iter().all(|&mark| lead.as_str().contains(mark)))
    }),
    ("a topic with a comma", |a| {
        a.topics.iter().any(|topic| topic.name.iter().any(|(_, name)| name.as_str().contains(',')))
    }),
    ("an address with letters beyond ASCII", |a| a.links.iter().any(|link| !link.url.as_str().is_ascii())),
    ("an empty file", |a| a.attachments.iter().any(|attachment| attachment.size == Some(0))),
    ("several contacts", |a| a.contacts.len() > 1),
    ("a quote of two", |a| a.quotes.iter().any(|quote| quote.speakers.len() == 2)),
    ("somebody who is quoted twice", |a| a.people().len() < a.quotes.iter().map(|quote| quote.speakers.len()).sum()),
    ("funding in two currencies", |a| {
        let funding = a.project.iter().flat_map(|project| &project.funding);
        funding.filter_map(|one| Some(one.amount.as_ref()?.currency.code())).collect::<BTreeSet<_>>().len() == 2
    }),
    ("a price of nothing, and one that is not whole", |a| {
        let prices: Vec<_> =
            a.events.iter().filter_map(|event| Some(event.price.as_ref()?.amount.to_string())).collect();
        prices == ["0.0", "45.5"]
    }),
    ("a consultation with documents", |a| a.consultation.is_some() && a.attachments.len() > 1),
    ("a log over several days and zones", |a| a.updates.len() == 4 && a.updates[1].at.to_string().ends_with("+05:30")),
    ("a time without an offset", |a| a.published.to_string() == "2026-06-01T21:30:00+02:00"),
    ("a day before 1970", |a| a.published.to_string().starts_with("1952-")),
    ("a replacement, of what is not withdrawn", |a| {
        a.replaces.as_ref().is_some_and(|id| id.as_str() == "2026-05-05-nya-badtider-zola")
    }),
    ("a replacement of what is withdrawn", |a| {
        a.replaces.as_ref().is_some_and(|id| id.as_str() == "2026-05-20-fel-om-vattenavgift")
    }),
    ("what is replaced", |a| a.replaced_by.iter().any(|id| id.as_str() == "2026-05-11-rattelse-badtider")),
];

#[test]
fn every_edge_occurs() {
    let (_, all) = published();
    let lacking: Vec<_> = EDGES.iter().filter(|(_, is_met)| !all.iter().any(is_met)).map(|(edge, _)| edge).collect();
    assert_eq!(lacking, Vec::<&&str>::new());
}

#[test]
fn every_syntax_of_source_files_occurs() {
    let mut counts = BTreeMap::new();
    let files = crate::files(&municipality().join("announcements"));
    let sources =
        files.into_iter().filter(|(name, _)| crate::has_extension(name, "md") || crate::has_extension(name, "jsonl"));
    for (_, bytes) in sources {
        let text = String::from_utf8(bytes).unwrap();
        let front_matter = text.get(3..).and_then(|rest| rest.split(&text[..3]).next()).unwrap_or_default();
        let syntaxes = [
            ("JSON Lines of several announcements", text.starts_with('{') && text.lines().count() > 2),
            ("TOML", text.starts_with("+++\n")),
            ("YAML", text.starts_with("---\n")),
            ("TOML of Hugo", front_matter.contains("\n[params]\n")),
            ("YAML of Hugo", front_matter.contains("\nparams:\n")),
            ("TOML of Zola", front_matter.contains("\n[taxonomies]\n") && front_matter.contains("\n[extra]\n")),
        ];
        for (syntax, is_it) in syntaxes {
            *counts.entry(syntax).or_insert(0) += usize::from(is_it);
        }
    }
    assert!(counts.values().all(|&count| count > 0), "{counts:?}");
    assert!(counts["YAML"] * 5 > counts["TOML"], "{counts:?}");
    assert!(counts["TOML"] + counts["YAML"] > 60, "{counts:?}");
}

/// The README of the corpus says what each folder claims.
#[test]
fn the_readme_names_every_folder() {
    let readme = fs::read_to_string(municipality().join("README.md")).unwrap();
    for entry in fs::read_dir(municipality().join("announcements")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(readme.contains(&format!("| [`{name}/`](announcements/{name}) |")), "{name}");
    }
}
