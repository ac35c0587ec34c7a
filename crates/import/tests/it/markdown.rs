use anslag_core::{Body, limit};
use anslag_fixtures::{markdown as any_markdown, markup, shown_tokens, tokens};
use anslag_html::{BaseUrl, Sanitizer, nest_headings};
use anslag_import::markdown;
use proptest::{collection::vec, prelude::*, sample::select};

fn base() -> Option<BaseUrl> {
    BaseUrl::parse("https://a.example/nyheter/")
}

#[track_caller]
fn check(html: &str, expected: &str) {
    let written = markdown(html, base().as_ref()).unwrap();
    assert_eq!(written, expected);
    assert_eq!(Body::with_warnings(&written).unwrap().1, []);
}

fn render(markdown: &str) -> String {
    let html = Sanitizer::new().render(&Body::new(markdown).unwrap(), base().as_ref());
    nest_headings(&html, 2)
}

#[test]
fn blocks_are_those_of_markdown() {
    check("<h1>Ett</h1><h4>Två</h4><p>Tre</p>", "## Ett\n\n### Två\n\nTre");
    check("<div>Ett<p>två</p>tre</div>", "Ett\n\ntvå\n\ntre");
    check("<ul><li>a<li>b<ol start=7><li>c</ol></ul>", "- a\n\n- b\n\n  7. c");
    check("<ul><li>a<ul><li>b</ul></ul>", "- a\n  - b");
    check("<ul><li>a</ul><ul><li>b</ul>", "- a\n\n* b");
    check("<ul><li><p>a</p><p>b</p><li></ul>", "- a\n\n  b");
    check("<ul><a href='b'>lös</a><li>c</ul>", "- lös\n- c");
    check("<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b");
    check("<pre><code>a  `b`\n\n# c\n</code></pre>", "```\na  `b`\n\n# c\n```");
    check("<dl><dt>Tid<dd>kl. 9</dl>", "**Tid**\n\nkl. 9");
    check("<p>a</p><hr><p> &nbsp; </p><p></p>", "a\n\n___");
}

#[test]
fn words_keep_their_marks() {
    check("<p> a <b> b </b><i>c</i> </p>", "a **b** *c*");
    check("<b>a</b><i>b</i>", "**a**_b_");
    check("<b><p>a</p><p>b</p></b>", "**a**\n\n**b**");
    check("<p>a<br>b<br></p>", "a\\\nb");
    check("a<br><br>b<br>&#32;<br>c", "a\n\nb\n\nc");
    check("<a href='b.pdf'><div>a</div></a>", "[a](https://a.example/nyheter/b.pdf)");
    check("<a href='javascript:x'>a</a> <a href=' tel:0521-72 10 00'>b</a>", "a [b](tel:0521-72%2010%2000)");
    check(
        "<a href='/b'><img src=c.png alt='d [e]'></a>",
        "[![d \\[e\\]](https://a.example/nyheter/c.png)](https://a.example/b)",
    );
    check("<code>a `b</code> <span>väg\u{ad}arbete</span>", "``a `b`` vägarbete");
}

#[test]
fn tables_are_those_of_markdown() {
    check(
        "<table><caption>Tider</caption><tr><th>Dag<th>Tid<tr><td>mån<td>9|10<br>11</table>",
        "Tider\n\n| Dag | Tid |\n| --- | --- |\n| mån | 9\\|10 11 |",
    );
    check("<table><tr><td>a<td>b</table>", "| | |\n| --- | --- |\n| a | b |");
    check(
        "<table><tr><th>a<th>b<th>c<tr><td rowspan=2>d<td colspan=2>e<tr><td>f<td>g</table>",
        "| a | b | c |\n| --- | --- | --- |\n| d | e | |\n| | f | g |",
    );
    check("<table><tr><td><h2>a</h2><td><p>b</table>", "## a\n\nb");
}

#[test]
fn what_runs_or_loads_is_left_out() {
    check("a<script>b</script><style>c</style><iframe src=d></iframe><svg><title>e</title></svg>f", "af");
    check("<img src=x onerror=alert(1)><img alt=y>", "![](https://a.example/nyheter/x)");
    check("<form><input value=a><button>b</button></form>c", "c");
}

#[test]
fn text_that_looks_like_markup_stays_text() {
    for text in [
        "# a",
        "1. a",
        "- a",
        "+ a",
        "> a",
        "a\\b",
        "*a* _b_ ~~c~~ `d`",
        "[a](b)",
        "![a](b)",
        "<b>a</b>",
        "&lt;",
        "---",
        "===",
        "| a |",
        "a_b",
    ] {
        let html = text.replace('&', "&amp;").replace('<', "&lt;");
        let written = markdown(&html, None).unwrap();
        assert_eq!(Body::new(&written).unwrap().text(), text, "{written}");
        let lines = markdown(&format!("a<br>{html}"), None).unwrap();
        assert_eq!(Body::new(&lines).unwrap().text(), format!("a\n{text}"), "{lines}");
    }
}

#[test]
fn html_that_is_too_deep_or_too_long_is_refused() {
    assert_eq!(markdown(&"<div>".repeat(100_000), None), Err(limit::BODY_LEVELS));
    assert_eq!(markdown(&"<p>a</p>".repeat(1 << 19), None), Err(limit::BODY));
}

/// Returns HTML without the white space and the ends of emphasis that a page does not show.
fn shown(html: &str) -> String {
    let html = html.split_ascii_whitespace().collect::<Vec<_>>().join(" ").replace(" <br>", "<br>");
    html.replace("</em><em>", "").replace("</strong><strong>", "").replace("</del><del>", "")
}

/// Markdown without HTML and footnotes, which rendered HTML does not show.
fn plain_markdown() -> impl Strategy<Value = String> {
    let piece = select(vec![
        "Anna",
        "9",
        "å",
        "45.",
        "(x)",
        "– Ja,",
        "10\u{a0}000",
        "*a*",
        "***b***",
        "**c** *d*",
        "*a **b***",
        "~~e~~",
        "`kod`",
        "`` a`b ``",
        "\\*",
        "\\[x]",
        "&amp;amp;",
        "a_b_c",
        "# x",
        "x \\#",
        "!",
        "[länk](https://x.se/y_z?a=b&c)",
        "[t](https://x.se/ \"en 'titel'\")",
        "[(p)](<https://x.se/a(b)>)",
        "![karta *x*](https://a.se/b.png)",
        "[![bild](d.png)](https://x.se)",
        "https://a.se/b?c=d",
        "www.a.se",
        "a.b@c.se",
        "<https://e.se>",
        "rad\\\nrad",
        "**Kontakt:** Anna",
    ]);
    let words = vec((piece, select(vec![" ", ", ", " – "])), 1..6).prop_map(|pieces| {
        let text: String = pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect();
        text.trim().to_owned()
    });
    let line = words.clone().prop_map(|words| words.replace("\\\n", ""));
    let table = vec(vec(line.clone(), 2), 1..4).prop_map(|rows| {
        let rows: Vec<String> = rows.iter().map(|row| format!("| {} |", row.join(" | "))).collect();
        format!("{}\n|---|---|\n{}", rows[0], rows[1..].join("\n"))
    });
    let block = prop_oneof![
        4 => words,
        1 => (line, 1_usize..4).prop_map(|(line, level)| format!("{} {line}", "#".repeat(level))),
        1 => table,
        1 => select(vec!["***", "```\na  b\n\n  <c>\n```"]).prop_map(str::to_owned),
    ];
    block.prop_recursive(3, 16, 4, |inner| {
        let mark = select(vec!["-", "*", "1.", "45.", "3)"]);
        let list = (vec(vec(inner.clone(), 1..3), 1..4), mark, any::<bool>()).prop_map(|(items, mark, is_loose)| {
            let indent = format!("\n{}", " ".repeat(mark.len() + 1));
            let item = |blocks: Vec<String>| format!("{mark} {}", blocks.join("\n\n").replace('\n', &indent));
            items.into_iter().map(item).collect::<Vec<_>>().join(if is_loose { "\n\n" } else { "\n" })
        });
        let quote = inner.clone().prop_map(|block| format!("> {}", block.replace('\n', "\n> ")));
        prop_oneof![list, quote, vec(inner, 1..4).prop_map(|blocks| blocks.join("\n\n"))]
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rendered_markdown_comes_back(source in plain_markdown()) {
        let html = render(&source);
        // Nobody misses an empty item.
        prop_assume!(!html.contains("<li></li>"));
        let written = markdown(&html, base().as_ref()).unwrap();
        prop_assert_eq!(shown(&render(&written)), shown(&html), "{}", written);
    }

    #[test]
    fn no_word_is_lost(source in any_markdown()) {
        let html = render(&source);
        let written = markdown(&html, base().as_ref()).unwrap();
        // The numbers of empty items are words as well.
        prop_assume!(render(&written).matches("<li>").count() == html.matches("<li>").count());
        let body = Body::new(&written).unwrap();
        let words = |tokens: Vec<String>| tokens.into_iter().filter(|token| token.contains(char::is_alphanumeric)).collect::<Vec<_>>();
        prop_assert_eq!(words(tokens(body.text())), words(shown_tokens(&html)), "{}\n{}", html, written);
    }

    #[test]
    fn any_html_is_a_body_without_html(html in markup()) {
        if let Ok(written) = markdown(&html, None) {
            let body = Body::new(&written).unwrap();
            prop_assert!(!body.events().any(|event| matches!(event, pulldown_cmark::Event::Html(_) | pulldown_cmark::Event::InlineHtml(_))), "{}", written);
        }
    }
}
