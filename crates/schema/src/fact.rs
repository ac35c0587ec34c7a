use crate::{
    ALERT, ANNOUNCEMENT, ATTACHMENT, AnyPart, CONSULTATION, CONTACT, Choice, DISRUPTION, EVENT, JOB, LINK, NOTICE,
    Names, OFFER, PartSpec, Spec, Told, UPDATE, Value,
    language::{capitalize, label_in, word_language},
};
use anslag_core::{Announcement, AnnouncementId, Contact, Edtf, Iri, Location, Moment, Money, Publication};
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
    /// Whether the value is in our own words, and so in the language of the facts; else it is the announcement's, or in no
    /// language.
    pub is_worded: bool,
    /// The address that the value leads to.
    pub link: Option<Iri>,
}

/// The parts that people are told of field by field, in the order in which they matter.
static TOLD_PARTS: [&dyn AnyPart; 7] = [&ALERT, &DISRUPTION, &NOTICE, &CONSULTATION, &JOB, &OFFER, &EVENT];

/// The heading above links to other announcements.
const SEE_ALSO: [&str; 4] = ["se även", "see also", "vaata ka", "skatīt arī"];

/// A price of nothing.
const FREE: [&str; 4] = ["gratis", "free of charge", "tasuta", "bez maksas"];

/// The mark of a day that follows from a rule.
pub(crate) const DERIVED: [&str; 4] = ["beräknat", "derived", "arvutatud", "aprēķināts"];

impl Facts {
    /// Collects the facts of an announcement's parts. Quotes and the project are not among them: they are in the text.
    #[must_use]
    pub fn of(publication: &Publication, announcement: &Announcement) -> Self {
        let language = word_language([&announcement.language, &publication.language]);
        let builder = FactBuilder { names: Names { publication, announcement }, language };
        let mut sections = Vec::new();
        for part in TOLD_PARTS {
            builder.push_sections(part, &mut sections);
        }
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
        part.walk(self.names.announcement, &mut |_, fields| {
            let fields: Vec<_> = fields.collect();
            sections.push(Section { heading: self.heading(spec), facts: self.facts(spec, &fields) });
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
        let names = self.names;
        match value {
            Value::Line(line) | Value::Plain(line) => plain(label, line),
            Value::Text(text) => plain(label, text),
            Value::Markdown(body) => plain(label, body.text()),
            Value::Day(day) => plain(label, day),
            Value::Deadline(deadline) if deadline.is_derived => {
                worded(label, format!("{} ({})", deadline.day, label_in(DERIVED, self.language)))
            }
            Value::Deadline(deadline) => plain(label, deadline.day),
            Value::Moment(moment) => plain(label, self.moment(moment)),
            Value::Edtf(date) | Value::Date(date) => self.vague_date(label, date),
            Value::Duration(duration) => plain(label, duration),
            Value::Iri(iri) => linked(label, iri, iri.clone()),
            Value::Email(email) => linked(label, email, email.iri()),
            Value::Phone(phone) => plain(label, phone),
            Value::Decimal(number) => match spec.unit {
                Some(unit) => plain(label, format!("{} {unit}", number.plain())),
                None => plain(label, number.plain()),
            },
            Value::Percent(percent) => plain(label, format!("{} %", percent.value().plain())),
            Value::Money(Money { amount, .. }) if amount.is_zero() => worded(label, label_in(FREE, self.language)),
            Value::Money(Money { amount, currency }) => plain(label, format!("{} {}", amount.plain(), currency.code())),
            Value::Bytes(bytes) => plain(label, bytes),
            Value::Count(count) => plain(label, count),
            Value::MediaType(media_type) => plain(label, media_type),
            Value::Language(language) => plain(label, language),
            Value::Country(country) => plain(label, country.code()),
            Value::Flag(flag) => plain(label, flag),
            Value::Id(id) | Value::Announcement(id) => linked(label, id, names.publication.announcement(id)),
            Value::Organization(organization) => plain(label, names.organization(organization)),
            Value::Party(party) => plain(label, names.party(party)),
            Value::Location(place) => plain(label, names.location(place)),
            Value::Programme(programme) => plain(label, names.programme(programme)),
            Value::Choice(_, choice) => worded(label, choice.label_in(self.language)),
            Value::Lines(lines) => plain(label, joined(lines.iter().map(AsRef::as_ref))),
            Value::Topics(topics) => plain(label, joined(topics.iter().map(|topic| names.localized(&topic.name)))),
            Value::Themes(themes) => plain(label, joined(themes.iter().map(|theme| theme.code()))),
            Value::Announcements(ids) => plain(label, joined(ids.iter().map(AnnouncementId::as_str))),
            Value::Parties(parties) => plain(label, joined(parties.iter().map(|party| names.party(party)))),
            Value::Locations(places) => plain(label, self.place_names(places)),
        }
    }

    fn updates(self) -> Option<Section> {
        let updates = self.names.announcement.updates.iter();
        self.list(&UPDATE.spec, updates.map(|update| plain(self.moment(update.at), &update.text)))
    }

    fn contacts(self) -> Option<Section> {
        let contacts = self.names.announcement.contacts.iter().map(|contact| {
            let Contact { name, role, phone, email, visiting_address } = contact;
            let lines = role.iter().map(AsRef::as_ref);
            let lines = lines.chain(phone.iter().map(AsRef::as_ref)).chain(email.iter().map(AsRef::as_ref));
            let lines: Vec<&str> = lines.chain(visiting_address.iter().map(AsRef::as_ref)).collect();
            match &lines[..] {
                [] => plain(self.heading(&CONTACT.spec), name),
                lines => plain(name.to_string(), lines.join("\n")),
            }
        });
        self.list(&CONTACT.spec, contacts)
    }

    fn attachments(self) -> Option<Section> {
        let files = self.names.announcement.attachments.iter();
        let facts = files.map(|file| linked(file.media_type.to_string(), &file.title, file.url.clone()));
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
        (!places.is_empty()).then_some(Section { heading, facts: vec![fact] })
    }

    /// Returns the section of the announcements that this one belongs to, by their ids.
    fn other_announcements(self) -> Option<Section> {
        let Names { publication, announcement } = self.names;
        let others = [
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
        (!facts.is_empty()).then_some(Section { heading, facts })
    }

    /// Returns the section of a list, or `None` if the list is empty.
    fn list(self, part: &PartSpec, facts: impl Iterator<Item = Fact>) -> Option<Section> {
        let facts: Vec<_> = facts.collect();
        (!facts.is_empty()).then(|| Section { heading: self.heading(part), facts })
    }

    fn heading(self, part: &PartSpec) -> String {
        capitalize(label_in(part.labels, self.language))
    }

    /// Returns the heading of a field of the announcement itself.
    fn heading_of(self, key: &str) -> String {
        let field = ANNOUNCEMENT.field(key).expect("the key is one of the table");
        field.spec.heading(self.language).expect("what people are told has a label")
    }

    /// Returns the day, and the time on the publication's clocks if the source gives one.
    fn moment(self, moment: Moment) -> String {
        let zone = &self.names.publication.zone;
        match moment {
            Moment::Date(day) => day.to_string(),
            Moment::DateTime(_) => zone.clock(moment.instant(zone)),
        }
    }

    /// Words a season; gives a certain time on the publication's clocks, and anything else as it is written.
    fn vague_date(self, label: String, date: &Edtf) -> Fact {
        if let Some((season, year)) = date.season() {
            return worded(label, Choice::from(season).label_in(self.language).replace("{}", year));
        }
        let moment = Moment::parse(date.as_str(), &self.names.publication.zone);
        plain(label, moment.map_or_else(|_| date.to_string(), |moment| self.moment(moment)))
    }

    fn place_names(self, places: &[Location]) -> String {
        joined(places.iter().map(|place| self.names.location(place)))
    }
}

/// A fact in the announcement's words, or in no language.
fn plain(label: String, value: impl Display) -> Fact {
    Fact { label, value: value.to_string(), is_worded: false, link: None }
}

/// A fact in our own words.
fn worded(label: String, value: impl Display) -> Fact {
    Fact { is_worded: true, ..plain(label, value) }
}

/// A fact that leads to an address.
fn linked(label: String, value: impl Display, link: Iri) -> Fact {
    Fact { link: Some(link), ..plain(label, value) }
}

fn joined<'v>(names: impl Iterator<Item = &'v str>) -> String {
    names.collect::<Vec<_>>().join(", ")
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
