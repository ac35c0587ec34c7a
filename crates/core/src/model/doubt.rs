use crate::{AlertUrgency, Announcement, AnnouncementType, Day, DisruptionStatus, Fields, Moment, PlanStatus, Zone};
use anslag_wording::wording;
use jiff::{Span, Timestamp, civil::Date};
use std::mem;
use thiserror::Error;

wording! {
    /// Contradiction between dates that are possible, but can hardly be meant.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum Doubt {
        /// A time in the future of something that has happened.
        InFuture {
            /// Place of the time.
            place: DatePlace,
        }
            en("`{}` is in the future", place.key)
            sv("`{}` ligger i framtiden", place.key),
        /// A day that was over when the announcement was published.
        OverBeforePublished {
            /// Place of the day.
            place: DatePlace,
            /// Day.
            day: Date,
            /// Day of publication.
            published: Date,
        }
            en("`{}` is {}, before the announcement was published on {}", place.key, *day, *published)
            sv("`{}` är {}, innan tillkännagivandet publicerades {}", place.key, *day, *published),
        /// A last day that comes after the announcement is gone.
        AfterExpiry {
            /// Place of the last day.
            place: DatePlace,
            /// Last day.
            day: Date,
            /// Day from which on the announcement is gone.
            expires: Date,
        }
            en("the announcement expires on {}, before `{}`, which is {}", *expires, place.key, *day)
            sv("tillkännagivandet upphör {}, före `{}`, som är {}", *expires, place.key, *day),
        /// An announcement that expires as it is published.
        NeverPublished {
            /// Place of the end.
            place: DatePlace,
            /// First day on which it can expire.
            first: Date,
        }
            en("the announcement is never published, since it expires when it is published")
            sv("tillkännagivandet publiceras aldrig, eftersom det upphör när det publiceras"),
        /// A time for an appeal that is shorter than that of the law.
        ShortAppeal {
            /// Place of the last day.
            place: DatePlace,
            /// Last day that the law gives.
            first: Date,
        }
            en("the time for an appeal is shorter than the law's three weeks, which end on {}", *first)
            sv("tiden för överklagande är kortare än lagens tre veckor, som slutar {}", *first),
        /// A notice that is taken down while it can be appealed.
        EarlyRemoval {
            /// Place of the removal.
            place: DatePlace,
            /// First day on which it can be taken down.
            first: Date,
        }
            en("the notice is taken down before the time for an appeal has passed")
            sv("kungörelsen tas ned innan tiden för överklagande har gått ut"),
        /// A status that a day contradicts.
        Status {
            /// Place of the status.
            place: DatePlace,
            /// Key of the day.
            date: &'static str,
            /// Day.
            day: Date,
            /// Key of the status that the dates tell; `None` if they tell none.
            meant: Option<DisruptionStatus>,
        }
            en("`{}` contradicts `{date}`, which is {}", place.key, *day)
            sv("`{}` motsäger `{date}`, som är {}", place.key, *day),
    }
}

/// Place of a date in an announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DatePlace {
    /// Part or list of parts; `None` for the announcement itself.
    pub part: Option<&'static str>,
    /// Position in the list, from 0.
    pub index: usize,
    /// Key of the date.
    pub key: &'static str,
}

impl Doubt {
    /// Returns the place of the date.
    #[must_use]
    pub const fn place(&self) -> DatePlace {
        match self {
            Self::InFuture { place }
            | Self::OverBeforePublished { place, .. }
            | Self::AfterExpiry { place, .. }
            | Self::NeverPublished { place, .. }
            | Self::ShortAppeal { place, .. }
            | Self::EarlyRemoval { place, .. }
            | Self::Status { place, .. } => *place,
        }
    }
}

impl Announcement {
    /// Returns what is doubtful about its dates. Without `now`, no date is in the future.
    #[must_use]
    pub fn doubts(&self, zone: &Zone, now: Option<Timestamp>) -> Vec<Doubt> {
        let future = now.into_iter().flat_map(|now| {
            let past = past_moments(self).into_iter();
            past.filter(move |(_, moment)| moment.instant(zone) > now).map(|(place, _)| Doubt::InFuture { place })
        });
        let published = self.published.date(zone);
        let expires = self.expires.map(|expires| expires.date(zone));
        let dates = dates(self, zone);
        let over = dates.iter().filter_map(|&Dated { place, day, rule }| {
            let last = day.saturating_add(Span::new().days(rule.days_ago()));
            (last < published).then_some(Doubt::OverBeforePublished { place, day, published })
        });
        let cut_off = dates.iter().filter_map(|&Dated { place, day, rule }| {
            let expires = expires.filter(|expires| rule == Rule::LastDay && *expires < day)?;
            Some(Doubt::AfterExpiry { place, day, expires })
        });
        let contradicted = claims(self, zone).into_iter().filter_map(|claim| claim.contradiction(published));
        let doubts = future.chain(over).chain(cut_off).chain(own_doubts(self, zone)).chain(contradicted);
        let mut doubts: Vec<Doubt> = doubts.collect();
        // Days of one part follow from each other: one wrong day is one doubt.
        doubts.dedup_by_key(|doubt| {
            let DatePlace { part, index, key } = doubt.place();
            (mem::discriminant(doubt), part.unwrap_or(key), index)
        });
        doubts
    }
}

/// Returns what is doubtful about dates that belong together, whenever the announcement is published.
fn own_doubts(fields: &Fields, zone: &Zone) -> Vec<Doubt> {
    let place = |part, key| DatePlace { part, index: 0, key };
    let mut doubts = Vec::new();
    let published = fields.published;
    if fields.expires.is_some_and(|expires| expires.instant(zone) == published.instant(zone)) {
        let first = published.date(zone).saturating_add(Span::new().days(1));
        doubts.push(Doubt::NeverPublished { place: place(None, "expires"), first });
    }
    if let Some(notice) = &fields.notice {
        let given = |key| place(Some("notice"), key);
        if let Some(first) = notice.lawful_appeal().filter(|law| notice.appeal_until.is_some_and(|day| day < *law)) {
            doubts.push(Doubt::ShortAppeal { place: given("appeal_until"), first: first.date() });
        }
        let last = notice.appeal().map(|appeal| appeal.day);
        if let Some((removed, last)) = notice.remove_after.zip(last)
            && removed <= last
        {
            let first = last.date().saturating_add(Span::new().days(1));
            doubts.push(Doubt::EarlyRemoval { place: given("remove_after"), first });
        }
    }
    doubts
}

/// Relation of a day to the time in which the announcement is published.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rule {
    /// People can act until the end of this day: it is no earlier than the announcement, and no later than its end.
    LastDay,
    /// It is no earlier than the announcement.
    NotOver,
    /// It may be told of afterwards, but not years later.
    Recent,
}

impl Rule {
    /// Returns the greatest number of days before publication.
    const fn days_ago(self) -> i64 {
        match self {
            Self::LastDay | Self::NotOver => 0,
            Self::Recent => 366,
        }
    }
}

/// Day of an announcement with its rule.
struct Dated {
    place: DatePlace,
    day: Date,
    rule: Rule,
}

/// Returns the days of an announcement that have a rule. This is the table of rules.
fn dates(fields: &Fields, zone: &Zone) -> Vec<Dated> {
    let mut all = Vec::new();
    let mut add = |part, index, key, day: Option<Date>, rule| {
        all.extend(day.map(|day| Dated { place: DatePlace { part: Some(part), index, key }, day, rule }));
    };
    let on = |moment: Option<Moment>| moment.map(|moment| moment.date(zone));
    if let Some(notice) = &fields.notice {
        add("notice", 0, "appeal_until", notice.appeal().map(|appeal| appeal.day.date()), Rule::LastDay);
        add("notice", 0, "remove_after", notice.removal().map(|removal| removal.day.date()), Rule::LastDay);
        for (index, deadline) in notice.deadlines.iter().enumerate() {
            add("notice", index, "deadlines", Some(deadline.until.date()), Rule::LastDay);
        }
        add("notice", 0, "posted", Some(notice.posted.date()), Rule::Recent);
    }
    if let Some(disruption) = &fields.disruption {
        let expected = disruption.expected_end.filter(|_| disruption.ended.is_none());
        add("disruption", 0, "expected_end", on(expected), Rule::NotOver);
        add("disruption", 0, "ended", on(disruption.ended), Rule::Recent);
    }
    if let Some(consultation) = &fields.consultation {
        add("consultation", 0, "closes", Some(consultation.closes.date()), Rule::LastDay);
    }
    if let Some(alert) = &fields.alert {
        add("alert", 0, "expires", on(alert.expires), Rule::NotOver);
        add("alert", 0, "all_clear", on(alert.all_clear), Rule::Recent);
    }
    if let Some(job) = &fields.job {
        add("job", 0, "apply_by", job.apply_by.map(Day::date), Rule::LastDay);
    }
    for (index, offer) in fields.offers.iter().enumerate() {
        add("offers", index, "apply_by", offer.apply_by.map(Day::date), Rule::LastDay);
    }
    // Other announcements may tell of events that were long ago.
    for (index, event) in fields.events.iter().enumerate().filter(|_| fields.kind == AnnouncementType::Event) {
        if let Some((key, day)) = event.last_day(zone) {
            add("events", index, key, Some(day), Rule::Recent);
        }
    }
    for (index, update) in fields.updates.iter().enumerate() {
        add("updates", index, "at", on(Some(update.at)), Rule::NotOver);
    }
    all
}

/// Relation of a status to the day of publication.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Tense {
    /// It has not begun.
    Ahead,
    /// It has begun, and goes on.
    Ongoing,
    /// It is over.
    Over,
}

/// Status with the days that can contradict it.
struct Claim {
    place: DatePlace,
    tense: Tense,
    /// Key and day from which on it is no longer ahead.
    begins: Option<(&'static str, Date)>,
    /// Key and day on which it ended.
    ended: Option<(&'static str, Date)>,
    /// `true` if the dates tell another status.
    is_of_disruption: bool,
}

impl Claim {
    /// Returns what contradicts the status on the day of publication.
    ///
    /// A later change says nothing: an event of long ago stays one that was scheduled.
    fn contradiction(&self, published: Date) -> Option<Doubt> {
        let began = self.begins.filter(|(_, day)| *day < published);
        let begins_later = self.begins.filter(|(_, day)| *day > published);
        let (date, day) = match self.tense {
            Tense::Ahead => self.ended.or(began),
            Tense::Ongoing => self.ended.or(begins_later),
            Tense::Over => begins_later,
        }?;
        let meant = if self.ended.is_some() {
            DisruptionStatus::Resolved
        } else if begins_later.is_some() {
            DisruptionStatus::Expected
        } else {
            DisruptionStatus::Ongoing
        };
        Some(Doubt::Status { place: self.place, date, day, meant: self.is_of_disruption.then_some(meant) })
    }
}

/// Returns each status of an announcement that its dates can contradict. This is the table of statuses.
fn claims(fields: &Fields, zone: &Zone) -> Vec<Claim> {
    let on = |moment: Moment| moment.date(zone);
    let place = |part, index, key| DatePlace { part: Some(part), index, key };
    let events = fields.events.iter().enumerate().filter_map(|(index, event)| {
        let tense = match event.status? {
            PlanStatus::Planned | PlanStatus::Scheduled | PlanStatus::Rescheduled | PlanStatus::MovedOnline => {
                Tense::Ahead
            }
            // These may be told of before and after.
            PlanStatus::Postponed | PlanStatus::Cancelled => return None,
        };
        let begins = event.last_day(zone);
        Some(Claim { place: place("events", index, "status"), tense, begins, ended: None, is_of_disruption: false })
    });
    let disruption = fields.disruption.as_ref().and_then(|disruption| {
        let tense = match disruption.status? {
            DisruptionStatus::Expected => Tense::Ahead,
            DisruptionStatus::Ongoing => Tense::Ongoing,
            DisruptionStatus::Resolved => Tense::Over,
        };
        Some(Claim {
            place: place("disruption", 0, "status"),
            tense,
            begins: Some(("starts", on(disruption.starts))),
            ended: disruption.ended.map(|ended| ("ended", on(ended))),
            is_of_disruption: true,
        })
    });
    let alert = fields.alert.as_ref().and_then(|alert| {
        let tense = match alert.urgency? {
            AlertUrgency::Past => Tense::Over,
            // They tell how soon to act, and not when.
            AlertUrgency::Immediate | AlertUrgency::Expected | AlertUrgency::Future | AlertUrgency::Unknown => {
                return None;
            }
        };
        let begins = Some(("effective", on(alert.effective)));
        Some(Claim { place: place("alert", 0, "urgency"), tense, begins, ended: None, is_of_disruption: false })
    });
    events.chain(disruption).chain(alert).collect()
}

/// Returns the times of what has happened already, by what it is.
fn past_moments(fields: &Fields) -> Vec<(DatePlace, Moment)> {
    let own = fields.modified.map(|modified| (DatePlace { part: None, index: 0, key: "modified" }, modified));
    let updates = fields.updates.iter().enumerate();
    let updates = updates.map(|(index, update)| (DatePlace { part: Some("updates"), index, key: "at" }, update.at));
    let ended = fields.disruption.as_ref().and_then(|disruption| disruption.ended);
    let ended = ended.map(|ended| (DatePlace { part: Some("disruption"), index: 0, key: "ended" }, ended));
    own.into_iter().chain(updates).chain(ended).collect()
}
