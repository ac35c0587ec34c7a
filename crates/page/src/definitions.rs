use crate::{
    DEFINITIONS, Site,
    definitions_words::DefinitionWords,
    frame::Frame,
    site::{lang_attribute, render},
    words::Words,
};
use anslag_core::AnnouncementType;
use anslag_schema::{Choice, Kind as FieldKind, PARTS, Set};
use anslag_vocab::{Kind, Term, anslag, anslag_type};
use askama::Template;
use std::collections::BTreeSet;

#[derive(Template)]
#[template(path = "definitions.html")]
struct DefinitionsPage<'a> {
    frame: Frame<'a>,
    words: DefinitionWords,
    namespace: &'static str,
    types: &'static str,
    /// `lang` attribute of terms with their labels and definitions.
    lang: String,
    /// `lang` attribute of the page's words among them.
    words_lang: String,
    classes: Vec<TermRow>,
    properties: Vec<TermRow>,
    schemes: Vec<Scheme>,
    kinds: Vec<Choice>,
    language: &'static str,
    copies: [String; 3],
}

/// A term of our own vocabulary.
struct TermRow {
    name: &'static str,
    label: &'static str,
    definition: &'static str,
    domain: Option<TermLink>,
    range: Option<TermLink>,
}

/// A term that another refers to: one of this page, or of another vocabulary.
struct TermLink {
    name: String,
    href: String,
}

/// Values of a property.
struct Scheme {
    term: TermRow,
    /// Name and label of each value.
    concepts: Vec<(String, &'static str)>,
}

impl Site<'_> {
    /// Renders the page of our own vocabulary in a language. Each term has its name as the anchor, which is the fragment of
    /// its IRI.
    #[must_use]
    pub fn definitions(&self, language: &'static str) -> String {
        let (words, own) = (Words::new(language), DefinitionWords::new(language));
        let frame = Frame::new(self, &words, language, own.title, &self.address(DEFINITIONS, language));
        let of_kind = |wanted: fn(Kind) -> bool| -> Vec<TermRow> {
            let terms = anslag::VOCABULARY.terms.iter().filter(|term| wanted(term.kind()));
            terms.filter_map(|term| TermRow::new(*term, language)).collect()
        };
        let sets = PARTS.iter().flat_map(|part| part.fields()).filter_map(|field| match field.kind {
            FieldKind::Choice(set) if !field.properties.is_empty() => Some(set),
            _ => None,
        });
        let mut schemes: Vec<Scheme> = sets.filter_map(|set| Scheme::new(set, language)).collect();
        // Several fields may take their values from one set.
        let mut seen = BTreeSet::new();
        schemes.retain(|scheme| seen.insert(scheme.term.name));
        let page = DefinitionsPage {
            frame: Frame {
                description: own.lead.to_owned(),
                languages: self.language_links(|other| self.address(DEFINITIONS, other), language),
                ..frame
            },
            namespace: anslag::VOCABULARY.namespace,
            types: anslag_type::VOCABULARY.namespace,
            lang: lang_attribute(told_in(language), language),
            words_lang: lang_attribute(language, told_in(language)),
            classes: of_kind(|kind| kind == Kind::Class),
            properties: of_kind(|kind| matches!(kind, Kind::Resource | Kind::Text | Kind::Value)),
            schemes,
            kinds: AnnouncementType::ALL.iter().copied().map(Choice::from).collect(),
            language,
            copies: ["def/ns.ttl", "def/type.ttl", "def/topic.ttl"].map(|path| self.file_href(path)),
            words: own,
        };
        render(&page)
    }
}

impl TermRow {
    fn new(term: Term, language: &str) -> Option<Self> {
        let meaning = term.meaning()?;
        let choose = |[sv, en]: [&'static str; 2]| if told_in(language) == "sv" { sv } else { en };
        Some(Self {
            name: term.name(),
            label: choose(meaning.label),
            definition: choose(meaning.definition),
            domain: meaning.domain.map(TermLink::new),
            range: meaning.range.map(TermLink::new),
        })
    }
}

impl TermLink {
    fn new(term: Term) -> Self {
        let is_own = term.prefix() == anslag::VOCABULARY.prefix;
        let href = if is_own { format!("#{}", term.name()) } else { term.as_str().to_owned() };
        Self { name: term.to_string(), href }
    }
}

impl Scheme {
    fn new(set: &Set, language: &str) -> Option<Self> {
        let term = TermRow::new(set.concept_scheme()?, language)?;
        let name = |iri: String| iri.trim_start_matches(anslag::VOCABULARY.namespace).to_owned();
        let concepts = set.members().into_iter().map(|own| (name(set.iri(own.key)), own.label_in(told_in(language))));
        Some(Self { term, concepts: concepts.collect() })
    }
}

/// Returns the language in which the terms are defined for readers of another.
fn told_in(language: &str) -> &'static str {
    if language == "sv" { "sv" } else { "en" }
}
