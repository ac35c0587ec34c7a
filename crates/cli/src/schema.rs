use crate::{arguments::SchemaOptions, exit::Exit, printer::print_line};
use anslag_schema::JsonSchema;

/// Prints a JSON Schema, or a list of all.
pub(crate) fn run(options: &SchemaOptions) -> Exit {
    let list = || JsonSchema::ALL.map(|schema| format!("{:14}{}", schema.name(), schema.title())).join("\n");
    let text = options.name.map_or_else(list, |schema| schema.render(None));
    print_line(&mut anstream::stdout(), text.trim_end());
    Exit::Success
}
