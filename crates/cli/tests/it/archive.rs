//! An archive of made-up announcements: every visible word of every body is in every format, and every quote is its speaker's.

use crate::{export, files, publication, stderr};
use anslag_fixtures::{SECRET, shown_tokens, tokens};
use serde_json::Value;
use std::{collections::BTreeMap, env, fmt::Write};

/// A made-up announcement, and what is published of it.
struct Expected {
    markdown: String,
    /// The visible words of the body, each of which occurs once in the whole archive.
    words: Vec<String>,
    /// For each quote, its speaker and the words that it has and no other.
    quotes: Vec<(String, [String; 2])>,
}

/// Makes the words of an announcement, and notes them in the order of the body.
struct Words {
    announcement: usize,
    words: Vec<String>,
}

impl Words {
    fn next(&mut self) -> String {
        let word = format!("ord{}x{}", self.announcement, self.words.len());
        self.words.push(word.clone());
        word
    }
}

/// Makes the announcement of a number. Which constructs it has depends on the number.
fn made_up(number: usize) -> Expected {
    let mut w = Words { announcement: number, words: Vec::new() };
    let mut body = String::new();
    let mut quotes = Vec::new();
    let mut front_matter =
        format!("+++\ntitle = \"Nyhet {number}\"\ndate = 2021-05-{:02}\ntype = \"nyhet\"\n", 1 + number % 28);
    write!(body, "{}<br>{} **{}:**{} <!-- {SECRET} -->\n\n", w.next(), w.next(), w.next(), w.next()).unwrap();
    if number.is_multiple_of(2) {
        let first = 2 + number % 50;
        write!(
            body,
            "{first}. {}\n{}. {}\n   - {}\n   - ![{}](https://a.se/b.png)\n",
            w.next(),
            first + 1,
            w.next(),
            w.next(),
            w.next()
        )
        .unwrap();
        write!(body, "   -\n\n[//]: # ({SECRET} ({SECRET}))\n\n").unwrap();
    }
    if number.is_multiple_of(3) {
        write!(body, "| {} | |\n|---|---|\n| | {} |\n", w.next(), w.next()).unwrap();
        write!(body, "| {}<br>{} | ![{}](https://a.se/c.png) |\n| {} |\n\n", w.next(), w.next(), w.next(), w.next())
            .unwrap();
    }
    for speaker in 0..number % 4 {
        // All quotes of an announcement begin and end with the same words.
        let (first, last) = (w.next(), w.next());
        write!(body, "– Vi tycker att {first} är bra,\u{a0}och {last} också, säger {} här.\n\n", w.next()).unwrap();
        let name = format!("Person {number} {speaker}");
        write!(
            front_matter,
            "[[quotes]]\nmatch = \"Vi tycker att {first} … och {last} också\"\nspeakers = [{{ name = \"{name}\" }}]\n"
        )
        .unwrap();
        quotes.push((name, [first, last]));
    }
    if number.is_multiple_of(5) {
        write!(body, "{}[^not] ~~{}~~ <https://a.se/{}>\n\n", w.next(), w.next(), w.next()).unwrap();
        write!(body, "- [x] {}\n- [ ] {}\n\n<div>{}</div>\n\n", w.next(), w.next(), w.next()).unwrap();
        write!(body, "[{}](javascript:x) www.b.se/{}\n\n[^not]: {}\n", w.next(), w.next(), w.next()).unwrap();
    }
    Expected { markdown: format!("{front_matter}+++\n\n{body}"), words: w.words, quotes }
}

/// Checks that the words occur once, in their order.
#[track_caller]
fn check(format: &str, text: &[String], words: &[String]) {
    let is_word = |token: &&String| token.starts_with("ord") && token.contains('x');
    let found: Vec<&String> = text.iter().filter(is_word).collect();
    assert_eq!(found, words.iter().collect::<Vec<_>>(), "{format}");
}

/// `ANSLAG_ARCHIVE=13000` makes a larger archive than every test run does.
#[test]
fn every_visible_word_is_in_every_format_and_every_quote_is_its_speakers() {
    let count = env::var("ANSLAG_ARCHIVE").map_or(60, |count| count.parse().unwrap());
    let made: BTreeMap<String, Expected> =
        (0..count).map(|number| (format!("2021-05-01-n{number:05}"), made_up(number))).collect();
    let names: Vec<String> = made.keys().map(|id| format!("{id}.md")).collect();
    let sources: Vec<(&str, &str)> =
        names.iter().map(String::as_str).zip(made.values().map(|expected| expected.markdown.as_str())).collect();
    let data = publication(&sources);
    let out = tempfile::tempdir().unwrap();
    let dist = out.path().join("dist");
    let output = export(data.path(), &dist, &[]);
    assert!(output.status.success(), "{}", stderr(&output));

    let files = files(&dist);
    for (name, bytes) in &files {
        assert!(!bytes.windows(SECRET.len()).any(|bytes| bytes == SECRET.as_bytes()), "{name}");
    }
    let text = |name: &str| String::from_utf8(files[name].clone()).unwrap();
    let id_of = |iri: &str| iri.rsplit('/').next().unwrap().to_owned();

    let mut lines = 0;
    for line in text("data/announcements.jsonl").lines() {
        let announcement: Value = serde_json::from_str(line).unwrap();
        let expected = &made[announcement["id"].as_str().unwrap()];
        check("JSON Lines", &tokens(announcement["body"].as_str().unwrap()), &expected.words);
        let quotes = announcement["quotes"].as_array().map_or(&[][..], Vec::as_slice);
        assert_eq!(quotes.len(), expected.quotes.len());
        for (quote, (speaker, words)) in quotes.iter().zip(&expected.quotes) {
            assert_eq!(quote["speakers"][0]["name"], speaker.as_str());
            check("quote", &tokens(quote["text"].as_str().unwrap()), words);
        }
        lines += 1;
    }
    assert_eq!(lines, count);

    let mut entries = 0;
    for name in files.keys().filter(|name| name.starts_with("feed/all") && name.contains(".json")) {
        let feed: Value = serde_json::from_str(&text(name)).unwrap();
        for item in feed["items"].as_array().unwrap() {
            let expected = &made[&id_of(item["id"].as_str().unwrap())];
            check("JSON Feed", &shown_tokens(item["content_html"].as_str().unwrap()), &expected.words);
            entries += 1;
        }
    }
    assert!(entries >= count, "{entries}");

    let mut literals = 0;
    for line in text("data/announcements.nt").lines() {
        let Some((subject, literal)) = line.split_once("> <http://schema.org/articleBody> ") else { continue };
        let literal = literal.replace("\\n", " ");
        check("N-Triples", &tokens(&literal), &made[&id_of(subject)].words);
        literals += 1;
    }
    assert_eq!(literals, count);

    let table = text("data/announcements.csv");
    for (id, expected) in &made {
        let start = table.find(&format!("\n{id},")).unwrap() + 1;
        let end = table[start..].find("\n2021-05-01-n").map_or(table.len(), |len| start + len);
        check("CSV", &tokens(&table[start..end]), &expected.words);
    }
}
