use anslag_core::Body;
use anslag_html::{BaseUrl, Sanitizer};

const BASE: &str = "https://www.example.org/nyheter/projekt.html?sida=1";

fn render(markdown: &str, base: Option<&str>) -> String {
    let base = base.map(|base| BaseUrl::parse(base).unwrap());
    Sanitizer::new().render(&Body::new(markdown).unwrap(), base.as_ref())
}

#[track_caller]
fn check(markdown: &str, expected: &str) {
    assert_eq!(render(markdown, Some(BASE)).trim(), expected);
}

#[test]
fn what_runs_or_loads_is_removed() {
    check("<script>alert(1)</script>\n\nText", "<p>Text</p>");
    check("<style>p { color: red }</style>\n\nText", "<p>Text</p>");
    check("<iframe src=\"https://example.com/\"></iframe>\n\nText", "<p>Text</p>");
    check("a <b onclick=\"alert(1)\" style=\"color: red\">b</b>", "<p>a <b>b</b></p>");
    check("<img src=x onerror=alert(1)>\n\nText", "<img src=\"https://www.example.org/nyheter/x\">\n<p>Text</p>");
    check("[a](javascript:alert(1))", "<p>a</p>");
    check("[a](JaVaScRiPt:alert(1))", "<p>a</p>");
    check("<a href=\"java&#10;script:alert(1)\">a</a> b", "<p><a>a</a> b</p>");
    check("![alt](data:image/png;base64,AAAA)", "<p>alt</p>");
    check("[a](data:text/html,x) [b](vbscript:x)", "<p>a b</p>");
    check("<q cite=\"javascript:alert(1)\">a</q> b", "<p><q>a</q> b</p>");
}

#[test]
fn addresses_are_resolved() {
    let links = "[a](b.html) [c](/d) [e](//f.example/g) [h](#i) [j](?k) [l](mailto:m@example.org)";
    let html = render(links, Some(BASE));
    let found: Vec<_> = html.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    let expected = [
        "https://www.example.org/nyheter/b.html",
        "https://www.example.org/d",
        "https://f.example/g",
        "https://www.example.org/nyheter/projekt.html?sida=1#i",
        "https://www.example.org/nyheter/projekt.html?k",
        "mailto:m@example.org",
    ];
    assert_eq!(found, expected);
}

#[test]
fn relative_addresses_are_removed_without_a_base() {
    let html = render("[a](b.html) ![c](d.png) [e](https://f.example/)", None);
    let link = "<a href=\"https://f.example/\" rel=\"noopener noreferrer\">e</a>";
    assert_eq!(html, format!("<p><a>a</a> <img alt=\"c\"> {link}</p>\n"));
}

#[test]
fn a_base_is_an_address_to_resolve_against() {
    for address in ["urn:isbn:0451450523", "http://[v1.x]/", "mailto:a@example.org", "/nyheter", ""] {
        assert_eq!(BaseUrl::parse(address), None, "{address}");
    }
}

#[test]
fn a_body_that_shows_nothing_is_empty() {
    check("", "");
    check("<script>alert(1)</script>", "");
    check("<!-- nothing -->", "");
}

#[test]
fn raw_html_that_would_hide_text_gives_the_plain_text() {
    check("a <script>b</script> c", "<p>a b c</p>");
    check("a <textarea> *b*\n\nc", "<p>a  b</p>\n<p>c</p>");
    check("a <title>b\n\nc", "<p>a b</p>\n<p>c</p>");
    check("<table>\n\nb\n\n<tr><td>\n\nc", "<p>b</p><table>\n\n<tbody><tr><td>\n<p>c</p>\n</td></tr></tbody></table>");
}

/// The sanitiser's parser would need minutes.
#[test]
fn megabytes_of_characters_to_escape_give_the_plain_text() {
    let text = "& § ".repeat(200_000);
    assert_eq!(render(&text, None), format!("<p>{}</p>\n", text.trim_end().replace('&', "&amp;")));
}

#[test]
fn what_takes_too_long_gives_the_plain_text() {
    // The elements are hidden in a drawing, where `<style>` is an element like others.
    let hidden = format!("<div><svg><style>{}</style></svg></div>", "<div>".repeat(20_000));
    check(&format!("a\n\n{hidden}\n\nb"), "<p>a</p>\n<p>b</p>");
    assert_eq!(render(&"<p>a<br>\n".repeat(2_000), None).matches("<p>").count(), 2_000);
}

#[test]
fn references_in_raw_html_bring_no_forbidden_character() {
    check("<div>a&#8;b&#13;c&#xFFFE;d&#12;e</div>", "<div>a\u{fffd}b\nc\u{fffd}d\u{fffd}e</div>");
    check("a <b title=\"&#8;\">b</b>", "<p>a <b title=\"\u{fffd}\">b</b></p>");
}

#[test]
fn tables_and_text_that_looks_like_markup_survive() {
    check("`<b>` &amp; ]]> &lt;p&gt;", "<p><code>&lt;b&gt;</code> &amp; ]]&gt; &lt;p&gt;</p>");
    check(
        "| a | b |\n|---|---|\n| c | d |",
        concat!(
            "<table><thead><tr><th>a</th>\n<th>b</th></tr></thead><tbody>\n",
            "<tr><td>c</td>\n<td>d</td></tr>\n</tbody></table>"
        ),
    );
    check("<span lang=\"ar\" dir=\"rtl\">إعلان</span> här", "<p><span lang=\"ar\" dir=\"rtl\">إعلان</span> här</p>");
}

#[test]
fn bare_addresses_are_links() {
    #[track_caller]
    fn check_text(markdown: &str, expected: &str) {
        check(markdown, &format!("<p>{expected}</p>"));
    }
    let link = |address: &str, text: &str| format!("<a href=\"{address}\" rel=\"noopener noreferrer\">{text}</a>");
    let www = link("https://www.a.se/b_c?d=1&amp;e", "www.a.se/b_c?d=1&amp;e");
    check_text("Se www.a.se/b_c?d=1&e, nu.", &format!("Se {www}, nu."));
    check_text("(https://a.se/b).", &format!("({}).", link("https://a.se/b", "https://a.se/b")));
    check_text("a_b@x.se", &link("mailto:a_b@x.se", "a_b@x.se"));
    check_text("**www.a.se**", &format!("<strong>{}</strong>", link("https://www.a.se", "www.a.se")));
    check_text("bild.png a.se ftp://a.se `www.a.se`", "bild.png a.se ftp://a.se <code>www.a.se</code>");
    check_text("[www.a.se](https://b.se)", &link("https://b.se", "www.a.se"));
}

#[test]
fn addresses_without_a_scheme_get_one() {
    let link = |address: &str| format!("<p><a href=\"{address}\" rel=\"noopener noreferrer\">a</a></p>");
    check("[a](www.b.se)", &link("https://www.b.se"));
    check("[a](b@c.se)", &link("mailto:b@c.se"));
    check("[a](<tel:0521 72 10 00>)", &link("tel:0521721000"));
}

#[test]
fn blocks_of_html_do_not_touch() {
    check("<section>a</section><section>b</section>", "<section>a</section><section>b</section>");
}

#[test]
fn footnotes_boxes_and_struck_text_are_shown() {
    check("a[^1]\n\n[^1]: b", "<p>a<sup>[1]</sup></p>\n<p>[1] b</p>");
    check("- [ ] a\n- [x] b", "<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>");
    check("~~a~~ **b:**c", "<p><del>a</del> <strong>b:</strong>c</p>");
    check("45. a\n46. b", "<ol start=\"45\">\n<li>a</li>\n<li>b</li>\n</ol>");
}
