use crate::closed_set::closed_set;

closed_set! {
    /// Class of reuse of an announcement.
    #[derive(Default)]
    pub enum Reuse {
        /// It is in every format.
        #[default]
        Open "open" sv("öppen") also("öppet"),
        /// It is on the page of its notice board and in the feed of the board while it is posted, and nowhere else.
        BoardOnly "board-only" sv("endast-anslagstavlan") also("bara-anslagstavlan"),
    }
}

impl Reuse {
    /// Returns whether it is in every format.
    #[must_use]
    pub fn is_open(&self) -> bool {
        *self == Self::Open
    }
}
