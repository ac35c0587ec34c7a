use crate::dump::{Chunk, Dump, Note};
use anslag_catalog::{Content, Text};
use anslag_core::{Format, FormatSpec, Publication};
use anslag_rdf::Graph;
use anslag_table::{Dialect, Label, Table, csv};
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
            Dialect::Standard => format!("data/{}", self.table.file_name()),
            Dialect::Excel => format!("data/excel/{}", self.table.file_name()),
        }
    }

    fn distribution(&self) -> (String, Content) {
        let text = |label: Label| Text::new(label.sv, label.en);
        let (is_for_excel, prefix) = match self.dialect {
            Dialect::Standard => (false, "csv"),
            Dialect::Excel => (true, "excel"),
        };
        let (title, description) = (text(self.table.title()), text(self.table.description()));
        (format!("{prefix}-{}", self.table.name()), Content::Table { title, description, is_for_excel })
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
