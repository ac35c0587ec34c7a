use anslag_schema::{Form, Kind};
use jiff::{ToSpan, civil::Date};

/// Returns an example of a value as TOML has it; `None` for a table, which has a heading of its own, and for what follows from
/// a rule.
pub(crate) fn sample(form: Form, day: Date, language: &str) -> Option<String> {
    let text = match form {
        Form::Of(kind) => return of_kind(kind, day, language),
        Form::AddressOrFile => "\"fil.pdf\"",
        Form::Currency => "\"SEK\"",
        _ => "\"…\"",
    };
    Some(text.to_owned())
}

fn of_kind(kind: Kind, day: Date, language: &str) -> Option<String> {
    let text = match kind {
        Kind::Line
        | Kind::Plain
        | Kind::Text
        | Kind::Announcement
        | Kind::Id
        | Kind::Board
        | Kind::Organization
        | Kind::Party
        | Kind::Location
        | Kind::Programme => "\"…\"",
        Kind::Lines | Kind::Topics | Kind::Announcements | Kind::Parties | Kind::Locations | Kind::Plains => "[\"…\"]",
        Kind::Day | Kind::Deadline | Kind::Moment => return Some(days_after(day, 14)),
        Kind::Edtf | Kind::Date => return Some(format!("\"{}\"", days_after(day, 14))),
        Kind::Duration => "\"P1Y\"",
        Kind::Iri => "\"https://…\"",
        Kind::Email | Kind::Address => "\"namn@exempel.se\"",
        Kind::Phone => "\"0123-45 67 89\"",
        Kind::Decimal | Kind::Money => "1250",
        Kind::Percent => "50",
        Kind::Bytes => "10000",
        Kind::Count => "1",
        Kind::Point => "{ latitude = 58.380726, longitude = 12.323438 }",
        Kind::Area => "\"omrade.geojson\"",
        Kind::MediaType => "\"application/pdf\"",
        Kind::Language => return Some(format!("\"{language}\"")),
        Kind::Country => "\"SE\"",
        Kind::Flag => "true",
        Kind::Themes => "[\"GOVE\"]",
        Kind::Choice(set) => return set.members().first().map(|member| format!("\"{}\"", member.label_in(language))),
        Kind::Markdown | Kind::Derived | Kind::Node(_) | Kind::Part(_) => return None,
    };
    Some(text.to_owned())
}

/// Returns the day so many days after another; the other day itself at the end of the calendar.
pub(crate) fn days_after(day: Date, days: i64) -> String {
    day.checked_add(days.days()).unwrap_or(day).to_string()
}
