use crate::describe::Describe;
use anslag_core::{Announcement, DisruptionStatus, Node, Publication, Service};
use anslag_vocab::{anslag, schema};
use oxrdf::{NamedNode, Triple};

/// The individual of our vocabulary that a service is.
pub(crate) fn service(service: Service) -> NamedNode {
    NamedNode::new_unchecked(format!("{}{}", anslag::VOCABULARY.namespace, service.key()))
}

/// The individual of our vocabulary that a status is.
pub(crate) fn status(status: DisruptionStatus) -> NamedNode {
    NamedNode::new_unchecked(format!("{}{}", anslag::VOCABULARY.namespace, status.key()))
}

/// Describes the disruption that an announcement is about: something that happens for a time.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let Some(disruption) = &announcement.disruption else { return };
    let (id, language) = (&announcement.id, &announcement.language);
    let mut about = Describe::new(triples, &publication.node(id, Node::Disruption));
    about
        .types(&[schema::EVENT, anslag::DISRUPTION])
        .term(anslag::AFFECTED_SERVICE, service(disruption.service).as_ref())
        .links(schema::LOCATION, disruption.areas.iter().map(|area| publication.location(id, area)))
        .moment(&[schema::START_DATE], &disruption.starts);
    if let Some(expected_end) = &disruption.expected_end {
        about.moment(&[anslag::EXPECTED_END], expected_end);
    }
    if let Some(ended) = &disruption.ended {
        about.moment(&[schema::END_DATE], ended);
    }
    if let Some(now) = disruption.status {
        about.term(anslag::DISRUPTION_STATUS, status(now).as_ref());
    }
    if let Some(cause) = &disruption.cause {
        about.text(anslag::CAUSE, cause.as_str(), language);
    }
    if let Some(advice) = &disruption.advice {
        about.text(anslag::INSTRUCTION, advice.as_str(), language);
    }
}
