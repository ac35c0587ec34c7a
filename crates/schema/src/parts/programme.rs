use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{NamedProgramme, Node, Programme};
use anslag_vocab::{frapo, schema};

type Of = Field<NamedProgramme>;

static NODE: NodeSpec = NodeSpec {
    node: |_| Node::Programme,
    classes: &[schema::FUNDING_SCHEME, frapo::FUNDING_PROGRAMME],
    subject: ["Programmet", "The programme"],
    shape: "Programme",
};

/// A programme that is in no register: the `programme` of a project.
pub static PROGRAMME: Part<NamedProgramme> = Part {
    spec: PartSpec::one("programme", ["program", "programme", "programm", "programma"]).node(&NODE, &[]),
    access: Access::Slice(|announcement| {
        match announcement.project.as_ref().and_then(|project| project.programme.as_ref()) {
            Some(Programme::Named(programme)) => std::slice::from_ref(programme),
            Some(Programme::Registered(_)) | None => &[],
        }
    }),
    fields: &[
        Of::line("name", |programme| Some(&programme.name))
            .required()
            .properties(&[schema::NAME])
            .labels(["namn", "name", "nimi", "nosaukums"])
            .noun("namnet", "name")
            .says("the name, in the language of the announcement"),
        Of::lines("alternate_names", |programme| &programme.alternate_names)
            .properties(&[schema::ALTERNATE_NAME])
            .labels(["andra stavningar", "other spellings", "muud kirjapildid", "citas rakstības"])
            .noun("stavningen", "spelling")
            .says("other spellings"),
    ],
};
