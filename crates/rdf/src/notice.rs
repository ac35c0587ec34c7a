use anslag_core::{Announcement, Day, Node, Notice, Publication};
use anslag_vocab::{Describe, Term, anslag, dcat, dcterms, xsd};
use oxrdf::Triple;

/// Says of an announcement what makes it a public notice. What follows from a rule, and is not the source's, is marked
/// with `anslag:derived` and its property.
pub(crate) fn say(publication: &Publication, announcement: &Announcement, notice: &Notice, about: &mut Describe<'_>) {
    let id = &announcement.id;
    let party = |party| publication.party(id, party);
    about.links(anslag::DECIDED_BY, notice.body.as_ref().map(party));
    if let Some(legal_basis) = &notice.legal_basis {
        about.text(anslag::LEGAL_BASIS, legal_basis.as_str(), &announcement.language);
    }
    about.links(dcterms::REFERENCES, &notice.legal_basis_url);
    day(about, anslag::MEETING_DATE, notice.meeting);
    if let Some(paragraphs) = &notice.paragraphs {
        about.string(anslag::PARAGRAPHS, paragraphs.as_str());
    }
    if let Some(case_number) = &notice.case_number {
        about.string(anslag::CASE_NUMBER, case_number.as_str());
    }
    day(about, anslag::MINUTES_ADJUSTED, notice.adjusted);
    about.links(anslag::POSTING_PERIOD, [publication.node(id, Node::NoticePeriod)]);
    let appeal = notice.appeal();
    day(about, anslag::APPEAL_UNTIL, appeal.map(|appeal| appeal.day));
    if appeal.is_some_and(|appeal| appeal.is_derived) {
        about.link(anslag::DERIVED, anslag::APPEAL_UNTIL);
    }
    about.links(anslag::APPEAL_TO, notice.appeal_to.as_ref().map(party));
    if let Some(kept_at) = &notice.kept_at {
        about.text(anslag::KEPT_AT, kept_at.as_str(), &announcement.language);
    }
    if let Some(secretary) = &notice.secretary {
        about.string(anslag::SECRETARY, secretary.as_str());
    }
}

/// Describes the time for which a notice is posted.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let Some(notice) = &announcement.notice else { return };
    let removal = notice.removal();
    let mut about = Describe::new(triples, &publication.node(&announcement.id, Node::NoticePeriod));
    about.types(&[dcterms::PERIOD_OF_TIME]);
    day(&mut about, dcat::START_DATE, Some(notice.posted));
    day(&mut about, dcat::END_DATE, removal.map(|removal| removal.day));
    if removal.is_some_and(|removal| removal.is_derived) {
        about.link(anslag::DERIVED, dcat::END_DATE);
    }
}

fn day(about: &mut Describe<'_>, predicate: Term, day: Option<Day>) {
    if let Some(day) = day {
        about.typed(predicate, day.to_string(), xsd::DATE);
    }
}
