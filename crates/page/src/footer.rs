use anslag_core::{LanguageTag, Publication};
use anslag_html::{BaseUrl, Sanitizer, nest_headings};

/// Footers of a theme as sanitised HTML.
#[derive(Debug, Default)]
pub(crate) struct Footers(Vec<Footer>);

/// Footer with its language; `None` for the one of all languages without their own.
#[derive(Debug)]
struct Footer {
    language: Option<LanguageTag>,
    html: String,
}

impl Footers {
    /// Renders the footers of a publication's theme.
    pub(crate) fn new(publication: &Publication) -> Self {
        let footers = &publication.theme.footers;
        if footers.is_empty() {
            return Self::default();
        }
        let (mut sanitizer, base) = (Sanitizer::new(), BaseUrl::parse(publication.base.iri().as_str()));
        let mut render = |(language, body): &(Option<LanguageTag>, _)| Footer {
            language: language.clone(),
            html: nest_headings(&sanitizer.render(body, base.as_ref()), 2),
        };
        Self(footers.iter().map(&mut render).collect())
    }

    /// Returns the footer in a language, or else the one of all languages; empty if there is none.
    pub(crate) fn html(&self, language: &str) -> &str {
        let find = |wanted: Option<&str>| {
            self.0.iter().find(|footer| footer.language.as_ref().map(LanguageTag::primary) == wanted)
        };
        find(Some(language)).or_else(|| find(None)).map_or("", |footer| &footer.html)
    }
}
