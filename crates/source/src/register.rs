use crate::{
    area, coordinates,
    fields::Fields,
    finding::Findings,
    help::Help,
    keys::{self, Keys},
    message::Message,
    noun::Noun,
    tree::{Key, Node, Value},
    value, word,
};
use anslag_core::{
    Board, FormerLanguage, Iri, LanguageTag, Line, Localized, Organization, OrganizationKind, Place, PlaceKind,
    Register, RegisterProblem, RegisteredProgramme, Retired, Slug, Topic,
};
use std::{
    collections::{HashMap, HashSet},
    ops::Range,
};

/// Reads the table of `register.toml`; `main` is the language of names without one.
pub(crate) fn register(node: &Node<'_>, main: &LanguageTag, findings: &Findings) -> Option<Register> {
    let fields = Fields::of(node, &keys::REGISTER, findings)?;
    let entries = Entries::read(&fields, main, findings);
    if findings.failed() {
        return None;
    }
    let problems = match entries.register() {
        Ok(register) => return Some(register),
        Err(problems) => problems,
    };
    let spans = EntrySpans::of(&fields);
    for problem in problems {
        let (span, help) = match &problem {
            RegisterProblem::Duplicate { kind, key, .. } => (spans.get(kind, key, None), Help::OneWithoutWord),
            RegisterProblem::NoPlace { kind, key, .. } => (spans.get(kind, key, Some("place")), Help::KeyOfPlace),
            RegisterProblem::NoOperator { board, .. } => {
                (spans.get("boards", board, Some("operator")), Help::KeyOfOrganization)
            }
            RegisterProblem::NoParent { organization, .. } => {
                (spans.get("organizations", organization, Some("unit_of")), Help::KeyOfOrganization)
            }
            RegisterProblem::Circle { organization } => {
                (spans.get("organizations", organization, Some("unit_of")), Help::LeaveUnitOfOut)
            }
            RegisterProblem::NoSuccessor { kind, key, .. } => {
                (spans.get(kind, key, Some("retired")), Help::KeyOrAddress)
            }
        };
        findings.add(span, problem, None, Some(help));
    }
    None
}

/// Adds an error for each key by which no file can be named on Windows.
///
/// These errors can be lifted, since an address that is published stays. So they hinder no reading.
pub(crate) fn refuse_device_names(node: &Node<'_>, findings: &Findings) {
    let Value::Table(kinds) = &node.value else { return };
    for (kind, entries) in kinds {
        let Value::Table(entries) = &entries.value else { continue };
        let device_names = entries
            .iter()
            .filter_map(|(key, _)| Some((key, Slug::new(&key.name).ok()?)))
            .filter(|(_, slug)| slug.is_device_name());
        for (key, slug) in device_names {
            let help = Help::OtherRegisterKey { heading: format!("[{}.{slug}-2]", kind.name) };
            findings.add(key.span.clone(), Message::DeviceName { key: slug }, None, Some(help));
        }
    }
}

/// Reads what is right of the table of `register.toml`, so that announcements can be checked with it.
pub(crate) fn right_part(node: &Node<'_>, main: &LanguageTag) -> Register {
    let ignored = Findings::default();
    let Some(fields) = Fields::of(node, &keys::REGISTER, &ignored) else { return Register::default() };
    let mut entries = Entries::read(&fields, main, &ignored);
    loop {
        let problems = match entries.clone().register() {
            Ok(register) => return register,
            Err(problems) => problems,
        };
        entries.leave_out(problems);
    }
}

/// Entries of a register, in the order of the file.
#[derive(Clone)]
struct Entries {
    organizations: Vec<Organization>,
    programmes: Vec<RegisteredProgramme>,
    topics: Vec<Topic>,
    places: Vec<Place>,
    boards: Vec<Board>,
    languages: Vec<FormerLanguage>,
}

impl Entries {
    fn read(fields: &Fields<'_, '_>, main: &LanguageTag, findings: &Findings) -> Self {
        let names = Names { main, findings };
        Self {
            organizations: entries(fields, "organizations", findings, |key, node| organization(key, node, names)),
            programmes: entries(fields, "programmes", findings, |key, node| programme(key, node, names)),
            topics: entries(fields, "topics", findings, |key, node| topic(key, node, names)),
            places: entries(fields, "places", findings, |key, node| place(key, node, names)),
            boards: entries(fields, "boards", findings, |key, node| board(key, node, names)),
            languages: entries(fields, "languages", findings, |key, node| language(key, node, findings)),
        }
    }

    fn register(self) -> Result<Register, Vec<RegisterProblem>> {
        Register::new(self.organizations, self.programmes, self.topics, self.places, self.boards, self.languages)
    }

    /// Removes duplicates, and references that lead nowhere. The entries with such references stay, so that few turns are
    /// enough: else each would take away those that refer to it.
    fn leave_out(&mut self, problems: Vec<RegisterProblem>) {
        let mut duplicates = HashSet::new();
        let mut references = HashSet::new();
        for problem in problems {
            match problem {
                RegisterProblem::Duplicate { kind, key, .. } => drop(duplicates.insert((kind, key))),
                RegisterProblem::NoPlace { kind, key, .. } => drop(references.insert((kind, "place", key))),
                RegisterProblem::NoOperator { board, .. } => drop(references.insert(("boards", "operator", board))),
                RegisterProblem::NoParent { organization, .. } | RegisterProblem::Circle { organization } => {
                    references.insert(("organizations", "unit_of", organization));
                }
                RegisterProblem::NoSuccessor { kind, key, .. } => drop(references.insert((kind, "retired", key))),
            }
        }
        let is_single = |kind, key: &Slug| !duplicates.contains(&(kind, key.clone()));
        self.organizations.retain(|entry| is_single("organizations", &entry.key));
        self.programmes.retain(|entry| is_single("programmes", &entry.key));
        self.topics.retain(|entry| is_single("topics", &entry.key));
        self.places.retain(|entry| is_single("places", &entry.key));
        self.boards.retain(|entry| is_single("boards", &entry.key));
        let is_wrong = |kind, field, key: &Slug| references.contains(&(kind, field, key.clone()));
        for Organization { key, place, unit_of, retired, .. } in &mut self.organizations {
            place.take_if(|_| is_wrong("organizations", "place", key));
            unit_of.take_if(|_| is_wrong("organizations", "unit_of", key));
            retired.take_if(|_| is_wrong("organizations", "retired", key));
        }
        for Topic { key, retired, .. } in &mut self.topics {
            retired.take_if(|_| is_wrong("topics", "retired", key));
        }
        for Board { key, place, operator, retired, .. } in &mut self.boards {
            place.take_if(|_| is_wrong("boards", "place", key));
            operator.take_if(|_| is_wrong("boards", "operator", key));
            retired.take_if(|_| is_wrong("boards", "retired", key));
        }
        self.languages.retain(|entry| !is_wrong("languages", "retired", &entry.key));
    }
}

/// Context for reading names.
#[derive(Clone, Copy)]
struct Names<'a> {
    main: &'a LanguageTag,
    findings: &'a Findings,
}

impl Names<'_> {
    fn name(self, fields: &Fields<'_, '_>) -> Option<Localized> {
        fields.required("name", Help::AddLocalizedName, |node| value::localized(node, self.main, self.findings))
    }

    fn lines(self, fields: &Fields<'_, '_>, key: &'static str) -> Vec<Line> {
        fields.list(key, |node| value::line(node, self.findings))
    }

    fn iris(self, fields: &Fields<'_, '_>, key: &'static str) -> Vec<Iri> {
        fields.list(key, |node| value::iri(node, self.findings))
    }

    fn homepage(self, fields: &Fields<'_, '_>) -> Option<Iri> {
        fields.optional("homepage", |node| value::web(node, self.findings))
    }
}

/// Reads the entries of one kind, in the order of the file.
fn entries<'n, 't, T>(
    fields: &Fields<'n, 't>,
    kind: &'static str,
    findings: &Findings,
    mut read: impl FnMut(Slug, &'n Node<'t>) -> Option<T>,
) -> Vec<T> {
    let Some(node) = fields.get(kind) else { return Vec::new() };
    let Value::Table(entries) = &node.value else {
        let message = Message::NoEntries { kind, found: node.value.what() };
        findings.add(node.span.clone(), message, None, Some(Help::EntryAsTable { kind }));
        return Vec::new();
    };
    let mut all = Vec::with_capacity(entries.len());
    for (Key { name, span }, node) in entries {
        match Slug::new(name) {
            Ok(key) => all.extend(read(key, node)),
            Err(reason) => {
                let message = Message::NoRegisterKey { reason };
                findings.add(span.clone(), message, None, Some(Help::KeyOfEntry { kind }));
            }
        }
    }
    all
}

fn table<'n, 't>(node: &'n Node<'t>, keys: &'static Keys, names: Names<'n>) -> Option<Fields<'n, 't>> {
    Fields::of(node, keys, names.findings)
}

fn organization(key: Slug, node: &Node<'_>, names: Names<'_>) -> Option<Organization> {
    let findings = names.findings;
    let fields = table(node, &keys::ORGANIZATION_ENTRY, names)?;
    let name = names.name(&fields);
    let kind = fields.optional("kind", |node| word::closed(node, Noun::OrganizationKind, findings));
    let organization = Organization {
        key,
        aliases: names.lines(&fields, "aliases"),
        kind: kind.unwrap_or(OrganizationKind::Other),
        number: fields.optional("number", |node| value::organization_number(node, findings)),
        municipality_code: fields.optional("municipality_code", |node| value::municipality_code(node, findings)),
        country: fields.optional("country", |node| value::country(node, findings)),
        place: fields.optional("place", |node| value::slug(node, findings)),
        unit_of: fields.optional("unit_of", |node| value::slug(node, findings)),
        homepage: names.homepage(&fields),
        same_as: names.iris(&fields, "same_as"),
        retired: fields.optional("retired", |node| retired(node, findings)),
        name: name?,
    };
    Some(organization)
}

fn programme(key: Slug, node: &Node<'_>, names: Names<'_>) -> Option<RegisteredProgramme> {
    let fields = table(node, &keys::PROGRAMME_ENTRY, names)?;
    let name = names.name(&fields);
    let programme = RegisteredProgramme {
        key,
        alternate_names: names.lines(&fields, "alternate_names"),
        homepage: names.homepage(&fields),
        same_as: names.iris(&fields, "same_as"),
        name: name?,
    };
    Some(programme)
}

fn topic(key: Slug, node: &Node<'_>, names: Names<'_>) -> Option<Topic> {
    let fields = table(node, &keys::TOPIC_ENTRY, names)?;
    let name = names.name(&fields);
    let topic = Topic {
        key,
        aliases: names.lines(&fields, "aliases"),
        exact_match: names.iris(&fields, "exact_match"),
        close_match: names.iris(&fields, "close_match"),
        broad_match: names.iris(&fields, "broad_match"),
        retired: fields.optional("retired", |node| retired(node, names.findings)),
        name: name?,
    };
    Some(topic)
}

fn place(key: Slug, node: &Node<'_>, names: Names<'_>) -> Option<Place> {
    let findings = names.findings;
    let fields = table(node, &keys::PLACE_ENTRY, names)?;
    let name = names.name(&fields);
    let kind = fields.optional("kind", |node| word::closed(node, Noun::PlaceKind, findings));
    let country = fields.optional("country", |node| value::country(node, findings));
    let place = Place {
        key,
        aliases: names.lines(&fields, "aliases"),
        kind: kind.unwrap_or(PlaceKind::Other),
        country,
        address: fields.optional("address", |node| value::line(node, findings)),
        coordinates: fields.optional("coordinates", |node| coordinates::read(node, country, findings)),
        area: fields.optional("area", |node| area::read(node, country, findings)),
        same_as: names.iris(&fields, "same_as"),
        name: name?,
    };
    Some(place)
}

fn board(key: Slug, node: &Node<'_>, names: Names<'_>) -> Option<Board> {
    let findings = names.findings;
    let fields = table(node, &keys::BOARD_ENTRY, names)?;
    let name = names.name(&fields);
    let board = Board {
        key,
        aliases: names.lines(&fields, "aliases"),
        operator: fields.optional("operator", |node| value::slug(node, findings)),
        page: fields.optional("page", |node| value::web(node, findings)),
        place: fields.optional("place", |node| value::slug(node, findings)),
        email: fields.optional("email", |node| value::email(node, findings)),
        retired: fields.optional("retired", |node| retired(node, findings)),
        name: name?,
    };
    Some(board)
}

fn language(key: Slug, node: &Node<'_>, findings: &Findings) -> Option<FormerLanguage> {
    let fields = Fields::of(node, &keys::LANGUAGE_ENTRY, findings)?;
    let retired = fields.required("retired", Help::Retired, |node| retired(node, findings));
    Some(FormerLanguage { key, retired: retired? })
}

/// Reads the end of an entry's feed.
pub(crate) fn retired(node: &Node<'_>, findings: &Findings) -> Option<Retired> {
    let fields = Fields::of(node, &keys::RETIRED, findings)?;
    let date = fields.required("date", Help::DayOfEnd, |node| value::day(node, findings));
    let see = fields.required("see", Help::Successor, |node| value::successor(node, findings));
    Some(Retired { date: date?, see: see? })
}

/// Spans of the entries of a register and of their fields.
struct EntrySpans<'n, 't> {
    by_kind_and_key: HashMap<(&'static str, &'n str), (&'n Key<'t>, &'n Node<'t>)>,
    /// Span of the whole register.
    place: Range<usize>,
}

impl<'n, 't> EntrySpans<'n, 't> {
    fn of(fields: &Fields<'n, 't>) -> Self {
        let kinds = ["organizations", "programmes", "topics", "places", "boards", "languages"];
        let entries = kinds.into_iter().flat_map(|kind| match fields.get(kind).map(|node| &node.value) {
            Some(Value::Table(entries)) => {
                entries.iter().map(|(key, node)| ((kind, &*key.name), (key, node))).collect()
            }
            _ => Vec::new(),
        });
        Self { by_kind_and_key: entries.collect(), place: fields.place() }
    }

    /// Returns the span of an entry's key, or of one of its fields.
    fn get(&self, kind: &'static str, key: &Slug, field: Option<&str>) -> Range<usize> {
        let Some((key, entry)) = self.by_kind_and_key.get(&(kind, key.as_str())) else { return self.place.clone() };
        let value = match &entry.value {
            Value::Table(fields) => fields.iter().find(|(name, _)| Some(&*name.name) == field),
            _ => None,
        };
        value.map_or_else(|| key.span.clone(), |(_, value)| value.span.clone())
    }
}
