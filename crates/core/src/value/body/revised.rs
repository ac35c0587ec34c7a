use std::{borrow::Cow, ops::Range};

/// Markdown of which parts were left out or replaced, and where the rest stands in the original.
pub(super) struct Revised<'a> {
    pub(super) text: Cow<'a, str>,
    /// For each piece that was kept, where it begins in the text and in the original.
    pieces: Vec<(usize, usize)>,
}

impl<'a> Revised<'a> {
    /// Returns Markdown as it is.
    pub(super) fn original_of(markdown: &'a str) -> Self {
        Self { text: markdown.into(), pieces: vec![(0, 0)] }
    }

    /// Returns where bytes of the text stand in the original.
    pub(super) fn original(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.original_position(range.start);
        // A range ends where its last byte ends, and not after what was left out behind it.
        start..if range.is_empty() { start } else { self.original_position(range.end - 1) + 1 }
    }

    pub(super) fn original_position(&self, position: usize) -> usize {
        let piece = self.pieces.partition_point(|(in_text, _)| *in_text <= position);
        let (in_text, in_original) = self.pieces[piece.saturating_sub(1)];
        in_original + (position - in_text)
    }

    /// Returns the text with other words in place of some of its bytes, which are given in their order.
    pub(super) fn with(&self, edits: impl IntoIterator<Item = (Range<usize>, impl Into<Cow<'static, str>>)>) -> Self {
        let mut text = String::with_capacity(self.text.len());
        let mut pieces = Vec::new();
        let mut start = 0;
        let end = self.text.len()..self.text.len();
        let edits = edits.into_iter().map(|(range, replacement)| (range, replacement.into()));
        for (range, replacement) in edits.chain([(end, Cow::Borrowed(""))]) {
            pieces.push((text.len(), self.original_position(start)));
            let inside = [start + 1, range.start].map(|at| self.pieces.partition_point(|(in_text, _)| *in_text < at));
            let inside = self.pieces.get(inside[0]..inside[1]).unwrap_or_default();
            pieces.extend(inside.iter().map(|(in_text, in_original)| (text.len() + in_text - start, *in_original)));
            text.push_str(&self.text[start..range.start]);
            if !replacement.is_empty() {
                pieces.push((text.len(), self.original_position(range.start)));
                text.push_str(&replacement);
            }
            start = range.end;
        }
        Self { text: text.into(), pieces }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_found_in_the_original() {
        let once = Revised::original_of("abcdefgh").with([(1..3, ""), (5..6, "--")]);
        assert_eq!(once.text, "ade--gh");
        let place = |range: Range<usize>| once.original(&range);
        assert_eq!([place(0..1), place(1..3), place(3..4), place(5..7)], [0..1, 3..5, 5..6, 6..8]);
        let twice = once.with([(0..2, "")]);
        assert_eq!((&*twice.text, twice.original(&(0..1)), twice.original(&(3..5))), ("e--gh", 4..5, 6..8));
    }
}
