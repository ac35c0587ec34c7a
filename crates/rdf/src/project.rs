use anslag_core::{Announcement, Edtf, Funding, Iri, Node, Programme, Project, Publication};
use anslag_vocab::{Describe, Term, anslag, dcat, dcterms, edtf, foaf, frapo, rdfs, schema, time, xsd};
use oxrdf::Triple;

/// Describes the project that an announcement is about, its programme, its duration and its funding.
pub(crate) fn describe(publication: &Publication, announcement: &Announcement, triples: &mut Vec<Triple>) {
    let Some(project) = &announcement.project else { return };
    describe_itself(publication, announcement, project, triples);
    if has_period(project) {
        describe_period(&publication.node(&announcement.id, Node::ProjectPeriod), project, triples);
    }
    if let Some(Programme::Named(programme)) = &project.programme {
        let mut about = Describe::new(triples, &publication.node(&announcement.id, Node::Programme));
        about.types(&[schema::FUNDING_SCHEME, frapo::FUNDING_PROGRAMME]);
        about.text(schema::NAME, programme.name.as_str(), &announcement.language);
        for name in &programme.alternate_names {
            about.text(schema::ALTERNATE_NAME, name.as_str(), &announcement.language);
        }
    }
    for (funding, number) in project.funding.iter().zip(1..) {
        describe_funding(publication, announcement, funding, number, triples);
    }
}

fn describe_itself(
    publication: &Publication,
    announcement: &Announcement,
    project: &Project,
    triples: &mut Vec<Triple>,
) {
    let (id, language) = (&announcement.id, &announcement.language);
    let iri = |party| publication.party(id, party);
    let programme = project.programme.as_ref().map(|programme| publication.programme_of(id, programme));
    let topics: Vec<Iri> = project.focus.iter().map(|topic| publication.topic(topic)).collect();
    let members = distinct(project.partners.iter().chain(&project.participants).map(iri));
    let contributors = distinct(project.participants.iter().map(iri));
    let funders = distinct(project.funding.iter().map(|funding| iri(&funding.funder)));

    let mut about = Describe::new(triples, &publication.node(id, Node::Project));
    about.types(&[schema::PROJECT, frapo::PROJECT, foaf::PROJECT]);
    if let Some(name) = &project.name {
        about.text(schema::NAME, name.as_str(), language);
    }
    // A label for people to see, also where the announcement does not name the project.
    let label = project.name.as_ref().unwrap_or(&announcement.title);
    about
        .text(rdfs::LABEL, label.as_str(), language)
        .links(dcterms::IS_PART_OF, &programme)
        .links(schema::MEMBER, &members)
        .links(dcterms::CONTRIBUTOR, &contributors)
        .links(schema::FUNDER, &funders)
        .links(schema::FUNDING, (1..=project.funding.len()).map(|number| publication.node(id, Node::Funding(number))))
        .links(schema::KNOWS_ABOUT, &topics)
        .links(dcterms::SUBJECT, &topics)
        .links(dcterms::TEMPORAL, has_period(project).then(|| publication.node(id, Node::ProjectPeriod)));
}

fn describe_period(iri: &Iri, project: &Project, triples: &mut Vec<Triple>) {
    let mut about = Describe::new(triples, iri);
    about.types(&[dcterms::PERIOD_OF_TIME, time::PROPER_INTERVAL]);
    if let Some(duration) = &project.duration {
        about.typed(time::HAS_XSD_DURATION, duration.as_str(), xsd::DURATION);
    }
    for (predicate, date) in [(dcat::START_DATE, &project.start), (dcat::END_DATE, &project.end)] {
        if let Some(date) = date {
            about.typed(predicate, date.as_str(), calendar_type(date).unwrap_or(edtf::LEVEL_1));
        }
    }
}

fn describe_funding(
    publication: &Publication,
    announcement: &Announcement,
    funding: &Funding,
    number: usize,
    triples: &mut Vec<Triple>,
) {
    let id = &announcement.id;
    let amount = publication.node(id, Node::FundingAmount(number));
    let mut about = Describe::new(triples, &publication.node(id, Node::Funding(number)));
    about.types(&[schema::GRANT]);
    if funding.amount.is_some() {
        about.types(&[schema::MONETARY_GRANT]);
    }
    about
        .types(&[frapo::GRANT])
        .links(schema::FUNDER, [publication.party(id, &funding.funder)])
        .links(schema::FUNDED_ITEM, [publication.node(id, Node::Project)]);
    if let Some(percent) = funding.percent {
        about.decimal(anslag::SHARE_PERCENT, percent.value());
    }
    if let Some(money) = funding.amount {
        about.links(schema::AMOUNT, [&amount]);
        Describe::new(triples, &amount)
            .types(&[schema::MONETARY_AMOUNT])
            .decimal(schema::VALUE, money.amount)
            .string(schema::CURRENCY, money.currency.code());
    }
}

/// The datatype of XML Schema that the expression is a value of, where it names a plain year, month or day.
fn calendar_type(date: &Edtf) -> Option<Term> {
    let text = date.as_str();
    let digits = |part: &str, len: usize| part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
    if date.dates().is_some_and(|(first, last)| first == text && last == text) {
        return Some(xsd::DATE);
    }
    match text.split_once('-') {
        None if digits(text, 4) => Some(xsd::G_YEAR),
        // EDTF writes seasons as months from 21 on.
        Some((year, month)) if digits(year, 4) && digits(month, 2) && month <= "12" => Some(xsd::G_YEAR_MONTH),
        _ => None,
    }
}

/// Whether anything is said of the time that the project takes.
const fn has_period(project: &Project) -> bool {
    project.duration.is_some() || project.start.is_some() || project.end.is_some()
}

/// The values, the first of equal ones alone.
fn distinct(values: impl Iterator<Item = Iri>) -> Vec<Iri> {
    let mut seen = std::collections::HashSet::new();
    values.filter(|value| seen.insert(value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_dates_are_dates_of_xml_schema() {
        let datatype = |text: &str| calendar_type(&Edtf::new(text).unwrap());
        assert_eq!(datatype("2021-05-18"), Some(xsd::DATE));
        assert_eq!(datatype("2021-05"), Some(xsd::G_YEAR_MONTH));
        assert_eq!(datatype("2021"), Some(xsd::G_YEAR));
        for vague in ["2021-23", "2021?", "202X", "2021-05-18/2021-05-20", "2021-05-18~", ".."] {
            if let Ok(date) = Edtf::new(vague) {
                assert_eq!(calendar_type(&date), None, "{vague}");
            }
        }
    }
}
