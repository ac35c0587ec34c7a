use crate::{
    fields::Fields,
    finding::Findings,
    keys,
    noun::Noun,
    project::money,
    reference::{self, NAME_HELP},
    tree::{Node, Value},
    value, word,
};
use anslag_core::{Event, Money, Register};

/// Reads an event.
pub(crate) fn read(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Event> {
    let fields = Fields::of(node, &keys::EVENT, findings)?;
    let name = fields.required("name", NAME_HELP, |name| value::line(name, findings));
    let when = fields.optional("when", |when| value::edtf(when, findings));
    let places = fields.list("places", |place| reference::location(place, register, findings));
    let organizer = fields.optional("organizer", |party| reference::party(party, register, findings));
    let status = fields.optional("status", |status| word::closed(status, Noun::PlanStatus, findings));
    let condition = fields.optional("condition", |condition| value::text(condition, findings));
    let price = price(&fields, findings);
    let booking = fields.optional("booking", |booking| value::web(booking, findings));
    Some(Event { name: name?, when, places, organizer, status, condition, price, booking })
}

/// Reads a price: `price` and `currency`, or a table of `amount` and `currency`, as JSON Lines have it.
pub(crate) fn price(fields: &Fields<'_, '_>, findings: &Findings) -> Option<Money> {
    match fields.get("price") {
        Some(node @ Node { value: Value::Table(_), .. }) if fields.get("currency").is_none() => {
            money(&Fields::of(node, &keys::PRICE, findings)?, "amount", findings)
        }
        _ => money(fields, "price", findings),
    }
}
