use crate::{Doubt, Draft, Profile, draft::Category};
use anslag_core::{AnnouncementType, ClosedSet, Publication};

/// Completes a draft by the profile and the register, and returns what it lacks.
pub(crate) fn complete(draft: &mut Draft, profile: &Profile, publication: &Publication) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let mut find = |doubt| doubts.push(doubt);
    classify(draft, profile, publication, &mut find);
    if let Some(author) = draft.author.take() {
        match publication.register.find_organization(&author) {
            Some(unit) if unit.key == publication.publisher.key => {}
            Some(unit) => draft.state_missing("unit", unit.key.as_str()),
            None => find(Doubt::UnknownAuthor { name: author }),
        }
    }
    for (key, value) in &profile.defaults {
        if draft.get(key).is_none() {
            draft.state_json(key, value);
        }
    }
    if draft.get("language").and_then(|own| own.as_str()) == Some(publication.language.as_str()) {
        draft.remove("language");
    }
    let base = publication.base.iri().as_str();
    if draft.get("source").and_then(|link| link.as_str()).is_some_and(|link| link.starts_with(base)) {
        draft.remove("source");
    }
    if draft.get("title").and_then(|title| title.as_str()).is_none_or(str::is_empty) {
        find(Doubt::NoTitle);
    }
    if draft.day().is_none() {
        find(Doubt::NoDate);
    }
    if draft.get("type").is_none() {
        draft.state("type", "nyhet");
        find(Doubt::NoType);
    }
    doubts
}

/// States the topics and the type that categories name.
fn classify(draft: &mut Draft, profile: &Profile, publication: &Publication, find: &mut impl FnMut(Doubt)) {
    let mut topics: Vec<String> = Vec::new();
    for Category { term, label, .. } in std::mem::take(&mut draft.categories) {
        let mapped = profile.categories.get(&label).or_else(|| profile.categories.get(&term));
        let words = [mapped.unwrap_or(&label).clone(), mapped.unwrap_or(&term).clone()];
        let topic = words.iter().find_map(|word| publication.register.find_topic(word));
        let kind = words.iter().find_map(|word| type_called(word));
        match (topic, kind) {
            (Some(topic), _) if !topics.iter().any(|known| known == topic.key.as_str()) => {
                topics.push(topic.key.to_string());
            }
            (Some(_), _) => {}
            (None, Some(kind)) => draft.state_missing("type", kind.labels()[0].1),
            (None, None) => find(Doubt::UnknownTopic { word: label }),
        }
    }
    if !topics.is_empty() {
        draft.state_missing("topics", topics.into_iter().collect::<toml_edit::Array>());
    }
}

/// Returns the type that a word names.
fn type_called(word: &str) -> Option<AnnouncementType> {
    let word = word.to_lowercase();
    let is_called = |kind: &AnnouncementType| {
        let labels = ClosedSet::labels(*kind).iter().map(|(_, label)| *label);
        kind.key() == word || labels.chain(kind.words().iter().copied()).any(|label| label == word)
    };
    AnnouncementType::ALL.iter().copied().find(is_called)
}
