use anslag_core::{Announcement, Node, Publication};
use anslag_vocab::{Describe, schema, xsd};
use oxrdf::Triple;

/// Describes the job that an announcement is about.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let Some(job) = &announcement.job else { return };
    let (id, language) = (&announcement.id, &announcement.language);
    let mut about = Describe::new(triples, &publication.node(id, Node::Job));
    about
        .types(&[schema::JOB_POSTING])
        .text(schema::TITLE, job.title.as_str(), language)
        .links(schema::EMPLOYMENT_UNIT, job.unit.as_ref().map(|unit| publication.party(id, unit)));
    if let Some(extent) = &job.extent {
        about.text(schema::EMPLOYMENT_TYPE, extent.as_str(), language);
    }
    if let Some(apply_by) = job.apply_by {
        about.typed(schema::VALID_THROUGH, apply_by.to_string(), xsd::DATE);
    }
    if let Some(reference) = &job.reference {
        about.string(schema::IDENTIFIER, reference.as_str());
    }
    about.links(schema::URL, &job.url);
}
