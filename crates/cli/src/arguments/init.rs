use anslag_core::{Base, Email, LanguageTag, Licence, OrganizationNumber};
use clap::Args;
use std::path::PathBuf;

/// Options of `anslag init`.
#[derive(Args, Debug)]
pub(crate) struct InitOptions {
    /// Directory to make, which has no files yet
    #[arg(value_name = "DIR")]
    pub(crate) directory: PathBuf,
    /// Municipality that publishes, by its name or its code
    #[arg(long, value_name = "NAME")]
    pub(crate) municipality: Option<String>,
    /// Address that every IRI begins with: `https://data.example.se/`
    #[arg(long, value_name = "IRI", value_parser = Base::new)]
    pub(crate) base: Option<Base>,
    /// Languages, separated by commas, the main one first
    #[arg(long, value_name = "TAG", value_delimiter = ',', value_parser = LanguageTag::new)]
    pub(crate) languages: Vec<LanguageTag>,
    /// Licence of the data, by its IRI
    #[arg(long, value_name = "IRI", value_parser = Licence::new)]
    pub(crate) licence: Option<Licence>,
    /// E-mail address for questions about the data
    #[arg(long, value_name = "ADDRESS", value_parser = Email::new)]
    pub(crate) email: Option<Email>,
    /// Organisation number of the municipality
    #[arg(long, value_name = "NUMBER", value_parser = OrganizationNumber::new)]
    pub(crate) number: Option<OrganizationNumber>,
}
