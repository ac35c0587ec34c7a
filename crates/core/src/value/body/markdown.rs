use crate::value::body::{
    address, emphasis, footnote,
    parser::{Events, parse},
    unseen,
    warning::{BodyWarning, BodyWarnings},
};
use pulldown_cmark::{Event, LinkType, Tag, TagEnd, utils::TextMergeWithOffset};
use std::{collections::HashSet, ops::Range};

/// Returns what a page shows of Markdown without comments, and warns of what it does not show as it is written.
///
/// Footnotes stand at the end, boxes of task lists are characters, bare addresses are links, and unsafe links and
/// pictures are their text.
pub(super) fn events<'a>(markdown: &'a str, warnings: &mut BodyWarnings) -> Events<'a> {
    let parsed = parse(markdown);
    let labels = parsed.reference_definitions().iter().map(|(label, it)| (it.span.start, normalized(label))).collect();
    let mut events: Events<'a> = parsed.collect();
    if may_refer(markdown) {
        events = unseen::remove_references(events, warnings);
    }
    if may_define(markdown) {
        warn_of_definitions(markdown, labels, &events, warnings);
    }
    warn_of_numbers(markdown, &events, warnings);
    warnings.extend(extra_cells(markdown, &events).into_iter().map(|place| (place, BodyWarning::ExtraCells)));
    warn_of_html(markdown, &events, warnings);
    let events = footnote::collect(events, warnings);
    let events = emphasis::close(markdown, events, warnings).into_iter().map(|(event, range)| match event {
        Event::TaskListMarker(true) => (Event::Text("☑ ".into()), range),
        Event::TaskListMarker(false) => (Event::Text("☐ ".into()), range),
        event => (event, range),
    });
    address::link(markdown, TextMergeWithOffset::new(events), warnings)
}

/// Warns of definitions of links that no link uses, since no page shows them. A second definition of a label is one.
fn warn_of_definitions(markdown: &str, labels: Vec<(usize, String)>, events: &Events<'_>, warnings: &mut BodyWarnings) {
    let used = references(events);
    let used_at: HashSet<usize> =
        labels.into_iter().filter(|(_, label)| used.contains(label)).map(|(at, _)| at).collect();
    for range in definitions(markdown, events) {
        if !used_at.contains(&range.start) {
            let line = markdown[range.clone()].lines().next().unwrap_or_default().trim_end().to_owned();
            warnings.push((range.start..range.start + line.len(), BodyWarning::UnusedDefinition { line }));
        }
    }
}

/// Returns whether there may be a reference to a character, such as `&shy;` or `&#8;`. Without one, Markdown means only the
/// characters that it holds.
pub(super) fn may_refer(markdown: &str) -> bool {
    let begins_name = |c: char| c == '#' || c.is_ascii_alphabetic();
    markdown.split('&').skip(1).any(|rest| rest.starts_with(begins_name))
}

/// Returns whether there is a `]:`, without which nothing is a definition. It is faster than a search for both characters.
pub(super) fn may_define(markdown: &str) -> bool {
    markdown.split(']').skip(1).any(|rest| rest.starts_with(':'))
}

/// Returns the definitions of links (CommonMark 0.31, section 4.7): the lines that no event covers.
pub(super) fn definitions(markdown: &str, events: &Events<'_>) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    if !may_define(markdown) {
        return found;
    }
    let mut covered = 0;
    let end = markdown.len()..markdown.len();
    for range in events.iter().filter(|(event, _)| is_content(event)).map(|(_, range)| range).chain([&end]) {
        let mut at = covered;
        // Whether the definition before this line may go on: its title can stand on the next one.
        let mut is_open = false;
        for line in markdown.get(covered..range.start).unwrap_or_default().split_inclusive('\n') {
            let text = without_container(line);
            let start = at + (line.len() - text.len());
            at += line.len();
            let text = text.trim_end();
            let is_start = text.starts_with('[') && !text.starts_with("[^") && text.contains("]:");
            match found.last_mut() {
                _ if is_start => found.push(start..start + text.len()),
                Some(open) if is_open && !text.is_empty() => open.end = start + text.len(),
                _ => {}
            }
            is_open = is_start || is_open && !text.is_empty();
        }
        covered = covered.max(range.end);
    }
    found
}

/// Returns the cells that rows have beyond those of the header: no page shows them (GitHub Flavored Markdown 0.29, section
/// 4.10).
pub(super) fn extra_cells(markdown: &str, events: &Events<'_>) -> Vec<Range<usize>> {
    let mut end_of_cells = 0;
    let mut found = Vec::new();
    for (event, range) in events {
        match event {
            Event::End(TagEnd::TableCell) => end_of_cells = range.end,
            Event::End(TagEnd::TableRow) => {
                let rest = &markdown[end_of_cells..range.end];
                let is_frame = |c: char| c == '|' || c.is_whitespace();
                let text = rest.trim_start_matches(is_frame);
                let start = range.end - text.len();
                let text = text.trim_end_matches(is_frame);
                found.extend((!text.is_empty()).then(|| start..start + text.len()));
            }
            _ => {}
        }
    }
    found
}

/// Returns the labels of definitions that links and pictures use.
pub(super) fn references(events: &Events<'_>) -> HashSet<String> {
    events.iter().filter_map(|(event, _)| reference(event)).map(normalized).collect()
}

/// Returns the label that a link or a picture refers to.
fn reference<'e>(event: &'e Event<'_>) -> Option<&'e str> {
    match event {
        Event::Start(Tag::Link { link_type, id, .. } | Tag::Image { link_type, id, .. }) => {
            let is_reference = matches!(link_type, LinkType::Reference | LinkType::Collapsed | LinkType::Shortcut);
            is_reference.then_some(id)
        }
        _ => None,
    }
}

/// Returns whether the event covers what a page shows, and not only what holds blocks.
fn is_content(event: &Event<'_>) -> bool {
    !matches!(
        event,
        Event::End(_) | Event::Start(Tag::List(_) | Tag::Item | Tag::BlockQuote(_) | Tag::FootnoteDefinition(_))
    )
}

/// Returns a line without the marks of quotes and lists before its text.
fn without_container(line: &str) -> &str {
    let mut rest = line;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '>', '*', '+', '-']);
        let after_digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
        match after_digits.strip_prefix(['.', ')']) {
            Some(after) if after_digits.len() < rest.len() => rest = after,
            _ => return rest,
        }
    }
}

/// Returns whether nothing but the marks of quotes, lists and tasks stands before a place in its line.
pub(super) fn begins_line(markdown: &str, at: usize) -> bool {
    let line = markdown[..at].rsplit('\n').next().unwrap_or_default();
    matches!(without_container(line).trim_end(), "" | "[ ]" | "[x]" | "[X]")
}

/// Returns a label as labels are compared: white space and case do not count.
pub(super) fn normalized(label: &str) -> String {
    label.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

/// Warns of items whose number a page does not show: in a list only the first number counts.
///
/// Writers who give every item the first number know that.
fn warn_of_numbers(markdown: &str, events: &Events<'_>, warnings: &mut BodyWarnings) {
    let mut lists: Vec<Option<(u64, u64)>> = Vec::new();
    for (event, range) in events {
        match event {
            Event::Start(Tag::List(first)) => lists.push(first.map(|first| (first, first))),
            Event::End(TagEnd::List(_)) => drop(lists.pop()),
            Event::Start(Tag::Item) => {
                let Some(Some((first, shown))) = lists.last_mut() else { continue };
                let written = &markdown[range.clone()];
                let digits = written.find(|c: char| !c.is_ascii_digit()).unwrap_or(written.len());
                let is_shown = written[..digits].parse().is_ok_and(|number: u64| number == *shown || number == *first);
                if !is_shown {
                    let written = written[..=digits].to_owned();
                    let place = range.start..range.start + written.len();
                    warnings.push((place, BodyWarning::OtherNumber { written, shown: *shown }));
                }
                *shown += 1;
            }
            _ => {}
        }
    }
}

/// Warns of the first HTML that Markdown has other words for.
fn warn_of_html(markdown: &str, events: &Events<'_>, warnings: &mut BodyWarnings) {
    let html = |event: &Event<'_>| matches!(event, Event::Html(_) | Event::InlineHtml(_));
    let is_needed = |range: &Range<usize>| {
        let tag = markdown[range.clone()].trim().trim_start_matches("</").trim_start_matches('<');
        let name: String = tag.chars().take_while(char::is_ascii_alphanumeric).collect();
        tag.starts_with("!--") || ["br", "sub", "sup", "wbr"].contains(&name.to_ascii_lowercase().as_str())
    };
    let first = events.iter().find(|(event, range)| html(event) && !is_needed(range));
    if let Some((_, range)) = first {
        let line = markdown[range.clone()].trim_end().len();
        warnings.push((range.start..range.start + line, BodyWarning::Html));
    }
}
