use super::{directory::OutDirectory, value::by_name};
use anslag_serve::Host;
use clap::{
    Args,
    builder::{PossibleValue, TypedValueParser},
};

/// Options of `anslag hosting`.
#[derive(Args, Debug)]
pub(crate) struct HostingOptions {
    /// Server or host of the files
    #[arg(value_name = "HOST", value_parser = host_parser())]
    pub(crate) host: Host,
    #[command(flatten)]
    pub(crate) out: OutDirectory,
}

fn host_parser() -> impl TypedValueParser<Value = Host> {
    by_name(Host::ALL.map(|host| (PossibleValue::new(host.key()), host)).to_vec())
}
