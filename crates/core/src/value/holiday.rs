use jiff::civil::{Date, Weekday};

/// Whether something that the law wants done at the latest on a day may be done the day after: the day is a Sunday or
/// another public holiday, a Saturday, Midsummer Eve, Christmas Eve or New Year's Eve
/// (lag (1930:173) om beräkning av lagstadgad tid, section 2).
pub(crate) fn defers(day: Date) -> bool {
    let is_eve = is_midsummer_day(day.saturating_add(DAY)) || matches!((day.month(), day.day()), (12, 24 | 31));
    matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) || is_eve || is_public_holiday(day)
}

/// Whether a day is a public holiday, Sundays apart, in a year from 1900 on: lag (1989:253) om allmänna helgdagar and
/// what held before it.
///
/// The National Day took the place of Whit Monday in 2005; Midsummer Day and All Saints' Day were moved to Saturdays,
/// and the Annunciation to a Sunday, in 1953 (lag (1952:48)); 1 May is a holiday since 1939.
pub(crate) fn is_public_holiday(day: Date) -> bool {
    let (year, on) = (day.year(), (day.month(), day.day()));
    matches!(on, (1, 1 | 6) | (12, 25 | 26))
        || on == (5, 1) && year >= 1939
        || on == (6, 6) && year >= 2005
        || is_midsummer_day(day)
        || is_all_saints_day(day)
        || depends_on_easter(day)
}

const DAY: jiff::SignedDuration = jiff::SignedDuration::from_hours(24);

/// The Saturday from 20 to 26 June; until 1952 the 24th.
fn is_midsummer_day(day: Date) -> bool {
    match day.year() {
        ..1953 => (day.month(), day.day()) == (6, 24),
        1953.. => day.weekday() == Weekday::Saturday && day.month() == 6 && (20..=26).contains(&day.day()),
    }
}

/// The Saturday from 31 October to 6 November; until 1952 it was a Sunday.
fn is_all_saints_day(day: Date) -> bool {
    let is_in_time = matches!((day.month(), day.day()), (10, 31) | (11, 1..=6));
    day.year() >= 1953 && day.weekday() == Weekday::Saturday && is_in_time
}

/// Good Friday, Easter Monday and Ascension Day; until 2004 also Whit Monday; until 1952 also the Annunciation on
/// 25 March, but for the week before Easter, in which it gave way to Palm Sunday.
fn depends_on_easter(day: Date) -> bool {
    let Ok(easter) = computus::gregorian(i32::from(day.year())) else { return false };
    let easter = i8::try_from(easter.month).and_then(|month| Ok((month, i8::try_from(easter.day)?)));
    let Ok(easter) = easter.map(|(month, on)| jiff::civil::date(day.year(), month, on)) else { return false };
    let after = day.duration_since(easter).as_hours() / 24;
    let is_annunciation = day.year() < 1953 && (day.month(), day.day()) == (3, 25) && !(-6..0).contains(&after);
    matches!(after, -2 | 1 | 39) || after == 50 && day.year() < 2005 || is_annunciation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(year: i16, holidays: &[(i8, i8)]) {
        let first = jiff::civil::date(year, 1, 1);
        let days = first.series(jiff::Span::new().days(1)).take_while(|day| day.year() == year);
        let found: Vec<_> = days.filter(|day| is_public_holiday(*day)).map(|day| (day.month(), day.day())).collect();
        assert_eq!(found, holidays);
    }

    /// As the almanacs of these years have them; Sundays apart.
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
        let defers = |month, day| defers(jiff::civil::date(2024, month, day));
        assert!(defers(6, 21) && defers(12, 24) && defers(12, 31) && defers(1, 13) && defers(1, 14));
        assert!(!defers(6, 20) && !defers(12, 23) && !defers(1, 15) && !defers(4, 30));
    }
}
