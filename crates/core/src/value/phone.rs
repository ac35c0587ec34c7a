use crate::{Country, Iri, value::country::without_trunk, value::string::string_type};
use anslag_wording::wording;
use thiserror::Error;

/// Telephone number (ITU-T E.164): `+`, then at most 15 digits. Beside it stands how the source writes it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Phone(Box<str>, Box<str>);

string_type!(Phone, PhoneError);

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
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn national(value: &str, country: Country) -> Result<Self, PhoneError> {
        Self::parse(value, Some(country))
    }

    /// Returns the number as the source writes it, which is how people know it: `0521-72 23 93`.
    #[must_use]
    pub fn written(&self) -> &str {
        &self.1
    }

    /// Returns the number as a `tel:` IRI (RFC 3966).
    #[must_use]
    pub fn iri(&self) -> Iri {
        Iri::minted(format!("tel:{}", self.0))
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
        Ok(Self(format!("+{digits}").into(), value.trim().into()))
    }
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
}
