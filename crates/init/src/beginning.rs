use crate::{Municipality, sample::days_after};
use anslag_core::{AnnouncementType, Base, Email, LanguageTag, Licence, OrganizationNumber};
use anslag_source::{quoted, slug};
use jiff::civil::Date;
use std::collections::BTreeMap;

const PUBLICATION: &str = include_str!("../templates/publication.toml");
const REGISTER: &str = include_str!("../templates/register.toml");

/// Facts from which a publication begins.
#[derive(Clone, Debug)]
pub struct Beginning {
    /// Municipality that publishes.
    pub municipality: Municipality,
    /// Address with which every IRI begins.
    pub base: Base,
    /// Languages, the main one first.
    pub languages: Vec<LanguageTag>,
    /// Licence of the data.
    pub licence: Licence,
    /// E-mail address for questions about the data.
    pub email: Email,
    /// Organisation number of the municipality.
    pub number: OrganizationNumber,
    /// Day of the first publication.
    pub today: Date,
}

impl Beginning {
    /// Returns the files of the data directory, each with its path: the settings, the register, and an example of each type
    /// of announcement.
    #[must_use]
    pub fn files(&self) -> Vec<(String, String)> {
        let values = self.values();
        let example = |kind: AnnouncementType| {
            let path = format!("announcements/{}-exempel-{}.md", self.today, key(kind.labels()[0].1));
            (path, fill(example_of(kind), &values))
        };
        let settings = [("publication.toml", PUBLICATION), ("register.toml", REGISTER)];
        let settings = settings.map(|(path, template)| (path.to_owned(), fill(template, &values)));
        settings.into_iter().chain(AnnouncementType::ALL.map(example)).collect()
    }

    /// Returns what the templates call by a name between double braces.
    fn values(&self) -> BTreeMap<&'static str, String> {
        let Municipality { code, name, short, county } = self.municipality;
        let languages: Vec<_> = self.languages.iter().map(|language| quoted(language.as_str())).collect();
        let lines = |texts: [&str; 2], other: &str| -> String {
            self.with_text(texts, other).iter().map(|(language, text)| format!("{language} = {text}\n")).collect()
        };
        let entries = |texts: [&str; 2], other: &str| {
            let entries =
                self.with_text(texts, other).into_iter().map(|(language, text)| format!("{language} = {text}"));
            entries.collect::<Vec<_>>().join(", ")
        };
        let english = format!("{short} Municipality");
        let keywords =
            [("sv", r#"["kommun", "nyhet", "kungörelse"]"#), ("en", r#"["municipality", "news", "public notice"]"#)];
        let keywords = keywords.map(|(language, words)| format!("{language} = {words}\n"));
        let number = self.number.as_str();
        BTreeMap::from([
            ("base", quoted(self.base.iri().as_str())),
            ("key", key(name)),
            ("place", key(short)),
            ("short", short.to_owned()),
            ("code", code.to_owned()),
            ("county", county.to_owned()),
            ("county_key", key(county)),
            ("licence", quoted(self.licence.address())),
            ("languages", format!("[{}]", languages.join(", "))),
            ("titles", lines([&format!("{name}s tillkännagivanden"), &format!("Announcements of {english}")], name)),
            (
                "descriptions",
                lines(
                    [
                        &format!("Nyheter, kungörelser och andra tillkännagivanden från {name} som öppna data."),
                        &format!("News, public notices and other announcements of {english} as open data."),
                    ],
                    name,
                ),
            ),
            ("organization_names", entries([name, &english], name)),
            ("board_names", entries(["Anslagstavlan", "Notice board"], "Anslagstavlan")),
            ("topic_names", entries(["kommunen", "the municipality"], "kommunen")),
            ("keywords", keywords.concat()),
            ("email", quoted(self.email.as_str())),
            ("number", quoted(&format!("{}-{}", &number[..6], &number[6..]))),
            ("today", self.today.to_string()),
            ("year", self.today.year().to_string()),
            ("day-7", days_after(self.today, -7)),
            ("day+7", days_after(self.today, 7)),
            ("day+14", days_after(self.today, 14)),
            ("day+30", days_after(self.today, 30)),
            ("day+31", days_after(self.today, 31)),
        ])
    }

    /// Returns a text in Swedish, in English and in the main language, as strings of TOML. `other` is for a main language that
    /// is none of the two.
    fn with_text(&self, [swedish, english]: [&str; 2], other: &str) -> Vec<(String, String)> {
        let main = self.languages.first().map(LanguageTag::as_str).filter(|main| !["sv", "en"].contains(main));
        let texts = main.map(|main| (main, other)).into_iter().chain([("sv", swedish), ("en", english)]);
        texts.map(|(language, text)| (language.to_owned(), quoted(text))).collect()
    }
}

/// Returns the template of the example of a type.
const fn example_of(kind: AnnouncementType) -> &'static str {
    match kind {
        AnnouncementType::News => include_str!("../templates/announcements/news.md"),
        AnnouncementType::PressRelease => include_str!("../templates/announcements/press-release.md"),
        AnnouncementType::Notice => include_str!("../templates/announcements/notice.md"),
        AnnouncementType::Disruption => include_str!("../templates/announcements/disruption.md"),
        AnnouncementType::Consultation => include_str!("../templates/announcements/consultation.md"),
        AnnouncementType::Event => include_str!("../templates/announcements/event.md"),
        AnnouncementType::Offer => include_str!("../templates/announcements/offer.md"),
        AnnouncementType::Alert => include_str!("../templates/announcements/alert.md"),
        AnnouncementType::Job => include_str!("../templates/announcements/job.md"),
    }
}

/// Returns the key of a name that is ours or of the table of municipalities.
fn key(name: &str) -> String {
    slug(name).expect("the name has letters")
}

/// Replaces each name between double braces by its value.
fn fill(template: &str, values: &BTreeMap<&'static str, String>) -> String {
    let (mut text, mut rest) = (String::with_capacity(template.len()), template);
    while let Some((before, name, after)) = rest
        .split_once("{{")
        .and_then(|(before, rest)| rest.split_once("}}").map(|(name, after)| (before, name, after)))
    {
        text.push_str(before);
        text.push_str(values.get(name).expect("the templates are ours"));
        rest = after;
    }
    text.push_str(rest);
    text
}
