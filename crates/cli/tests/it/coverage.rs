//! That everything occurs in the publication of the invented municipality that can be said.
//!
//! The parts are taken to pieces with all of their fields, so that a new field does not compile before it is looked at
//! here, and fails before it occurs there. So does a new member of a closed set.

use anslag_core::{
    Alert, AlertCertainty, AlertSeverity, AlertUrgency, Announcement, AnnouncementType, Attachment, Consultation,
    Contact, DataTheme, Disruption, DisruptionStatus, Event, Fields, Funding, Image, Job, Link, Location, Moment,
    Notice, Offer, Organization, OrganizationKind, Party, PersonalData, Place, PlaceKind, PlanStatus, Programme,
    Project, Publication, Quote, RegisteredProgramme, Service, Status, Topic, Update,
};
use anslag_fixtures::{MUNICIPALITY_AS_OF, municipality};
use anslag_publish::Plan;
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

/// Of each field that may be left out, whether it was there and whether it was left out; of each moment, whether it was
/// a day and whether it was an instant.
#[derive(Default)]
struct Seen {
    fields: BTreeMap<&'static str, (bool, bool)>,
    moments: BTreeMap<&'static str, (bool, bool)>,
}

impl Seen {
    fn option<T>(&mut self, name: &'static str, value: Option<&T>) {
        let (there, absent) = self.fields.entry(name).or_default();
        *there |= value.is_some();
        *absent |= value.is_none();
    }

    fn list<T>(&mut self, name: &'static str, values: &[T]) {
        self.option(name, values.first());
    }

    fn moment(&mut self, name: &'static str, value: Option<&Moment>) {
        self.option(name, value);
        self.instant(name, value);
    }

    /// A moment that must be there.
    fn instant(&mut self, name: &'static str, value: Option<&Moment>) {
        let (day, instant) = self.moments.entry(name).or_default();
        match value {
            Some(Moment::Date(_)) => *day = true,
            Some(Moment::DateTime(_)) => *instant = true,
            None => {}
        }
    }

    fn each<'a, T: 'a>(&mut self, parts: impl IntoIterator<Item = &'a T>, look: fn(&mut Self, &T)) {
        for part in parts {
            look(self, part);
        }
    }

    #[track_caller]
    fn assert_complete(&self) {
        let lacking = |map: &BTreeMap<&'static str, (bool, bool)>| {
            map.iter().filter(|(_, seen)| **seen != (true, true)).map(|(name, seen)| (*name, *seen)).collect::<Vec<_>>()
        };
        assert_eq!(lacking(&self.fields), [], "never there, or never left out");
        assert_eq!(lacking(&self.moments), [], "never a day, or never an instant");
    }
}

#[test]
fn every_field_is_there_and_is_left_out() {
    let (_, announcements) = published();
    let mut seen = Seen::default();
    for announcement in &announcements {
        fields(&mut seen, announcement);
        for named in announcement.parties() {
            party(&mut seen, named);
        }
        for named in announcement.locations() {
            location(&mut seen, named);
        }
    }
    seen.assert_complete();
}

fn fields(seen: &mut Seen, fields: &Fields) {
    #[rustfmt::skip]
    let Fields {
        id: _, kind: _, title: _, lead, body, language: _, published, modified, expires, publisher: _, unit, source,
        topics, themes, places, contacts, quotes, project, notice, disruption, consultation, alert, job, offers,
        events, images, attachments, links, updates, replaces, translation_of, translations, personal_data, status,
    } = fields;
    seen.option("lead", lead.as_ref());
    seen.option("body", Some(body).filter(|body| !body.text().is_empty()));
    seen.instant("published", Some(published));
    seen.moment("modified", modified.as_ref());
    seen.moment("expires", expires.as_ref());
    seen.moment("withdrawn", status.withdrawn().as_ref());
    seen.option("unit", unit.as_ref());
    seen.option("source", source.as_ref());
    seen.list("topics", topics);
    seen.list("themes", themes);
    seen.list("places", places);
    seen.list("contacts", contacts);
    seen.list("quotes", quotes);
    seen.option("project", project.as_ref());
    seen.option("notice", notice.as_ref());
    seen.option("disruption", disruption.as_ref());
    seen.option("consultation", consultation.as_ref());
    seen.option("alert", alert.as_ref());
    seen.option("job", job.as_ref());
    seen.list("offers", offers);
    seen.list("events", events);
    seen.list("images", images);
    seen.list("attachments", attachments);
    seen.list("links", links);
    seen.list("updates", updates);
    seen.option("replaces", replaces.as_ref());
    seen.option("translation_of", translation_of.as_ref());
    seen.list("translations", translations);
    seen.option("personal_data", personal_data.as_ref());

    seen.each(contacts, contact);
    seen.each(quotes, quote);
    seen.each(project, self::project);
    seen.each(notice, self::notice);
    seen.each(disruption, self::disruption);
    seen.each(consultation, self::consultation);
    seen.each(alert, self::alert);
    seen.each(job, self::job);
    seen.each(offers, offer);
    seen.each(events, event);
    for Image { url: _, alt: _, caption, credit } in images {
        seen.option("image caption", caption.as_ref());
        seen.option("image credit", credit.as_ref());
    }
    for Attachment { title: _, url: _, media_type: _, size } in attachments {
        seen.option("attachment size", size.as_ref());
    }
    for Link { title: _, url: _ } in links {}
    for Update { at, text: _ } in updates {
        seen.instant("update", Some(at));
    }
}

fn contact(seen: &mut Seen, contact: &Contact) {
    let Contact { name: _, role, phone, email, visiting_address } = contact;
    seen.option("contact role", role.as_ref());
    seen.option("contact phone", phone.as_ref());
    seen.option("contact email", email.as_ref());
    seen.option("contact visiting_address", visiting_address.as_ref());
}

fn quote(seen: &mut Seen, quote: &Quote) {
    let Quote { text: _, speakers } = quote;
    for speaker in speakers {
        seen.option("speaker role", speaker.role.as_ref());
        seen.option("speaker unit", speaker.unit.as_ref());
    }
}

fn project(seen: &mut Seen, project: &Project) {
    let Project { name, programme, duration, start, end, partners, participants, focus, funding } = project;
    seen.option("project name", name.as_ref());
    seen.option("project programme", programme.as_ref());
    seen.option("project duration", duration.as_ref());
    seen.option("project start", start.as_ref());
    seen.option("project end", end.as_ref());
    seen.list("project partners", partners);
    seen.list("project participants", participants);
    seen.list("project focus", focus);
    seen.list("project funding", funding);
    for Funding { funder: _, percent, amount } in funding {
        seen.option("funding percent", percent.as_ref());
        seen.option("funding amount", amount.as_ref());
    }
    match programme {
        Some(Programme::Registered(entry)) => seen.option("a programme of the register", Some(entry)),
        Some(Programme::Named(named)) => {
            seen.option::<()>("a programme of the register", None);
            seen.list("programme alternate_names", &named.alternate_names);
        }
        None => {}
    }
}

fn notice(seen: &mut Seen, notice: &Notice) {
    #[rustfmt::skip]
    let Notice {
        body, legal_basis, legal_basis_url, meeting, paragraphs, case_number, adjusted, posted: _, remove_after,
        appeal_until, appeal_to, kept_at, secretary,
    } = notice;
    seen.option("notice body", body.as_ref());
    seen.option("notice legal_basis", legal_basis.as_ref());
    seen.option("notice legal_basis_url", legal_basis_url.as_ref());
    seen.option("notice meeting", meeting.as_ref());
    seen.option("notice paragraphs", paragraphs.as_ref());
    seen.option("notice case_number", case_number.as_ref());
    seen.option("notice adjusted", adjusted.as_ref());
    seen.option("notice remove_after", remove_after.as_ref());
    seen.option("notice appeal_until", appeal_until.as_ref());
    seen.option("notice appeal_to", appeal_to.as_ref());
    seen.option("notice kept_at", kept_at.as_ref());
    seen.option("notice secretary", secretary.as_ref());
    seen.option("a derived day", notice.appeal().filter(|day| day.is_derived).as_ref());
}

fn disruption(seen: &mut Seen, disruption: &Disruption) {
    let Disruption { service: _, areas, cause, starts, expected_end, ended, status, advice } = disruption;
    seen.list("disruption areas", areas);
    seen.option("disruption cause", cause.as_ref());
    seen.instant("disruption starts", Some(starts));
    seen.moment("disruption expected_end", expected_end.as_ref());
    seen.moment("disruption ended", ended.as_ref());
    seen.option("disruption status", status.as_ref());
    seen.option("disruption advice", advice.as_ref());
}

fn consultation(seen: &mut Seen, consultation: &Consultation) {
    let Consultation { opens, closes: _, case_number, read_at, send_to, no_reply } = consultation;
    seen.option("consultation opens", opens.as_ref());
    seen.option("consultation case_number", case_number.as_ref());
    seen.option("consultation read_at", read_at.as_ref());
    seen.option("consultation send_to", send_to.as_ref());
    seen.option("consultation no_reply", no_reply.as_ref());
}

fn alert(seen: &mut Seen, alert: &Alert) {
    #[rustfmt::skip]
    let Alert {
        sender: _, event: _, severity: _, urgency, certainty, areas, effective, expires, instruction, all_clear,
    } = alert;
    seen.option("alert urgency", urgency.as_ref());
    seen.option("alert certainty", certainty.as_ref());
    seen.list("alert areas", areas);
    seen.instant("alert effective", Some(effective));
    seen.moment("alert expires", expires.as_ref());
    seen.option("alert instruction", instruction.as_ref());
    seen.moment("alert all_clear", all_clear.as_ref());
}

fn job(seen: &mut Seen, job: &Job) {
    let Job { title: _, unit, extent, apply_by, reference, url } = job;
    seen.option("job unit", unit.as_ref());
    seen.option("job extent", extent.as_ref());
    seen.option("job apply_by", apply_by.as_ref());
    seen.option("job reference", reference.as_ref());
    seen.option("job url", url.as_ref());
}

fn offer(seen: &mut Seen, offer: &Offer) {
    let Offer { designation: _, area, price, apply_by, allocation, place, url } = offer;
    seen.option("offer area", area.as_ref());
    seen.option("offer price", price.as_ref());
    seen.option("offer apply_by", apply_by.as_ref());
    seen.option("offer allocation", allocation.as_ref());
    seen.option("offer place", place.as_ref());
    seen.option("offer url", url.as_ref());
}

fn event(seen: &mut Seen, event: &Event) {
    let Event { name: _, when, places, organizer, status, condition, price, booking } = event;
    seen.option("event when", when.as_ref());
    seen.list("event places", places);
    seen.option("event organizer", organizer.as_ref());
    seen.option("event status", status.as_ref());
    seen.option("event condition", condition.as_ref());
    seen.option("event price", price.as_ref());
    seen.option("event booking", booking.as_ref());
}

fn party(seen: &mut Seen, party: &Party) {
    match party {
        Party::Registered(entry) => seen.option("an organisation of the register", Some(entry)),
        Party::Named(named) => {
            seen.option::<()>("an organisation of the register", None);
            seen.option("organisation country", named.country.as_ref());
            seen.option("organisation kind", named.kind.as_ref());
        }
    }
}

fn location(seen: &mut Seen, location: &Location) {
    match location {
        Location::Registered(entry) => seen.option("a place of the register", Some(entry)),
        Location::Named(named) => {
            seen.option::<()>("a place of the register", None);
            seen.option("place country", named.country.as_ref());
        }
    }
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
        let Place { key: _, name: _, aliases, kind: _, country, same_as } = &**place;
        seen.list("place aliases", aliases);
        seen.option("place country", country.as_ref());
        seen.list("place same_as", same_as);
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
    let disruptions = || all.iter().filter_map(|announcement| announcement.disruption.as_ref());
    let alerts = || all.iter().filter_map(|announcement| announcement.alert.as_ref());
    let events = || all.iter().flat_map(|announcement| &announcement.events);
    every(&AnnouncementType::ALL, all.iter().map(|announcement| announcement.kind));
    every(&DataTheme::ALL, all.iter().flat_map(|announcement| announcement.themes.iter().copied()));
    every(&PersonalData::ALL, all.iter().filter_map(|announcement| announcement.personal_data));
    every(&Service::ALL, disruptions().map(|disruption| disruption.service));
    every(&DisruptionStatus::ALL, disruptions().filter_map(|disruption| disruption.status));
    every(&AlertSeverity::ALL, alerts().map(|alert| alert.severity));
    every(&AlertUrgency::ALL, alerts().filter_map(|alert| alert.urgency));
    every(&AlertCertainty::ALL, alerts().filter_map(|alert| alert.certainty));
    every(&PlanStatus::ALL, events().filter_map(|event| event.status));
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

/// The last day for an appeal and the first day without the notice, as the README of the corpus explains them.
#[test]
fn the_days_of_the_notices_are_those_of_the_law() {
    let (_, all) = published();
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
const EDGES: [Edge; 34] = [
    ("nothing but a title", |a| {
        let said = serde_json::to_value(a).unwrap();
        let keys: Vec<_> = said.as_object().unwrap().keys().map(String::as_str).collect();
        a.body.markdown().is_empty() && keys == ["id", "type", "title", "body", "language", "published", "publisher"]
    }),
    ("a text of white space and a comment", |a| !a.body.markdown().is_empty() && a.body.text().is_empty()),
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
    ("marks of direction", |a| a.body.text().contains('\u{202b}') && a.title.as_str().contains('\u{200f}')),
    ("no-break spaces", |a| {
        a.title.as_str().contains('\u{a0}') && a.contacts.iter().any(|c| c.name.as_str().contains('\u{a0}'))
    }),
    ("other invisible characters", |a| ['\u{ad}', '\u{200b}', '\u{202f}'].iter().all(|&c| a.body.text().contains(c))),
    ("combining characters that stay", |a| a.body.text().contains("m\u{300}")),
    ("letters that were taken apart", |a| a.title.as_str().contains("Återvinningscentralen i Mönstervik")),
    ("markup in a title", |a| {
        ["<b>", "&amp;", "]]>", "\"", "<!--"].iter().all(|&mark| a.title.as_str().contains(mark))
    }),
    ("markup in the log", |a| a.updates.iter().any(|update| update.text.as_str().contains("<script>"))),
    ("raw HTML", |a| a.body.html().is_some()),
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
    ("a replacement of what is withdrawn", |a| {
        a.replaces.as_ref().is_some_and(|id| id.as_str() == "2026-05-20-fel-om-vattenavgift")
    }),
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
    for bytes in crate::files(&municipality().join("announcements")).into_values() {
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
