//! The description of the tables as a Data Package 2.0: `datapackage.json`, in the same directory.
//!
//! A Data Package knows one language; it is that of the publication where that is Swedish, else English.

use crate::{Column, Kind, Table};
use anslag_core::{Format, Licence, Moment, Publication};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

const PACKAGE: &str = "https://datapackage.org/profiles/2.0/datapackage.json";
const RESOURCE: &str = "https://datapackage.org/profiles/2.0/dataresource.json";
const SCHEMA: &str = "https://datapackage.org/profiles/2.0/tableschema.json";

/// A table's file as it was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Resource<'a> {
    /// The table.
    pub table: Table,
    /// The size of its file in bytes.
    pub bytes: u64,
    /// The SHA-256 of its file in hexadecimal digits.
    pub sha256: &'a str,
}

/// Writes the description of some files, all in the dialect for programs and in the same folder as it.
pub fn write<W: Write>(
    publication: &Publication,
    resources: &[Resource<'_>],
    modified: Option<Moment>,
    mut out: W,
) -> io::Result<W> {
    serde_json::to_writer_pretty(&mut out, &package(publication, resources, modified))?;
    out.write_all(b"\n")?;
    Ok(out)
}

fn package(publication: &Publication, resources: &[Resource<'_>], modified: Option<Moment>) -> Value {
    let language = &publication.language;
    let publisher = &publication.publisher;
    let mut contributor = Map::new();
    contributor.insert("title".to_owned(), json!(publisher.name.get(language, language).1.as_str()));
    if let Some(homepage) = &publisher.homepage {
        contributor.insert("path".to_owned(), json!(homepage.as_str()));
    }
    contributor.insert("roles".to_owned(), json!(["publisher"]));
    let contact = &publication.contact;

    let mut package = Map::new();
    package.insert("$schema".to_owned(), json!(PACKAGE));
    package.insert("name".to_owned(), json!(format!("{}-announcements", publisher.key)));
    package.insert("title".to_owned(), json!(publication.title.get(language, language).1.as_str()));
    package.insert("description".to_owned(), json!(publication.description.get(language, language).1.as_str()));
    package.insert("homepage".to_owned(), json!(publication.base.iri().as_str()));
    // Not a property of the standard, which has only the date of the package's creation and lets others stand.
    if let Some(modified) = modified {
        package.insert("modified".to_owned(), json!(modified.to_string()));
    }
    package.insert("licenses".to_owned(), json!([licence(publication.licence)]));
    package.insert(
        "contributors".to_owned(),
        json!([
            contributor,
            { "title": contact.name.as_str(), "email": contact.email.as_str(), "roles": ["contact"] },
        ]),
    );
    package
        .insert("resources".to_owned(), resources.iter().map(|described| resource(described, publication)).collect());
    Value::Object(package)
}

/// The licence by its address, its name in the SPDX list, and its title.
fn licence(licence: Licence) -> Value {
    json!({ "name": licence.key(), "path": licence.address(), "title": licence.title() })
}

fn resource(resource: &Resource<'_>, publication: &Publication) -> Value {
    let table = resource.table;
    let language = &publication.language;
    let fields: Vec<_> = table.columns().iter().map(|column| field(column, publication)).collect();
    let foreign_keys = table.foreign_keys().iter().map(|key| {
        json!({
            "fields": key.columns,
            "reference": { "resource": key.table.name(), "fields": key.references },
        })
    });
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!(SCHEMA));
    schema.insert("fields".to_owned(), json!(fields));
    schema.insert("primaryKey".to_owned(), json!(table.primary_key()));
    if !table.foreign_keys().is_empty() {
        schema.insert("foreignKeys".to_owned(), foreign_keys.collect());
    }
    json!({
        "$schema": RESOURCE,
        "name": table.name(),
        "path": table.file_name(Format::Csv),
        "type": "table",
        "title": table.title().get(language),
        "description": table.description().get(language),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": resource.bytes,
        "hash": format!("sha256:{}", resource.sha256),
        "dialect": { "delimiter": ",", "lineTerminator": "\r\n", "quoteChar": "\"", "doubleQuote": true },
        "schema": schema,
    })
}

fn field(column: &Column, publication: &Publication) -> Value {
    let language = &publication.language;
    let mut field = Map::new();
    field.insert("name".to_owned(), json!(column.name));
    field.insert("type".to_owned(), json!(field_type(column.kind)));
    if let Kind::Multi = column.kind {
        field.insert("delimiter".to_owned(), json!("|"));
    }
    field.insert("title".to_owned(), json!(column.title.get(language)));
    if let Some(description) = &column.description {
        field.insert("description".to_owned(), json!(description.get(language)));
    }
    let mut constraints = constraints(column.kind);
    if column.required {
        constraints.insert("required".to_owned(), json!(true));
    }
    if !constraints.is_empty() {
        field.insert("constraints".to_owned(), Value::Object(constraints));
    }
    Value::Object(field)
}

/// The type of a field (Table Schema 2.0, section Field Types). Addresses have no format: `uri` allows no IRIs.
const fn field_type(kind: Kind) -> &'static str {
    match kind {
        Kind::Text | Kind::Id | Kind::Code | Kind::Choice(_) | Kind::Iri | Kind::Phone | Kind::Email | Kind::Edtf => {
            "string"
        }
        Kind::Multi => "list",
        Kind::Date => "date",
        Kind::DateTime => "datetime",
        Kind::Integer | Kind::Bytes => "integer",
        Kind::Decimal | Kind::Degrees | Kind::Percent => "number",
        Kind::Duration => "duration",
    }
}

/// Constraints on the values of a kind.
fn constraints(kind: Kind) -> Map<String, Value> {
    let mut constraints = Map::new();
    if let Some(pattern) = kind.pattern() {
        constraints.insert("pattern".to_owned(), json!(pattern));
    }
    if let Kind::Choice(choice) = kind {
        constraints.insert("enum".to_owned(), json!(choice.keys()));
    }
    if let Some(minimum) = kind.minimum() {
        constraints.insert("minimum".to_owned(), json!(minimum));
    }
    if let Some(maximum) = kind.maximum() {
        constraints.insert("maximum".to_owned(), json!(maximum));
    }
    constraints
}
