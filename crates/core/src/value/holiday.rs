use jiff::{
    SignedDuration,
    civil::{Date, Weekday, date},
};

/// Returns whether what a law wants done by this day may be done on the next one.
///
/// That holds for Sundays and other public holidays, for Saturdays, and for Midsummer Eve, Christmas Eve and New Year's
/// Eve (lag (1930:173) om beräkning av lagstadgad tid, section 2).
pub(crate) fn defers(day: Date) -> bool {
    let is_eve = is_midsummer_day(day.saturating_add(DAY)) || matches!((day.month(), day.day()), (12, 24 | 31));
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) || is_eve || is_public_holiday(day)
}

/// Returns whether a day from 1900 on is a public holiday in Sweden. Sundays are left out.
///
/// The holidays are those of lag (1989:253) om allmänna helgdagar, and of the laws before it. The first of May is one
/// since 1939. In 1953, Midsummer Day and All Saints' Day moved to Saturdays, and the Annunciation to a Sunday (lag
/// (1952:48)). In 2005, the National Day replaced Whit Monday.
fn is_public_holiday(day: Date) -> bool {
    let (year, on) = (day.year(), (day.month(), day.day()));
    matches!(on, (1, 1 | 6) | (12, 25 | 26))
        || on == (5, 1) && year >= 1939
        || on == (6, 6) && year >= 2005
        || is_midsummer_day(day)
        || is_all_saints_day(day)
        || depends_on_easter(day)
}

const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Returns whether a day is the Saturday from 20 to 26 June; until 1952, the 24th.
fn is_midsummer_day(day: Date) -> bool {
    match day.year() {
        ..1953 => (day.month(), day.day()) == (6, 24),
        1953.. => day.weekday() == Weekday::Saturday && day.month() == 6 && (20..=26).contains(&day.day()),
    }
}

/// Returns whether a day is the Saturday from 31 October to 6 November. Until 1952, All Saints' Day was a Sunday.
fn is_all_saints_day(day: Date) -> bool {
    let is_in_time = matches!((day.month(), day.day()), (10, 31) | (11, 1..=6));
    day.year() >= 1953 && day.weekday() == Weekday::Saturday && is_in_time
}

/// Returns whether a day is Good Friday, Easter Monday or Ascension Day; until 2004, also Whit Monday.
///
/// Until 1952, the Annunciation on 25 March was a holiday too. In the week before Easter it gave way to Palm Sunday.
fn depends_on_easter(day: Date) -> bool {
    let after = day.duration_since(easter(day.year())).as_hours() / 24;
    let is_annunciation = day.year() < 1953 && (day.month(), day.day()) == (3, 25) && !(-6..0).contains(&after);
    matches!(after, -2 | 1 | 39) || after == 50 && day.year() < 2005 || is_annunciation
}

/// Returns Easter Sunday of a year of the Gregorian calendar, from 1583 on.
///
/// Easter is the Sunday after the first ecclesiastical full moon from 21 March on. The algorithm is that of Nature, 20
/// April 1876. Butcher, Spencer Jones and Meeus ("Astronomical Algorithms", chapter 8) have published it again.
fn easter(year: i16) -> Date {
    let (century, year_of_century) = (year / 100, year % 100);
    let year_of_moon_cycle = year % 19;
    // The calendar leaves out three leap days in 400 years; the cycle of the moon is 8 days late in 2,500 years.
    let solar_correction = century - century / 4;
    let lunar_correction = (century - (century + 8) / 25 + 1) / 3;
    let full_moon = (19 * year_of_moon_cycle + solar_correction - lunar_correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (year_of_century / 4) - full_moon - year_of_century % 4) % 7;
    // Two of the latest full moons count as a day earlier, which moves some Easters to the Sunday before.
    let weeks_earlier = (year_of_moon_cycle + 11 * full_moon + 22 * sunday) / 451;
    let days_after_22_march = full_moon + sunday - 7 * weeks_earlier;
    date(year, 3, 22).saturating_add(DAY * i32::from(days_after_22_march))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(year: i16, holidays: &[(i8, i8)]) {
        let first = date(year, 1, 1);
        let days = first.series(jiff::Span::new().days(1)).take_while(|day| day.year() == year);
        let found: Vec<_> = days.filter(|day| is_public_holiday(*day)).map(|day| (day.month(), day.day())).collect();
        assert_eq!(found, holidays);
    }

    /// The holidays are those of the almanacs of these years, Sundays left out.
    #[test]
    fn the_holidays_are_those_of_the_almanac() {
        check(2017, &[(1, 1), (1, 6), (4, 14), (4, 17), (5, 1), (5, 25), (6, 6), (6, 24), (11, 4), (12, 25), (12, 26)]);
        check(2024, &[(1, 1), (1, 6), (3, 29), (4, 1), (5, 1), (5, 9), (6, 6), (6, 22), (11, 2), (12, 25), (12, 26)]);
        // Easter was on 28 March, so that the Annunciation fell into the week before it and gave way.
        check(1948, &[(1, 1), (1, 6), (3, 26), (3, 29), (5, 1), (5, 6), (5, 17), (6, 24), (12, 25), (12, 26)]);
        // Easter was on 4 April, and 1 May a working day.
        check(1920, &[(1, 1), (1, 6), (3, 25), (4, 2), (4, 5), (5, 13), (5, 24), (6, 24), (12, 25), (12, 26)]);
        check(2100, &[(1, 1), (1, 6), (3, 26), (3, 29), (5, 1), (5, 6), (6, 6), (6, 26), (11, 6), (12, 25), (12, 26)]);
        check(2004, &[(1, 1), (1, 6), (4, 9), (4, 12), (5, 1), (5, 20), (5, 31), (6, 26), (11, 6), (12, 25), (12, 26)]);
    }

    #[test]
    fn eves_and_weekends_defer() {
        let defers = |month, day| defers(date(2024, month, day));
        assert!(defers(6, 21) && defers(12, 24) && defers(12, 31) && defers(1, 13) && defers(1, 14));
        assert!(!defers(6, 20) && !defers(12, 23) && !defers(1, 15) && !defers(4, 30));
    }

    #[test]
    fn easter_is_that_of_another_implementation() {
        for year in 1583..=9999 {
            let expected = computus::gregorian(i32::from(year)).unwrap();
            let found = easter(year);
            assert_eq!(
                (
                    i32::from(found.year()),
                    u32::from(found.month().unsigned_abs()),
                    u32::from(found.day().unsigned_abs())
                ),
                (expected.year, expected.month, expected.day)
            );
        }
    }
}
