use oxigraph::{
    model::{Term, Variable},
    sparql::QuerySolution,
};
use std::io::{self, Write};
use unicode_width::UnicodeWidthStr;

/// Maximum width of a literal.
const MAX_WIDTH: usize = 80;

/// Rows with aligned columns, one for each variable.
#[derive(Debug)]
pub(crate) struct Rows {
    rows: Vec<Vec<String>>,
}

impl Rows {
    pub(crate) fn new(variables: &[Variable]) -> Self {
        Self { rows: vec![variables.iter().map(|variable| variable.as_str().to_owned()).collect()] }
    }

    pub(crate) fn push(&mut self, solution: &QuerySolution) {
        self.rows.push(solution.values().iter().map(|term| term.as_ref().map_or(String::new(), cell)).collect());
    }

    pub(crate) fn write<W: Write>(self, mut out: W) -> io::Result<W> {
        let columns = self.rows.first().map_or(0, Vec::len);
        let width = |column: usize| self.rows.iter().map(|row| row[column].width()).max().unwrap_or(0);
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for (number, row) in self.rows.iter().enumerate() {
            let cells =
                row.iter().zip(&widths).map(|(cell, width)| format!("{cell}{}", " ".repeat(width - cell.width())));
            writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
            if number == 0 {
                let rule: Vec<String> = widths.iter().map(|width| "-".repeat(*width)).collect();
                writeln!(out, "{}", rule.join("  "))?;
            }
        }
        Ok(out)
    }
}

/// Returns a term on one line, shortened, without control characters.
fn cell(term: &Term) -> String {
    let text = match term {
        Term::Literal(literal) => literal.value().to_owned(),
        Term::NamedNode(node) => node.as_str().to_owned(),
        Term::BlankNode(node) => node.to_string(),
    };
    let mut cell = String::new();
    let mut width = 0;
    for character in text.chars() {
        let shown = match character {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' | '\u{61c}' => '\u{fffd}',
            character if character.is_control() || matches!(character, '\u{2028}' | '\u{2029}') => ' ',
            character => character,
        };
        width += unicode_width::UnicodeWidthChar::width(shown).unwrap_or(0);
        // IRIs stay whole, so that they can be copied.
        if width > MAX_WIDTH && matches!(term, Term::Literal(_)) {
            cell.push('…');
            break;
        }
        cell.push(shown);
    }
    cell
}
