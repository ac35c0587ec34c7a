use super::{
    cursor::Cursor,
    form, hours,
    joint::{Joint, joint},
    names,
    written::Written,
};

/// Words before the day of a month.
const ARTICLES: [&str; 3] = ["den", "the", "on"];

/// Longest list of dates that share a month or a year.
const LONGEST_LIST: usize = 12;

/// Takes a date, or several that share their month or their year. Each has its joint with the one before it.
///
/// With `whole`, the text is said to be a date: then a year or a month alone is one too.
pub(super) fn dates<'t>(cursor: &mut Cursor<'t>, whole: bool) -> Option<Vec<(Joint, Written<'t>)>> {
    let between = cursor.attempt(|ahead| {
        ahead.one_of(&["mellan", "between"])?;
        ahead.space()
    });
    let mut dates: Vec<(Joint, Written<'t>)> = Vec::new();
    let mut relation = Joint::And;
    // Days without a month are dates only if one with a month follows.
    let (mut complete, mut end) = (0, *cursor);
    let mut ahead = *cursor;
    while dates.len() < LONGEST_LIST {
        let is_first = dates.is_empty();
        if let Some(date) = ahead.attempt(|ahead| item(ahead, is_first, whole)) {
            dates.push((relation, date));
            (complete, end) = (dates.len(), ahead);
        } else if let Some(day) = ahead.attempt(|ahead| bare_day(ahead, is_first)) {
            dates.push((relation, Written { day: Some(day), ..Written::default() }));
        } else {
            break;
        }
        let Some(next) = ahead.attempt(joint) else { break };
        relation = if between.is_some() && next == Joint::And { Joint::Until } else { next };
    }
    dates.truncate(complete);
    // In "rum 3, 5 maj", the first number is no day.
    let is_bare = |date: &Written<'_>| date.part.is_none() && date.year.is_none();
    if let [.., (_, before), (Joint::Comma, _)] = dates[..]
        && is_bare(&before)
    {
        return None;
    }
    // "1/7–31/8 2021" tells that "1/7" is no half.
    let is_told = |date: &Written<'_>| date.certain || dates.last().is_some_and(|(_, last)| last.certain && last.slash);
    if !dates.iter().all(|(_, date)| is_bare(date) || is_told(date)) {
        return None;
    }
    *cursor = end;
    (complete > 0).then_some(dates)
}

/// Takes the number of a day whose month follows later.
fn bare_day(cursor: &mut Cursor<'_>, is_first: bool) -> Option<i8> {
    let _ = weekday(cursor);
    let _ = article(cursor);
    if is_first && !cursor.begins_number() {
        return None;
    }
    form::day_number(cursor)
}

/// Takes a date with what stands around it: a day of the week, a time.
fn item<'t>(cursor: &mut Cursor<'t>, is_first: bool, whole: bool) -> Option<Written<'t>> {
    let first_hours = cursor.attempt(|ahead| {
        let found = hours::hours(ahead, true)?;
        let _ = ahead.mark(&[',']);
        ahead.space()?;
        Some(found)
    });
    let weekday = weekday(cursor);
    let is_marked = article(cursor).is_some() || weekday.is_some() || whole;
    if is_first && !cursor.begins_number() {
        return None;
    }
    let mut date = form::core(cursor, whole)?;
    date.weekday = weekday;
    date.hours = first_hours.or_else(|| date.day.and_then(|_| cursor.attempt(hours::hours_after)));
    date.certain = !date.slash || date.year.is_some() || is_marked || date.hours.is_some();
    let mut ahead = *cursor;
    let ends = cursor.ends_number() || joint(&mut ahead).is_some() && form::core(&mut ahead, false).is_some();
    ends.then_some(date)
}

fn weekday(cursor: &mut Cursor<'_>) -> Option<i8> {
    cursor.attempt(|ahead| {
        let found = names::weekday(&ahead.word()?)?;
        let _ = ahead.mark(&['.']);
        let _ = ahead.mark(&[',']);
        ahead.space()?;
        Some(found)
    })
}

fn article(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.attempt(|ahead| {
        ahead.one_of(&ARTICLES)?;
        ahead.space()
    })
}
