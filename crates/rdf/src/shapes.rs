use crate::plan::{NODES, NodePlan, PropertyPlan, Source};
use anslag_schema::{ANNOUNCEMENT, Kind, NodeSpec, PARTS, PartSpec, Spec};
use anslag_vocab::{Kind as TermKind, Term, anslag, dcterms, edtf, foaf, geosparql, rdf, schema, skos, xsd};
use std::{
    fmt::{self, Display, Write},
    sync::LazyLock,
};

/// Our own shapes (SHACL 1.0): what an announcement and its parts look like. They are the same for every publication.
///
/// They are a line on their origin, `rules.ttl`, which a person writes, and the shapes of all nodes, which follow from the
/// table of fields.
pub static SHAPES: LazyLock<String> = LazyLock::new(|| {
    let mut shapes = [ORIGIN, include_str!("../rules.ttl")].concat();
    for plan in NODES.iter().filter(|plan| is_described(plan)) {
        write!(shapes, "\n{}", NodeShape { plan }).expect("a string takes all text");
    }
    shapes
});

const ORIGIN: &str =
    "# Generated from the table of fields and crates/rdf/rules.ttl by `cargo xtask golden`: edit those.\n#\n";

/// Returns whether a node needs shapes of its own. Nodes that the register describes too have theirs in `rules.ttl`.
fn is_described(plan: &NodePlan) -> bool {
    let spec = PARTS[plan.part].spec();
    plan.fields.is_some() || !spec.links.is_empty() || *spec == ANNOUNCEMENT.spec
}

/// Target of a shape.
enum Target {
    Classes(Vec<Term>),
    ObjectsOf(Term),
}

/// The shape of one kind of node.
struct NodeShape {
    plan: &'static NodePlan,
}

impl NodeShape {
    /// Returns the target, and whether only nodes of this kind are found by it. If not, nothing can be required of them.
    fn target(&self) -> (Target, bool) {
        let Some(node) = self.plan.node else {
            return (Target::Classes(vec![schema::NEWS_ARTICLE, schema::ARTICLE, schema::SPECIAL_ANNOUNCEMENT]), true);
        };
        let (class, is_own) = own_class(node);
        match link(self.plan) {
            Some(property) if !is_own => (Target::ObjectsOf(property), true),
            _ => (Target::Classes(vec![class]), is_own),
        }
    }

    fn subject(&self) -> [&'static str; 2] {
        self.plan.node.map_or(["Tillkännagivandet", "The announcement"], |node| node.subject)
    }
}

impl Display for NodeShape {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (target, is_own) = self.target();
        writeln!(f, "shape:{} a sh:NodeShape ;", self.plan.node.map_or("Announcement", |node| node.shape))?;
        match target {
            Target::Classes(classes) => {
                let classes: Vec<String> = classes.iter().map(ToString::to_string).collect();
                writeln!(f, "  sh:targetClass {} ;", classes.join(", "))?;
            }
            Target::ObjectsOf(property) => writeln!(f, "  sh:targetObjectsOf {property} ;")?,
        }
        let mut properties: Vec<Constraint> =
            self.plan.properties.iter().map(|property| constraint(self.plan, property, is_own)).collect();
        properties.extend(derived(self.plan));
        for (at, property) in properties.iter().enumerate() {
            let begin = if at == 0 { "  sh:property\n" } else { " ,\n" };
            write!(f, "{begin}{}", property.shape(self.subject()))?;
        }
        writeln!(f, " .")
    }
}

/// Constraint on the values of a property.
struct Constraint {
    property: Term,
    is_required: bool,
    is_single: bool,
    /// The names of the values, in Swedish and English, each once.
    nouns: Vec<[&'static str; 2]>,
    /// The constraints on a value; one of them must hold.
    values: Vec<ValueShape>,
}

impl Constraint {
    fn shape(&self, [subject_sv, subject_en]: [&str; 2]) -> String {
        let (min, max) = (self.is_required, self.is_single);
        let [often_sv, often_en] = match (min, max) {
            (true, true) => [", precis en gång", ", exactly once"],
            (true, false) => [", minst en gång", ", once at least"],
            (false, true) => [", högst en gång", ", once at most"],
            (false, false) => ["", ""],
        };
        let mut count = String::new();
        count.push_str(if min { " ; sh:minCount 1" } else { "" });
        count.push_str(if max { " ; sh:maxCount 1" } else { "" });
        let property = self.property;
        let noun =
            |language: usize, or: &str| self.nouns.iter().map(|noun| noun[language]).collect::<Vec<_>>().join(or);
        let what = |language: usize, or: &str| {
            self.values.iter().map(|value| value.words[language].as_str()).collect::<Vec<_>>().join(or)
        };
        format!(
            "    [ sh:path {property}{count} ; {values} ;\n      sh:message \"{subject_sv}: {noun_sv} ({property}) ska vara {what_sv}{often_sv}.\"@sv ,\n        \"{subject_en}: the {noun_en} ({property}) must be {what_en}{often_en}.\"@en ]",
            values = self.values(),
            noun_sv = noun(0, " eller "),
            noun_en = noun(1, " or "),
            what_sv = what(0, " eller "),
            what_en = what(1, " or "),
        )
    }

    fn values(&self) -> String {
        match &self.values[..] {
            [only] => only.turtle.clone(),
            several => {
                let alternatives = several.iter().map(|value| value.turtle.as_str());
                // Resources of several classes are all resources.
                let classes: Option<Vec<_>> = alternatives.clone().map(|own| own.strip_prefix(RESOURCE)).collect();
                let (all, alternatives) = match classes {
                    Some(classes) => (RESOURCE, classes),
                    None => ("", alternatives.collect()),
                };
                let alternatives: String = alternatives.iter().map(|own| format!("[ {own} ] ")).collect();
                format!("{all}sh:or ( {alternatives})")
            }
        }
    }
}

/// Constraint on one value: in Turtle, and in Swedish and English words.
#[derive(Clone, PartialEq, Eq)]
struct ValueShape {
    turtle: String,
    words: [String; 2],
}

impl ValueShape {
    fn new(turtle: impl Into<String>, sv: &str, en: &str) -> Self {
        Self { turtle: turtle.into(), words: [sv.to_owned(), en.to_owned()] }
    }

    fn literal(datatype: Term, pattern: &str, sv: &str, en: &str) -> Self {
        let pattern = if pattern.is_empty() { String::new() } else { format!(" ; sh:pattern \"{pattern}\"") };
        Self::new(format!("sh:datatype {datatype}{pattern}"), sv, en)
    }

    fn line() -> Self {
        Self::literal(rdf::LANG_STRING, LINE, "en rad text med språk", "a line of text with a language")
    }

    fn text() -> Self {
        Self::literal(rdf::LANG_STRING, TEXT, "text med språk", "text with a language")
    }

    fn resource(pattern: &str, sv: &str, en: &str) -> Self {
        Self::new(format!("{RESOURCE}sh:pattern \"{pattern}\""), sv, en)
    }

    fn class(class: Term, sv: &str, en: &str) -> Self {
        Self::new(format!("{RESOURCE}sh:class {class}"), sv, en)
    }

    fn moment() -> Self {
        let [day, instant] = [xsd::DATE, xsd::DATE_TIME];
        let turtle = format!("sh:or ( [ sh:datatype {day} ] [ sh:datatype {instant} ; sh:pattern \"{OFFSET}\" ] )");
        Self::new(turtle, "en dag, eller en tidpunkt med tidszon", "a day, or a time with its offset")
    }

    fn node(node: &NodeSpec) -> Self {
        let (class, _) = own_class(node);
        Self::class(class, &format!("av klassen {class}"), &format!("of the class {class}"))
    }
}

/// Begins the shape of a resource.
const RESOURCE: &str = "sh:nodeKind sh:IRI ; ";

/// The shape of any resource.
const ANY: &str = "sh:nodeKind sh:IRI";

// Patterns hold no `.`, which stands for other characters in JavaScript than elsewhere.
const LINE: &str = r"^\\S([^\\n\\r]*\\S)?$";
const TEXT: &str = r"\\S";
const OFFSET: &str = r"(Z|[+-][0-9]{2}:[0-9]{2})$";
const WEB: &str = "^https?://[^/]";
const ANNOUNCEMENT_IRI: &str = "/announcement/[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9-]+$";

/// Returns what the values of a property must be, if they come from one or several fields.
fn constraint(node: &NodePlan, plan: &PropertyPlan, is_own: bool) -> Constraint {
    // A node with one field exists only if that field says something.
    let mut is_required = node.fields.as_ref().is_some_and(|fields| fields.len() == 1);
    let (mut nouns, mut values) = (Vec::new(), Vec::new());
    // Nodes of another kind are found by the same class.
    let others = NODES.iter().filter(|other| !is_own && shares_class(node, other)).flat_map(|other| &other.properties);
    let others = others.filter(|other| other.property == plan.property).flat_map(|other| &other.sources);
    for source in plan.sources.iter().chain(others) {
        let (noun, value, required) = source_shape(plan.property, source);
        is_required |= required;
        if !nouns.contains(&noun) {
            nouns.push(noun);
        }
        if !values.contains(&value) {
            values.push(value);
        }
    }
    // A line is a text.
    if values.contains(&ValueShape::text()) {
        values.retain(|value| *value != ValueShape::line());
    }
    // Any resource will do if one of the fields takes any.
    if let Some(any) = values.iter().position(|value: &ValueShape| value.turtle == ANY) {
        values = vec![values.swap_remove(any)];
    }
    Constraint { property: plan.property, is_required: is_required && is_own, is_single: plan.is_single, nouns, values }
}

/// Returns the name of what a source gives, what it must be, and whether it is always there.
fn source_shape(property: Term, source: &Source) -> ([&'static str; 2], ValueShape, bool) {
    match source {
        Source::Field { part, field, is_first } => {
            let field = PARTS[*part].fields()[*field];
            let noun = match field.kind {
                Kind::Money if !is_first => ["valutan", "currency"],
                Kind::Point if property == geosparql::AS_WKT => ["geometrin", "geometry"],
                Kind::Point if !is_first => ["longituden", "longitude"],
                _ => field.noun,
            };
            // Money has an amount and a currency, or is not there at all; the fields of other parts are not required here.
            let is_required = field.required && has_node(*part, field);
            (noun, value_shape(property, field, *is_first), is_required)
        }
        Source::Node { part, node, .. } => {
            (noun_of(*part, |kind| matches!(kind, Kind::Node(own) if own == *node)), ValueShape::node(node), false)
        }
        Source::Parts { part, node } => {
            let spec = PARTS[*part].spec();
            (noun_of_part(spec), ValueShape::node(node), false)
        }
        Source::Part { part, node } => (noun_of_part(PARTS[*part].spec()), ValueShape::node(node), true),
        Source::Holder { node: None, .. } => {
            let value = ValueShape::resource(ANNOUNCEMENT_IRI, "ett tillkännagivande", "an announcement");
            (["tillkännagivandet", "announcement"], value, true)
        }
        Source::Holder { node: Some(node), .. } => (["helheten", "whole"], ValueShape::node(node), true),
        Source::Number => {
            let turtle = format!("sh:datatype {} ; sh:minInclusive 1", xsd::INTEGER);
            (["numret", "number"], ValueShape::new(turtle, "ett nummer från 1", "a number from 1"), true)
        }
    }
}

/// Returns whether a field that is required stands on a node that exists only with it; a notice has none of its own.
fn has_node(part: usize, field: &Spec) -> bool {
    let spec = PARTS[part].spec();
    field.about.is_some() || spec.node.is_some() || *spec == ANNOUNCEMENT.spec
}

fn noun_of(part: usize, is_meant: impl Fn(Kind) -> bool) -> [&'static str; 2] {
    let fields = PARTS[part].fields();
    fields.iter().find(|field| is_meant(field.kind)).expect("a node has a field").noun
}

fn noun_of_part(part: &PartSpec) -> [&'static str; 2] {
    let fields = PARTS.iter().flat_map(|own| own.fields());
    let mut fields = fields.filter(|field| matches!(field.kind, Kind::Part(held) if held == part));
    fields.next().expect("a part has a field").noun
}

/// Returns the shape of the mark of derived values, on nodes that may have some.
fn derived(plan: &NodePlan) -> Option<Constraint> {
    let is_deadline = |source: &Source| match source {
        Source::Field { part, field, .. } => matches!(PARTS[*part].fields()[*field].kind, Kind::Deadline),
        _ => false,
    };
    plan.properties.iter().flat_map(|property| &property.sources).any(is_deadline).then(|| Constraint {
        property: anslag::DERIVED,
        is_required: false,
        is_single: false,
        nouns: vec![["den härledda egenskapen", "derived property"]],
        values: vec![ValueShape::new(ANY, "en egenskap", "a property")],
    })
}

/// Returns the class of a node that fewest other nodes have, and whether none has.
fn own_class(node: &NodeSpec) -> (Term, bool) {
    let others = |class: &Term| {
        let nodes = NODES.iter().filter_map(|plan| plan.node);
        nodes.filter(|other| *other != node && other.classes.contains(class)).count()
    };
    let class = node.classes.iter().copied().min_by_key(others).expect("every node has a class");
    (class, others(&class) == 0)
}

/// Returns whether the nodes of another kind have the class by which those of a plan are found.
fn shares_class(plan: &NodePlan, other: &NodePlan) -> bool {
    let class = plan.node.map(|node| own_class(node).0);
    other.node != plan.node && class.is_some_and(|class| other.node.is_some_and(|node| node.classes.contains(&class)))
}

/// Returns the property that leads from a part to a node that belongs to it.
fn link(plan: &NodePlan) -> Option<Term> {
    plan.fields.as_ref()?;
    let fields = PARTS[plan.part].fields();
    let mut fields =
        fields.into_iter().filter(|field| matches!(field.kind, Kind::Node(node) if Some(node) == plan.node));
    fields.next().and_then(|field| field.properties.first().copied())
}

/// Returns what a value of a field must be.
#[expect(clippy::too_many_lines, reason = "it is the table of all kinds")]
fn value_shape(property: Term, field: &Spec, is_first: bool) -> ValueShape {
    let is_resource = property.kind() == TermKind::Resource;
    let number = |bounds: &str| format!("sh:datatype {} ; {bounds}", xsd::DECIMAL);
    match field.kind {
        Kind::Line | Kind::Lines => ValueShape::line(),
        Kind::Plain | Kind::Plains => ValueShape::literal(xsd::STRING, LINE, "en rad text", "a line of text"),
        Kind::Text | Kind::Markdown => ValueShape::text(),
        Kind::Day | Kind::Deadline => ValueShape::literal(xsd::DATE, "", "en dag", "a day"),
        Kind::Moment => ValueShape::moment(),
        Kind::Edtf => ValueShape::literal(edtf::LEVEL_1, "", "ett datum i EDTF", "a date in EDTF"),
        Kind::Date => {
            let types = [xsd::DATE, xsd::G_YEAR_MONTH, xsd::G_YEAR, edtf::LEVEL_1];
            let types: String = types.iter().map(|datatype| format!("[ sh:datatype {datatype} ] ")).collect();
            let (sv, en) =
                ("ett datum, en månad, ett år eller ett datum i EDTF", "a day, a month, a year or a date in EDTF");
            ValueShape::new(format!("sh:or ( {types})"), sv, en)
        }
        Kind::Duration => ValueShape::literal(xsd::DURATION, "", "en varaktighet", "a duration"),
        Kind::Iri => ValueShape::resource(WEB, "en webbadress", "a web address"),
        Kind::Email if is_resource => {
            ValueShape::resource("^mailto:[^@]+@", "en e-postadress (mailto:)", "an e-mail address (mailto:)")
        }
        Kind::Email => ValueShape::literal(xsd::STRING, "^[^@]+@[^@]+$", "en e-postadress", "an e-mail address"),
        Kind::Address => ValueShape::resource(
            "^(mailto:[^@]+@|https?://[^/])",
            "en e-postadress (mailto:) eller en webbadress",
            "an e-mail address (mailto:) or a web address",
        ),
        Kind::Phone if is_resource => ValueShape::resource(
            "^tel:([+][0-9]+|[0-9]+;phone-context=[+][0-9]+)$",
            "ett telefonnummer (tel:) med landskod",
            "a telephone number (tel:) with its calling code",
        ),
        Kind::Phone => ValueShape::literal(
            xsd::STRING,
            "^[+]?[0-9]+$",
            "ett telefonnummer med landskod",
            "a telephone number with its calling code",
        ),
        Kind::Money if !is_first => ValueShape::literal(
            xsd::STRING,
            "^[A-Z]{3}$",
            "en valutakod med tre bokstäver",
            "a currency code of three letters",
        ),
        Kind::Decimal | Kind::Money => ValueShape::new(
            number("sh:minInclusive 0"),
            "ett decimaltal som inte är negativt",
            "a decimal number that is not negative",
        ),
        Kind::Area => ValueShape::literal(
            geosparql::WKT_LITERAL,
            "^(MULTI)?POLYGON[(][(]",
            "en polygon i WKT",
            "a polygon in WKT",
        ),
        Kind::Point if property == geosparql::AS_WKT => ValueShape::literal(
            geosparql::WKT_LITERAL,
            "^POINT[(]-?[0-9]+([.][0-9]+)? -?[0-9]+([.][0-9]+)?[)]$",
            "en punkt i WKT",
            "a point in WKT",
        ),
        Kind::Point => {
            let most = if is_first { 90 } else { 180 };
            let bounds = number(&format!("sh:minInclusive -{most} ; sh:maxInclusive {most}"));
            ValueShape::new(
                bounds,
                &format!("ett gradtal från -{most} till {most}"),
                &format!("degrees from -{most} to {most}"),
            )
        }
        Kind::Percent => ValueShape::new(
            number("sh:minInclusive 0 ; sh:maxInclusive 100"),
            "en andel från 0 till 100",
            "a share of 0 to 100",
        ),
        Kind::Count => ValueShape::new(
            format!("sh:datatype {} ; sh:minInclusive 1", xsd::INTEGER),
            "ett heltal från 1",
            "a whole number from 1",
        ),
        Kind::Bytes if !is_first => ValueShape::literal(
            xsd::STRING,
            "^[0-9]+ B$",
            "ett antal byte med sin enhet",
            "a number of bytes with its unit",
        ),
        Kind::Bytes => ValueShape::literal(xsd::NON_NEGATIVE_INTEGER, "", "ett antal byte", "a number of bytes"),
        Kind::MediaType => ValueShape::literal(xsd::STRING, "^[^/]+/[^/]+$", "en medietyp", "a media type"),
        Kind::Language => {
            let pattern = "^[a-z]{2,8}(-[a-z0-9]{1,8})*$";
            ValueShape::literal(xsd::STRING, pattern, "en språktagg med små bokstäver", "a language tag in lower case")
        }
        Kind::Country => ValueShape::resource(
            "^http://publications[.]europa[.]eu/resource/authority/country/[A-Z]+$",
            "ett land i EU:s tabell",
            "a country of the EU's table",
        ),
        Kind::Id => ValueShape::literal(
            xsd::STRING,
            "^[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*$",
            "ett datum och ett namn",
            "a date and a name",
        ),
        Kind::Announcement | Kind::Announcements => {
            ValueShape::resource(ANNOUNCEMENT_IRI, "ett tillkännagivande", "an announcement")
        }
        Kind::Board => ValueShape::class(anslag::NOTICE_BOARD, "en anslagstavla", "a notice board"),
        Kind::Organization | Kind::Party | Kind::Parties => {
            ValueShape::class(foaf::ORGANIZATION, "en organisation", "an organisation")
        }
        Kind::Location | Kind::Locations => ValueShape::class(dcterms::LOCATION, "en plats", "a place"),
        Kind::Programme => ValueShape::class(schema::FUNDING_SCHEME, "ett program", "a programme"),
        Kind::Topics | Kind::Themes => ValueShape::class(skos::CONCEPT, "ett begrepp", "a concept"),
        Kind::Choice(set) => {
            let members: String = set.members().iter().map(|member| format!("{} ", set.name(member.key))).collect();
            let (sv, en) = ("ett av vokabulärens begrepp", "one of the concepts of the vocabulary");
            ValueShape::new(format!("sh:in ( {members})"), sv, en)
        }
        Kind::Flag | Kind::Derived | Kind::Node(_) | Kind::Part(_) => {
            unreachable!("`{}` is no value of a property", field.key)
        }
    }
}
