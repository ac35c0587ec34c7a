use crate::{
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::Help,
    keys,
    message::Message,
    noun::Noun,
    project::money,
    reference::{self, NAME_HELP},
    tree::{Node, Value},
    value, word,
};
use anslag_core::{Day, Event, EventPrice, Money, Publication, Repetition};

/// Reads an event.
pub(crate) fn read(node: &Node<'_>, publication: &Publication, findings: &Findings) -> Option<Event> {
    let register = &publication.register;
    let fields = Fields::of(node, &keys::EVENT, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let when = fields.optional("when", |when| value::edtf(when, findings));
    let places = fields.list("places", |place| reference::location(place, register, findings));
    let organizer = fields.optional("organizer", |party| reference::party(party, register, findings));
    let status = fields.optional("status", |status| word::closed(status, Noun::PlanStatus, findings));
    let condition = fields.optional("condition", |condition| value::text(condition, findings));
    let [price] = amounts(&fields, ["price"], findings);
    let prices = fields.list("prices", |price| self::price(price, findings));
    let booking = fields.optional("booking", |booking| value::web(booking, findings));
    let (repeats, repeats_until) = recurrence(&fields, findings);
    Some(Event {
        when,
        places,
        organizer,
        status,
        condition,
        price,
        prices,
        booking,
        ends: fields.optional("ends", |ends| value::moment(ends, &publication.zone, findings)),
        repeats,
        repeats_until,
        url: fields.optional("url", |url| value::web(url, findings)),
        contact: fields.optional("contact", |contact| value::line(contact, findings)),
        attendance: fields.optional("attendance", |way| word::closed(way, Noun::Attendance, findings)),
        capacity: fields.optional("capacity", |count| value::count(count, findings)),
        ..Event::new(name?)
    })
}

/// Reads the price for some of those who come.
fn price(node: &Node<'_>, findings: &Findings) -> Option<EventPrice> {
    let fields = Fields::of(node, &keys::EVENT_PRICE, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let [price] = amounts(&fields, ["price"], findings);
    // A currency alone has been found to lack its price.
    if fields.get("currency").is_none() {
        fields.required("price", Help::add("price", Sample::Number("100")), Some);
    }
    Some(EventPrice { name: name?, price: price? })
}

/// Reads how often an event takes place again, and until when: both, or neither.
fn recurrence(fields: &Fields<'_, '_>, findings: &Findings) -> (Option<Repetition>, Option<Day>) {
    let without = |node: &Node<'_>, key, other, sample| {
        let message = Message::Without { key, other };
        findings.add(node.span.clone(), message, None, Some(Help::add(other, sample)));
    };
    match (fields.get("repeats"), fields.get("repeats_until")) {
        (Some(node), None) => without(node, "repeats", "repeats_until", Sample::Date("2021-12-31")),
        (None, Some(node)) => without(node, "repeats_until", "repeats", Sample::Text("varje vecka")),
        _ => {}
    }
    let repeats = fields.optional("repeats", |interval| word::closed(interval, Noun::Repetition, findings));
    (repeats, fields.optional("repeats_until", |day| value::day(day, findings)))
}

/// Reads amounts that have their currency in common. JSON Lines have each as a table of `amount` and `currency`.
///
/// A currency without any amount is missing the first one.
pub(crate) fn amounts<const N: usize>(
    fields: &Fields<'_, '_>,
    keys: [&'static str; N],
    findings: &Findings,
) -> [Option<Money>; N] {
    let is_any = keys.iter().any(|key| fields.get(key).is_some());
    let mut is_first = true;
    keys.map(|key| match fields.get(key) {
        Some(node @ Node { value: Value::Table(_), .. }) if fields.get("currency").is_none() => {
            money(&Fields::of(node, &keys::PRICE, findings)?, "amount", findings)
        }
        None if is_any || !std::mem::take(&mut is_first) => None,
        _ => money(fields, key, findings),
    })
}
