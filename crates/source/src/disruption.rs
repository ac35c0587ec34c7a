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
    Some(Disruption {
        areas,
        cause,
        expected_end,
        ended,
        status,
        advice,
        precision: fields.optional("precision", |word| word::closed(word, Noun::TimePrecision, findings)),
        day_part: fields.optional("day_part", |part| word::closed(part, Noun::DayPart, findings)),
        daily_hours: fields.optional("daily_hours", |hours| value::hours(hours, findings)),
        max_duration: fields.optional("max_duration", |duration| value::duration(duration, findings)),
        households: fields.optional("households", |count| value::count(count, findings)),
        ..Disruption::new(service?, starts?)
    })
}
