use anslag_core::{Announcement, Node, Publication};
use anslag_vocab::{Describe, foaf, schema};
use oxrdf::Triple;

/// Describes what people say in an announcement, and the people.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let (id, language) = (&announcement.id, &announcement.language);
    for (quote, number) in announcement.quotes.iter().zip(1..) {
        let speakers = quote.speakers.iter().map(|person| publication.node(id, Node::Person(person.number())));
        Describe::new(triples, &publication.node(id, Node::Quote(number)))
            .types(&[schema::QUOTATION])
            .integer(schema::POSITION, number)
            .string(schema::IN_LANGUAGE, language.as_str())
            .text(schema::TEXT, quote.text.as_str(), language)
            .links(schema::SPOKEN_BY_CHARACTER, speakers)
            .links(schema::IS_PART_OF, [publication.announcement(id)]);
    }
    for person in announcement.people() {
        let mut about = Describe::new(triples, &publication.node(id, Node::Person(person.number())));
        about
            .types(&[schema::PERSON, foaf::PERSON])
            .string(schema::NAME, person.name.as_str())
            .string(foaf::NAME, person.name.as_str());
        if let Some(role) = &person.role {
            about.text(schema::JOB_TITLE, role.as_str(), language);
        }
        about.links(schema::WORKS_FOR, person.unit.as_ref().map(|unit| publication.party(id, unit)));
    }
}
