use anslag_wording::wording;
use rust_decimal::prelude::{FromPrimitive, ToPrimitive};
use serde::Serialize;
use std::fmt;
use thiserror::Error;

/// Decimal number of at most 15 significant digits that is not negative, unless it says where something is. It is exact, also after a round trip through
/// JSON.
///
/// It is written with a point and at least one decimal, the same in every format: `60.0`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal(rust_decimal::Decimal);

impl Decimal {
    /// Parses digits with at most one decimal point, such as `60` or `33.3`.
    pub fn new(value: &str) -> Result<Self, NumberError> {
        Self::parse(value)
    }

    /// Parses a number that may be negative, such as `-9.14`. Only degrees are.
    pub fn signed(value: &str) -> Result<Self, NumberError> {
        match value.strip_prefix('-') {
            Some(digits) => Self::parse(digits).map(|number| Self(-number.0)),
            None => Self::parse(value),
        }
    }

    /// Rounds a number of measured size to some decimals; `None` if it is not finite.
    pub(crate) fn from_f64(value: f64, decimals: u32) -> Option<Self> {
        let number = rust_decimal::Decimal::from_f64(value)?;
        Some(Self(number.round_dp(decimals).normalize()))
    }

    /// Rounds degrees that a program has written to six decimals; `None` if they are not finite.
    #[must_use]
    pub fn of_degrees(value: f64) -> Option<Self> {
        Self::from_f64(value + 0.0, 6)
    }

    /// Returns the number of millionths.
    pub(crate) fn millionths(self) -> i64 {
        (self.0 * rust_decimal::Decimal::from(1_000_000)).to_i64().expect("degrees are small")
    }

    pub(crate) fn from_millionths(value: i64) -> Self {
        Self(rust_decimal::Decimal::new(value, 6).normalize())
    }

    /// Returns the number with at most some decimals.
    pub(crate) fn rounded(self, decimals: u32) -> Self {
        Self(self.0.round_dp(decimals).normalize())
    }

    /// Returns the nearest double.
    pub(crate) fn to_f64(self) -> f64 {
        self.0.to_f64().expect("15 digits fit into a double")
    }

    fn parse(value: &str) -> Result<Self, NumberError> {
        let plain = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || c == '.');
        let parsed = rust_decimal::Decimal::from_str_exact(value).ok().filter(|_| plain).ok_or(NumberError::Syntax)?;
        let normal = parsed.normalize();
        if normal.mantissa().unsigned_abs() >= 10_u128.pow(15) {
            return Err(NumberError::Precision);
        }
        Ok(Self(normal))
    }

    /// Formats the number as people write it: an integer has no decimals.
    #[must_use]
    pub fn plain(self) -> String {
        self.0.to_string()
    }

    /// Returns whether the number is 0.
    #[must_use]
    pub fn is_zero(self) -> bool {
        self.0.is_zero()
    }

    /// Returns the exact sum.
    #[must_use]
    pub fn sum(values: impl Iterator<Item = Self>) -> rust_decimal::Decimal {
        values.map(|value| value.0).sum()
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.0.scale() == 0 { write!(f, "{}.0", self.0) } else { write!(f, "{}", self.0) }
    }
}

impl Serialize for Decimal {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}

/// Share in per cent: 0 to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Percent(Decimal);

impl Percent {
    /// Checks that a number is from 0 to 100.
    pub fn new(value: Decimal) -> Result<Self, NumberError> {
        if value.0 > rust_decimal::Decimal::ONE_HUNDRED {
            return Err(NumberError::Percent { value });
        }
        Ok(Self(value))
    }

    /// Returns the number.
    #[must_use]
    pub const fn value(self) -> Decimal {
        self.0
    }
}

wording! {
    /// Reason why a value is no number of the wanted kind.
    #[derive(Clone, Debug, PartialEq, Eq, Error)]
    pub enum NumberError {
        /// Something else than digits with at most one decimal point.
        Syntax
            en("invalid number: it must consist of digits with at most one decimal point")
            sv("ogiltigt tal: det ska bestå av siffror med högst en decimalpunkt"),
        /// More than 15 significant digits.
        Precision
            en("invalid number: more than 15 significant digits")
            sv("ogiltigt tal: mer än 15 värdesiffror"),
        /// A share of more than 100 per cent.
        Percent {
            /// Number as given.
            value: Decimal,
        }
            en("invalid share of {} %", *value)
            sv("ogiltig andel på {} %", *value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: Result<&str, NumberError>) {
        assert_eq!(Decimal::new(value).map(|number| number.to_string()), expected.map(str::to_owned));
    }

    #[test]
    fn decimals_have_one_form() {
        check("60", Ok("60.0"));
        check("33.30", Ok("33.3"));
        check("0.0001", Ok("0.0001"));
        check("100", Ok("100.0"));
        check("1e3", Err(NumberError::Syntax));
        check("-1", Err(NumberError::Syntax));
        check(&format!("0.{}1", "0".repeat(28)), Err(NumberError::Syntax));
        check("", Err(NumberError::Syntax));
        check(".", Err(NumberError::Syntax));
        check("1234567890123456", Err(NumberError::Precision));
    }
}
