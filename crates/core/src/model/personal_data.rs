use crate::closed_set::closed_set;

closed_set! {
    /// Whether an announcement's data on people are published: its contacts, its quotes with their speakers, and who keeps
    /// the minutes of a notice.
    ///
    /// The text of an announcement is its author's, and stays as it is in either case.
    #[derive(Default)]
    pub enum PersonalData {
        /// They are published.
        #[default]
        Publish "publish" sv("publicera") en("publish") et("avalda") lv("publicēt"),
        /// They are left out of every form.
        Strip "strip" sv("utelämna") en("strip") et("jäta välja") lv("izlaist"),
    }
}
