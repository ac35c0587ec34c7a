use crate::sample::sample;
use anslag_core::{AnnouncementType, LanguageTag, Slug};
use anslag_schema::{
    ALERT, ANNOUNCEMENT, AnyPart, CONSULTATION, Choice, DISRUPTION, EVENT, Form, JOB, Key, Kind, NOTICE, OFFER,
    label_in, word_language,
};
use anslag_source::{quoted, slug};
use jiff::civil::Date;
use std::fmt::Write as _;

/// Keys of an announcement that its source has already, or that nobody writes in a new one.
const NOT_NEW: [&str; 14] = [
    "id",
    "aliases",
    "type",
    "title",
    "published",
    "modified",
    "body",
    "language",
    "draft",
    "withdrawn",
    "withdrawal_reason",
    "replaced_by",
    "updates",
    "derived",
];

/// Most characters of a title that become the name of a file.
const LONGEST_NAME: usize = 60;

/// Announcement of which nothing is known but its title and its type.
#[derive(Clone, Copy, Debug)]
pub struct NewAnnouncement<'a> {
    /// Title.
    pub title: &'a str,
    /// Type.
    pub kind: AnnouncementType,
    /// Day of publication.
    pub day: Date,
    /// Main language of the publication.
    pub language: &'a LanguageTag,
}

/// Source of a new announcement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Name of the file.
    pub name: String,
    /// Text.
    pub text: String,
}

impl NewAnnouncement<'_> {
    /// Returns the source: a draft with the fields of the announcement, and of the part that its type has, as comments.
    #[must_use]
    pub fn source(&self) -> Source {
        let language = word_language([self.language]);
        let words = if language == "sv" { SWEDISH } else { ENGLISH };
        let kind = Choice::from(self.kind).label_in(language);
        let mut text = format!(
            "+++\ntitle = {}\ndate = {}\ntype = \"{kind}\"\ndraft = true  # {}\n\n# {}\n",
            quoted(self.title),
            self.day,
            words.draft,
            words.fields,
        );
        let announcement: &dyn AnyPart = &ANNOUNCEMENT;
        let is_new = |key: &Key| !NOT_NEW.contains(&key.name);
        self.write_fields(announcement, is_new, language, words, &mut text);
        if let Some(part) = part_of(self.kind) {
            let spec = part.spec();
            let heading = if spec.is_list { format!("[[{}]]", spec.key) } else { format!("[{}]", spec.key) };
            write!(text, "\n# {heading}\n").expect("writing to a string does not fail");
            self.write_fields(part, |_| true, language, words, &mut text);
        }
        write!(text, "+++\n\n{}\n", words.body).expect("writing to a string does not fail");
        Source { name: self.name(), text }
    }

    /// Returns the name of the file: the day, and the first words of the title.
    fn name(&self) -> String {
        let mut name = String::new();
        for word in self.title.split_whitespace().filter_map(slug) {
            if name.len() + word.len() >= LONGEST_NAME.min(Slug::MAX_LEN) {
                break;
            }
            if !name.is_empty() {
                name.push('-');
            }
            name.push_str(&word);
        }
        let name = if name.is_empty() { self.kind.key() } else { &name };
        format!("{}-{name}.md", self.day)
    }

    fn write_fields(
        &self,
        part: &'static dyn AnyPart,
        is_wanted: impl Fn(&Key) -> bool,
        language: &str,
        words: Words,
        text: &mut String,
    ) {
        for key in part.keys().iter().filter(|key| is_wanted(key)) {
            let Some(value) = sample(key.form, self.day, language) else { continue };
            let required = if key.required { words.required } else { "" };
            let meaning = meaning(part, key, language);
            writeln!(text, "# {} = {value}  # {meaning}{required}", key.name)
                .expect("writing to a string does not fail");
        }
    }
}

/// Returns what a key means: its label, and the words that it may have.
fn meaning(part: &dyn AnyPart, key: &Key, language: &str) -> String {
    let field = part.fields().into_iter().find(|field| field.key == key.name);
    let noun = field.map(|field| field.noun[usize::from(language != "sv")]).filter(|noun| !noun.is_empty());
    let label = field.and_then(|field| field.labels).map(|labels| label_in(labels, language));
    let label = label.or(noun).unwrap_or(key.name);
    match key.form {
        Form::Of(Kind::Choice(set)) => {
            let words: Vec<_> = set.members().into_iter().map(|member| member.label_in(language)).collect();
            format!("{label}: {}", words.join(", "))
        }
        _ => label.to_owned(),
    }
}

/// Returns the part that announcements of a type have.
fn part_of(kind: AnnouncementType) -> Option<&'static dyn AnyPart> {
    Some(match kind {
        AnnouncementType::News | AnnouncementType::PressRelease => return None,
        AnnouncementType::Notice => &NOTICE,
        AnnouncementType::Disruption => &DISRUPTION,
        AnnouncementType::Consultation => &CONSULTATION,
        AnnouncementType::Event => &EVENT,
        AnnouncementType::Offer => &OFFER,
        AnnouncementType::Alert => &ALERT,
        AnnouncementType::Job => &JOB,
    })
}

/// Words of a new source.
#[derive(Clone, Copy)]
struct Words {
    draft: &'static str,
    fields: &'static str,
    required: &'static str,
    body: &'static str,
}

const SWEDISH: Words = Words {
    draft: "ta bort raden när texten ska publiceras",
    fields: "Ta bort `#` framför det som ska gälla, och skriv egna värden.",
    required: " (krävs)",
    body: "Skriv texten här, i Markdown.",
};

const ENGLISH: Words = Words {
    draft: "remove this line to publish the text",
    fields: "Remove `#` before what applies, and write your own values.",
    required: " (required)",
    body: "Write the text here, in Markdown.",
};
