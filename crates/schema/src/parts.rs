mod alert;
mod announcement;
mod attachment;
mod consultation;
mod contact;
mod disruption;
mod document;
mod event;
mod event_price;
mod funding;
mod image;
mod job;
mod law;
mod link;
mod notice;
mod notice_deadline;
mod notice_item;
mod offer;
mod organization;
mod person;
mod place;
mod programme;
mod project;
mod quote;
mod update;

use crate::{AnyPart, PartSpec};

pub use alert::ALERT;
pub use announcement::ANNOUNCEMENT;
pub use attachment::ATTACHMENT;
pub use consultation::{CONSULTATION, CONSULTATION_PERIOD};
pub use contact::CONTACT;
pub use disruption::DISRUPTION;
pub use document::DOCUMENT;
pub use event::EVENT;
pub use event_price::EVENT_PRICE;
pub use funding::FUNDING;
pub use image::IMAGE;
pub use job::JOB;
pub use law::LAW;
pub use link::LINK;
pub use notice::{NOTICE, POSTING_PERIOD};
pub use notice_deadline::NOTICE_DEADLINE;
pub use notice_item::NOTICE_ITEM;
pub use offer::OFFER;
pub use organization::ORGANIZATION;
pub use person::PERSON;
pub use place::PLACE;
pub use programme::PROGRAMME;
pub use project::PROJECT;
pub use quote::QUOTE;
pub use update::UPDATE;

/// Every kind of part: the announcement itself first, each after the one that holds it.
pub static PARTS: [&dyn AnyPart; 25] = [
    &ANNOUNCEMENT,
    &CONTACT,
    &QUOTE,
    &PERSON,
    &PROJECT,
    &PROGRAMME,
    &FUNDING,
    &NOTICE,
    &NOTICE_ITEM,
    &NOTICE_DEADLINE,
    &LAW,
    &DISRUPTION,
    &CONSULTATION,
    &DOCUMENT,
    &ALERT,
    &JOB,
    &OFFER,
    &EVENT,
    &EVENT_PRICE,
    &IMAGE,
    &ATTACHMENT,
    &LINK,
    &UPDATE,
    &ORGANIZATION,
    &PLACE,
];

impl PartSpec {
    /// Returns the part with its fields.
    #[must_use]
    pub fn part(&self) -> &'static dyn AnyPart {
        PARTS.into_iter().find(|part| part.spec() == self).expect("`PARTS` holds every part")
    }
}
