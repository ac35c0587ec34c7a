//! Markdown to sanitised HTML.
//!
//! A [`Sanitizer`] renders the body of an announcement as HTML that any page or feed can hold: without scripts, styles,
//! frames and event handlers, without `javascript:` and `data:` addresses, and with absolute addresses only. No word of
//! the body's plain text is lost. [`paragraphs`] renders plain text.
//!
//! ```
//! use anslag_core::Body;
//! use anslag_html::{BaseUrl, Sanitizer};
//!
//! let body = Body::new("Read [more](page.html). <img src=x onerror=alert(1)>")?;
//! let base = BaseUrl::parse("https://example.org/news/").expect("an absolute URL");
//! let html = Sanitizer::new().render(&body, Some(&base));
//! assert_eq!(
//!     html,
//!     "<p>Read <a href=\"https://example.org/news/page.html\" rel=\"noopener noreferrer\">more</a>. \
//!      <img src=\"https://example.org/news/x\"></p>\n"
//! );
//! # Ok::<(), anslag_core::BodyError>(())
//! ```

mod cost;
mod headings;
mod paragraphs;
mod sanitizer;
mod words;

pub use cost::is_quickly_escaped;
pub use headings::{Outline, nest_headings};
pub use paragraphs::paragraphs;
pub use sanitizer::{BaseUrl, Sanitizer};
