use super::line::{Line, after_bullet, after_number};
use crate::quotation::{after_dash, read_quotations};

/// Part of a text, with the number of its first line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Block {
    pub(super) line: usize,
    pub(super) content: Content,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    Heading(String),
    /// Paragraph: lines that the writer has ended on purpose.
    Paragraph(Vec<String>),
    /// List, with its first number if it is numbered.
    List(Option<u32>, Vec<String>),
}

/// Longest heading, in characters.
const LONGEST_HEADING: usize = 80;

/// Length from which a line that ends a sentence is a paragraph, in characters.
const PARAGRAPH: usize = 100;

/// Returns the blocks of groups of lines.
pub(super) fn blocks(groups: &[Vec<Line<'_>>]) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for (number, group) in groups.iter().enumerate() {
        if let [line] = &group[..]
            && is_like_heading(line.text)
            && groups.get(number + 1).is_some_and(|next| is_text(next))
        {
            blocks.push(Block { line: line.number, content: Content::Heading(line.text.to_owned()) });
        } else {
            for block in split(group) {
                // A list whose items stand apart is one list.
                match (blocks.last_mut().map(|last| &mut last.content), block.content) {
                    (Some(Content::List(None, items)), Content::List(None, more)) => items.extend(more),
                    (Some(Content::List(Some(first), items)), Content::List(Some(next), more))
                        if *first as usize + items.len() == next as usize =>
                    {
                        items.extend(more);
                    }
                    (_, content) => blocks.push(Block { line: block.line, content }),
                }
            }
        }
    }
    blocks
}

/// Returns whether a line could be a heading: short, and no sentence.
pub(super) fn is_like_heading(line: &str) -> bool {
    let length = line.chars().count();
    (3..=LONGEST_HEADING).contains(&length)
        && line.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        && line.contains(char::is_alphabetic)
        && !line.ends_with(['.', ',', ';', ':', '!', '…', '-'])
        && !line.contains(['@', '\t', '|'])
        && !line.contains("://")
        && after_number(line).is_none()
}

/// Returns whether a group has sentences, and not only short lines.
fn is_text(group: &[Line<'_>]) -> bool {
    group
        .iter()
        .any(|line| line.text.ends_with(['.', '!', '?', '”', '"', ':']) || line.text.chars().count() > LONGEST_HEADING)
        || group.iter().all(|line| after_bullet(line.text).is_some() || after_dash(line.text).is_some())
}

/// Splits a group of lines into blocks.
fn split(group: &[Line<'_>]) -> Vec<Block> {
    let lengths: Vec<usize> = group.iter().map(|line| line.text.chars().count()).collect();
    let longest = lengths.iter().copied().max().unwrap_or_default();
    let is_dash_list = is_dash_list(group);
    let mut blocks: Vec<Block> = Vec::new();
    let mut at = 0;
    if let [first, second, ..] = group
        && is_like_heading(first.text)
        && is_broken(first.text, second.text, longest)
        && (is_text(&group[1..2]) || item(second, is_dash_list).is_some())
    {
        blocks.push(Block { line: first.number, content: Content::Heading(first.text.to_owned()) });
        at = 1;
    }
    for (index, line) in group.iter().enumerate().skip(at) {
        if let Some((number, text)) = item(line, is_dash_list) {
            if let Some(Content::List(first, items)) = blocks.last_mut().map(|last| &mut last.content)
                && number == first.and_then(|first| first.checked_add(u32::try_from(items.len()).ok()?))
            {
                items.push(text.to_owned());
                continue;
            }
            // "1984. Då började det." is no list.
            if number.is_none_or(|number| number == 1) {
                let content = Content::List(number, vec![text.to_owned()]);
                blocks.push(Block { line: line.number, content });
                continue;
            }
        }
        let before = index.checked_sub(1).filter(|_| index > at).and_then(|index| group.get(index));
        match (blocks.last_mut().map(|last| &mut last.content), before) {
            (Some(Content::Paragraph(lines)), Some(before)) if !ends_paragraph(before.text, line.text) => {
                if is_broken(before.text, line.text, longest) {
                    lines.push(line.text.to_owned());
                } else if let Some(last) = lines.last_mut() {
                    last.push(' ');
                    last.push_str(line.text);
                }
            }
            (Some(Content::List(_, items)), Some(before))
                if line.is_indented || !is_broken(before.text, line.text, longest) =>
            {
                if let Some(last) = items.last_mut() {
                    last.push(' ');
                    last.push_str(line.text);
                }
            }
            _ => blocks.push(Block { line: line.number, content: Content::Paragraph(vec![line.text.to_owned()]) }),
        }
    }
    blocks
}

/// Returns whether the lines of a group that begin with a dash are a list, and not quotes.
fn is_dash_list(group: &[Line<'_>]) -> bool {
    let dashes: Vec<&str> = group.iter().map(|line| line.text).filter(|line| after_dash(line).is_some()).collect();
    let is_sentence = |line: &&str| line.ends_with(['.', '!', '?']) || line.chars().count() > PARAGRAPH;
    match &dashes[..] {
        // The words of a quote may go on in the next line.
        [line] => !is_sentence(line) && !group.last().is_some_and(|last| is_sentence(&last.text)),
        _ => !dashes.iter().any(|line| read_quotations(line, &[]).is_block),
    }
}

/// Returns the number and the text of an item of a list.
fn item<'a>(line: &Line<'a>, is_dash_list: bool) -> Option<(Option<u32>, &'a str)> {
    let bullet = after_bullet(line.text).or_else(|| after_dash(line.text).filter(|_| is_dash_list));
    let numbered = || after_number(line.text).map(|(number, text)| (Some(number), text));
    bullet.filter(|text| !text.is_empty()).map(|text| (None, text)).or_else(numbered)
}

/// Returns whether a line is a paragraph of its own, although no empty line follows.
fn ends_paragraph(line: &str, next: &str) -> bool {
    let is_end = line.ends_with(['.', '!', '?', '”', '"', ':']);
    is_end && (line.chars().count() > PARAGRAPH || [line, next].iter().any(|line| after_dash(line).is_some()))
}

/// Returns whether a line was ended on purpose: the first word of the next one would have fit, or all lines are short.
fn is_broken(line: &str, next: &str, longest: usize) -> bool {
    const SHORTEST_WRAPPED: usize = 50;
    if longest < SHORTEST_WRAPPED {
        return true;
    }
    let word = next.split_whitespace().next().unwrap_or_default();
    line.chars().count() + 1 + word.chars().count() <= longest
}
