use super::{find_dates, read_date};
use anslag_wording::{Language, Wording as _};
use jiff::civil::Date;

/// Returns a date, its doubt after a `?`, or the error after a `!`.
fn show(date: Result<super::StatedDate, super::DateDoubt>) -> String {
    let kind = |doubt: &super::DateDoubt| {
        let name = format!("{doubt:?}");
        name.split([' ', '{']).next().unwrap_or_default().to_owned()
    };
    match date {
        Ok(date) => match &date.doubt {
            Some(doubt) => format!("{date} ?{}", kind(doubt)),
            None => date.to_string(),
        },
        Err(error) => format!("!{}", kind(&error)),
    }
}

const NEAR: Option<Date> = Some(Date::constant(2021, 5, 18));

/// Texts that are one date.
const WHOLE: &[(&str, &str)] = &[
    // digits
    ("2021-05-18", "2021-05-18"),
    (" 2021-5-8 ", "2021-05-08"),
    ("2021/05/18", "2021-05-18"),
    ("2021.05.18", "2021-05-18"),
    ("20210518", "2021-05-18"),
    ("210518", "2021-05-18 ?TwoDigitYear"),
    ("240612", "2024-06-12 ?TwoDigitYear"),
    ("24-11-11", "2024-11-11 ?TwoDigitYear"),
    ("99-11-11", "1999-11-11 ?TwoDigitYear"),
    ("18.5.2021", "2021-05-18"),
    ("18. 5. 2021", "2021-05-18"),
    ("18.5.21", "2021-05-18 ?TwoDigitYear"),
    ("18/5 2021", "2021-05-18"),
    ("1/11 2021", "2021-11-01"),
    ("18/05/2021", "2021-05-18"),
    ("05/18/2021", "2021-05-18"),
    ("05/06/2021", "!Ambiguous"),
    ("05-06-2021", "!Ambiguous"),
    ("06/06/2021", "2021-06-06"),
    ("12/6", "2021-06-12 ?GuessedYear"),
    // words
    ("12 juni 2021", "2021-06-12"),
    ("12 June 2021", "2021-06-12"),
    ("June 12, 2021", "2021-06-12"),
    ("Jun. 12, 2021", "2021-06-12"),
    ("12th of June 2021", "2021-06-12"),
    ("den 3:e maj 2021", "2021-05-03"),
    ("den 3 maj", "2021-05-03 ?GuessedYear"),
    ("3 januari", "2021-01-03 ?GuessedYear"),
    ("31 december", "2020-12-31 ?GuessedYear"),
    ("29 februari", "2020-02-29 ?GuessedYear"),
    ("12 juni 21", "2021-06-12 ?TwoDigitYear"),
    ("18. mai 2021", "2021-05-18"),
    ("18. mail 2021", "2021-05-18"),
    ("1. septembril 2021", "2021-09-01"),
    ("2021. aasta 3. märtsil", "2021-03-03"),
    ("2021. gada 18. maijs", "2021-05-18"),
    ("2021. gada 18. maijā", "2021-05-18"),
    ("18. maijs, 2021", "2021-05-18"),
    ("3. oktobrī 2021", "2021-10-03"),
    ("tisdag 18 maj 2021", "2021-05-18"),
    ("Tisdagen den 18 maj 2021.", "2021-05-18"),
    ("måndag 18 maj 2021", "2021-05-18 ?Weekday"),
    // less than a day
    ("2021", "2021"),
    ("2021-05", "2021-05"),
    ("maj 2021", "2021-05"),
    ("juni", "2021-06 ?GuessedYear"),
    ("mais 2021", "2021-05"),
    ("hösten 2021", "2021-23"),
    ("autumn of 2021", "2021-23"),
    ("sügisel 2021", "2021-23"),
    ("2021. gada rudenī", "2021-23"),
    ("vintern 2021/22", "!Ambiguous"),
    // intervals
    ("17 och 18 augusti 2026", "2026-08-17/2026-08-18"),
    ("17–21 augusti 2026", "2026-08-17/2026-08-21"),
    ("30 november - 2 december 2026", "2026-11-30/2026-12-02"),
    ("28 december – 3 januari 2022", "2021-12-28/2022-01-03 ?GuessedYear"),
    ("28 december 2021 t.o.m. 3 januari", "2021-12-28/2022-01-03 ?GuessedYear"),
    ("2026-08-17 till och med 2026-08-21", "2026-08-17/2026-08-21"),
    ("2026-08-17/2026-08-21", "2026-08-17/2026-08-21"),
    ("17/8-18/8 2026", "2026-08-17/2026-08-18"),
    ("mellan 1 och 30 juni 2021", "2021-06-01/2021-06-30"),
    ("juni–augusti 2021", "2021-06/2021-08"),
    ("sommaren 2021 – hösten 2021", "2021-22/2021-23"),
    ("21–17 augusti 2026", "!Backwards"),
    // times
    ("12 juni 2021 kl. 18.00", "2021-06-12T18:00:00"),
    ("12 juni 2021, klockan 18", "2021-06-12T18:00:00"),
    ("12 juni 2021 kl 18.00–20.30", "2021-06-12T18:00:00/2021-06-12T20:30:00"),
    ("12 juni 2021 kl 22-02", "2021-06-12T22:00:00/2021-06-13T02:00:00"),
    ("12 juni 2021 kl. 18 – 14 juni 2021 kl. 12", "2021-06-12T18:00:00/2021-06-14T12:00:00"),
    ("kl. 18.00 den 12 juni 2021", "2021-06-12T18:00:00"),
    ("12 June 2021 at 6.30 pm", "2021-06-12T18:30:00"),
    ("12. juunil 2021 kell 18.00", "2021-06-12T18:00:00"),
    ("2021. gada 12. jūnijā plkst. 18.00", "2021-06-12T18:00:00"),
    ("2021-06-12 18:00", "2021-06-12T18:00:00"),
    ("2021-06-12T18:00:00Z", "2021-06-12T18:00:00Z"),
    ("2021-06-12T18:00:00.123+02:00", "2021-06-12T18:00:00+02:00"),
    ("2021-06-12T18:00:00-0330", "2021-06-12T18:00:00-03:30"),
    ("Tue, 18 May 2021 10:00:00 +0200", "2021-05-18T10:00:00+02:00"),
    ("Tue, 18 May 21 10:00 GMT", "2021-05-18T10:00:00Z ?TwoDigitYear"),
    ("tis, 18 maj 2021 10:00:00 +0200", "2021-05-18T10:00:00+02:00"),
    ("Mån, 17 Maj 2021 10:00:00 EST", "2021-05-17T10:00:00-05:00"),
    ("2021-06-12 kl. 25.00", "!Time"),
    ("2021-06-12T18:00:00+15:00", "!Time"),
    // what is no date
    ("30 februari 2021", "!Invalid"),
    ("2021-02-30", "!Invalid"),
    ("2021-13-01", "!Invalid"),
    ("0000-01-01", "!Invalid"),
    ("99999-01-01", "!Year"),
    ("1 januari 99999", "!Year"),
    ("1 januari 0", "!Year"),
    ("99999", "!Year"),
    ("1789-07-14", "!Invalid"),
    ("", "!NoDate"),
    ("i morgon", "!NoDate"),
    ("17", "!NoDate"),
    ("2021-05-18 2021-05-19", "!NoDate"),
    ("17 och 24 augusti 2026", "!NoDate"),
    ("0521-72 23 93", "!NoDate"),
];

#[test]
fn texts_that_are_one_date() {
    for (text, expected) in WHOLE {
        assert_eq!(show(read_date(text, NEAR)), *expected, "{text:?}");
    }
}

#[test]
fn without_another_date_a_year_is_not_guessed() {
    for text in ["den 3 maj", "12/6", "juni", "17 och 18 augusti"] {
        assert_eq!(show(read_date(text, None)), "!NoYear", "{text:?}");
    }
}

/// Texts, and what stands in them as `written = meaning`.
const RUNNING: &[(&str, &[&str])] = &[
    ("Publicerad 2021-05-18", &["2021-05-18 = 2021-05-18"]),
    ("Mötet är torsdag 12 juni kl. 18 i Folkets hus.", &["torsdag 12 juni kl. 18 = 2021-06-12T18:00:00 ?Weekday"]),
    ("Mötet är lördag 12 juni kl. 18 i Folkets hus.", &["lördag 12 juni kl. 18 = 2021-06-12T18:00:00 ?GuessedYear"]),
    ("någon gång under hösten 2021, givet att", &["hösten 2021 = 2021-23"]),
    ("Ny tid: 18 april 2021 (flyttat från 4 april 2021)", &["18 april 2021 = 2021-04-18", "4 april 2021 = 2021-04-04"]),
    (
        "den 3, 10 och 24 maj 2021",
        &[
            "den 3, 10 och 24 maj 2021 = 2021-05-03",
            "den 3, 10 och 24 maj 2021 = 2021-05-10",
            "den 3, 10 och 24 maj 2021 = 2021-05-24",
        ],
    ),
    ("I rum 3, 5 maj 2021.", &["5 maj 2021 = 2021-05-05"]),
    ("12 juni 1500 personer kom", &["12 juni = 2021-06-12 ?GuessedYear"]),
    ("Stängt 1/7–31/8 2021.", &["1/7–31/8 2021 = 2021-07-01/2021-08-31"]),
    ("Det är 30 februari 2021 i dag", &["30 februari 2021 = !Invalid"]),
    ("Protokoll 240612 finns", &["240612 = 2024-06-12 ?TwoDigitYear"]),
    ("Lördag 17/8 och söndag 18/8 2026", &["Lördag 17/8 och söndag 18/8 2026 = 2026-08-17/2026-08-18 ?Weekday"]),
    ("År 2021 fick 1/2 av 12 personer 3 maj", &["3 maj = 2021-05-03 ?GuessedYear"]),
    // what is no date
    ("Ring 0521-72 23 93 eller 0521-20-21-05", &[]),
    ("Org.nr 212000-1538, personnummer 640612-1234", &[]),
    ("https://www.vanersborg.se/nyheter/2021-05-18-ett-namn.html", &[]),
    ("https://example.se/2021/05/18/sida", &[]),
    ("Diarienummer KS 2021-000123, SFS 2017:725, 1.2.12, 10.5.3.20", &[]),
    ("Maja och Augusta bor i mars månad på 3 ställen", &[]),
    ("Det kostar 1/2 av 200512,50 kronor", &[]),
    ("Du may 18 gånger", &[]),
];

#[test]
fn dates_in_running_text() {
    for (text, expected) in RUNNING {
        let found = find_dates(text, NEAR);
        let found: Vec<String> =
            found.into_iter().map(|found| format!("{} = {}", &text[found.range.clone()], show(found.date))).collect();
        assert_eq!(found, *expected, "{text:?}");
    }
}

#[test]
fn a_doubt_names_the_date_to_write() {
    let doubt = read_date("den 3 maj", NEAR).unwrap().doubt.unwrap();
    let in_swedish = doubt.in_language(Language::Swedish).to_string();
    assert_eq!(in_swedish, "datumet saknar år: skriv `2021-05-03` om det är det som menas");
}

proptest::proptest! {
    #[test]
    fn any_text_is_searched(text in "[0-9a-zåäö .,:/–\\-\n]{0,200}|\\PC*") {
        for found in find_dates(&text, NEAR) {
            proptest::prop_assert!(!text[found.range].trim().is_empty());
        }
        let _ = read_date(&text, NEAR);
    }

    /// What is written in words is found as it was meant.
    #[test]
    fn every_day_is_read_back(day in 0_i32..60_000, form in 0_usize..4) {
        const MONTHS: [&str; 12] = ["januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november", "december"];
        let date = Date::constant(1900, 1, 1).checked_add(jiff::Span::new().days(day)).unwrap();
        let month = MONTHS[usize::try_from(date.month()).unwrap() - 1];
        let written = match form {
            0 => date.to_string(),
            1 => format!("{} {month} {}", date.day(), date.year()),
            2 => format!("{}.{}.{}", date.day(), date.month(), date.year()),
            _ => format!("{}/{} {}", date.day(), date.month(), date.year()),
        };
        proptest::prop_assert_eq!(show(read_date(&written, None)), date.to_string());
    }
}
