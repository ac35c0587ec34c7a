use super::{
    cursor::Cursor,
    form,
    joint::{DASHES, Joint, joint},
    names,
    written::{Clock, Hours, number},
};

/// Words before a time.
const AT: [&str; 6] = ["kl", "klockan", "kell", "plkst", "at", "klo"];

/// Takes a time that follows a day.
pub(super) fn hours_after(cursor: &mut Cursor<'_>) -> Option<Hours> {
    if cursor.attempt(|ahead| ahead.word().filter(|word| word == "t")).is_some() {
        return hours(cursor, false);
    }
    let _ = cursor.mark(&[',']);
    cursor.space()?;
    let _ = cursor.attempt(|ahead| {
        ahead.mark(&DASHES)?;
        ahead.space()
    });
    hours(cursor, false)
}

/// Takes a time. With `marked`, it needs a word such as `kl.`.
pub(super) fn hours(cursor: &mut Cursor<'_>, marked: bool) -> Option<Hours> {
    let has_word = at_word(cursor);
    let written = clock(cursor)?;
    if !has_word && (marked || !written.has_minutes) {
        return None;
    }
    let offset = written.has_minutes.then(|| cursor.attempt(|ahead| offset(ahead, written.has_seconds))).flatten();
    let to = if offset.is_some() { None } else { cursor.attempt(end_of_hours) };
    Some(Hours { from: written.clock, to, offset })
}

/// Takes a word such as `kl.`, and returns whether there is one.
fn at_word(cursor: &mut Cursor<'_>) -> bool {
    let word = cursor.attempt(|ahead| {
        ahead.one_of(&AT)?;
        let _ = ahead.mark(&['.', ':']);
        ahead.skip_space();
        Some(())
    });
    word.is_some()
}

/// Takes the end of a time that is no date: in "kl. 18 – 14 juni", 14 is a day.
fn end_of_hours(cursor: &mut Cursor<'_>) -> Option<Clock> {
    (joint(cursor)? == Joint::Until).then_some(())?;
    at_word(cursor);
    let mut ahead = *cursor;
    let end = clock(cursor)?;
    (form::core(&mut ahead, false).is_none() && cursor.ends_number()).then_some(end.clock)
}

struct WrittenClock {
    clock: Clock,
    has_minutes: bool,
    has_seconds: bool,
}

fn clock(cursor: &mut Cursor<'_>) -> Option<WrittenClock> {
    let hour = number(cursor.number().filter(|digits| digits.len() <= 2)?)?;
    let minute = cursor.attempt(two_digits);
    let second = minute.and_then(|_| cursor.attempt(two_digits));
    if second.is_some() {
        let _ = cursor.attempt(|ahead| {
            ahead.mark(&['.', ','])?;
            ahead.number()
        });
    }
    let half = cursor.attempt(|ahead| {
        ahead.skip_space();
        let letter = ahead.word()?;
        if matches!(letter.as_str(), "a" | "p") {
            ahead.mark(&['.'])?;
            ahead.one_of(&["m"])?;
            ahead.mark(&['.'])?;
        }
        match letter.as_str() {
            "am" | "a" => Some(0),
            "pm" | "p" => Some(12),
            _ => None,
        }
    });
    let hour = match half {
        Some(half) if (1..=12).contains(&hour) => hour % 12 + half,
        // A time that does not exist.
        Some(_) => 99,
        None => hour,
    };
    Some(WrittenClock {
        clock: Clock { hour, minute: minute.map_or(Some(0), number)?, second: second.map_or(Some(0), number)? },
        has_minutes: minute.is_some() || half.is_some(),
        has_seconds: second.is_some(),
    })
}

/// Takes the minutes or the seconds of a time, with the mark before them.
fn two_digits<'t>(cursor: &mut Cursor<'t>) -> Option<&'t str> {
    cursor.mark(&[':', '.'])?;
    cursor.digits(2)
}

/// Takes an offset from UTC, in minutes.
fn offset(cursor: &mut Cursor<'_>, has_seconds: bool) -> Option<i16> {
    cursor.skip_space();
    if let Some(name) = cursor.attempt(Cursor::capitals) {
        return names::zone(name);
    }
    let sign = cursor.mark(&['+', '-'])?;
    if sign == '-' && !has_seconds {
        return None;
    }
    let digits = cursor.number()?;
    let (hours, minutes) = match digits.len() {
        4 => (digits.get(..2)?, digits.get(2..)?),
        2 => (
            digits,
            cursor
                .attempt(|ahead| {
                    ahead.mark(&[':'])?;
                    ahead.digits(2)
                })
                .unwrap_or("0"),
        ),
        _ => return None,
    };
    let minutes = i16::from(number(hours)?) * 60 + i16::from(number(minutes)?);
    Some(if sign == '-' { -minutes } else { minutes })
}
