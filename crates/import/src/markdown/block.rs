use super::{
    inline::{Mark, Marks, Reader, Words, clean, is_block},
    table,
};
use anslag_core::limit::{self, Limit};
use anslag_html::{BaseUrl, Outline};
use scraper::{ElementRef, Node};

/// Largest number of a list's first item.
const MOST_START: usize = 999_999_999;

/// A block of Markdown, without the line end of its last line.
struct Block {
    kind: Kind,
    markdown: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Paragraph,
    /// A list, whether it is numbered, and whether it has the second choice of marks.
    List {
        is_numbered: bool,
        first: usize,
        is_second: bool,
    },
    Quote,
    Table,
    Other,
}

/// Returns the Markdown of what stands in an element.
pub(super) fn write(element: ElementRef<'_>, base: Option<&BaseUrl>) -> Result<String, &'static Limit> {
    let mut writer = Writer { reader: Reader::new(base), outline: Outline::new(2) };
    let blocks = writer.blocks(element, &Marks::default())?;
    let markdown: Vec<String> = blocks.into_iter().map(|block| block.markdown).collect();
    within_limit(markdown.join("\n\n"))
}

fn within_limit(markdown: String) -> Result<String, &'static Limit> {
    if limit::BODY.is_exceeded_by(markdown.len()) { Err(limit::BODY) } else { Ok(markdown) }
}

struct Writer<'b> {
    reader: Reader<'b>,
    outline: Outline,
}

/// Blocks of an element, and the words that are not a block yet.
#[derive(Default)]
struct Flow {
    blocks: Vec<Block>,
    words: Words,
}

impl Flow {
    fn end_paragraph(&mut self) {
        let words = std::mem::take(&mut self.words);
        self.blocks.extend(words.to_paragraphs().into_iter().map(|markdown| Block { kind: Kind::Paragraph, markdown }));
    }

    fn push(&mut self, kind: Kind, markdown: String) {
        if !markdown.is_empty() {
            self.blocks.push(Block { kind, markdown });
        }
    }
}

impl Writer<'_> {
    fn blocks(&mut self, element: ElementRef<'_>, marks: &Marks) -> Result<Vec<Block>, &'static Limit> {
        let mut flow = Flow::default();
        self.read(element, marks, &mut flow)?;
        flow.end_paragraph();
        Ok(flow.blocks)
    }

    fn read(&mut self, element: ElementRef<'_>, marks: &Marks, flow: &mut Flow) -> Result<(), &'static Limit> {
        for child in element.children() {
            match (child.value(), ElementRef::wrap(child)) {
                (Node::Text(text), _) => flow.words.push_text(text, marks),
                (_, Some(child)) if !self.reader.read_leaf(child, marks, &mut flow.words) => {
                    let inner = self.reader.marks(child, marks);
                    if is_block(child.value().name()) {
                        flow.end_paragraph();
                        self.read_block(child, &inner, flow)?;
                        flow.end_paragraph();
                    } else {
                        self.read(child, &inner, flow)?;
                    }
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn read_block(&mut self, element: ElementRef<'_>, marks: &Marks, flow: &mut Flow) -> Result<(), &'static Limit> {
        match element.value().name() {
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                let line = self.line(element, &Marks::default());
                if !line.is_empty() {
                    let level = self.outline.nest(name.as_bytes()[1] - b'0');
                    flow.push(Kind::Other, format!("{} {}", "#".repeat(level), without_closing_signs(&line)));
                }
            }
            "ul" | "ol" | "menu" => self.read_list(element, marks, flow)?,
            "blockquote" => {
                let blocks = self.blocks(element, marks)?;
                let quoted = join(&blocks, false).lines().map(quote_line).collect::<Vec<_>>().join("\n");
                flow.push(Kind::Quote, within_limit(quoted)?);
            }
            "pre" => flow.push(Kind::Other, code_block(element)),
            "hr" => flow.push(Kind::Other, "___".to_owned()),
            "table" if table::is_data(element) => {
                let caption = table::caption(element).map(|caption| self.line(caption, marks));
                flow.push(Kind::Paragraph, caption.unwrap_or_default());
                let table = table::write(element, |cell| self.line(cell, &Marks::default()));
                flow.push(Kind::Table, table);
            }
            "dt" => {
                let marks = if marks.contains(&Mark::Strong) {
                    marks.clone()
                } else {
                    marks.iter().cloned().chain([Mark::Strong]).collect()
                };
                self.read(element, &marks, flow)?;
            }
            _ => self.read(element, marks, flow)?,
        }
        Ok(())
    }

    fn line(&mut self, element: ElementRef<'_>, marks: &Marks) -> String {
        let mut words = Words::default();
        self.reader.read(element, marks, &mut words);
        words.into_line()
    }

    fn read_list(&mut self, list: ElementRef<'_>, marks: &Marks, flow: &mut Flow) -> Result<(), &'static Limit> {
        let mut items = Vec::new();
        let mut is_loose = false;
        for item in list.child_elements() {
            let is_item = item.value().name() == "li";
            let blocks = if is_item { self.blocks(item, marks)? } else { self.wrapped(item, marks)? };
            is_loose |= item.child_elements().any(|child| child.value().name() == "p");
            is_loose |= blocks.windows(2).any(|pair| needs_empty_line(pair[0].kind, pair[1].kind));
            if !blocks.is_empty() {
                items.push(blocks);
            }
        }
        let is_numbered = list.value().name() == "ol";
        let first = list.attr("start").and_then(|start| start.trim().parse().ok()).unwrap_or(1);
        let first = if first > MOST_START { 1 } else { first };
        let is_second = matches!(
            flow.blocks.last(),
            Some(Block { kind: Kind::List { is_numbered: other, is_second: false, .. }, .. }) if *other == is_numbered
        );
        let mut written = Vec::with_capacity(items.len());
        for (number, blocks) in (first..).zip(&items) {
            let mark = match (is_numbered, is_second) {
                (false, false) => "-".to_owned(),
                (false, true) => "*".to_owned(),
                (true, false) => format!("{number}."),
                (true, true) => format!("{number})"),
            };
            written.push(item(&mark, &join(blocks, !is_loose)));
        }
        let markdown = written.join(if is_loose { "\n\n" } else { "\n" });
        flow.push(Kind::List { is_numbered, first, is_second }, within_limit(markdown)?);
        Ok(())
    }

    /// Returns the blocks of an element that is no item, though it stands in a list.
    fn wrapped(&mut self, element: ElementRef<'_>, marks: &Marks) -> Result<Vec<Block>, &'static Limit> {
        let mut flow = Flow::default();
        if !self.reader.read_leaf(element, marks, &mut flow.words) {
            self.read_block(element, marks, &mut flow)?;
        }
        flow.end_paragraph();
        Ok(flow.blocks)
    }
}

/// Returns whether one block would go on with the block before it on the next line.
fn needs_empty_line(before: Kind, block: Kind) -> bool {
    match block {
        Kind::Paragraph => before != Kind::Other,
        Kind::Table => true,
        Kind::List { is_numbered: true, first, .. } => before == Kind::Paragraph && first != 1 || is_list(before),
        Kind::List { .. } => is_list(before),
        Kind::Quote => before == Kind::Quote,
        Kind::Other => before == Kind::Table,
    }
}

const fn is_list(kind: Kind) -> bool {
    matches!(kind, Kind::List { .. })
}

fn join(blocks: &[Block], is_tight: bool) -> String {
    let blocks: Vec<&str> = blocks.iter().map(|block| &*block.markdown).collect();
    blocks.join(if is_tight { "\n" } else { "\n\n" })
}

/// Returns an item of a list: its mark before the first line, and spaces of the same width before the others.
fn item(mark: &str, markdown: &str) -> String {
    let indent = " ".repeat(mark.len() + 1);
    let mut item = format!("{mark} ");
    for (number, line) in markdown.lines().enumerate() {
        if number > 0 {
            item.push('\n');
            item.push_str(if line.is_empty() { "" } else { &indent });
        }
        item.push_str(line);
    }
    item
}

fn quote_line(line: &str) -> String {
    if line.is_empty() { ">".to_owned() } else { format!("> {line}") }
}

/// Returns the text of a heading so that it does not end with signs that close it.
fn without_closing_signs(line: &str) -> String {
    match line.strip_suffix('#') {
        Some(rest) => format!("{rest}\\#"),
        None => line.to_owned(),
    }
}

/// Returns a block of code between as many backticks as no line of it has.
fn code_block(element: ElementRef<'_>) -> String {
    let code: String = element
        .descendants()
        .filter_map(|node| match node.value() {
            Node::Text(text) => Some(text.replace('\r', "\n")),
            Node::Element(element) if element.name() == "br" => Some("\n".to_owned()),
            _ => None,
        })
        .collect();
    let code: Vec<String> = code.strip_suffix('\n').unwrap_or(&code).split('\n').map(clean).collect();
    let code = code.join("\n");
    if code.trim().is_empty() {
        return String::new();
    }
    let longest = code.split(|char| char != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(longest.max(2) + 1);
    format!("{fence}\n{code}\n{fence}")
}
