use crate::{Doubt, Draft, Profile, draft::Category};
use anslag_core::{AnnouncementType, ClosedSet, Moment, Publication, Zone};
use toml_edit::Datetime;

/// End of the scheme of types, in feeds that an export has written.
const TYPES: &str = "/type";

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
    for key in ["date", "modified"] {
        let stated = draft.get(key).and_then(toml_edit::Item::as_datetime).map(ToString::to_string);
        let moment =
            stated.filter(|text| text.contains('T')).and_then(|text| Moment::parse(&text, &publication.zone).ok());
        if let Some(date) = moment.and_then(|moment| local(moment, &publication.zone)) {
            draft.state(key, date);
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

/// Returns a time on the clocks of a zone. Midnight is the beginning of a day without a time, as exports write it.
fn local(moment: Moment, zone: &Zone) -> Option<Datetime> {
    let instant = moment.instant(zone);
    let text = Moment::at(instant, zone).rfc3339(zone);
    let text =
        text.split_once("T00:00:00").filter(|(_, rest)| !rest.starts_with('.')).map_or(text.as_str(), |(day, _)| day);
    text.parse().ok()
}

/// States the topics and the type that categories name.
fn classify(draft: &mut Draft, profile: &Profile, publication: &Publication, find: &mut impl FnMut(Doubt)) {
    let meant = |category: Category| {
        let Category { term, label, scheme } = category;
        let mapped = profile.categories.get(&label).or_else(|| profile.categories.get(&term));
        let words = [mapped.unwrap_or(&label), mapped.unwrap_or(&term)];
        let topic = words.iter().find_map(|word| publication.register.find_topic(word));
        let kind = words.iter().find_map(|word| type_called(word));
        match scheme {
            Some(scheme) if scheme.trim_end_matches('/').ends_with(TYPES) => (label, None, kind),
            Some(_) if topic.is_some() => (label, topic, None),
            _ => (label, topic, kind),
        }
    };
    let categories: Vec<_> = std::mem::take(&mut draft.categories).into_iter().map(meant).collect();
    let is_type = |topic: Option<&_>, kind: Option<_>| topic.is_none() && kind.is_some();
    let mut has_type = draft.get("type").is_some() || categories.iter().any(|(_, topic, kind)| is_type(*topic, *kind));
    let mut topics: Vec<&str> = Vec::new();
    for (label, topic, kind) in categories {
        match (topic, kind) {
            // A word that is both names the type, unless another category does.
            (_, Some(kind)) if topic.is_none() || !has_type => {
                draft.state_missing("type", kind.labels()[0].1);
                has_type = true;
            }
            (Some(topic), _) if topics.contains(&topic.key.as_str()) => {}
            (Some(topic), _) => topics.push(topic.key.as_str()),
            (None, _) => find(Doubt::UnknownTopic { word: label }),
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
