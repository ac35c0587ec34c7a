use crate::sources::Sources;
use anslag_core::LanguageTag;
use anslag_source::{Diagnostic, Report};
use anslag_wording::Language;
use axum::Router;
use std::sync::Arc;
use tokio::sync::watch;

/// Content of the preview: the last publication without errors, and the problems of the sources as they are now.
#[derive(Debug)]
pub(crate) struct State {
    /// Name of the state; no other state of any preview has it.
    pub(crate) version: String,
    /// The last publication without errors; `None` before the first.
    pub(crate) site: Option<Site>,
    /// `true` if the publication is that of the sources as they are now.
    pub(crate) is_current: bool,
    /// Problems of the sources.
    pub(crate) report: Report,
    /// Failure of the last publication that no source is to blame for, in English and Swedish.
    pub(crate) failure: Option<[String; 2]>,
    /// Language of the pages of a preview without a publication.
    pub(crate) language: Language,
}

/// A publication and its sources.
#[derive(Clone, Debug)]
pub(crate) struct Site {
    /// Answers requests for its files.
    pub(crate) app: Router,
    pub(crate) sources: Arc<Sources>,
}

/// State of a preview at any time; `None` until the sources are read.
#[derive(Clone, Debug)]
pub struct Current(pub(crate) watch::Receiver<Option<Arc<State>>>);

impl Current {
    /// Returns the state, once there is one; `None` if the preview has ended.
    pub(crate) async fn get(&mut self) -> Option<Arc<State>> {
        self.0.wait_for(Option::is_some).await.ok()?.clone()
    }
}

impl State {
    /// Returns the main language of the interface.
    pub(crate) fn language(&self) -> &str {
        self.site.as_ref().map_or(self.language.tag(), |site| site.sources.language)
    }

    /// Returns the failure of the last publication on a page in a language.
    pub(crate) fn failure(&self, language: &str) -> Option<&str> {
        let [english, swedish] = self.failure.as_ref()?;
        Some(match message_language(language) {
            Language::English => english,
            Language::Swedish => swedish,
        })
    }

    /// Returns the problems of an announcement.
    pub(crate) fn problems_of<'s>(&'s self, id: &str, sources: &Sources) -> Vec<&'s Diagnostic> {
        let mut problems = self.report.diagnostics();
        problems.retain(|problem| sources.concerns(problem, id));
        problems
    }
}

/// Returns the language of messages on a page in a language.
pub(crate) fn message_language(page: &str) -> Language {
    let primary = LanguageTag::new(page).map(|tag| tag.primary().to_owned()).unwrap_or_default();
    if primary == Language::Swedish.tag() { Language::Swedish } else { Language::English }
}
