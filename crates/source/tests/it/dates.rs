//! Dates that contradict each other are warned of where they stand.

use anslag_source::{Corpus, Opening, Report};
use anslag_wording::Language;
use std::fs;

/// Reads an announcement, and returns what is said of it.
#[track_caller]
fn read(kind: &str, more: &str) -> Report {
    let folder = tempfile::tempdir().unwrap();
    for file in ["publication.toml", "register.toml"] {
        fs::copy(crate::home().join("tests/data").join(file), folder.path().join(file)).unwrap();
    }
    let text = format!("+++\ntitle = \"T\"\ndate = 2026-11-01\ntype = \"{kind}\"\n{more}+++\n\nText.\n");
    fs::create_dir(folder.path().join("announcements")).unwrap();
    fs::write(folder.path().join("announcements/2026-11-01-a.md"), text).unwrap();
    let mut report = Report::default();
    let opening = Opening { as_of: Some("2026-11-24T12:00".parse().unwrap()), ..Opening::default() };
    let corpus = Corpus::open_with(folder.path(), opening, &mut report).unwrap();
    assert!(corpus.is_some(), "{}", report.render(Language::English, false));
    report
}

/// Returns the line, the code and the message of each warning of an announcement.
#[track_caller]
fn warnings(kind: &str, more: &str) -> Vec<(usize, &'static str, String)> {
    let report = read(kind, more);
    let diagnostics = report.diagnostics();
    let found = diagnostics.iter().map(|found| {
        let line = found.position.as_ref().unwrap().line;
        (line, found.code().name, found.in_words(Language::English).message)
    });
    found.collect()
}

#[track_caller]
fn check(kind: &str, more: &str, expected: &[(usize, &str, &str)]) {
    let found = warnings(kind, more);
    let found: Vec<_> = found.iter().map(|(line, code, message)| (*line, *code, message.as_str())).collect();
    assert_eq!(found, expected, "{more}");
}

#[test]
fn what_was_over_before_it_was_published_is_doubtful() {
    let over = |line, key: &str, day: &str| {
        (line, format!("`{key}` is {day}, before the announcement was published on 2026-11-01"))
    };
    let cases = [
        ("samråd", "[consultation]\nopens = 2016-10-01\ncloses = 2016-12-01\n", over(7, "closes", "2016-12-01")),
        (
            "kungörelse",
            "[notice]\nposted = 2026-10-01\nappeal_until = 2026-10-22\n",
            over(7, "appeal_until", "2026-10-22"),
        ),
        // The days that follow from the law are three weeks after that of the posting: one doubt, not three.
        ("kungörelse", "[notice]\nadjusted = 2016-11-01\nposted = 2016-11-01\n", over(5, "appeal_until", "2016-11-22")),
        ("kungörelse", "[notice]\nposted = 2016-11-01\n", over(6, "posted", "2016-11-01")),
        (
            "driftstörning",
            "[disruption]\nservice = \"el\"\nstarts = 2026-10-01\nexpected_end = 2026-10-02\n",
            over(8, "expected_end", "2026-10-02"),
        ),
        (
            "driftstörning",
            "[disruption]\nservice = \"el\"\nstarts = 2016-10-01\nended = 2016-10-02\n",
            over(8, "ended", "2016-10-02"),
        ),
        ("ledigt jobb", "[job]\ntitle = \"Lärare\"\napply_by = 2016-12-01\n", over(7, "apply_by", "2016-12-01")),
        (
            "lediga tomter",
            "[[offers]]\ndesignation = \"A 1:1\"\n[[offers]]\ndesignation = \"A 1:2\"\napply_by = 2026-10-31\n",
            over(9, "apply_by", "2026-10-31"),
        ),
        (
            "evenemang",
            "[[events]]\nname = \"Marknad\"\nwhen = \"2016-11-05/2016-11-06\"\n",
            over(7, "when", "2016-11-06"),
        ),
        ("evenemang", "[[events]]\nname = \"Marknad\"\nwhen = \"2016-11\"\n", over(7, "when", "2016-11-30")),
        ("evenemang", "[[events]]\nname = \"Marknad\"\nwhen = \"2016\"\n", over(7, "when", "2016-12-31")),
        (
            "evenemang",
            "[[events]]\nname = \"Marknad\"\nwhen = \"2016-10-31T18:00:00+01:00\"\n",
            over(7, "when", "2016-10-31"),
        ),
        (
            "varning",
            "[alert]\nsender = \"SOS\"\nevent = \"Rök\"\nseverity = \"extrem\"\neffective = 2016-11-01\nexpires = 2016-11-02\n",
            over(10, "expires", "2016-11-02"),
        ),
        ("nyhet", "[[updates]]\nat = 2016-11-02\ntext = \"Rättat.\"\n", over(6, "at", "2016-11-02")),
    ];
    for (kind, more, (line, message)) in &cases {
        check(kind, more, &[(*line, "doubtful-date", message)]);
    }
}

#[test]
fn what_ends_after_the_announcement_is_gone_is_doubtful() {
    let more = "expires = 2026-11-10\n[consultation]\ncloses = 2026-12-01\n";
    let message = "the announcement expires on 2026-11-10, before `closes`, which is 2026-12-01";
    check("samråd", more, &[(7, "doubtful-date", message)]);
}

#[test]
fn what_has_happened_is_not_in_the_future() {
    check("nyhet", "modified = 2027-11-02\n", &[(5, "date-in-future", "`modified` is in the future")]);
    check("nyhet", "modified = 2026-11-24T12:00:01\n", &[(5, "date-in-future", "`modified` is in the future")]);
    let more = "[[updates]]\nat = 2026-11-25\ntext = \"Rättat.\"\n";
    check("nyhet", more, &[(6, "date-in-future", "`at` is in the future")]);
    let more = "[disruption]\nservice = \"el\"\nstarts = 2026-11-01\nended = 2026-11-25\n";
    check("driftstörning", more, &[(8, "date-in-future", "`ended` is in the future")]);
}

/// A status is about the day of publication.
#[test]
fn a_status_agrees_with_the_dates() {
    let event =
        |status: &str, when: &str| format!("[[events]]\nname = \"A\"\nwhen = \"{when}\"\nstatus = \"{status}\"\n");
    let disruption =
        |status: &str, days: &str| format!("[disruption]\nservice = \"el\"\nstatus = \"{status}\"\n{days}");
    let alert = |day: &str| {
        format!(
            "[alert]\nsender = \"SOS\"\nevent = \"Rök\"\nseverity = \"extrem\"\nurgency = \"past\"\neffective = {day}\n"
        )
    };
    let later = "modified = 2026-11-20\n";
    let (before, after) = ("starts = 2026-10-31\n", "starts = 2026-11-02\n");
    let over = "starts = 2026-10-30\nended = 2026-10-31\n";
    let cases = [
        ("nyhet", event("bestämd", "2026-10-31"), 8, "`status` contradicts `when`, which is 2026-10-31"),
        (
            "evenemang",
            event("bestämd", "2025-11-05") + "repeats = \"varje vecka\"\nrepeats_until = 2026-10-31\n",
            8,
            "`status` contradicts `repeats_until`, which is 2026-10-31",
        ),
        (
            "evenemang",
            event("bestämd", "2026-10-30T18:00:00") + "ends = 2026-10-31T18:00:00\n",
            8,
            "`status` contradicts `ends`, which is 2026-10-31",
        ),
        ("evenemang", event("planerad", "2026-05"), 8, "`status` contradicts `when`, which is 2026-05-31"),
        ("evenemang", event("flyttad", "2025-11-05/2025-11-06"), 8, "`status` contradicts `when`, which is 2025-11-06"),
        ("evenemang", event("moved-online", "2026-10-31"), 8, "`status` contradicts `when`, which is 2026-10-31"),
        ("driftstörning", disruption("väntad", before), 7, "`status` contradicts `starts`, which is 2026-10-31"),
        ("driftstörning", disruption("pågående", after), 7, "`status` contradicts `starts`, which is 2026-11-02"),
        ("driftstörning", disruption("åtgärdad", after), 7, "`status` contradicts `starts`, which is 2026-11-02"),
        ("driftstörning", disruption("väntad", over), 7, "`status` contradicts `ended`, which is 2026-10-31"),
        ("driftstörning", disruption("pågående", over), 7, "`status` contradicts `ended`, which is 2026-10-31"),
        ("varning", alert("2026-11-02"), 9, "`urgency` contradicts `effective`, which is 2026-11-02"),
    ];
    for (kind, more, line, message) in &cases {
        check(kind, more, &[(*line, "doubtful-date", message)]);
    }
    for (kind, more) in [
        ("nyhet", event("inställd", "2026-10-31")),
        ("nyhet", event("uppskjuten", "2026-10-31")),
        ("evenemang", event("bestämd", "2026-11-01")),
        ("evenemang", event("bestämd", "2016-11-01") + "repeats = \"varje månad\"\nrepeats_until = 2026-12-01\n"),
        ("evenemang", event("bestämd", "2026-10-01T18:00:00") + "ends = 2026-11-02T18:00:00\n"),
        ("evenemang", event("bestämd", "2026-10-01/2026-11-30")),
        ("evenemang", event("planerad", "2026-23")),
        ("evenemang", event("planerad", "2026?")),
        ("evenemang", event("flyttad", "2027-11-05")),
        ("driftstörning", disruption("väntad", after)),
        ("driftstörning", disruption("väntad", "starts = 2026-11-01\n")),
        ("driftstörning", disruption("pågående", before)),
        ("driftstörning", disruption("åtgärdad", over)),
        ("driftstörning", disruption("åtgärdad", before)),
        ("evenemang", format!("{later}{}", event("bestämd", "2026-11-19"))),
        ("varning", alert("2026-11-01")),
    ] {
        check(kind, &more, &[]);
    }
    // A mistyped `modified` is one mistake.
    let more = format!("modified = 2036-11-01\n{}", event("bestämd", "2026-12-01"));
    check("evenemang", &more, &[(5, "date-in-future", "`modified` is in the future")]);
}

/// The help holds the status that the dates tell, if there is one.
#[test]
fn a_wrong_status_is_explained_in_both_languages() {
    let disruption = "[disruption]\nservice = \"el\"\nstatus = \"pågående\"\nstarts = 2026-11-02\n";
    let event = "[[events]]\nname = \"A\"\nwhen = \"2026-10-31\"\nstatus = \"bestämd\"\n";
    for (kind, more, language, message, help) in [
        (
            "driftstörning",
            disruption,
            Language::English,
            "`status` contradicts `starts`, which is 2026-11-02",
            "write `\"väntad\"`",
        ),
        (
            "driftstörning",
            disruption,
            Language::Swedish,
            "`status` motsäger `starts`, som är 2026-11-02",
            "skriv `\"väntad\"`",
        ),
        (
            "evenemang",
            event,
            Language::English,
            "`status` contradicts `when`, which is 2026-10-31",
            "remove the status, or correct `when`",
        ),
        (
            "evenemang",
            event,
            Language::Swedish,
            "`status` motsäger `when`, som är 2026-10-31",
            "ta bort statusen, eller rätta `when`",
        ),
    ] {
        let report = read(kind, more);
        let [found] = report.diagnostics().try_into().unwrap();
        let worded = found.in_words(language);
        assert_eq!((worded.message.as_str(), worded.help.as_deref()), (message, Some(help)));
    }
}

#[test]
fn what_can_be_meant_is_not_doubtful() {
    for (kind, more) in [
        ("nyhet", "modified = 2026-11-24\n"),
        ("nyhet", "modified = 2026-11-24T12:00:00\n"),
        ("samråd", "expires = 2026-12-01\n[consultation]\nopens = 2016-10-01\ncloses = 2026-12-01\n"),
        ("samråd", "[consultation]\ncloses = 2026-11-01\n"),
        ("kungörelse", "expires = 2027-01-01\n[notice]\nadjusted = 2026-10-30\nposted = 2026-10-31\n"),
        (
            "driftstörning",
            "[disruption]\nservice = \"el\"\nstarts = 2026-10-01\nexpected_end = 2026-10-02\nended = 2026-10-03\n",
        ),
        ("driftstörning", "[disruption]\nservice = \"el\"\nstarts = 2027-10-01\n"),
        ("ledigt jobb", "[job]\ntitle = \"Lärare\"\napply_by = 2036-12-01\n"),
        ("evenemang", "[[events]]\nname = \"Invigning\"\nwhen = \"2026-10-31\"\n"),
        // News tell of what was.
        ("nyhet", "[[events]]\nname = \"Marknad\"\nwhen = \"2016-11-05\"\n"),
        ("evenemang", "[[events]]\nname = \"Marknad\"\nwhen = \"2016?\"\n"),
        ("evenemang", "[[events]]\nname = \"Marknad\"\nwhen = \"2016-11-05/..\"\n"),
        ("evenemang", "[[events]]\nname = \"Marknad\"\nwhen = \"2016-21\"\n"),
        ("evenemang", "[[events]]\nname = \"Marknad\"\n"),
    ] {
        check(kind, more, &[]);
    }
}
