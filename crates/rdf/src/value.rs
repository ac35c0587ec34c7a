use crate::class::is_article;
use anslag_core::{Announcement, Country, Edtf, Publication};
use anslag_schema::Value;
use anslag_vocab::{Describe, Kind, Term, edtf, geosparql, xsd};

/// Adds a value to the description of a node, by one of the properties of its field.
///
/// `is_first` tells the property of an amount from that of its currency, which comes second, and likewise the first
/// two properties of coordinates, and the two of a size and of a body.
pub(crate) fn describe(
    publication: &Publication,
    announcement: &Announcement,
    property: Term,
    is_first: bool,
    value: Value<'_>,
    about: &mut Describe<'_>,
) {
    let (id, language) = (&announcement.id, &announcement.language);
    let is_resource = property.kind() == Kind::Resource;
    match value {
        Value::Line(line) => about.text(property, line.as_str(), language),
        Value::Plain(line) => about.string(property, line.as_str()),
        Value::Text(text) => about.text(property, text.as_str(), language),
        Value::Markdown(body) if is_first == is_article(announcement.kind) => {
            about.text(property, body.text(), language)
        }
        Value::Day(day) => about.typed(property, day.to_string(), xsd::DATE),
        Value::Deadline(deadline) => about.typed(property, deadline.day.to_string(), xsd::DATE),
        Value::Moment(moment) => about.dates(property, [moment]),
        Value::Edtf(date) => about.typed(property, date.as_str(), edtf::LEVEL_1),
        Value::Date(date) => about.typed(property, date.as_str(), calendar_type(date).unwrap_or(edtf::LEVEL_1)),
        Value::Duration(duration) => about.typed(property, duration.as_str(), xsd::DURATION),
        Value::Iri(iri) => about.link(property, iri),
        Value::Email(email) if is_resource => about.link(property, email.iri()),
        Value::Email(email) => about.string(property, email.as_str()),
        Value::Address(address) => about.link(property, address.iri()),
        Value::Phone(phone) if is_resource => about.link(property, phone.iri()),
        Value::Phone(phone) => about.string(property, phone.as_str()),
        Value::Decimal(number) => about.decimal(property, number),
        Value::Percent(share) => about.decimal(property, share.value()),
        Value::Money(money) if is_first => about.decimal(property, money.amount),
        Value::Money(money) => about.string(property, money.currency.code()),
        Value::Point(point) if property == geosparql::AS_WKT => {
            about.typed(property, point.wkt(), geosparql::WKT_LITERAL)
        }
        Value::Area(area) => about.typed(property, area.wkt(), geosparql::WKT_LITERAL),
        Value::Point(point) if is_first => about.decimal(property, point.latitude()),
        Value::Point(point) => about.decimal(property, point.longitude()),
        Value::Count(count) => about.integer(property, count),
        Value::Bytes(bytes) if is_first => about.typed(property, bytes.to_string(), xsd::NON_NEGATIVE_INTEGER),
        Value::Bytes(bytes) => about.string(property, &format!("{bytes} B")),
        Value::MediaType(media_type) => about.string(property, media_type.as_str()),
        Value::Language(language) => about.string(property, &language.as_str().to_ascii_lowercase()),
        Value::Country(country) => about.link(property, Country::iri(country)),
        // The other property says the body. Only drafts have a flag, and no draft is published.
        Value::Markdown(_) | Value::Flag(_) => about,
        Value::Id(id) => about.string(property, id.as_str()),
        Value::Announcement(id) => about.link(property, publication.announcement(id)),
        Value::Announcements(ids) => about.links(property, ids.iter().map(|id| publication.announcement(id))),
        Value::Board(board) => about.link(property, publication.board(board)),
        Value::Organization(organization) => about.link(property, publication.organization(organization)),
        Value::Party(party) => about.link(property, publication.party(id, party)),
        Value::Parties(parties) => about.links(property, parties.iter().map(|party| publication.party(id, party))),
        Value::Location(place) => about.link(property, publication.location(id, place)),
        Value::Locations(places) => about.links(property, places.iter().map(|place| publication.location(id, place))),
        Value::Programme(programme) => about.link(property, publication.programme_of(id, programme)),
        Value::Plains(lines) => lines.iter().fold(about, |about, line| about.string(property, line.as_str())),
        Value::Lines(lines) => about.texts(property, lines.iter().map(|line| (language, line))),
        Value::Topics(topics) => about.links(property, topics.iter().map(|topic| publication.topic(topic))),
        Value::Themes(themes) => about.links(property, themes.iter().map(|theme| theme.iri())),
        Value::Choice(set, choice) => about.link(property, set.iri(choice.key)),
    };
}

/// Returns the datatype of XML Schema that a plain year, month or day is a value of; `None` for a vaguer date.
fn calendar_type(date: &Edtf) -> Option<Term> {
    let text = date.as_str();
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    if date.dates().is_some_and(|(first, last)| first == text && last == text) {
        return Some(xsd::DATE);
    }
    match text.split_once('-') {
        None if digits(text, 4) => Some(xsd::G_YEAR),
        // EDTF writes seasons as months from 21 on.
        Some((year, month)) if digits(year, 4) && digits(month, 2) && month <= "12" => Some(xsd::G_YEAR_MONTH),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_dates_are_dates_of_xml_schema() {
        let datatype = |text: &str| calendar_type(&Edtf::new(text).unwrap());
        assert_eq!(datatype("2021-05-18"), Some(xsd::DATE));
        assert_eq!(datatype("2021-05"), Some(xsd::G_YEAR_MONTH));
        assert_eq!(datatype("2021"), Some(xsd::G_YEAR));
        for vague in ["2021-23", "2021?", "202X", "2021-05-18/2021-05-20", "2021-05-18~", ".."] {
            if let Ok(date) = Edtf::new(vague) {
                assert_eq!(calendar_type(&date), None, "{vague}");
            }
        }
    }
}
