use anslag_core::{Announcement, Event, Node, PlanStatus, Publication};
use anslag_vocab::{Describe, Term, anslag, dcterms, edtf, schema, xsd};
use oxrdf::Triple;

/// The individual of our vocabulary that a status is.
pub(crate) fn status(status: PlanStatus) -> String {
    anslag::VOCABULARY.iri(status.key())
}

/// Describes the events of an announcement.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    for (event, number) in announcement.events.iter().zip(1..) {
        describe_one(publication, announcement, event, number, triples);
    }
}

fn describe_one(
    publication: &Publication,
    announcement: &Announcement,
    event: &Event,
    number: usize,
    triples: &mut Vec<Triple>,
) {
    let (id, language) = (&announcement.id, &announcement.language);
    let offer = publication.node(id, Node::Admission(number));
    let has_offer = event.price.is_some() || event.booking.is_some();
    let mut about = Describe::new(triples, &publication.node(id, Node::Event(number)));
    about.types(&[schema::EVENT]).text(schema::NAME, event.name.as_str(), language);
    if let Some(when) = &event.when {
        about.typed(dcterms::DATE, when.as_str(), edtf::LEVEL_1);
        // schema.org knows days and instants, not seasons: nothing vaguer is made into one.
        if let Some((first, last)) = when.dates() {
            about.typed(schema::START_DATE, first, xsd::DATE).typed(schema::END_DATE, last, xsd::DATE);
        }
        if let Some(begins) = when.date_time() {
            about.typed(schema::START_DATE, begins, xsd::DATE_TIME);
        }
    }
    about
        .links(schema::LOCATION, event.places.iter().map(|place| publication.location(id, place)))
        .links(schema::ORGANIZER, event.organizer.as_ref().map(|organizer| publication.party(id, organizer)))
        .links(schema::ABOUT, announcement.project.as_ref().map(|_| publication.node(id, Node::Project)));
    if let Some(plan) = event.status {
        about.link(anslag::PLAN_STATUS, status(plan));
        if let Some(known) = event_status(plan) {
            about.link(schema::EVENT_STATUS, known);
        }
    }
    if let Some(condition) = &event.condition {
        about.text(anslag::CONDITION, condition.as_str(), language);
    }
    about.links(schema::OFFERS, has_offer.then_some(&offer));
    if has_offer {
        let mut about = Describe::new(triples, &offer);
        about.types(&[schema::OFFER]);
        if let Some(price) = event.price {
            about.decimal(schema::PRICE, price.amount).string(schema::PRICE_CURRENCY, price.currency.code());
        }
        about.links(schema::URL, &event.booking);
    }
}

/// The status of schema.org; it has none for what is merely intended.
const fn event_status(status: PlanStatus) -> Option<Term> {
    match status {
        PlanStatus::Planned => None,
        PlanStatus::Scheduled => Some(schema::EVENT_SCHEDULED),
        PlanStatus::Postponed => Some(schema::EVENT_POSTPONED),
        PlanStatus::Rescheduled => Some(schema::EVENT_RESCHEDULED),
        PlanStatus::MovedOnline => Some(schema::EVENT_MOVED_ONLINE),
        PlanStatus::Cancelled => Some(schema::EVENT_CANCELLED),
    }
}
