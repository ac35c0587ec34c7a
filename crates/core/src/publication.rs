//! The publication: what its announcements share, what it is written as, and the IRIs of all of it.

mod accessibility;
mod board;
mod catalogue;
mod check_settings;
mod compression;
mod contact;
mod custom_feed;
mod document_format;
pub(crate) mod entry;
mod feed_kind;
mod format;
mod former_language;
mod identity;
mod organization;
mod output_settings;
mod place;
#[expect(clippy::module_inception, reason = "the folder has the name of its main noun")]
mod publication;
mod register;
mod registered_programme;
mod retired;
mod theme;
mod topic;

pub use accessibility::{Accessibility, AssessmentMethod, Compliance, Shortcoming, ShortcomingGround};
pub use board::Board;
pub use catalogue::{CatalogueSettings, FormatTerm};
pub use check_settings::CheckSettings;
pub use compression::Compression;
pub use contact::{ContactKind, PostalAddress, PublicationContact};
pub use custom_feed::CustomFeed;
pub use document_format::DocumentFormat;
pub use feed_kind::FeedKind;
pub use format::{FORMATS, Format, FormatKind, FormatSpec};
pub use former_language::FormerLanguage;
pub use identity::{CatalogueNode, Node, StoreGraph};
pub use organization::{Organization, OrganizationKind};
pub use output_settings::OutputSettings;
pub use place::{Place, PlaceKind};
pub use publication::Publication;
pub use register::{Register, RegisterProblem};
pub use registered_programme::RegisteredProgramme;
pub use retired::{Retired, Successor};
pub use theme::{Logo, Theme};
pub use topic::Topic;
