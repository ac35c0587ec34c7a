//! Bound on HTML that html5ever would take minutes to escape.

/// Maximum number of bytes that html5ever may search for each byte of HTML when it escapes text.
const MAX_SEARCHED: usize = 1 << 12;

/// Returns whether html5ever escapes the text of HTML in time linear in its length.
#[must_use]
pub fn is_quickly_escaped(html: &str) -> bool {
    searched_bytes(html) <= MAX_SEARCHED.saturating_mul(html.len())
}

/// Returns the number of bytes that html5ever searches when it serialises the HTML.
///
/// For each `&`, and for each character that begins with the same byte as a no-break space, it searches the rest of the
/// text up to the next `<` or `>`.
fn searched_bytes(html: &str) -> usize {
    let of_text = |text: &str| text.len() * text.bytes().filter(|byte| matches!(byte, b'&' | 0xc2)).count();
    html.split(['<', '>']).map(of_text).fold(0, usize::saturating_add)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn searched_bytes_are_those_of_each_text() {
        assert_eq!(searched_bytes("<p>a & b</p>"), 5);
        assert_eq!(searched_bytes("<p>&&§</p><p>&amp;</p>"), 4 * 3 + 5);
    }
}
