use crate::{Decimal, Fields, Moment, Percent, Reuse, Topic, Zone};
use anslag_wording::wording;
use std::sync::Arc;
use thiserror::Error;

wording! {
    /// Problem with an announcement whose fields do not agree with each other.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum Problem {
        /// A change before publication.
        ModifiedBeforePublished
            en("`modified` is before `published`")
            sv("`modified` ligger före `published`"),
        /// An end before publication.
        ExpiresBeforePublished
            en("`expires` is before `published`")
            sv("`expires` ligger före `published`"),
        /// A withdrawal before publication.
        WithdrawnBeforePublished
            en("`withdrawn` is before `published`")
            sv("`withdrawn` ligger före `published`"),
        /// A day of a notice out of order: meeting, adjusted, posted, appealed, taken down.
        NoticeOutOfOrder {
            /// Key of the day: `meeting`, `adjusted`, `appeal_until` or `remove_after`.
            key: &'static str,
        }
            en("days of the notice out of order; they follow as `meeting`, `adjusted`, `posted`, `appeal_until`, `remove_after`")
            sv("kungörelsens dagar står i fel ordning; de följer som `meeting`, `adjusted`, `posted`, `appeal_until`, `remove_after`"),
        /// A moment of a disruption, a consultation, an alert or an appeal out of order.
        EndsBeforeBeginning {
            /// Part: `disruption`, `consultation`, `alert` or `notice`.
            part: &'static str,
            /// Key of the moment: `expected_end`, `ended`, `closes`, `expires`, `all_clear` or `appeal_until`.
            key: &'static str,
        }
            en("the end is before the beginning")
            sv("slutet ligger före början"),
        /// An announcement that is on its notice board only, and does not say on which, or until when.
        BoardOnlyWithout {
            /// Key of the notice that is missing: `board` or `remove_after`.
            key: &'static str,
        }
            en("`reuse = \"board-only\"` without `{key}` of the notice")
            sv("`reuse = \"board-only\"` utan kungörelsens `{key}`"),
        /// An event that ends, or takes place the last time, before it begins.
        EventEndsBeforeBeginning {
            /// Position of the event, from 0.
            index: usize,
        }
            en("the event ends before it begins")
            sv("evenemanget slutar innan det börjar"),
        /// An announcement that replaces or translates itself, or has its id as an earlier one.
        RefersToItself {
            /// Key: `replaces`, `replaced_by`, `translation_of`, `translations` or `aliases`.
            key: &'static str,
        }
            en("the announcement refers to itself")
            sv("tillkännagivandet hänvisar till sig självt"),
        /// A topic or theme that is named twice.
        Duplicate {
            /// List: `topics`, `themes` or `project.focus`.
            list: &'static str,
            /// Position of the second mention, from 0.
            index: usize,
            /// Name of the topic or theme.
            name: String,
        }
            en("duplicate item `{name}`")
            sv("`{name}` nämns två gånger"),
        /// A quote that is not in the body.
        QuoteNotInBody {
            /// Position of the quote, from 0.
            index: usize,
        }
            en("quote not found in the text of the announcement")
            sv("citatet finns inte i tillkännagivandets text"),
        /// A quote without a speaker.
        NoSpeaker {
            /// Position of the quote, from 0.
            index: usize,
        }
            en("quote without a speaker")
            sv("citatet saknar talare"),
        /// A funder with neither a share nor an amount.
        NoShare {
            /// Position of the funding, from 0.
            index: usize,
        }
            en("funding without `percent` or `amount`")
            sv("finansieringen saknar `percent` eller `amount`"),
        /// Shares of a project of more than 100 per cent.
        SharesOverHundred {
            /// Sum of the shares.
            sum: String,
        }
            en("shares of the funding add up to {sum} %, more than 100 %")
            sv("finansieringens andelar är {sum} % tillsammans, mer än 100 %"),
    }
}

pub(crate) fn problems(fields: &Fields, zone: &Zone) -> Vec<Problem> {
    let mut problems = Vec::new();
    let published = fields.published;
    let precedes = |moment: Option<Moment>, other: &Moment| moment.is_some_and(|moment| moment.is_before(other, zone));
    if precedes(fields.modified, &published) {
        problems.push(Problem::ModifiedBeforePublished);
    }
    if precedes(fields.expires, &published) {
        problems.push(Problem::ExpiresBeforePublished);
    }
    if precedes(fields.status.withdrawn(), &published) {
        problems.push(Problem::WithdrawnBeforePublished);
    }
    if let Some(disruption) = &fields.disruption {
        for (key, end) in [("expected_end", disruption.expected_end), ("ended", disruption.ended)] {
            if precedes(end, &disruption.starts) {
                problems.push(Problem::EndsBeforeBeginning { part: "disruption", key });
            }
        }
    }
    if let Some(consultation) = &fields.consultation
        && consultation.opens.is_some_and(|opens| consultation.closes < opens)
    {
        problems.push(Problem::EndsBeforeBeginning { part: "consultation", key: "closes" });
    }
    if let Some(alert) = &fields.alert {
        for (key, end) in [("expires", alert.expires), ("all_clear", alert.all_clear)] {
            if precedes(end, &alert.effective) {
                problems.push(Problem::EndsBeforeBeginning { part: "alert", key });
            }
        }
    }
    for (index, _) in fields.events.iter().enumerate().filter(|(_, event)| event.ends_before_beginning(zone)) {
        problems.push(Problem::EventEndsBeforeBeginning { index });
    }
    let others = [
        ("replaces", fields.replaces.as_slice()),
        ("replaced_by", &fields.replaced_by),
        ("translation_of", fields.translation_of.as_slice()),
        ("translations", &fields.translations),
        ("aliases", &fields.aliases),
    ];
    for (key, ids) in others {
        if ids.contains(&fields.id) {
            problems.push(Problem::RefersToItself { key });
        }
    }
    if fields.reuse == Reuse::BoardOnly {
        let notice = fields.notice.as_ref();
        if notice.is_none_or(|notice| notice.board.is_none()) {
            problems.push(Problem::BoardOnlyWithout { key: "board" });
        }
        if notice.is_some_and(|notice| notice.removal().is_none()) {
            problems.push(Problem::BoardOnlyWithout { key: "remove_after" });
        }
    }
    if let Some(notice) = &fields.notice {
        // A notice can summon to a meeting, but no minutes are adjusted before it.
        let wrong = [
            (
                "meeting",
                notice.meeting.zip(notice.adjusted).is_some_and(|(met, adjusted)| met.date(zone) > adjusted.date()),
            ),
            ("adjusted", notice.adjusted.is_some_and(|adjusted| adjusted > notice.posted)),
            ("appeal_until", notice.appeal_until.is_some_and(|until| until < notice.posted)),
            (
                "remove_after",
                notice.remove_after.is_some_and(|removed| removed < notice.appeal_until.unwrap_or(notice.posted)),
            ),
        ];
        if notice.appeal_from.zip(notice.appeal_until).is_some_and(|(from, until)| until < from) {
            problems.push(Problem::EndsBeforeBeginning { part: "notice", key: "appeal_until" });
        }
        let wrong = wrong.into_iter().filter(|(_, is_wrong)| *is_wrong);
        problems.extend(wrong.map(|(key, _)| Problem::NoticeOutOfOrder { key }));
    }
    let topics = |topics: &[Arc<Topic>]| topics.iter().map(|topic| topic.key.to_string()).collect::<Vec<_>>();
    check_duplicates("topics", &topics(&fields.topics), &mut problems);
    let themes: Vec<_> = fields.themes.iter().map(|theme| theme.code().to_owned()).collect();
    check_duplicates("themes", &themes, &mut problems);
    let passages = fields.body.passages();
    for (index, quote) in fields.quotes.iter().enumerate() {
        if passages.find_words(quote.text.as_str()) != Some(quote.text.as_str()) {
            problems.push(Problem::QuoteNotInBody { index });
        }
        if quote.speakers.is_empty() {
            problems.push(Problem::NoSpeaker { index });
        }
    }
    if let Some(project) = &fields.project {
        check_duplicates("project.focus", &topics(&project.focus), &mut problems);
        for (index, funding) in project.funding.iter().enumerate() {
            if funding.percent.is_none() && funding.amount.is_none() {
                problems.push(Problem::NoShare { index });
            }
        }
        let sum = Decimal::sum(project.funding.iter().filter_map(|funding| funding.percent).map(Percent::value));
        if sum > rust_decimal::Decimal::ONE_HUNDRED {
            problems.push(Problem::SharesOverHundred { sum: sum.normalize().to_string() });
        }
    }
    problems
}

fn check_duplicates(list: &'static str, names: &[String], problems: &mut Vec<Problem>) {
    let mut seen = std::collections::HashSet::new();
    for (index, name) in names.iter().enumerate() {
        if !seen.insert(name) {
            problems.push(Problem::Duplicate { list, index, name: name.clone() });
        }
    }
}
