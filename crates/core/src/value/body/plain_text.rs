use crate::value::body::{
    html,
    parser::Events,
    writer::{Element, Gap, Origin, PlainText, Writer},
};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::{mem, ops::Range};

/// Writes the events of Markdown as plain text.
pub(super) fn write(markdown: &str, events: &Events<'_>) -> PlainText {
    let mut writer = Writer::default();
    // A block of HTML is one event a line.
    let mut html = String::new();
    for (event, range) in events {
        match event {
            Event::Html(line) => html.push_str(line),
            Event::InlineHtml(tag) => html::write(tag, &mut writer),
            Event::Start(tag) => writer.begin(element(tag, markdown, range), Origin::Markdown),
            Event::End(tag) => {
                html::write(&mem::take(&mut html), &mut writer);
                writer.end(ended(*tag), Origin::Markdown);
            }
            Event::Text(text) | Event::Code(text) => writer.text(text),
            Event::SoftBreak => writer.gap(Gap::Space),
            Event::HardBreak => writer.gap(Gap::LineBreak),
            Event::Rule => writer.divide(Gap::Block),
            // The options of the parser do not give these, or other events stand for them.
            Event::InlineMath(_) | Event::DisplayMath(_) | Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }
    writer.finish()
}

fn element(tag: &Tag<'_>, markdown: &str, range: &Range<usize>) -> Element {
    match tag {
        Tag::List(first) => Element::List { next: *first },
        Tag::Item => {
            let delimiter = markdown[range.clone()].chars().find(|c| !c.is_ascii_digit());
            Element::Item { delimiter: delimiter.filter(|c| *c == ')').unwrap_or('.') }
        }
        tag => ended(tag.to_end()),
    }
}

fn ended(tag: TagEnd) -> Element {
    match tag {
        TagEnd::Paragraph | TagEnd::Heading(_) | TagEnd::BlockQuote(_) => Element::Block,
        TagEnd::HtmlBlock => Element::Line,
        TagEnd::CodeBlock => Element::Preformatted,
        TagEnd::List(_) => Element::List { next: None },
        TagEnd::Item => Element::Item { delimiter: '.' },
        TagEnd::Table => Element::Table,
        TagEnd::TableHead | TagEnd::TableRow => Element::Row { cells: 0 },
        TagEnd::TableCell => Element::Cell,
        TagEnd::Image => Element::Image,
        _ => Element::Inline,
    }
}
