use crate::{finding::Findings, help::Help, message::Message};
use anslag_core::{Theme, limit};
use csscolorparser::Color;
use cssparser::{Delimiter, ParseError, Parser, Token};
use std::ops::Range;

/// Functions of CSS that make a browser fetch a file.
const REQUESTS: [&str; 4] = ["url", "src", "image-set", "-webkit-image-set"];

/// Least contrast of links and texts to what is behind them (WCAG 2.2, success criterion 1.4.3).
const LEAST: f32 = 4.5;

/// Colour scheme in which rules count.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Scheme {
    Both,
    Light,
    Dark,
}

/// Accent and ground of a colour scheme.
struct Colors {
    accent: (Color, Option<Range<usize>>),
    ground: Color,
}

struct Rules<'f> {
    findings: &'f Findings,
    light: Colors,
    dark: Colors,
}

/// Checks the rules of a theme: they may not make a browser fetch a file, and the accent should be legible.
pub(crate) fn check_rules(css: &str, findings: &Findings) {
    let [light, dark] = Theme::DEFAULT_COLORS.map(|[accent, ground]| {
        let color = |text: &str| csscolorparser::parse(text).expect("our own colours are valid");
        Colors { accent: (color(accent), None), ground: color(ground) }
    });
    let mut rules = Rules { findings, light, dark };
    // All of each block is read, so that the one error is that of the parser's own limit of nesting.
    if rules.read(&mut Parser::new(css), css, Scheme::Both).is_err() {
        findings.add(0..css.len(), Message::TooDeep { limit: limit::THEME_LEVELS }, None, Some(Help::FewerBrackets));
    }
    for (colors, is_dark) in [(&rules.light, false), (&rules.dark, true)] {
        rules.check_contrast(colors, is_dark);
    }
}

impl Rules<'_> {
    fn read(&mut self, parser: &mut Parser<'_>, css: &str, scheme: Scheme) -> Result<(), ParseError<()>> {
        let mut inner = scheme;
        loop {
            parser.skip_whitespace();
            let start = parser.position().byte_index();
            let Ok(token) = parser.next().cloned() else { return Ok(()) };
            let span = start..parser.position().byte_index();
            match token {
                Token::AtKeyword(name) => {
                    if name.eq_ignore_ascii_case("import") {
                        self.refuse(span);
                    } else if name.eq_ignore_ascii_case("media") {
                        inner = scheme_of(parser, scheme);
                    }
                }
                Token::UnquotedUrl(_) | Token::BadUrl(_) => self.refuse(span),
                Token::Function(name) => {
                    if REQUESTS.iter().any(|own| name.eq_ignore_ascii_case(own)) {
                        self.refuse(span);
                    }
                    parser.parse_nested_block(|nested| self.read(nested, css, scheme))?;
                }
                Token::ParenthesisBlock | Token::SquareBracketBlock => {
                    parser.parse_nested_block(|nested| self.read(nested, css, scheme))?;
                }
                Token::CurlyBracketBlock => {
                    parser.parse_nested_block(|nested| self.read(nested, css, inner))?;
                    inner = scheme;
                }
                Token::Ident(name)
                    if matches!(&*name, "--accent" | "--ground") && parser.try_parse(Parser::expect_colon).is_ok() =>
                {
                    self.property(&name, parser, css, scheme);
                }
                _ => {}
            }
        }
    }

    /// Notes the colour that a property gets; none if it is not written as a colour.
    fn property(&mut self, name: &str, parser: &mut Parser<'_>, css: &str, scheme: Scheme) {
        let state = parser.state();
        parser.skip_whitespace();
        let start = parser.position().byte_index();
        let ends = Delimiter::Semicolon | Delimiter::Bang;
        let all = |value: &mut Parser<'_>| {
            while value.next().is_ok() {}
            Ok::<_, ParseError<()>>(())
        };
        let _ = parser.parse_until_before(ends, all);
        let end = parser.position().byte_index();
        // What is in it is read again, as that of every other property.
        parser.reset(&state);
        let Ok(color) = csscolorparser::parse(css[start..end].trim()) else { return };
        for (colors, own) in [(&mut self.light, Scheme::Light), (&mut self.dark, Scheme::Dark)] {
            if scheme != Scheme::Both && scheme != own {
                continue;
            }
            if name == "--accent" {
                colors.accent = (color, Some(start..start + css[start..end].trim_end().len()));
            } else {
                colors.ground = color;
            }
        }
    }

    fn refuse(&self, span: Range<usize>) {
        self.findings.add(span, Message::ThemeRequest, None, Some(Help::NoThemeRequest));
    }

    /// Warns of an accent that is hard to read, and says which shade of it is not.
    fn check_contrast(&self, colors: &Colors, is_dark: bool) {
        let Colors { accent: (accent, span), ground } = colors;
        let found = contrast(accent, ground);
        if let Some(span) = span
            && found < LEAST
        {
            let end =
                if luminance(ground) > 0.18 { Color::new(0.0, 0.0, 0.0, 1.0) } else { Color::new(1.0, 1.0, 1.0, 1.0) };
            let shades = (1..=100_u8).map(|step| mix(accent, &end, f32::from(step) / 100.0));
            let shade = shades.into_iter().find(|shade| contrast(shade, ground) >= LEAST);
            let ratio = format!("{:.1}", (found * 10.0).floor() / 10.0);
            let help = shade.map(|shade| Help::LegibleAccent { color: shade.to_css_hex().to_string(), is_dark });
            self.findings.add(span.clone(), Message::FaintAccent { ratio, is_dark }, None, help);
        }
    }
}

/// Returns the colour scheme in which the block of a media query counts; the outer one if the query is not about it.
fn scheme_of(parser: &mut Parser<'_>, outer: Scheme) -> Scheme {
    let state = parser.state();
    let query = |query: &mut Parser<'_>| {
        let start = query.position();
        while query.next().is_ok() {}
        Ok::<_, ParseError<()>>(query.slice_from(start).to_ascii_lowercase())
    };
    let query =
        parser.parse_until_before(Delimiter::CurlyBracketBlock | Delimiter::Semicolon, query).unwrap_or_default();
    parser.reset(&state);
    match query.split_once("prefers-color-scheme").map(|(_, rest)| rest.contains("dark")) {
        Some(true) => Scheme::Dark,
        Some(false) => Scheme::Light,
        None => outer,
    }
}

/// Returns the contrast of two colours, from 1 to 21 (WCAG 2.2, contrast ratio).
fn contrast(one: &Color, other: &Color) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns the relative luminance of a colour, from 0 to 1 (WCAG 2.2, relative luminance).
fn luminance(color: &Color) -> f32 {
    let [red, green, blue, _] = color.to_linear_rgba();
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn mix(color: &Color, end: &Color, share: f32) -> Color {
    let part = |from: f32, to: f32| from + (to - from) * share;
    Color::new(part(color.r, end.r), part(color.g, end.g), part(color.b, end.b), 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Report;
    use anslag_wording::Language;
    use std::sync::Arc;

    #[track_caller]
    fn check(css: &str, expected: &[&str]) {
        let (findings, mut report) = (Findings::default(), Report::default());
        check_rules(css, &findings);
        findings.report_to(&Arc::from("theme.css"), css, 1, &mut report);
        let found = report.render(Language::English, false);
        let heads: Vec<&str> = found.lines().filter(|line| line.contains('[') || line.contains("-->")).collect();
        let lines: Vec<String> = heads
            .chunks(2)
            .map(|two| {
                let code = two[0].split(['[', ']']).nth(1).unwrap_or_default();
                let place = two.get(1).and_then(|place| place.split_once("theme.css:")).map_or("", |(_, place)| place);
                format!("{code} {place}")
            })
            .collect();
        assert_eq!(lines, expected, "{found}");
    }

    #[test]
    fn a_theme_fetches_nothing() {
        check(":root { --font: Georgia, serif }\n@media print { a { color: red } }", &[]);
        check("@import 'a.css';", &["theme-request 1:1"]);
        check("\n @\\69mport \"a\";", &["theme-request 2:2"]);
        check("a { background: url(http://example.org/x) }", &["theme-request 1:17"]);
        check("a { background: URL('x.png') }", &["theme-request 1:17"]);
        check("@font-face { src: local(a), url(x) }", &["theme-request 1:29"]);
        check("a { background: image-set(\"x\" 1x) }", &["theme-request 1:17"]);
        check("a { --x: (((u\\72l(x)))) }", &["theme-request 1:13"]);
        check("/* url(x) */ a::after { content: \"url(x) @import\" }", &[]);
        check(&format!("a {{ b: {}url(x) }}", "(".repeat(5000)), &["too-deep 1:1"]);
    }

    #[test]
    fn an_accent_is_legible_on_light_and_dark() {
        check(":root { --accent: #ffff00 }", &["faint-accent 1:19"]);
        check(":root { --accent: #0a4570 }", &["faint-accent 1:19"]);
        check(":root { --accent: #0a4570 } @media (prefers-color-scheme: dark) { :root { --accent: #9bd0f7 } }", &[]);
        check(":root { --accent: #9bd0f7; --ground: #000 }", &[]);
        check(":root { --accent: var(--mine) }", &[]);
    }
}
