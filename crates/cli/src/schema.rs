use crate::{
    arguments::{Printed, SchemaOptions},
    exit::Exit,
    fatal::Fatal,
    printer::{Printer, print_line},
    vscode::workspace,
};
use anslag_schema::decap;
use anslag_source::{Report, open_publication};

/// Prints a JSON Schema or the configuration of an editor, or a list of all.
pub(crate) fn run(options: &SchemaOptions, printer: Printer) -> Result<Exit, Box<dyn Fatal>> {
    let text = match options.name {
        None => Printed::all().map(|printed| format!("{:14}{}", printed.name(), printed.title())).join("\n"),
        Some(Printed::Schema(schema)) => schema.render(None),
        Some(editor @ (Printed::Decap | Printed::VsCode)) => {
            let mut report = Report::default();
            let publication = open_publication(&options.data.path, &mut report)?;
            let Some(publication) = publication else {
                printer.report(&report);
                return Ok(Exit::Input);
            };
            match editor {
                Printed::Decap => decap(&publication, printer.language.tag()),
                _ => workspace(&publication, &options.data.path),
            }
        }
    };
    print_line(&mut anstream::stdout(), text.trim_end());
    Ok(Exit::Success)
}
