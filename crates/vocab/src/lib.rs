//! The vocabulary terms we use and the prefixes we write them with.
//!
//! One module for each vocabulary, one constant for each term; an IRI of a vocabulary stands nowhere else. Beside its
//! IRI each property says what kind of value it takes, from which the JSON-LD context follows.

mod term;
mod terms;

pub use term::{Kind, Term, Vocabulary};
pub use terms::{
    anslag, anslag_type, dataportal, dcat, dcterms, edtf, eu_country, eu_language, eu_theme, eurovoc, foaf, frapo, org,
    prov, publisher_type, rdf, rdfs, schema, skos, time, vcard, wikidata, xsd,
};

/// Every vocabulary and every set of identifiers that we write with a prefix, by prefix.
pub const ALL: [Vocabulary; 23] = [
    anslag::VOCABULARY,
    anslag_type::VOCABULARY,
    dataportal::VOCABULARY,
    dcat::VOCABULARY,
    dcterms::VOCABULARY,
    edtf::VOCABULARY,
    eu_country::VOCABULARY,
    eu_language::VOCABULARY,
    eu_theme::VOCABULARY,
    eurovoc::VOCABULARY,
    foaf::VOCABULARY,
    frapo::VOCABULARY,
    org::VOCABULARY,
    prov::VOCABULARY,
    publisher_type::VOCABULARY,
    rdf::VOCABULARY,
    rdfs::VOCABULARY,
    schema::VOCABULARY,
    skos::VOCABULARY,
    time::VOCABULARY,
    vcard::VOCABULARY,
    wikidata::VOCABULARY,
    xsd::VOCABULARY,
];

#[cfg(test)]
mod tests;
