use crate::{
    Board, Day, Document, Iri, Line, Location, Moment, Party, closed_set::closed_set, model::mention::classify_fields,
    publication::entry::serialize_optional_key, value::holiday::defers,
};
use jiff::civil::Date;
use serde::{Serialize, Serializer};
use std::sync::Arc;

/// Facts of a public notice, which a law wants on the municipality's notice board (kommunallagen (2017:725), chapter
/// 8).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Notice {
    /// Kind of notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<NoticeKind>,
    /// Board on which it is posted.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "serialize_optional_key")]
    pub board: Option<Arc<Board>>,
    /// Body that has decided, such as a committee.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Party>,
    /// Law that requires the notice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis: Option<Line>,
    /// Address of that law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_basis_url: Option<Iri>,
    /// Further laws on which it is based.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub laws: Vec<Law>,
    /// Day or time of the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Moment>,
    /// Place of the meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting_place: Option<Location>,
    /// Paragraphs of the minutes that the notice is about.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paragraphs: Option<Line>,
    /// Items of the minutes or of the agenda.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<NoticeItem>,
    /// Case numbers (diarienummer).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub case_numbers: Vec<Line>,
    /// Designations of the real properties concerned (fastighetsbeteckning).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub properties: Vec<Line>,
    /// Day on which the minutes were adjusted (justerade).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjusted: Option<Day>,
    /// Day on which the notice was posted.
    pub posted: Day,
    /// Day of its publication in the national gazette (Post- och Inrikes Tidningar).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gazette: Option<Day>,
    /// First day on which it may be taken down, if the source gives it. See [`Notice::removal`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remove_after: Option<Day>,
    /// Day from which the time for an appeal is counted, if it is not the day of posting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeal_from: Option<Day>,
    /// Last day for an appeal, if the source gives it. See [`Notice::appeal`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeal_until: Option<Day>,
    /// Body to which appeals are sent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeal_to: Option<Party>,
    /// Page that explains how to appeal.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub appeal_instructions: Option<Iri>,
    /// Last days for other things.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub deadlines: Vec<NoticeDeadline>,
    /// Documents of the case.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<Document>,
    /// Place where the minutes are kept.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept_at: Option<Line>,
    /// Person who keeps the minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub secretary: Option<Line>,
}

classify_fields! { Notice {
    mentions: body, meeting_place, appeal_to;
    personal: secretary;
    plain: kind, board, legal_basis, legal_basis_url, laws, meeting, paragraphs, items, case_numbers, properties, adjusted,
        posted, gazette, remove_after, appeal_from, appeal_until, appeal_instructions, deadlines, documents, kept_at;
} }

/// Item of the minutes or of the agenda of a meeting.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NoticeItem {
    /// Number, such as "§ 45".
    pub number: Line,
    /// Title.
    pub title: Line,
    /// Case number (diarienummer).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub case_number: Option<Line>,
}

/// Last day for something other than an appeal.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct NoticeDeadline {
    /// Thing that is to be done.
    pub what: Line,
    /// Last day.
    pub until: Day,
}

/// Law on which a notice is based.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct Law {
    /// Name, such as "plan- och bygglagen (2010:900) 9 kap. 41 b §".
    pub title: Line,
    /// Address.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<Iri>,
}

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
    /// `true` if the day follows from the rule, and the source does not give it.
    pub is_derived: bool,
}

/// Days on which a notice is posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostingDays {
    /// First day.
    pub first: Date,
    /// First day on which it may be taken down; `None` if no day is known.
    pub end: Option<Date>,
}

impl PostingDays {
    /// Returns whether a notice is posted on a day. It is until it may be taken down, or for ever if no day is known.
    #[must_use]
    pub fn contains(self, day: Date) -> bool {
        self.first <= day && self.end.is_none_or(|end| day < end)
    }
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
            board: None,
            body: None,
            legal_basis: None,
            legal_basis_url: None,
            laws: Vec::new(),
            meeting: None,
            meeting_place: None,
            paragraphs: None,
            items: Vec::new(),
            case_numbers: Vec::new(),
            properties: Vec::new(),
            adjusted: None,
            posted,
            gazette: None,
            remove_after: None,
            appeal_from: None,
            appeal_until: None,
            appeal_to: None,
            appeal_instructions: None,
            deadlines: Vec::new(),
            documents: Vec::new(),
            kept_at: None,
            secretary: None,
        }
    }

    /// Returns the last day for an appeal.
    ///
    /// It is that of the source, or else the one that the law gives; see [`Notice::lawful_appeal`].
    #[must_use]
    pub fn appeal(&self) -> Option<Deadline> {
        if let Some(day) = self.appeal_until {
            return Some(Deadline { day, is_derived: false });
        }
        Some(Deadline { day: self.lawful_appeal()?, is_derived: true })
    }

    /// Returns the last day for an appeal that the law gives.
    ///
    /// The law counts three weeks, by the day of the week: for adjusted minutes from their announcement (kommunallagen,
    /// chapter 13, section 5), for other decisions from the day that the source gives (förvaltningslagen, section 44).
    /// If the last day is no working day, the next one counts (lag (1930:173), sections 1 and 2).
    ///
    /// Returns `None` if the notice is not about adjusted minutes and has no `appeal_from`.
    #[must_use]
    pub fn lawful_appeal(&self) -> Option<Day> {
        let announced = self.adjusted.filter(|_| self.may_be_minutes()).map(|_| self.posted);
        let mut day = self.appeal_from.or(announced)?.plus_days(21)?;
        while defers(day.date()) {
            day = day.plus_days(1)?;
        }
        Some(day)
    }

    /// Returns the first day on which the notice may be taken down.
    ///
    /// It is that of the source, or else the day after the last one for an appeal (kommunallagen, chapter 8, section
    /// 12). For anything but minutes, nothing follows unless the source gives the day from which the time is counted.
    #[must_use]
    pub fn removal(&self) -> Option<Deadline> {
        if let Some(day) = self.remove_after {
            return Some(Deadline { day, is_derived: false });
        }
        if !self.may_be_minutes() && self.appeal_from.is_none() {
            return None;
        }
        Some(Deadline { day: self.appeal()?.day.plus_days(1)?, is_derived: true })
    }

    /// Returns whether the notice is about minutes, or does not say what it is about.
    const fn may_be_minutes(&self) -> bool {
        matches!(self.kind, None | Some(NoticeKind::Minutes))
    }

    /// Returns the days on which the notice is posted.
    #[must_use]
    pub fn posting_days(&self) -> PostingDays {
        PostingDays { first: self.posted.date(), end: self.removal().map(|removal| removal.day.date()) }
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
    fn a_notice_is_posted_until_it_may_be_taken_down() {
        let is_posted = |on: &str| posted("2017-01-30").posting_days().contains(day(on).date());
        assert_eq!(["2017-01-29", "2017-01-30", "2017-02-20", "2017-02-21"].map(is_posted), [false, true, true, false]);
        let without_end = Notice { adjusted: None, ..posted("2017-01-30") };
        assert!(without_end.posting_days().contains(day("2027-01-01").date()));
    }

    #[test]
    fn what_the_source_says_stands() {
        let notice = Notice { appeal_until: Some(day("2017-02-22")), ..posted("2017-01-30") };
        assert_eq!(notice.appeal(), Some(Deadline { day: day("2017-02-22"), is_derived: false }));
        assert_eq!(notice.removal(), Some(Deadline { day: day("2017-02-23"), is_derived: true }));
        // A summons to a meeting cannot be appealed.
        assert_eq!(Notice { adjusted: None, ..posted("2017-01-30") }.removal(), None);
    }

    /// Six periods, counted by hand with a calendar.
    #[test]
    fn other_kinds_are_counted_from_the_day_of_the_source() {
        #[track_caller]
        fn check(kind: NoticeKind, appeal_from: Option<&str>, expected: Option<(&str, &str)>) {
            let notice = Notice { kind: Some(kind), appeal_from: appeal_from.map(day), ..posted("2026-05-20") };
            let derived = |on: &str| Deadline { day: day(on), is_derived: true };
            let (appeal, removal) = expected.map(|(appeal, removal)| (derived(appeal), derived(removal))).unzip();
            assert_eq!((notice.appeal(), notice.removal()), (appeal, removal));
        }
        // Minutes are counted from the posting: Wednesday 20 May to Wednesday 10 June.
        check(NoticeKind::Minutes, None, Some(("2026-06-10", "2026-06-11")));
        // A decision that was served on Friday 29 May: three weeks later is Midsummer Eve, 19 June, so Monday.
        check(NoticeKind::Decision, Some("2026-05-29"), Some(("2026-06-22", "2026-06-23")));
        // A proclamation that counts as served on Friday 15 May: National Day, 6 June, is no matter; Friday 5 June.
        check(NoticeKind::Proclamation, Some("2026-05-15"), Some(("2026-06-05", "2026-06-06")));
        // Saturday 16 May: three weeks later is National Day, a Saturday, so Monday 8 June.
        check(NoticeKind::Notification, Some("2026-05-16"), Some(("2026-06-08", "2026-06-09")));
        // Thursday 10 December 2026: New Year's Eve, then New Year's Day, Saturday and Sunday, so Monday 4 January.
        check(NoticeKind::Decision, Some("2026-12-10"), Some(("2027-01-04", "2027-01-05")));
        // Without the day, nothing follows, though the source says when minutes were adjusted.
        check(NoticeKind::Decision, None, None);
    }

    #[test]
    fn a_given_last_day_is_no_day_of_removal_for_other_kinds() {
        let given = Notice { appeal_until: Some(day("2026-06-12")), ..posted("2026-05-20") };
        let removal = |kind| Notice { kind, ..given.clone() }.removal().map(|removal| removal.day);
        assert_eq!(removal(None), Some(day("2026-06-13")));
        assert_eq!(removal(Some(NoticeKind::Minutes)), Some(day("2026-06-13")));
        assert_eq!(removal(Some(NoticeKind::Proclamation)), None);
    }
}
