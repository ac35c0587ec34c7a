use crate::by_hand::{BY_HAND, ByHand};
use anslag_schema::{ANNOUNCEMENT, Kind, NodeSpec, PARTS, PartSpec, Spec};
use anslag_vocab::{Term, rdf};
use std::sync::LazyLock;

/// Plan for every node of an announcement: the announcement itself first, then its parts in the order of [`PARTS`].
pub(crate) static NODES: LazyLock<Vec<NodePlan>> = LazyLock::new(|| {
    let nodes = (0..PARTS.len()).flat_map(|part| {
        let itself = (part == 0 || PARTS[part].spec().node.is_some()).then(|| NodePlan::itself(part));
        let belonging = PARTS[part].fields().into_iter().filter_map(move |field| match field.kind {
            Kind::Node(node) => Some(NodePlan::belonging(part, node, field.part_of)),
            _ => None,
        });
        itself.into_iter().chain(belonging)
    });
    nodes.collect()
});

/// Plan for one kind of node.
pub(crate) struct NodePlan {
    /// The part that the node is, or belongs to, by its place in [`PARTS`].
    pub(crate) part: usize,
    /// The kind of node; `None` for the announcement itself.
    pub(crate) node: Option<&'static NodeSpec>,
    /// The fields of a node that only belongs to the part: it exists if one of them says something. `None` for the part.
    pub(crate) fields: Option<Vec<usize>>,
    /// The classes that are mapped by hand.
    pub(crate) classes: Vec<&'static ByHand>,
    /// The properties in the order of the table, each once.
    pub(crate) properties: Vec<PropertyPlan>,
    /// The properties that are mapped by hand.
    pub(crate) by_hand: Vec<&'static ByHand>,
}

/// Sources of the values of a property.
pub(crate) struct PropertyPlan {
    /// The property.
    pub(crate) property: Term,
    /// Sources of its values, in their order.
    pub(crate) sources: Vec<Source>,
    /// `true` if the property has one value: then the first source that says something gives it.
    pub(crate) is_single: bool,
}

/// Source of values of a property.
pub(crate) enum Source {
    /// A field of a part, by the places of both, and whether the property is the first one of the field.
    Field { part: usize, field: usize, is_first: bool },
    /// A node that belongs to a part, if one of its fields says something.
    Node { part: usize, node: &'static NodeSpec, fields: Vec<usize> },
    /// The nodes of all parts of a kind that the node holds.
    Parts { part: usize, node: &'static NodeSpec },
    /// The part that the node belongs to.
    Part { part: usize, node: &'static NodeSpec },
    /// The part that holds the part at a place; `None` for the announcement.
    Holder { part: usize, node: Option<&'static NodeSpec> },
    /// The number of the part.
    Number,
}

impl NodePlan {
    /// Plans the node of a part, or the announcement, with what its parts without a node say of it.
    fn itself(part: usize) -> Self {
        let spec = PARTS[part].spec();
        let mut plan = Self::new(part, spec.node, None);
        let by_hand = BY_HAND.iter().filter(|by_hand| by_hand.part == spec);
        (plan.classes, plan.by_hand) = by_hand.partition(|by_hand| by_hand.properties == [rdf::TYPE]);
        if let Some(property) = spec.number {
            plan.add(property, Source::Number, true);
        }
        plan.add_fields(part, None);
        for (key, property) in spec.inherited {
            let field = ANNOUNCEMENT.fields.iter().position(|field| field.spec.key == *key);
            let field = field.expect("what a part inherits is a field of the announcement");
            plan.add(*property, Source::Field { part: index(&ANNOUNCEMENT.spec), field, is_first: true }, true);
        }
        if let Some(property) = spec.part_of {
            let node = holder(spec).and_then(|holder| holder.node);
            plan.add(property, Source::Holder { part, node }, true);
        }
        plan
    }

    /// Plans a node that belongs to a part, and the property that leads back to the part.
    fn belonging(part: usize, node: &'static NodeSpec, part_of: Option<Term>) -> Self {
        let mut plan = Self::new(part, Some(node), Some(fields_about(part, node)));
        plan.add_fields(part, Some(node));
        if let (Some(property), Some(node)) = (part_of, PARTS[part].spec().node) {
            plan.add(property, Source::Part { part, node }, true);
        }
        plan
    }

    const fn new(part: usize, node: Option<&'static NodeSpec>, fields: Option<Vec<usize>>) -> Self {
        Self { part, node, fields, classes: Vec::new(), properties: Vec::new(), by_hand: Vec::new() }
    }

    /// Adds the fields of a part that describe the part itself, or a node that belongs to it.
    fn add_fields(&mut self, part: usize, about: Option<&'static NodeSpec>) {
        for (field, spec) in PARTS[part].fields().into_iter().enumerate() {
            if let Kind::Part(held) = spec.kind
                && about.is_none()
            {
                self.add_part(held);
            } else if spec.about == about {
                self.add_field(part, field, spec);
            }
        }
    }

    /// Adds links to the parts of a kind, or, if they have no node, what they say.
    fn add_part(&mut self, held: &'static PartSpec) {
        let part = index(held);
        let Some(node) = held.node else { return self.add_fields(part, None) };
        for property in held.links {
            if !self.by_hand.iter().any(|by_hand| by_hand.properties.contains(property)) {
                self.add(*property, Source::Parts { part, node }, false);
            }
        }
    }

    fn add_field(&mut self, part: usize, field: usize, spec: &Spec) {
        for (at, property) in spec.properties.iter().enumerate() {
            match spec.kind {
                // What follows from a rule is known when the values have been said.
                Kind::Derived => {}
                Kind::Node(node) => {
                    self.add(*property, Source::Node { part, node, fields: fields_about(part, node) }, true);
                }
                kind => self.add(*property, Source::Field { part, field, is_first: at == 0 }, !kind.is_list()),
            }
        }
    }

    fn add(&mut self, property: Term, source: Source, is_single: bool) {
        match self.properties.iter_mut().find(|plan| plan.property == property) {
            Some(plan) => {
                plan.sources.push(source);
                plan.is_single &= is_single;
            }
            None => self.properties.push(PropertyPlan { property, sources: vec![source], is_single }),
        }
    }
}

/// Returns the places of the fields that describe a node that belongs to a part.
fn fields_about(part: usize, node: &'static NodeSpec) -> Vec<usize> {
    let fields = PARTS[part].fields().into_iter().enumerate();
    fields.filter(|(_, field)| field.about == Some(node)).map(|(at, _)| at).collect()
}

fn index(part: &PartSpec) -> usize {
    PARTS.iter().position(|own| own.spec() == part).expect("`PARTS` holds every part")
}

/// Returns the part that has a field for parts of this kind.
fn holder(part: &PartSpec) -> Option<&'static PartSpec> {
    let holds = |field: &Spec| matches!(field.kind, Kind::Part(held) if held == part);
    PARTS.iter().find(|own| own.fields().into_iter().any(holds)).map(|own| own.spec())
}
