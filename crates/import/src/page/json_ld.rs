use super::{
    date::{certain, written},
    select::all,
};
use scraper::Html;
use serde_json::Value;
use toml_edit::{Table, value};

/// Facts of a page that it states as JSON-LD with schema.org's terms, by keys of front matter.
#[derive(Debug, Default)]
pub(super) struct Facts {
    /// Keys and values, `job.title` for a key of a part.
    pub(super) values: Vec<(&'static str, String)>,
    /// Entries of `events`.
    pub(super) events: Vec<Table>,
    /// Text in HTML.
    pub(super) html: Option<String>,
}

/// Levels of objects that are looked through.
const LEVELS: usize = 8;

impl Facts {
    /// Reads the blocks of JSON-LD of a page.
    pub(super) fn read(html: &Html) -> Self {
        let mut facts = Self::default();
        for script in all(html, "script[type='application/ld+json']") {
            if let Ok(json) = serde_json::from_str(&script.text().collect::<String>()) {
                facts.find(&json, LEVELS);
            }
        }
        facts
    }

    /// Returns the value of a key.
    pub(super) fn get(&self, key: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| *known == key).map(|(_, value)| value.as_str())
    }

    /// Takes the objects of a type that is known, at the top or in a graph.
    fn find(&mut self, json: &Value, levels: usize) {
        if levels == 0 {
            return;
        }
        match json {
            Value::Array(items) => items.iter().for_each(|item| self.find(item, levels - 1)),
            Value::Object(object) if object.contains_key("@graph") => self.find(&object["@graph"], levels - 1),
            Value::Object(_) => {
                for kind in strings(&json["@type"]) {
                    match kind {
                        "NewsArticle" | "Article" | "BlogPosting" | "ReportageNewsArticle" => self.article(json, kind),
                        "SpecialAnnouncement" => self.announcement(json),
                        "JobPosting" => self.job(json),
                        "Event" => self.event(json),
                        kind if kind.ends_with("Event") => self.event(json),
                        _ => {}
                    }
                }
            }
            _ => {}
        }
    }

    fn article(&mut self, json: &Value, kind: &str) {
        self.add("title", text(&json["headline"]).or_else(|| text(&json["name"])));
        self.add("date", text(&json["datePublished"]));
        if kind.ends_with("NewsArticle") {
            self.add("type", Some("nyhet".to_owned()));
        }
        self.thing(json);
    }

    fn announcement(&mut self, json: &Value) {
        self.add("title", text(&json["name"]).or_else(|| text(&json["headline"])));
        self.add("date", text(&json["datePosted"]).or_else(|| text(&json["datePublished"])));
        self.add("expires", text(&json["expires"]).map(|time| day(&time)));
        self.html = self.html.take().or_else(|| text(&json["text"]));
        self.thing(json);
    }

    fn job(&mut self, json: &Value) {
        self.add("title", text(&json["title"]));
        self.add("date", text(&json["datePosted"]));
        self.add("type", Some("ledigt jobb".to_owned()));
        self.add("job.title", text(&json["title"]));
        self.add("job.unit", text(&json["hiringOrganization"]["name"]));
        self.add("job.apply_by", text(&json["validThrough"]).map(|time| day(&time)));
        self.add("job.reference", text(&json["identifier"]["value"]).or_else(|| text(&json["identifier"])));
        self.add("job.employment", text(&json["employmentType"]).filter(|word| !is_code(word)));
        self.add("job.place", text(&json["jobLocation"]["address"]["addressLocality"]));
        self.add("language", text(&json["inLanguage"]));
        self.html = self.html.take().or_else(|| text(&json["description"]));
    }

    fn event(&mut self, json: &Value) {
        self.add("type", Some("evenemang".to_owned()));
        self.add("title", text(&json["name"]));
        self.thing(json);
        let Some(name) = text(&json["name"]) else { return };
        let mut event = Table::new();
        event.insert("name", value(name));
        let when = when(text(&json["startDate"]), text(&json["endDate"]));
        let offer = json["offers"].as_array().and_then(|offers| offers.first()).unwrap_or(&json["offers"]);
        let status = text(&json["eventStatus"]).and_then(|status| event_status(&status));
        let rest = [
            ("when", when),
            ("status", status.map(str::to_owned)),
            ("organizer", text(&json["organizer"]["name"])),
            ("booking", text(&offer["url"])),
        ];
        for (key, text) in rest {
            if let Some(text) = text {
                event.insert(key, value(text));
            }
        }
        if let Some(place) = text(&json["location"]["name"]) {
            event.insert("places", value(toml_edit::Array::from_iter([place])));
        }
        let price = text(&offer["price"]).and_then(|price| price.parse::<f64>().ok());
        if let (Some(price), Some(currency)) = (price.filter(|price| price.is_finite()), text(&offer["priceCurrency"]))
        {
            event.insert("price", value(price));
            event.insert("currency", value(currency));
        }
        self.events.push(event);
    }

    /// Takes what announcements of all types have.
    fn thing(&mut self, json: &Value) {
        self.add("lead", text(&json["description"]).filter(|text| !text.contains('<')));
        self.add("language", text(&json["inLanguage"]));
        self.add("modified", text(&json["dateModified"]));
    }

    /// Adds a fact, unless an earlier block states it.
    fn add(&mut self, key: &'static str, value: Option<String>) {
        if let Some(value) = value.filter(|_| self.get(key).is_none()) {
            self.values.push((key, value));
        }
    }
}

/// Returns a text, or the first one of a list, or a number, without white space around it.
fn text(json: &Value) -> Option<String> {
    let text = match json {
        Value::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        Value::Number(number) => number.to_string(),
        Value::Array(items) => return items.iter().find_map(|item| item.as_str()).map(str::to_owned),
        _ => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn strings(json: &Value) -> Vec<&str> {
    match json {
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect(),
        json => json.as_str().into_iter().collect(),
    }
}

/// Returns the day of a time.
fn day(time: &str) -> String {
    time.get(..10).unwrap_or(time).to_owned()
}

/// Returns the time of an event in EDTF, whose intervals have days and no times.
fn when(start: Option<String>, end: Option<String>) -> Option<String> {
    let start = written(certain(&start?).ok()??);
    let end = end.and_then(|end| certain(&end).ok()?).map(written);
    match end.map(|end| (day(&start), day(&end))) {
        Some((first, last)) if first != last => Some(format!("{first}/{last}")),
        _ => Some(start),
    }
}

/// Returns whether a word is a code of schema.org, such as `FULL_TIME`.
fn is_code(word: &str) -> bool {
    word.chars().all(|char| char.is_ascii_uppercase() || char == '_')
}

/// Returns our word for a status of schema.org.
fn event_status(status: &str) -> Option<&'static str> {
    match status.rsplit('/').next()? {
        "EventScheduled" => Some("bestämd"),
        "EventCancelled" => Some("inställd"),
        "EventPostponed" => Some("uppskjuten"),
        "EventRescheduled" => Some("flyttad"),
        "EventMovedOnline" => Some("flyttad till nätet"),
        _ => None,
    }
}
