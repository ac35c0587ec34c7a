mod code;
mod date;
mod duration;
mod language;
mod number;

use crate::noun::Noun;
use anslag_core::{AnnouncementId, Slug, Unseen};
use std::fmt::Write as _;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Returns the values that a refused value may mean, the likeliest first.
///
/// They are guesses. The caller takes the first one that its own parser accepts, so that no help leads into the next error.
pub(crate) fn corrections(wanted: Noun, written: &str) -> Vec<String> {
    // A long text is no misspelt value.
    if written.len() > LONGEST {
        return Vec::new();
    }
    let text = tidy(written);
    let meant = match wanted {
        Noun::Number => number::corrections(&text),
        Noun::Date | Noun::Day => date::corrections(&text),
        Noun::Edtf => date::edtf_corrections(&text),
        Noun::Duration => duration::corrections(&text),
        Noun::WebAddress | Noun::Iri | Noun::RegisterKeyOrAddress => addresses(&text),
        Noun::Email => emails(&text),
        Noun::Phone => phones(&text),
        Noun::LanguageTag => language::corrections(&text),
        Noun::TimeZone => code::time_zones(&text),
        Noun::Country => code::countries(&text),
        Noun::Currency => code::currencies(&text),
        Noun::Theme | Noun::Frequency | Noun::AccessRight | Noun::Availability => vec![text.to_uppercase()],
        Noun::Licence => code::licences(&text),
        Noun::MediaType => code::media_types(&text),
        Noun::RegisterKey => slug(&text).into_iter().collect(),
        Noun::Id => ids(&text),
        Noun::OrganizationNumber => organization_numbers(&text),
        Noun::MunicipalityCode => vec![only_digits(&text)],
        Noun::Line => vec![single_spaced(&visible(written))],
        Noun::Text => vec![visible(written).trim().to_owned()],
        _ => Vec::new(),
    };
    // A number or a day without quotation marks may be just what is meant.
    [written.to_owned()].into_iter().chain(meant).collect()
}

/// Bytes of the longest value that is corrected.
const LONGEST: usize = 1000;

/// Returns the text on one line with plain spaces and hyphens, and without quotation marks around it.
fn tidy(text: &str) -> String {
    let plain = |c: char| match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c => c,
    };
    let text: String = visible(text).chars().map(plain).collect();
    single_spaced(&text).trim_matches(|c: char| is_quotation_mark(c) || c == ' ').to_owned()
}

/// Returns the words of a text with one space between them.
fn single_spaced(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Returns the text without invisible characters.
fn visible(text: &str) -> String {
    text.chars().filter(|c| !is_invisible(*c)).collect()
}

/// Returns whether nobody sees the character.
fn is_invisible(c: char) -> bool {
    !c.is_whitespace() && (c.is_control() || Unseen::new(c).is_some())
}

/// Returns whether the character is a quotation mark, straight or typographic.
pub(crate) fn is_quotation_mark(c: char) -> bool {
    matches!(c, '"' | '\'') || is_typographic(c)
}

/// Returns whether the character is a quotation mark of print, which no format takes for one.
pub(crate) fn is_typographic(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›' | '´' | '`')
}

/// Returns `true` or `false` for a word that says yes or no.
pub(crate) fn answer(text: &str) -> Option<&'static str> {
    match text.to_lowercase().as_str() {
        "true" | "yes" | "ja" | "sant" | "sann" | "on" | "på" | "1" | "y" | "j" => Some("true"),
        "false" | "no" | "nej" | "falskt" | "falsk" | "off" | "av" | "0" | "n" => Some("false"),
        _ => None,
    }
}

/// Returns a name in a-z, 0-9 and single hyphens, without the marks on letters; `None` if nothing is left.
#[must_use]
pub fn slug(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let letters: String = lower.nfd().filter(|c| !is_combining_mark(*c)).collect();
    let words = letters.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let slug = words.collect::<Vec<_>>().join("-");
    (!slug.is_empty() && slug.len() <= Slug::MAX_LEN).then_some(slug)
}

/// Returns ids that a text may mean. One without a date cannot be completed here.
fn ids(text: &str) -> Vec<String> {
    let stem = text.strip_suffix(".md").unwrap_or(text);
    let Some(slug) = slug(stem) else { return Vec::new() };
    // A date without hyphens, or with digits left out, is written in full.
    let parts: Vec<&str> = slug.splitn(4, '-').collect();
    let of_date = match parts[..] {
        [year, month, day, name] => date::day(year, month, day).map(|date| format!("{date}-{name}")),
        _ => None,
    };
    let compact = slug.split_once('-').and_then(|(date, name)| Some(format!("{}-{name}", date::compact_day(date)?)));
    [Some(slug), of_date, compact].into_iter().flatten().collect()
}

/// Returns the id of an announcement of a day, by an id without its date.
pub(crate) fn dated_id(text: &str, day: &str) -> Option<String> {
    let name = slug(text.strip_suffix(".md").unwrap_or(text))?;
    let id = format!("{day}-{name}");
    AnnouncementId::new(&id).ok().map(|_| id)
}

/// Returns web addresses that a text may mean: with a scheme, and percent-encoded.
fn addresses(text: &str) -> Vec<String> {
    let text = text.trim_matches(['<', '>', ' ']);
    let (scheme, rest) = match text.split_once(':') {
        Some((scheme, rest)) if rest.starts_with(['/', '\\']) => (scheme, rest.trim_start_matches(['/', '\\'])),
        _ => match text.split_once("//") {
            Some((scheme, rest)) => (scheme, rest),
            None => ("", text),
        },
    };
    let host = rest.split(['/', '?', '#', '\\']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.contains(['@', ' ', ',']) && !host.ends_with('.');
    // A name such as `protokoll.pdf` is that of a file.
    let is_file = scheme.is_empty() && host == rest && code::is_file_name(host);
    if !is_host || is_file {
        return Vec::new();
    }
    let schemes: &[&str] = match scheme.to_lowercase().as_str() {
        "http" | "htp" | "htt" | "hhtp" | "htttp" => &["http"],
        "" | "https" | "htps" | "hhtps" | "htttps" | "httsp" | "httos" => &["https"],
        _ => &[],
    };
    schemes.iter().map(|scheme| format!("{scheme}://{}", encode(&rest.replace('\\', "/")))).collect()
}

/// Percent-encodes brackets and the characters that no IRI may hold.
fn encode(address: &str) -> String {
    let mut out = String::with_capacity(address.len());
    let mut rest = address;
    while let Some(c) = rest.chars().next() {
        let is_escape = c == '%' && rest.as_bytes().get(1..3).is_some_and(|hex| hex.iter().all(u8::is_ascii_hexdigit));
        let is_fragment = c == '#' && !out.contains('#');
        let is_kept = c.is_ascii_alphanumeric()
            || "-._~:/?@!$&'()*+,;=".contains(c)
            || !c.is_ascii() && !c.is_whitespace() && !c.is_control();
        if is_escape || is_fragment || is_kept {
            out.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                write!(out, "%{byte:02X}").expect("a String takes all text");
            }
        }
        rest = &rest[c.len_utf8()..];
    }
    out
}

/// Returns the e-mail address in a text that holds more.
fn emails(text: &str) -> Vec<String> {
    let text = ["(at)", "[at]", " at ", "(a)", "[a]", "(snabel-a)", " snabel-a "]
        .iter()
        .fold(text.to_owned(), |text, at| text.replace(at, "@"))
        .replace(" @", "@")
        .replace("@ ", "@");
    let is_edge =
        |c: char| matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | ',' | ';' | ':' | '.') || is_quotation_mark(c);
    let mut found = text.split([' ', '<', '>', ',', ';']).filter(|word| word.contains('@'));
    let (Some(address), None) = (found.next(), found.next()) else { return Vec::new() };
    let address = address.trim_matches(is_edge);
    vec![address.strip_prefix("mailto:").unwrap_or(address).to_owned()]
}

/// Returns the telephone number in a text that holds more.
fn phones(text: &str) -> Vec<String> {
    let is_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '/');
    let text = text.replace(['.', '·'], " ").replace("(0)", "");
    let runs = text.split(|c| !is_number(c)).map(|run| run.trim_matches([' ', '-', '/', '(']).to_owned());
    let mut runs = runs.filter(|run| only_digits(run).len() > 4);
    let (Some(number), None) = (runs.next(), runs.next()) else { return Vec::new() };
    let international = number.strip_prefix("00").map(|rest| format!("+{rest}"));
    let joined = single_spaced(&number.replace(['(', ')', '/'], " "));
    [Some(number), international, Some(joined)].into_iter().flatten().collect()
}

/// Returns organisation numbers as they are written: without a country, and without the `16` that some programs put first.
fn organization_numbers(text: &str) -> Vec<String> {
    let digits = only_digits(text);
    let ten = match digits.len() {
        10 => &digits[..],
        12 if digits.starts_with("16") => &digits[2..],
        12 if digits.ends_with("01") && text.to_uppercase().starts_with("SE") => &digits[..10],
        _ => return Vec::new(),
    };
    vec![format!("{}-{}", &ten[..6], &ten[6..])]
}

fn only_digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
