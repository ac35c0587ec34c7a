use crate::{
    finding::Findings,
    tree::{Key, Node, Value},
};
use anslag_core::{
    AccessRight, AnnouncementId, AuthorityTable, Availability, Base, CodeError, Country, Currency, DataTheme,
    DateError, Day, Decimal, Duration, Edtf, Email, Frequency, Iri, LanguageError, LanguageTag, Licence, LicenceError,
    Line, Localized, MediaType, Moment, MunicipalityCode, NumberError, OrganizationNumber, Percent, Phone, Slug, Text,
    TextError, Zone,
};
use std::{collections::BTreeMap, fmt::Display};

pub(crate) fn line(node: &Node<'_>, findings: &Findings) -> Option<Line> {
    read_text(node, findings, "a line of text", Line::new)
}

pub(crate) fn text(node: &Node<'_>, findings: &Findings) -> Option<Text> {
    read_text(node, findings, "text", Text::new)
}

pub(crate) fn web(node: &Node<'_>, findings: &Findings) -> Option<Iri> {
    read(node, findings, "a web address", Some("write the whole address, as in `https://www.vanersborg.se/`"), Iri::web)
}

pub(crate) fn iri(node: &Node<'_>, findings: &Findings) -> Option<Iri> {
    read(
        node,
        findings,
        "an IRI",
        Some("write the whole IRI, as in `http://www.wikidata.org/entity/Q511426`"),
        Iri::new,
    )
}

pub(crate) fn base(node: &Node<'_>, findings: &Findings) -> Option<Base> {
    let help = "write an address that ends in a slash, as in `https://data.vanersborg.se/`";
    read(node, findings, "a web address", Some(help), Base::new)
}

pub(crate) fn email(node: &Node<'_>, findings: &Findings) -> Option<Email> {
    let help = "write the address alone, as in `kommun@vanersborg.se`";
    read(node, findings, "an e-mail address", Some(help), Email::new)
}

pub(crate) fn phone(node: &Node<'_>, country: Country, findings: &Findings) -> Option<Phone> {
    let help = "write it with its area code, as in `0521-72 23 93` or `+46 521 72 23 93`";
    read(node, findings, "a telephone number", Some(help), |value| Phone::national(value, country))
}

pub(crate) fn edtf(node: &Node<'_>, findings: &Findings) -> Option<Edtf> {
    let help = "write `2021-09-14`, `2021-09`, `2021`, `2021-23` (autumn) or `2021-09-14/2021-09-16`";
    read_date(node, findings, "an EDTF date", Some(help), Edtf::new)
}

pub(crate) fn moment(node: &Node<'_>, zone: &Zone, findings: &Findings) -> Option<Moment> {
    let help = "write a day as `2021-05-18`, a time as `2021-05-18T10:00:00+02:00`";
    read_date(node, findings, "a date", Some(help), |value| Moment::parse(value, zone))
}

pub(crate) fn day(node: &Node<'_>, findings: &Findings) -> Option<Day> {
    read_date(node, findings, "a day", Some("write it as `2021-05-18`"), Day::new)
}

pub(crate) fn duration(node: &Node<'_>, findings: &Findings) -> Option<Duration> {
    let help = "write `P1Y` for a year, `P6M` for six months, `P14D` for two weeks";
    read(node, findings, "a duration", Some(help), Duration::new)
}

pub(crate) fn zone(node: &Node<'_>, findings: &Findings) -> Option<Zone> {
    let parse = |value: &str| -> Result<Zone, DateError> { Zone::new(value) };
    read(node, findings, "a time zone", Some("write a name such as `Europe/Stockholm`"), parse)
}

pub(crate) fn language(node: &Node<'_>, findings: &Findings) -> Option<LanguageTag> {
    read(node, findings, "a language tag", Some("write a tag such as `sv`, `en` or `en-GB`"), LanguageTag::new)
}

pub(crate) fn country(node: &Node<'_>, findings: &Findings) -> Option<Country> {
    code(node, findings, "a country code", "write two capital letters, as in `SE`", Country::new)
}

pub(crate) fn currency(node: &Node<'_>, findings: &Findings) -> Option<Currency> {
    code(node, findings, "a currency code", "write three capital letters, as in `SEK`", Currency::new)
}

pub(crate) fn theme(node: &Node<'_>, findings: &Findings) -> Option<DataTheme> {
    let codes: Vec<_> = DataTheme::ALL.iter().map(|theme| theme.code()).collect();
    code(node, findings, "a theme", &format!("the themes are {}", codes.join(", ")), DataTheme::new)
}

pub(crate) fn frequency(node: &Node<'_>, findings: &Findings) -> Option<Frequency> {
    code(node, findings, "a frequency", &codes_help(AuthorityTable::Frequency), Frequency::new)
}

pub(crate) fn access_right(node: &Node<'_>, findings: &Findings) -> Option<AccessRight> {
    code(node, findings, "an access right", &codes_help(AuthorityTable::AccessRight), AccessRight::new)
}

pub(crate) fn availability(node: &Node<'_>, findings: &Findings) -> Option<Availability> {
    code(node, findings, "an availability", &codes_help(AuthorityTable::PlannedAvailability), Availability::new)
}

/// The line of help that names every code of a table, with its Swedish word.
fn codes_help(table: AuthorityTable) -> String {
    let codes: Vec<_> = table.codes().map(|entry| format!("{} ({})", entry.code, entry.sv)).collect();
    format!("the codes are {}", codes.join(", "))
}

/// The licence of the data: one of the list, by its exact IRI.
pub(crate) fn licence(node: &Node<'_>, findings: &Findings) -> Option<Licence> {
    let address = string(node, "a licence", findings)?;
    Licence::new(address)
        .map_err(|error| {
            let help = match error {
                LicenceError::Spelling { meant } => format!("write `{}`", meant.address()),
                LicenceError::Unknown => {
                    let all = Licence::ALL.map(|licence| format!("`{}`", licence.address()));
                    format!("the licences are {}", all.join(", "))
                }
            };
            wrong_value(node, findings, "a licence", &error, Some(&help));
        })
        .ok()
}

pub(crate) fn slug(node: &Node<'_>, findings: &Findings) -> Option<Slug> {
    read(node, findings, "a key of the register", None, Slug::new)
}

pub(crate) fn id(node: &Node<'_>, findings: &Findings) -> Option<AnnouncementId> {
    read(node, findings, "an id", Some(ID_HELP), AnnouncementId::new)
}

/// How an id is written.
pub(crate) const ID_HELP: &str = "write a date and a name in a-z, 0-9 and hyphens, as in `2021-05-18-ett-namn`";

pub(crate) fn organization_number(node: &Node<'_>, findings: &Findings) -> Option<OrganizationNumber> {
    read(node, findings, "an organisation number", Some("write it as in `\"212000-1538\"`"), OrganizationNumber::new)
}

pub(crate) fn municipality_code(node: &Node<'_>, findings: &Findings) -> Option<MunicipalityCode> {
    read(node, findings, "a municipality code", Some("write it as in `\"1487\"`"), MunicipalityCode::new)
}

pub(crate) fn percent(node: &Node<'_>, findings: &Findings) -> Option<Percent> {
    number(node, findings, |value| Decimal::new(value).and_then(Percent::new))
}

pub(crate) fn decimal(node: &Node<'_>, findings: &Findings) -> Option<Decimal> {
    number(node, findings, Decimal::new)
}

pub(crate) fn media_type(node: &Node<'_>, findings: &Findings) -> Option<MediaType> {
    let help = "write it as in `application/pdf` or `image/jpeg`";
    read(node, findings, "a media type", Some(help), MediaType::new)
}

/// A number of bytes.
pub(crate) fn size(node: &Node<'_>, findings: &Findings) -> Option<u64> {
    let Value::Number(number) = &node.value else { return wrong_type(node, findings, "a number") };
    let size = number.parse().ok();
    if size.is_none() {
        let help = "write the number of bytes, as in `12345`".to_owned();
        findings.error(node.span.clone(), "no file has this size", "", Some(help));
    }
    size
}

const FLAG: &str = "`true` or `false`";

/// `true` or `false`.
pub(crate) fn flag(node: &Node<'_>, findings: &Findings) -> Option<bool> {
    match node.value {
        Value::Bool(flag) => Some(flag),
        _ => wrong_type(node, findings, FLAG),
    }
}

/// A string as it stands.
pub(crate) fn string<'n>(node: &'n Node<'_>, wanted: &str, findings: &Findings) -> Option<&'n str> {
    match &node.value {
        Value::String(value) => Some(value),
        _ => wrong_type(node, findings, wanted),
    }
}

/// A string in the main language, or a table of strings by their languages.
pub(crate) fn localized(node: &Node<'_>, main: &LanguageTag, findings: &Findings) -> Option<Localized> {
    let Value::Table(entries) = &node.value else {
        return Some(Localized::one(main.clone(), line(node, findings)?));
    };
    let mut texts = BTreeMap::new();
    for (key, value) in entries {
        let text = line(value, findings);
        let (Some(tag), Some(text)) = (language_key(key, findings), text) else { continue };
        if texts.insert(tag, text).is_some() {
            let help = "leave one of the two out".to_owned();
            findings.error(key.span.clone(), "this language stands twice", "", Some(help));
        }
    }
    if texts.is_empty() && entries.is_empty() {
        let help = "write it in the main language, as in `sv = \"…\"`".to_owned();
        findings.error(node.span.clone(), "there is no text in any language", "", Some(help));
    }
    Localized::new(texts)
}

/// A key that is a language.
pub(crate) fn language_key(key: &Key<'_>, findings: &Findings) -> Option<LanguageTag> {
    let tag: Result<_, LanguageError> = LanguageTag::new(&key.name);
    tag.map_err(|error| {
        let help = "the keys here are languages, as in `sv = \"…\"` and `en = \"…\"`".to_owned();
        findings.error(key.span.clone(), error.to_string(), "a language tag is wanted here", Some(help));
    })
    .ok()
}

/// A word of the user for a message: on one line and not too long.
pub(crate) fn shown(word: &str) -> String {
    match word.char_indices().nth(60) {
        Some((at, _)) => format!("{}…", &word[..at]),
        None => word.to_owned(),
    }
}

/// Says that the value is of a type that is not wanted; gives `None`, so that it can end a reader.
pub(crate) fn wrong_type<T>(node: &Node<'_>, findings: &Findings, wanted: &str) -> Option<T> {
    let help = match node.value {
        Value::Null => Some("leave the key out where there is nothing to say"),
        Value::String(_) if matches!(wanted, "a number" | FLAG) => Some("leave the quotation marks out"),
        Value::String(_) if wanted == "a list of words" => Some("write `[` before it and `]` after it"),
        Value::Time => Some("write the day too, as in `2021-05-18T10:00:00+02:00`"),
        Value::Number(_) | Value::Date(_) | Value::Bool(_) if wanted != "a number" => {
            Some("write text between quotation marks")
        }
        _ => None,
    };
    let help = help.map(str::to_owned);
    let message = format!("this must be {wanted}, not {}", node.value.what());
    findings.error(node.span.clone(), message, &format!("{wanted} is wanted here"), help);
    None
}

fn read<T, E: Display>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: &str,
    help: Option<&str>,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<T> {
    parsed(node, string(node, wanted, findings)?, findings, wanted, help, parse)
}

/// Text, with a help for what keeps it from being published.
fn read_text<T>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: &str,
    parse: impl FnOnce(&str) -> Result<T, TextError>,
) -> Option<T> {
    let value = string(node, wanted, findings)?;
    parse(value)
        .map_err(|error| {
            let help = match error {
                TextError::Empty => "write something, or leave the key out",
                TextError::WhiteSpace => "delete the white space at its ends",
                TextError::Character { found: '\n' | '\r', .. } => {
                    "write it on one line; `\\n` ends a line of longer texts"
                }
                TextError::Character { .. } => "delete the character, which nobody can see",
            };
            wrong_value(node, findings, wanted, &error, Some(help));
        })
        .ok()
}

/// What may be a date of TOML or a string.
fn read_date<T, E: Display>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: &str,
    help: Option<&str>,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<T> {
    match &node.value {
        Value::Date(value) => parsed(node, value, findings, wanted, help, parse),
        _ => read(node, findings, wanted, help, parse),
    }
}

fn code<T>(
    node: &Node<'_>,
    findings: &Findings,
    wanted: &str,
    help: &str,
    parse: impl FnOnce(&str) -> Result<T, CodeError>,
) -> Option<T> {
    let value = string(node, wanted, findings)?;
    // The error repeats what was given, however long it is.
    parsed(node, &shown(value), findings, wanted, Some(help), parse)
}

fn number<T>(node: &Node<'_>, findings: &Findings, parse: impl FnOnce(&str) -> Result<T, NumberError>) -> Option<T> {
    let Value::Number(value) = &node.value else { return wrong_type(node, findings, "a number") };
    let plain = plain_number(value);
    parsed(node, plain.as_deref().unwrap_or(value), findings, "a number", None, parse)
}

fn parsed<T, E: Display>(
    node: &Node<'_>,
    value: &str,
    findings: &Findings,
    wanted: &str,
    help: Option<&str>,
    parse: impl FnOnce(&str) -> Result<T, E>,
) -> Option<T> {
    parse(value).map_err(|error| wrong_value(node, findings, wanted, &error, help)).ok()
}

/// Says that the value is of the type that is wanted, and why it is wrong all the same.
fn wrong_value(node: &Node<'_>, findings: &Findings, wanted: &str, error: &impl Display, help: Option<&str>) {
    let label = format!("{wanted} is wanted here");
    findings.error(node.span.clone(), error.to_string(), &label, help.map(str::to_owned));
}

/// A number with an exponent, as JSON writes very small ones, without it. `None` where there is none, or where it is
/// out of every bound.
fn plain_number(value: &str) -> Option<String> {
    let (mantissa, exponent) = value.split_once(['e', 'E'])?;
    let exponent: i32 = exponent.parse().ok().filter(|exponent: &i32| exponent.abs() <= 30)?;
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = format!("{whole}{fraction}");
    let point = i32::try_from(whole.len()).ok()? + exponent;
    let plain = match usize::try_from(point) {
        Ok(point) if point >= digits.len() => format!("{digits:0<point$}"),
        Ok(point) => {
            format!("{}.{}", digits.get(..point).filter(|whole| !whole.is_empty()).unwrap_or("0"), digits.get(point..)?)
        }
        Err(_) => format!("0.{}{digits}", "0".repeat(usize::try_from(-point).ok()?)),
    };
    Some(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_are_written_out() {
        for (value, plain) in [
            ("1e-5", "0.00001"),
            ("1.5e-7", "0.00000015"),
            ("12.5e1", "125"),
            ("12.5e0", "12.5"),
            ("1E+3", "1000"),
            ("12.5e-2", "0.125"),
            ("12.5e-1", "1.25"),
        ] {
            assert_eq!(plain_number(value).as_deref(), Some(plain));
        }
        assert_eq!(plain_number("12.5"), None);
        assert_eq!(plain_number("1e99"), None);
    }
}
