//! The fields of every part of an announcement, each described once: key, labels, value, properties.
//!
//! A [`Part`] is a table of [`Field`]s. A field reads its [`Value`] from a part; its [`Spec`] describes it. Whatever lists
//! fields takes them from here: tables, facts, RDF, shapes, schemas of JSON. It has one `match` over [`Value`] or over
//! [`Kind`], so that a new kind is a list of compile errors, and a new field is none.
//!
//! [`PARTS`] holds every part, whatever its type.
//!
//! ```
//! use anslag_schema::{JOB, PARTS};
//!
//! let keys: Vec<_> = JOB.fields.iter().map(|field| field.spec.key).collect();
//! assert_eq!(keys[..2], ["title", "unit"]);
//! assert!(PARTS.iter().any(|part| part.spec().key == "job"));
//! ```

mod language;

mod set;

mod node;
mod part_spec;

mod kind;

mod field;

mod part;

mod parts;

mod names;
mod publisher_type;

pub mod date;
pub mod number;

mod fact;
mod last_day;

mod settings;
mod website;

mod other_words;

mod json_schema;

mod yaml;

mod decap;

pub use decap::decap;
pub use fact::{Fact, Facts, Section};
pub use field::{Field, Spec};
pub use json_schema::JsonSchema;
pub use kind::{Kind, Value};
pub use language::{LANGUAGES, label_in, word_language};
pub use last_day::LastDay;
pub use names::Names;
pub use node::NodeSpec;
pub use part::{Access, AnyPart, Part, Values};
pub use part_spec::{PartSpec, TableSpec, Told};
pub use parts::{
    ALERT, ANNOUNCEMENT, ATTACHMENT, CONSULTATION, CONSULTATION_PERIOD, CONTACT, DISRUPTION, DOCUMENT, EVENT,
    EVENT_PRICE, FUNDING, IMAGE, JOB, LAW, LINK, NOTICE, NOTICE_DEADLINE, NOTICE_ITEM, OFFER, ORGANIZATION, PARTS,
    PERSON, PLACE, POSTING_PERIOD, PROGRAMME, PROJECT, QUOTE, UPDATE,
};
pub use publisher_type::publisher_type_of;
pub use set::{Choice, Set};
pub use settings::{
    ACCESSIBILITY, BOARD_ENTRY, CATALOGUE, CHECK, CUSTOM_FEED, FEED_CONDITIONS, Form, Key, KeyTable, LANGUAGE_ENTRY,
    ORGANIZATION_ENTRY, OUTPUT, PLACE_ENTRY, POSTAL_ADDRESS, PROGRAMME_ENTRY, PUBLICATION, PUBLICATION_CONTACT,
    REGISTER, RETIRED, SHORTCOMING, TOPIC_ENTRY,
};
pub use website::KEYS_OF_WEBSITES;
