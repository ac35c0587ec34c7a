use anslag_core::{AlertCertainty, AlertSeverity, AlertUrgency, Announcement, Node, Publication};
use anslag_vocab::{Describe, anslag, schema};
use oxrdf::Triple;

/// The individual of our vocabulary that a severity is.
pub(crate) fn severity(severity: AlertSeverity) -> String {
    anslag::VOCABULARY.iri(format_args!("severity-{}", severity.key()))
}

/// The individual of our vocabulary that an urgency is.
pub(crate) fn urgency(urgency: AlertUrgency) -> String {
    anslag::VOCABULARY.iri(format_args!("urgency-{}", urgency.key()))
}

/// The individual of our vocabulary that a certainty is.
pub(crate) fn certainty(certainty: AlertCertainty) -> String {
    anslag::VOCABULARY.iri(format_args!("certainty-{}", certainty.key()))
}

/// Describes the danger that an announcement warns of.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let Some(alert) = &announcement.alert else { return };
    let (id, language) = (&announcement.id, &announcement.language);
    let mut about = Describe::new(triples, &publication.node(id, Node::Alert));
    about
        .types(&[schema::EVENT, anslag::ALERT])
        .text(schema::NAME, alert.event.as_str(), language)
        .links(anslag::SENDER, [publication.party(id, &alert.sender)])
        .link(anslag::SEVERITY, severity(alert.severity));
    if let Some(level) = alert.urgency {
        about.link(anslag::URGENCY, urgency(level));
    }
    if let Some(level) = alert.certainty {
        about.link(anslag::CERTAINTY, certainty(level));
    }
    about
        .links(schema::LOCATION, alert.areas.iter().map(|area| publication.location(id, area)))
        .dates(anslag::EFFECTIVE, [alert.effective]);
    about.dates(anslag::EXPIRES, alert.expires);
    about.dates(anslag::ALL_CLEAR, alert.all_clear);
    if let Some(instruction) = &alert.instruction {
        about.text(anslag::INSTRUCTION, instruction.as_str(), language);
    }
}
