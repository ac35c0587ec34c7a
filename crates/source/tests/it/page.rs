use crate::{data, home, open};
use anslag_core::{Announcement, Location, Party, Programme};

fn announcement() -> Announcement {
    let (corpus, said) = open(&data());
    assert_eq!(said, "");
    let corpus = corpus.unwrap();
    assert_eq!(corpus.count(), 1);
    corpus.read(&corpus.index().next().unwrap().unwrap()).unwrap()
}

#[test]
fn the_real_page_is_read_without_a_word() {
    let announcement = announcement();
    let keys: Vec<_> = announcement.topics.iter().map(|topic| topic.key.as_str()).collect();
    assert_eq!(keys, ["digitalisering", "oppna-data", "gron-hallbar-turism"]);
    assert_eq!(announcement.contacts[0].phone.as_ref().unwrap().as_str(), "+46521722393");

    let project = announcement.project.as_ref().unwrap();
    assert!(matches!(&project.programme, Some(Programme::Registered(programme))
        if programme.key.as_str() == "nordic-mobility-programme" && programme.alternate_names.len() == 1));
    assert!(matches!(&project.participants[..], [Party::Named(named)]
        if named.number() == 1 && named.name.as_str() == "Visit Trollhättan-Vänersborg"));
    let shares: Vec<_> = project.funding.iter().map(|funding| funding.percent.unwrap().value().to_string()).collect();
    assert_eq!(shares, ["60.0", "40.0"]);

    let event = &announcement.events[0];
    assert_eq!(event.when.as_ref().unwrap().as_str(), "2021-23");
    assert!(event.places.iter().all(|place| matches!(place, Location::Registered(_))));
}

#[test]
fn the_quote_is_found_letter_by_letter() {
    let announcement = announcement();
    let quote = &announcement.quotes[0];
    assert!(quote.text.as_str().starts_with("Ett väldigt spännande projekt som Vänersborgs kommun"));
    assert!(quote.text.as_str().ends_with("och även underlätta för vår lokala turistnäring"));
    let speakers: Vec<_> = quote.speakers.iter().map(|person| (person.number(), person.name.as_str())).collect();
    assert_eq!(speakers, [(1, "Stefan Konjevic"), (2, "Isak Johansson")]);
}

/// The page as it was fetched, against what the announcement says: nothing is lost, and nothing is changed.
#[test]
fn no_sentence_of_the_page_is_lost() {
    let announcement = announcement();
    let contact = &announcement.contacts[0];
    let mut said: Vec<String> = announcement.body.text().split("\n\n").map(str::to_owned).collect();
    said.push(announcement.title.to_string());
    said.push(announcement.lead.as_ref().unwrap().to_string());
    said.push(contact.name.to_string());
    said.push(contact.role.as_ref().unwrap().to_string());
    said.push(contact.visiting_address.as_ref().unwrap().to_string());
    said.push(contact.email.as_ref().unwrap().to_string());
    // Its meaning is kept; the test above holds the number.
    said.push("0521-72 23 93".to_owned());
    said.push(format!("Publicerad {}", announcement.published));

    // The page's own furniture: its skip link, and the labels of the contact's lines.
    let furniture = ["Hoppa till innehåll", "KONTAKT", "Besöksadress:", "Telefon:", "E-post myndigheten:"];
    let page = std::fs::read_to_string(home().join("tests/data/page.txt")).unwrap();
    let lines: Vec<&str> = page.lines().filter(|line| !line.is_empty() && !furniture.contains(line)).collect();
    assert_eq!(lines.len(), 16);
    for line in &lines {
        assert!(said.iter().any(|text| text == line), "the page says, and the announcement does not: {line}");
    }
    for text in &said {
        assert!(lines.contains(&text.as_str()), "the announcement says, and the page does not: {text}");
    }
    assert!(announcement.body.text().contains("den turistbolaget"), "the typing error is the page's own");
}
