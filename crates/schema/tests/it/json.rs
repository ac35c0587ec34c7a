use anslag_core::ClosedSet;
use anslag_fixtures::{everything, publication};
use anslag_schema::{AnyPart, Kind, PARTS, Value};
use serde_json::Value as Json;
use std::collections::BTreeSet;

/// Collects the keys of each kind of object that JSON Lines hold: the tables must know all of them.
fn collect(part: &'static dyn AnyPart, json: &Json, found: &mut Vec<(&'static dyn AnyPart, BTreeSet<String>)>) {
    match json {
        Json::Array(all) => all.iter().for_each(|one| collect(part, one, found)),
        Json::Object(object) => {
            found.push((part, object.keys().cloned().collect()));
            for spec in part.fields() {
                let Some(value) = object.get(spec.key) else { continue };
                let named = |key: &str| PARTS.into_iter().find(|part| part.spec().key == key).unwrap();
                match spec.kind {
                    Kind::Part(part) => collect(part.part(), value, found),
                    Kind::Party | Kind::Parties => collect(named("organization"), value, found),
                    Kind::Location | Kind::Locations => collect(named("place"), value, found),
                    Kind::Programme => collect(named("programme"), value, found),
                    _ => {}
                }
            }
        }
        // A key of the register.
        _ => {}
    }
}

/// A new field of a struct is in the JSON of the sample at once; here it fails until it is in its table.
#[test]
fn every_key_of_json_is_in_the_tables() {
    let publication = publication();
    let json = serde_json::to_value(everything(&publication)).unwrap();
    let mut found = Vec::new();
    collect(PARTS[0], &json, &mut found);
    for (part, keys) in &found {
        for key in keys {
            // The currency is a key next to the amount of a funding.
            let is_money = key == "currency" && part.fields().iter().any(|spec| matches!(spec.kind, Kind::Money));
            let is_known = part.fields().iter().any(|spec| spec.key == key);
            assert!(is_known || is_money, "{part:?} has no field `{key}`");
        }
    }
    let met: BTreeSet<_> = found.iter().map(|(part, _)| part.spec().key).collect();
    let all: BTreeSet<_> = PARTS.iter().map(|part| part.spec().key).collect();
    assert_eq!(met, all, "the sample has no such part");
}

/// What the tables read is there in JSON, under the same key.
#[test]
fn what_a_field_reads_is_in_the_json() {
    let publication = publication();
    let sample = everything(&publication);
    let json = serde_json::to_value(&sample).unwrap();
    PARTS[0].walk(&sample, &mut |_, fields| {
        // JSON leaves the usual class of reuse out.
        for (spec, value) in fields.filter(|(spec, _)| spec.key != "reuse") {
            if let Some(Value::Choice(_, choice)) = value {
                assert_eq!(json[spec.key], choice.key);
            }
            assert!(value.is_none() || !json[spec.key].is_null(), "{}", spec.key);
        }
    });
}

#[test]
fn a_set_has_the_members_of_its_enum() {
    let severity = PARTS.iter().flat_map(|part| part.fields()).find(|spec| spec.key == "severity").unwrap();
    let Kind::Choice(set) = severity.kind else { panic!("{severity:?}") };
    let keys: Vec<_> = set.members().iter().map(|member| member.key).collect();
    assert_eq!(keys, anslag_core::AlertSeverity::ALL.map(ClosedSet::key));
    assert_eq!(set.name("minor"), "anslag:severity-minor");
    assert_eq!(set.iri("{severity}"), "https://w3id.org/anslag/ns#severity-{severity}");
}
