use crate::{Departed, Lifted, Plan, PublishError, fate::Fate, previous::Previous, record};
use anslag_core::AnnouncementId;
use anslag_source::{Corpus, IndexEntry, Report};
use jiff::civil::Date;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Changes to the announcements that were published before.
#[derive(Debug)]
pub(crate) struct Comparison {
    /// The first announcements that would vanish.
    pub(crate) departed: Vec<Departed>,
    /// The number of further ones.
    pub(crate) more: usize,
    /// `true` if the sources have announcements that are no drafts.
    has_announcements: bool,
    /// The first announcements whose text has changed, but not the time of the last change.
    unmarked: Vec<IndexEntry>,
    /// The day whose state is published.
    day: Date,
}

/// Number of announcements that are named.
const NAMED: usize = 20;

/// An announcement of the sources, under its id or an earlier one.
struct Present {
    id: u64,
    state: State,
    /// `true` if the publication before has this id.
    is_known: bool,
}

#[derive(Clone, Copy)]
enum State {
    Draft,
    /// It is published, with hashes of the time of its last change and of its text.
    Published {
        updated: u64,
        text: u64,
    },
    /// It is held back or gone, or the id is an earlier one.
    Other,
}

/// An announcement that would vanish.
struct Vanishing {
    id: String,
    /// Hash of its text.
    text: u64,
    is_draft: bool,
}

impl Comparison {
    /// Compares the sources with what was published before under the same addresses. In memory are a few numbers for each
    /// announcement.
    pub(crate) fn new(previous: &Previous, corpus: &Corpus, plan: &Plan) -> Result<Self, PublishError> {
        let mut comparison =
            Self { departed: Vec::new(), more: 0, has_announcements: false, unmarked: Vec::new(), day: plan.day };
        let base = corpus.publication.base.iri().as_str();
        if previous.manifest().is_none_or(|manifest| manifest.base != base) {
            return Ok(comparison);
        }
        let mut present = present(corpus, plan)?;
        comparison.has_announcements = present.iter().any(|own| !matches!(own.state, State::Draft));
        let (mut vanishing, mut unmarked) = (Vec::new(), Vec::new());
        for line in record::read(previous)? {
            let line = line?;
            let (id, text) = (hash(&line.id), hash(&line.text));
            let mut state = find(&mut present, id);
            if state.is_none()
                && let Ok(id) = AnnouncementId::new(&line.id)
            {
                // Of an announcement that was erased, only the hash of its id is left.
                state = find(&mut present, hash(id.erased().as_str()));
            }
            match state {
                Some(State::Other) => {}
                Some(State::Published { updated, text: now }) => {
                    let is_unmarked = updated == hash(&line.updated) && text != now;
                    unmarked.extend((is_unmarked && unmarked.len() < Report::KEPT).then_some(line.id));
                }
                Some(State::Draft) | None if vanishing.len() < NAMED => {
                    vanishing.push(Vanishing { id: line.id, text, is_draft: state.is_some() });
                }
                Some(State::Draft) | None => comparison.more += 1,
            }
        }
        comparison.find(corpus, &present, vanishing, &unmarked)?;
        Ok(comparison)
    }

    /// Warns of announcements whose text has changed, but not the time of the last change.
    pub(crate) fn warn(&self, corpus: &Corpus, report: &mut Report) -> Result<(), PublishError> {
        Ok(corpus.warn_of_unmarked(&self.unmarked, self.day, report)?)
    }

    /// Fails if announcements would vanish and that is not allowed, and if nothing would be left.
    pub(crate) fn refuse(&self, lifted: Lifted) -> Result<(), PublishError> {
        let Self { departed, more, day, .. } = self;
        if departed.is_empty() {
            return Ok(());
        }
        if !self.has_announcements {
            return Err(PublishError::Emptied { count: departed.len() + more });
        }
        if lifted.vanished_announcements {
            return Ok(());
        }
        Err(PublishError::VanishedAnnouncements { departed: departed.clone(), more: *more, day: *day })
    }

    /// Finds the entries of ids in the index.
    fn find(
        &mut self,
        corpus: &Corpus,
        present: &[Present],
        vanishing: Vec<Vanishing>,
        unmarked: &[String],
    ) -> Result<(), PublishError> {
        if vanishing.is_empty() && unmarked.is_empty() {
            return Ok(());
        }
        let is_new = |id: &AnnouncementId| {
            let found = present.binary_search_by_key(&hash(id.as_str()), |own| own.id);
            found.is_ok_and(|at| !present[at].is_known)
        };
        // New announcements with the text of one that would vanish.
        let mut heirs: Vec<Vec<String>> = vanishing.iter().map(|_| Vec::new()).collect();
        for entry in corpus.index() {
            let entry = entry?;
            let text = hash(&entry.text.to_string());
            for (own, heirs) in vanishing.iter().zip(&mut heirs).filter(|(own, _)| own.text == text) {
                heirs.extend((!own.is_draft && is_new(&entry.id)).then(|| corpus.place_of(&entry)));
            }
            if unmarked.iter().any(|id| id == entry.id.as_str()) {
                self.unmarked.push(entry);
            }
        }
        let departed = vanishing.into_iter().zip(heirs).map(|(Vanishing { id, is_draft, .. }, heirs)| match &*heirs {
            _ if is_draft => Departed::Draft { id },
            [path] => Departed::Renamed { id, path: path.clone() },
            _ => Departed::Gone { id },
        });
        self.departed = departed.collect();
        Ok(())
    }
}

/// Returns the state of the announcement with the hash of an id, and marks it as known.
fn find(present: &mut [Present], id: u64) -> Option<State> {
    let at = present.binary_search_by_key(&id, |own| own.id).ok()?;
    present[at].is_known = true;
    Some(present[at].state)
}

/// Returns the announcements of the sources, sorted by the hashes of their ids.
fn present(corpus: &Corpus, plan: &Plan) -> Result<Vec<Present>, PublishError> {
    let mut present = Vec::new();
    for entry in corpus.index() {
        let entry = entry?.as_of(plan.as_of);
        let state = match plan.fate(&entry) {
            Fate::Draft => State::Draft,
            Fate::Published => {
                State::Published { updated: hash(&entry.updated.to_string()), text: hash(&entry.text.to_string()) }
            }
            Fate::Withdrawn | Fate::Expired | Fate::HeldBack => State::Other,
        };
        let aliases = entry.aliases.iter().filter(|_| !entry.is_draft).map(|alias| (alias, State::Other));
        let all = [(&entry.id, state)].into_iter().chain(aliases);
        present.extend(all.map(|(id, state)| Present { id: hash(id.as_str()), state, is_known: false }));
    }
    present.sort_unstable_by_key(|own| own.id);
    Ok(present)
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
