use super::directory::{DataDirectory, OutDirectory};
use clap::{Args, ValueEnum};

/// Options of `anslag bevis`.
#[derive(Args, Debug)]
pub(crate) struct CertificateOptions {
    /// Id of the notice
    #[arg(value_name = "ID", required_unless_present = "verify", conflicts_with = "verify")]
    pub(crate) id: Option<String>,
    /// Format of the certificate
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub(crate) format: CertificateFormat,
    /// Verify the history of the notices: every line must be as an export wrote it, and follow the one before
    #[arg(long)]
    pub(crate) verify: bool,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
    #[command(flatten)]
    pub(crate) out: OutDirectory,
}

/// Format of a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum CertificateFormat {
    /// Text, to print and to sign
    Text,
    /// A JSON object
    Json,
    /// A page of HTML that needs no other file
    Html,
}
