//! The content of an entry as HTML.

use anslag_core::{Announcement, Image, LanguageTag, Publication};
use anslag_html::{BaseUrl, Sanitizer, paragraphs};
use anslag_schema::{Fact, Facts};
use quick_xml::escape::{escape, partial_escape};

/// Renders the contents of announcements. Setting up its sanitiser costs more than a content: keep it for many.
pub(crate) struct ContentRenderer {
    sanitizer: Sanitizer,
}

impl ContentRenderer {
    pub(crate) fn new() -> Self {
        Self { sanitizer: Sanitizer::new() }
    }

    /// Renders lead, body, pictures and facts as sanitised HTML with absolute addresses.
    ///
    /// The lead is left out if the body begins with it. The result is never empty: an announcement without any of them has
    /// its title. Relative addresses of the body are resolved against the page of first publication, else against
    /// `{announcement}/`.
    pub(crate) fn render(&mut self, publication: &Publication, announcement: &Announcement) -> String {
        let source = announcement.source.as_ref().and_then(|source| BaseUrl::parse(source.as_str()));
        let own = || BaseUrl::parse(&format!("{}/", publication.announcement(&announcement.id)));
        let base = source.or_else(own);
        let mut html = announcement.lead_before_body().map_or_else(String::new, |lead| paragraphs(lead.as_str()));
        html.push_str(&self.sanitizer.render(&announcement.body, base.as_ref()));
        announcement.images.iter().for_each(|image| push_figure(&mut html, image));
        push_facts(&mut html, &Facts::of(publication, announcement), &announcement.language);
        if html.trim().is_empty() { paragraphs(announcement.title.as_str()) } else { html }
    }
}

/// Appends a picture with its alternative text, caption and credit.
fn push_figure(html: &mut String, image: &Image) {
    let below = image.caption.iter().map(AsRef::as_ref).chain(image.credit.iter().map(AsRef::as_ref));
    let below: Vec<&str> = below.collect();
    html.push_str("<figure><img src=\"");
    html.push_str(&escape(&*image.url.uri()));
    html.push_str("\" alt=\"");
    html.push_str(&escape(image.alt.as_str()));
    html.push('"');
    if let (Some(width), Some(height)) = (image.facts.width, image.facts.height) {
        html.extend([" width=\"", &width.to_string(), "\" height=\"", &height.to_string(), "\""]);
    }
    html.push('>');
    if !below.is_empty() {
        html.push_str("<figcaption>");
        html.push_str(&partial_escape(below.join(" ")));
        html.push_str("</figcaption>");
    }
    html.push_str("</figure>\n");
}

/// Appends the facts of the parts, a description list for each part. Facts that follow each other share a label.
///
/// Words in another language than the announcement's carry a `lang` attribute.
fn push_facts(html: &mut String, facts: &Facts, language: &LanguageTag) {
    let lang =
        if facts.language == language.primary() { String::new() } else { format!(" lang=\"{}\"", facts.language) };
    for section in &facts.sections {
        html.extend(["<h2", &lang, ">", &partial_escape(&section.heading), "</h2>\n<dl>\n"]);
        let mut last_label = "";
        for Fact { label, value, is_worded, link } in &section.facts {
            let lang_of_value = if *is_worded { lang.as_str() } else { "" };
            if label != last_label {
                html.extend(["<dt", &lang, ">", &partial_escape(label), "</dt>\n"]);
                last_label = label;
            }
            html.extend(["<dd", lang_of_value, ">"]);
            let value = partial_escape(value).replace('\n', "<br>\n");
            match link {
                Some(link) => html.extend(["<a href=\"", &escape(&*link.uri()), "\">", &value, "</a>"]),
                None => html.push_str(&value),
            }
            html.push_str("</dd>\n");
        }
        html.push_str("</dl>\n");
    }
}
