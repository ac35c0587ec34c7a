//! The column table and the descriptions that are made from it.

use crate::publication::publication;
use anslag_core::AnnouncementId;
use anslag_table::{Kind, Table, Template, csvw};
use std::collections::BTreeSet;

#[test]
fn names_are_lower_case_snake_case_and_stand_once() {
    for table in Table::ALL {
        let names: BTreeSet<&str> = table.columns().iter().map(|column| &*column.name).collect();
        assert_eq!(names.len(), table.columns().len(), "{}", table.name());
        for name in names.into_iter().chain([table.name()]) {
            assert!(name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'), "{name}");
        }
    }
}

#[test]
fn keys_name_columns_that_are_there_and_never_empty() {
    let column = |table: Table, name: &str| table.columns().iter().find(|column| column.name == name).unwrap();
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

#[test]
fn templates_name_columns_of_their_table() {
    for table in Table::ALL {
        let columns = table.columns();
        let of_columns = columns.iter().flat_map(|column| column.about.into_iter().chain(column.value));
        for variable in of_columns.chain([table.about()]).flat_map(Template::columns) {
            assert!(columns.iter().any(|column| column.name == variable), "{} has no {variable}", table.name());
        }
        for column in columns {
            let needed = column.about.into_iter().chain(column.value).flat_map(Template::columns);
            let filled = |name: &str| columns.iter().any(|known| known.name == name && known.required);
            for variable in needed.filter(|name| *name != column.name && column.output) {
                assert!(filled(variable), "{}: {} needs {variable}, which may be empty", table.name(), column.name);
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
            // Texts carry a language in RDF; names and numbers that carry none are codes.
            assert!(column.kind != Kind::Text, "{given}");
            // A day may be an instant in RDF, but for those that the model has as days.
            let has_days = [
                Table::Notices,
                Table::NoticeDeadlines,
                Table::Consultations,
                Table::Jobs,
                Table::Offers,
                Table::Events,
            ]
            .contains(&table);
            assert!(column.kind != Kind::Date || has_days, "{given}");
            assert!(column.kind != Kind::Multi, "{given}");
            assert!(column.kind != Kind::Iri || column.value.is_some(), "{given}");
        }
    }
}

/// A template is what the publication mints, with the columns in the places of the id and the number.
#[test]
fn templates_say_what_the_publication_mints() {
    let publication = publication();
    let id = AnnouncementId::new("2021-05-18-ett").unwrap();
    let all = Table::ALL.into_iter().flat_map(|table| {
        let of_columns = table.columns().iter().flat_map(|column| column.about.into_iter().chain(column.value));
        of_columns.chain([table.about()]).collect::<Vec<_>>()
    });
    let mut nodes = BTreeSet::new();
    for template in all {
        let minted = match template {
            Template::Announcement(_) => publication.announcement(&id),
            Template::Node(node, _) => publication.node(&id, node),
            Template::Concept(..) | Template::Cell(_) => continue,
        };
        let columns: Vec<_> = template.columns().collect();
        let mut text = template.text(&publication).replace(&format!("{{{}}}", columns[0]), id.as_str());
        for number in &columns[1..] {
            text = text.replace(&format!("{{{number}}}"), "1");
        }
        assert_eq!(text, minted.as_str());
        nodes.insert(text);
    }
    assert!(nodes.len() > 15, "{nodes:?}");
}

#[test]
fn the_description_is_without_a_date_where_none_is_given() {
    let publication = publication();
    let without = String::from_utf8(csvw::write(&publication, None, Vec::new()).unwrap()).unwrap();
    assert!(!without.contains("dc:modified"));
}
