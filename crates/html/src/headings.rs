/// Renumbers the headings of sanitised HTML, so that the highest ones have the level `top`.
///
/// The first heading gets this level, and no level is skipped on the way down. So the headings of a page are one outline,
/// however the writer has numbered those of the text. `top` is the level below that of the heading above the text.
///
/// ```
/// assert_eq!(anslag_html::nest_headings("<h1>a</h1><h4>b</h4>", 2), "<h2>a</h2><h3>b</h3>");
/// ```
#[must_use]
pub fn nest_headings(html: &str, top: usize) -> String {
    let mut nested = String::with_capacity(html.len());
    // New levels of the elements that are open.
    let (mut outline, mut open) = (Outline::new(top), Vec::new());
    let mut rest = html;
    while let Some(start) = rest.find('<') {
        nested.push_str(&rest[..start]);
        rest = &rest[start..];
        let is_end = rest.starts_with("</");
        let name = if is_end { 2 } else { 1 };
        let new_level = level(&rest[name..]).and_then(|level| {
            if is_end {
                return open.pop();
            }
            open.push(outline.nest(level));
            open.last().copied()
        });
        let kept = match new_level {
            Some(level) => {
                nested.push_str(&rest[..name]);
                nested.push('h');
                nested.push_str(&level.to_string());
                name + 2
            }
            None => {
                nested.push('<');
                1
            }
        };
        rest = &rest[kept..];
    }
    nested.push_str(rest);
    nested
}

/// New levels of the headings of a text, which are one outline.
#[derive(Clone, Debug)]
pub struct Outline {
    top: usize,
    /// Levels of the headings that the current one stands below, as they were written.
    above: Vec<u8>,
}

impl Outline {
    /// Returns an outline whose highest headings have the level `top`.
    #[must_use]
    pub const fn new(top: usize) -> Self {
        Self { top, above: Vec::new() }
    }

    /// Returns the new level of the next heading, at most 6.
    pub fn nest(&mut self, level: u8) -> usize {
        while self.above.last().is_some_and(|other| *other >= level) {
            self.above.pop();
        }
        self.above.push(level);
        (self.top + self.above.len() - 1).min(6)
    }
}

/// Returns the level of a heading, given its tag from the name on; `None` for another element.
fn level(tag: &str) -> Option<u8> {
    match tag.as_bytes() {
        [b'h', level @ b'1'..=b'6', b'>' | b' ', ..] => Some(level - b'0'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::nest_headings;

    #[track_caller]
    fn check(levels: &[u8], expected: &[u8]) {
        let html = |levels: &[u8]| levels.iter().map(|n| format!("<h{n} title=\"a\">b</h{n}>\n")).collect::<String>();
        assert_eq!(nest_headings(&html(levels), 2), html(expected));
    }

    #[test]
    fn headings_are_one_outline() {
        check(&[], &[]);
        check(&[2, 2, 3, 2], &[2, 2, 3, 2]);
        check(&[1, 2, 1], &[2, 3, 2]);
        check(&[3, 3, 2, 3], &[2, 2, 2, 3]);
        check(&[1, 4, 6, 4, 2], &[2, 3, 4, 3, 3]);
        check(&[1, 2, 3, 4, 5, 6], &[2, 3, 4, 5, 6, 6]);
    }

    #[test]
    fn other_elements_stay() {
        for html in ["<hr><p>a < b</p>", "<header>h1</header>", "</h2>", "a", "<", "</", "<h1"] {
            assert_eq!(nest_headings(html, 2), html);
        }
        assert_eq!(nest_headings("<h3><b>a</b></h3>", 2), "<h2><b>a</b></h2>");
        assert_eq!(nest_headings("<h1><div><h2>a</h2></div></h1>", 2), "<h2><div><h3>a</h3></div></h2>");
    }
}
