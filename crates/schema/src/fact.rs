use crate::{
    ALERT, ANNOUNCEMENT, ATTACHMENT, AnyPart, CONSULTATION, CONTACT, DISRUPTION, DOCUMENT, EVENT, EVENT_PRICE, FUNDING,
    JOB, LAW, LINK, NOTICE, NOTICE_DEADLINE, NOTICE_ITEM, Names, OFFER, PERSON, PROJECT, PartSpec, Spec, Told, UPDATE,
    Value, date,
    language::{capitalize, label_in, word_language},
    number,
};
use anslag_core::{
    Announcement, AnnouncementId, Attachment, Contact, Document, EventPrice, Funding, Iri, Location, Money,
    NoticeDeadline, NoticeItem, Person, Phone, Publication,
};
use std::fmt::Display;

/// The facts that the parts of an announcement add to its text, in the words of one language, for people to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Facts {
    /// The language of the words: the announcement's if we have them in it, else the publication's, else English.
    pub language: &'static str,
    /// A section for each part, in the order in which they matter.
    pub sections: Vec<Section>,
}

/// The facts of one part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The key of the part, or of the field of the announcement.
    pub key: &'static str,
    /// The kind of part.
    pub heading: String,
    /// The facts.
    pub facts: Vec<Fact>,
}

/// One thing that a part says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The name of the field.
    pub label: String,
    /// The value, in one or several lines.
    pub value: String,
    /// `true` if the value is in our own words, and so in the language of the facts.
    ///
    /// Otherwise it is in the announcement's language, or in none.
    pub is_worded: bool,
    /// The address that the value leads to.
    pub link: Option<Iri>,
}

/// The parts that people are told of field by field, in the order in which they matter.
static TOLD_PARTS: [&dyn AnyPart; 8] = [&ALERT, &DISRUPTION, &NOTICE, &CONSULTATION, &JOB, &OFFER, &EVENT, &PROJECT];

/// The heading above links to other announcements.
const SEE_ALSO: [&str; 4] = ["se även", "see also", "vaata ka", "skatīt arī"];

/// The heading above the people who are quoted.
const SPEAKERS: [&str; 4] = ["citerade personer", "people quoted", "tsiteeritud isikud", "citētās personas"];

/// A price of nothing.
const FREE: [&str; 4] = ["gratis", "free of charge", "tasuta", "bez maksas"];

/// The mark of a day that follows from a rule.
pub(crate) const DERIVED: [&str; 4] = ["beräknat", "derived", "arvutatud", "aprēķināts"];

impl Facts {
    /// Collects the facts of an announcement's parts. Quotes are not among them, since they are in the text; those who
    /// say them are.
    #[must_use]
    pub fn of(publication: &Publication, announcement: &Announcement) -> Self {
        let language = word_language([&announcement.language, &publication.language]);
        let builder = FactBuilder { names: Names { publication, announcement }, language };
        let mut sections = Vec::new();
        for part in TOLD_PARTS {
            builder.push_sections(part, &mut sections);
        }
        sections.extend(builder.items());
        sections.extend(builder.deadlines());
        sections.extend(builder.laws());
        sections.extend(builder.documents());
        sections.extend(builder.funding());
        sections.extend(builder.speakers());
        sections.extend(builder.updates());
        sections.extend(builder.contacts());
        sections.extend(builder.attachments());
        sections.extend(builder.links());
        sections.extend(builder.places());
        sections.extend(builder.other_announcements());
        Self { language, sections }
    }
}

/// A field with what it says.
type SpecAndValue<'a> = (&'static Spec, Option<Value<'a>>);

/// Words the facts of an announcement in a language.
#[derive(Clone, Copy)]
struct FactBuilder<'a> {
    names: Names<'a>,
    language: &'static str,
}

impl<'a> FactBuilder<'a> {
    /// Appends a section for each part of a kind.
    fn push_sections(self, part: &dyn AnyPart, sections: &mut Vec<Section>) {
        let spec = part.spec();
        part.walk(self.names.announcement, &mut |n, fields| {
            let fields: Vec<_> = fields.collect();
            let mut facts = self.facts(spec, &fields);
            if *spec == EVENT.spec {
                facts.extend(self.prices(n));
            }
            sections.push(Section { key: spec.key, heading: self.heading(spec), facts });
        });
    }

    fn facts(self, part: &PartSpec, fields: &[SpecAndValue<'a>]) -> Vec<Fact> {
        let fact = |field: &SpecAndValue<'a>| self.fact(*field, fields);
        let field = |key: &&str| fields.iter().find(|(spec, _)| spec.key == *key);
        match part.told {
            Told::InOrder => fields.iter().filter_map(fact).collect(),
            Told::Keys(keys) => keys.iter().filter_map(field).filter_map(fact).collect(),
            Told::Otherwise => Vec::new(),
        }
    }

    /// Words what a field says. The address that it leads to takes the place of a value that is missing.
    fn fact(self, (spec, value): SpecAndValue<'a>, fields: &[SpecAndValue<'a>]) -> Option<Fact> {
        let label = spec.heading(self.language)?;
        let target = fields.iter().find(|(target, _)| spec.leads_to == Some(target.key));
        let target = match target {
            Some((_, Some(Value::Iri(iri)))) => Some((*iri).clone()),
            _ => None,
        };
        let fact = match (value, &target) {
            (Some(value), _) => self.value(spec, label, value),
            (None, Some(iri)) => plain(label, iri),
            (None, None) => return None,
        };
        Some(Fact { link: target.or(fact.link), ..fact })
    }

    fn value(self, spec: &Spec, label: String, value: Value<'_>) -> Fact {
        let Self { names, language } = self;
        let zone = &names.publication.zone;
        match value {
            Value::Line(line) | Value::Plain(line) => plain(label, line),
            Value::Text(text) => plain(label, text),
            Value::Markdown(body) => plain(label, body.text()),
            Value::Day(day) => worded(label, date::day(day.date(), language)),
            Value::Deadline(deadline) if deadline.is_derived => {
                let day = date::day(deadline.day.date(), language);
                worded(label, format!("{day} ({})", label_in(DERIVED, language)))
            }
            Value::Deadline(deadline) => worded(label, date::day(deadline.day.date(), language)),
            Value::Moment(moment) => worded(label, date::moment(moment, zone, language)),
            Value::Edtf(date) | Value::Date(date) => worded(label, date::edtf(date, zone, language)),
            Value::Duration(duration) => worded(label, date::duration(duration, language)),
            Value::Iri(iri) => linked(label, iri, iri.clone()),
            Value::Email(email) => linked(label, email, email.iri()),
            Value::Address(address) => linked(label, address.as_str(), address.iri()),
            Value::Phone(phone) => plain(label, phone.written()),
            Value::Decimal(decimal) => match spec.unit {
                Some(unit) => plain(label, format!("{}{}{unit}", number::decimal(decimal, language), number::NO_BREAK)),
                None => plain(label, number::decimal(decimal, language)),
            },
            Value::Percent(percent) => plain(label, number::percent(percent, language)),
            Value::Money(Money { amount, .. }) if amount.is_zero() => worded(label, label_in(FREE, language)),
            Value::Money(money) => plain(label, number::money(money, language)),
            Value::Area(area) => plain(label, area.wkt()),
            Value::Point(point) => plain(label, format!("{}, {}", point.latitude().plain(), point.longitude().plain())),
            Value::Bytes(bytes) => plain(label, number::size(bytes, language)),
            Value::Count(count) => plain(label, number::count(count.get().into(), language)),
            Value::MediaType(media_type) => plain(label, media_type),
            Value::Language(language) => plain(label, language),
            Value::Country(country) => plain(label, country.code()),
            Value::Flag(flag) => plain(label, flag),
            Value::Id(id) | Value::Announcement(id) => linked(label, id, names.publication.announcement(id)),
            Value::Board(board) => plain(label, names.board(board)),
            Value::Organization(organization) => plain(label, names.organization(organization)),
            Value::Party(party) => plain(label, names.party(party)),
            Value::Location(place) => plain(label, names.location_with_address(place)),
            Value::Programme(programme) => plain(label, names.programme(programme)),
            Value::Choice(_, choice) => worded(label, choice.label_in(language)),
            Value::Lines(lines) | Value::Plains(lines) => plain(label, joined(lines.iter().map(AsRef::as_ref))),
            Value::Topics(topics) => plain(label, joined(topics.iter().map(|topic| names.localized(&topic.name)))),
            Value::Themes(themes) => plain(label, joined(themes.iter().map(|theme| theme.code()))),
            Value::Announcements(ids) => plain(label, joined(ids.iter().map(AnnouncementId::as_str))),
            Value::Parties(parties) => plain(label, joined(parties.iter().map(|party| names.party(party)))),
            Value::Locations(places) => plain(label, self.place_names(places)),
        }
    }

    /// Returns the prices for groups of those who come to the event with a number.
    fn prices(self, event: usize) -> impl Iterator<Item = Fact> {
        let field = EVENT_PRICE.field("price").expect("the key is one of the table");
        self.names.announcement.events[event - 1].prices.iter().map(move |EventPrice { name, price }| {
            let label = field.spec.heading(self.language).expect("what people are told has a label");
            self.value(&field.spec, format!("{label}, {name}"), Value::Money(*price))
        })
    }

    /// Returns the section of the items of a notice, each under its number.
    fn items(self) -> Option<Section> {
        let items = self.names.announcement.notice.iter().flat_map(|notice| &notice.items);
        let facts = items.map(|NoticeItem { number, title, case_number }| {
            let case_number = case_number.iter().map(|number| format!(" ({number})")).collect::<String>();
            plain(number.to_string(), format!("{title}{case_number}"))
        });
        self.list(&NOTICE_ITEM.spec, facts)
    }

    /// Returns the section of the other deadlines of a notice.
    fn deadlines(self) -> Option<Section> {
        let deadlines = self.names.announcement.notice.iter().flat_map(|notice| &notice.deadlines);
        let until = |deadline: &NoticeDeadline| date::day(deadline.until.date(), self.language);
        let facts = deadlines.map(|deadline| worded(deadline.what.to_string(), until(deadline)));
        self.list(&NOTICE_DEADLINE.spec, facts)
    }

    /// Returns the section of the laws of a notice.
    fn laws(self) -> Option<Section> {
        let laws = self.names.announcement.notice.iter().flat_map(|notice| &notice.laws);
        let facts = laws.map(|law| Fact { link: law.url.clone(), ..plain(self.heading(&LAW.spec), &law.title) });
        self.list(&LAW.spec, facts)
    }

    /// Returns the section of the documents of the cases.
    fn documents(self) -> Option<Section> {
        let documents = self.names.announcement.documents().into_iter();
        let facts = documents.map(|Document { title, url, media_type }| {
            let extension = media_type.iter().map(|kind| format!(" ({})", kind.extension())).collect::<String>();
            linked(self.heading(&DOCUMENT.spec), format!("{title}{extension}"), url.clone())
        });
        self.list(&DOCUMENT.spec, facts)
    }

    /// Returns the section of those who pay for the project, each with the share and the amount.
    fn funding(self) -> Option<Section> {
        let funding = self.names.announcement.project.iter().flat_map(|project| &project.funding);
        let facts = funding.map(|Funding { funder, percent, amount }| {
            let percent = percent.map(|percent| number::percent(percent, self.language));
            let amount = amount.map(|amount| number::money(amount, self.language));
            named(&self.heading(&FUNDING.spec), self.names.party(funder), percent.into_iter().chain(amount), ", ")
        });
        self.list(&FUNDING.spec, facts)
    }

    /// Returns the section of the people who are quoted.
    fn speakers(self) -> Option<Section> {
        let heading = capitalize(label_in(SPEAKERS, self.language));
        let facts = self.names.announcement.people().into_iter().map(|Person { name, role, unit, .. }| {
            let unit = unit.iter().map(|unit| self.names.party(unit).to_owned());
            named(&heading, name.as_str(), role.iter().map(ToString::to_string).chain(unit), ", ")
        });
        let facts: Vec<_> = facts.collect();
        (!facts.is_empty()).then_some(Section { key: PERSON.spec.key, heading, facts })
    }

    fn updates(self) -> Option<Section> {
        let (updates, zone) = (self.names.announcement.updates.iter(), &self.names.publication.zone);
        let at = |moment| date::moment(moment, zone, self.language);
        self.list(&UPDATE.spec, updates.map(|update| plain(at(update.at), &update.text)))
    }

    fn contacts(self) -> Option<Section> {
        let contacts = self.names.announcement.contacts.iter().map(|contact| {
            let Contact { name, role, phone, email, visiting_address } = contact;
            let lines = role.iter().map(AsRef::as_ref);
            let lines = lines.chain(phone.iter().map(Phone::written)).chain(email.iter().map(AsRef::as_ref));
            let lines = lines.chain(visiting_address.iter().map(AsRef::as_ref)).map(ToOwned::to_owned);
            named(&self.heading(&CONTACT.spec), name.as_str(), lines, "\n")
        });
        self.list(&CONTACT.spec, contacts)
    }

    fn attachments(self) -> Option<Section> {
        let files = self.names.announcement.attachments.iter();
        let facts = files.map(|Attachment { title, url, media_type, size }| {
            let size = size.map_or_else(String::new, |size| format!(", {}", number::size(size, self.language)));
            let shown = format!("{title} ({}{size})", media_type.extension());
            linked(self.heading(&ATTACHMENT.spec), shown, url.clone())
        });
        self.list(&ATTACHMENT.spec, facts)
    }

    fn links(self) -> Option<Section> {
        let links = self.names.announcement.links.iter();
        self.list(&LINK.spec, links.map(|link| linked(self.heading(&LINK.spec), &link.title, link.url.clone())))
    }

    /// Returns the section of the announcement's own places.
    fn places(self) -> Option<Section> {
        let places = &self.names.announcement.places;
        let heading = self.heading_of("places");
        let fact = plain(heading.clone(), self.place_names(places));
        (!places.is_empty()).then_some(Section { key: "places", heading, facts: vec![fact] })
    }

    /// Returns the section of the announcements that this one belongs to, by their ids.
    fn other_announcements(self) -> Option<Section> {
        let Names { publication, announcement } = self.names;
        let others = [
            ("replaced_by", announcement.replaced_by.as_slice()),
            ("replaces", announcement.replaces.as_slice()),
            ("translation_of", announcement.translation_of.as_slice()),
            ("translations", &announcement.translations),
        ];
        let facts: Vec<_> = others
            .into_iter()
            .flat_map(|(key, ids)| ids.iter().map(move |id| (key, id)))
            .map(|(key, id)| linked(self.heading_of(key), id, publication.announcement(id)))
            .collect();
        let heading = capitalize(label_in(SEE_ALSO, self.language));
        (!facts.is_empty()).then_some(Section { key: "replaced_by", heading, facts })
    }

    /// Returns the section of a list, or `None` if the list is empty.
    fn list(self, part: &PartSpec, facts: impl Iterator<Item = Fact>) -> Option<Section> {
        let facts: Vec<_> = facts.collect();
        (!facts.is_empty()).then(|| Section { key: part.key, heading: self.heading(part), facts })
    }

    fn heading(self, part: &PartSpec) -> String {
        part.heading(self.language)
    }

    /// Returns the heading of a field of the announcement itself.
    fn heading_of(self, key: &str) -> String {
        let field = ANNOUNCEMENT.field(key).expect("the key is one of the table");
        field.spec.heading(self.language).expect("what people are told has a label")
    }

    fn place_names(self, places: &[Location]) -> String {
        let names: Vec<_> = places.iter().map(|place| self.names.location_with_address(place)).collect();
        joined(names.iter().map(AsRef::as_ref))
    }
}

/// A fact in the announcement's words, or in no language.
fn plain(label: String, value: impl Display) -> Fact {
    Fact { label, value: value.to_string(), is_worded: false, link: None }
}

/// A fact about somebody: what is known under the name, or the name under the heading if nothing is.
fn named(heading: &str, name: &str, known: impl Iterator<Item = String>, separator: &str) -> Fact {
    let known: Vec<String> = known.collect();
    if known.is_empty() { plain(heading.to_owned(), name) } else { plain(name.to_owned(), known.join(separator)) }
}

/// A fact in our own words.
fn worded(label: String, value: impl Display) -> Fact {
    Fact { is_worded: true, ..plain(label, value) }
}

/// A fact that leads to an address.
fn linked(label: String, value: impl Display, link: Iri) -> Fact {
    Fact { link: Some(link), ..plain(label, value) }
}

/// Joins names by commas; by semicolons if a name has a comma.
fn joined<'v>(names: impl Iterator<Item = &'v str>) -> String {
    let names: Vec<&str> = names.collect();
    let has_comma = names.iter().any(|name| name.contains(','));
    names.join(if has_comma { "; " } else { ", " })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::PARTS;

    #[test]
    fn every_part_that_is_told_field_by_field_has_its_place() {
        let is_told = |part: &&dyn AnyPart| !matches!(part.spec().told, Told::Otherwise);
        let mut told: Vec<_> = PARTS.into_iter().filter(is_told).map(|part| part.spec().key).collect();
        let mut placed: Vec<_> = TOLD_PARTS.iter().map(|part| part.spec().key).collect();
        told.sort_unstable();
        placed.sort_unstable();
        assert_eq!(told, placed);
    }
}
