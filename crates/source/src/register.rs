use crate::{
    coordinates,
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
use std::ops::Range;

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
    for problem in problems {
        let (span, help) = match &problem {
            RegisterProblem::Duplicate { kind, key, .. } => {
                (entry_span(&fields, kind, key, None), Help::OneWithoutWord)
            }
            RegisterProblem::NoPlace { kind, key, .. } => {
                (entry_span(&fields, kind, key, Some("place")), Help::KeyOfPlace)
            }
            RegisterProblem::NoOperator { board, .. } => {
                (entry_span(&fields, "boards", board, Some("operator")), Help::KeyOfOrganization)
            }
            RegisterProblem::NoParent { organization, .. } => {
                (entry_span(&fields, "organizations", organization, Some("unit_of")), Help::KeyOfOrganization)
            }
            RegisterProblem::Circle { organization } => {
                (entry_span(&fields, "organizations", organization, Some("unit_of")), Help::LeaveUnitOfOut)
            }
            RegisterProblem::NoSuccessor { kind, key, .. } => {
                (entry_span(&fields, kind, key, Some("retired")), Help::KeyOrAddress)
            }
        };
        findings.add(span, problem, None, Some(help));
    }
    None
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
        // What refers to an entry that is left out is left out in the next turn.
        for problem in problems {
            match problem {
                RegisterProblem::Duplicate { kind, key, .. }
                | RegisterProblem::NoPlace { kind, key, .. }
                | RegisterProblem::NoSuccessor { kind, key, .. } => entries.remove(kind, &key),
                RegisterProblem::NoOperator { board, .. } => entries.remove("boards", &board),
                RegisterProblem::NoParent { organization, .. } | RegisterProblem::Circle { organization } => {
                    entries.remove("organizations", &organization);
                }
            }
        }
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

    /// Removes the entries of a kind with a key.
    fn remove(&mut self, kind: &str, key: &Slug) {
        match kind {
            "organizations" => self.organizations.retain(|entry| entry.key != *key),
            "programmes" => self.programmes.retain(|entry| entry.key != *key),
            "places" => self.places.retain(|entry| entry.key != *key),
            "boards" => self.boards.retain(|entry| entry.key != *key),
            "languages" => self.languages.retain(|entry| entry.key != *key),
            _ => self.topics.retain(|entry| entry.key != *key),
        }
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
fn retired(node: &Node<'_>, findings: &Findings) -> Option<Retired> {
    let fields = Fields::of(node, &keys::RETIRED, findings)?;
    let date = fields.required("date", Help::DayOfEnd, |node| value::day(node, findings));
    let see = fields.required("see", Help::Successor, |node| value::successor(node, findings));
    Some(Retired { date: date?, see: see? })
}

/// Returns the span of an entry of the register, or of one of its fields.
fn entry_span(fields: &Fields<'_, '_>, kind: &'static str, key: &Slug, field: Option<&str>) -> Range<usize> {
    let within = |node: &Node<'_>, name: &str| match &node.value {
        Value::Table(entries) => entries.iter().position(|(key, _)| key.name == name),
        _ => None,
    };
    let Some(node) = fields.get(kind) else { return fields.place() };
    let (Value::Table(entries), Some(at)) = (&node.value, within(node, key.as_str())) else { return fields.span(kind) };
    let (key, entry) = &entries[at];
    let field = field.and_then(|field| within(entry, field).map(|at| (entry, at)));
    match field {
        Some((Node { value: Value::Table(fields), .. }, at)) => fields[at].1.span.clone(),
        _ => key.span.clone(),
    }
}
