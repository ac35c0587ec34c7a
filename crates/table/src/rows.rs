//! The rows of the tables, cell by cell, whatever format they are written in.
//!
//! The cells of plain fields come from `anslag-schema`; what is no plain field stands here, and its columns in
//! `columns.rs`.

use crate::{
    Table,
    cell::{Cell, Sink},
    column::Choice,
};
use anslag_core::{
    Announcement, AnnouncementId, Area, Country, Decimal, Location, Moment, Money, Node, Party, Point, Publication,
};
use anslag_schema::{ANNOUNCEMENT, AnyPart, EVENT_PRICE, FUNDING, Kind, Names, PERSON, Part, Spec, Value};
use std::io;

/// Writes the rows of some announcements, in their order.
///
/// The rows of several chunks after each other are those of all their announcements at once.
pub fn write(
    table: Table,
    publication: &Publication,
    announcements: &[Announcement],
    sink: &mut impl Sink,
) -> io::Result<()> {
    let part = table.part();
    let mut list = String::new();
    for announcement in announcements {
        let names = Names { publication, announcement };
        let mut rows = Rows { names, sink, list: &mut list };
        match table {
            Table::Announcements => rows.announcement()?,
            Table::AnnouncementTopics => rows.topics()?,
            Table::AnnouncementPlaces => rows.places()?,
            Table::QuoteSpeakers => rows.speakers()?,
            Table::ProjectMembers => rows.members()?,
            Table::Funding => rows.funding()?,
            Table::EventPrices => rows.event_prices()?,
            Table::Contacts
            | Table::Quotes
            | Table::Projects
            | Table::Notices
            | Table::NoticeItems
            | Table::NoticeDeadlines
            | Table::NoticeLaws
            | Table::Documents
            | Table::Disruptions
            | Table::Consultations
            | Table::Alerts
            | Table::Jobs
            | Table::Offers
            | Table::Events
            | Table::Updates
            | Table::Images
            | Table::Attachments
            | Table::Links => rows.parts(part.expect("the table is that of a part"))?,
        }
    }
    Ok(())
}

/// The rows of one announcement on their way into a sink.
struct Rows<'a, 's, S> {
    names: Names<'a>,
    sink: &'s mut S,
    /// The text of a list, kept for the next one.
    list: &'s mut String,
}

impl<'a, S: Sink> Rows<'a, '_, S> {
    /// Writes the announcement itself: its days first, then its times, as `columns.rs` has them.
    fn announcement(&mut self) -> io::Result<()> {
        let announcement = self.names.announcement;
        for field in ANNOUNCEMENT.fields.iter().filter(|field| field.spec.column.is_some()) {
            match field.spec.key {
                "published" => self.day(Some(announcement.published))?,
                "modified" => self.day(announcement.modified)?,
                "expires" => {
                    self.day(announcement.expires)?;
                    self.instant(Some(announcement.published))?;
                    self.instant(announcement.modified)?;
                }
                "publisher" => self.publisher()?,
                _ => self.value(field.spec.kind, field.read(announcement))?,
            }
        }
        self.sink.end_row()
    }

    fn publisher(&mut self) -> io::Result<()> {
        let Names { publication, announcement } = self.names;
        let publisher = &announcement.publisher;
        self.text(publication.organization(publisher))?;
        self.text(self.names.organization(publisher))?;
        self.maybe(publisher.municipality_code.as_ref().map(AsRef::as_ref))?;
        self.text(publication.announcement(&announcement.id))
    }

    fn topics(&mut self) -> io::Result<()> {
        for (n, topic) in (1..).zip(&self.names.announcement.topics) {
            self.begin(Some(n))?;
            self.text(&topic.key)?;
            self.text(self.names.publication.topic(topic))?;
            self.text(self.names.localized(&topic.name))?;
            self.sink.end_row()?;
        }
        Ok(())
    }

    fn places(&mut self) -> io::Result<()> {
        let Names { publication, announcement } = self.names;
        for (n, place) in (1..).zip(&announcement.places) {
            let country = match place {
                Location::Registered(place) => place.country,
                Location::Named(place) => place.country,
            };
            self.begin(Some(n))?;
            self.text(self.names.location(place))?;
            self.maybe(country.map(Country::code))?;
            self.text(publication.location(&announcement.id, place))?;
            self.maybe(place.address().map(AsRef::as_ref))?;
            let degrees = |degrees: Option<Decimal>| degrees.map_or(Cell::Empty, Cell::Decimal);
            self.sink.cell(degrees(place.coordinates().map(Point::latitude)))?;
            self.sink.cell(degrees(place.coordinates().map(Point::longitude)))?;
            self.maybe(place.area().map(Area::wkt).as_deref())?;
            self.sink.end_row()?;
        }
        Ok(())
    }

    fn speakers(&mut self) -> io::Result<()> {
        let Names { publication, announcement } = self.names;
        for (quote_n, quote) in (1..).zip(&announcement.quotes) {
            for (n, speaker) in (1..).zip(&quote.speakers) {
                self.begin(Some(quote_n))?;
                self.sink.cell(Cell::Integer(n))?;
                self.cells(values(&PERSON, speaker))?;
                self.text(publication.node(&announcement.id, Node::Person(speaker.number())))?;
                self.sink.end_row()?;
            }
        }
        Ok(())
    }

    fn members(&mut self) -> io::Result<()> {
        let Names { publication, announcement } = self.names;
        let Some(project) = &announcement.project else { return Ok(()) };
        let partners = project.partners.iter().map(|party| (party, Choice::PARTNER));
        let participants = project.participants.iter().map(|party| (party, Choice::PARTICIPANT));
        for (n, (party, role)) in (1..).zip(partners.chain(participants)) {
            let country = match party {
                Party::Registered(organization) => organization.country,
                Party::Named(organization) => organization.country,
            };
            self.begin(Some(n))?;
            self.text(self.names.party(party))?;
            self.text(role)?;
            self.maybe(country.map(Country::code))?;
            self.text(publication.party(&announcement.id, party))?;
            self.sink.end_row()?;
        }
        Ok(())
    }

    /// Writes what funders pay; the funder, which is the first field, with an IRI.
    fn funding(&mut self) -> io::Result<()> {
        let Names { publication, announcement } = self.names;
        for (n, funding) in FUNDING.of(announcement) {
            self.begin(Some(n))?;
            self.text(self.names.party(&funding.funder))?;
            self.text(publication.party(&announcement.id, &funding.funder))?;
            self.cells(values(&FUNDING, funding).skip(1))?;
            self.sink.end_row()?;
        }
        Ok(())
    }

    /// Writes the prices of events, each with the number of its event.
    fn event_prices(&mut self) -> io::Result<()> {
        let holders = EVENT_PRICE.holders(self.names.announcement);
        for ((n, price), event_n) in EVENT_PRICE.of(self.names.announcement).zip(holders) {
            self.begin(Some(n))?;
            self.sink.cell(Cell::Integer(event_n as u64))?;
            self.cells(values(&EVENT_PRICE, price))?;
            self.sink.end_row()?;
        }
        Ok(())
    }

    /// Writes a row for each part of a kind.
    fn parts(&mut self, part: &dyn AnyPart) -> io::Result<()> {
        let is_list = part.spec().is_list;
        let mut result = Ok(());
        part.walk(self.names.announcement, &mut |n, values| {
            if result.is_ok() {
                result = self.part(is_list.then_some(n), values);
            }
        });
        result
    }

    fn part(&mut self, n: Option<usize>, values: impl Iterator<Item = SpecAndValue<'a>>) -> io::Result<()> {
        self.begin(n)?;
        self.cells(values)?;
        self.sink.end_row()
    }

    /// Writes the id of the announcement, and the number of the row among its like.
    fn begin(&mut self, n: Option<usize>) -> io::Result<()> {
        self.text(self.names.announcement.id.as_str())?;
        n.map_or(Ok(()), |n| self.sink.cell(Cell::Integer(n as u64)))
    }

    /// Writes the cells of fields.
    fn cells(&mut self, values: impl Iterator<Item = SpecAndValue<'a>>) -> io::Result<()> {
        let mut derived = Vec::new();
        for (spec, value) in values.filter(|(spec, _)| spec.column.is_some()) {
            if value.is_some_and(|value| value.is_derived()) {
                derived.push(spec.key);
            }
            match spec.kind {
                Kind::Derived => self.list(derived.drain(..))?,
                kind => self.value(kind, value)?,
            }
        }
        Ok(())
    }

    /// Writes the cells of a value; empty ones if there is none.
    fn value(&mut self, kind: Kind, value: Option<Value<'a>>) -> io::Result<()> {
        let names = self.names;
        let Some(value) = value else {
            return match kind {
                Kind::Moment => self.moment(None),
                Kind::Money => self.money(None),
                _ => self.sink.cell(Cell::Empty),
            };
        };
        match value {
            Value::Line(line) | Value::Plain(line) => self.text(line),
            Value::Text(text) => self.text(text),
            Value::Markdown(body) => self.text(body.text()),
            Value::Day(day) => self.sink.cell(Cell::Date(day.date())),
            Value::Deadline(deadline) => self.sink.cell(Cell::Date(deadline.day.date())),
            Value::Moment(moment) => self.moment(Some(moment)),
            Value::Edtf(date) | Value::Date(date) => self.text(date),
            Value::Duration(duration) => self.text(duration),
            Value::Iri(iri) => self.text(iri),
            Value::Email(email) => self.text(email),
            Value::Address(address) => self.text(address.as_str()),
            Value::Phone(phone) => self.text(phone),
            Value::Decimal(number) => self.sink.cell(Cell::Decimal(number)),
            Value::Percent(percent) => self.sink.cell(Cell::Decimal(percent.value())),
            Value::Money(money) => self.money(Some(money)),
            // No table of parts has coordinates: those of places stand in a table of their own.
            Value::Point(_) | Value::Area(_) => Ok(()),
            Value::Bytes(bytes) => self.sink.cell(Cell::Integer(bytes)),
            Value::Count(count) => self.sink.cell(Cell::Integer(count.get().into())),
            Value::MediaType(media_type) => self.text(media_type),
            Value::Language(language) => self.text(language.as_str().to_ascii_lowercase()),
            Value::Country(country) => self.text(country.code()),
            Value::Flag(flag) => self.text(if flag { "true" } else { "false" }),
            Value::Id(id) | Value::Announcement(id) => self.text(id.as_str()),
            Value::Board(board) => self.text(names.board(board)),
            Value::Organization(organization) => self.text(names.organization(organization)),
            Value::Party(party) => self.text(names.party(party)),
            Value::Location(location) => self.text(names.location(location)),
            Value::Programme(programme) => self.text(names.programme(programme)),
            Value::Choice(_, choice) => self.text(choice.key),
            Value::Lines(lines) | Value::Plains(lines) => self.list(lines.iter().map(AsRef::as_ref)),
            Value::Topics(topics) => self.list(topics.iter().map(|topic| topic.key.as_str())),
            Value::Themes(themes) => self.list(themes.iter().map(|theme| theme.code())),
            Value::Announcements(ids) => self.list(ids.iter().map(AnnouncementId::as_str)),
            Value::Parties(parties) => self.list(parties.iter().map(|party| names.party(party))),
            Value::Locations(places) => self.list(places.iter().map(|place| names.location(place))),
        }
    }

    fn text(&mut self, text: impl AsRef<str>) -> io::Result<()> {
        self.sink.cell(Cell::Text(text.as_ref()))
    }

    fn maybe(&mut self, text: Option<&str>) -> io::Result<()> {
        self.sink.cell(text.map_or(Cell::Empty, Cell::Text))
    }

    /// Writes several values into one cell ([`Kind::Multi`](crate::Kind::Multi)).
    fn list<'v>(&mut self, values: impl IntoIterator<Item = &'v str>) -> io::Result<()> {
        self.list.clear();
        for (at, value) in values.into_iter().enumerate() {
            if at > 0 {
                self.list.push('|');
            }
            for (at, part) in value.split('|').enumerate() {
                self.list.push_str(if at > 0 { "¦" } else { "" });
                self.list.push_str(part);
            }
        }
        self.sink.cell(Cell::Text(self.list))
    }

    /// Writes the day of a moment, and its time if the source gives one.
    fn moment(&mut self, moment: Option<Moment>) -> io::Result<()> {
        self.day(moment)?;
        self.instant(moment)
    }

    fn day(&mut self, moment: Option<Moment>) -> io::Result<()> {
        self.sink.cell(moment.map_or(Cell::Empty, |moment| Cell::Date(moment.date(&self.names.publication.zone))))
    }

    fn instant(&mut self, moment: Option<Moment>) -> io::Result<()> {
        self.sink.cell(match moment {
            Some(instant @ Moment::DateTime(_)) => Cell::Instant(instant),
            Some(Moment::Date(_)) | None => Cell::Empty,
        })
    }

    /// Writes an amount and its currency, in a cell each.
    fn money(&mut self, money: Option<Money>) -> io::Result<()> {
        self.sink.cell(money.map_or(Cell::Empty, |money| Cell::Decimal(money.amount)))?;
        self.maybe(money.map(|money| money.currency.code()))
    }
}

/// A field and what it says.
type SpecAndValue<'a> = (&'static Spec, Option<Value<'a>>);

fn values<'a, P>(part: &Part<P>, value: &'a P) -> impl Iterator<Item = SpecAndValue<'a>> {
    part.fields.iter().map(|field| (&field.spec, field.read(value)))
}
