use crate::{
    entry::Sample, fields::Fields, finding::Findings, help::Help, keys, noun::Noun, reference, tree::Node, value, word,
};
use anslag_core::{Disruption, Publication};

/// Reads a disruption.
pub(crate) fn read(node: &Node<'_>, publication: &Publication, findings: &Findings) -> Option<Disruption> {
    let fields = Fields::of(node, &keys::DISRUPTION, findings)?;
    let moment = |node| value::moment(node, &publication.zone, findings);
    let service = fields.required("service", Help::add("service", Sample::Text("vatten")), |node| {
        word::closed(node, Noun::Service, findings)
    });
    let starts = fields.required("starts", Help::add("starts", Sample::Date("2021-05-18T10:00:00+02:00")), moment);
    let areas = fields.list("areas", |area| reference::location(area, &publication.register, findings));
    let cause = fields.optional("cause", |cause| value::text(cause, findings));
    let expected_end = fields.optional("expected_end", moment);
    let ended = fields.optional("ended", moment);
    let status = fields.optional("status", |status| word::closed(status, Noun::DisruptionStatus, findings));
    let advice = fields.optional("advice", |advice| value::text(advice, findings));
    Some(Disruption { service: service?, areas, cause, starts: starts?, expected_end, ended, status, advice })
}
