use crate::{event::price, fields::Fields, finding::Findings, keys, message::Help, reference, tree::Node, value};
use anslag_core::{Offer, Register};

/// A plot of land that is offered.
pub(crate) fn read(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Offer> {
    let fields = Fields::of(node, &keys::OFFER, findings)?;
    let designation = fields.required("designation", Help::AddDesignation, |name| value::line(name, findings));
    let area = fields.optional("area", |area| value::decimal(area, findings));
    let price = price(&fields, findings);
    let apply_by = fields.optional("apply_by", |day| value::day(day, findings));
    let allocation = fields.optional("allocation", |rule| value::text(rule, findings));
    let place = fields.optional("place", |place| reference::location(place, register, findings));
    let url = fields.optional("url", |url| value::web(url, findings));
    Some(Offer { designation: designation?, area, price, apply_by, allocation, place, url })
}
