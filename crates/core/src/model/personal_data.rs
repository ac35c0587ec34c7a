use crate::closed_set::closed_set;

closed_set! {
    /// Policy on data on people: contacts, quotes with their speakers, and the person who keeps the minutes of a
    /// notice.
    ///
    /// The text of an announcement is its author's, and stays as it is under either policy.
    #[derive(Default)]
    pub enum PersonalData {
        /// Data on people are published.
        #[default]
        Publish "publish" sv("publicera") en("publish") et("avalda") lv("publicēt"),
        /// Data on people are left out of every format.
        Strip "strip" sv("utelämna") en("strip") et("jäta välja") lv("izlaist"),
    }
}
