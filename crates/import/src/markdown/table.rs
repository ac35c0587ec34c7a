use scraper::ElementRef;

/// Largest number of columns that one cell may span: more are a mistake, or an attack on memory.
const MOST_SPANNED: usize = 20;

/// Elements that no cell of a Markdown table can hold.
const TOO_LARGE: [&str; 11] = ["table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "ul", "ol"];

/// Returns whether a table has rows and columns of words. One that only arranges blocks has not.
pub(super) fn is_data(table: ElementRef<'_>) -> bool {
    let has_blocks = table.descendent_elements().skip(1).any(|element| TOO_LARGE.contains(&element.value().name()));
    let is_table = |row: &ElementRef<'_>| cells(*row).count() > 1 || is_header(*row);
    !has_blocks && rows(table).any(|row| is_table(&row))
}

/// Returns the caption of a table.
pub(super) fn caption(table: ElementRef<'_>) -> Option<ElementRef<'_>> {
    table.child_elements().find(|child| child.value().name() == "caption")
}

/// Returns a table in Markdown. `line` returns the words of a cell.
pub(super) fn write(table: ElementRef<'_>, mut line: impl FnMut(ElementRef<'_>) -> String) -> String {
    let mut has_header = false;
    let mut written: Vec<Vec<String>> = Vec::new();
    // Rows that a cell above goes on over, by column.
    let mut spanned: Vec<usize> = Vec::new();
    for (number, row) in rows(table).enumerate() {
        has_header |= number == 0 && is_header(row);
        let mut line_cells = Vec::new();
        for cell in cells(row) {
            skip_spanned(&mut line_cells, &mut spanned);
            let [columns, rows] = ["colspan", "rowspan"].map(|name| span(cell, name));
            for column in 0..columns {
                let at = line_cells.len();
                spanned.resize(spanned.len().max(at + 1), 0);
                spanned[at] = rows - 1;
                line_cells.push(if column == 0 { line(cell).replace('|', "\\|") } else { String::new() });
            }
        }
        skip_spanned(&mut line_cells, &mut spanned);
        written.push(line_cells);
    }
    let columns = written.iter().map(Vec::len).max().unwrap_or(0);
    let header = if has_header { written.remove(0) } else { Vec::new() };
    let header = header.into_iter().chain(std::iter::repeat(String::new())).take(columns);
    let lines = [header.collect(), vec!["---".to_owned(); columns]].into_iter().chain(written);
    lines.map(|cells| markdown_row(&cells)).collect::<Vec<_>>().join("\n")
}

/// Adds empty cells where cells of rows above go on.
fn skip_spanned(cells: &mut Vec<String>, spanned: &mut [usize]) {
    while let Some(rows) = spanned.get_mut(cells.len()).filter(|rows| **rows > 0) {
        *rows -= 1;
        cells.push(String::new());
    }
}

fn markdown_row(cells: &[String]) -> String {
    let mut row = "|".to_owned();
    for cell in cells {
        row.push_str(if cell.is_empty() { "" } else { " " });
        row.push_str(cell);
        row.push_str(" |");
    }
    row
}

fn rows(table: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    table.descendent_elements().filter(|element| element.value().name() == "tr")
}

fn cells(row: ElementRef<'_>) -> impl Iterator<Item = ElementRef<'_>> {
    row.child_elements().filter(|cell| matches!(cell.value().name(), "td" | "th"))
}

/// Returns whether a row names the columns.
fn is_header(row: ElementRef<'_>) -> bool {
    cells(row).next().is_some() && cells(row).all(|cell| cell.value().name() == "th")
}

fn span(cell: ElementRef<'_>, name: &str) -> usize {
    cell.attr(name).and_then(|span| span.trim().parse().ok()).unwrap_or(1).clamp(1, MOST_SPANNED)
}
