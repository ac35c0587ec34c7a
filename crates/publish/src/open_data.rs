use crate::{PublishError, catalogue, csv_dump::CsvDump, dump::Dump, export::Export, start::downloads};
use anslag_core::Format;
use anslag_page::{DEFINITIONS, Download, OPEN_DATA, OpenData, Site};
use anslag_schema::JsonSchema;
use anslag_table::{Dialect, Table};
use std::io::Write;

/// Writes the page of open data and that of our own vocabulary in each language.
pub(crate) fn write_open_data(site: &Site<'_>, export: &Export<'_>) -> Result<(), PublishError> {
    let staging = export.staging;
    let (files, tables) = (downloads(export), tables(export));
    let catalogue = catalogue::DOCUMENTS.map(|(path, _)| path);
    let columns = ["data/csv-metadata.json", catalogue::DATA_PACKAGE];
    let columns: Vec<_> = columns.into_iter().filter(|path| staging.entry(path).is_some()).collect();
    let schemas = JsonSchema::ALL.map(JsonSchema::path);
    for language in site.languages() {
        let content = OpenData {
            language,
            as_of: export.plan.day,
            modified: export.plan.modified,
            files: &files,
            tables: &tables,
            catalogue: &catalogue,
            columns: &columns,
            schemas: &schemas,
        };
        let page = site.open_data(&content);
        staging.write(&site.path(OPEN_DATA, language), |out| out.write_all(page.as_bytes()))?;
        let page = site.definitions(language);
        staging.write(&site.path(DEFINITIONS, language), |out| out.write_all(page.as_bytes()))?;
    }
    Ok(())
}

/// Returns the CSV files of single tables.
fn tables(export: &Export<'_>) -> Vec<Download> {
    let table = |table: Table| {
        let path = CsvDump { table, dialect: Dialect::Standard }.path();
        let file = export.staging.entry(&path)?;
        Some(Download {
            label: table.name().to_owned(),
            format: Format::Csv,
            compression: None,
            is_package: false,
            path,
            bytes: file.size,
            sha256: file.sha256.to_string(),
        })
    };
    Table::ALL.into_iter().filter_map(table).collect()
}
