use pulldown_cmark::{Event, OffsetIter, Options, Parser};
use std::ops::Range;

/// Events of the parser, each with the bytes of the Markdown that it stands for.
pub(super) type Events<'a> = Vec<(Event<'a>, Range<usize>)>;

/// Parses Markdown. No other function chooses the parser's options.
pub(super) fn parse(markdown: &str) -> OffsetIter<'_> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS;
    Parser::new_ext(markdown, options).into_offset_iter()
}
