use crate::{
    entry::Sample,
    fields::Fields,
    finding::Findings,
    help::{Help, Hint},
    keys,
    noun::Noun,
    reference,
    tree::Node,
    value, word,
};
use anslag_core::{Alert, Publication};

/// Reads an alert.
pub(crate) fn read(node: &Node<'_>, publication: &Publication, findings: &Findings) -> Option<Alert> {
    let fields = Fields::of(node, &keys::ALERT, findings)?;
    let (register, zone) = (&publication.register, &publication.zone);
    let moment = |node| value::moment(node, zone, findings);
    let help = Help::add_with("sender", Sample::Text("…"), Hint::KeyOrName);
    let sender = fields.required("sender", help, |sender| reference::party(sender, register, findings));
    let event = fields.required("event", Help::add("event", Sample::Text("…")), |event| value::line(event, findings));
    let help = Help::add("severity", Sample::Text("allvarlig"));
    let severity = fields.required("severity", help, |level| word::closed(level, Noun::AlertSeverity, findings));
    let urgency = fields.optional("urgency", |level| word::closed(level, Noun::AlertUrgency, findings));
    let certainty = fields.optional("certainty", |level| word::closed(level, Noun::AlertCertainty, findings));
    let areas = fields.list("areas", |area| reference::location(area, register, findings));
    let effective =
        fields.required("effective", Help::add("effective", Sample::Date("2021-05-18T10:00:00+02:00")), moment);
    let expires = fields.optional("expires", moment);
    let instruction = fields.optional("instruction", |text| value::text(text, findings));
    let all_clear = fields.optional("all_clear", moment);
    Some(Alert {
        sender: sender?,
        event: event?,
        severity: severity?,
        urgency,
        certainty,
        areas,
        effective: effective?,
        expires,
        instruction,
        all_clear,
    })
}
