use crate::closed_set::closed_set;

closed_set! {
    /// The kinds of feed that a publication has.
    pub enum FeedKind {
        /// The feed of everything.
        All "all",
        /// A feed of a topic.
        Topic "topic",
        /// A feed of a type of announcement.
        Type "type",
        /// A feed of a language.
        Language "lang",
        /// A feed of an organisation or a unit of one.
        Publisher "publisher",
    }
}
