use quick_xml::escape::partial_escape;

/// Renders plain text as paragraphs: an empty line separates paragraphs, a line break becomes `<br>`.
///
/// ```
/// assert_eq!(anslag_html::paragraphs("a < b\nc\n\nd"), "<p>a &lt; b<br>\nc</p>\n<p>d</p>\n");
/// ```
#[must_use]
pub fn paragraphs(text: &str) -> String {
    let mut html = String::with_capacity(text.len() * 9 / 8);
    for paragraph in text.split("\n\n").map(|paragraph| paragraph.trim_matches('\n')).filter(|p| !p.is_empty()) {
        html.push_str("<p>");
        html.push_str(&partial_escape(paragraph).replace('\n', "<br>\n"));
        html.push_str("</p>\n");
    }
    html
}

#[cfg(test)]
mod tests {
    use super::paragraphs;

    #[track_caller]
    fn check(text: &str, html: &str) {
        assert_eq!(paragraphs(text), html);
    }

    #[test]
    fn lines_and_paragraphs_are_kept_apart() {
        check("", "");
        check("\n\n\n", "");
        check("a\n\n\n\nb", "<p>a</p>\n<p>b</p>\n");
        check("a\nb\n\n\nc", "<p>a<br>\nb</p>\n<p>c</p>\n");
    }

    #[test]
    fn markup_is_text() {
        check("<b> & &amp; ]]> \"a\" 'b'", "<p>&lt;b&gt; &amp; &amp;amp; ]]&gt; \"a\" 'b'</p>\n");
    }
}
