use crate::{
    arguments::MessageFormat,
    counts::Counts,
    fatal::{Fatal, FatalCode},
    help::Help,
    printer::{Printer, print_line},
    summary::Summary,
};
use anslag_diff::{Announced, Change, DiffError, Difference, Former};
use anslag_source::escape_control;
use anslag_wording::{Wording, wording};
use anstyle::AnsiColor;
use serde_json::{Value, json};

/// Characters from which on a line of text is shown only where it differs.
const LONG: usize = 120;

/// Characters that are shown around what differs in a long line.
const CONTEXT: usize = 40;

/// Prints what differs from a former state: coloured text, or a JSON object a line.
pub(crate) struct Changes {
    former: Former,
    printer: Printer,
    counts: Counts,
}

impl Changes {
    pub(crate) fn new(former: Former, printer: Printer) -> Self {
        Self { former, printer, counts: Counts::default() }
    }

    /// Compares a line of the new state with the former one, and prints what differs.
    pub(crate) fn compare(&mut self, line: &[u8]) -> Result<(), Box<dyn Fatal>> {
        match self.former.compare(line)? {
            Some(change) => print(&change, &mut self.counts, self.printer),
            None => self.counts.unchanged += 1,
        }
        Ok(())
    }

    /// Prints what only the former state has, and the numbers.
    pub(crate) fn finish(self) -> Result<(), Box<dyn Fatal>> {
        let Self { former, printer, mut counts } = self;
        for change in former.removed() {
            print(&change?, &mut counts, printer);
        }
        match printer.format {
            MessageFormat::Json => print_line(&mut anstream::stdout(), &json!(counts).to_string()),
            MessageFormat::Human | MessageFormat::Github => printer.result(&Summary::Compared { counts }),
        }
        Ok(())
    }
}

fn print(change: &Change, counts: &mut Counts, printer: Printer) {
    let (key, count, kind, color, announced, differences) = match change {
        Change::Added(own) => ("added", &mut counts.added, Kind::Added, AnsiColor::Green, own, &[][..]),
        Change::Changed(own, differences) => {
            ("changed", &mut counts.changed, Kind::Changed, AnsiColor::Yellow, own, &**differences)
        }
        Change::Removed(own) => ("removed", &mut counts.removed, Kind::Removed, AnsiColor::Red, own, &[][..]),
    };
    *count += 1;
    let Announced { id, title } = announced;
    let language = printer.language.tag();
    if printer.format == MessageFormat::Json {
        let fields = differences.iter().map(|difference| {
            let Difference { old, new, .. } = difference;
            json!({ "path": difference.pointer(), "label": difference.label(language), "old": old, "new": new })
        });
        let fields: Vec<Value> = fields.collect();
        let mut object = json!({ "change": key, "id": id, "title": title });
        if let Change::Changed(..) = change {
            object["fields"] = fields.into();
        }
        print_line(&mut anstream::stdout(), &object.to_string());
        return;
    }
    if printer.is_quiet {
        return;
    }
    let bold = color.on_default().bold();
    let (kind, id, title) = (kind.in_language(printer.language), escape_control(id), escape_control(title));
    let mut lines = vec![format!("{bold}{kind}{bold:#} {id}: {title}")];
    for difference in differences {
        let label = difference.label(language);
        let (old, new) = lines_of(difference, language);
        for (sign, color, texts) in [("-", AnsiColor::Red, old), ("+", AnsiColor::Green, new)] {
            let style = color.on_default();
            for text in texts {
                lines.push(format!("  {style}{sign} {}: {}{style:#}", escape_control(&label), escape_control(&text)));
            }
        }
    }
    print_line(&mut anstream::stdout(), &lines.join("\n"));
}

/// Returns the lines of text that only the old and only the new value has. Of a long line, only what differs is left.
fn lines_of(difference: &Difference, language: &str) -> (Vec<String>, Vec<String>) {
    let text =
        |value: &Option<Value>| value.as_ref().map_or_else(String::new, |value| difference.shown(value, language));
    let (old, new) = (text(&difference.old), text(&difference.new));
    let (mut old, mut new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
    let same = old.iter().zip(&new).take_while(|(old, new)| old == new).count();
    old.drain(..same);
    new.drain(..same);
    while old.last().is_some_and(|line| new.last() == Some(line)) {
        old.pop();
        new.pop();
    }
    let focused = |own: &[&str], other: &[&str]| {
        let line = |(at, line): (usize, &&str)| focus(line, other.get(at).copied().unwrap_or_default());
        own.iter().enumerate().filter(|(_, line)| !line.is_empty()).map(line).collect()
    };
    (focused(&old, &new), focused(&new, &old))
}

/// Returns a line as it is, or, if it is long, what differs in it from another one, with some characters around.
fn focus(line: &str, other: &str) -> String {
    let (line, other): (Vec<char>, Vec<char>) = (line.chars().collect(), other.chars().collect());
    if line.len() <= LONG {
        return line.into_iter().collect();
    }
    let before = line.iter().zip(&other).take_while(|(own, other)| own == other).count();
    let after = line[before..].iter().rev().zip(other[before..].iter().rev()).take_while(|(own, other)| own == other);
    let (start, end) = (before.saturating_sub(CONTEXT), line.len() - after.count().saturating_sub(CONTEXT));
    let ellipsis = |is_cut| if is_cut { "…" } else { "" };
    let middle: String = line[start..end].iter().collect();
    format!("{}{middle}{}", ellipsis(start > 0), ellipsis(end < line.len()))
}

wording! {
    /// Kind of change.
    enum Kind {
        Added en("added") sv("tillagt"),
        Changed en("changed") sv("ändrat"),
        Removed en("removed") sv("borttaget"),
    }
}

impl Fatal for DiffError {
    fn code(&self) -> FatalCode {
        match self {
            Self::Line { .. } => FatalCode::ChangedPublication,
            Self::Io { .. } => FatalCode::IoError,
        }
    }

    fn help(&self) -> Option<Help> {
        match self {
            Self::Line { .. } => Some(Help::ExportAgain),
            Self::Io { .. } => None,
        }
    }
}
