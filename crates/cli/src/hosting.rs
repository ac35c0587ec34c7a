use crate::{arguments::HostingOptions, exit::Exit, fatal::Fatal, printer::print_line};
use anslag_serve::Edition;

/// Prints a configuration with which another server answers as `anslag serve` does.
pub(crate) fn run(options: &HostingOptions) -> Result<Exit, Box<dyn Fatal>> {
    let edition = Edition::open(&options.out.path)?;
    print_line(&mut anstream::stdout(), options.host.configuration(&edition).trim_end());
    Ok(Exit::Success)
}
