//! The publication: what its announcements share, what it is written as, and the IRIs of all of it.

mod catalogue;
mod compression;
mod feed_kind;
mod format;
mod output_settings;
#[expect(clippy::module_inception, reason = "the folder has the name of its main noun")]
mod publication;
mod register;

pub use catalogue::{CatalogueSettings, FormatTerm};
pub use compression::Compression;
pub use feed_kind::FeedKind;
pub use format::{FORMATS, Format, FormatKind, FormatSpec};
pub use output_settings::OutputSettings;
pub use publication::{CatalogueNode, ContactKind, Node, PostalAddress, Publication, PublicationContact, StoreGraph};
pub use register::{
    MunicipalityCode, Organization, OrganizationKind, OrganizationNumber, Place, PlaceKind, Register, RegisterProblem,
    RegisteredProgramme, Retired, Successor, Topic,
};
