mod address;
mod comment;
mod emphasis;
mod error;
mod footnote;
mod html;
mod markdown;
mod nesting;
mod parser;
mod passage;
mod passage_error;
mod plain_text;
mod relative;
mod revised;
mod search;
mod unseen;
mod warning;
mod writer;

use crate::{
    Iri, chars_beginning_with, is_xml_character,
    limit::{self, Limit},
};
use nesting::Nesting;
use parser::Events;
use pulldown_cmark::{Event, Tag};
use std::{mem, ops::Range};

pub use error::BodyError;
pub use html::html_to_text;
pub use nesting::exceeded_by_html;
pub use passage::Passages;
pub use passage_error::{PassageChoice, PassageError};
pub use relative::RelativeAddress;
pub use warning::{BodyWarning, BodyWarnings};

/// The text of an announcement: Markdown (CommonMark 0.31 with GitHub's tables, footnotes, task lists, strikethrough and
/// bare addresses), and the same as plain text. It may be empty.
///
/// RDF and tables publish the plain text, and quotes are found in it. It has every word that a page shows, once and in
/// order: blocks stand apart by an empty line, items and table rows by a line break, and table cells by ` | `. A picture is
/// its alternative text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Body {
    markdown: Box<str>,
    text: Box<str>,
    /// The bytes of the text at which blocks begin.
    blocks: Box<[usize]>,
}

impl Body {
    /// Parses Markdown with lines ended by LF.
    ///
    /// ```
    /// use anslag_core::Body;
    ///
    /// let body = Body::new("## Ligger i framkant\n\nJust *Tartu* och Estland.")?;
    /// assert_eq!(body.text(), "Ligger i framkant\n\nJust Tartu och Estland.");
    /// # Ok::<(), anslag_core::BodyError>(())
    /// ```
    pub fn new(markdown: &str) -> Result<Self, BodyError> {
        Self::with_warnings(markdown).map(|(body, _)| body)
    }

    /// Parses Markdown, and returns what is not published as it is written.
    ///
    /// Each warning has the bytes of `markdown` that it is about.
    ///
    /// ```
    /// use anslag_core::{Body, BodyWarning};
    ///
    /// let (body, warnings) = Body::with_warnings("[Sök](javascript:x) <!-- ring Lisa -->")?;
    /// assert_eq!(body.text(), "Sök");
    /// assert_eq!(warnings, [(0..20, BodyWarning::UnsafeAddress { scheme: "javascript".to_owned() })]);
    /// # Ok::<(), anslag_core::BodyError>(())
    /// ```
    pub fn with_warnings(markdown: &str) -> Result<(Self, BodyWarnings), BodyError> {
        Self::with_files(markdown, &mut |_| None)
    }

    /// Parses Markdown, and writes the addresses that `address` returns in place of relative ones.
    ///
    /// ```
    /// use anslag_core::{Body, Iri};
    ///
    /// let mut address = |found: &anslag_core::RelativeAddress<'_>| {
    ///     Iri::web(&format!("https://a.example/file/{}", found.path)).ok()
    /// };
    /// let (body, _) = Body::with_files("![Bron](bro.jpg) och [sidan](/b)", &mut address)?;
    /// assert_eq!(body.markdown(), "![Bron](https://a.example/file/bro.jpg) och [sidan](/b)");
    /// # Ok::<(), anslag_core::BodyError>(())
    /// ```
    pub fn with_files(
        markdown: &str,
        address: &mut dyn FnMut(&RelativeAddress<'_>) -> Option<Iri>,
    ) -> Result<(Self, BodyWarnings), BodyError> {
        if limit::BODY.is_exceeded_by(markdown.len()) {
            let at = markdown.floor_char_boundary(limit::BODY.most);
            return Err(BodyError::OverLimit { limit: limit::BODY, at: at..at });
        }
        if let Some((at, found)) = find_forbidden(markdown) {
            return Err(BodyError::Character { found, at });
        }
        let mut warnings = BodyWarnings::new();
        let uncommented = comment::remove(unseen::remove(markdown, &mut warnings))?;
        let edits = relative::replace(&uncommented, address);
        let last = edits.last().map(|(at, _)| uncommented.original(at));
        let uncommented = if edits.is_empty() { uncommented } else { uncommented.with(edits) };
        // An address can be longer than the path in its place.
        if let Some(at) = last.filter(|_| limit::BODY.is_exceeded_by(uncommented.text.len())) {
            return Err(BodyError::OverLimit { limit: limit::BODY, at });
        }
        let mut found = BodyWarnings::new();
        let events = markdown::events(&uncommented.text, &mut found);
        if markdown::may_refer(&uncommented.text) {
            events.iter().try_for_each(|(event, _)| check(event))?;
        }
        check_nesting(&events).map_err(|(limit, at)| BodyError::OverLimit { limit, at: uncommented.original(&at) })?;
        let plain_text = plain_text::write(&uncommented.text, &events);
        warnings.extend(found.into_iter().map(|(range, warning)| (uncommented.original(&range), warning)));
        let body =
            Self { text: plain_text.text.into(), blocks: plain_text.blocks.into(), markdown: uncommented.text.into() };
        Ok((body, warnings))
    }

    /// Returns the Markdown as it was given, without its comments and without characters that nobody sees.
    #[must_use]
    pub fn markdown(&self) -> &str {
        &self.markdown
    }

    /// Returns the plain text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns the events of the Markdown, from which HTML is rendered.
    ///
    /// Footnotes stand at the end, and bare addresses are links. Links and pictures lead to relative addresses and to
    /// `http`, `https`, `mailto` and `tel`. Raw HTML is as written: whoever renders the events sanitises the result.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        markdown::events(&self.markdown, &mut BodyWarnings::new()).into_iter().map(|(event, _)| event)
    }

    /// Returns a search for passages of the plain text.
    ///
    /// ```
    /// use anslag_core::Body;
    ///
    /// let body = Body::new("– Det är ett *stort* steg, säger Anna.")?;
    /// assert_eq!(body.passages().find("Det är … steg")?, "Det är ett stort steg");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn passages(&self) -> Passages<'_> {
        Passages::new(&self.text, &self.blocks)
    }
}

impl serde::Serialize for Body {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.markdown)
    }
}

/// Returns the first character that no text may hold, with its position in bytes.
fn find_forbidden(text: &str) -> Option<(usize, char)> {
    // Beyond ASCII, XML forbids U+FFFE and U+FFFF, which begin with 0xEF.
    let is_suspect = |byte: u8| byte < b' ' && !matches!(byte, b'\t' | b'\n') || byte == 0xEF;
    chars_beginning_with(text, is_suspect).find(|&(_, c)| !is_xml_character(c) || c == '\r')
}

/// Refuses characters that Markdown names (`&#8;`), though its source does not hold them.
fn check(event: &Event<'_>) -> Result<(), BodyError> {
    let named = match event {
        Event::Text(text) | Event::Code(text) => [&**text, ""],
        Event::Start(Tag::Link { dest_url, title, .. } | Tag::Image { dest_url, title, .. }) => [&**dest_url, &**title],
        _ => return Ok(()),
    };
    match named.iter().find_map(|text| find_forbidden(text)) {
        Some((_, found)) => Err(BodyError::Reference { found }),
        None => Ok(()),
    }
}

/// Refuses a text that is nested too deeply, or has a tag with too many attributes.
fn check_nesting(events: &Events<'_>) -> Result<(), (&'static Limit, Range<usize>)> {
    let mut nesting = Nesting::default();
    // A block of HTML is one event a line.
    let mut html = String::new();
    for (event, range) in events {
        let within = match event {
            Event::Html(line) => {
                html.push_str(line);
                Ok(())
            }
            Event::InlineHtml(tag) => nesting.read(tag),
            Event::Start(tag) => match nesting::html_element(tag.to_end()) {
                Some((name, kind)) => nesting.begin(name.into(), kind),
                None => Ok(()),
            },
            Event::End(tag) => {
                let within = nesting.read(&mem::take(&mut html));
                if let Some((name, kind)) = nesting::html_element(*tag) {
                    nesting.end(name, kind);
                }
                within
            }
            _ => Ok(()),
        };
        within.map_err(|limit| (limit, range.start..range.start + 1))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(markdown: &str, text: &str) {
        assert_eq!(Body::new(markdown).unwrap().text(), text, "{markdown}");
    }

    #[test]
    fn blocks_stand_apart_by_an_empty_line() {
        check("", "");
        check("one\ntwo\n\nthree", "one two\n\nthree");
        check("# Head\ntext", "Head\n\ntext");
        check("> \\- Ett projekt, säger *A*.", "- Ett projekt, säger A.");
        check("a\\\nb", "a\nb");
        check("a  \nb", "a\nb");
        check("```\ncode\n\n  more\n```\nafter", "code\n\n  more\n\nafter");
        check("a\n\n***\n\nb", "a\n\nb");
        check("a ~~b~~ c", "a b c");
    }

    #[test]
    fn html_breaks_lines() {
        check("Adress:<br>Sundsgatan 29<br/>462 85 Vänersborg", "Adress:\nSundsgatan 29\n462 85 Vänersborg");
        check("Ett<hr>två", "Ett\ntvå");
        check("a<BR >b<br><br>c", "a\nb\nc");
        check("a<span>b</span>c", "abc");
        check("<p>a</p><p>b</p>", "a\n\nb");
        check("<div>a</div><div>b &lt; c &amp;\n  d</div>", "a\nb < c & d");
        check("a\n\n<section>b</section>\nc", "a\n\nb\n\nc");
        check("<ul><li>a<li>b</ul><ol start=3><li>c</li><li>d</li></ol>", "- a\n- b\n\n3. c\n4. d");
        check("<table><tr><th>a<th>b<tr><td><td>c</table>", "a | b\n| c");
        check("<pre>\na\n  b\n</pre>", "a\n  b");
        check("<script>a</script>\n\nb <img src=x alt=\"c  d\">e", "b c d e");
        check("a <b>bold</b> word\n\n<div>kept</div>", "a bold word\n\nkept");
    }

    #[test]
    fn items_and_rows_stand_apart_by_a_line_break() {
        check("- one\n- two\n\nafter", "- one\n- two\n\nafter");
        check("- one\n\n- two", "- one\n\n- two");
        check("- one\n-\n- ![three](x.png)\n- <br>\n- five", "- one\n-\n- three\n-\n- five");
        check("- a\n  > b", "- a\n\n  b");
        check("- a\n\n  ```\n  b\n    c\n  ```", "- a\n\n  b\n    c");
        check("- [ ] a\n- [x] b", "- ☐ a\n- ☑ b");
    }

    #[test]
    fn numbers_of_items_are_text() {
        check("45. Beslut\n46. Beslut", "45. Beslut\n46. Beslut");
        check("2026. var ett bra år", "2026. var ett bra år");
        check("1) ett\n2) två", "1) ett\n2) två");
        check(
            "1. one\n   - inner\n     1. deep\n   - more\n2. two",
            "1. one\n   - inner\n     1. deep\n   - more\n2. two",
        );
        check("- - a\n- 1. b", "- - a\n- 1. b");
    }

    #[test]
    fn cells_keep_their_separators() {
        check("| a | b |\n|---|---|\n| c | d |\n\nafter", "a | b\nc | d\n\nafter");
        check("| | | a |\n|---|---|---|\n| | b | |\n| | | |\n|c|", "| | a\n| b |\n| |\nc | |");
        check("|a|b|\n|--|--|\n|![c](x.png)|<br>|\n|9<br>10|d\\|e|", "a | b\nc |\n9 10 | d|e");
    }

    #[test]
    fn pictures_are_their_alternative_text() {
        check("[a *link*](https://example.org/ \"t\") and ![b *c*](x.png).", "a link and b c.");
        check("![a](x.png)![b](y.png)c", "a b c");
    }

    #[test]
    fn footnotes_stand_at_the_end() {
        check(
            "[^b]: två\n\nSe[^a] och[^B], igen[^a].\n\n[^a]: ett\n\n    mer\n[^c]: tre",
            "Se[1] och[2], igen[1].\n\n[1] ett\n\nmer\n\n[2] två\n\n[3] tre",
        );
        check("a[^1]\n\n[^1]:\n    - b", "a[1]\n\n[1]\n\n- b");
        check("- a[^1]\n\n  [^1]: b\n- c", "- a[1]\n\n- c\n\n[1] b");
        check("a[^1]", "a[^1]");
    }

    #[test]
    fn emphasis_stands_beside_letters() {
        check("**Kontakt:**Anna, **Telefon:**0521 **nu** *s.:*a", "Kontakt:Anna, Telefon:0521 nu s.:a");
        check("se**\"Anna\"** och ***(x)***y", "se\"Anna\" och (x)y");
        check(
            "Pris*, antal*, *.pdf och *.docx\n\na**, b**, \\*\\*a:\\*\\*b",
            "Pris*, antal*, *.pdf och *.docx\n\na**, b**, **a:**b",
        );
        check("`**a:**b`\n\n    **a:**b", "**a:**b\n\n**a:**b");
    }

    #[test]
    fn comments_are_not_published() {
        #[track_caller]
        fn check(markdown: &str, published: &str) {
            let (body, warnings) = Body::with_warnings(markdown).unwrap();
            assert_eq!(body.markdown(), published, "{markdown}");
            assert_eq!(warnings, [], "{markdown}");
            assert_eq!(Body::new(published).unwrap(), body, "{markdown}");
        }
        check("a <!-- x --> b", "a b");
        check("a<!-- x -->b", "ab");
        check("a\n<!-- x\n\ny -->\nb", "a\n\nb");
        check("a <!-- x\n\n- `y\n--> b", "a b");
        check("<!-- x --> b", "b");
        check("a  <!-- x -->\nb", "a\nb");
        check("> a\n> <!-- x\n> y -->\n> b", "> a\n>\n> b");
        check("- a\n- <!-- x -->\n- b", "- a\n-\n- b");
        check("1. a\n\n<!-- x -->\n\n1. b", "1. a\n\n<!---->\n\n1. b");
        check("1. a\n\n<!-- x -->\n\n2. b", "1. a\n\n\n\n2. b");
        check("|a|\n|-|\n|b| <!-- x --> |\n|c|", "|a|\n|-|\n|b| |\n|c|");
        check("`<!-- x -->` \\<!-- y -->", "`<!-- x -->` \\<!-- y -->");
        check("```\n<!-- x -->\n[//]: # (y)\n```", "```\n<!-- x -->\n[//]: # (y)\n```");
        check("a\n\n    <!-- x -->", "a\n\n    <!-- x -->");
        check("a\n\n[//]: # (x)\n\nb", "a\n\n\nb");
        check("[//]: # (x)\n[//]: # \"y\"\n[comment]: <> (z)\n[_]: # 'å'\n[//]: # (ä (ö))\nb", "b");
        check("a\n[//]: # (x)\nb\n[//]: # y", "a\nb\n");
        check("[//]: # (x\ny)\nb\n[//]: # (z\nå)\nc", "b\nc");
        check("[//]: #\n  (x)\nb", "b");
        check("- a\n[//]: # (x)\n- b", "- a\n- b");
        check("> [//]: # (x)\n> b", "> \n> b");
    }

    #[test]
    fn a_comment_that_never_ends_is_refused() {
        assert_eq!(Body::new("a <!-- b"), Err(BodyError::Comment { at: 2 }));
        assert_eq!(Body::new("<!-- a -->b\n\n<!-- b\n\nc"), Err(BodyError::Comment { at: 13 }));
    }

    #[test]
    fn warnings_name_the_place() {
        #[track_caller]
        fn check(markdown: &str, place: &str, warning: &BodyWarning) {
            let markdown = format!("å <!-- x --> {markdown}");
            let (_, warnings) = Body::with_warnings(&markdown).unwrap();
            let found: Vec<_> = warnings.iter().map(|(range, warning)| (&markdown[range.clone()], warning)).collect();
            assert_eq!(found, [(place, warning)]);
        }
        let incomplete = |written: &str, address: &str| BodyWarning::IncompleteAddress {
            written: written.to_owned(),
            address: address.to_owned(),
        };
        let space = |address: &str| BodyWarning::SpaceInAddress { address: address.to_owned() };
        check("[a](www.a.se)", "[a](www.a.se)", &incomplete("www.a.se", "https://www.a.se"));
        check("[a](a@b.se) c", "[a](a@b.se)", &incomplete("a@b.se", "mailto:a@b.se"));
        check("[a]() c", "[a]()", &BodyWarning::NoAddress);
        check("![a](data:x) c", "![a](data:x)", &BodyWarning::UnsafeAddress { scheme: "data".to_owned() });
        check("![b](min bild.png) c", "![b](min bild.png)", &space("min%20bild.png"));
        check("[b](https://x.se/a b \"c\")d", "[b](https://x.se/a b \"c\")", &space("https://x.se/a%20b"));
        check("[b](tel:0521 72 10 00)", "[b](tel:0521 72 10 00)", &space("tel:0521721000"));
        check("[b](www.a.se/c d)", "[b](www.a.se/c d)", &space("https://www.a.se/c%20d"));
        check(
            "\n\n[OBS]: stängt\n\nb",
            "[OBS]: stängt",
            &BodyWarning::UnusedDefinition { line: "[OBS]: stängt".to_owned() },
        );
        check("[a]\n\n[a]: /b\n[A]: /c", "[A]: /c", &BodyWarning::UnusedDefinition { line: "[A]: /c".to_owned() });
        check("\n\n[^x]: a", "[^x]", &BodyWarning::UnusedFootnote { label: "x".to_owned() });
        check("**a:**b", "**", &BodyWarning::NoSpaceBesideEmphasis { text: "**a:** b".to_owned() });
        check("\n\n1. a\n3. b", "3.", &BodyWarning::OtherNumber { written: "3.".to_owned(), shown: 2 });
        check("\n\n|a|b|\n|-|-|\n|c|d|e|f|", "e|f", &BodyWarning::ExtraCells);
        check("a <b>c</b>", "<b>", &BodyWarning::Html);
    }

    #[test]
    fn what_is_published_as_written_is_not_warned_of() {
        for markdown in [
            "a<br>b<sub>2</sub><sup>3</sup><wbr> < c",
            "1. a\n1. b\n1. c",
            "[a](b.pdf) [c](#d) [e][f] ![g](h.png \"i j\") <k@l.se> <https://m.se> [n](<tel:0521 72>)\n\n[f]: g",
            "\\[a](b c) [a\\](b c) `[a](b c)`",
            "a[^1]\n\n[^1]: b",
        ] {
            assert_eq!(Body::with_warnings(markdown).unwrap().1, [], "{markdown}");
        }
    }

    const SPEECH: &str = "– Det är bra, säger A. Det är inte dåligt.\n\n– Så … bra det är, säger B. Vi\u{a0}bygger en kom\u{ad}mun.\n\n\
         Hon ler.\n\n- E-post till EU:s kommun, 3,5 procent\n- Det är bra, säger C";

    #[test]
    fn passages_are_found_by_their_ends() {
        #[track_caller]
        fn check(pattern: &str, expected: &str) {
            let body = Body::new(SPEECH).unwrap();
            assert_eq!(body.passages().find(pattern), Ok(expected), "{pattern}");
        }
        check("Det är inte … dåligt", "Det är inte dåligt");
        check("inte ... dåligt.", "inte dåligt.");
        check("Så … bra", "Så … bra");
        check("Så … bra … B", "Så … bra det är, säger B");
        check("Vi bygger … kommun", "Vi\u{a0}bygger en kommun");
        check("Vi bygger en kommun", "Vi\u{a0}bygger en kommun");
        check("- Så", "– Så");
        check("inte dåligt … säger B", "inte dåligt.\n\n– Så … bra det är, säger B");
        check("E-post … 3,5", "E-post till EU:s kommun, 3,5");
    }

    #[test]
    fn passages_that_are_not_found_have_a_reason() {
        #[track_caller]
        fn check(pattern: &str, expected: &PassageError) {
            let body = Body::new(SPEECH).unwrap();
            assert_eq!(body.passages().find(pattern).as_ref(), Err(expected), "{pattern}");
        }
        let not_found = |words: &str, similar: Option<&str>| PassageError::NotFound {
            words: words.to_owned(),
            similar: similar.map(str::to_owned),
        };
        let inside =
            |words: &str, whole: &str| PassageError::InsideWord { words: words.to_owned(), whole: whole.to_owned() };
        let apart = |first: &str, last: &str| PassageError::Apart { first: first.to_owned(), last: last.to_owned() };
        check("… dåligt", &PassageError::NoFirstWords);
        check("...", &PassageError::NoFirstWords);
        check("Det är inte …", &PassageError::NoLastWords);
        check("Det är utmärkt", &not_found("Det är utmärkt", None));
        check("det är INTE", &not_found("det är INTE", Some("Det är inte")));
        check("inte … utmärkt", &not_found("utmärkt", None));
        check("inte då", &inside("inte då", "inte dåligt"));
        check("ommun", &inside("ommun", "kommun"));
        check("post", &inside("post", "E-post"));
        check("EU", &inside("EU", "EU:s"));
        check("dåligt … inte", &apart("dåligt", "inte"));
        check("Så … ler", &apart("Så", "ler"));
    }

    #[test]
    fn two_places_are_told_apart() {
        #[track_caller]
        fn check(markdown: &str, pattern: &str, in_context: [&str; 2], expected: [PassageChoice; 2]) {
            let body = Body::new(markdown).unwrap();
            let Err(PassageError::Ambiguous { places, choices }) = body.passages().find(pattern) else {
                panic!("{pattern}")
            };
            assert_eq!((*places, *choices.clone()), (in_context.map(str::to_owned), expected));
            for choice in *choices {
                match choice {
                    PassageChoice::Pattern(pattern) => assert!(body.passages().find(&pattern).is_ok()),
                    PassageChoice::Words(words) => assert_eq!(body.passages().find_words(&words), Some(words.as_str())),
                }
            }
        }
        let pattern = |pattern: &str| PassageChoice::Pattern(pattern.to_owned());
        let words = |words: &str| PassageChoice::Words(words.to_owned());
        check(
            "– Vi är glada nu, säger A.\n\n– Vi är inte glada, säger B.",
            "Vi … glada",
            [
                "– [Vi är glada] nu, säger A.  – Vi är inte…",
                "– Vi är glada nu, säger A.  – [Vi är inte glada], säger B.",
            ],
            [pattern("Vi är glada"), pattern("Vi är inte glada")],
        );
        check(
            "Vi ska, och vi ska, sade A.",
            "Vi … ska",
            ["[Vi ska], och vi ska, sade A.", "[Vi ska, och vi ska], sade A."],
            [pattern("Vi ska"), pattern("Vi ska, … vi ska")],
        );
        check(
            "Ja, sade A.\n\nJa, sade B.",
            "Ja",
            ["[Ja], sade A.  Ja, sade B.", "Ja, sade A.  [Ja], sade B."],
            [words("Ja"), words("Ja")],
        );
    }

    /// None of them may take time that grows with the square of its length.
    #[test]
    fn hostile_bodies_are_parsed() {
        for piece in ["](", "[a](b c", "<!--x-->", "a <!-- \n\n--> ", "a\n[//]: # (x(y))\n", "<td>", "**a:**b "] {
            assert!(Body::new(&piece.repeat(5_000)).is_ok(), "{piece}");
        }
        for piece in ["<ul><li>", "> ", "- ", "</b><div>", "<i>"] {
            let error = Body::new(&format!("a\n\n{}b", piece.repeat(5_000)));
            assert!(matches!(error, Err(BodyError::OverLimit { .. })), "{piece} {error:?}");
        }
    }

    #[test]
    fn what_xml_forbids_is_refused_also_by_reference() {
        assert_eq!(Body::new("a\u{8}"), Err(BodyError::Character { found: '\u{8}', at: 1 }));
        assert_eq!(Body::new("a&#8;"), Err(BodyError::Reference { found: '\u{8}' }));
        assert_eq!(Body::new("[a](b&#8;)"), Err(BodyError::Reference { found: '\u{8}' }));
    }
}
