use super::{
    cursor::Cursor,
    names,
    written::{Part, Written, number},
};

/// Words after a year.
const YEAR_WORDS: [&str; 7] = ["gada", "gads", "gadā", "aasta", "aastal", "a", "g"];

/// Ending of an ordinal number.
const ORDINALS: [&str; 6] = ["a", "e", "st", "nd", "rd", "th"];

/// Takes a date without what stands around it.
pub(super) fn core<'t>(cursor: &mut Cursor<'t>, whole: bool) -> Option<Written<'t>> {
    cursor
        .attempt(|ahead| year_first(ahead, whole))
        .or_else(|| cursor.attempt(compact))
        .or_else(|| cursor.attempt(|ahead| day_first(ahead, whole)))
        .or_else(|| cursor.attempt(year_and_word))
        .or_else(|| cursor.attempt(|ahead| day_and_name(ahead, whole)))
        .or_else(|| cursor.attempt(|ahead| name_and_day(ahead, whole)))
        .or_else(|| cursor.attempt(|ahead| name_and_year(ahead, whole)))
        .or_else(|| cursor.attempt(year_alone).filter(|_| whole))
}

/// Takes `2021-05-18` and `21-05-18`; of a whole text also `2021-5-18` and `2021-05`.
fn year_first<'t>(cursor: &mut Cursor<'t>, whole: bool) -> Option<Written<'t>> {
    let year = cursor.number()?;
    let sign = cursor.mark(&['-', '\u{2010}', '.', '/'])?;
    let month = cursor.number()?;
    let day = cursor.attempt(|ahead| {
        ahead.mark(&[sign])?;
        ahead.number()
    });
    let is_short = |digits: &str| digits.len() <= 2;
    let Some(day) = day else {
        let month = number(month).filter(|_| whole && year.len() == 4)?;
        return Some(Written { year: Some(year), part: Some(Part::Month(month)), ..Written::default() });
    };
    let is_padded = month.len() == 2 && day.len() == 2;
    let is_whole_year = year.len() >= 4 && year.len() <= 6 && (!year.starts_with('0') || is_zero(year));
    let date = Written {
        year: Some(year),
        part: Some(Part::Month(number(month)?)),
        day: Some(number(day)?),
        ..Written::default()
    };
    let is_plausible = if is_whole_year {
        is_short(month) && is_short(day) && (is_padded || whole || sign != '-')
    } else {
        year.len() == 2 && is_padded && sign != '.' && exists(month, day)
    };
    is_plausible.then_some(date)
}

/// Takes `20210518` and `210518`.
fn compact<'t>(cursor: &mut Cursor<'t>) -> Option<Written<'t>> {
    let digits = cursor.number()?;
    let year = match digits.len() {
        8 if digits.starts_with("19") || digits.starts_with("20") => 4,
        6 => 2,
        _ => return None,
    };
    let (year, rest) = digits.split_at(year);
    let (month, day) = rest.split_at(2);
    exists(month, day).then_some(())?;
    Some(Written { year: Some(year), part: Some(Part::Month(number(month)?)), day: number(day), ..Written::default() })
}

/// Takes `18.5.2021`, `18/5/2021`, `18/5 2021` and `18/5`; of a whole text also `18.5.21`.
fn day_first<'t>(cursor: &mut Cursor<'t>, whole: bool) -> Option<Written<'t>> {
    let first = cursor.number().filter(|digits| digits.len() <= 2)?;
    let sign = cursor.mark(&['.', '/', '-'])?;
    if sign == '.' {
        cursor.skip_space();
    }
    let second = cursor.number().filter(|digits| digits.len() <= 2)?;
    let same_sign = cursor.attempt(|ahead| {
        ahead.mark(&[sign])?;
        if sign == '.' {
            ahead.skip_space();
        }
        ahead.number().filter(|year| year.len() >= 4 || whole && year.len() == 2)
    });
    let year = same_sign.or_else(|| {
        cursor.attempt(|ahead| {
            ahead.space().filter(|()| sign == '/')?;
            year(ahead, whole)
        })
    });
    let (first, second) = (number(first)?, number(second)?);
    if year.is_none() && (sign != '/' || !(1..=31).contains(&first) || !(1..=12).contains(&second)) {
        return None;
    }
    // A number over 12 is the day, also where it stands second.
    let (day, month) = if second > 12 && first <= 12 { (second, first) } else { (first, second) };
    Some(Written {
        year,
        part: Some(Part::Month(month)),
        day: Some(day),
        // Only Swedes write "1/11 2026".
        ambiguous: sign != '.' && same_sign.is_some() && first <= 12 && second <= 12 && first != second,
        slash: sign == '/',
        ..Written::default()
    })
}

/// Takes `2021. gada 18. maijs` and `2021. aasta sügisel`.
fn year_and_word<'t>(cursor: &mut Cursor<'t>) -> Option<Written<'t>> {
    let year = cursor.digits(4)?;
    cursor.mark(&['.'])?;
    cursor.space()?;
    cursor.one_of(&YEAR_WORDS)?;
    let _ = cursor.mark(&['.']);
    cursor.space()?;
    let day = cursor.attempt(|ahead| {
        let day = day_number(ahead)?;
        ahead.space()?;
        Some(day)
    });
    let name = cursor.word()?;
    let part = names::month(&name, true).map(Part::Month);
    let part = part.or_else(|| names::season(&name).filter(|_| day.is_none()).map(Part::Season))?;
    Some(Written { year: Some(year), part: Some(part), day, ..Written::default() })
}

/// Takes `18 maj 2021`, `18:e maj`, `18th of May 2021`, `18. mail 2021`.
fn day_and_name<'t>(cursor: &mut Cursor<'t>, whole: bool) -> Option<Written<'t>> {
    let digits = cursor.number().filter(|digits| digits.len() <= 2)?;
    let after_point = ordinal(cursor);
    let _ = cursor.attempt(|ahead| {
        ahead.space()?;
        ahead.one_of(&["of"])
    });
    if cursor.space().is_none() && cursor.mark(&['-']).is_none() {
        return None;
    }
    let month = names::month(&cursor.word()?, after_point)?;
    let year = cursor.attempt(|ahead| {
        let _ = ahead.mark(&['.', ',', '-']);
        ahead.skip_space();
        year(ahead, whole)
    });
    Some(Written { year, part: Some(Part::Month(month)), day: number(digits), ..Written::default() })
}

/// Takes `May 18, 2021`.
fn name_and_day<'t>(cursor: &mut Cursor<'t>, whole: bool) -> Option<Written<'t>> {
    let month = names::month(&cursor.word()?, false)?;
    let _ = cursor.mark(&['.']);
    cursor.space()?;
    let day = day_number(cursor)?;
    let year = cursor.attempt(|ahead| {
        let _ = ahead.mark(&[',']);
        ahead.space()?;
        year(ahead, whole)
    });
    (whole || year.is_some()).then_some(())?;
    Some(Written { year, part: Some(Part::Month(month)), day: Some(day), ..Written::default() })
}

/// Takes `maj 2021` and `hösten 2021`; of a whole text also a month without a year.
fn name_and_year<'t>(cursor: &mut Cursor<'t>, whole: bool) -> Option<Written<'t>> {
    let name = cursor.word()?;
    let part = names::month(&name, true).map(Part::Month).or_else(|| names::season(&name).map(Part::Season))?;
    let year = cursor.attempt(|ahead| {
        let _ = ahead.mark(&['.', ',']);
        ahead.space()?;
        let _ = ahead.one_of(&["of", "år"]).and_then(|()| ahead.space());
        year(ahead, whole)
    });
    (whole || year.is_some()).then_some(())?;
    // "vintern 2021/22" is of two years.
    let ambiguous = year.is_some()
        && cursor
            .attempt(|ahead| {
                ahead.mark(&['/', '-', '–'])?;
                ahead.number().filter(|year| matches!(year.len(), 2 | 4))
            })
            .is_some();
    Some(Written { year, part: Some(part), ambiguous, ..Written::default() })
}

/// Takes a year that is the whole text.
fn year_alone<'t>(cursor: &mut Cursor<'t>) -> Option<Written<'t>> {
    let year = cursor.number().filter(|year| matches!(year.len(), 4 | 5))?;
    Some(Written { year: Some(year), ..Written::default() })
}

/// Takes the year after a month.
fn year<'t>(cursor: &mut Cursor<'t>, whole: bool) -> Option<&'t str> {
    let digits = cursor.number()?;
    let is_likely = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    // "12 juni 1500 personer" has no year, "12 juni 1500." has.
    let is_last = matches!(digits.len(), 4 | 5) && cursor.ends_number() && { *cursor }.space().is_none();
    (is_likely || is_last || whole).then_some(digits)
}

/// Takes the number of a day: `1`, `1:a`, `1st`, `1.`.
pub(super) fn day_number(cursor: &mut Cursor<'_>) -> Option<i8> {
    let day = number(cursor.number().filter(|digits| digits.len() <= 2)?)?;
    ordinal(cursor);
    (1..=31).contains(&day).then_some(day)
}

/// Takes the ending of an ordinal number, and returns whether it is a point.
fn ordinal(cursor: &mut Cursor<'_>) -> bool {
    let word = cursor.attempt(|ahead| {
        let _ = ahead.mark(&[':']);
        ahead.one_of(&ORDINALS)
    });
    word.is_none() && cursor.mark(&['.']).is_some()
}

fn is_zero(digits: &str) -> bool {
    digits.bytes().all(|byte| byte == b'0')
}

/// Returns whether a month and a day of two digits can exist.
fn exists(month: &str, day: &str) -> bool {
    let is_in = |digits: &str, last: i8| number(digits).is_some_and(|number| (1..=last).contains(&number));
    is_in(month, 12) && is_in(day, 31)
}
