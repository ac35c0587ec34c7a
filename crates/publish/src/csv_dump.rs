use crate::dump::{Chunk, Dump, Note};
use anslag_catalog::{Content, Selection};
use anslag_core::{Format, FormatSpec, Publication};
use anslag_rdf::Graph;
use anslag_table::{Dialect, Table, csv};
use std::{io, ops::Range};

/// A table as CSV, in one of the dialects.
pub(crate) struct CsvDump {
    pub(crate) table: Table,
    pub(crate) dialect: Dialect,
}

impl Dump for CsvDump {
    fn spec(&self) -> &'static FormatSpec {
        Format::Csv.spec()
    }

    fn path(&self) -> String {
        match self.dialect {
            Dialect::Standard => format!("data/{}", self.table.file_name(Format::Csv)),
            Dialect::Excel => format!("data/excel/{}", self.table.file_name(Format::Csv)),
        }
    }

    /// Returns the distribution of the table of announcements for programs. The other tables are files of the package, and
    /// the tables for Excel say what the workbook says.
    fn distribution(&self) -> Option<(&'static str, Content)> {
        let is_one = (self.table, self.dialect) == (Table::Announcements, Dialect::Standard);
        is_one.then_some(("csv-announcements", Content::Table(Selection::All)))
    }

    fn is_compressible(&self) -> bool {
        self.dialect == Dialect::Standard
    }

    fn prologue(&self, _: &Publication, _: &Graph) -> io::Result<Vec<u8>> {
        csv::header(self.table, self.dialect, Vec::new())
    }

    fn chunk(&self, publication: &Publication, chunk: &Chunk) -> io::Result<(Vec<u8>, Note)> {
        let rows = csv::rows(self.table, self.dialect, publication, &chunk.announcements, Vec::new())?;
        Ok((rows, Note::new()))
    }

    fn epilogue(&self, _: &[(Range<u64>, Note)]) -> io::Result<Vec<u8>> {
        Ok(Vec::new())
    }
}
