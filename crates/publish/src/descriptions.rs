use crate::{PublishError, catalogue, csv_dump::CsvDump, dump::Dump, export::Export};
use anslag_catalog::{Count, Published};
use anslag_core::Format;
use anslag_rdf::Syntax;
use anslag_schema::JsonSchema;
use anslag_table::{Dialect, Table, datapackage::Resource};
use oxrdf::Triple;
use std::io::Write;

/// Describes the CSV tables, if they are among the dumps: as CSV on the Web and as a Data Package.
pub(crate) fn write_table_descriptions(export: &Export<'_>) -> Result<(), PublishError> {
    let (publication, modified) = (export.publication(), export.plan.modified);
    if !publication.output.has(Format::Csv) {
        return Ok(());
    }
    export
        .staging
        .write("data/csv-metadata.json", |out| anslag_table::csvw::write(publication, modified, out).map(drop))?;
    let files = Table::ALL.map(|table| {
        let path = CsvDump { table, dialect: Dialect::Standard }.path();
        let file = export.staging.entry(&path).expect("the tables are written");
        (table, file.size, file.sha256.to_string())
    });
    let resources: Vec<Resource<'_>> =
        files.iter().map(|(table, bytes, sha256)| Resource { table: *table, bytes: *bytes, sha256 }).collect();
    export.staging.write(catalogue::DATA_PACKAGE, |out| {
        anslag_table::datapackage::write(publication, &resources, modified, out).map(drop)
    })?;
    Ok(())
}

/// Describes everything that was written: the catalogue, the statistics, and the definitions of what the data are written
/// with.
pub(crate) fn write_catalogue(export: &Export<'_>, count: Count) -> Result<(), PublishError> {
    let (publication, staging) = (export.publication(), export.staging);
    let extent = export.plan.extent.clone();
    let distributions = catalogue::distributions(publication, &extent, export.plan.day, |path| staging.entry(path));
    let feed_list = Some(anslag_feed::list::OPML.to_owned()).filter(|path| staging.entry(path).is_some());
    let published = Published { extent, distributions, feed_list, count };
    let write = |path: &str, syntax: Syntax, triples: &[Triple]| {
        staging.write(path, |out| syntax.description(publication, triples, out).map(drop))
    };
    let triples = anslag_catalog::catalogue(publication, &published);
    for (path, syntax) in catalogue::DOCUMENTS {
        write(path, syntax, &triples)?;
    }
    let statistics = anslag_catalog::statistics(publication, &published);
    write(anslag_catalog::STATISTICS_PATH, Syntax::Turtle, &statistics)?;
    for document in anslag_rdf::definitions(publication) {
        write(&document.file(), Syntax::Turtle, &document.triples)?;
    }
    staging.write("shapes.ttl", |out| out.write_all(anslag_rdf::SHAPES.as_bytes()))?;
    staging.write("context.jsonld", |out| anslag_rdf::write_context(out).map(drop))?;
    for schema in JsonSchema::ALL {
        staging.write(&schema.path(), |out| out.write_all(schema.render(Some(publication)).as_bytes()))?;
    }
    Ok(())
}
