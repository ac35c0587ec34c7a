use super::cursor::Cursor;

/// Words between the first and the last day of an interval.
const UNTIL: [&str; 8] = ["till", "to", "until", "through", "tom", "kuni", "līdz", "thru"];

/// Words between dates.
const AND: [&str; 5] = ["och", "and", "samt", "ja", "un"];

pub(super) const DASHES: [char; 4] = ['-', '\u{2010}', '–', '—'];

/// Relation of a date to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    Until,
    And,
    Comma,
}

/// Takes what stands between two dates.
pub(super) fn joint(cursor: &mut Cursor<'_>) -> Option<Joint> {
    cursor.skip_space();
    if cursor.mark(&DASHES).is_some() || cursor.mark(&['/']).is_some() {
        cursor.skip_space();
        return Some(Joint::Until);
    }
    let comma = cursor.mark(&[',', '&']);
    cursor.skip_space();
    let until = cursor.attempt(|ahead| {
        if ahead.one_of(&UNTIL).is_some() {
            let _ = ahead.attempt(|ahead| {
                ahead.space()?;
                ahead.one_of(&["och"])?;
                ahead.space()?;
                ahead.one_of(&["med"])
            });
            return ahead.space();
        }
        // t.o.m.
        ahead.one_of(&["t"])?;
        ahead.mark(&['.'])?;
        ahead.skip_space();
        ahead.one_of(&["o"])?;
        ahead.mark(&['.'])?;
        ahead.skip_space();
        ahead.one_of(&["m"])?;
        let _ = ahead.mark(&['.']);
        ahead.space()
    });
    if until.is_some() {
        return Some(Joint::Until);
    }
    let and = cursor.attempt(|ahead| {
        ahead.one_of(&AND)?;
        ahead.space()
    });
    match (comma, and) {
        (_, Some(())) | (Some('&'), None) => Some(Joint::And),
        (Some(_), None) => Some(Joint::Comma),
        (None, None) => None,
    }
}
