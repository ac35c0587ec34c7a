use crate::nearest::nearest;
use anslag_core::{Country, Licence};
use jiff::tz::TimeZoneDatabase;

/// Words and signs for currencies, each with its code.
const CURRENCIES: [(&str, &str); 14] = [
    ("kr", "SEK"),
    ("kr.", "SEK"),
    (":-", "SEK"),
    ("krona", "SEK"),
    ("kronor", "SEK"),
    ("svenska kronor", "SEK"),
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("$", "USD"),
    ("dollar", "USD"),
    ("£", "GBP"),
    ("danska kronor", "DKK"),
    ("norska kronor", "NOK"),
];

/// Extensions of files, each with its media type (IANA).
const MEDIA_TYPES: [(&str, &str); 25] = [
    ("pdf", "application/pdf"),
    ("doc", "application/msword"),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xls", "application/vnd.ms-excel"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt", "application/vnd.ms-powerpoint"),
    ("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    ("odt", "application/vnd.oasis.opendocument.text"),
    ("ods", "application/vnd.oasis.opendocument.spreadsheet"),
    ("rtf", "application/rtf"),
    ("zip", "application/zip"),
    ("json", "application/json"),
    ("geojson", "application/geo+json"),
    ("xml", "application/xml"),
    ("csv", "text/csv"),
    ("txt", "text/plain"),
    ("html", "text/html"),
    ("htm", "text/html"),
    ("ics", "text/calendar"),
    ("jpg", "image/jpeg"),
    ("jpeg", "image/jpeg"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("mp3", "audio/mpeg"),
    ("mp4", "video/mp4"),
];

/// Returns whether a name ends in the extension of a kind of file.
pub(super) fn is_file_name(name: &str) -> bool {
    let extension = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    find(&MEDIA_TYPES, &extension).is_some()
}

/// Words for countries that are not their names.
const COUNTRIES: [(&str, &str); 3] = [("uk", "GB"), ("storbritannien", "GB"), ("usa", "US")];

/// Names of licences that are not their identifiers.
const LICENCES: [(&str, Licence); 3] =
    [("CC-0", Licence::Zero), ("CC-ZERO", Licence::Zero), ("PUBLIC-DOMAIN", Licence::Zero)];

/// Words for time zones, each with its zone.
const ZONES: [(&str, &str); 4] = [
    ("sverige", "Europe/Stockholm"),
    ("sweden", "Europe/Stockholm"),
    ("svensk tid", "Europe/Stockholm"),
    ("utc+1", "Europe/Stockholm"),
];

fn find<T: Copy>(table: &[(&str, T)], word: &str) -> Option<T> {
    table.iter().find(|(known, _)| *known == word).map(|(_, meant)| *meant)
}

pub(super) fn currencies(text: &str) -> Vec<String> {
    let known = find(&CURRENCIES, &text.to_lowercase()).map(str::to_owned);
    known.into_iter().chain([text.to_uppercase()]).collect()
}

pub(super) fn countries(text: &str) -> Vec<String> {
    let known = find(&COUNTRIES, &text.to_lowercase()).or_else(|| Country::find(text).map(Country::code));
    known.map(str::to_owned).into_iter().collect()
}

pub(super) fn media_types(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    let without = lower.split(';').next().unwrap_or_default().trim().to_owned();
    let known = find(&MEDIA_TYPES, without.trim_start_matches(['.', '*'])).map(str::to_owned);
    known.into_iter().chain([without]).collect()
}

pub(super) fn licences(text: &str) -> Vec<String> {
    let name = text.to_uppercase().replace(' ', "-");
    let name = name.trim_end_matches("-INTERNATIONAL");
    let of_key = Licence::ALL.into_iter().find(|licence| {
        let key = licence.key();
        key == name || key.rsplit_once('-').is_some_and(|(unversioned, _)| unversioned == name)
    });
    let known = of_key.or_else(|| find(&LICENCES, name));
    known.map(|licence| licence.address().to_owned()).into_iter().collect()
}

pub(super) fn time_zones(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    if let Some(known) = find(&ZONES, &lower) {
        return vec![known.to_owned()];
    }
    let database = TimeZoneDatabase::bundled();
    let names: Vec<String> = database.available().map(|name| name.to_string()).collect();
    let names = names.iter().map(String::as_str);
    let city = names.clone().find(|name| name.rsplit('/').next().is_some_and(|city| city.to_lowercase() == lower));
    city.or_else(|| nearest(&lower, names)).map(str::to_owned).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(corrections: fn(&str) -> Vec<String>, text: &str, expected: &str) {
        assert_eq!(corrections(text).first().map(String::as_str), Some(expected), "{text}");
    }

    #[test]
    fn codes_are_found_by_what_people_write() {
        check(currencies, "kr", "SEK");
        check(currencies, "sek", "SEK");
        check(countries, "Sverige", "SE");
        check(countries, "swe", "SE");
        check(countries, "se", "SE");
        check(media_types, "PDF", "application/pdf");
        check(media_types, ".docx", MEDIA_TYPES[2].1);
        check(media_types, "text/html; charset=utf-8", "text/html");
        check(licences, "CC0", "http://creativecommons.org/publicdomain/zero/1.0/");
        check(licences, "cc by 4.0", "http://creativecommons.org/licenses/by/4.0/");
        check(licences, "CC BY-SA", "http://creativecommons.org/licenses/by-sa/4.0/");
        check(time_zones, "Stockholm", "Europe/Stockholm");
        check(time_zones, "Europe/Stokholm", "Europe/Stockholm");
        check(time_zones, "Sverige", "Europe/Stockholm");
        assert!(licences("CC BY 3.0").is_empty() && licences("MIT").is_empty());
    }
}
