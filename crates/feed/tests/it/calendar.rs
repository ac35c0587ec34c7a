//! The calendar: events with days, and deadlines.

use crate::sample::{announcement, body, fields, iri, line, moment, publication, tag, text};
use anslag_core::{
    AnnouncementId, Board, Consultation, Day, Decimal, Edtf, Event, Fields, Job, Localized, Location, NamedPlace,
    Notice, Offer, PlanStatus, Point, Repetition, Slug,
};
use anslag_feed::calendar;
use jiff::civil::{Date, date};
use std::collections::BTreeSet;

/// The first day of the calendar.
const FIRST: Date = date(2020, 6, 1);

fn render_current(fields: Fields) -> String {
    let publication = publication();
    let out = calendar::prologue(&publication, FIRST, Vec::new()).unwrap();
    let (out, _) = calendar::chunk(&publication, FIRST, &[announcement(fields)], out).unwrap();
    let text = String::from_utf8(calendar::epilogue(out).unwrap()).unwrap();
    for line in text.strip_suffix("\r\n").unwrap().split("\r\n") {
        assert!(line.len() <= 75 && !line.contains(['\r', '\n']), "{line:?}");
    }
    text
}

/// The lines of the entries, unfolded, without those that all of an announcement have.
fn entries(fields: Fields) -> Vec<String> {
    let unfolded = render_current(fields).replace("\r\n ", "");
    let start = unfolded.find("BEGIN:VEVENT").unwrap_or(unfolded.len());
    let lines = unfolded[start..].lines().filter(|line| !line.starts_with("END:VCALENDAR"));
    lines
        .filter(|line| !["CREATED", "DTSTAMP", "LAST-MODIFIED", "URL"].iter().any(|key| line.starts_with(key)))
        .map(str::to_owned)
        .collect()
}

fn event(name: &str, when: Option<&str>, status: Option<PlanStatus>) -> Event {
    Event { when: when.map(|when| Edtf::new(when).unwrap()), status, ..Event::new(line(name)) }
}

#[test]
fn a_calendar_without_events_is_a_calendar() {
    let found = render_current(fields("Titel"));
    let lines: Vec<&str> = found.lines().filter(|line| !line.starts_with("RDATE")).collect();
    let expected = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//anslag//anslag//EN",
        "CALSCALE:GREGORIAN",
        "X-WR-CALNAME:Kommunens anslag & nyheter",
        "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Stockholm",
        "BEGIN:STANDARD",
        "DTSTART:20191027T030000",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "BEGIN:DAYLIGHT",
        "DTSTART:20200329T020000",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "END:VTIMEZONE",
        "END:VCALENDAR",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn an_event_of_days_lasts_until_the_day_after_them() {
    let places = ["Torget", "Bio; salong 1"].map(|name| Location::Named(NamedPlace::new(line(name), None))).to_vec();
    let event = Event {
        places,
        condition: Some(text("om vädret\ntillåter")),
        ..event("Öppet hus, ett", Some("2021-12-30/2021-12-31"), None)
    };
    let lead = Some(text("Kom, alla; nu\\då!"));
    let found = entries(Fields { lead, events: vec![event], ..fields("Titel") });
    let expected = [
        "BEGIN:VEVENT",
        r"DESCRIPTION;LANGUAGE=sv:Kom\, alla\; nu\\då!\n\nom vädret\ntillåter",
        "DTEND;VALUE=DATE:20220101",
        "DTSTART;VALUE=DATE:20211230",
        r"LOCATION;LANGUAGE=sv:Torget\, Bio\; salong 1",
        r"SUMMARY;LANGUAGE=sv:Öppet hus\, ett",
        "UID:https://data.example.org/announcement/2021-05-18-ett-anslag/event/1",
        "END:VEVENT",
    ];
    assert_eq!(found, expected);
}

/// An event that takes place again keeps its local time, also when the clocks change.
#[test]
fn an_event_may_take_place_again() {
    let times = |event: Event| {
        let keys = ["DTSTART", "DTEND", "GEO", "RRULE"];
        let found = entries(Fields { events: vec![event], ..fields("Titel") });
        found.into_iter().filter(|line| keys.iter().any(|key| line.starts_with(key))).collect::<Vec<_>>()
    };
    let until = |day| Event { repeats_until: Some(Day::new(day).unwrap()), ..event("Kör", None, None) };
    let mut hall = NamedPlace::new(line("Kyrkan"), None);
    let degrees = |value| Decimal::new(value).unwrap();
    hall.coordinates = Some(Point::new(degrees("58.380726"), degrees("12.323438")).unwrap());
    let choir = Event {
        places: vec![Location::Named(hall)],
        when: Some(Edtf::new("2021-10-19T18:30:00+02:00").unwrap()),
        ends: Some(moment("2021-10-19T20:00:00+02:00")),
        repeats: Some(Repetition::Weekly),
        ..until("2021-12-14")
    };
    let expected = [
        "DTSTART;TZID=Europe/Stockholm:20211019T183000",
        "DTEND;TZID=Europe/Stockholm:20211019T200000",
        "GEO:58.380726;12.323438",
        "RRULE:FREQ=WEEKLY;UNTIL=20211214T225959Z",
    ];
    assert_eq!(times(choir.clone()).iter().collect::<BTreeSet<_>>(), expected.map(str::to_owned).iter().collect());
    let once = Event { repeats: None, repeats_until: None, places: vec![], ..choir };
    let expected = ["DTSTART:20211019T163000Z", "DTEND:20211019T180000Z"];
    assert_eq!(times(once).iter().collect::<BTreeSet<_>>(), expected.map(str::to_owned).iter().collect());
    let market = Event {
        when: Some(Edtf::new("2021-06-05").unwrap()),
        repeats: Some(Repetition::Monthly),
        ..until("2021-09-30")
    };
    let expected = ["DTSTART;VALUE=DATE:20210605", "DTEND;VALUE=DATE:20210606", "RRULE:FREQ=MONTHLY;UNTIL=20210930"];
    assert_eq!(times(market).iter().collect::<BTreeSet<_>>(), expected.map(str::to_owned).iter().collect());
}

#[test]
fn only_what_is_certain_is_in_it() {
    let vague = ["2021-23", "2021-05", "2021", "2021-05-18?", "202X", "2021-05-18/..", "2021-05/2021-06"];
    let events = vague.iter().map(|when| event("Möte", Some(when), None)).chain([event("Möte", None, None)]);
    assert_eq!(entries(Fields { events: events.collect(), ..fields("Titel") }), [""; 0]);
    let postponed = vec![event("Möte", Some("2021-06-06"), Some(PlanStatus::Postponed))];
    assert_eq!(entries(Fields { events: postponed, ..fields("Titel") }), [""; 0]);
}

/// Lines are as long as RFC 5545 lets them be, and no text is longer than a calendar needs.
#[test]
fn long_texts_are_folded_and_cut() {
    let words = "Vänern är större än man tror, ".repeat(50);
    for start in ["", "å", "1", "12", "123"] {
        let lead = Some(text(&format!("{start}{}", words.trim_end())));
        let events = vec![event(&format!("{start}{}", "Å".repeat(120)), Some("2021-06-06"), None)];
        let found = entries(Fields { lead, events, ..fields("Titel") });
        let description = found.iter().find_map(|line| line.strip_prefix("DESCRIPTION;LANGUAGE=sv:")).unwrap();
        let description = description.replace(r"\,", ",");
        let whole = description.strip_suffix('…').unwrap();
        assert!((990..=1000).contains(&whole.chars().count()), "{description}");
        assert!(format!("{start}{words}").starts_with(&format!("{whole} ")), "{description}");
    }
    // A text of many megabytes takes no longer than another.
    let events = vec![event("Möte", Some("2021-06-06"), None)];
    let found = entries(Fields { lead: Some(text(&"ord".repeat(3_000_000))), events, ..fields("Titel") });
    assert!(found[1].len() < 1100, "{}", found[1].len());
}

#[test]
fn a_status_is_told() {
    for (status, expected) in [
        (PlanStatus::Planned, Some("STATUS:TENTATIVE")),
        (PlanStatus::Scheduled, Some("STATUS:CONFIRMED")),
        (PlanStatus::Rescheduled, Some("STATUS:CONFIRMED")),
        (PlanStatus::MovedOnline, Some("STATUS:CONFIRMED")),
        (PlanStatus::Cancelled, Some("STATUS:CANCELLED")),
    ] {
        let found =
            entries(Fields { events: vec![event("Möte", Some("2021-06-06"), Some(status))], ..fields("Titel") });
        assert_eq!(found.iter().map(String::as_str).find(|line| line.starts_with("STATUS")), expected);
    }
}

#[test]
fn a_time_is_in_utc() {
    let events = vec![event("Möte", Some("2021-06-06T18:00:00+02:00"), None)];
    let found = entries(Fields { events, ..fields("Titel") });
    assert!(found.contains(&"DTSTART:20210606T160000Z".to_owned()), "{found:?}");
    assert!(!found.iter().any(|line| line.starts_with("DTEND")), "{found:?}");
}

#[test]
fn dates_of_the_entry_are_those_of_the_announcement() {
    let events = vec![event("Möte", Some("2021-06-06"), None)];
    let source = Some(iri("https://www.example.org/m"));
    let found = render_current(Fields {
        events,
        source,
        modified: Some(moment("2021-05-20T09:30:00+02:00")),
        ..fields("Titel")
    });
    for line in [
        "CREATED:20210517T220000Z",
        "DTSTAMP:20210520T073000Z",
        "LAST-MODIFIED:20210520T073000Z",
        "URL:https://www.example.org/m",
    ] {
        assert!(found.contains(&format!("{line}\r\n")), "{line}: {found}");
    }
}

#[test]
fn the_last_days_for_applications_are_in_it() {
    let day = |text: &str| Some(Day::new(text).unwrap());
    let job = Job { apply_by: day("2021-06-10"), ..Job::new(line("Lärare")) };
    let offer = |name: &str, apply_by| Offer { apply_by, ..Offer::new(line(name)) };
    let offers = vec![offer("Tomten 1", None), offer("Tomten 2", day("2021-06-11"))];
    let found = entries(Fields { job: Some(job), offers, ..fields("Titel") });
    let listed = found.iter().filter(|line| ["DTSTART", "SUMMARY", "UID"].iter().any(|key| line.starts_with(key)));
    let expected = [
        "DTSTART;VALUE=DATE:20210610",
        "SUMMARY;LANGUAGE=sv:Sök senast: Titel",
        "UID:https://data.example.org/announcement/2021-05-18-ett-anslag/job#apply_by",
        "DTSTART;VALUE=DATE:20210611",
        "SUMMARY;LANGUAGE=sv:Sök senast: Tomten 2",
        "UID:https://data.example.org/announcement/2021-05-18-ett-anslag/offer/2#apply_by",
    ];
    assert_eq!(listed.collect::<Vec<_>>(), expected);
}

#[test]
fn deadlines_are_whole_days_on_which_nobody_is_busy() {
    let day = |text: &str| Day::new(text).unwrap();
    let notice = Notice { adjusted: Some(day("2021-05-17")), ..Notice::new(day("2021-05-18")) };
    let consultation = Consultation::new(day("2021-06-30"));
    let found = entries(Fields {
        id: AnnouncementId::new("2021-05-18-plan").unwrap(),
        language: tag("en"),
        body: body("See the plan."),
        notice: Some(notice),
        consultation: Some(consultation),
        ..fields("A plan\u{7f}")
    });
    let expected = [
        "BEGIN:VEVENT",
        "DESCRIPTION;LANGUAGE=en:See the plan.",
        "DTEND;VALUE=DATE:20210609",
        "DTSTART;VALUE=DATE:20210608",
        "SUMMARY;LANGUAGE=en:Appeal until (derived): A plan\u{fffd}",
        "TRANSP:TRANSPARENT",
        "UID:https://data.example.org/announcement/2021-05-18-plan/notice/period#appeal_until",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "DESCRIPTION;LANGUAGE=en:See the plan.",
        "DTEND;VALUE=DATE:20210701",
        "DTSTART;VALUE=DATE:20210630",
        "SUMMARY;LANGUAGE=en:Comments until: A plan\u{fffd}",
        "TRANSP:TRANSPARENT",
        "UID:https://data.example.org/announcement/2021-05-18-plan/consultation/period#closes",
        "END:VEVENT",
    ];
    assert_eq!(found, expected);
}

#[test]
fn it_holds_the_last_year_and_what_comes() {
    let whens = ["2020-05-31", "2020-05-30/2020-06-01", "2020-05-31T21:59:59Z", "2020-05-31T22:00:00Z", "2030-01-01"];
    let events = whens.iter().map(|when| event(when, Some(when), None)).collect();
    let fields = Fields { events, ..fields("Titel") };
    let names: Vec<_> = entries(fields.clone()).into_iter().filter(|line| line.starts_with("SUMMARY")).collect();
    let expected = [whens[1], whens[3], whens[4]].map(|when| format!("SUMMARY;LANGUAGE=sv:{when}"));
    assert_eq!(names, expected);
    assert_eq!(calendar::first_day(date(2021, 6, 1)), FIRST);
    assert_eq!(calendar::first_day(date(2024, 2, 29)), date(2023, 2, 28));
}

/// From the days that a chunk names on, and from no others, it is the same.
#[test]
fn a_chunk_says_for_which_days_it_is_the_same() {
    let events = ["2020-01-10", "2020-03-01/2020-03-05", "2020-08-01"].map(|when| event("Möte", Some(when), None));
    let fields = Fields { events: events.to_vec(), ..fields("Titel") };
    let (publication, announcements) = (publication(), [announcement(fields)]);
    let chunk = |first| calendar::chunk(&publication, first, &announcements, Vec::new()).unwrap();
    let (mut first, end) = (date(2019, 12, 1), date(2020, 9, 1));
    let (mut before, mut changes) = (chunk(first), Vec::new());
    while first < end {
        let next = first.tomorrow().unwrap();
        let after = chunk(next);
        assert_eq!(before.1.contains(&next), before.0 == after.0, "{next}");
        assert!(after.1.contains(&next));
        if before.0 != after.0 {
            changes.push(next);
        }
        (first, before) = (next, after);
    }
    assert_eq!(changes, [date(2020, 1, 11), date(2020, 3, 6), date(2020, 8, 2)]);
}

/// A board's calendar has the day on which a notice may be taken down too.
#[test]
fn a_board_has_its_last_days() {
    let publication = publication();
    let board = Board {
        key: Slug::new("torget").unwrap(),
        name: Localized::one(publication.language.clone(), line("Tavlan på torget")),
        aliases: Vec::new(),
        operator: None,
        page: None,
        place: None,
        email: None,
        retired: None,
    };
    let posted = Day::new("2021-05-06").unwrap();
    let notice = Notice { adjusted: Some(posted), ..Notice::new(posted) };
    let posted = [announcement(Fields { notice: Some(notice), ..fields("Protokoll") })];
    let out = calendar::board(&publication, &board, date(2021, 5, 7), &posted, Vec::new()).unwrap();
    let text = String::from_utf8(out).unwrap().replace("\r\n ", "");
    assert_eq!(calendar::board_path(&board), "feed/board/torget.ics");
    assert!(text.contains("X-WR-CALNAME:Tavlan på torget\r\n") && text.ends_with("END:VCALENDAR\r\n"), "{text}");
    let days: Vec<&str> = text.lines().filter_map(|line| line.strip_prefix("DTSTART;VALUE=DATE:")).collect();
    assert_eq!(days, ["20210527", "20210528"], "{text}");
    assert!(text.contains(":Får tas ned (beräknat): Protokoll\r\n"), "{text}");
    let uids: BTreeSet<&str> = text.lines().filter_map(|line| line.strip_prefix("UID:")).collect();
    assert_eq!(uids.len(), 2, "{text}");
}
