use crate::{head::head, problem::Problems, sources::Sources, state::State, words::Words};
use anslag_publish::Unpublished;
use askama::Template;

/// Path of the page with all problems.
pub(crate) const PROBLEMS: &str = "/.preview/";

/// Remarks for the editor of a page, above its content.
#[derive(Template)]
#[template(path = "banner.html")]
struct Banner<'a> {
    words: Words,
    language: &'a str,
    /// State of an announcement that is not published yet.
    mark: Option<(&'static str, String)>,
    is_current: bool,
    failure: Option<&'a str>,
    problems: Option<Problems>,
    /// `true` if the problems are shown at once. On the first page, many warnings would hide the content.
    is_open: bool,
    /// Link to all problems, if others than those on the page exist.
    all: Option<&'static str>,
}

/// Adds to a page of the publication what an editor is told: a banner, marks of what is not published yet, and the script
/// that reloads the page.
pub(crate) fn decorate(page: &str, path: &str, state: &State, sources: &Sources) -> String {
    let language = between(page, "<html lang=\"", "\"").unwrap_or("en");
    let words = Words::new(language);
    let mut decorated = mark_links(page, sources, &words);
    insert_before(&mut decorated, "</head>", &head(state));
    insert_before(&mut decorated, "<main", &banner(path, language, words, state, sources));
    decorated
}

/// Renders the banner of a page; empty if nothing has to be told.
fn banner(path: &str, language: &str, words: Words, state: &State, sources: &Sources) -> String {
    let id = sources.id_in(path);
    let mark = id.and_then(|id| sources.unpublished(id)).map(|reason| match reason {
        Unpublished::Draft => (words.draft, words.is_draft.replace('`', "")),
        Unpublished::Until(moment) => {
            (words.held_back, words.is_held_back.replace("{}", &sources.moment(moment, language)))
        }
    });
    let (problems, links) = if sources.is_start(path) {
        (state.report.diagnostics(), Some(sources))
    } else {
        (id.map(|id| state.problems_of(id, sources)).unwrap_or_default(), None)
    };
    let is_told = mark.is_some() || !state.is_current || !problems.is_empty();
    if !is_told {
        return String::new();
    }
    let banner = Banner {
        words,
        language,
        mark,
        is_current: state.is_current,
        failure: state.failure(language),
        is_open: links.is_none() || state.report.errors() > 0,
        problems: (!problems.is_empty()).then(|| Problems::new(&problems, language, links)),
        all: (!state.is_current).then_some(PROBLEMS),
    };
    banner.render().expect("writing into memory does not fail")
}

/// Marks the links to announcements that are not published yet.
fn mark_links(page: &str, sources: &Sources, words: &Words) -> String {
    const LINK: &str = "<a href=\"";
    let mut marked = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find(LINK) {
        let end = rest[at..].find("</a>").map_or(rest.len(), |end| at + end + "</a>".len());
        let href = between(&rest[at..end], LINK, "\"").unwrap_or_default();
        marked.push_str(&rest[..end]);
        let id = href.strip_prefix('#').or_else(|| sources.id_in(href));
        let word = id.and_then(|id| sources.unpublished(id)).map(|reason| match reason {
            Unpublished::Draft => words.draft,
            Unpublished::Until(_) => words.held_back,
        });
        if let Some(word) = word {
            marked.push_str(" <strong class=\"preview-mark\">");
            marked.push_str(word);
            marked.push_str("</strong>");
        }
        rest = &rest[end..];
    }
    marked + rest
}

/// Returns the text between two others.
fn between<'t>(text: &'t str, before: &str, after: &str) -> Option<&'t str> {
    let (_, rest) = text.split_once(before)?;
    rest.split_once(after).map(|(text, _)| text)
}

/// Inserts a text before another, which our pages have once.
fn insert_before(page: &mut String, before: &str, text: &str) {
    if let Some(at) = page.find(before) {
        page.insert_str(at, text);
    }
}
