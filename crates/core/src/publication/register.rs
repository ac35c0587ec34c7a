use crate::{
    Board, FormerLanguage, LanguageTag, Line, Organization, Place, RegisteredProgramme, Retired, Slug, Successor,
    Topic, publication::entry::Entry,
};
use anslag_wording::wording;
use std::{
    collections::{BTreeMap, HashSet},
    sync::Arc,
};
use thiserror::Error;

/// Register of what announcements share: organisations, programmes, topics, places and notice
/// boards; and of former languages.
///
/// An entry is found by its key, by a name or by an alias.
#[derive(Clone, Debug, Default)]
pub struct Register {
    organizations: Entries<Organization>,
    programmes: Entries<RegisteredProgramme>,
    topics: Entries<Topic>,
    places: Entries<Place>,
    boards: Entries<Board>,
    languages: Vec<Arc<FormerLanguage>>,
}

impl Register {
    /// Makes a register of its entries.
    ///
    /// Returns a problem for each name of two entries, and for each key of none.
    pub fn new(
        organizations: Vec<Organization>,
        programmes: Vec<RegisteredProgramme>,
        topics: Vec<Topic>,
        places: Vec<Place>,
        boards: Vec<Board>,
        languages: Vec<FormerLanguage>,
    ) -> Result<Self, Vec<RegisterProblem>> {
        let mut problems = Vec::new();
        let register = Self {
            organizations: Entries::new("organizations", organizations, &mut problems),
            programmes: Entries::new("programmes", programmes, &mut problems),
            topics: Entries::new("topics", topics, &mut problems),
            places: Entries::new("places", places, &mut problems),
            boards: Entries::new("boards", boards, &mut problems),
            languages: languages.into_iter().map(Arc::new).collect(),
        };
        let in_circles = register.units_in_circles();
        for organization in register.organizations() {
            let key = &organization.key;
            if let Some(missing) = organization.place.as_ref().filter(|place| register.place(place).is_none()) {
                problems.push(RegisterProblem::NoPlace {
                    kind: "organizations",
                    key: key.clone(),
                    place: missing.clone(),
                });
            }
            if let Some(unit_of) = &organization.unit_of {
                match register.organization(unit_of) {
                    None => {
                        problems
                            .push(RegisterProblem::NoParent { organization: key.clone(), unit_of: unit_of.clone() });
                    }
                    Some(_) if in_circles.contains(key) => {
                        problems.push(RegisterProblem::Circle { organization: key.clone() });
                    }
                    Some(_) => {}
                }
            }
        }
        for Board { key, operator, place, .. } in register.boards().map(AsRef::as_ref) {
            if let Some(missing) = operator.as_ref().filter(|operator| register.organization(operator).is_none()) {
                problems.push(RegisterProblem::NoOperator { board: key.clone(), operator: missing.clone() });
            }
            if let Some(missing) = place.as_ref().filter(|place| register.place(place).is_none()) {
                problems.push(RegisterProblem::NoPlace { kind: "boards", key: key.clone(), place: missing.clone() });
            }
        }
        problems.extend(register.missing_successors());
        if problems.is_empty() { Ok(register) } else { Err(problems) }
    }

    /// Returns the organisations and units, by key.
    pub fn organizations(&self) -> impl Iterator<Item = &Arc<Organization>> {
        self.organizations.by_key.values()
    }

    /// Returns the programmes, by key.
    pub fn programmes(&self) -> impl Iterator<Item = &Arc<RegisteredProgramme>> {
        self.programmes.by_key.values()
    }

    /// Returns the topics, by key.
    pub fn topics(&self) -> impl Iterator<Item = &Arc<Topic>> {
        self.topics.by_key.values()
    }

    /// Returns the places, by key.
    pub fn places(&self) -> impl Iterator<Item = &Arc<Place>> {
        self.places.by_key.values()
    }

    /// Returns the notice boards, by key.
    pub fn boards(&self) -> impl Iterator<Item = &Arc<Board>> {
        self.boards.by_key.values()
    }

    /// Returns the former languages.
    pub fn languages(&self) -> impl Iterator<Item = &Arc<FormerLanguage>> {
        self.languages.iter()
    }

    /// Returns the organisation with this key.
    #[must_use]
    pub fn organization(&self, key: &Slug) -> Option<&Arc<Organization>> {
        self.organizations.by_key.get(key)
    }

    /// Returns the topic with this key.
    #[must_use]
    pub fn topic(&self, key: &Slug) -> Option<&Arc<Topic>> {
        self.topics.by_key.get(key)
    }

    /// Returns the place with this key.
    #[must_use]
    pub fn place(&self, key: &Slug) -> Option<&Arc<Place>> {
        self.places.by_key.get(key)
    }

    /// Returns the notice board with this key.
    #[must_use]
    pub fn board(&self, key: &Slug) -> Option<&Arc<Board>> {
        self.boards.by_key.get(key)
    }

    /// Returns the organisation with this key, name or alias.
    #[must_use]
    pub fn find_organization(&self, word: &str) -> Option<&Arc<Organization>> {
        self.organizations.by_word.get(word)
    }

    /// Returns the programme with this key, name or other spelling.
    #[must_use]
    pub fn find_programme(&self, word: &str) -> Option<&Arc<RegisteredProgramme>> {
        self.programmes.by_word.get(word)
    }

    /// Returns the topic with this key, label or alias.
    #[must_use]
    pub fn find_topic(&self, word: &str) -> Option<&Arc<Topic>> {
        self.topics.by_word.get(word)
    }

    /// Returns the place with this key, name or alias.
    #[must_use]
    pub fn find_place(&self, word: &str) -> Option<&Arc<Place>> {
        self.places.by_word.get(word)
    }

    /// Returns the notice board with this key, name or alias.
    #[must_use]
    pub fn find_board(&self, word: &str) -> Option<&Arc<Board>> {
        self.boards.by_word.get(word)
    }

    /// Returns every word by which an organisation is found, for a "did you mean".
    pub fn organization_words(&self) -> impl Iterator<Item = &str> {
        self.organizations.by_word.keys().map(AsRef::as_ref)
    }

    /// Returns every word by which a topic is found, for a "did you mean".
    pub fn topic_words(&self) -> impl Iterator<Item = &str> {
        self.topics.by_word.keys().map(AsRef::as_ref)
    }

    /// Returns every word by which a place is found, for a "did you mean".
    pub fn place_words(&self) -> impl Iterator<Item = &str> {
        self.places.by_word.keys().map(AsRef::as_ref)
    }

    /// Returns every word by which a notice board is found, for a "did you mean".
    pub fn board_words(&self) -> impl Iterator<Item = &str> {
        self.boards.by_word.keys().map(AsRef::as_ref)
    }

    /// Returns the entries whose feeds end or have ended: the kind, the key, and the end.
    pub fn retired(&self) -> impl Iterator<Item = (&'static str, &Slug, &Retired)> {
        let topics = self.topics().map(|entry| ("topics", &entry.key, entry.retired.as_ref()));
        let organizations = self.organizations().map(|entry| ("organizations", &entry.key, entry.retired.as_ref()));
        let boards = self.boards().map(|entry| ("boards", &entry.key, entry.retired.as_ref()));
        let languages = self.languages().map(|entry| ("languages", &entry.key, Some(&entry.retired)));
        let all = topics.chain(organizations).chain(boards).chain(languages);
        all.filter_map(|(kind, key, retired)| Some((kind, key, retired?)))
    }

    /// Returns a problem for each retired entry that refers to itself or to no entry of its kind.
    fn missing_successors(&self) -> impl Iterator<Item = RegisterProblem> {
        self.retired().filter_map(|(kind, key, retired)| {
            let Successor::Entry(see) = &retired.see else { return None };
            let is_entry = match kind {
                "organizations" => self.organization(see).is_some(),
                "topics" => self.topic(see).is_some(),
                "boards" => self.board(see).is_some(),
                _ => LanguageTag::new(see.as_str()).is_ok(),
            };
            let missing = || RegisterProblem::NoSuccessor { kind, key: key.clone(), see: see.clone() };
            (see == key || !is_entry).then(missing)
        })
    }

    /// Returns the organisations that are units of themselves, in one step or several.
    fn units_in_circles(&self) -> HashSet<&Slug> {
        let parent = |key: &Slug| self.organization(key).and_then(|entry| entry.unit_of.as_ref());
        let mut seen = HashSet::new();
        let mut in_circles = HashSet::new();
        for start in self.organizations.by_key.keys() {
            let mut path = Vec::new();
            let mut next = Some(start);
            while let Some(key) = next.filter(|key| seen.insert(*key)) {
                path.push(key);
                next = parent(key);
            }
            // A path that comes back to itself ends in a circle; one that meets an earlier path does not.
            let circle = next.and_then(|key| path.iter().position(|before| *before == key));
            in_circles.extend(circle.map_or(&[][..], |at| &path[at..]));
        }
        in_circles
    }
}

/// Entries of one kind, by key and by every word by which they are found.
#[derive(Clone, Debug)]
struct Entries<T> {
    by_key: BTreeMap<Slug, Arc<T>>,
    by_word: BTreeMap<Box<str>, Arc<T>>,
}

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self { by_key: BTreeMap::new(), by_word: BTreeMap::new() }
    }
}

impl<T: Entry> Entries<T> {
    fn new(kind: &'static str, entries: Vec<T>, problems: &mut Vec<RegisterProblem>) -> Self {
        let mut all = Self::default();
        for entry in entries.into_iter().map(Arc::new) {
            if all.by_key.insert(entry.key().clone(), Arc::clone(&entry)).is_some() {
                problems.push(RegisterProblem::Duplicate {
                    kind,
                    word: entry.key().to_string(),
                    key: entry.key().clone(),
                });
            }
            let names = entry.name().iter().map(|(_, name)| name.as_str());
            let words = names.chain(entry.aliases().iter().map(Line::as_str)).chain([entry.key().as_str()]);
            for word in words {
                let before = all.by_word.insert(word.into(), Arc::clone(&entry));
                if before.is_some_and(|before| before.key() != entry.key()) {
                    problems.push(RegisterProblem::Duplicate { kind, word: word.to_owned(), key: entry.key().clone() });
                }
            }
        }
        all
    }
}

wording! {
    /// Problem with a register.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum RegisterProblem {
        /// A key, name or alias of two entries of a kind.
        Duplicate {
            /// Kind of entry: `organizations`, `programmes`, `topics`, `places` or `boards`.
            kind: &'static str,
            /// Key, name or alias.
            word: String,
            /// Later of the two entries.
            key: Slug,
        }
            en("ambiguous name `{word}` of two entries of the register")
            sv("tvetydigt namn `{word}` på två poster i registret"),
        /// An organisation or a notice board in a place that is not in the register.
        NoPlace {
            /// Kind of entry: `organizations` or `boards`.
            kind: &'static str,
            /// Key of the entry.
            key: Slug,
            /// Key of the missing place.
            place: Slug,
        }
            en("unknown place `{}`", *place)
            sv("okänd plats `{}`", *place),
        /// A unit of an organisation that is not in the register.
        NoParent {
            /// Key of the unit.
            organization: Slug,
            /// Key of the missing organisation.
            unit_of: Slug,
        }
            en("unknown organisation `{}`", *unit_of)
            sv("okänd organisation `{}`", *unit_of),
        /// A notice board of an organisation that is not in the register.
        NoOperator {
            /// Key of the notice board.
            board: Slug,
            /// Key of the missing organisation.
            operator: Slug,
        }
            en("unknown organisation `{}`", *operator)
            sv("okänd organisation `{}`", *operator),
        /// A unit of itself.
        Circle {
            /// Key of the unit.
            organization: Slug,
        }
            en("the organisation `{}` is a unit of itself", *organization)
            sv("organisationen `{}` är en enhet inom sig själv", *organization),
        /// A retired entry that refers to itself or to one that is not in the register.
        NoSuccessor {
            /// Kind of entry: `organizations`, `topics` or `languages`.
            kind: &'static str,
            /// Key of the retired entry.
            key: Slug,
            /// Key to which it refers.
            see: Slug,
        }
            en("unknown entry `{}` of `{kind}`", *see)
            sv("okänd post `{}` i `{kind}`", *see),
    }
}
