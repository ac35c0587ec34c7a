use anslag_schema::{AnyPart, Kind, PARTS, Spec, Told};
use anslag_vocab::Kind as TermKind;
use std::collections::BTreeSet;

fn fields() -> impl Iterator<Item = (&'static dyn AnyPart, &'static Spec)> {
    PARTS.into_iter().flat_map(|part| part.fields().into_iter().map(move |spec| (part, spec)))
}

#[test]
fn keys_and_aliases_stand_once() {
    for part in PARTS {
        let mut seen = BTreeSet::new();
        // A field without a key says in RDF what another one says, and sources do not have it.
        for spec in part.fields().into_iter().filter(|spec| !spec.key.is_empty()) {
            for name in [spec.key].iter().chain(spec.aliases) {
                assert!(!name.is_empty() && seen.insert(*name), "{part:?} has two fields `{name}`");
            }
        }
    }
}

#[test]
fn what_has_a_property_has_a_noun() {
    for (part, spec) in fields().filter(|(_, spec)| !spec.properties.is_empty()) {
        assert!(spec.noun.iter().all(|noun| !noun.is_empty()), "{part:?}.{} has no noun", spec.key);
    }
}

/// A text with a language needs a property for such texts, a node one for resources.
#[test]
fn properties_take_what_the_kind_gives() {
    for (part, spec) in fields() {
        for property in spec.properties {
            let fits = match spec.kind {
                // A name may be in a language or not.
                Kind::Line | Kind::Text | Kind::Markdown | Kind::Lines => {
                    matches!(property.kind(), TermKind::Text | TermKind::Value)
                }
                Kind::Plain
                | Kind::Plains
                | Kind::Day
                | Kind::Deadline
                | Kind::Moment
                | Kind::Edtf
                | Kind::Date
                | Kind::Duration
                | Kind::Decimal
                | Kind::Percent
                | Kind::Money
                | Kind::Point
                | Kind::Area
                | Kind::Bytes
                | Kind::Count
                | Kind::MediaType
                | Kind::Language
                | Kind::Flag
                | Kind::Id => property.kind() == TermKind::Value,
                Kind::Email | Kind::Phone => matches!(property.kind(), TermKind::Value | TermKind::Resource),
                Kind::Iri
                | Kind::Address
                | Kind::Country
                | Kind::Announcement
                | Kind::Announcements
                | Kind::Board
                | Kind::Organization
                | Kind::Party
                | Kind::Parties
                | Kind::Location
                | Kind::Locations
                | Kind::Programme
                | Kind::Topics
                | Kind::Themes
                | Kind::Choice(_)
                | Kind::Derived
                | Kind::Node(_)
                | Kind::Part(_) => property.kind() == TermKind::Resource,
            };
            assert!(fits, "{part:?}.{}: {property} takes {:?}", spec.key, property.kind());
        }
    }
}

/// Whether people are told the field: not what only another field leads to, and nothing without a name.
fn is_told(part: &dyn AnyPart, spec: &Spec) -> bool {
    let is_target = part.fields().iter().any(|other| other.leads_to == Some(spec.key));
    spec.labels.is_some() && !is_target && !matches!(spec.kind, Kind::Derived | Kind::Node(_) | Kind::Part(_))
}

#[test]
fn the_order_in_which_people_are_told_leaves_nothing_out() {
    for part in PARTS {
        let Told::Keys(told) = part.spec().told else { continue };
        let keys: BTreeSet<_> =
            part.fields().into_iter().filter(|spec| is_told(part, spec)).map(|spec| spec.key).collect();
        assert_eq!(told.iter().copied().collect::<BTreeSet<_>>(), keys, "{part:?}");
        assert_eq!(told.len(), keys.len(), "{part:?}");
    }
}

#[test]
fn a_field_leads_to_an_address_of_its_part() {
    for (part, spec) in fields() {
        let Some(target) = spec.leads_to else { continue };
        let is_target = |other: &&Spec| other.key == target && matches!(other.kind, Kind::Iri);
        assert!(part.fields().into_iter().any(|other| is_target(&other)), "{part:?}.{} leads nowhere", spec.key);
    }
}

/// A row is read once, from its first cell to its last.
#[test]
fn the_keys_of_derived_values_come_after_these_values() {
    for part in PARTS {
        let fields = part.fields();
        let Some(at) = fields.iter().position(|spec| matches!(spec.kind, Kind::Derived)) else { continue };
        assert!(fields[at..].iter().all(|spec| !matches!(spec.kind, Kind::Deadline)), "{part:?}");
    }
}

/// A field about another node needs the node among the fields of its part, which leads to it.
#[test]
fn a_node_that_fields_are_about_belongs_to_their_part() {
    for (part, spec) in fields() {
        let Some(about) = spec.about else { continue };
        let belongs = |other: &Spec| matches!(other.kind, Kind::Node(node) if node == about);
        assert!(part.fields().into_iter().any(belongs), "{part:?}.{} is about a node of no field", spec.key);
    }
}
