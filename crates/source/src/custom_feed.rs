use crate::{
    entry::Sample, fields::Fields, finding::Findings, help::Help, keys, message::Message, noun::Noun, reference,
    register, tree::Node, value, word,
};
use anslag_core::{CustomFeed, LanguageTag, Register, RegisterProblem, Slug, Successor};
use anslag_schema::FEED_CONDITIONS;
use std::sync::Arc;

/// Reads the feeds of `[[output.feeds]]`; `main` is the language of titles without one.
pub(crate) fn read_all(
    nodes: &[&Node<'_>],
    main: &LanguageTag,
    register: &Register,
    findings: &Findings,
) -> Vec<Arc<CustomFeed>> {
    let mut feeds: Vec<Arc<CustomFeed>> = Vec::new();
    let mut successors = Vec::new();
    for node in nodes {
        let Some(fields) = Fields::of(node, &keys::CUSTOM_FEED, findings) else { continue };
        let Some(feed) = read(&fields, main, register, findings) else { continue };
        if feeds.iter().any(|before| before.key == feed.key) {
            let message = Message::FeedKeyTwice { key: feed.key.clone() };
            findings.add(fields.span("key"), message, None, Some(Help::OtherFeedKey));
        }
        if let Some(Successor::Entry(see)) = feed.retired.as_ref().map(|retired| &retired.see) {
            successors.push((fields.span("retired"), feed.key.clone(), see.clone()));
        }
        feeds.push(Arc::new(feed));
    }
    for (span, key, see) in successors {
        if see == key || feeds.iter().all(|feed| feed.key != see) {
            let problem = RegisterProblem::NoSuccessor { kind: "output.feeds", key, see };
            findings.add(span, problem, None, Some(Help::KeyOrAddress));
        }
    }
    feeds
}

fn read(fields: &Fields<'_, '_>, main: &LanguageTag, register: &Register, findings: &Findings) -> Option<CustomFeed> {
    let key = fields.required("key", Help::FeedKey, |node| key(node, findings));
    let title_help = Help::add("title", Sample::Table(&[("sv", Sample::Text("…")), ("en", Sample::Text("…"))]));
    let title = fields.required("title", title_help, |node| value::localized(node, main, findings));
    if FEED_CONDITIONS.into_iter().all(|key| fields.get(key).is_none()) {
        findings.add(fields.place(), Message::NoCondition, None, Some(Help::AddCondition));
    }
    for key in FEED_CONDITIONS {
        if fields.get(key).and_then(Node::items).is_some_and(<[_]>::is_empty) {
            findings.add(fields.span(key), Message::EmptyCondition { key }, None, Some(Help::LeaveKeyOut { key }));
        }
    }
    let types = fields.one_or_list("type", |node| word::closed(node, Noun::AnnouncementType, findings));
    let topics = fields.one_or_list("topic", |node| reference::topic(node, register, findings));
    let places = fields.one_or_list("place", |node| reference::place(node, register, findings));
    let organizations = fields.one_or_list("organization", |node| reference::organization(node, register, findings));
    let boards = fields.one_or_list("board", |node| reference::board(node, register, findings));
    Some(CustomFeed {
        retired: fields.optional("retired", |node| register::retired(node, findings)),
        types,
        topics: topics.iter().map(|topic| topic.key.clone()).collect(),
        places: places.iter().map(|place| place.key.clone()).collect(),
        organizations: organizations.iter().map(|organization| organization.key.clone()).collect(),
        boards: boards.iter().map(|board| board.key.clone()).collect(),
        key: key?,
        title: title?,
    })
}

/// Reads the key of a feed, which becomes the name of files.
fn key(node: &Node<'_>, findings: &Findings) -> Option<Slug> {
    let word = value::string(node, Noun::FeedKey, findings)?;
    match Slug::new(word) {
        Ok(key) if key.is_device_name() => {
            findings.add(node.span.clone(), Message::FeedOfDevice { key }, None, Some(Help::OtherFeedKey));
            None
        }
        Ok(key) => Some(key),
        Err(reason) => {
            findings.add(node.span.clone(), Message::NoFeedKey { reason }, None, Some(Help::WriteFeedKey));
            None
        }
    }
}
