use anslag_core::{Announcement, DisruptionStatus, Node, Publication, Service};
use anslag_vocab::{Describe, anslag, schema};
use oxrdf::Triple;

/// The individual of our vocabulary that a service is.
pub(crate) fn service(service: Service) -> String {
    anslag::VOCABULARY.iri(service.key())
}

/// The individual of our vocabulary that a status is.
pub(crate) fn status(status: DisruptionStatus) -> String {
    anslag::VOCABULARY.iri(status.key())
}

/// Describes the disruption that an announcement is about: something that happens for a time.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let Some(disruption) = &announcement.disruption else { return };
    let (id, language) = (&announcement.id, &announcement.language);
    let mut about = Describe::new(triples, &publication.node(id, Node::Disruption));
    about
        .types(&[schema::EVENT, anslag::DISRUPTION])
        .link(anslag::AFFECTED_SERVICE, service(disruption.service))
        .links(schema::LOCATION, disruption.areas.iter().map(|area| publication.location(id, area)))
        .dates(schema::START_DATE, [disruption.starts]);
    about.dates(anslag::EXPECTED_END, disruption.expected_end);
    about.dates(schema::END_DATE, disruption.ended);
    if let Some(now) = disruption.status {
        about.link(anslag::DISRUPTION_STATUS, status(now));
    }
    if let Some(cause) = &disruption.cause {
        about.text(anslag::CAUSE, cause.as_str(), language);
    }
    if let Some(advice) = &disruption.advice {
        about.text(anslag::INSTRUCTION, advice.as_str(), language);
    }
}
