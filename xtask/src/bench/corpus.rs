//! A corpus that is made of chance, the same for the same seed: a folder that `anslag export` reads.

use crate::bench::words;
use anyhow::Context;
use fastrand::Rng;
use jiff::{
    ToSpan,
    civil::{Date, date},
};
use serde_json::{Map, Value, json};
use std::{
    fs::{self, File},
    io::{BufWriter, Write},
    path::Path,
};

/// The announcements are of these days, the first and the one after the last.
const DAYS: (Date, Date) = (date(2015, 1, 1), date(2025, 1, 1));

/// The day as of which such a corpus is published: all of it, and none of it expired.
pub(crate) const AS_OF: &str = "2025-01-01";

/// Writes a corpus of so many announcements into a folder that is empty or not there.
pub(crate) fn write(folder: &Path, count: u64, seed: u64) -> anyhow::Result<()> {
    let attempt = || format!("cannot write a corpus into {}", folder.display());
    if folder.exists() && fs::read_dir(folder).with_context(attempt)?.next().is_some() {
        anyhow::bail!("{} is not empty", folder.display());
    }
    fs::create_dir_all(folder.join("announcements")).with_context(attempt)?;
    fs::write(folder.join("publication.toml"), publication()).with_context(attempt)?;
    fs::write(folder.join("register.toml"), register()).with_context(attempt)?;
    let file = File::create_new(folder.join("announcements/all.jsonl")).with_context(attempt)?;
    let mut out = BufWriter::with_capacity(1 << 16, file);
    let corpus = Corpus { count, seed };
    for n in 0..count {
        serde_json::to_writer(&mut out, &corpus.announcement(n)).with_context(attempt)?;
        out.write_all(b"\n").with_context(attempt)?;
    }
    out.flush().with_context(attempt)
}

fn publication() -> String {
    format!(
        "# Generated; the municipality is invented.\nbase = \"https://data.ljungsunda.example/\"\n\
         publisher = \"{1}\"\nlicence = \"http://creativecommons.org/publicdomain/zero/1.0/\"\n\
         languages = [\"sv\", \"en\"]\narchive_notices = true\n\n[contact]\nname = \"Redaktionen\"\nemail = \"oppna-data@ljungsunda.example\"\n\n\
         [title]\nsv = \"Tillkännagivanden från {0}\"\nen = \"Announcements of {0}\"\n\n\
         [description]\nsv = \"Nyheter och andra tillkännagivanden från {0}, en påhittad kommun.\"\n\
         en = \"News and other announcements of {0}, an invented municipality.\"\n\n\
         [catalogue]\nissued = 2025-01-01\navailability = \"TEMPORARY\"\n\n\
         # Every announcement stands in one archive, as where each form is compared with another.\n\
         [output]\narchives = [\"all\"]\n",
        words::MUNICIPALITY,
        slug(words::MUNICIPALITY),
    )
}

fn register() -> String {
    let municipality = slug(words::MUNICIPALITY);
    let mut text = format!("# Generated; nothing of it exists.\n[organizations.{municipality}]\n");
    let mut add = |part: String| text.push_str(&part);
    add(format!(
        "name = \"{}\"\nkind = \"municipality\"\nnumber = \"212099-9996\"\ncountry = \"SE\"\n\n",
        words::MUNICIPALITY
    ));
    for unit in words::UNITS {
        add(format!("[organizations.{}]\nname = \"{unit}\"\nunit_of = \"{municipality}\"\n\n", slug(unit)));
    }
    for name in words::COMPANIES {
        add(format!("[organizations.{}]\nname = \"{name}\"\nkind = \"company\"\ncountry = \"SE\"\n\n", slug(name)));
    }
    for name in words::PROGRAMMES {
        add(format!("[programmes.{}]\nname = \"{name}\"\n\n", slug(name)));
    }
    for name in words::TOPICS {
        add(format!("[topics.{}]\nname = \"{name}\"\n\n", slug(name)));
    }
    for name in words::PLACES {
        add(format!("[places.{}]\nname = \"{name}\"\nkind = \"area\"\ncountry = \"SE\"\n\n", slug(name)));
    }
    text
}

/// Frequencies of the kinds of announcements, per hundred, with their titles.
const KINDS: [(&str, u8, &[&str]); 9] = [
    ("news", 40, &words::NEWS_TITLES),
    ("press-release", 8, &words::NEWS_TITLES),
    ("notice", 15, &words::NOTICE_TITLES),
    ("disruption", 12, &words::DISRUPTION_TITLES),
    ("consultation", 6, &words::CONSULTATION_TITLES),
    ("event", 10, &words::EVENT_TITLES),
    ("offer", 4, &words::OFFER_TITLES),
    ("alert", 2, &words::ALERT_TITLES),
    ("job", 3, &words::JOB_TITLES),
];

struct Corpus {
    count: u64,
    seed: u64,
}

/// Beginning of an announcement, to which others can refer.
struct Head {
    kind: &'static str,
    title: String,
    place: &'static str,
    day: Date,
    id: String,
}

impl Corpus {
    /// The n-th announcement begins like this, and the chance that the rest of it depends on goes on from here.
    fn head(&self, n: u64) -> (Head, Rng) {
        let mut rng = Rng::with_seed(self.seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(n));
        let mut of_hundred = rng.u8(0..100);
        let kind = KINDS.iter().find(|(_, share, _)| {
            let is_it = of_hundred < *share;
            of_hundred = of_hundred.saturating_sub(*share);
            is_it
        });
        let (kind, _, titles) = kind.unwrap_or(&KINDS[0]);
        let place = pick(&mut rng, &words::PLACES);
        let title = pick(&mut rng, titles).replace("{}", place);
        // The days are spread evenly, whatever the number of announcements.
        let days = (DAYS.1 - DAYS.0).get_days().unsigned_abs();
        let passed = n * u64::from(days) / self.count.max(1);
        let day = DAYS.0.saturating_add(i64::try_from(passed).unwrap_or(0).days());
        let id = format!("{day}-{}-{n}", slug(&title));
        (Head { kind, title, place, day, id }, rng)
    }

    fn announcement(&self, n: u64) -> Value {
        let (head, mut rng) = self.head(n);
        let rng = &mut rng;
        let mut object = Map::new();
        let mut set = |key: &str, value: Value| object.insert(key.to_owned(), value);
        set("id", json!(head.id));
        set("type", json!(head.kind));
        set("title", json!(head.title));
        let unit = pick(rng, &words::UNITS);
        set("lead", json!(sentences(rng, 2, head.place, unit)));
        let quotes: Vec<Value> = (0..chance(rng, &[70, 25, 5])).map(|_| quote(rng)).collect();
        set("body", json!(body(rng, head.place, unit, &quotes)));
        set("published", moment(rng, head.day));
        if rng.u8(0..4) == 0 {
            let day = later(rng, head.day, 1, 20);
            set("modified", moment(rng, day));
        }
        set("unit", json!(slug(unit)));
        set("source", json!(format!("https://www.ljungsunda.example/nyheter/{}.html", head.id)));
        set("topics", several(rng, &words::TOPICS, 1, 3, slug));
        set("themes", several(rng, &words::THEMES, 0, 1, str::to_owned));
        set("places", json!([slug(head.place)]));
        set("contacts", json!([contact(rng)]));
        if !quotes.is_empty() {
            set("quotes", quotes.into());
        }
        match head.kind {
            "news" if rng.u8(0..6) == 0 => drop(set("project", project(rng, head.day))),
            "notice" => drop(set("notice", notice(rng, head.day))),
            "disruption" => drop(set("disruption", disruption(rng, &head))),
            "consultation" => drop(set("consultation", consultation(rng, head.day))),
            _ => {}
        }
        if head.kind == "event" || rng.u8(0..12) == 0 {
            set("events", json!([event(rng, &head)]));
        }
        if rng.u8(0..4) == 0 {
            set("images", json!([image(rng, &head)]));
        }
        if matches!(head.kind, "notice" | "consultation") || rng.u8(0..10) == 0 {
            set("attachments", (1..=rng.u8(1..=2)).map(|n| attachment(rng, &head, n)).collect());
        }
        if rng.u8(0..5) == 0 {
            set(
                "links",
                json!([{
                    "title": format!("Mer om {}", head.place),
                    "url": format!("https://www.ljungsunda.example/platser/{}/", slug(head.place)),
                }]),
            );
        }
        if matches!(head.kind, "disruption" | "alert") {
            let text = sentences(rng, 1, head.place, unit);
            let day = later(rng, head.day, 0, 3);
            set("updates", json!([{ "at": instant(rng, day), "text": text }]));
        }
        if n > 0 && rng.u8(0..50) == 0 {
            set("replaces", json!(self.head(rng.u64(0..n)).0.id));
        }
        Value::Object(object)
    }
}

/// A day, or a day and a time.
fn moment(rng: &mut Rng, day: Date) -> Value {
    if rng.bool() { json!(day.to_string()) } else { instant(rng, day) }
}

fn instant(rng: &mut Rng, day: Date) -> Value {
    // Summer time, but for the days on which it changes.
    let offset = if (4..=10).contains(&day.month()) { "+02:00" } else { "+01:00" };
    json!(format!("{day}T{:02}:{:02}:00{offset}", rng.u8(7..18), rng.u8(0..12) * 5))
}

fn disruption(rng: &mut Rng, head: &Head) -> Value {
    let starts = later(rng, head.day, 0, 2);
    let end = later(rng, starts, 1, 4);
    let services = ["water", "sewage", "power", "heating", "traffic", "it", "telephone", "waste"];
    json!({
        "service": pick(rng, &services),
        "areas": [slug(head.place), format!("gatorna kring {}", pick(rng, &words::PLACES))],
        "cause": "En ledning har gått sönder.",
        "starts": instant(rng, starts),
        "expected_end": instant(rng, end),
        "status": pick(rng, &["expected", "ongoing", "resolved"]),
        "advice": "Tappa upp vatten i kannor, och låt kranen rinna en stund efteråt.",
    })
}

fn contact(rng: &mut Rng) -> Value {
    let name = person(rng);
    json!({
        "name": name,
        "role": pick(rng, &words::ROLES),
        "phone": format!("0521-72 {:02} {:02}", rng.u8(10..100), rng.u8(10..100)),
        "email": format!("{}@ljungsunda.example", slug(&name).replace('-', ".")),
        "visiting_address": format!("Storgatan {}", rng.u8(1..90)),
    })
}

fn quote(rng: &mut Rng) -> Value {
    let speaker = json!({ "name": person(rng), "role": pick(rng, &words::ROLES), "unit": party(rng) });
    json!({ "text": pick(rng, &words::QUOTES), "speakers": [speaker] })
}

fn project(rng: &mut Rng, day: Date) -> Value {
    let percent = rng.u8(1..20) * 5;
    json!({
        "name": format!("Projekt {}", rng.u16(1..1000)),
        "programme": slug(pick(rng, &words::PROGRAMMES)),
        "duration": pick(rng, &["P1Y", "P6M", "P2Y6M"]),
        "start": format!("{}-{}", day.year(), pick(rng, &["21", "22", "23", "24"])),
        "partners": [slug(words::MUNICIPALITY), party(rng)],
        "participants": [{ "name": pick(rng, &words::OTHERS), "country": "SE", "kind": "förening" }],
        "focus": several(rng, &words::TOPICS, 1, 2, slug),
        "funding": [
            { "funder": slug(words::COMPANIES[5]), "percent": percent },
            { "funder": slug(words::MUNICIPALITY), "amount": u32::from(rng.u16(1..900)) * 1000, "currency": "SEK" },
        ],
    })
}

fn notice(rng: &mut Rng, day: Date) -> Value {
    json!({
        "body": slug(pick(rng, &words::UNITS[..9])),
        "legal_basis": "8 kap. 9 § kommunallagen (2017:725)",
        "meeting": day.saturating_sub(i64::from(rng.u8(8..15)).days()).to_string(),
        "paragraphs": format!("§§ {}–{}", rng.u8(1..40), rng.u8(40..90)),
        "case_number": case_number(rng, day),
        "adjusted": day.saturating_sub(i64::from(rng.u8(1..5)).days()).to_string(),
        "posted": day.to_string(),
        "appeal_to": slug(words::COMPANIES[7]),
        "kept_at": "Kommunhuset, Storgatan 1",
        "secretary": person(rng),
    })
}

fn consultation(rng: &mut Rng, day: Date) -> Value {
    json!({
        "opens": day.to_string(),
        "closes": later(rng, day, 21, 60).to_string(),
        "case_number": case_number(rng, day),
        "read_at": "Biblioteket, Stora Torget 2",
        "send_to": "samrad@ljungsunda.example",
        "no_reply": "Den som inte lämnar synpunkter kan förlora rätten att överklaga.",
    })
}

fn event(rng: &mut Rng, head: &Head) -> Value {
    json!({
        "name": format!("{} i {}", pick(rng, &["Möte", "Konsert", "Vandring", "Öppet hus"]), head.place),
        "when": later(rng, head.day, 3, 90).to_string(),
        "places": [slug(head.place)],
        "organizer": party(rng),
        "status": pick(rng, &["planned", "scheduled", "postponed", "rescheduled", "moved-online", "cancelled"]),
        "price": { "amount": u32::from(rng.u8(0..20)) * 10, "currency": "SEK" },
        "booking": format!("https://boka.ljungsunda.example/{}", rng.u32(..)),
    })
}

fn image(rng: &mut Rng, head: &Head) -> Value {
    json!({
        "url": format!("https://bilder.ljungsunda.example/{}.jpg", rng.u32(..)),
        "alt": format!("Gräsmattan och de gamla husen i {}", head.place),
        "credit": person(rng),
    })
}

fn attachment(rng: &mut Rng, head: &Head, number: u8) -> Value {
    json!({
        "title": format!("Handling {number}: {}", head.title),
        "url": format!("https://handlingar.ljungsunda.example/{}-{number}.pdf", head.id),
        "media_type": "application/pdf",
        "size": rng.u32(10_000..5_000_000),
    })
}

/// Paragraphs with headings, a list, and the quotes.
fn body(rng: &mut Rng, place: &str, unit: &str, quotes: &[Value]) -> String {
    let mut blocks = vec![sentences(rng, 3, place, unit)];
    for quote in quotes {
        let speaker = &quote["speakers"][0]["name"];
        let (text, speaker) = (quote["text"].as_str().unwrap_or(""), speaker.as_str().unwrap_or(""));
        blocks.push(format!("> {text} Det säger {speaker}."));
    }
    for _ in 0..rng.u8(2..=3) {
        blocks.push(format!("## {}", pick(rng, &words::HEADINGS)));
        let count = rng.usize(4..=8);
        blocks.push(sentences(rng, count, place, unit));
    }
    if rng.bool() {
        blocks.push(pick(rng, &words::MARKED).to_owned());
    }
    if rng.u8(0..3) == 0 {
        let items: Vec<String> = (0..3).map(|_| format!("- {} i {}", word(rng), pick(rng, &words::PLACES))).collect();
        blocks.push(items.join("\n"));
    }
    blocks.join("\n\n")
}

fn word(rng: &mut Rng) -> &'static str {
    pick(rng, &["Ny asfalt", "Nya träd", "Bänkar", "Cykelställ", "Belysning", "En lekplats"])
}

fn sentences(rng: &mut Rng, count: usize, place: &str, unit: &str) -> String {
    let chosen = rng.choose_multiple(&words::SENTENCES, count).into_iter();
    let sentences: Vec<String> = chosen.map(|sentence| sentence.replace("{}", place).replace("[]", unit)).collect();
    sentences.join(" ")
}

fn person(rng: &mut Rng) -> String {
    format!("{} {}", pick(rng, &words::FIRST_NAMES), pick(rng, &words::LAST_NAMES))
}

/// An organisation of the register more often than another.
fn party(rng: &mut Rng) -> Value {
    match rng.u8(0..4) {
        0 => json!(pick(rng, &words::OTHERS)),
        1 => json!(slug(pick(rng, &words::COMPANIES))),
        _ => json!(slug(pick(rng, &words::UNITS))),
    }
}

fn case_number(rng: &mut Rng, day: Date) -> String {
    format!("KS {}/{}", day.year(), rng.u16(1..2000))
}

fn pick<T: Copy>(rng: &mut Rng, from: &[T]) -> T {
    from[rng.usize(0..from.len())]
}

/// A number from 0 on, by how often each comes of a hundred.
fn chance(rng: &mut Rng, shares: &[u8]) -> usize {
    let of_hundred = rng.u8(0..100);
    let mut sum = 0;
    shares
        .iter()
        .take_while(|share| {
            sum += **share;
            of_hundred >= sum
        })
        .count()
}

/// So many different ones.
fn several(rng: &mut Rng, from: &[&str], least: usize, most: usize, key: impl Fn(&str) -> String) -> Value {
    let count = rng.usize(least..=most);
    rng.choose_multiple(from.iter(), count).into_iter().map(|name| key(name)).collect::<Vec<_>>().into()
}

fn later(rng: &mut Rng, day: Date, least: u8, most: u8) -> Date {
    day.saturating_add(i64::from(rng.u8(least..=most)).days())
}

/// A name as a key: in a-z, 0-9 and hyphens.
fn slug(name: &str) -> String {
    let mut slug = String::with_capacity(name.len());
    for c in name.to_lowercase().chars() {
        match c {
            'å' | 'ä' => slug.push('a'),
            'ö' => slug.push('o'),
            'a'..='z' | '0'..='9' => slug.push(c),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}
