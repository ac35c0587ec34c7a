//! Dates and lengths of time in words, in the languages of our own words.
//!
//! The crates for CLDR (`icu_datetime`) would take a fifth of a build from nothing, for forty-eight names of months.

use crate::{Choice, label_in, number::NO_BREAK};
use anslag_core::{Duration, Edtf, Moment, Zone};
use jiff::civil::{Date, Time};

/// Names of the months in Swedish, English, Estonian and Latvian.
const MONTHS: [[&str; 4]; 12] = [
    ["januari", "January", "jaanuar", "janvāris"],
    ["februari", "February", "veebruar", "februāris"],
    ["mars", "March", "märts", "marts"],
    ["april", "April", "aprill", "aprīlis"],
    ["maj", "May", "mai", "maijs"],
    ["juni", "June", "juuni", "jūnijs"],
    ["juli", "July", "juuli", "jūlijs"],
    ["augusti", "August", "august", "augusts"],
    ["september", "September", "september", "septembris"],
    ["oktober", "October", "oktoober", "oktobris"],
    ["november", "November", "november", "novembris"],
    ["december", "December", "detsember", "decembris"],
];

/// Words around an interval without an end, and without a beginning.
const OPEN: [[&str; 4]; 2] =
    [["från {}", "from {}", "algus {}", "sākums {}"], ["till {}", "until {}", "lõpp {}", "beigas {}"]];

/// A decade.
const DECADE: [&str; 4] = ["{}-talet", "the {}s", "{}. aastad", "{}. gadi"];

/// Qualifiers of EDTF: uncertain, approximate, and both.
const QUALIFIERS: [(char, [&str; 4]); 3] = [
    ('?', ["osäkert", "uncertain", "ebakindel", "nav droši"]),
    ('~', ["ungefär", "approximately", "ligikaudu", "aptuveni"]),
    ('%', ["ungefär, osäkert", "approximately, uncertain", "ligikaudu, ebakindel", "aptuveni, nav droši"]),
];

/// Units of lengths of time: of one, and of several.
const UNITS: [[[&str; 4]; 2]; 6] = [
    [["år", "year", "aasta", "gads"], ["år", "years", "aastat", "gadi"]],
    [["månad", "month", "kuu", "mēnesis"], ["månader", "months", "kuud", "mēneši"]],
    [["dag", "day", "päev", "diena"], ["dagar", "days", "päeva", "dienas"]],
    [["timme", "hour", "tund", "stunda"], ["timmar", "hours", "tundi", "stundas"]],
    [["minut", "minute", "minut", "minūte"], ["minuter", "minutes", "minutit", "minūtes"]],
    [["sekund", "second", "sekund", "sekunde"], ["sekunder", "seconds", "sekundit", "sekundes"]],
];

/// The word before the last unit.
const AND: [&str; 4] = ["och", "and", "ja", "un"];

/// A date as exact as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Known {
    year: i16,
    /// Number of the month, from 1.
    month: Option<i8>,
    day: Option<i8>,
}

/// Formats a day: `5 december 2026`.
#[must_use]
pub fn day(day: Date, language: &str) -> String {
    Known::of(day).format(language)
}

/// Formats the month of a day: `december 2026`.
#[must_use]
pub fn month(day: Date, language: &str) -> String {
    Known { day: None, ..Known::of(day) }.format(language)
}

/// Formats the day, and the time on the clocks of a zone if the source gives one: `5 december 2026 kl. 18.00`.
#[must_use]
pub fn moment(moment: Moment, zone: &Zone, language: &str) -> String {
    match moment {
        Moment::Date(own) => day(own.date(), language),
        Moment::DateTime(_) => {
            let local = zone.clock_at(moment.instant(zone));
            let (day, time) = (day(local.date(), language), clock(local.time(), language));
            match language {
                "sv" => format!("{day} kl.{NO_BREAK}{time}"),
                "et" => format!("{day} kell{NO_BREAK}{time}"),
                "lv" => format!("{day} plkst.{NO_BREAK}{time}"),
                _ => format!("{day}, {time}"),
            }
        }
    }
}

/// Formats a time that begins and may end: `5 december 2026 kl. 18.00–20.30`, `från 5 december 2026`.
#[must_use]
pub fn span(first: Moment, last: Option<Moment>, zone: &Zone, language: &str) -> String {
    let from = moment(first, zone, language);
    match (first, last) {
        (_, None) => label_in(OPEN[0], language).replace("{}", &from),
        (Moment::Date(first), Some(Moment::Date(last))) => {
            range(Known::of(first.date()), Known::of(last.date()), language)
        }
        (Moment::DateTime(_), Some(last @ Moment::DateTime(_))) if first.date(zone) == last.date(zone) => {
            format!("{from}–{}", clock(zone.clock_at(last.instant(zone)).time(), language))
        }
        (_, Some(last)) => format!("{from} – {}", moment(last, zone, language)),
    }
}

/// Formats a time of the day.
fn clock(time: Time, language: &str) -> String {
    let point = if matches!(language, "sv" | "et" | "lv") { '.' } else { ':' };
    format!("{:02}{point}{:02}", time.hour(), time.minute())
}

/// Formats a date that may be vague; as it is written if there are no words for it.
pub(crate) fn edtf(date: &Edtf, zone: &Zone, language: &str) -> String {
    if let Ok(own) = Moment::parse(date.as_str(), zone) {
        return moment(own, zone, language);
    }
    let words = match date.as_str().split_once('/') {
        Some((first, last)) => interval(first, last, language),
        None => vague(date.as_str(), language),
    };
    words.unwrap_or_else(|| date.to_string())
}

/// Formats a length of time: `1 år och 6 månader`.
pub(crate) fn duration(duration: &Duration, language: &str) -> String {
    let span = duration.span();
    let numbers = [
        span.get_years().into(),
        span.get_months().into(),
        span.get_days().into(),
        span.get_hours().into(),
        span.get_minutes(),
        span.get_seconds(),
    ];
    let unit = |(number, [one, several]): (i64, [[&'static str; 4]; 2])| {
        // In Latvian, 21 is one too.
        let is_one = if language == "lv" { number % 10 == 1 && number % 100 != 11 } else { number == 1 };
        (number != 0).then(|| format!("{number}{NO_BREAK}{}", label_in(if is_one { one } else { several }, language)))
    };
    let units: Vec<String> = numbers.into_iter().zip(UNITS).filter_map(unit).collect();
    match units.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} {} {last}", before.join(", "), label_in(AND, language)),
        // A part of a second.
        None => duration.to_string(),
    }
}

/// Formats an interval; one without a beginning or an end says so.
fn interval(first: &str, last: &str, language: &str) -> Option<String> {
    let is_open = |end: &str| matches!(end, "" | "..");
    let [from, until] = OPEN;
    match (is_open(first), is_open(last)) {
        (true, true) => None,
        (false, true) => Some(label_in(from, language).replace("{}", &vague(first, language)?)),
        (true, false) => Some(label_in(until, language).replace("{}", &vague(last, language)?)),
        (false, false) => match (Known::parse(first), Known::parse(last)) {
            (Some(first), Some(last)) => Some(range(first, last, language)),
            _ => Some(format!("{} – {}", vague(first, language)?, vague(last, language)?)),
        },
    }
}

/// Formats two dates, without repeating the year or the month that they share.
fn range(first: Known, last: Known, language: &str) -> String {
    let dash = if language == "sv" { "–" } else { " – " };
    let is_alike = first.month.is_some() == last.month.is_some() && first.day.is_some() == last.day.is_some();
    let (from, until) = match (first.day, last.day) {
        _ if first == last => return last.format(language),
        (Some(from), Some(until)) if (first.year, first.month) == (last.year, last.month) => {
            let dot = if matches!(language, "et" | "lv") { "." } else { "" };
            return in_order(Some(format!("{from}{dot}–{until}")), last.month, Some(last.year), language);
        }
        (None, None) if first.month.is_none() && last.month.is_none() => {
            let dot = if language == "lv" { "." } else { "" };
            return format!("{}{dot}–{}", first.year, last.format(language));
        }
        _ if !is_alike || first.year != last.year => (first.format(language), last.format(language)),
        // The year comes first in Latvian, and last in the other languages.
        _ if language == "lv" => (first.format(language), last.without_year(language)),
        _ => (first.without_year(language), last.format(language)),
    };
    format!("{from}{dash}{until}")
}

/// Formats a date that is no interval. A month or a day that is not known is left out.
fn vague(text: &str, language: &str) -> Option<String> {
    let qualifier = QUALIFIERS.into_iter().find(|(mark, _)| text.ends_with(*mark));
    let certain = text.trim_end_matches(['?', '~', '%']);
    let season = Edtf::new(certain).ok();
    let words = if let Some((season, year)) = season.as_ref().and_then(Edtf::season) {
        Choice::from(season).label_in(language).replace("{}", year)
    } else if let Some(decade) = certain.strip_suffix('X').filter(|decade| decade.len() == 3 && is_number(decade)) {
        label_in(DECADE, language).replace("{}", &format!("{decade}0"))
    } else if certain.len() == 4 && certain.ends_with('X') {
        let [first, last] = ["0", "9"].map(|digit| Known::parse(&certain.replace('X', digit)));
        range(first?, last?, language)
    } else {
        Known::parse(certain)?.format(language)
    };
    Some(match qualifier {
        Some((_, qualifier)) => format!("{words} ({})", label_in(qualifier, language)),
        None => words,
    })
}

/// Puts the parts of a date into the order of a language. The day may be several.
fn in_order(day: Option<String>, month: Option<i8>, year: Option<i16>, language: &str) -> String {
    let name = month.and_then(|month| MONTHS.get(usize::try_from(month - 1).ok()?));
    let name = name.map(|names| label_in(*names, language).to_owned());
    let day = day.map(|day| if matches!(language, "et" | "lv") { format!("{day}.") } else { day });
    let parts = match language {
        "lv" => {
            let case = if name.is_some() { "gada" } else { "gads" };
            [year.map(|year| format!("{year}. {case}")), day, name]
        }
        _ => [day, name, year.map(|year| year.to_string())],
    };
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

impl Known {
    fn of(day: Date) -> Self {
        Self { year: day.year(), month: Some(day.month()), day: Some(day.day()) }
    }

    /// Parses a year, a month or a day in the form of EDTF, in which `XX` is a number that is not known.
    fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let mut number = |digits: usize| parts.next().filter(|part| part.len() == digits && *part != "XX");
        let number_of = |text: Option<&str>| text.filter(|text| is_number(text))?.parse::<i16>().ok();
        let (year, month, day) = (number_of(number(4))?, number(2), number(2));
        let small = |text| number_of(text).and_then(|number| i8::try_from(number).ok());
        Some(Self { year, month: small(month), day: small(month.and(day)) })
    }

    fn format(self, language: &str) -> String {
        in_order(self.day.map(|day| day.to_string()), self.month, Some(self.year), language)
    }

    fn without_year(self, language: &str) -> String {
        in_order(self.day.map(|day| day.to_string()), self.month, None, language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::LANGUAGES;

    #[track_caller]
    fn check(date: &str, expected: [&str; 4]) {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let found = LANGUAGES.map(|language| edtf(&Edtf::new(date).unwrap(), &zone, language).replace(NO_BREAK, "_"));
        assert_eq!(found, expected, "{date}");
    }

    #[test]
    fn a_date_is_in_words() {
        check("2026-12-05", ["5 december 2026", "5 December 2026", "5. detsember 2026", "2026. gada 5. decembris"]);
        check("2026-12", ["december 2026", "December 2026", "detsember 2026", "2026. gada decembris"]);
        check("2026", ["2026", "2026", "2026", "2026. gads"]);
        check("2021-23", ["hösten 2021", "autumn 2021", "2021 sügis", "2021. gada rudens"]);
        check(
            "2021-06-06T16:00:00Z",
            [
                "6 juni 2021 kl._18.00",
                "6 June 2021, 18:00",
                "6. juuni 2021 kell_18.00",
                "2021. gada 6. jūnijs plkst._18.00",
            ],
        );
    }

    #[test]
    fn what_is_vague_says_so() {
        check("2027?", ["2027 (osäkert)", "2027 (uncertain)", "2027 (ebakindel)", "2027. gads (nav droši)"]);
        check(
            "2027-05~",
            ["maj 2027 (ungefär)", "May 2027 (approximately)", "mai 2027 (ligikaudu)", "2027. gada maijs (aptuveni)"],
        );
        let both = ["2027 (ungefär, osäkert)", "2027 (approximately, uncertain)", "2027 (ligikaudu, ebakindel)"];
        check("2027%", [both[0], both[1], both[2], "2027. gads (aptuveni, nav droši)"]);
        check(
            "2021-23?",
            [
                "hösten 2021 (osäkert)",
                "autumn 2021 (uncertain)",
                "2021 sügis (ebakindel)",
                "2021. gada rudens (nav droši)",
            ],
        );
        check("202X", ["2020-talet", "the 2020s", "2020. aastad", "2020. gadi"]);
        check("20XX", ["2000–2099", "2000–2099", "2000–2099", "2000.–2099. gads"]);
        check("2026-XX", ["2026", "2026", "2026", "2026. gads"]);
        check("2026-12-XX", ["december 2026", "December 2026", "detsember 2026", "2026. gada decembris"]);
        check("Y170000002", ["Y170000002"; 4]);
    }

    #[test]
    fn an_interval_repeats_nothing() {
        check(
            "2026-12-05/2026-12-06",
            ["5–6 december 2026", "5–6 December 2026", "5.–6. detsember 2026", "2026. gada 5.–6. decembris"],
        );
        check(
            "2026-11-30/2026-12-02",
            [
                "30 november–2 december 2026",
                "30 November – 2 December 2026",
                "30. november – 2. detsember 2026",
                "2026. gada 30. novembris – 2. decembris",
            ],
        );
        check(
            "2026-12-30/2027-01-02",
            [
                "30 december 2026–2 januari 2027",
                "30 December 2026 – 2 January 2027",
                "30. detsember 2026 – 2. jaanuar 2027",
                "2026. gada 30. decembris – 2027. gada 2. janvāris",
            ],
        );
        check("2026-05/2026-06", ["maj–juni 2026", "May – June 2026", "mai – juuni 2026", "2026. gada maijs – jūnijs"]);
        check("2021/2023", ["2021–2023", "2021–2023", "2021–2023", "2021.–2023. gads"]);
        check(
            "2026-12-05/2026-12-05",
            ["5 december 2026", "5 December 2026", "5. detsember 2026", "2026. gada 5. decembris"],
        );
        check(
            "2026/2027-01",
            ["2026–januari 2027", "2026 – January 2027", "2026 – jaanuar 2027", "2026. gads – 2027. gada janvāris"],
        );
        check(
            "2026-05~/2027?",
            [
                "maj 2026 (ungefär) – 2027 (osäkert)",
                "May 2026 (approximately) – 2027 (uncertain)",
                "mai 2026 (ligikaudu) – 2027 (ebakindel)",
                "2026. gada maijs (aptuveni) – 2027. gads (nav droši)",
            ],
        );
        check("2026-05/..", ["från maj 2026", "from May 2026", "algus mai 2026", "sākums 2026. gada maijs"]);
        check("/2026", ["till 2026", "until 2026", "lõpp 2026", "beigas 2026. gads"]);
    }

    #[test]
    fn a_time_is_from_then_to_then() {
        let zone = Zone::new("Europe/Stockholm").unwrap();
        let check = |first: &str, last: Option<&str>, expected: [&str; 4]| {
            let moment = |text: &str| Moment::parse(text, &zone).unwrap();
            let found = LANGUAGES.map(|own| span(moment(first), last.map(moment), &zone, own).replace(NO_BREAK, "_"));
            assert_eq!(found, expected, "{first} {last:?}");
        };
        check(
            "2026-06-01",
            None,
            ["från 1 juni 2026", "from 1 June 2026", "algus 1. juuni 2026", "sākums 2026. gada 1. jūnijs"],
        );
        check(
            "2026-06-01",
            Some("2026-06-03"),
            ["1–3 juni 2026", "1–3 June 2026", "1.–3. juuni 2026", "2026. gada 1.–3. jūnijs"],
        );
        check(
            "2026-06-01T08:00:00Z",
            Some("2026-06-01T12:30:00Z"),
            [
                "1 juni 2026 kl._10.00–14.30",
                "1 June 2026, 10:00–14:30",
                "1. juuni 2026 kell_10.00–14.30",
                "2026. gada 1. jūnijs plkst._10.00–14.30",
            ],
        );
        check(
            "2026-06-01T08:00:00Z",
            Some("2026-06-02"),
            [
                "1 juni 2026 kl._10.00 – 2 juni 2026",
                "1 June 2026, 10:00 – 2 June 2026",
                "1. juuni 2026 kell_10.00 – 2. juuni 2026",
                "2026. gada 1. jūnijs plkst._10.00 – 2026. gada 2. jūnijs",
            ],
        );
    }

    #[test]
    fn a_length_of_time_is_in_words() {
        let check = |text: &str, expected: [&str; 4]| {
            let found = LANGUAGES.map(|own| duration(&Duration::new(text).unwrap(), own).replace(NO_BREAK, "_"));
            assert_eq!(found, expected, "{text}");
        };
        check("P1Y", ["1_år", "1_year", "1_aasta", "1_gads"]);
        check("P14D", ["14_dagar", "14_days", "14_päeva", "14_dienas"]);
        check("P21D", ["21_dagar", "21_days", "21_päeva", "21_diena"]);
        check("P1Y6M", ["1_år och 6_månader", "1_year and 6_months", "1_aasta ja 6_kuud", "1_gads un 6_mēneši"]);
        check(
            "P1DT2H30M",
            [
                "1_dag, 2_timmar och 30_minuter",
                "1_day, 2_hours and 30_minutes",
                "1_päev, 2_tundi ja 30_minutit",
                "1_diena, 2_stundas un 30_minūtes",
            ],
        );
        check("PT0.5S", ["PT0.5S"; 4]);
    }
}
