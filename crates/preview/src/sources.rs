use anslag_core::{AnnouncementId, AsOf, Moment, Zone};
use anslag_publish::{Unpublished, unpublished};
use anslag_schema::{date, word_language};
use anslag_source::{Corpus, Diagnostic, ReadError};
use std::{collections::HashMap, path::Path};

/// Facts about the sources of a publication that was made, which its pages are marked by.
#[derive(Debug)]
pub(crate) struct Sources {
    /// Path of the first page on its host.
    pub(crate) root: String,
    /// Main language of the interface.
    pub(crate) language: &'static str,
    zone: Zone,
    /// Ids by the places of their announcements: the path of a file, with the line if it has several.
    ids: HashMap<String, AnnouncementId>,
    /// Announcements that are not published yet.
    unpublished: HashMap<String, Unpublished>,
}

impl Sources {
    /// Collects the facts of sources that were read.
    pub(crate) fn new(corpus: &Corpus, as_of: AsOf) -> Result<Self, ReadError> {
        let publication = &corpus.publication;
        let base = &publication.base;
        let (mut ids, mut marks) = (HashMap::new(), HashMap::new());
        for entry in corpus.index() {
            let entry = entry?;
            if let Some(reason) = unpublished(&entry, publication, as_of) {
                marks.insert(entry.id.to_string(), reason);
            }
            ids.insert(corpus.place_of(&entry), entry.id);
        }
        Ok(Self {
            root: base.path_of(base.iri()).unwrap_or("/").to_owned(),
            language: word_language([&publication.language]),
            zone: publication.zone.clone(),
            ids,
            unpublished: marks,
        })
    }

    /// Returns the reason for which an announcement is not published yet; `None` if it is published, or there is none.
    pub(crate) fn unpublished(&self, id: &str) -> Option<Unpublished> {
        self.unpublished.get(id).copied()
    }

    /// Returns the id in the path of an announcement's page.
    pub(crate) fn id_in<'p>(&self, path: &'p str) -> Option<&'p str> {
        let id = path.strip_prefix(&self.root)?.strip_prefix("announcement/")?;
        Some(id.trim_end_matches("index.html").trim_end_matches('/')).filter(|id| !id.is_empty() && !id.contains('/'))
    }

    /// Returns whether a path is that of the first page in a language.
    pub(crate) fn is_start(&self, path: &str) -> bool {
        let rest = path.strip_prefix(&self.root).map(|rest| rest.trim_end_matches("index.html"));
        rest.is_some_and(|rest| rest.is_empty() || rest.len() == 3 && rest.ends_with('/'))
    }

    /// Returns whether a problem is one of an announcement. That of a new file has its name.
    pub(crate) fn concerns(&self, problem: &Diagnostic, id: &str) -> bool {
        match self.id_of(problem) {
            Some(own) => own.as_str() == id,
            None => Path::new(&*problem.path).file_stem().is_some_and(|stem| stem == id),
        }
    }

    /// Returns the path of the page of the announcement that a problem is one of.
    pub(crate) fn page_of(&self, problem: &Diagnostic) -> Option<String> {
        let id = self.id_of(problem)?;
        Some(format!("{}announcement/{id}/", self.root))
    }

    fn id_of(&self, problem: &Diagnostic) -> Option<&AnnouncementId> {
        let line = || Some(format!("{}:{}", problem.path, problem.position.as_ref()?.line));
        self.ids.get(&*problem.path).or_else(|| self.ids.get(&line()?))
    }

    /// Words a moment.
    pub(crate) fn moment(&self, moment: Moment, language: &str) -> String {
        date::moment(moment, &self.zone, language)
    }
}
