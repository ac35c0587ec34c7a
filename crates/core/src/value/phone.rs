use crate::{Country, Iri, value::country::without_trunk};
use anslag_wording::wording;
use serde::{Serialize, Serializer};
use std::fmt;
use thiserror::Error;

/// Telephone number: `+` and at most 15 digits (ITU-T E.164), or a short number of one country, such as 112. Beside it
/// stands how the source writes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone {
    number: Box<str>,
    written: Box<str>,
    /// Calling code of the country in which a short number can be dialled.
    context: Option<&'static str>,
}

impl Phone {
    /// Parses a number with its calling code, with or without separators: `+46 521 72 23 93`.
    pub fn new(value: &str) -> Result<Self, PhoneError> {
        Self::parse(value, None)
    }

    /// Parses a number as people of `country` write it.
    ///
    /// ```
    /// use anslag_core::{Country, Phone};
    ///
    /// let sweden = Country::new("SE")?;
    /// assert_eq!(Phone::national("0521-72 23 93", sweden)?.as_str(), "+46521722393");
    /// assert_eq!(Phone::national("113 13", sweden)?.iri().as_str(), "tel:11313;phone-context=+46");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn national(value: &str, country: Country) -> Result<Self, PhoneError> {
        Self::parse(value, Some(country))
    }

    /// Parses the numbers of one field as people of `country` write them: one or several, with words such as `(växel)`.
    ///
    /// ```
    /// use anslag_core::{Country, Phone};
    ///
    /// let phones = Phone::several("0521-72 10 00 (växel) eller 112", Country::new("SE")?)?;
    /// assert_eq!((phones[0].as_str(), phones[0].written()), ("+46521721000", "0521-72 10 00 (växel)"));
    /// assert_eq!(phones[1].as_str(), "112");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn several(value: &str, country: Country) -> Result<Vec<Self>, PhoneError> {
        let one = |part: &str| {
            let phone = Self::national(&without_words(part), country)?;
            Ok(Self { written: part.trim().into(), ..phone })
        };
        // A slash can stand between area code and number, so that one number is tried first.
        let error = match one(value) {
            Ok(phone) => return Ok(vec![phone]),
            Err(error) => error,
        };
        let words = value.split(' ').map(|word| if CONJUNCTIONS.contains(&bare(word).as_str()) { "," } else { word });
        let listed = words.collect::<Vec<_>>().join(" ");
        let parts = listed.split([',', ';', '/', '\n']).filter(|part| !part.trim().is_empty());
        let parts: Vec<&str> = parts.collect();
        if parts.len() < 2 { Err(error) } else { parts.into_iter().map(one).collect() }
    }

    /// Returns the number as the source writes it, which is how people know it: `0521-72 23 93`.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.written
    }

    /// Returns the number: with its calling code, or the digits of a short number.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.number
    }

    /// Returns the number as a `tel:` IRI (RFC 3966). A short number has the country as its context.
    #[must_use]
    pub fn iri(&self) -> Iri {
        Iri::minted(match self.context {
            Some(code) => format!("tel:{};phone-context=+{code}", self.number),
            None => format!("tel:{}", self.number),
        })
    }

    fn parse(value: &str, country: Option<Country>) -> Result<Self, PhoneError> {
        // "+46 (0)521" is a Swedish habit.
        let international = value.trim_start().starts_with('+') || value.trim_start().starts_with("00");
        let written = if international { value.replacen("(0)", "", 1) } else { value.to_owned() };
        let digits: String = written.chars().filter(|&c| !is_separator(c)).collect();
        let digits = match (digits.strip_prefix('+'), digits.strip_prefix("00"), country) {
            (Some(rest), ..) | (None, Some(rest), _) => without_trunk(rest),
            (None, None, None) => return Err(PhoneError::NoCallingCode),
            (None, None, Some(country)) => {
                let (code, trunk) = country.dialling().ok_or(PhoneError::NoCallingCode)?;
                if country.has_short_number(&digits) {
                    return Ok(Self { number: digits.into(), written: value.trim().into(), context: Some(code) });
                }
                let rest = digits.strip_prefix(trunk).ok_or(PhoneError::NoTrunkPrefix { prefix: trunk })?;
                format!("{code}{rest}")
            }
        };
        if let Some(found) = digits.chars().find(|c| !c.is_ascii_digit()) {
            return Err(PhoneError::Character { found });
        }
        if digits.starts_with('0') || !(7..=15).contains(&digits.len()) {
            return Err(PhoneError::Length { digits: digits.len() });
        }
        Ok(Self { number: format!("+{digits}").into(), written: value.trim().into(), context: None })
    }
}

impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.number)
    }
}

impl AsRef<str> for Phone {
    fn as_ref(&self) -> &str {
        &self.number
    }
}

impl Serialize for Phone {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.number)
    }
}

/// Words beside a number that say what it is.
const NAMES: [&str; 23] = [
    "tel",
    "tele",
    "telefon",
    "telefonnummer",
    "telefonnr",
    "tfn",
    "phone",
    "puhelin",
    "puh",
    "ring",
    "nummer",
    "växel",
    "växeln",
    "vx",
    "vxl",
    "växelnummer",
    "växelnr",
    "switchboard",
    "vaihde",
    "direkt",
    "direktnummer",
    "mobil",
    "mob",
];

/// Words between numbers.
const CONJUNCTIONS: [&str; 7] = ["eller", "och", "or", "and", "samt", "alt", "tai"];

/// Returns a number without the words beside it, and without what stands between parentheses if it has letters.
fn without_words(value: &str) -> String {
    let value = value.trim();
    let mut rest = value.strip_prefix("tel:").unwrap_or(value);
    let mut number = String::new();
    while let Some((before, after)) = rest.split_once('(') {
        number.push_str(before);
        match after.split_once(')').filter(|(inside, _)| is_remark(inside)) {
            Some((_, after)) => {
                number.push(' ');
                rest = after;
            }
            None => {
                number.push('(');
                rest = after;
            }
        }
    }
    number.push_str(rest);
    number.split(' ').filter(|word| !NAMES.contains(&bare(word).as_str())).collect::<Vec<_>>().join(" ")
}

fn bare(word: &str) -> String {
    word.trim_matches(['.', ':', ',', ';']).to_lowercase()
}

fn is_remark(text: &str) -> bool {
    text.chars().any(char::is_alphabetic) && !text.contains(|c: char| c.is_ascii_digit())
}

fn is_separator(c: char) -> bool {
    c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2013}' | '(' | ')' | '/' | '.')
}

wording! {
    /// Reason why a string is no telephone number.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum PhoneError {
        /// Something that is neither a digit nor a separator.
        Character {
            /// First such character.
            found: char,
        }
            en("invalid telephone number: unexpected {found:?}")
            sv("ogiltigt telefonnummer: oväntat {found:?}"),
        /// A number that begins with neither `+` nor `00`, and no known country in whose national form it could be.
        NoCallingCode
            en("invalid telephone number: missing calling code")
            sv("ogiltigt telefonnummer: landskod saknas"),
        /// A national number that does not begin as numbers of that country do.
        NoTrunkPrefix {
            /// Prefix with which national numbers begin.
            prefix: &'static str,
        }
            en("invalid telephone number: missing area code, since it begins neither with `+` nor with `{prefix}`")
            sv("ogiltigt telefonnummer: riktnumret saknas, för det börjar varken med `+` eller `{prefix}`"),
        /// Too few or too many digits, or a calling code that begins with 0.
        Length {
            /// Number of digits.
            digits: usize,
        }
            en("invalid telephone number: with its calling code it must have 7 to 15 digits and not begin with 0; this has {digits}")
            sv("ogiltigt telefonnummer: med landskod ska det ha 7 till 15 siffror och inte börja med 0; det här har {digits}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, country: &str, expected: Result<&str, PhoneError>) {
        let number = Phone::national(value, Country::new(country).unwrap());
        assert_eq!(number.map(|number| number.to_string()), expected.map(str::to_owned));
    }

    #[test]
    fn numbers_as_people_write_them() {
        check("0521-72 23 93", "SE", Ok("+46521722393"));
        check("+46 (0)521-72 23 93", "SE", Ok("+46521722393"));
        check("+46 0521-72 23 93", "SE", Ok("+46521722393"));
        check("+39 06 1234567", "SE", Ok("+39061234567"));
        check("0046 521 72 23 93", "SE", Ok("+46521722393"));
        check("0521\u{2013}72\u{a0}23\u{a0}93", "SE", Ok("+46521722393"));
        check("736 1234", "EE", Ok("+3727361234"));
        check("+371 654 04 344", "SE", Ok("+37165404344"));
        check("72 23 93", "SE", Err(PhoneError::NoTrunkPrefix { prefix: "0" }));
        check("0521-72 23 93 ankn 4", "SE", Err(PhoneError::Character { found: 'a' }));
        check("020 7946 0000", "GB", Err(PhoneError::NoCallingCode));
        check("+46", "SE", Err(PhoneError::Length { digits: 2 }));
    }

    #[test]
    fn a_number_stays_as_it_is_written() {
        let number = Phone::national(" 0521-72 23 93 ", Country::new("SE").unwrap()).unwrap();
        assert_eq!((number.as_str(), number.written()), ("+46521722393", "0521-72 23 93"));
    }

    #[test]
    fn short_numbers_are_those_of_a_country() {
        for (value, country, iri) in [
            ("112", "SE", "tel:112;phone-context=+46"),
            ("113 13", "SE", "tel:11313;phone-context=+46"),
            ("114 14", "SE", "tel:11414;phone-context=+46"),
            ("1177", "SE", "tel:1177;phone-context=+46"),
            ("116 117", "SE", "tel:116117;phone-context=+46"),
            ("116-000", "FI", "tel:116000;phone-context=+358"),
            ("112", "DE", "tel:112;phone-context=+49"),
            ("1813", "DK", "tel:1813;phone-context=+45"),
            ("1247", "EE", "tel:1247;phone-context=+372"),
            ("999", "PL", "tel:999;phone-context=+48"),
        ] {
            let phone = Phone::national(value, Country::new(country).unwrap()).unwrap();
            assert_eq!(phone.iri().as_str(), iri, "{value}");
        }
        for (value, country) in
            [("1234", "SE"), ("722393", "SE"), ("12", "SE"), ("11", "EE"), ("1161171", "SE"), ("112", "GB")]
        {
            assert!(Phone::national(value, Country::new(country).unwrap()).is_err(), "{value}");
        }
        assert_eq!(Phone::new("112"), Err(PhoneError::NoCallingCode));
    }

    #[test]
    fn a_field_has_several_numbers_and_words() {
        #[track_caller]
        fn check(value: &str, numbers: &[&str], written: &[&str]) {
            let phones = Phone::several(value, Country::new("SE").unwrap()).unwrap();
            assert_eq!(phones.iter().map(Phone::as_str).collect::<Vec<_>>(), numbers);
            assert_eq!(phones.iter().map(Phone::written).collect::<Vec<_>>(), written);
        }
        let apart = &["0521-72 10 00", "0521-72 23 93"];
        let two = &["+46521721000", "+46521722393"];
        check("0521-72 10 00, 0521-72 23 93", two, apart);
        check("0521-72 10 00; 0521-72 23 93", two, apart);
        check("0521-72 10 00 eller 0521-72 23 93", two, apart);
        check("0521-72 10 00, eller 0521-72 23 93", two, apart);
        check("0521-72 10 00 / 0521-72 23 93", two, apart);
        check("0521-72 10 00/0521-72 23 93", two, apart);
        check("0521-72 10 00\n0521-72 23 93", two, apart);
        check("+46 (0)521 72 10 00 och 0521-72 23 93", two, &["+46 (0)521 72 10 00", "0521-72 23 93"]);
        check(
            "Tel. 0521-72 10 00 (växel), mobil: 0521-72 23 93",
            two,
            &["Tel. 0521-72 10 00 (växel)", "mobil: 0521-72 23 93"],
        );
        check("0521-72 10 00 (växel)", &two[..1], &["0521-72 10 00 (växel)"]);
        check("0521-72 10 00 vx", &two[..1], &["0521-72 10 00 vx"]);
        check("Växel: 0521-72 10 00", &two[..1], &["Växel: 0521-72 10 00"]);
        check("tel:+46521721000", &two[..1], &["tel:+46521721000"]);
        check("(0521) 72 10 00", &two[..1], &["(0521) 72 10 00"]);
        check("0521/72 10 00", &two[..1], &["0521/72 10 00"]);
        check("112 (vid fara för liv)", &["112"], &["112 (vid fara för liv)"]);
        for value in ["0521-72 10 00, 72 23 93", "0521-72 10 00 ankn 4", "växel", ",", "", "(0521", "fax 0521-72 10 00"]
        {
            assert!(Phone::several(value, Country::new("SE").unwrap()).is_err(), "{value}");
        }
    }
}
