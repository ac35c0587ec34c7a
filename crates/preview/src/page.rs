use crate::{
    head::head,
    problem::Problems,
    state::{State, message_language},
    words::Words,
};
use askama::Template;

/// Page with all problems.
#[derive(Template)]
#[template(path = "page.html")]
struct ProblemPage<'a> {
    words: Words,
    language: &'a str,
    head: String,
    text: Option<&'static str>,
    failure: Option<&'a str>,
    /// Link to the first page of the last publication without errors.
    start: Option<(&'static str, &'a str)>,
    problems: Problems,
    /// Number of problems that are not shown, in words.
    more: Option<String>,
}

/// Reason for which a page with all problems is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shown {
    /// Somebody asked for it.
    Asked,
    /// There is no page with the address.
    NotFound,
}

/// Renders the page with all problems.
pub(crate) fn problem_page(state: &State, shown: Shown) -> String {
    let language = state.language();
    let words = Words::new(language);
    let sources = state.site.as_ref().map(|site| &*site.sources);
    let not_shown = state.report.in_words(message_language(language)).into_iter().filter(|own| own.not_shown.is_some());
    let more: Vec<String> = not_shown.map(|own| own.message).collect();
    let text = match (sources, state.is_current, shown) {
        (None, ..) => Some(words.no_site),
        (Some(_), false, _) => Some(words.not_current),
        (Some(_), true, Shown::NotFound) => Some(words.not_found),
        (Some(_), true, Shown::Asked) => None,
    };
    let page = ProblemPage {
        text,
        failure: state.failure(language),
        start: sources.map(|own| (if state.is_current { words.start } else { words.last_version }, own.root.as_str())),
        problems: Problems::new(&state.report.diagnostics(), language, sources),
        more: (!more.is_empty()).then(|| more.join(", ")),
        head: head(state),
        language,
        words,
    };
    page.render().expect("writing into memory does not fail")
}
