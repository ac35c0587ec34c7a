use crate::value::{luhn::has_check_digit, string::string_type};
use anslag_wording::wording;
use thiserror::Error;

/// Swedish organisation number: ten digits, the last of which is a check digit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct OrganizationNumber(Box<str>);

string_type!(OrganizationNumber, OrganizationNumberError);

impl OrganizationNumber {
    /// Parses `212000-1538`, `212000 1538` or `2120001538`, with any hyphen or space.
    pub fn new(value: &str) -> Result<Self, OrganizationNumberError> {
        let is_separator = |c: char| c.is_whitespace() || matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
        let digits = value.trim().replacen(is_separator, "", 1);
        if digits.len() != 10 || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return Err(OrganizationNumberError::Form);
        }
        if !has_check_digit(&digits) {
            return Err(OrganizationNumberError::CheckDigit);
        }
        Ok(Self(digits.into()))
    }
}

wording! {
    /// Reason why a string is no organisation number.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum OrganizationNumberError {
        /// A number without exactly ten digits.
        Form
            en("invalid organisation number: it must have ten digits, as in `212000-1538`")
            sv("ogiltigt organisationsnummer: det ska ha tio siffror, som i `212000-1538`"),
        /// A wrong check digit.
        CheckDigit
            en("invalid organisation number: the last digit does not match the others")
            sv("ogiltigt organisationsnummer: den sista siffran stämmer inte med de andra"),
    }
}
