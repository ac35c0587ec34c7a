use crate::{
    Day, Iri, Line, Party, closed_set::closed_set, model::mention::classify_fields, value::holiday::defers,
};
use serde::{Serialize, Serializer};

/// Facts of a public notice, which a law wants on the municipality's notice board (kommunallagen (2017:725), chapter
/// 8).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Notice {
    /// Kind of notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<NoticeKind>,
    /// Body that has decided, such as a committee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Party>,
    /// Law that requires the notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Line>,
    /// Address of that law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis_url: Option<Iri>,
    /// Day of the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Day>,
    /// Paragraphs of the minutes that the notice is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraphs: Option<Line>,
    /// Case number (diarienummer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_number: Option<Line>,
    /// Day on which the minutes were adjusted (justerade).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjusted: Option<Day>,
    /// Day on which the notice was posted.
    pub posted: Day,
    /// First day on which it may be taken down, if the source gives it. See [`Notice::removal`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remove_after: Option<Day>,
    /// Last day for an appeal, if the source gives it. See [`Notice::appeal`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeal_until: Option<Day>,
    /// Body to which appeals are sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeal_to: Option<Party>,
    /// Place where the minutes are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_at: Option<Line>,
    /// Person who keeps the minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secretary: Option<Line>,
}

classify_fields! { Notice {
    mentions: body, appeal_to;
    personal: secretary;
    plain: kind, legal_basis, legal_basis_url, meeting, paragraphs, case_number, adjusted, posted, remove_after, appeal_until,
        kept_at;
} }

closed_set! {
    /// Kind of public notice.
    pub enum NoticeKind {
        /// Minutes of a meeting that were adjusted.
        Minutes "minutes" sv("protokoll") en("minutes") et("protokoll") lv("protokols"),
        /// Proclamation, such as the one that serves a decision on everybody.
        Proclamation "proclamation" sv("kungörelse") en("proclamation") et("avalik teadaanne") lv("publisks paziņojums"),
        /// Notification of something that is going on, such as an application.
        Notification "notification" sv("underrättelse") en("notification") et("teavitus") lv("informēšana"),
        /// Decision.
        Decision "decision" sv("beslut") en("decision") et("otsus") lv("lēmums"),
    }
}

/// Day that a source gives, or that follows from a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Deadline {
    /// Day.
    pub day: Day,
    /// Whether the day follows from the rule, and the source does not give it.
    pub is_derived: bool,
}

/// Notice whose days include those that follow from the rule, and the keys of these.
#[derive(Serialize)]
struct WithDeadlines {
    #[serde(flatten)]
    notice: Notice,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    derived: Vec<&'static str>,
}

/// Serialises a notice with its deadlines, whether or not the source gives them.
#[expect(clippy::ref_option, reason = "serde hands over a reference to the field")]
pub(crate) fn with_deadlines<S: Serializer>(notice: &Option<Notice>, serializer: S) -> Result<S::Ok, S::Error> {
    let with_deadlines = |notice: &Notice| {
        let (appeal, removal) = (notice.appeal(), notice.removal());
        let is_derived = |deadline: Option<Deadline>| deadline.is_some_and(|deadline| deadline.is_derived);
        let derived = [("appeal_until", is_derived(appeal)), ("remove_after", is_derived(removal))];
        WithDeadlines {
            notice: Notice {
                appeal_until: appeal.map(|deadline| deadline.day),
                remove_after: removal.map(|deadline| deadline.day),
                ..notice.clone()
            },
            derived: derived.into_iter().filter_map(|(key, is_derived)| is_derived.then_some(key)).collect(),
        }
    };
    notice.as_ref().map(with_deadlines).serialize(serializer)
}

impl Notice {
    /// Makes a notice that says only when it is posted. Other facts are added with `..`.
    #[must_use]
    pub const fn new(posted: Day) -> Self {
        Self {
            kind: None,
            body: None,
            legal_basis: None,
            legal_basis_url: None,
            meeting: None,
            paragraphs: None,
            case_number: None,
            adjusted: None,
            posted,
            remove_after: None,
            appeal_until: None,
            appeal_to: None,
            kept_at: None,
            secretary: None,
        }
    }

    /// Returns the last day for an appeal.
    ///
    /// It is that of the source, or else, for adjusted minutes, the one that the law gives. The law counts three weeks
    /// from the announcement of the adjustment (kommunallagen, chapter 13, section 5), by the day of the week. If that
    /// is no working day, the next one counts (lag (1930:173), sections 1 and 2).
    ///
    /// Returns `None` if the source gives no day and the notice is not about adjusted minutes.
    #[must_use]
    pub fn appeal(&self) -> Option<Deadline> {
        if let Some(day) = self.appeal_until {
            return Some(Deadline { day, is_derived: false });
        }
        Some(Deadline { day: self.lawful_appeal()?, is_derived: true })
    }

    /// Returns the last day for an appeal that the law gives; `None` if the notice is not about adjusted minutes.
    #[must_use]
    pub fn lawful_appeal(&self) -> Option<Day> {
        self.adjusted?;
        let mut day = self.posted.plus_days(21)?;
        while defers(day.date()) {
            day = day.plus_days(1)?;
        }
        Some(day)
    }

    /// Returns the first day on which the notice may be taken down.
    ///
    /// It is that of the source, or else the day after the last one for an appeal (kommunallagen, chapter 8, section
    /// 12).
    #[must_use]
    pub fn removal(&self) -> Option<Deadline> {
        if let Some(day) = self.remove_after {
            return Some(Deadline { day, is_derived: false });
        }
        Some(Deadline { day: self.appeal()?.day.plus_days(1)?, is_derived: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        Day::new(text).unwrap()
    }

    /// Makes a notice of minutes that were adjusted and announced on a day.
    fn posted(on: &str) -> Notice {
        Notice { adjusted: Some(day(on)), ..Notice::new(day(on)) }
    }

    #[track_caller]
    fn check(on: &str, appeal_until: &str, remove_after: &str) {
        let notice = posted(on);
        assert_eq!(notice.appeal(), Some(Deadline { day: day(appeal_until), is_derived: true }));
        assert_eq!(notice.removal(), Some(Deadline { day: day(remove_after), is_derived: true }));
    }

    #[test]
    fn three_weeks_later_on_a_working_day() {
        // A notice of a real notice board, which was taken down on that day.
        check("2017-01-30", "2017-02-20", "2017-02-21");
        // Three weeks later is a Saturday, and a Sunday: Monday.
        check("2024-01-06", "2024-01-29", "2024-01-30");
        check("2024-01-07", "2024-01-29", "2024-01-30");
        // Midsummer Eve, 2024-06-21: Monday.
        check("2024-05-31", "2024-06-24", "2024-06-25");
        // Christmas Eve, then Christmas Day and Boxing Day, 2024: Friday 27 December.
        check("2024-12-03", "2024-12-27", "2024-12-28");
        // New Year's Eve and New Year's Day, 2024: Thursday 2 January.
        check("2024-12-10", "2025-01-02", "2025-01-03");
        // Good Friday to Easter Monday, 2024: Tuesday 2 April.
        check("2024-03-08", "2024-04-02", "2024-04-03");
    }

    #[test]
    fn what_the_source_says_stands() {
        let notice = Notice { appeal_until: Some(day("2017-02-22")), ..posted("2017-01-30") };
        assert_eq!(notice.appeal(), Some(Deadline { day: day("2017-02-22"), is_derived: false }));
        assert_eq!(notice.removal(), Some(Deadline { day: day("2017-02-23"), is_derived: true }));
        // A summons to a meeting cannot be appealed.
        assert_eq!(Notice { adjusted: None, ..posted("2017-01-30") }.removal(), None);
    }
}
