//! Small values, valid by construction: names, texts, dates, numbers, addresses and codes.

mod authority;
mod body;
mod code;
mod country;
mod date;
mod edtf;
mod email;
pub(crate) mod holiday;
mod iri;
mod language;
mod licence;
mod number;
mod phone;
mod slug;
pub(crate) mod string;
mod text;

pub use authority::{AccessRight, AuthorityCode, AuthorityTable, Availability, Frequency};
pub use body::{Body, BodyError};
pub use code::{CodeError, DataTheme};
pub use country::Country;
pub use date::{DateError, Day, Duration, DurationError, Moment, Zone};
pub use edtf::{Edtf, EdtfError, Season};
pub use email::{Email, EmailError};
pub use iri::{Base, Iri, IriError};
pub use language::{LanguageError, LanguageTag, Localized};
pub use licence::{Licence, LicenceError};
pub use number::{Currency, Decimal, Money, NumberError, Percent};
pub use phone::{Phone, PhoneError};
pub use slug::{AnnouncementId, Slug, SlugError};
pub use text::{Line, Text, TextError, is_xml_character};
