//! The description of the tables as CSV on the Web: `csv-metadata.json`, in the same directory.
//!
//! One group describes all tables (Metadata Vocabulary for Tabular Data, section 5.3), since foreign keys reach only the
//! tables of one group. A conversion into RDF (Generating RDF from Tabular Data on the Web, minimal mode) gives nothing
//! that the publication's own RDF does not hold.

use crate::{Column, Kind, Label, Table};
use anslag_core::{Format, LanguageTag, Localized, Moment, Publication};
use anslag_vocab::{Term, dcat, dcterms, edtf, schema, skos, vcard};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Writes the description of all tables, in the dialect for programs.
pub fn write<W: Write>(publication: &Publication, modified: Option<Moment>, mut out: W) -> io::Result<W> {
    serde_json::to_writer_pretty(&mut out, &group(publication, modified))?;
    out.write_all(b"\n")?;
    Ok(out)
}

fn group(publication: &Publication, modified: Option<Moment>) -> Value {
    let publisher = &publication.publisher;
    let mut group = Map::new();
    group.insert(
        "@context".to_owned(),
        json!(["http://www.w3.org/ns/csvw", { "@language": publication.language.as_str().to_ascii_lowercase() }]),
    );
    group.insert("dc:title".to_owned(), localized(&publication.title));
    group.insert("dc:description".to_owned(), localized(&publication.description));
    group.insert(
        "dc:publisher".to_owned(),
        json!({ "@id": publication.organization(publisher).as_str(), "schema:name": localized(&publisher.name) }),
    );
    group.insert("dc:license".to_owned(), json!({ "@id": publication.licence.address() }));
    if let Some(modified) = modified {
        let datatype = match modified {
            Moment::Date(_) => "xsd:date",
            Moment::DateTime(_) => "xsd:dateTime",
        };
        group.insert("dc:modified".to_owned(), json!({ "@value": modified.to_string(), "@type": datatype }));
    }
    // By default, a row that begins with # is a comment.
    group.insert(
        "dialect".to_owned(),
        json!({ "encoding": "utf-8", "header": true, "lineTerminators": ["\r\n"], "commentPrefix": null }),
    );
    group.insert("tables".to_owned(), Table::ALL.iter().map(|&described| table(described, publication)).collect());
    Value::Object(group)
}

fn table(table: Table, publication: &Publication) -> Value {
    let columns: Vec<_> = table.columns().iter().map(|described| column(described, publication)).collect();
    let foreign_keys = table.foreign_keys().iter().map(|key| {
        json!({
            "columnReference": key.columns,
            "reference": { "resource": key.table.file_name(Format::Csv), "columnReference": key.references },
        })
    });
    let mut schema = Map::new();
    schema.insert("aboutUrl".to_owned(), json!(table.about().text(publication)));
    schema.insert("columns".to_owned(), json!(columns));
    schema.insert("primaryKey".to_owned(), json!(table.primary_key()));
    if !table.foreign_keys().is_empty() {
        schema.insert("foreignKeys".to_owned(), foreign_keys.collect());
    }
    json!({
        "url": table.file_name(Format::Csv),
        "dc:title": bilingual(&table.title()),
        "dc:description": bilingual(&table.description()),
        "tableSchema": schema,
    })
}

fn column(column: &Column, publication: &Publication) -> Value {
    let mut described = Map::new();
    described.insert("name".to_owned(), json!(column.name));
    // The name in the header row must be one of the titles (section 5.4.3, Schema Compatibility); it is of no language.
    described.insert("titles".to_owned(), json!({ "und": column.name, "sv": column.title.sv, "en": column.title.en }));
    if let Some(description) = &column.description {
        described.insert("dc:description".to_owned(), bilingual(description));
    }
    described.insert("datatype".to_owned(), datatype(column.kind));
    if let Kind::Multi = column.kind {
        described.insert("separator".to_owned(), json!("|"));
    }
    if column.required {
        described.insert("required".to_owned(), json!(true));
    }
    if let Some(about) = column.about {
        described.insert("aboutUrl".to_owned(), json!(about.text(publication)));
    }
    if let Some(property) = column.property {
        described.insert("propertyUrl".to_owned(), json!(property_url(property)));
    }
    if let Some(value) = column.value {
        described.insert("valueUrl".to_owned(), json!(value.text(publication)));
    }
    if !column.output {
        described.insert("suppressOutput".to_owned(), json!(true));
    }
    Value::Object(described)
}

/// Returns a property as CSVW writes it: with a prefix of its initial context, or the whole IRI.
fn property_url(property: Term) -> String {
    let prefixes = [
        ("dc", dcterms::VOCABULARY),
        ("dcat", dcat::VOCABULARY),
        ("schema", schema::VOCABULARY),
        ("skos", skos::VOCABULARY),
        ("vcard", vcard::VOCABULARY),
    ];
    let known = prefixes.iter().find(|(_, vocabulary)| vocabulary.prefix == property.prefix());
    known.map_or_else(|| property.as_str().to_owned(), |(prefix, _)| format!("{prefix}:{}", property.name()))
}

fn datatype(kind: Kind) -> Value {
    let mut datatype = Map::new();
    if let Kind::Edtf = kind {
        datatype.insert("@id".to_owned(), json!(edtf::LEVEL_1.as_str()));
    }
    datatype.insert("base".to_owned(), json!(base(kind)));
    if let Some(pattern) = kind.pattern() {
        datatype.insert("format".to_owned(), json!(pattern));
    }
    if let Kind::Choice(choice) = kind {
        datatype.insert("format".to_owned(), json!(choice.keys().join("|")));
    }
    if let Some(minimum) = kind.minimum() {
        datatype.insert("minimum".to_owned(), json!(minimum));
    }
    if let Some(maximum) = kind.maximum() {
        datatype.insert("maximum".to_owned(), json!(maximum));
    }
    if datatype.len() == 1 { json!(base(kind)) } else { Value::Object(datatype) }
}

/// The built-in datatype (Metadata Vocabulary for Tabular Data, section 5.11.1). An IRI is a string: the templates take
/// it letter by letter, while readers take an `anyURI` apart.
const fn base(kind: Kind) -> &'static str {
    match kind {
        Kind::Text
        | Kind::Id
        | Kind::Code
        | Kind::Choice(_)
        | Kind::Multi
        | Kind::Iri
        | Kind::Phone
        | Kind::Email
        | Kind::Edtf => "string",
        Kind::Date => "date",
        Kind::DateTime => "datetime",
        Kind::Integer => "integer",
        Kind::Bytes => "nonNegativeInteger",
        Kind::Decimal | Kind::Degrees | Kind::Percent => "decimal",
        Kind::Duration => "duration",
    }
}

fn bilingual(label: &Label) -> Value {
    json!([{ "@value": label.sv, "@language": "sv" }, { "@value": label.en, "@language": "en" }])
}

fn localized(text: &Localized) -> Value {
    let tag = |language: &LanguageTag| language.as_str().to_ascii_lowercase();
    text.iter().map(|(language, text)| json!({ "@value": text.as_str(), "@language": tag(language) })).collect()
}
