//! Bounds on HTML whose sanitising would take minutes.

/// Maximum depth of elements: far deeper than people write, and shallow enough for html5ever, whose time grows with the
/// square of the depth.
const MAX_DEPTH: usize = 256;

/// Maximum number of bytes that html5ever may search when it escapes text: about a second's work.
const MAX_SEARCHED: usize = 1 << 33;

/// Elements without content, and elements that the next one of their kind closes: many of them need not be deep.
const FLAT: [&str; 14] = ["area", "br", "col", "dd", "dt", "hr", "img", "input", "li", "p", "td", "th", "tr", "wbr"];

/// Checks whether the sanitiser takes the HTML in reasonable time.
pub(crate) fn is_affordable(html: &str) -> bool {
    depth(html) <= MAX_DEPTH && searched_bytes(html) <= MAX_SEARCHED
}

/// Returns the greatest depth of nested elements, judged by the tags alone.
fn depth(html: &str) -> usize {
    let mut depth = 0_usize;
    let mut deepest = 0;
    for tag in html.split('<').skip(1) {
        let counts = |tag: &str| {
            let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
            !name.is_empty() && !FLAT.iter().any(|flat| flat.eq_ignore_ascii_case(name))
        };
        match tag.strip_prefix('/') {
            Some(end) => depth = depth.saturating_sub(usize::from(counts(end))),
            None => depth += usize::from(counts(tag)),
        }
        deepest = deepest.max(depth);
    }
    deepest
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
    fn depth_counts_nested_elements() {
        assert_eq!(depth("a < b &lt;div>"), 0);
        assert_eq!(depth("<div><p><br><p></div><DIV></DIV></div>"), 1);
        assert_eq!(depth("<ul><li><ul><li>a</li></ul></li></ul>"), 2);
    }

    #[test]
    fn searched_bytes_are_those_of_each_text() {
        assert_eq!(searched_bytes("<p>a & b</p>"), 5);
        assert_eq!(searched_bytes("<p>&&§</p><p>&amp;</p>"), 4 * 3 + 5);
    }
}
