use crate::{
    entry::Sample,
    event::amounts,
    fields::Fields,
    finding::Findings,
    help::{Help, Hint},
    keys, reference,
    tree::Node,
    value,
};
use anslag_core::{Offer, Register};

/// Reads an offer of a plot of land.
pub(crate) fn read(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Offer> {
    let fields = Fields::of(node, &keys::OFFER, findings)?;
    let designation =
        fields.required("designation", Help::add_with("designation", Sample::Text("…"), Hint::LandRegister), |name| {
            value::line(name, findings)
        });
    let area = fields.optional("area", |area| value::decimal(area, findings));
    let [price, price_per_square_metre, fee] = amounts(&fields, ["price", "price_per_square_metre", "fee"], findings);
    let apply_by = fields.optional("apply_by", |day| value::day(day, findings));
    let allocation = fields.optional("allocation", |rule| value::text(rule, findings));
    let place = fields.optional("place", |place| reference::location(place, register, findings));
    let url = fields.optional("url", |url| value::web(url, findings));
    Some(Offer {
        area,
        price,
        apply_by,
        allocation,
        place,
        url,
        price_per_square_metre,
        fee,
        ..Offer::new(designation?)
    })
}
