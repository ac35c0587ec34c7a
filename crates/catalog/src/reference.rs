use anslag_core::{AuthorityTable, Iri};
use anslag_vocab::{Describe, Term, adms, dcat, dcatap, dcterms, foaf, publisher_type, skos, spdx};
use oxrdf::{NamedNode, Term as Object, Triple};
use std::collections::{BTreeMap, BTreeSet};

/// Describes external resources, so that the catalogue can be validated alone.
///
/// They get the class that DCAT-AP demands of the property's values; codes also get their table and labels.
pub(crate) fn describe(triples: &mut Vec<Triple>) {
    let mut classes: BTreeMap<Iri, BTreeSet<Term>> = BTreeMap::new();
    for triple in &*triples {
        if let (Object::NamedNode(object), Some(class)) = (&triple.object, class_of_values(&triple.predicate)) {
            let iri = Iri::new(object.as_str()).expect("every IRI of the catalogue is valid");
            classes.entry(iri).or_default().insert(class);
        }
    }
    let mut schemes = BTreeSet::new();
    for (iri, classes) in &classes {
        if let Some(table) = AuthorityTable::ALL.into_iter().find(|table| table.iri() == *iri) {
            schemes.insert(Scheme::Table(table));
            continue;
        }
        let classes: Vec<_> = classes.iter().copied().collect();
        let mut about = Describe::new(triples, iri);
        about.types(&classes);
        if let Some((scheme, labels)) = code(iri) {
            about.texts(skos::PREF_LABEL, labels).links(skos::IN_SCHEME, [scheme.iri()]);
            schemes.insert(scheme);
        }
    }
    for scheme in schemes {
        Describe::new(triples, &scheme.iri()).types(&[skos::CONCEPT_SCHEME]).texts(dcterms::TITLE, scheme.titles());
    }
}

/// Returns the class that DCAT-AP demands of a property's values; `None` if they are not external.
fn class_of_values(property: &NamedNode) -> Option<Term> {
    let classes = [
        (adms::STATUS, skos::CONCEPT),
        (dcat::COMPRESS_FORMAT, dcterms::MEDIA_TYPE),
        (dcat::LANDING_PAGE, foaf::DOCUMENT),
        (dcat::MEDIA_TYPE, dcterms::MEDIA_TYPE),
        (dcat::THEME, skos::CONCEPT),
        (dcat::THEME_TAXONOMY, skos::CONCEPT_SCHEME),
        (dcatap::AVAILABILITY, skos::CONCEPT),
        (dcterms::ACCESS_RIGHTS, dcterms::RIGHTS_STATEMENT),
        (dcterms::ACCRUAL_PERIODICITY, dcterms::FREQUENCY),
        (dcterms::CONFORMS_TO, dcterms::STANDARD),
        (dcterms::FORMAT, dcterms::MEDIA_TYPE_OR_EXTENT),
        (dcterms::LANGUAGE, dcterms::LINGUISTIC_SYSTEM),
        (dcterms::LICENSE, dcterms::LICENSE_DOCUMENT),
        (dcterms::SPATIAL, dcterms::LOCATION),
        (dcterms::TYPE, skos::CONCEPT),
        (foaf::HOMEPAGE, foaf::DOCUMENT),
        (spdx::ALGORITHM, spdx::CHECKSUM_ALGORITHM),
    ];
    classes.into_iter().find(|(own, _)| *property == *own).map(|(_, class)| class)
}

/// Scheme of a code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scheme {
    /// An authority table of the EU.
    Table(AuthorityTable),
    /// Publisher types of ADMS.
    PublisherTypes,
}

impl Scheme {
    fn iri(self) -> Iri {
        match self {
            Self::Table(table) => table.iri(),
            Self::PublisherTypes => {
                let iri = format!("{}1.0", publisher_type::VOCABULARY.namespace);
                Iri::new(&iri).expect("the scheme of publisher types has a valid IRI")
            }
        }
    }

    const fn titles(self) -> [(&'static str, &'static str); 2] {
        let (sv, en) = match self {
            Self::Table(table) => table.titles(),
            Self::PublisherTypes => ("Typer av utgivare", "Publisher types"),
        };
        [("sv", sv), ("en", en)]
    }
}

/// Returns the scheme and the known labels of a code; `None` if the IRI is not a code.
fn code(iri: &Iri) -> Option<(Scheme, Vec<(&'static str, &'static str)>)> {
    let labelled = |scheme, sv, en| {
        let labels = [("sv", sv), ("en", en)].into_iter().filter(|(_, label): &(_, &str)| !label.is_empty()).collect();
        (scheme, labels)
    };
    for table in AuthorityTable::ALL {
        let code = iri.as_str().strip_prefix(table.iri().as_str()).and_then(|rest| rest.strip_prefix('/'));
        if let Some(found) = code.and_then(|code| table.find(code)) {
            return Some(labelled(Scheme::Table(table), found.sv, found.en));
        }
    }
    let publisher_types = [
        (publisher_type::LOCAL_AUTHORITY, "Lokal myndighet/kommun", "Local Authority"),
        (publisher_type::NATIONAL_AUTHORITY, "Nationell myndighet", "National authority"),
        (publisher_type::COMPANY, "Företag", "Company"),
        (publisher_type::NON_PROFIT_ORGANISATION, "Ej vinstdrivande organisation", "Non-Profit Organisation"),
    ];
    let found = publisher_types.into_iter().find(|(own, ..)| own.as_str() == iri.as_str());
    found.map(|(_, sv, en)| labelled(Scheme::PublisherTypes, sv, en))
}
