use std::mem;

/// Maximum depth of HTML elements; deeper ones are read as plain words.
const MOST_HTML_LEVELS: usize = 256;

/// Maximum indentation of nested items, in columns.
const WIDEST_INDENT: usize = 40;

/// Plain text and where its blocks begin.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct PlainText {
    pub(super) text: String,
    /// The byte at which each paragraph, heading, item and table cell begins.
    pub(super) blocks: Vec<usize>,
}

/// Gap between two words, the narrowest first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    /// A space if there are letters on both sides.
    Word,
    Space,
    /// A line break within a block.
    LineBreak,
    /// A line break between blocks.
    Line,
    /// An empty line between blocks.
    Block,
}

/// An element of Markdown or HTML, by how its content is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Element {
    Inline,
    /// A block that begins on a new line.
    Line,
    /// A block with an empty line before and after it.
    Block,
    /// A block whose spaces and line breaks count.
    Preformatted,
    /// A list, with the number of its next item if it is numbered.
    List {
        next: Option<u64>,
    },
    /// An item, with the character after its number.
    Item {
        delimiter: char,
    },
    Table,
    /// A row, with the number of its cells so far.
    Row {
        cells: usize,
    },
    Cell,
    Image,
}

/// Language that begins or ends an element. Markdown ends only elements that Markdown has begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Origin {
    Markdown,
    Html,
}

/// An element that is open.
#[derive(Debug)]
struct Level {
    element: Element,
    origin: Origin,
    /// The columns by which further lines are indented.
    indent: usize,
}

/// Numbers of open elements of some kinds.
#[derive(Debug, Default)]
struct Open {
    html: usize,
    cells: usize,
    preformatted: usize,
    indent: usize,
    items: usize,
}

impl Open {
    /// Returns the counts that a level belongs to.
    fn counts(&mut self, level: &Level) -> impl Iterator<Item = &mut usize> {
        let Self { html, cells, preformatted, items, .. } = self;
        let of_element = match level.element {
            Element::Cell => Some(cells),
            Element::Preformatted => Some(preformatted),
            Element::Item { .. } => Some(items),
            _ => None,
        };
        of_element.into_iter().chain((level.origin == Origin::Html).then_some(html))
    }
}

/// The plain text so far, and what will stand between it and the next words.
#[derive(Default)]
pub(super) struct Writer {
    out: String,
    blocks: Vec<usize>,
    levels: Vec<Level>,
    open: Open,
    next_gap: Gap,
    /// `true` if a mark was written, after which the next words stand in the same line.
    after_mark: bool,
}

impl Writer {
    /// Returns the text without the gap at its end.
    pub(super) fn finish(mut self) -> PlainText {
        self.out.truncate(self.out.trim_end().len());
        self.blocks.retain(|start| *start < self.out.len());
        PlainText { text: self.out, blocks: self.blocks }
    }

    /// Begins an element.
    pub(super) fn begin(&mut self, element: Element, origin: Origin) {
        if origin == Origin::Html {
            self.end_implied(element);
        }
        self.before(element);
        let indent = match element {
            Element::Item { delimiter } => self.begin_item(delimiter),
            Element::Cell => {
                self.begin_cell();
                0
            }
            Element::Inline | Element::Line | Element::Block | Element::Image => return,
            Element::Preformatted | Element::List { .. } | Element::Table | Element::Row { .. } => 0,
        };
        if origin == Origin::Markdown || self.open.html < MOST_HTML_LEVELS {
            let level = Level { element, origin, indent };
            self.open.counts(&level).for_each(|count| *count += 1);
            self.open.indent += indent;
            self.levels.push(level);
        }
    }

    /// Ends an element, and the elements in it that are still open.
    pub(super) fn end(&mut self, element: Element, origin: Origin) {
        if !matches!(element, Element::Inline | Element::Line | Element::Block | Element::Image) {
            self.close(element, origin);
        }
        match element {
            Element::Inline => {}
            Element::Image => self.gap(Gap::Word),
            Element::Cell => {
                // The next cell follows its separator, and not the gap at the end of this one.
                self.next_gap = if self.next_gap < Gap::LineBreak { Gap::None } else { self.next_gap };
            }
            Element::Line | Element::Item { .. } | Element::Row { .. } => self.divide(Gap::Line),
            Element::List { .. } => self.divide(self.gap_of_list()),
            Element::Block | Element::Preformatted | Element::Table => self.divide(Gap::Block),
        }
    }

    /// Removes the level of an element, and the levels in it.
    fn close(&mut self, element: Element, origin: Origin) {
        let kind = mem::discriminant(&element);
        let may_end = |level: &&Level| origin == Origin::Markdown || level.origin == Origin::Html;
        let is_same = |level: &Level| level.origin == origin && mem::discriminant(&level.element) == kind;
        if let Some(inside) = self.levels.iter().rev().take_while(may_end).position(is_same) {
            for level in self.levels.drain(self.levels.len() - inside - 1..) {
                self.open.counts(&level).for_each(|count| *count -= 1);
                self.open.indent -= level.indent;
            }
        }
    }

    /// Writes text. In preformatted text, spaces and line breaks stay.
    pub(super) fn text(&mut self, text: &str) {
        if self.is_preformatted() {
            return self.preformatted(text);
        }
        let is_at_start = self.next_gap > Gap::Word || self.after_mark || self.out.is_empty();
        let text = if is_at_start { text.trim_start_matches(' ') } else { text };
        let Some(first) = text.chars().next() else { return };
        self.fill_gap(Some(first));
        self.out.push_str(text);
    }

    /// Returns whether spaces and line breaks count.
    pub(super) fn is_preformatted(&self) -> bool {
        self.open.preformatted > 0
    }

    /// Asks for a gap before the next words. In a table cell, it is a space.
    pub(super) fn gap(&mut self, gap: Gap) {
        let widest = if self.open.cells > 0 { Gap::Space } else { Gap::Block };
        self.next_gap = self.next_gap.max(gap.min(widest));
    }

    /// Asks for a gap between what stands before and what comes, also after a mark.
    pub(super) fn divide(&mut self, gap: Gap) {
        self.after_mark = false;
        self.gap(gap);
    }

    /// Asks for the gap before an element.
    fn before(&mut self, element: Element) {
        let gap = match element {
            Element::Inline | Element::Cell => return,
            Element::Image => Gap::Word,
            Element::Line | Element::Item { .. } | Element::Row { .. } => Gap::Line,
            Element::List { .. } => self.gap_of_list(),
            Element::Block | Element::Preformatted | Element::Table => Gap::Block,
        };
        if !self.after_mark {
            self.gap(gap);
        }
    }

    /// Returns the gap around a list: a list in an item stands close to it.
    fn gap_of_list(&self) -> Gap {
        if self.open.items > 0 { Gap::Line } else { Gap::Block }
    }

    /// Ends the items, rows and cells of HTML that the beginning of an element ends (HTML, section 13.1.2.4).
    fn end_implied(&mut self, element: Element) {
        let is_around = |level: &Level| match element {
            Element::Item { .. } => matches!(level.element, Element::List { .. }),
            _ => level.element == Element::Table,
        };
        let inside = self.levels.iter().rev().take_while(|level| level.origin == Origin::Html && !is_around(level));
        let open: Vec<Element> = inside.map(|level| level.element).collect();
        let has = |element: Element| open.iter().any(|open| mem::discriminant(open) == mem::discriminant(&element));
        match element {
            Element::Item { .. } | Element::Row { .. } | Element::Cell if has(element) => {
                self.end(element, Origin::Html);
            }
            Element::Cell if !has(Element::Row { cells: 0 }) => self.begin(Element::Row { cells: 0 }, Origin::Html),
            _ => {}
        }
    }

    /// Writes the mark of an item; returns its width.
    fn begin_item(&mut self, delimiter: char) -> usize {
        let list = self.levels.iter_mut().rev().find_map(|level| match &mut level.element {
            Element::List { next } => Some(next),
            _ => None,
        });
        let mark = match list {
            Some(Some(number)) => {
                let mark = format!("{number}{delimiter}");
                *number = number.saturating_add(1);
                mark
            }
            _ => "-".to_owned(),
        };
        self.fill_gap(None);
        self.out.push_str(&mark);
        self.after_mark = true;
        mark.len() + 1
    }

    /// Writes the line between two cells.
    fn begin_cell(&mut self) {
        let row = self.levels.iter_mut().rev().find_map(|level| match &mut level.element {
            Element::Row { cells } => Some(cells),
            _ => None,
        });
        let Some(cells) = row else { return };
        *cells += 1;
        if *cells == 1 {
            return;
        }
        self.after_mark = false;
        self.next_gap = self.next_gap.max(Gap::Space);
        self.fill_gap(None);
        self.out.push('|');
        self.after_mark = true;
    }

    fn preformatted(&mut self, text: &str) {
        // The line break after the tag that begins preformatted text is none of it.
        let text = if self.next_gap >= Gap::Line || self.out.is_empty() { text.trim_start_matches('\n') } else { text };
        for (index, line) in text.trim_end_matches('\n').split('\n').enumerate() {
            if index > 0 {
                self.out.push('\n');
            }
            if line.is_empty() {
                continue;
            }
            if index == 0 {
                self.fill_gap(line.chars().next());
            } else {
                self.indent();
            }
            self.out.push_str(line);
        }
        if text.ends_with('\n') {
            self.gap(Gap::LineBreak);
        }
    }

    /// Writes the gap that was asked for. A new block begins if it is wide enough, and in each cell.
    fn fill_gap(&mut self, next: Option<char>) {
        let gap = mem::take(&mut self.next_gap);
        let after_mark = mem::take(&mut self.after_mark);
        if self.out.is_empty() {
            self.blocks.push(0);
            return;
        }
        let before = self.out.chars().next_back().unwrap_or(' ');
        match gap {
            Gap::None | Gap::Word | Gap::Space => {
                let letters = before.is_alphanumeric() && next.is_some_and(char::is_alphanumeric);
                let is_wanted = after_mark || gap == Gap::Space || gap == Gap::Word && letters;
                if is_wanted && !before.is_whitespace() {
                    self.out.push(' ');
                }
                if after_mark && before == '|' {
                    self.blocks.push(self.out.len());
                }
            }
            Gap::LineBreak | Gap::Line | Gap::Block => {
                let kept = self.out.trim_end_matches([' ', '\t', '\n']).len();
                self.out.truncate(kept);
                self.out.push_str(if gap == Gap::Block { "\n\n" } else { "\n" });
                self.indent();
                if gap != Gap::LineBreak {
                    self.blocks.push(self.out.len());
                }
            }
        }
    }

    fn indent(&mut self) {
        self.out.extend(std::iter::repeat_n(' ', self.open.indent.min(WIDEST_INDENT)));
    }
}
