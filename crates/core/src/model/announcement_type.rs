use crate::closed_set::closed_set;

closed_set! {
    /// Type of announcement.
    pub enum AnnouncementType {
        /// News.
        News "news" sv("nyhet") en("news") et("uudis") lv("ziņa"),
        /// Press release.
        PressRelease "press-release" sv("pressmeddelande") en("press release") et("pressiteade") lv("preses relīze"),
        /// Public notice on the notice board that the law prescribes.
        Notice "notice" sv("kungörelse") en("public notice") et("avalik teade") lv("publisks paziņojums") also("anslag"),
        /// Disruption of water, power, traffic or another service.
        Disruption "disruption" sv("driftstörning") en("disruption") et("katkestus") lv("traucējums"),
        /// Consultation.
        Consultation "consultation"
            sv("samråd") en("consultation") et("avalik arutelu") lv("sabiedriskā apspriešana")
            also("remiss", "granskning"),
        /// Event.
        Event "event" sv("evenemang") en("event") et("sündmus") lv("pasākums"),
        /// Offer, such as a plot of land.
        Offer "offer" sv("erbjudande") en("offer") et("pakkumine") lv("piedāvājums") also("lediga tomter"),
        /// Alert.
        Alert "alert" sv("varning") en("alert") et("hoiatus") lv("brīdinājums") also("vma"),
        /// Job.
        Job "job" sv("ledigt jobb") en("job") et("töökoht") lv("vakance") also("jobb", "platsannons"),
    }
}
