use crate::value::body::{
    error::BodyError,
    markdown,
    parser::{self, Events},
    revised::Revised,
};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// Maximum number of passes over Markdown for comments: without a comment, the rest can be read in another way.
const MOST_ROUNDS: usize = 20;

/// The most lines of a comment that is written as a definition.
const MOST_LINES: usize = 50;

/// Leaves out comments: `<!-- … -->` over any number of lines, and `[//]: # (…)` in all its spellings.
///
/// Code keeps them, since there they are text. An empty comment stays where it keeps two numbered lists apart.
pub(super) fn remove(mut markdown: Revised<'_>) -> Result<Revised<'_>, BodyError> {
    for _ in 0..MOST_ROUNDS {
        let has_comment = markdown.text.split('<').skip(1).any(|rest| rest.starts_with("!--"));
        if !has_comment && !markdown::may_define(&markdown.text) {
            return Ok(markdown);
        }
        let found = comments(&markdown.text).map_err(|at| BodyError::Comment { at: markdown.original_position(at) })?;
        if found.is_empty() {
            return Ok(markdown);
        }
        markdown = markdown.with(found.into_iter().map(|range| (range, "")));
    }
    let at = markdown.text.find("<!--").unwrap_or_default();
    Err(BodyError::Comment { at: markdown.original_position(at) })
}

/// Returns the bytes to leave out, in their order; the position of a comment that never ends is an error.
fn comments(markdown: &str) -> Result<Vec<Range<usize>>, usize> {
    let events: Events<'_> = parser::parse(markdown).collect();
    let mut found = html_comments(markdown, &events)?;
    found.extend(reference_comments(markdown, &events));
    found.sort_by_key(|range| range.start);
    // What stands in a comment is no other one.
    let mut end = 0;
    found.retain(|range| {
        let is_apart = range.start >= end;
        end = end.max(range.end);
        is_apart
    });
    Ok(found)
}

/// Returns the comments of HTML. One that begins within a paragraph goes on over empty lines, as its writer meant.
fn html_comments(markdown: &str, events: &Events<'_>) -> Result<Vec<Range<usize>>, usize> {
    let mut found = Vec::new();
    let mut end = 0;
    let mut in_code = false;
    // Where a comment may begin, and the block of HTML that it is part of.
    let mut searched: Vec<(Range<usize>, Option<usize>)> = Vec::new();
    for (index, (event, range)) in events.iter().enumerate() {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Start(Tag::HtmlBlock) => searched.push((range.clone(), Some(index))),
            Event::InlineHtml(html) if html.starts_with("<!--") => searched.push((range.clone(), None)),
            Event::Text(_) if !in_code => searched.push((range.clone(), None)),
            _ => {}
        }
    }
    searched.extend(markdown::extra_cells(markdown, events).into_iter().map(|range| (range, None)));
    searched.sort_by_key(|(range, _)| range.start);
    for (range, block) in searched {
        for (at, _) in markdown[range.clone()].match_indices('<') {
            let start = range.start + at;
            let is_comment = markdown[start..].starts_with("<!--") && !markdown[..start].ends_with('\\');
            if start < end || !is_comment {
                continue;
            }
            // `<!-->` is a whole comment (CommonMark 0.31, section 6.6).
            end = start + "<!".len() + markdown[start + "<!".len()..].find("-->").ok_or(start)? + "-->".len();
            if at == 0 && block.is_some_and(|block| keeps_lists_apart(events, block)) {
                let inside = start + "<!--".len()..end - "-->".len();
                found.extend((inside.start < inside.end).then_some(inside));
            } else {
                found.push(with_spaces(markdown, start..end));
            }
        }
    }
    Ok(found)
}

/// Returns whether the list after a block of HTML would go on with the numbers of the list before it.
fn keeps_lists_apart(events: &Events<'_>, block: usize) -> bool {
    let end = events[block..].iter().position(|(event, _)| matches!(event, Event::End(TagEnd::HtmlBlock)));
    let Some((Event::Start(Tag::List(Some(next))), _)) = end.and_then(|end| events.get(block + end + 1)) else {
        return false;
    };
    if !matches!(events[..block].last(), Some((Event::End(TagEnd::List(true)), _))) {
        return false;
    }
    let (mut depth, mut items) = (0, 0);
    for (event, _) in events[..block].iter().rev() {
        match event {
            Event::End(TagEnd::List(_)) => depth += 1,
            Event::End(TagEnd::Item) if depth == 1 => items += 1,
            Event::Start(Tag::List(first)) => {
                depth -= 1;
                if depth == 0 {
                    return first.is_some_and(|first| first + items != *next);
                }
            }
            _ => {}
        }
    }
    false
}

/// Returns a comment with the spaces that would be left over. A line of its own stays as an empty line, since the comment
/// divides paragraphs.
fn with_spaces(markdown: &str, comment: Range<usize>) -> Range<usize> {
    let is_space = [' ', '\t'];
    let (before, after) = (&markdown[..comment.start], &markdown[comment.end..]);
    let spaces_after = after.len() - after.trim_start_matches(is_space).len();
    let spaces_before = before.len() - before.trim_end_matches(is_space).len();
    let ends_line = after[spaces_after..].chars().next().is_none_or(|c| c == '\n');
    let begins_line = before[..before.len() - spaces_before].chars().next_back().is_none_or(|c| c == '\n');
    if ends_line {
        comment.start - spaces_before..comment.end + spaces_after
    } else if begins_line || spaces_before > 0 {
        comment.start..comment.end + spaces_after
    } else {
        comment
    }
}

/// Returns the comments that are written as definitions of links: `[//]: # (…)`, `[comment]: <> (…)` and the like.
///
/// Markdown reads one within a paragraph, or with parentheses in it, as text.
fn reference_comments(markdown: &str, events: &Events<'_>) -> Vec<Range<usize>> {
    if !markdown.contains("]:") {
        return Vec::new();
    }
    let used = markdown::references(events);
    let definitions = markdown::definitions(markdown, events).into_iter().filter(|range| {
        let Some((label, _)) = reference_comment(&markdown[range.clone()]) else { return false };
        label == "//" || !used.contains(&markdown::normalized(label))
    });
    let mut found: Vec<Range<usize>> = definitions.collect();
    let mut in_code = false;
    // End of a line with a bracket in its middle. No later bracket of the line begins it.
    let mut begun = 0;
    for (event, range) in events {
        match event {
            Event::Start(Tag::CodeBlock(_)) => in_code = true,
            Event::End(TagEnd::CodeBlock) => in_code = false,
            Event::Text(_) | Event::Html(_) | Event::Start(Tag::Link { .. }) if !in_code => {
                let indent = markdown[range.clone()].len() - markdown[range.clone()].trim_start().len();
                let start = range.start + indent;
                if start < begun || !markdown[start..].starts_with('[') {
                    continue;
                }
                if markdown::begins_line(markdown, start) {
                    found.extend(reference_comment(&markdown[start..]).map(|(_, len)| start..start + len));
                } else {
                    begun = markdown[start..].find('\n').map_or(markdown.len(), |len| start + len);
                }
            }
            _ => {}
        }
    }
    found.into_iter().map(|range| with_line(markdown, range)).collect()
}

/// Returns the label of a comment that is written as a definition, and its length.
fn reference_comment(text: &str) -> Option<(&str, usize)> {
    let line = text.lines().next()?;
    let (label, rest) = line.strip_prefix('[')?.split_once("]:")?;
    if label.contains(['[', ']']) {
        return None;
    }
    let rest = rest.trim_start();
    let title = rest.strip_prefix('#').or_else(|| rest.strip_prefix("<>")).map(str::trim_start);
    let closing = match title.and_then(|title| title.chars().next()) {
        Some('(') => Some(')'),
        Some(quote @ ('"' | '\'')) => Some(quote),
        // A title may stand on the next line.
        None if title.is_some() => {
            text.lines().nth(1).and_then(|next| next.trim_start().strip_prefix('(')).map(|_| ')')
        }
        _ if label == "//" => None,
        _ => return None,
    };
    let Some(closing) = closing else { return Some((label, line.len())) };
    let mut len = 0;
    for line in text.split_inclusive('\n').take(MOST_LINES).take_while(|line| !line.trim().is_empty()) {
        len += line.len();
        if line.trim_end().ends_with(closing) {
            return Some((label, text[..len].trim_end().len()));
        }
    }
    Some((label, line.len()))
}

/// Returns a comment with its line break, so that a paragraph goes on after it.
fn with_line(markdown: &str, comment: Range<usize>) -> Range<usize> {
    let start = markdown[..comment.start].trim_end_matches([' ', '\t']).len();
    let begins_line = start == 0 || markdown[..start].ends_with('\n');
    let rest = &markdown[comment.end..];
    let spaces = rest.len() - rest.trim_start_matches([' ', '\t']).len();
    if begins_line && rest[spaces..].starts_with('\n') { start..comment.end + spaces + 1 } else { comment }
}
