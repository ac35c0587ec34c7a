/// Returns the characters of a text whose first byte fits, each with its position in bytes.
///
/// Few bytes of a text fit in most cases. Blocks in which none does are passed over at once, for which compilers use the
/// vector instructions of the processor.
///
/// ```
/// use anslag_core::chars_beginning_with;
///
/// let found: Vec<_> = chars_beginning_with("1 å – 2", |byte| byte >= 0xE0).collect();
/// assert_eq!(found, [(5, '–')]);
/// ```
pub fn chars_beginning_with(text: &str, fits: impl Fn(u8) -> bool) -> impl Iterator<Item = (usize, char)> {
    let is_continuation = |byte: u8| byte & 0xC0 == 0x80;
    let mut start = 0;
    std::iter::from_fn(move || {
        let at = start + position(&text.as_bytes()[start..], |byte| !is_continuation(byte) & fits(byte))?;
        let c = text[at..].chars().next()?;
        start = at + c.len_utf8();
        Some((at, c))
    })
}

/// Returns the position of the first byte that fits.
fn position(bytes: &[u8], fits: impl Fn(u8) -> bool) -> Option<usize> {
    const BLOCK: usize = 32;
    let (blocks, _) = bytes.as_chunks::<BLOCK>();
    let has_none = |block: &&[u8; BLOCK]| !block.iter().fold(false, |any, byte| any | fits(*byte));
    let start = BLOCK * blocks.iter().take_while(has_none).count();
    bytes[start..].iter().position(|byte| fits(*byte)).map(|at| start + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn characters_are_found_wherever_they_stand(text in "[a\u{e5}\u{2013}\u{1F600}\\n]{0,200}", byte in any::<u8>()) {
            let found: Vec<_> = chars_beginning_with(&text, |own| own == byte).collect();
            let expected: Vec<_> = text.char_indices().filter(|(at, _)| text.as_bytes()[*at] == byte).collect();
            prop_assert_eq!(found, expected);
        }
    }
}
