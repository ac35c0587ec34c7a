use super::{Quotations, Speaker, quote_pattern, read_quotations};
use anslag_core::Body;

/// Paragraphs, and what is in them: `words: name, role, unit + name`, then doubts.
const PARAGRAPHS: &[(&str, &[&str])] = &[
    ("- Det blir bra, säger Anna Ek, rektor på Dalboskolan.", &["Det blir bra: Anna Ek, rektor, Dalboskolan"]),
    ("– Blir det bra? undrar Anna Ek.", &["Blir det bra?: Anna Ek"]),
    ("—Det blir bra, säger Anna Ek.", &["Det blir bra: Anna Ek"]),
    (
        "- Vi tror det, säger Stefan Konjevic och Isak Johansson, två praktikanter på avdelningen för hållbar utveckling som varit med och arbetat.",
        &[
            "Vi tror det: Stefan Konjevic, praktikant, avdelningen för hållbar utveckling + Isak Johansson, praktikant, avdelningen för hållbar utveckling",
        ],
    ),
    ("– Det, säger Anna Ek, rektor, och Bo Alm, lärare.", &["Det: Anna Ek, rektor + Bo Alm, lärare"]),
    ("– Det, säger Anna Ek och Bo Alm, rektorer.", &["Det: Anna Ek + Bo Alm", "Role"]),
    ("– Det, säger kommunalrådet Anna Ek.", &["Det: Anna Ek, kommunalrådet"]),
    (
        "– Som vi säger i Dalsland blir det bra, säger Anna von Ek.",
        &["Som vi säger i Dalsland blir det bra: Anna von Ek"],
    ),
    ("– Det blir bra, säger Anna Ek. Nästa år börjar bygget.", &["Det blir bra: Anna Ek", "QuoteGoesOn"]),
    ("– Det blir bra, säger Anna Ek, och det blir fort.", &["Det blir bra: Anna Ek", "QuoteGoesOn"]),
    ("– Det blir bra, säger hon.", &["NoSpeaker"]),
    ("– Det blir bra, säger Fridén.", &["Det blir bra: Anders Fridén, samordnare"]),
    ("”Det blir bra”, säger Anna Ek, chef.", &["Det blir bra: Anna Ek, chef"]),
    (
        "”Det blir bra”, säger Anna Ek, chef, ”och det blir fort.”",
        &["Det blir bra: Anna Ek, chef", "och det blir fort.: Anna Ek, chef"],
    ),
    (
        "”Det blir bra”, säger Anna Ek. ”Det blir dåligt”, säger Bo Alm.",
        &["Det blir bra: Anna Ek", "Det blir dåligt: Bo Alm"],
    ),
    ("Kommunen kallar det ”Nya vägen” i planen.", &[]),
    ("Projektet är bra. ”Det blir bra”, säger Anna Ek.", &["Det blir bra: Anna Ek"]),
    (
        "“It is good,” says Anna Ek, Head of Culture at Example Council.",
        &["It is good: Anna Ek, Head of Culture, Example Council"],
    ),
    ("\"It is good,\" Anna Ek said.", &["It is good: Anna Ek"]),
    ("– Ett, säger Anna Ek, t.f. chef för kultur och fritid.", &["Ett: Anna Ek, t.f. chef för kultur och fritid"]),
    ("- mjölk", &[]),
    ("-", &[]),
    ("", &[]),
];

#[test]
fn quotes_of_paragraphs() {
    let known = [Speaker { name: "Anders Fridén".to_owned(), role: Some("samordnare".to_owned()), unit: None }];
    for (paragraph, expected) in PARAGRAPHS {
        let Quotations { quotes, doubts, .. } = read_quotations(paragraph, &known);
        let person = |speaker: &Speaker| {
            let parts = [Some(speaker.name.clone()), speaker.role.clone(), speaker.unit.clone()];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        };
        let mut found: Vec<String> = quotes
            .iter()
            .map(|quote| {
                let speakers: Vec<String> = quote.speakers.iter().map(person).collect();
                format!("{}: {}", quote.words, speakers.join(" + "))
            })
            .collect();
        found.extend(doubts.iter().map(|doubt| format!("{doubt:?}").split(' ').next().unwrap_or_default().to_owned()));
        assert_eq!(found, *expected, "{paragraph}");
    }
}

#[test]
fn a_pattern_is_of_one_place() {
    let body = Body::new("Det är ett bra val som vi gör. Det är ett bra hus. Ja.").unwrap();
    let pattern = |words: &str| quote_pattern(words, &body.passages());
    assert_eq!(pattern("Det är ett bra val som vi gör").as_deref(), Some("Det är ett bra val som vi gör"));
    assert_eq!(pattern("är ett bra val som vi gör. Det är ett bra").as_deref(), Some("är ett bra … är ett bra"));
    assert_eq!(pattern("Det är"), None);
    assert_eq!(pattern("Nej"), None);
}

proptest::proptest! {
    #[test]
    fn any_paragraph_is_read(paragraph in "[-–”\"]? ?[A-Za-zåäö ,.!?”\"]{0,60}(, säger|,” says)? [A-Z][a-z]{1,5} [A-Z][a-zö]{1,5}[A-Za-zåäö ,.!?”\"]{0,60}|\\PC*") {
        for quote in read_quotations(&paragraph, &[]).quotes {
            proptest::prop_assert!(paragraph.contains(&quote.words));
            proptest::prop_assert!(!quote.speakers.is_empty());
        }
    }
}
