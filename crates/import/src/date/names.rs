/// Months by their names and abbreviations in Swedish and English, which have no endings.
const MONTHS: [(i8, &[&str]); 12] = [
    (1, &["januari", "january", "jan"]),
    (2, &["februari", "february", "feb", "febr"]),
    (3, &["mars", "march", "mar"]),
    (4, &["april", "apr"]),
    (5, &["maj", "may"]),
    (6, &["juni", "june", "jun"]),
    (7, &["juli", "july", "jul"]),
    (8, &["augusti", "august", "aug"]),
    (9, &["september", "sept", "sep"]),
    (10, &["oktober", "october", "okt", "oct"]),
    (11, &["november", "nov"]),
    (12, &["december", "dec"]),
];

/// Months by the stems of their names in Estonian and Latvian, which have endings.
const STEMS: [(i8, &[&str]); 12] = [
    (1, &["jaanuar", "janvār"]),
    (2, &["veebruar", "februār"]),
    (3, &["märts", "mart"]),
    (4, &["aprill", "aprīl"]),
    (5, &["mai", "maij"]),
    (6, &["juuni", "jūnij"]),
    (7, &["juuli", "jūlij"]),
    (8, &["august"]),
    (9, &["septemb"]),
    (10, &["oktoob", "oktob"]),
    (11, &["novemb"]),
    (12, &["detsemb", "decemb"]),
];

/// Endings of the months in Estonian and Latvian.
const ENDINGS: [&str; 20] = [
    "", "i", "l", "il", "s", "is", "st", "ist", "ini", "er", "ri", "ril", "ris", "rist", "ī", "ā", "a", "im", "ra",
    "rī",
];

/// Seasons by their numbers in EDTF.
const SEASONS: [(i8, &[&str]); 4] = [
    (21, &["våren", "vår", "spring", "kevad", "kevadel", "kevade", "pavasaris", "pavasarī", "pavasara"]),
    (22, &["sommaren", "sommar", "summer", "suvi", "suvel", "suve", "vasara", "vasarā", "vasaras"]),
    (23, &["hösten", "höst", "autumn", "fall", "sügis", "sügisel", "sügise", "rudens", "rudenī"]),
    (24, &["vintern", "vinter", "winter", "talv", "talvel", "talve", "ziema", "ziemā", "ziemas"]),
];

/// Days of the week from Monday: abbreviations, and the beginnings of their names.
const WEEKDAYS: [(&[&str], &[&str]); 7] = [
    (&["mon", "mån"], &["monday", "måndag", "esmaspäev", "pirmdien"]),
    (&["tue", "tues", "tis"], &["tuesday", "tisdag", "teisipäev", "otrdien"]),
    (&["wed", "ons"], &["wednesday", "onsdag", "kolmapäev", "trešdien"]),
    (&["thu", "thur", "thurs", "tor", "tors"], &["thursday", "torsdag", "neljapäev", "ceturtdien"]),
    (&["fri", "fre"], &["friday", "fredag", "reede", "piektdien"]),
    (&["sat", "lör"], &["saturday", "lördag", "laupäev", "sestdien"]),
    (&["sun", "sön"], &["sunday", "söndag", "pühapäev", "svētdien"]),
];

/// Names of time zones in RFC 2822 and in feeds, with their offsets from UTC in hours.
const ZONES: [(&str, i8); 15] = [
    ("Z", 0),
    ("GMT", 0),
    ("UT", 0),
    ("UTC", 0),
    ("CET", 1),
    ("CEST", 2),
    ("EET", 2),
    ("EEST", 3),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("PST", -8),
    ("PDT", -7),
];

/// Returns the number of a month, from 1. A name with an ending follows a point, as in `18. mail`.
pub(super) fn month(word: &str, after_point: bool) -> Option<i8> {
    let exact = MONTHS.iter().find(|(_, names)| names.contains(&word));
    let stem = || {
        STEMS.iter().find(|(_, stems)| {
            stems.iter().any(|stem| word.strip_prefix(stem).is_some_and(|ending| ENDINGS.contains(&ending)))
        })
    };
    exact.or_else(|| after_point.then(stem).flatten()).map(|(number, _)| *number)
}

/// Returns the number of a season in EDTF.
pub(super) fn season(word: &str) -> Option<i8> {
    SEASONS.iter().find(|(_, names)| names.contains(&word)).map(|(number, _)| *number)
}

/// Returns the number of a day of the week, from 1 for Monday.
pub(super) fn weekday(word: &str) -> Option<i8> {
    let is = |(short, long): &(&[&str], &[&str])| {
        short.contains(&word) || long.iter().any(|name| word.starts_with(name) && word.len() < name.len() + 4)
    };
    (1..).zip(&WEEKDAYS).find(|(_, names)| is(names)).map(|(number, _)| number)
}

/// Returns the offset of a time zone from UTC in minutes.
pub(super) fn zone(word: &str) -> Option<i16> {
    ZONES.iter().find(|(name, _)| *name == word).map(|(_, hours)| i16::from(*hours) * 60)
}
