//! The announcement and its parts.

mod alert;
mod announcement;
mod consultation;
mod contact;
mod disruption;
mod event;
mod job;
mod media;
mod mention;
mod notice;
mod numbering;
mod offer;
mod party;
mod person;
mod personal_data;
mod project;
mod quote;
mod status;
mod update;

pub use alert::{Alert, AlertCertainty, AlertSeverity, AlertUrgency};
pub use announcement::{Announcement, AnnouncementType, Fields, Problem};
pub use consultation::Consultation;
pub use contact::Contact;
pub use disruption::{Disruption, DisruptionStatus, Service};
pub use event::{Event, PlanStatus};
pub use job::Job;
pub use media::{Attachment, Image, Link, MediaType, MediaTypeError};
pub use notice::{Deadline, Notice};
pub use offer::Offer;
pub use party::{Location, NamedOrganization, NamedPlace, NamedProgramme, Party, Programme};
pub use person::Person;
pub use personal_data::PersonalData;
pub use project::{Funding, Project};
pub use quote::Quote;
pub use status::{Status, Withdrawal};
pub use update::Update;
