use crate::closed_set::closed_set;

closed_set! {
    /// Kind of feed.
    pub enum FeedKind {
        /// Feed of all announcements.
        All "all",
        /// Feed of a topic.
        Topic "topic",
        /// Feed of a type of announcement.
        Type "type",
        /// Feed of a language.
        Language "lang",
        /// Feed of an organisation or a unit of one.
        Publisher "publisher",
        /// Feed of a notice board.
        Board "board",
        /// Feed that the publication's settings ask for.
        Custom "custom",
    }
}
