//! Holds the tables against the walk of `anslag-core` over the organisations and places that an announcement mentions.

use anslag_core::{Announcement, Publication};
use anslag_fixtures::{announcement, everything, publication};
use anslag_schema::{PARTS, Value};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// Returns the IRIs of the organisations and of the places that the fields of the tables hold.
fn of_the_tables(publication: &Publication, announcement: &Announcement) -> (BTreeSet<String>, BTreeSet<String>) {
    let (mut parties, mut locations) = (BTreeSet::new(), BTreeSet::new());
    let party = |party| publication.party(&announcement.id, party).to_string();
    let location = |location| publication.location(&announcement.id, location).to_string();
    for part in PARTS {
        part.walk(announcement, &mut |_, fields| {
            for (_, value) in fields {
                match value {
                    Some(Value::Party(one)) => parties.extend([party(one)]),
                    Some(Value::Parties(all)) => parties.extend(all.iter().map(party)),
                    Some(Value::Location(one)) => locations.extend([location(one)]),
                    Some(Value::Locations(all)) => locations.extend(all.iter().map(location)),
                    _ => {}
                }
            }
        });
    }
    (parties, locations)
}

/// A mention that the walk forgets has no number of its own, and a field that the tables forget has no IRI here.
fn check(publication: &Publication, announcement: &Announcement) {
    let id = &announcement.id;
    let parties = announcement.parties().map(|party| publication.party(id, party).to_string());
    let locations = announcement.locations().map(|place| publication.location(id, place).to_string());
    assert_eq!(of_the_tables(publication, announcement), (parties.collect(), locations.collect()));
}

#[test]
fn the_tables_know_the_mentions_of_everything() {
    let publication = publication();
    check(&publication, &everything(&publication));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_tables_know_the_mentions_of_any_announcement(announcement in announcement(&publication())) {
        check(&publication(), &announcement);
    }
}
