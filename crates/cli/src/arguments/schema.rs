use super::{directory::DataDirectory, value::by_name};
use anslag_schema::JsonSchema;
use clap::{
    Args,
    builder::{PossibleValue, TypedValueParser},
};

/// Options of `anslag schema`.
#[derive(Args, Debug)]
pub(crate) struct SchemaOptions {
    /// The schema or editor [default: list all]
    #[arg(value_parser = parser())]
    pub(crate) name: Option<Printed>,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
}

/// What can be printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Printed {
    /// A JSON Schema.
    Schema(JsonSchema),
    /// The configuration of Decap CMS and Sveltia CMS.
    Decap,
    /// A workspace of VS Code.
    VsCode,
}

impl Printed {
    /// Returns everything that can be printed.
    pub(crate) fn all() -> [Self; 6] {
        let [front_matter, json_lines, publication, register] = JsonSchema::ALL.map(Self::Schema);
        [front_matter, json_lines, publication, register, Self::Decap, Self::VsCode]
    }

    /// Returns the name on the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Schema(schema) => schema.name(),
            Self::Decap => "decap",
            Self::VsCode => "vscode",
        }
    }

    /// Returns what it is.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::Schema(schema) => schema.title(),
            Self::Decap => "config.yml for Decap CMS and Sveltia CMS",
            Self::VsCode => "A workspace of VS Code: schemas, and a check while you write",
        }
    }
}

fn parser() -> impl TypedValueParser<Value = Printed> {
    by_name(Printed::all().map(|printed| (PossibleValue::new(printed.name()), printed)).to_vec())
}
