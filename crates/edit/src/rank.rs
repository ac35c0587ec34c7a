use anslag_schema::{Form, Key, Kind};

/// Keys of a table, in the order in which they are written.
pub(crate) struct Ranks(pub(crate) Vec<Key>);

impl Ranks {
    /// Returns the place of a key. Those that are not known come last.
    pub(crate) fn of(&self, name: &str) -> usize {
        self.0.iter().position(|key| key.names().any(|own| own == name)).unwrap_or(usize::MAX)
    }

    /// Returns the keys of the table that is the value of a key; none if its keys have no order.
    pub(crate) fn below(&self, name: &str) -> Self {
        let key = self.0.iter().find(|key| key.names().any(|own| own == name));
        Self(match key.map(|key| key.form) {
            Some(Form::Of(Kind::Part(part))) => part.part().keys(),
            _ => Vec::new(),
        })
    }
}
