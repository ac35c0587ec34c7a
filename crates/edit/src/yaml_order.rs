use crate::rank::Ranks;
use anslag_source::{Outline, OutlineEntry};
use std::ops::Range;

/// Sorts the lines of a YAML table by its keys, and returns them. A table in brackets stays as it is.
pub(crate) fn sort(text: &str, outline: &Outline, ranks: &Ranks) -> String {
    let front_matter = &outline.front_matter;
    let Some(first) = outline.entries.first().filter(|_| !text[outline.span.start..].starts_with('{')) else {
        return text[front_matter.clone()].to_owned();
    };
    let mut blocks: Vec<(usize, String)> = Vec::new();
    let starts: Vec<usize> = outline.entries.iter().map(|entry| start(text, entry, front_matter)).collect();
    for (at, entry) in outline.entries.iter().enumerate() {
        let end = starts.get(at + 1).copied().unwrap_or(front_matter.end);
        blocks.push((ranks.of(&entry.name), block(text, entry, starts[at]..end)));
    }
    blocks.sort_by_key(|(rank, _)| *rank);
    let sorted: String = blocks.into_iter().map(|(_, block)| block).collect();
    format!("{}{sorted}", &text[front_matter.start..start(text, first, front_matter)])
}

/// Returns where the lines of a key begin: with the comments right above it.
fn start(text: &str, entry: &OutlineEntry, front_matter: &Range<usize>) -> usize {
    let mut start = line_start(text, entry.key.start);
    let indent = entry.key.start - start;
    while start > front_matter.start {
        let above = line_start(text, start - 1);
        let line = &text[above..start];
        let comment = line.trim_start_matches([' ', '\t']);
        // A comment that is indented further may be a line of the text above.
        if !comment.starts_with('#') || line.len() - comment.len() > indent {
            break;
        }
        start = above;
    }
    start
}

/// Returns the lines of a key, with one space before its value.
fn block(text: &str, entry: &OutlineEntry, lines: Range<usize>) -> String {
    let between = &text[entry.key.end..entry.value.start];
    let is_plain = between.trim() == ":" && !between.contains('\n') && entry.value.start < entry.value.end;
    let (before, after) = (&text[lines.start..entry.key.end], &text[entry.value.start..lines.end]);
    if is_plain { format!("{before}: {after}") } else { text[lines].to_owned() }
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}
