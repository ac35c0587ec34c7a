//! HTML to the Markdown of bodies.
//!
//! The Markdown has no HTML in it: what it shows is text, or one of the elements that Markdown has. So nothing that runs or
//! loads comes through, and text that looks like markup stays text.

mod block;
pub(crate) mod escape;
mod inline;
mod table;

use crate::html::parse_fragment;
use anslag_core::limit::Limit;
use anslag_html::BaseUrl;
use scraper::ElementRef;

/// Returns HTML as Markdown for the body of an announcement.
///
/// Headings begin at the second level. Addresses become absolute by `base`; without one, relative links stay, and
/// relative pictures are left out, as are scripts, forms and frames. Refuses HTML that is nested too deep or too long.
///
/// ```
/// let html = "<h1>Vatten</h1><p>Läs <a href='/mer'>mer</a>.<script>alert(1)</script></p>";
/// let base = anslag_html::BaseUrl::parse("https://a.example/nyheter/");
/// let markdown = anslag_import::markdown(html, base.as_ref());
/// assert_eq!(markdown.as_deref(), Ok("## Vatten\n\nLäs [mer](https://a.example/mer)."));
/// ```
pub fn markdown(html: &str, base: Option<&BaseUrl>) -> Result<String, &'static Limit> {
    of_element(parse_fragment(html)?.root_element(), base)
}

/// Returns what stands in an element as Markdown.
pub(crate) fn of_element(element: ElementRef<'_>, base: Option<&BaseUrl>) -> Result<String, &'static Limit> {
    block::write(element, base)
}
