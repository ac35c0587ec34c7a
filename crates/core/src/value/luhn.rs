/// Checks whether the last digit matches the others by Luhn's algorithm (ISO/IEC 7812-1, annex B).
///
/// Swedish organisation numbers and personal identity numbers of ten digits have such a check digit.
/// A text with anything but digits has none.
///
/// ```
/// use anslag_core::has_check_digit;
///
/// assert!(has_check_digit("2120001538") && !has_check_digit("2120001539"));
/// ```
#[must_use]
pub fn has_check_digit(digits: &str) -> bool {
    // It doubles every other digit from the right, and adds the digits of all products.
    let products = digits.bytes().rev().enumerate().map(|(at, byte)| {
        let digit = u32::from(byte) - u32::from(b'0');
        let product = if at % 2 == 0 { digit } else { 2 * digit };
        product / 10 + product % 10
    });
    !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) && products.sum::<u32>().is_multiple_of(10)
}
