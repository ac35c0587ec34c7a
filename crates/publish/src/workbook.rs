use crate::{
    PublishError,
    csv_dump::CsvDump,
    derived::Derived,
    dump::Dump,
    staging::{StagedFile, Staging},
};
use anslag_core::{Fingerprint, Moment, Publication};
use anslag_table::{
    Dialect, Table,
    workbook::{self, CutText, Options},
};
use std::io;

/// The CSV tables as one Excel workbook.
pub(crate) struct Workbook<'a> {
    pub(crate) publication: &'a Publication,
    /// The last change of any announcement.
    pub(crate) modified: Option<Moment>,
}

/// Bytes of the tables from which a sheet may take more than 4 GiB, since markup surrounds every cell.
const LARGE: u64 = 1 << 28;

impl Workbook<'_> {
    pub(crate) const PATH: &'static str = "data/announcements.xlsx";
}

impl Derived for Workbook<'_> {
    fn path(&self) -> String {
        Self::PATH.to_owned()
    }

    fn sources(&self) -> Vec<String> {
        Table::ALL.map(path).into()
    }

    fn settings(&self) -> Fingerprint {
        let Publication { language, zone, .. } = self.publication;
        Fingerprint::of(&(language.as_str(), zone.name(), self.modified.map(|modified| modified.to_string())))
    }

    fn write(&self, staging: &Staging<'_>, file: &mut StagedFile) -> Result<Vec<CutText>, PublishError> {
        let bytes =
            Table::ALL.iter().filter_map(|table| staging.entry(&path(*table))).map(|entry| entry.size).sum::<u64>();
        let options = Options {
            publication: self.publication,
            modified: self.modified,
            rows: workbook::MAX_ROWS,
            is_large: bytes >= LARGE,
        };
        let mut cut = Vec::new();
        file.add(|out| {
            let open = |table| staging.open(&path(table)).map_err(io::Error::other);
            cut = workbook::write(options, open, out)?;
            Ok(())
        })?;
        Ok(cut)
    }
}

/// Returns the path of a table.
fn path(table: Table) -> String {
    let dump = CsvDump { table, dialect: Dialect::Standard };
    dump.path()
}
