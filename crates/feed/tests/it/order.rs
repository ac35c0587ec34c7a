//! The order of entries, and the paths of feeds.

use crate::sample::{fields, made, moment, zone};
use anslag_core::{Announcement, AnnouncementId, Fields, Format};
use anslag_feed::{newest_first, path};

fn announcement(id: &str, published: &str, modified: Option<&str>) -> Announcement {
    made(Fields {
        id: AnnouncementId::new(id).unwrap(),
        published: moment(published),
        modified: modified.map(moment),
        ..fields("Ett anslag")
    })
}

#[test]
fn the_last_changed_comes_first_and_the_greater_id_of_two() {
    let mut entries = vec![
        announcement("2021-05-18-a", "2021-05-18", None),
        announcement("2021-05-18-c", "2021-05-18", None),
        // The same instant as the beginning of the day in Stockholm.
        announcement("2021-05-17-b", "2021-05-17T22:00:00Z", None),
        announcement("2021-05-18-d", "2021-05-18T00:00:01+02:00", None),
        announcement("2001-01-01-old", "2001-01-01", Some("2021-06-01")),
    ];
    let expected = ["2001-01-01-old", "2021-05-18-d", "2021-05-18-c", "2021-05-18-a", "2021-05-17-b"];
    let mut references: Vec<&Announcement> = entries.iter().rev().collect();
    newest_first(&mut references, &zone());
    assert_eq!(references.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), expected);
    newest_first(&mut entries, &zone());
    assert_eq!(entries.iter().map(|entry| entry.id.as_str()).collect::<Vec<_>>(), expected);
}

#[test]
fn paths_follow_the_name_and_the_form() {
    assert_eq!(path("all", Format::Rss), "feed/all.rss");
    assert_eq!(path("all", Format::JsonFeed), "feed/all.json");
    assert_eq!(path("topic/oppna-data", Format::Atom), "feed/topic/oppna-data.atom");
}
