/// Readers of a CSV file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dialect {
    /// Programs: UTF-8 without byte order mark, comma, decimal point, the data untouched (RFC 4180).
    Standard,
    /// A Swedish Excel: byte order mark, semicolon, decimal comma.
    ///
    /// Programs should read the other dialect, since two things are changed. A text longer than an Excel cell, 32,767
    /// characters, is cut and ends in ` […]`. A text that Excel would take for something else gets an apostrophe before it,
    /// which Excel shows; the [workbook](crate::workbook) needs none. So do formulas (what begins with `=`, `+`, `-`, `@`,
    /// also in their full-width forms, a tab or a line break), numbers (`0114`, `1E+3`, `(5)`, `100 kr`), dates and times
    /// (`1/2`, `2021-05`, `1 maj`, `8:30 PM`), truth values (`SANT`, `TRUE`) and errors (`#N/A`).
    Excel,
}

impl Dialect {
    /// Both dialects.
    pub const ALL: [Self; 2] = [Self::Standard, Self::Excel];

    /// Text before the header row.
    pub(crate) const fn prefix(self) -> &'static str {
        match self {
            Self::Standard => "",
            Self::Excel => "\u{feff}",
        }
    }

    /// Separator of cells.
    pub(crate) const fn delimiter(self) -> u8 {
        match self {
            Self::Standard => b',',
            Self::Excel => b';',
        }
    }
}
