use crate::describe::Describe;
use anslag_core::{AlertCertainty, AlertSeverity, AlertUrgency, Announcement, Node, Publication};
use anslag_vocab::{anslag, schema};
use oxrdf::{NamedNode, Triple};

/// The individual of our vocabulary that a severity is.
pub(crate) fn severity(severity: AlertSeverity) -> NamedNode {
    NamedNode::new_unchecked(format!("{}severity-{}", anslag::VOCABULARY.namespace, severity.key()))
}

/// The individual of our vocabulary that an urgency is.
pub(crate) fn urgency(urgency: AlertUrgency) -> NamedNode {
    NamedNode::new_unchecked(format!("{}urgency-{}", anslag::VOCABULARY.namespace, urgency.key()))
}

/// The individual of our vocabulary that a certainty is.
pub(crate) fn certainty(certainty: AlertCertainty) -> NamedNode {
    NamedNode::new_unchecked(format!("{}certainty-{}", anslag::VOCABULARY.namespace, certainty.key()))
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
        .term(anslag::SEVERITY, severity(alert.severity).as_ref());
    if let Some(level) = alert.urgency {
        about.term(anslag::URGENCY, urgency(level).as_ref());
    }
    if let Some(level) = alert.certainty {
        about.term(anslag::CERTAINTY, certainty(level).as_ref());
    }
    about
        .links(schema::LOCATION, alert.areas.iter().map(|area| publication.location(id, area)))
        .moment(&[anslag::EFFECTIVE], &alert.effective);
    if let Some(expires) = &alert.expires {
        about.moment(&[anslag::EXPIRES], expires);
    }
    if let Some(all_clear) = &alert.all_clear {
        about.moment(&[anslag::ALL_CLEAR], all_clear);
    }
    if let Some(instruction) = &alert.instruction {
        about.text(anslag::INSTRUCTION, instruction.as_str(), language);
    }
}
