//! What an announcement and a publication *are*.
//!
//! Everything here is valid by construction: a value that exists can be published, so that the crates which write it
//! can fail only by I/O. Read the modules in this order: the small validated types ([`Slug`], [`Line`], [`Moment`],
//! [`Edtf`], [`Phone`], ...), what announcements share ([`Register`]), the announcement and its parts
//! ([`Announcement`], [`Quote`], [`Project`], [`Event`], [`Contact`]), and the [`Publication`], which mints every IRI.
//!
//! The crate knows no serialisation of RDF, XML or CSV, no file system, no clock and no environment.

mod closed_set;
mod fingerprint;
mod string;

mod authority;
mod body;
mod code;
mod country;
mod date;
mod edtf;
mod email;
mod iri;
mod language;
mod licence;
mod number;
mod phone;
mod slug;
mod text;

mod register;

mod alert;
mod announcement;
mod consultation;
mod contact;
mod disruption;
mod event;
mod holiday;
mod job;
mod media;
mod mention;
mod notice;
mod numbering;
mod offer;
mod party;
mod personal_data;
mod project;
mod quote;
mod status;
mod update;

mod catalogue;
mod compression;
mod fact;
mod feed_kind;
mod format;
mod output_settings;
mod publication;
mod word;

pub use alert::{Alert, AlertCertainty, AlertSeverity, AlertUrgency};
pub use announcement::{Announcement, AnnouncementType, Fields, Problem};
pub use authority::{AccessRight, AuthorityCode, AuthorityTable, Availability, Frequency};
pub use body::{Body, BodyError};
pub use catalogue::{CatalogueSettings, FormatTerm};
pub use closed_set::ClosedSet;
pub use code::{CodeError, DataTheme};
pub use compression::Compression;
pub use consultation::Consultation;
pub use contact::Contact;
pub use country::Country;
pub use date::{DateError, Day, Duration, DurationError, Moment, Zone};
pub use disruption::{Disruption, DisruptionStatus, Service};
pub use edtf::{Edtf, EdtfError, Season};
pub use email::{Email, EmailError};
pub use event::{Event, PlanStatus};
pub use fact::{Fact, Facts, Section};
pub use feed_kind::FeedKind;
pub use fingerprint::Fingerprint;
pub use format::{FORMATS, Format, FormatKind, FormatSpec};
pub use iri::{Base, Iri, IriError};
pub use job::Job;
pub use language::{LanguageError, LanguageTag, Localized};
pub use licence::{Licence, LicenceError};
pub use media::{Attachment, Image, Link, MediaType, MediaTypeError};
pub use notice::{Deadline, Notice};
pub use number::{Currency, Decimal, Money, NumberError, Percent};
pub use offer::Offer;
pub use output_settings::OutputSettings;
pub use party::{Location, NamedOrganization, NamedPlace, NamedProgramme, Party, Programme};
pub use personal_data::PersonalData;
pub use phone::{Phone, PhoneError};
pub use project::{Funding, Project};
pub use publication::{CatalogueNode, ContactKind, Node, PostalAddress, Publication, PublicationContact, StoreGraph};
pub use quote::{Person, Quote};
pub use register::{
    MunicipalityCode, Organization, OrganizationKind, OrganizationNumber, Place, PlaceKind, Register, RegisterProblem,
    RegisteredProgramme, Retired, Successor, Topic,
};
pub use slug::{AnnouncementId, Slug, SlugError};
pub use status::{Status, Withdrawal};
pub use text::{Line, Text, TextError, is_xml_character};
pub use update::Update;
pub use word::{Word, label_in, word_language};
