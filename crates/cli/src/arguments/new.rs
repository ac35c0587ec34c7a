use super::{directory::DataDirectory, value::by_name};
use anslag_core::{AnnouncementType, ClosedSet, Day, Line};
use clap::{
    Args,
    builder::{PossibleValue, TypedValueParser},
};

/// Options of `anslag new`.
#[derive(Args, Debug)]
pub(crate) struct NewOptions {
    /// Title of the announcement
    #[arg(value_name = "TITLE", value_parser = Line::new)]
    pub(crate) title: Line,
    /// Type of announcement
    #[arg(long = "type", value_name = "TYPE", value_parser = type_parser())]
    pub(crate) kind: AnnouncementType,
    /// Day of publication [default: today]
    #[arg(long, value_name = "DATE", value_parser = Day::new)]
    pub(crate) date: Option<Day>,
    #[command(flatten)]
    pub(crate) data: DataDirectory,
}

/// Returns a parser of the types, by their keys and their Swedish labels.
fn type_parser() -> impl TypedValueParser<Value = AnnouncementType> {
    let row = |kind: AnnouncementType| {
        let [(_, swedish), ..] = kind.labels();
        let name = PossibleValue::new(kind.key()).alias(swedish);
        (ClosedSet::words(kind).iter().fold(name, |name, word| name.alias(*word)), kind)
    };
    by_name(AnnouncementType::ALL.map(row).to_vec())
}
