use crate::{CodeError, value::string::string_type};

/// Code of a Swedish municipality (SCB): four digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MunicipalityCode(Box<str>);

string_type!(MunicipalityCode, CodeError);

impl MunicipalityCode {
    /// Parses four digits.
    pub fn new(value: &str) -> Result<Self, CodeError> {
        if value.len() != 4 || !value.bytes().all(|b| b.is_ascii_digit()) {
            return Err(CodeError::Municipality);
        }
        Ok(Self(value.into()))
    }
}
