use anslag_core::Publication;
use anslag_vocab::rdf;
use oxrdf::{NamedNodeRef, NamedOrBlankNodeRef, Term, Triple};
use std::collections::{BTreeMap, HashMap};

/// Statistics of triples.
///
/// The statistics of several graphs can be merged in any order, since no subject is described in two graphs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Count {
    /// Number of triples.
    pub triples: u64,
    /// Number of distinct subjects.
    pub subjects: u64,
    /// Number of subjects below the base of the publication.
    pub entities: u64,
    /// Number of instances of each class.
    pub classes: BTreeMap<String, u64>,
    /// Number of triples of each property.
    pub properties: BTreeMap<String, u64>,
}

impl Count {
    /// Counts the triples of graphs in which those of a subject are consecutive.
    #[must_use]
    pub fn of<'t>(publication: &Publication, triples: impl IntoIterator<Item = &'t Triple>) -> Self {
        let base = publication.base.iri().as_str();
        let mut count = Self::default();
        let (mut classes, mut properties) = (HashMap::<&str, u64>::new(), HashMap::<&str, u64>::new());
        let mut last = None;
        for triple in triples {
            count.triples += 1;
            if last != Some(&triple.subject) {
                last = Some(&triple.subject);
                let is_own = |iri: NamedNodeRef<'_>| iri.as_str().starts_with(base);
                count.subjects += 1;
                count.entities += match triple.subject.as_ref() {
                    NamedOrBlankNodeRef::NamedNode(iri) => u64::from(is_own(iri)),
                    NamedOrBlankNodeRef::BlankNode(_) => 0,
                };
            }
            *properties.entry(triple.predicate.as_str()).or_default() += 1;
            if let (true, Term::NamedNode(class)) = (triple.predicate == rdf::TYPE, &triple.object) {
                *classes.entry(class.as_str()).or_default() += 1;
            }
        }
        let owned =
            |counts: HashMap<&str, u64>| counts.into_iter().map(|(iri, count)| (iri.to_owned(), count)).collect();
        (count.classes, count.properties) = (owned(classes), owned(properties));
        count
    }

    /// Adds the statistics of other graphs.
    pub fn merge(&mut self, other: &Self) {
        self.triples += other.triples;
        self.subjects += other.subjects;
        self.entities += other.entities;
        other.classes.iter().for_each(|(class, more)| add(&mut self.classes, class, *more));
        other.properties.iter().for_each(|(property, more)| add(&mut self.properties, property, *more));
    }
}

fn add(counts: &mut BTreeMap<String, u64>, key: &str, more: u64) {
    match counts.get_mut(key) {
        Some(count) => *count += more,
        None => {
            counts.insert(key.to_owned(), more);
        }
    }
}
