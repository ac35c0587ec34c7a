use crate::{entry::Sample, fields::Fields, finding::Findings, help::Help, keys, reference, tree::Node, value};
use anslag_core::{Job, Register};

/// Reads a job.
pub(crate) fn read(node: &Node<'_>, register: &Register, findings: &Findings) -> Option<Job> {
    let fields = Fields::of(node, &keys::JOB, findings)?;
    let line = |key| fields.optional(key, |node| value::line(node, findings));
    let title = fields.required("title", Help::add("title", Sample::Text("…")), |title| value::line(title, findings));
    let unit = fields.optional("unit", |unit| reference::party(unit, register, findings));
    let positions = fields.optional("positions", |count| value::count(count, findings));
    let apply_by = fields.optional("apply_by", |day| value::day(day, findings));
    let url = fields.optional("url", |url| value::web(url, findings));
    let (extent, reference) = (line("extent"), line("reference"));
    Some(Job {
        unit,
        extent,
        positions,
        apply_by,
        reference,
        url,
        email: fields.optional("email", |email| value::email(email, findings)),
        employment: line("employment"),
        starts: fields.optional("starts", |day| value::edtf(day, findings)),
        place: fields.optional("place", |place| reference::location(place, register, findings)),
        pay: line("pay"),
        ..Job::new(title?)
    })
}
