use crate::{
    entry::Sample, fields::Fields, finding::Findings, help::Help, keys, media::document, noun::Noun, tree::Node, value,
    word,
};
use anslag_core::Consultation;

/// Reads a consultation.
pub(crate) fn read(node: &Node<'_>, findings: &Findings) -> Option<Consultation> {
    let fields = Fields::of(node, &keys::CONSULTATION, findings)?;
    let opens = fields.optional("opens", |day| value::day(day, findings));
    let closes =
        fields.required("closes", Help::add("closes", Sample::Date("2021-06-18")), |day| value::day(day, findings));
    let case_number = fields.optional("case_number", |number| value::line(number, findings));
    let read_at = fields.optional("read_at", |place| value::line(place, findings));
    let send_to = fields.optional("send_to", |address| value::address(address, findings));
    let no_reply = fields.optional("no_reply", |effect| value::text(effect, findings));
    Some(Consultation {
        opens,
        case_number,
        read_at,
        send_to,
        no_reply,
        stage: fields.optional("stage", |stage| word::closed(stage, Noun::ConsultationStage, findings)),
        plan_number: fields.optional("plan_number", |number| value::line(number, findings)),
        properties: fields.one_or_list("properties", |name| value::line(name, findings)),
        documents: fields.list("documents", |node| document(node, findings)),
        ..Consultation::new(closes?)
    })
}
