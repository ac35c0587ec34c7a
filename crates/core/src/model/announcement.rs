use crate::{
    AnnouncementId, Board, Document, Fields, Location, Moment, NamedOrganization, NamedPlace, Notice, Party, Person,
    PersonalData, Problem, Text, Zone,
    model::{
        mention::{Mention, Mentions},
        numbering::{first_mentions, number},
        problem::problems,
    },
};
use serde::Serialize;
use std::ops::Deref;

/// Announcement of a municipality, which can be published as it is.
///
/// Its [`Fields`] are read through it and cannot be changed, so that what [`Announcement::new`] has checked stays true.
/// It serialises as a line of JSON Lines: with the keys of source files, and entries of the register as their keys.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Announcement(Fields);

impl Announcement {
    /// Checks that the fields agree with each other, and makes an announcement of them.
    ///
    /// Numbers the organisations, places and people that only the announcement names, in the order of their first
    /// mention. Strips the data on people if the policy of the announcement says so.
    ///
    /// The zone is used to compare a day with an instant. Returns every problem if there are any.
    pub fn new(mut fields: Fields, zone: &Zone) -> Result<Self, Vec<Problem>> {
        let problems = problems(&fields, zone);
        if !problems.is_empty() {
            return Err(problems);
        }
        for ids in [&mut fields.translations, &mut fields.replaced_by, &mut fields.aliases] {
            ids.sort();
            ids.dedup();
        }
        if fields.personal_data == Some(PersonalData::Strip) {
            fields.strip_personal_data();
        }
        number(&mut fields);
        Ok(Self(fields))
    }

    /// Strips the data on people, and sets the policy accordingly.
    #[must_use]
    pub fn without_personal_data(mut self) -> Self {
        self.0.personal_data = Some(PersonalData::Strip);
        self.0.strip_personal_data();
        // The organisations that only speakers mentioned are gone, so that the others have new numbers.
        number(&mut self.0);
        self
    }

    /// Removes the time of the last change, for a publication of an earlier time.
    #[must_use]
    pub fn without_change(mut self) -> Self {
        self.0.modified = None;
        self
    }

    /// Sets the announcement that this one translates, and those that translate this one, in the order of their ids.
    #[must_use]
    pub fn with_translations(mut self, original: Option<AnnouncementId>, translations: Vec<AnnouncementId>) -> Self {
        self.0.translation_of = original;
        self.0.translations = translations;
        self
    }

    /// Sets the announcement that this one replaces, and those that replace this one, in the order of their ids.
    #[must_use]
    pub fn with_replacements(mut self, replaced: Option<AnnouncementId>, replaced_by: Vec<AnnouncementId>) -> Self {
        self.0.replaces = replaced;
        self.0.replaced_by = replaced_by;
        self
    }

    /// Returns the lead, unless the body begins with it.
    #[must_use]
    pub fn lead_before_body(&self) -> Option<&Text> {
        self.lead.as_ref().filter(|lead| !begins_with(self.body.text(), lead.as_str()))
    }

    /// Returns the lead, else the first paragraph of the body, else the title.
    #[must_use]
    pub fn summary(&self) -> &str {
        let lead = self.lead.as_ref().map(AsRef::as_ref);
        let paragraph = || self.body.text().split("\n\n").map(str::trim).find(|paragraph| !paragraph.is_empty());
        lead.or_else(paragraph).unwrap_or(self.title.as_str())
    }

    /// Returns the time of the last change, or else of publication.
    #[must_use]
    pub fn updated(&self) -> Moment {
        self.modified.unwrap_or(self.published)
    }

    /// Returns the moment from which on it is no longer published since it has expired.
    ///
    /// A notice expires at the latest on the first day on which it may be taken down, at the beginning of that day, unless
    /// the publication archives its notices. No archive has what is only on a notice board.
    #[must_use]
    pub fn expiry(&self, archive_notices: bool, zone: &Zone) -> Option<Moment> {
        let is_archived = archive_notices && self.reuse.is_open();
        let removal = self.notice.as_ref().filter(|_| !is_archived).and_then(Notice::removal);
        let removal = removal.map(|removal| Moment::Date(removal.day));
        self.expires.into_iter().chain(removal).min_by_key(|end| end.instant(zone))
    }

    /// Returns the people it quotes, each once, the first with number 1.
    #[must_use]
    pub fn people(&self) -> Vec<&Person> {
        let people = self.mentions().into_iter().filter_map(|mention| match mention {
            Mention::Person(person) => Some(person),
            Mention::Party(_) | Mention::Location(_) => None,
        });
        first_mentions(people, Person::number)
    }

    /// Returns the organisations that only it names, each once, the first with number 1.
    #[must_use]
    pub fn organizations(&self) -> Vec<&NamedOrganization> {
        let named = self.parties().filter_map(|party| match party {
            Party::Named(organization) => Some(organization),
            Party::Registered(_) => None,
        });
        first_mentions(named, NamedOrganization::number)
    }

    /// Returns the places that only it names, each once, the first with number 1.
    #[must_use]
    pub fn places(&self) -> Vec<&NamedPlace> {
        let named = self.locations().filter_map(|place| match place {
            Location::Named(place) => Some(place),
            Location::Registered(_) => None,
        });
        first_mentions(named, NamedPlace::number)
    }

    /// Returns the notice board on which it is posted.
    #[must_use]
    pub fn board(&self) -> Option<&Board> {
        self.notice.as_ref()?.board.as_deref()
    }

    /// Returns its notice board if it is published only there.
    #[must_use]
    pub fn only_board(&self) -> Option<&Board> {
        self.board().filter(|_| !self.reuse.is_open())
    }

    /// Returns the documents of its cases.
    #[must_use]
    pub fn documents(&self) -> Vec<&Document> {
        let consultation = self.consultation.iter().flat_map(|consultation| &consultation.documents);
        self.notice.iter().flat_map(|notice| &notice.documents).chain(consultation).collect()
    }

    /// Returns every mention of a place.
    pub fn locations(&self) -> impl Iterator<Item = &Location> {
        self.mentions().into_iter().filter_map(|mention| match mention {
            Mention::Location(location) => Some(location),
            Mention::Party(_) | Mention::Person(_) => None,
        })
    }

    /// Returns every mention of an organisation in its parts.
    pub fn parties(&self) -> impl Iterator<Item = &Party> {
        self.mentions().into_iter().filter_map(|mention| match mention {
            Mention::Party(party) => Some(party),
            Mention::Location(_) | Mention::Person(_) => None,
        })
    }

    fn mentions(&self) -> Vec<Mention<'_>> {
        let mut mentions = Vec::new();
        self.0.mentions(&mut |mention| mentions.push(mention));
        mentions
    }
}

impl Deref for Announcement {
    type Target = Fields;

    fn deref(&self) -> &Fields {
        &self.0
    }
}

/// Returns whether a text begins with the words of a lead.
///
/// White space makes no difference, and neither do the full stop or the ellipsis at the end of the lead.
fn begins_with(text: &str, lead: &str) -> bool {
    let lead = lead.trim_end_matches(|c: char| c.is_whitespace() || ".…[]".contains(c));
    let (mut words, mut rest) = (text.split_whitespace(), "");
    let is_same = lead.split_whitespace().all(|word| {
        // A punctuation mark may follow the last word, but no word before it.
        let found = if rest.is_empty() { words.next().and_then(|found| found.strip_prefix(word)) } else { None };
        rest = found.unwrap_or_default();
        found.is_some()
    });
    is_same && !lead.is_empty() && !rest.starts_with(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::begins_with;

    #[test]
    fn a_text_begins_with_whole_words() {
        for (text, lead, expected) in [
            ("Skolan byggs ut. Den blir klar 2027.", "Skolan byggs ut.", true),
            ("Skolan byggs ut. Den blir klar 2027.", "Skolan byggs ut", true),
            ("Skolan byggs ut. Den blir klar 2027.", "Skolan byggs ut. Den blir …", true),
            ("Skolan\u{a0}byggs\nut\n\nMer", "Skolan byggs ut", true),
            ("Skolan byggs ut", "Skolan byggs ut!", false),
            ("Skolan byggs ut", "Skolan", true),
            ("Skolan, byggs ut", "Skolan byggs", false),
            ("Skolans tak", "Skolan", false),
            ("Skolan", "Skolan byggs ut", false),
            ("", "Skolan", false),
            ("...", "...", false),
        ] {
            assert_eq!(begins_with(text, lead), expected, "{text:?} {lead:?}");
        }
    }
}
