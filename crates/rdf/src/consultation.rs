use anslag_core::{Announcement, Consultation, Node, Publication};
use anslag_vocab::{Describe, anslag, dcat, dcterms, xsd};
use oxrdf::Triple;

/// Says of an announcement how to take part in its consultation.
pub(crate) fn say(
    publication: &Publication,
    announcement: &Announcement,
    consultation: &Consultation,
    about: &mut Describe<'_>,
) {
    about.links(anslag::CONSULTATION_PERIOD, [publication.node(&announcement.id, Node::ConsultationPeriod)]);
    // A notice of a consultation has said the number already.
    let said = announcement.notice.as_ref().and_then(|notice| notice.case_number.as_ref());
    if let Some(case_number) = consultation.case_number.as_ref().filter(|_| said.is_none()) {
        about.string(anslag::CASE_NUMBER, case_number.as_str());
    }
    if let Some(read_at) = &consultation.read_at {
        about.text(anslag::DOCUMENTS_AT, read_at.as_str(), &announcement.language);
    }
    about.links(anslag::SEND_COMMENTS_TO, consultation.send_to.as_ref().map(anslag_core::Email::iri));
    if let Some(no_reply) = &consultation.no_reply {
        about.text(anslag::EFFECT_OF_NO_REPLY, no_reply.as_str(), &announcement.language);
    }
}

/// Describes the time for which a consultation is open.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let Some(consultation) = &announcement.consultation else { return };
    let mut about = Describe::new(triples, &publication.node(&announcement.id, Node::ConsultationPeriod));
    about.types(&[dcterms::PERIOD_OF_TIME]);
    if let Some(opens) = consultation.opens {
        about.typed(dcat::START_DATE, opens.to_string(), xsd::DATE);
    }
    about.typed(dcat::END_DATE, consultation.closes.to_string(), xsd::DATE);
}
