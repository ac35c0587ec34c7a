use crate::value::body::{
    parser::Events,
    warning::{BodyWarning, BodyWarnings},
};
use pulldown_cmark::{Event, Tag, TagEnd};
use std::ops::Range;

/// The longest bold text that a warning repeats, in bytes.
const LONGEST_SHOWN: usize = 60;

/// The asterisks of bold and italic text.
const MOST_ASTERISKS: usize = 3;

/// Makes emphasis of asterisks that CommonMark leaves as text only because punctuation stands inside of them and a letter
/// outside: `**Kontakt:**Anna` and `se**"Anna"**` (0.31, section 6.2). A warning says where a space belongs.
pub(super) fn close<'a>(markdown: &str, events: Events<'a>, warnings: &mut BodyWarnings) -> Events<'a> {
    if !markdown.contains('*') {
        return events;
    }
    let pairs = pairs(markdown, &events);
    if pairs.is_empty() {
        return events;
    }
    for Pair { opening, closing } in &pairs {
        let warning = BodyWarning::NoSpaceBesideEmphasis { text: with_space(markdown, opening, closing) };
        warnings.push((closing.place.clone(), warning));
    }
    let mut replaced: Vec<(Range<usize>, Range<usize>, bool)> = pairs
        .into_iter()
        .flat_map(|pair| {
            [(pair.opening.events, pair.opening.place, true), (pair.closing.events, pair.closing.place, false)]
        })
        .collect();
    replaced.sort_by_key(|(events, ..)| events.start);
    let mut replaced = replaced.into_iter().peekable();
    let mut closed = Vec::with_capacity(events.len());
    for (index, event) in events.into_iter().enumerate() {
        match replaced.peek() {
            Some((run, place, begins)) if run.contains(&index) => {
                if index + 1 == run.end {
                    closed.extend(marks(run.len(), *begins).into_iter().map(|mark| (mark, place.clone())));
                    replaced.next();
                }
            }
            _ => closed.push(event),
        }
    }
    closed
}

/// Asterisks that follow each other and are text.
#[derive(Clone)]
struct Run {
    /// The events that they are, one each.
    events: Range<usize>,
    /// The asterisks in the Markdown.
    place: Range<usize>,
    /// Characters before and after them.
    around: (Kind, Kind),
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Space,
    Punctuation,
    Letter,
}

struct Pair {
    opening: Run,
    closing: Run,
}

impl Run {
    fn opens(&self) -> bool {
        self.around.1 != Kind::Space && (self.around.1 != Kind::Punctuation || self.around.0 != Kind::Letter)
    }

    fn closes(&self) -> bool {
        self.around.0 != Kind::Space && (self.around.0 != Kind::Punctuation || self.around.1 != Kind::Letter)
    }

    /// Returns whether the run would close emphasis if a space stood after it.
    fn closes_before_letter(&self) -> bool {
        self.around == (Kind::Punctuation, Kind::Letter)
    }

    /// Returns whether the run would open emphasis if a space stood before it. One asterisk after a word is a mark that
    /// leads to a note.
    fn opens_after_letter(&self, markdown: &str) -> bool {
        let next = markdown[self.place.end..].chars().next();
        self.place.len() > 1 && self.around.0 == Kind::Letter && next.is_some_and(|c| "\"'(“”‘’«»[".contains(c))
    }
}

fn pairs(markdown: &str, events: &Events<'_>) -> Vec<Pair> {
    let mut pairs = Vec::new();
    // For each element that is open, the run in it that could open emphasis.
    let mut open: Vec<Option<Run>> = vec![None];
    let mut index = 0;
    while index < events.len() {
        match &events[index].0 {
            Event::Start(_) => open.push(None),
            Event::End(_) => drop(open.pop()),
            _ => {}
        }
        let Some(run) = run(markdown, events, index) else {
            index += 1;
            continue;
        };
        index = run.events.end;
        if run.place.len() > MOST_ASTERISKS {
            continue;
        }
        let Some(candidate) = open.last_mut() else { continue };
        let closed = candidate.take_if(|opening| {
            opening.place.len() == run.place.len()
                && (opening.opens() && run.closes_before_letter()
                    || opening.opens_after_letter(markdown) && run.closes())
        });
        match closed {
            Some(opening) => pairs.push(Pair { opening, closing: run }),
            None if run.opens() || run.opens_after_letter(markdown) => *candidate = Some(run),
            None => {}
        }
    }
    pairs
}

/// Returns the asterisks that begin at an event. An escaped one is none of them.
fn run(markdown: &str, events: &Events<'_>, index: usize) -> Option<Run> {
    let is_asterisk = |(event, range): &&(Event<'_>, Range<usize>)| {
        matches!(event, Event::Text(text) if &**text == "*") && &markdown[range.clone()] == "*"
    };
    let start = events.get(index).filter(is_asterisk)?.1.start;
    if markdown[..start].ends_with('\\') {
        return None;
    }
    let adjacent =
        |(offset, event): &(usize, &(Event<'_>, Range<usize>))| is_asterisk(event) && event.1.start == start + offset;
    let count = events[index..].iter().enumerate().take_while(adjacent).count();
    let kind = |c: Option<char>| match c {
        None => Kind::Space,
        Some(c) if c.is_whitespace() => Kind::Space,
        Some(c) if c.is_alphanumeric() => Kind::Letter,
        Some(_) => Kind::Punctuation,
    };
    let place = start..start + count;
    let around = (kind(markdown[..start].chars().next_back()), kind(markdown[place.end..].chars().next()));
    Some(Run { events: index..index + count, place, around })
}

/// Returns the emphasis that so many asterisks begin or end.
fn marks<'a>(asterisks: usize, begins: bool) -> Vec<Event<'a>> {
    let strong = if begins { Event::Start(Tag::Strong) } else { Event::End(TagEnd::Strong) };
    let emphasis = if begins { Event::Start(Tag::Emphasis) } else { Event::End(TagEnd::Emphasis) };
    match (asterisks, begins) {
        (1, _) => vec![emphasis],
        (2, _) => vec![strong],
        (_, true) => vec![emphasis, strong],
        (_, false) => vec![strong, emphasis],
    }
}

/// Returns the text to write, with a space between the asterisks and the letter.
fn with_space(markdown: &str, opening: &Run, closing: &Run) -> String {
    let inside = &markdown[opening.place.start..closing.place.end];
    let mut words: Vec<&str> = inside.split_whitespace().collect();
    if inside.len() > LONGEST_SHOWN {
        words = words.split_off(words.len() - 1);
    }
    let inside = words.join(" ");
    if closing.closes_before_letter() {
        let next = markdown[closing.place.end..].split_whitespace().next().unwrap_or_default();
        format!("{inside} {next}")
    } else {
        let before = markdown[..opening.place.start].split_whitespace().next_back().unwrap_or_default();
        format!("{before} {inside}")
    }
}
