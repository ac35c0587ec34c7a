use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

/// Returns a parser of some values, by any of their names.
pub(crate) fn by_name<T: Copy + Send + Sync + 'static>(
    values: Vec<(PossibleValue, T)>,
) -> impl TypedValueParser<Value = T> {
    let names: Vec<PossibleValue> = values.iter().map(|(name, _)| name.clone()).collect();
    PossibleValuesParser::new(names).map(move |text| {
        let value = values.iter().find(|(name, _)| name.matches(&text, false));
        value.expect("the possible values are those that have the names").1
    })
}
