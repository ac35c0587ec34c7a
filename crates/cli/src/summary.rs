use crate::counts::Counts;
use anslag_publish::{Change, Due, Holder};
use anslag_wording::wording;
use jiff::civil::{Date, DateTime, Time};

wording! {
    /// Results of a run.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Summary {
        Checked { count: usize, data: String, verdict: Verdict }
            en("{count} announcement{} in {data}: {verdict}", s(*count))
            sv("{count} tillkännagivande{} i {data}: {verdict}", n(*count)),
        CheckedFiles { count: usize, files: usize, verdict: Verdict }
            en("{count} announcement{} in {files} file{}: {verdict}", s(*count), s(*files))
            sv("{count} tillkännagivande{} i {files} fil{}: {verdict}", n(*count), if *files == 1 { "" } else { "er" }),
        Begun { count: usize, name: &'static str, data: String }
            en("wrote {count} files for {name} into {data}")
            sv("skrev {count} filer för {name} i {data}"),
        NowPreview { data: String }
            en("run `anslag preview --data {data}` to see them, and `anslag check --data {data}` for what is missing")
            sv("kör `anslag preview --data {data}` för att se dem, och `anslag check --data {data}` för det som saknas"),
        NewSource { path: String }
            en("wrote {path}: a draft, until you remove `draft = true`")
            sv("skrev {path}: ett utkast, tills du tar bort `draft = true`"),
        Published { count: usize, as_of: Date, out: String, files: usize, size: Size, seconds: String }
            en("published {count} announcement{} as of {} in {out}: {files} files, {size}, in {seconds} s", s(*count), *as_of)
            sv("publicerade {count} tillkännagivande{} per {} i {out}: {files} filer, {size}, på {} s", n(*count), *as_of, comma(&seconds)),
        Intact { directory: String, files: usize, size: Size }
            en("{directory} is as it was written: {files} files, {size}")
            sv("{directory} är som den skrevs: {files} filer, {size}"),
        WholeHistory { path: String, lines: usize, digest: String }
            en("{path} is as exports wrote it: {lines} line{}, of which the last has the digest {digest}", s(*lines))
            sv("{path} är som exporter skrev den: {lines} rad{}, där den sista har kontrollsumman {digest}", if *lines == 1 { "" } else { "er" }),
        Compared { counts: Counts }
            en("{} added, {} changed, {} removed, {} unchanged", counts.added, counts.changed, counts.removed, counts.unchanged)
            sv("{} tillagda, {} ändrade, {} borttagna, {} oförändrade", counts.added, counts.changed, counts.removed, counts.unchanged),
        BoardOnly { count: usize }
            en("{count} on a notice board only")
            sv("{count} bara på en anslagstavla"),
        Formatted { path: String }
            en("formatted {path}")
            sv("ordnade {path}"),
        Unformatted { path: String }
            en("{path} is not formatted")
            sv("{path} är inte ordnad"),
        AllFormatted { count: usize }
            en("{count} file{} formatted already", s(*count))
            sv("{count} fil{} var redan ordnad{}", if *count == 1 { "" } else { "er" }, if *count == 1 { "" } else { "e" }),
        WithdrawnOn { id: String, day: Date, path: String }
            en("withdrew `{id}` as of {} in {path}", *day)
            sv("drog tillbaka `{id}` från {} i {path}", *day),
        Erased { id: String, stub: String }
            en("erased `{id}`; its stub is `{stub}`")
            sv("raderade `{id}`; dess stump är `{stub}`"),
        DeletedBeside { path: String }
            en("deleted {path}, to which only it referred")
            sv("tog bort {path}, som bara det hänvisade till"),
        LeftBeside { path: String }
            en("{path} stood beside it and is still there")
            sv("{path} låg bredvid och finns kvar"),
        Imported { count: usize, folder: String, known: usize }
            en("imported {count} announcement{} into {folder}; {known} imported before", s(*count))
            sv("importerade {count} tillkännagivande{} till {folder}; {known} importerade tidigare", n(*count)),
        Synced { count: usize, sources: usize }
            en("synced {sources} source{}: {count} announcement{} changed or new", s(*sources), s(*count))
            sv("synkroniserade {sources} käll{}: {count} tillkännagivande{} ändrade eller nya", if *sources == 1 { "a" } else { "or" }, n(*count)),
        WouldSync { count: usize, sources: usize }
            en("of {sources} source{}, {count} announcement{} would be changed or new; nothing was written", s(*sources), s(*count))
            sv("från {sources} käll{} skulle {count} tillkännagivande{} ändras eller tillkomma; inget skrevs", if *sources == 1 { "a" } else { "or" }, n(*count)),
        ExportNow
            en("run `anslag export` to publish that")
            sv("kör `anslag export` för att publicera det"),
        Drafts { count: usize }
            en("{count} skipped as drafts")
            sv("{count} utkast hoppades över"),
        HeldBack { count: usize }
            en("{count} not published until later")
            sv("{count} publiceras först senare"),
        Expired { count: usize }
            en("{count} expired")
            sv("{count} har upphört att gälla"),
        Withdrawn { count: usize }
            en("{count} withdrawn")
            sv("{count} tillbakadragna"),
        Rendered { chunks: usize, of_chunks: usize, pages: usize, of_pages: usize, files: usize }
            en("rendered {chunks} of {of_chunks} chunks and {pages} of {of_pages} feed pages again; {files} files are unchanged")
            sv("{chunks} av {of_chunks} delar och {pages} av {of_pages} flödessidor renderades om; {files} filer är oförändrade"),
        Skipped { count: usize, as_of: Date }
            en("skipped {count} announcement{} not published on {}", s(*count), *as_of)
            sv("hoppade över {count} tillkännagivande{} som inte publiceras {}", n(*count), *as_of),
        NoHub
            en("no `hub` in publication.toml: nothing to notify")
            sv("ingen `hub` i publication.toml: ingen att underrätta"),
        Notified { hub: String, count: usize }
            en("notified {hub} of {count} changed feed{}", s(*count))
            sv("underrättade {hub} om {count} ändra{} flöde{}", if *count == 1 { "t" } else { "de" }, n(*count)),
        Loaded { endpoint: String, added: usize, replaced: usize, removed: usize, unchanged: usize, triples: usize, seconds: String }
            en("loaded into {endpoint}: {added} graph{} added, {replaced} replaced, {removed} removed, {unchanged} unchanged; {triples} triples, in {seconds} s", s(*added))
            sv("inläst i {endpoint}: {added} graf{} tillagda, {replaced} ersatta, {removed} borttagna, {unchanged} oförändrade; {triples} tripler, på {} s", if *added == 1 { "" } else { "er" }, comma(&seconds)),
        WouldLoad { endpoint: String, added: usize, replaced: usize, removed: usize, unchanged: usize, triples: usize }
            en("a load into {endpoint} would add {added} graph{}, replace {replaced}, remove {removed} and leave {unchanged} unchanged; {triples} triples", s(*added))
            sv("en inläsning i {endpoint} skulle lägga till {added} graf{}, ersätta {replaced}, ta bort {removed} och lämna {unchanged} oförändrade; {triples} tripler", if *added == 1 { "" } else { "er" }),
        Verified { counted: usize, compared: usize }
            en("verified: {counted} graph{} counted, {compared} of them compared triple by triple", s(*counted))
            sv("kontrollerat: {counted} graf{} räknade, {compared} av dem jämförda trippel för trippel", if *counted == 1 { "" } else { "er" }),
        NextDue { when: When, reason: Reason, more: usize }
            en("the next export is due on {when}: {reason}{}", and_more(*more, "more"))
            sv("nästa export behövs {when}: {reason}{}", and_more(*more, "till")),
    }
}

impl From<Due<DateTime>> for Summary {
    fn from(due: Due<DateTime>) -> Self {
        let Due { at, change, subject, more } = due;
        Self::NextDue { when: When::from(at), reason: Reason::new(change, subject), more }
    }
}

wording! {
    /// Reason why an export is due.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Reason {
        Published { id: String } en("`{id}` is published") sv("`{id}` publiceras"),
        Updated { id: String } en("an update of `{id}` appears") sv("en uppdatering av `{id}` visas"),
        Expires { id: String } en("`{id}` expires") sv("`{id}` upphör att gälla"),
        ComesDown { id: String } en("the notice `{id}` comes down") sv("anslaget `{id}` tas ned"),
        Withdrawn { id: String } en("`{id}` is withdrawn") sv("`{id}` dras tillbaka"),
        Stripped { id: String } en("data on people are removed from `{id}`") sv("personuppgifter tas bort ur `{id}`"),
        FeedsEnd { key: String } en("the feeds of `{key}` end") sv("flödena för `{key}` upphör"),
    }
}

impl Reason {
    fn new(change: Change, subject: String) -> Self {
        match change {
            Change::Published => Self::Published { id: subject },
            Change::Updated => Self::Updated { id: subject },
            Change::Expires => Self::Expires { id: subject },
            Change::ComesDown => Self::ComesDown { id: subject },
            Change::Withdrawn => Self::Withdrawn { id: subject },
            Change::Stripped => Self::Stripped { id: subject },
            Change::FeedsEnd => Self::FeedsEnd { key: subject },
        }
    }
}

wording! {
    /// Progress of a run.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Status {
        Waiting { target: String, holder: Holder }
            en("waiting until another export, {holder}, has published into {target}")
            sv("väntar tills en annan export, {holder}, har publicerat i {target}"),
        Watching { data: String }
            en("checking {data} after every change, until Ctrl-C")
            sv("kontrollerar {data} efter varje ändring, tills Ctrl-C"),
        Reading { seconds: u64 }
            en("reading, for {seconds} s so far")
            sv("läser, sedan {seconds} s"),
        Beginning { done: usize, total: usize, size: Size }
            en("{done} of {total} announcements, {size}")
            sv("{done} av {total} tillkännagivanden, {size}"),
        Writing { done: usize, total: usize, size: Size, rate: Size, left: Remaining }
            en("{done} of {total} announcements, {size}, {rate}/s, {left} left")
            sv("{done} av {total} tillkännagivanden, {size}, {rate}/s, {left} kvar"),
        Loading { graphs: usize, total: usize, triples: usize, rate: u64 }
            en("{graphs} of {total} graphs, {triples} triples, {rate}/s")
            sv("{graphs} av {total} grafer, {triples} tripler, {rate}/s"),
        Ending { total: usize, size: Size, rate: Size }
            en("all {total} announcements, {size}, {rate}/s; finishing")
            sv("alla {total} tillkännagivanden, {size}, {rate}/s; avslutar"),
    }
}

wording! {
    /// Time that a run still takes.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Remaining {
        Seconds { count: u64 } en("{count} s") sv("{count} s"),
        Minutes { count: u64 } en("{count} min") sv("{count} min"),
    }
}

impl Remaining {
    /// Rounds a number of seconds.
    pub(crate) const fn new(seconds: u64) -> Self {
        if seconds < 120 { Self::Seconds { count: seconds } } else { Self::Minutes { count: seconds.div_ceil(60) } }
    }
}

wording! {
    /// Day, or time of a day.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum When {
        Day { date: Date } en("{}", *date) sv("{}", *date),
        Time { date: Date, time: Time } en("{} at {}", *date, *time) sv("{} kl. {}", *date, *time),
    }
}

impl From<DateTime> for When {
    /// Takes midnight for the day that begins with it.
    fn from(at: DateTime) -> Self {
        let (date, time) = (at.date(), at.time());
        if time == Time::midnight() { Self::Day { date } } else { Self::Time { date, time } }
    }
}

wording! {
    /// Result of a check.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub(crate) enum Verdict {
        NoProblems
            en("no problems")
            sv("inga problem"),
        Warnings { count: usize }
            en("no errors, {count} warning{}", s(*count))
            sv("inga fel, {count} varning{}", if *count == 1 { "" } else { "ar" }),
    }
}

wording! {
    /// Number of bytes as people read it, with one decimal.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Size {
        Bytes { count: u64 } en("{count} B") sv("{count} B"),
        Decimal { number: String, unit: &'static str } en("{number} {unit}") sv("{} {unit}", comma(&number)),
    }
}

impl Size {
    /// Rounds a number of bytes.
    #[expect(clippy::cast_precision_loss, reason = "one decimal is shown")]
    pub(crate) fn new(bytes: u64) -> Self {
        let (divisor, unit) = match bytes {
            0..1_000 => return Self::Bytes { count: bytes },
            1_000..1_000_000 => (1e3, "kB"),
            1_000_000..1_000_000_000 => (1e6, "MB"),
            _ => (1e9, "GB"),
        };
        Self::Decimal { number: format!("{:.1}", bytes as f64 / divisor), unit }
    }
}

/// Returns the plural ending of an English noun.
const fn s(count: usize) -> &'static str {
    if count == 1 { "" } else { "s" }
}

/// Returns the plural ending of a Swedish noun that ends in a vowel.
const fn n(count: usize) -> &'static str {
    if count == 1 { "" } else { "n" }
}

/// Returns the end of a sentence about the first of several things; nothing if it is the only one.
fn and_more(count: usize, word: &str) -> String {
    if count == 0 { String::new() } else { format!(" (+ {count} {word})") }
}

/// Returns a decimal number with the comma of Swedish.
fn comma(number: &str) -> String {
    number.replace('.', ",")
}
