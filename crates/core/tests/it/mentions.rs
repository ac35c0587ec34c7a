use anslag_core::{Line, NamedPlace};
use anslag_fixtures::{announcement, everything, publication};
use proptest::prelude::*;

/// What the debug form of a mention holds that has no number yet. The form is made without the walk over mentions.
const WITHOUT_NUMBER: &str = "number: 0";

#[test]
fn a_mention_has_no_number_before_it_is_in_an_announcement() {
    let place = NamedPlace::new(Line::new("Dals Rostock").unwrap(), None);
    assert!(format!("{place:?}").contains(WITHOUT_NUMBER));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn no_mention_is_left_without_a_number(announcement in announcement(&publication())) {
        prop_assert!(!format!("{announcement:?}").contains(WITHOUT_NUMBER), "{announcement:#?}");
        let numbers = |count: usize| (1..=count).collect::<Vec<_>>();
        let organizations: Vec<_> = announcement.organizations().iter().map(|own| own.number()).collect();
        prop_assert_eq!(&organizations, &numbers(organizations.len()));
        let places: Vec<_> = announcement.places().iter().map(|own| own.number()).collect();
        prop_assert_eq!(&places, &numbers(places.len()));
        let people: Vec<_> = announcement.people().iter().map(|own| own.number()).collect();
        prop_assert_eq!(&people, &numbers(people.len()));
    }
}

#[test]
fn data_on_people_are_stripped_and_the_rest_is_numbered_again() {
    let whole = everything(&publication());
    assert!(!whole.contacts.is_empty() && !whole.quotes.is_empty() && !whole.people().is_empty());
    assert!(whole.notice.as_ref().unwrap().secretary.is_some());
    let stripped = whole.without_personal_data();
    assert!(stripped.contacts.is_empty() && stripped.quotes.is_empty() && stripped.people().is_empty());
    assert_eq!(stripped.notice.as_ref().unwrap().secretary, None);
    assert_eq!(stripped.organizations().first().unwrap().number(), 1);
    assert!(!format!("{stripped:?}").contains(WITHOUT_NUMBER));
}
