use crate::{code::Code, diagnostic::RenderOptions, severity::Severity};
use anslag_wording::{Language, Wording, wording};
use anstyle::{AnsiColor, Style};
use std::fmt::Write;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Number of problems of one code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tally {
    /// Code of the problems.
    pub code: &'static Code,
    /// Number of problems.
    pub count: usize,
    /// File of the first one.
    pub first: String,
}

wording! {
    /// Words of the table of counts.
    enum Heading {
        OnlyErrors { kept: usize }
            en("only the first {kept} errors are shown; by code there are:")
            sv("bara de {kept} första felen visas; per kod är det:"),
        OnlyWarnings { kept: usize }
            en("only the first {kept} warnings are shown; by code there are:")
            sv("bara de {kept} första varningarna visas; per kod är det:"),
        OnlyBoth { kept: usize }
            en("only the first {kept} errors and the first {kept} warnings are shown; by code there are:")
            sv("bara de {kept} första felen och de {kept} första varningarna visas; per kod är det:"),
        OnlyNotes { kept: usize }
            en("only the first {kept} notes are shown; by code there are:")
            sv("bara de {kept} första anmärkningarna visas; per kod är det:"),
        Count en("count") sv("antal"),
        Code en("code") sv("kod"),
        First en("first in") sv("först i"),
    }
}

/// Columns between two cells.
const GAP: &str = "  ";

/// Renders a table of counts, one row for each code, no wider than asked. Returns nothing if there is no row.
pub(crate) fn render_tallies(tallies: &[Tally], kept: usize, language: Language, options: RenderOptions) -> String {
    if tallies.is_empty() {
        return String::new();
    }
    let words = |heading: Heading| heading.in_language(language).to_string();
    let severity = |tally: &Tally| tally.code.severity.in_language(language).to_string();
    let (count, code, first) = (words(Heading::Count), words(Heading::Code), words(Heading::First));
    let severities = widest("", tallies.iter().map(severity));
    let counts = widest(&count, tallies.iter().map(|tally| tally.count.to_string()));
    let codes = widest(&code, tallies.iter().map(|tally| tally.code.name.to_owned()));
    let left = options.width.saturating_sub(severities + counts + codes + 3 * GAP.len()).max(SHORTEST_PATH);
    let bold = style(Style::new().bold(), options);
    let is_cut = |severity| {
        let count: usize =
            tallies.iter().filter(|tally| tally.code.severity == severity).map(|tally| tally.count).sum();
        count > kept
    };
    let only = match (is_cut(Severity::Error), is_cut(Severity::Warning)) {
        (true, true) => Heading::OnlyBoth { kept },
        (true, false) => Heading::OnlyErrors { kept },
        (false, true) => Heading::OnlyWarnings { kept },
        (false, false) => Heading::OnlyNotes { kept },
    };
    let mut out = format!("{}\n", words(only));
    writeln!(out, "{bold}{:severities$}{GAP}{count:>counts$}{GAP}{code:codes$}{GAP}{first}{bold:#}", "")
        .expect("a String takes all text");
    for tally in tallies {
        let (word, number, name) = (severity(tally), tally.count, tally.code.name);
        let look = style(color_of(tally.code.severity), options);
        let path = shortened(&tally.first, left);
        let space = severities - word.width();
        writeln!(out, "{look}{word}{look:#}{:space$}{GAP}{number:>counts$}{GAP}{name:codes$}{GAP}{path}", "")
            .expect("a String takes all text");
    }
    out.truncate(out.trim_end().len());
    out
}

/// Returns the columns of the widest cell below a head.
fn widest(head: &str, cells: impl Iterator<Item = String>) -> usize {
    cells.map(|cell| cell.width()).fold(head.width(), usize::max)
}

/// Columns that a path has at least, so that its name can be told.
const SHORTEST_PATH: usize = 20;

/// Returns a path no wider than allowed: without its directories and, if that is not enough, the end of its name.
fn shortened(path: &str, width: usize) -> String {
    if path.width() <= width {
        return path.to_owned();
    }
    let name = format!("…/{}", path.rsplit('/').next().unwrap_or(path));
    if name.width() <= width {
        return name;
    }
    let mut columns = 1;
    let fits = |c: &char| {
        columns += c.width().unwrap_or(0);
        columns <= width
    };
    name.chars().take_while(fits).chain(['…']).collect()
}

fn style(style: Style, options: RenderOptions) -> Style {
    if options.color { style } else { Style::new() }
}

/// Returns the style of a severity, as messages have it.
fn color_of(severity: Severity) -> Style {
    let color = match severity {
        Severity::Error => AnsiColor::BrightRed,
        Severity::Warning => AnsiColor::Yellow,
        Severity::Note => AnsiColor::BrightGreen,
    };
    color.on_default().bold()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes;

    #[test]
    fn a_table_is_as_wide_as_asked() {
        let tally = |code, count, first: &str| Tally { code, count, first: first.to_owned() };
        let options = |width, color| RenderOptions { width, color, ..RenderOptions::default() };
        let tallies = [
            tally(codes::HTML_IN_TEXT, 12, "data/a.md"),
            tally(codes::UNKNOWN_TOPIC, 212, "data/announcements/2021/05/2021-05-18-ett-langt-namn-pa-en-fil.md"),
        ];
        let shown = render_tallies(&tallies, 50, Language::English, options(60, false));
        let expected = "\
only the first 50 errors are shown; by code there are:
         count  code           first in
warning     12  html-in-text   data/a.md
error      212  unknown-topic  …/2021-05-18-ett-langt-namn-…";
        assert_eq!(shown, expected);
        assert!(shown.lines().skip(1).all(|line| line.width() <= 60));
        let colored = render_tallies(&tallies, 50, Language::Swedish, options(100, true));
        assert!(
            colored.contains("\u{1b}[1m") && colored.contains("varning") && colored.contains("först i"),
            "{colored}"
        );
        assert_eq!(render_tallies(&[], 50, Language::English, RenderOptions::default()), "");
    }
}
