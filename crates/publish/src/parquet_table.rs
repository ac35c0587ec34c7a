use crate::{
    PublishError,
    csv_dump::CsvDump,
    derived::Derived,
    dump::Dump,
    staging::{StagedFile, Staging},
};
use anslag_core::{Fingerprint, Format, Zone};
use anslag_table::{Dialect, Table, parquet, workbook::CutText};

/// A table as Parquet, made of its CSV file.
///
/// It is no dump. A row group should have many thousands of rows, while a chunk has those of sixteen announcements.
pub(crate) struct ParquetTable<'a> {
    pub(crate) table: Table,
    pub(crate) zone: &'a Zone,
}

impl ParquetTable<'_> {
    fn csv_path(&self) -> String {
        CsvDump { table: self.table, dialect: Dialect::Standard }.path()
    }
}

impl Derived for ParquetTable<'_> {
    fn path(&self) -> String {
        format!("data/{}", self.table.file_name(Format::Parquet))
    }

    fn sources(&self) -> Vec<String> {
        vec![self.csv_path()]
    }

    fn settings(&self) -> Fingerprint {
        Fingerprint::of(Format::Parquet.spec().key)
    }

    fn write(&self, staging: &Staging<'_>, file: &mut StagedFile) -> Result<Vec<CutText>, PublishError> {
        let csv = staging.open(&self.csv_path())?;
        file.add(|out| parquet::write(self.table, self.zone, csv, out).map(drop))?;
        Ok(Vec::new())
    }
}
