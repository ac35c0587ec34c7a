//! Dates as people, feeds and systems write them, in Swedish, English, Estonian and Latvian.

mod cursor;
mod form;
mod hours;
mod joint;
mod list;
mod names;
mod stated;
mod written;

pub use stated::{DateDoubt, DatePoint, FoundDate, StatedDate};

use anslag_core::Day;
use cursor::{Cursor, tokens};
use jiff::{
    civil::{Date, Time},
    tz::Offset,
};
use joint::Joint;
use written::{Clock, Part, Written};

/// Finds the dates in a text.
///
/// A date without a year gets the one nearest to `near`, a date that the source states, such as that of publication.
/// That is a doubt; without `near`, it is no date. Numbers that can mean anything (`2021`, `1/2`) are passed over.
#[must_use]
pub fn find_dates(text: &str, near: Option<Date>) -> Vec<FoundDate> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(&tokens);
    let mut found = Vec::new();
    loop {
        let start = cursor;
        match list::dates(&mut cursor, false) {
            Some(dates) => {
                let range = cursor.range_from(start);
                found.extend(meanings(&dates, near).into_iter().map(|date| FoundDate { range: range.clone(), date }));
                if cursor.is_at_end() {
                    return found;
                }
            }
            None => {
                if !cursor.advance() {
                    return found;
                }
            }
        }
    }
}

/// Reads a text that is one date, such as the `pubDate` of a feed or a field of a form.
///
/// `near` is as for [`find_dates`].
///
/// ```
/// use anslag_import::read_date;
///
/// assert_eq!(read_date("tis, 18 maj 2021 10:00:00 +0200", None)?.to_string(), "2021-05-18T10:00:00+02:00");
/// assert_eq!(read_date("hösten 2021", None)?.to_string(), "2021-23");
/// assert!(read_date("30 februari 2021", None).is_err());
/// # Ok::<(), anslag_import::DateDoubt>(())
/// ```
pub fn read_date(text: &str, near: Option<Date>) -> Result<StatedDate, DateDoubt> {
    let tokens = tokens(text);
    let mut cursor = Cursor::new(&tokens);
    cursor.skip_space();
    let dates = list::dates(&mut cursor, true).ok_or(DateDoubt::NoDate)?;
    let _ = cursor.mark(&['.']);
    cursor.skip_space();
    let mut meanings = meanings(&dates, near);
    match meanings.pop() {
        Some(meaning) if meanings.is_empty() && cursor.is_at_end() => meaning,
        _ => Err(DateDoubt::NoDate),
    }
}

/// Returns the dates of a list whose members share months and years; an interval is one.
fn meanings(dates: &[(Joint, Written<'_>)], near: Option<Date>) -> Vec<Result<StatedDate, DateDoubt>> {
    let mut dates = dates.to_vec();
    // "17 och 18 augusti 2026": the earlier ones take from the later ones, but not over New Year.
    for at in (1..dates.len()).rev() {
        let (joint, later) = dates[at];
        let earlier = &mut dates[at - 1].1;
        if earlier.part.is_none() && earlier.year.is_none() {
            (earlier.part, earlier.ambiguous) = (later.part, later.ambiguous);
        }
        let is_over_new_year = matches!(
            (joint, earlier.part, later.part),
            (Joint::Until, Some(Part::Month(earlier)), Some(Part::Month(later))) if earlier > later
        );
        if earlier.year.is_none() && !is_over_new_year {
            earlier.year = later.year;
        }
    }
    let with_year = dates.iter().find(|(_, written)| written.year.is_some());
    let stated = with_year.and_then(|(_, written)| meaning(written, None).ok()?.first.day());
    let near = stated.or(near);
    let mut found: Vec<Result<StatedDate, DateDoubt>> = Vec::new();
    for (joint, written) in dates {
        let meaning = meaning(&written, near);
        let merged = match (found.last(), &meaning) {
            (Some(Ok(first)), Ok(last)) => interval(joint, first, last),
            (Some(Err(first)), Err(last)) if first == last => Some(meaning.clone()),
            // An interval of which one end is no date is none.
            (Some(Err(error)), _) | (Some(_), Err(error)) if joint == Joint::Until => Some(Err(error.clone())),
            _ => None,
        };
        if merged.is_some() {
            found.pop();
        }
        found.push(merged.unwrap_or(meaning));
    }
    found
}

/// Returns the interval of two dates, if they are one.
fn interval(joint: Joint, first: &StatedDate, last: &StatedDate) -> Option<Result<StatedDate, DateDoubt>> {
    let is_next_day = || match (first.first, last.first) {
        (DatePoint::Day(first), DatePoint::Day(last)) => first.tomorrow().is_ok_and(|next| next == last),
        _ => false,
    };
    let is_single = first.last.is_none() && last.last.is_none();
    if !is_single || !(joint == Joint::Until || is_next_day()) {
        return None;
    }
    if begin(first.first) > begin(last.first) {
        return Some(Err(DateDoubt::Backwards));
    }
    let doubt = first.doubt.clone().or_else(|| last.doubt.clone());
    Some(Ok(StatedDate { first: first.first, last: Some(last.first), doubt }))
}

/// Returns the first day that a date can mean, as numbers.
fn begin(point: DatePoint) -> (i16, i8, i8) {
    match point {
        DatePoint::Year(year) => (year, 0, 0),
        DatePoint::Season(year, season) => (year, (season - 20) * 3, 0),
        DatePoint::Month(year, month) => (year, month, 0),
        DatePoint::Day(_) | DatePoint::Clock(_) | DatePoint::Instant(..) => {
            point.day().map_or((0, 0, 0), |day| (day.year(), day.month(), day.day()))
        }
    }
}

/// Returns the meaning of one date as it is written.
fn meaning(written: &Written<'_>, near: Option<Date>) -> Result<StatedDate, DateDoubt> {
    if written.ambiguous {
        return Err(DateDoubt::Ambiguous);
    }
    let year = match written.year {
        Some(year) => whole_year(year)?,
        None => nearest_year(written, near.ok_or(DateDoubt::NoYear)?),
    };
    let point = match (written.part, written.day) {
        (None, _) => DatePoint::Year(day(year, 1, 1)?.year()),
        (Some(Part::Season(season)), _) => DatePoint::Season(day(year, 1, 1)?.year(), season),
        (Some(Part::Month(month)), None) => DatePoint::Month(day(year, month, 1)?.year(), month),
        (Some(Part::Month(month)), Some(number)) => DatePoint::Day(day(year, month, number)?),
    };
    let (first, last) = match (point, written.hours) {
        (DatePoint::Day(day), Some(hours)) => {
            let from = day.to_datetime(time(hours.from)?);
            let first = match hours.offset {
                Some(minutes) => DatePoint::Instant(from, offset(minutes)?),
                None => DatePoint::Clock(from),
            };
            (first, hours.to.map(|to| end(day, time(hours.from)?, time(to)?)).transpose()?)
        }
        _ => (point, None),
    };
    let mut stated = StatedDate { first, last, doubt: None };
    let date = stated.to_string();
    let weekday = point.day().map(|day| day.weekday().to_monday_one_offset());
    stated.doubt = if written.weekday.is_some_and(|written| Some(written) != weekday) {
        Some(DateDoubt::Weekday { date })
    } else {
        match written.year {
            None => Some(DateDoubt::GuessedYear { date }),
            Some(year) if year.len() == 2 => Some(DateDoubt::TwoDigitYear { date }),
            Some(_) => None,
        }
    };
    Ok(stated)
}

/// Returns a year of four digits; of two digits, the one from 1970 to 2069.
fn whole_year(written: &str) -> Result<i16, DateDoubt> {
    let error = || DateDoubt::Year { year: written.to_owned() };
    let year: i16 = written.parse().map_err(|_| error())?;
    match written.len() {
        4 => Ok(year),
        2 => Ok(if year < 70 { 2000 + year } else { 1900 + year }),
        _ => Err(error()),
    }
}

/// Returns the year in which a date is nearest to another one.
fn nearest_year(written: &Written<'_>, near: Date) -> i16 {
    let month = match written.part {
        Some(Part::Month(month)) => month,
        Some(Part::Season(_)) | None => return near.year(),
    };
    let distance = |year: &i16| {
        let date = Date::new(*year, month, written.day.unwrap_or(15)).ok()?;
        Some(date.since(near).ok()?.get_days().abs())
    };
    let years = [near.year() - 1, near.year(), near.year() + 1];
    years.into_iter().filter(|year| distance(year).is_some()).min_by_key(distance).unwrap_or(near.year())
}

fn day(year: i16, month: i8, day: i8) -> Result<Date, DateDoubt> {
    let written = format!("{year:04}-{month:02}-{day:02}");
    Day::new(&written).map(Day::date).map_err(|error| DateDoubt::Invalid { error })
}

fn time(clock: Clock) -> Result<Time, DateDoubt> {
    Time::new(clock.hour, clock.minute, clock.second, 0).map_err(|_| DateDoubt::Time)
}

/// Returns an offset from UTC of at most 14 hours, as source files can have.
fn offset(minutes: i16) -> Result<Offset, DateDoubt> {
    let in_range = Some(minutes).filter(|minutes| minutes.abs() <= 14 * 60).ok_or(DateDoubt::Time)?;
    Offset::from_seconds(i32::from(in_range) * 60).map_err(|_| DateDoubt::Time)
}

/// Returns the end of a time that begins on a day; it may be after midnight.
fn end(day: Date, from: Time, to: Time) -> Result<DatePoint, DateDoubt> {
    let day = if to < from { day.tomorrow().map_err(|_| DateDoubt::Time)? } else { day };
    Ok(DatePoint::Clock(day.to_datetime(to)))
}

#[cfg(test)]
mod tests;
