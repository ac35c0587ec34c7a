//! The column table and the descriptions that are made from it.

use crate::publication::publication;
use anslag_core::{AnnouncementId, Node};
use anslag_table::{Column, Kind, Table, Template, csvw};
use std::collections::BTreeSet;

#[test]
fn names_are_lower_case_snake_case_and_stand_once() {
    for table in Table::ALL {
        let names: BTreeSet<_> = table.columns().iter().map(|column| column.name).collect();
        assert_eq!(names.len(), table.columns().len(), "{}", table.name());
        for name in names.into_iter().chain([table.name()]) {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{name}");
        }
    }
}

#[test]
fn keys_name_columns_that_are_there_and_never_empty() {
    let column = |table: Table, name: &str| *table.columns().iter().find(|column| column.name == name).unwrap();
    for table in Table::ALL {
        assert!(table.primary_key().iter().all(|name| column(table, name).required), "{}", table.name());
        for key in table.foreign_keys() {
            assert_eq!(key.table.primary_key(), key.references, "{}", table.name());
            for (own, other) in key.columns.iter().zip(key.references) {
                assert_eq!(column(table, own).kind, column(key.table, other).kind);
            }
        }
    }
}

/// The columns of a template, as in `{n}` or `{+person_iri}`.
fn variables(template: Template) -> Vec<String> {
    let (Template::Below(text) | Template::Whole(text)) = template;
    text.split('{').skip(1).map(|rest| rest.split('}').next().unwrap().trim_start_matches('+').to_owned()).collect()
}

#[test]
fn templates_name_columns_of_their_table() {
    for table in Table::ALL {
        let columns = table.columns();
        let of_columns = columns.iter().flat_map(|column| column.about.into_iter().chain(column.value));
        for variable in of_columns.chain([table.about()]).flat_map(variables) {
            assert!(columns.iter().any(|column| column.name == variable), "{} has no {variable}", table.name());
        }
        for column in columns {
            let needed = column.about.into_iter().chain(column.value).flat_map(variables);
            let filled = |name: &str| columns.iter().any(|known| known.name == name && known.required);
            for variable in needed.filter(|name| *name != column.name && column.output) {
                assert!(filled(&variable), "{}: {} needs {variable}, which may be empty", table.name(), column.name);
            }
        }
    }
}

#[test]
fn a_column_that_is_given_to_rdf_has_a_property_and_no_value_that_differs_there() {
    for (table, column) in Table::ALL.into_iter().flat_map(|t| t.columns().iter().map(move |c| (t, c))) {
        let given = format!("{} {}", table.name(), column.name);
        assert!(!column.output || column.property.is_some(), "{given}");
        if column.output {
            // Texts carry a language in RDF, but for the names of people and streets.
            let proper_names = [
                "contacts name",
                "contacts visiting_address",
                "quote_speakers name",
                "notices paragraphs",
                "notices secretary",
            ];
            assert!(column.kind != Kind::Text || proper_names.contains(&given.as_str()), "{given}");
            // A day may be an instant in RDF, but for those that the model has as days.
            let has_days = [Table::Notices, Table::Consultations, Table::Jobs, Table::Offers].contains(&table);
            assert!(column.kind != Kind::Date || has_days, "{given}");
            assert!(column.kind != Kind::Multi, "{given}");
            assert!(column.kind != Kind::Iri || column.value.is_some(), "{given}");
        }
    }
}

#[test]
fn templates_say_what_the_publication_mints() {
    let publication = publication();
    let id = AnnouncementId::new("2021-05-18-ett").unwrap();
    let filled = |template: Template| {
        let text = template.text(&publication);
        ["{id}", "{announcement_id}"]
            .iter()
            .fold(text, |text, name| text.replace(name, id.as_str()))
            .replace("{n}", "2")
    };
    let node = |node: Node| publication.node(&id, node).to_string();
    let about = |table: Table| filled(table.about());
    assert_eq!(about(Table::Announcements), publication.announcement(&id).as_str());
    assert_eq!(about(Table::AnnouncementTopics), publication.announcement(&id).as_str());
    assert_eq!(about(Table::Contacts), node(Node::Contact(2)));
    assert_eq!(about(Table::Quotes), node(Node::Quote(2)));
    assert_eq!(about(Table::Projects), node(Node::Project));
    assert_eq!(about(Table::Funding), node(Node::Funding(2)));
    assert_eq!(about(Table::Events), node(Node::Event(2)));
    let column =
        |table: Table, name: &str| -> Column { *table.columns().iter().find(|column| column.name == name).unwrap() };
    let column_about = |table, name| filled(column(table, name).about.unwrap());
    assert_eq!(column_about(Table::Contacts, "visiting_address"), node(Node::ContactAddress(2)));
    assert_eq!(column_about(Table::Projects, "duration"), node(Node::ProjectPeriod));
    assert_eq!(column_about(Table::Funding, "amount"), node(Node::FundingAmount(2)));
    assert_eq!(column_about(Table::Events, "price"), node(Node::Admission(2)));
    let quote = column(Table::QuoteSpeakers, "announcement_id").about.unwrap().text(&publication);
    assert_eq!(quote.replace("{announcement_id}", id.as_str()).replace("{quote_n}", "2"), node(Node::Quote(2)));
}

#[test]
fn the_description_is_without_a_date_where_none_is_given() {
    let publication = publication();
    let without = String::from_utf8(csvw::write(&publication, None, Vec::new()).unwrap()).unwrap();
    assert!(!without.contains("dc:modified"));
}
