//! The vocabulary terms we use and the prefixes we write them with.
//!
//! One module for each vocabulary, one constant for each term; an IRI of a vocabulary stands nowhere else. Beside its
//! IRI each property says what kind of value it takes, from which the JSON-LD context follows.
//! What only the catalogue uses stands apart, so that no dump of announcements has to declare it.

mod term;
mod vocabulary;

mod own;
mod terms;

mod describe;

pub use describe::Describe;
pub use own::{anslag, anslag_type};
pub use term::{Kind, Meaning, Term};
pub use terms::{
    adms, dataportal, dcat, dcatap, dcterms, edtf, eu_access, eu_availability, eu_country, eu_file_type, eu_frequency,
    eu_language, eu_status, eu_theme, eurovoc, foaf, frapo, geosparql, org, owl, prov, publisher_type, rdf, rdfs,
    schema, sd, skos, spdx, time, vcard, void, w3c_format, wikidata, xsd,
};
pub use vocabulary::Vocabulary;

/// Every vocabulary and every set of identifiers that only the catalogue and its like are written with, by prefix.
pub const OF_THE_CATALOGUE: [Vocabulary; 9] = [
    adms::VOCABULARY,
    dcatap::VOCABULARY,
    eu_access::VOCABULARY,
    eu_availability::VOCABULARY,
    eu_file_type::VOCABULARY,
    eu_frequency::VOCABULARY,
    eu_status::VOCABULARY,
    owl::VOCABULARY,
    spdx::VOCABULARY,
];

/// Every vocabulary and every set of identifiers that announcements are written with, by prefix.
pub const ALL: [Vocabulary; 25] = [
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
    geosparql::VOCABULARY,
    org::VOCABULARY,
    prov::VOCABULARY,
    publisher_type::VOCABULARY,
    rdf::VOCABULARY,
    rdfs::VOCABULARY,
    schema::VOCABULARY,
    skos::VOCABULARY,
    time::VOCABULARY,
    vcard::VOCABULARY,
    void::VOCABULARY,
    wikidata::VOCABULARY,
    xsd::VOCABULARY,
];

/// Every vocabulary that only the description of a SPARQL endpoint is written with, by prefix.
pub const OF_THE_SERVICE: [Vocabulary; 2] = [w3c_format::VOCABULARY, sd::VOCABULARY];

#[cfg(test)]
mod tests;
