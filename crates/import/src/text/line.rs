/// Line of a text, with its number from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    pub(super) number: usize,
    /// Content without white space around it.
    pub(super) text: &'a str,
    /// Begins with white space, as the second line of an item of a list does.
    pub(super) is_indented: bool,
}

/// Lines of websites that are no part of an announcement, in lower case.
const CONTROLS: [&str; 24] = [
    "hoppa till innehåll",
    "hoppa till innehållet",
    "hoppa till huvudinnehåll",
    "hoppa till huvudinnehållet",
    "gå till innehåll",
    "gå till innehållet",
    "till innehållet",
    "skip to content",
    "skip to main content",
    "liigu edasi põhisisu juurde",
    "pāriet uz saturu",
    "lyssna",
    "lyssna på sidan",
    "skriv ut",
    "skriv ut sidan",
    "dela",
    "dela sidan",
    "tipsa",
    "listen",
    "print",
    "print page",
    "share",
    "till toppen",
    "tillbaka till toppen",
];

/// Bullets before the items of a list that begin no quote.
const BULLETS: [char; 10] = ['•', '·', '*', '‣', '▪', '●', '○', '◦', '\u{f0b7}', '\u{f0a7}'];

/// Returns the lines of a text, in groups that empty lines part. Links of websites are left out.
pub(super) fn groups(text: &str) -> Vec<Vec<Line<'_>>> {
    let mut groups: Vec<Vec<Line<'_>>> = Vec::new();
    let mut is_new = true;
    for (number, line) in (1..).zip(lines(text)) {
        let trimmed = line.trim_matches(|c: char| c.is_whitespace() || c.is_control());
        if trimmed.is_empty() {
            is_new = true;
            continue;
        }
        if trimmed.len() < 40 && CONTROLS.contains(&trimmed.to_lowercase().as_str()) {
            continue;
        }
        let line = Line { number, text: trimmed, is_indented: line.starts_with([' ', '\t']) };
        match groups.last_mut().filter(|_| !is_new) {
            Some(group) => group.push(line),
            None => groups.push(vec![line]),
        }
        is_new = false;
    }
    groups
}

/// Splits a text at the ends of lines of any system.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    let ends = |text: &str| text.find(['\n', '\r', '\u{2028}', '\u{2029}', '\u{c}']);
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let Some(end) = ends(text) else {
            rest = None;
            return Some(text);
        };
        let after = &text[end..];
        let after = after.strip_prefix("\r\n").unwrap_or_else(|| {
            let mut chars = after.chars();
            chars.next();
            chars.as_str()
        });
        rest = Some(after);
        Some(&text[..end])
    })
}

/// Returns the text of an item of a list after its bullet.
pub(super) fn after_bullet(line: &str) -> Option<&str> {
    let rest = line.strip_prefix(BULLETS).or_else(|| line.strip_prefix("o\t"))?;
    let text = rest.trim_start();
    (!text.is_empty() && (text.len() < rest.len() || line.starts_with(|c| c != '*'))).then_some(text)
}

/// Returns the number and the text of an item of a numbered list: `1. Text`, `2) Text`.
pub(super) fn after_number(line: &str) -> Option<(u32, &str)> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let number = line[..digits].parse().ok().filter(|_| digits < 4)?;
    let rest = line[digits..].strip_prefix(['.', ')'])?;
    let text = rest.trim_start();
    (text.len() < rest.len() && !text.is_empty()).then_some((number, text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_any_system() {
        let groups = groups("Ett\r\nTvå\r\n\r\nHoppa till innehåll\r\rTre\n \t\n  Fyra\u{0}");
        let found: Vec<Vec<(usize, &str)>> =
            groups.iter().map(|group| group.iter().map(|line| (line.number, line.text)).collect()).collect();
        assert_eq!(found, [vec![(1, "Ett"), (2, "Två")], vec![(6, "Tre")], vec![(8, "Fyra")]]);
    }

    #[test]
    fn items_of_lists() {
        assert_eq!(after_bullet("• mjölk"), Some("mjölk"));
        assert_eq!(after_bullet("•mjölk"), Some("mjölk"));
        assert_eq!(after_bullet("*viktigt*"), None);
        assert_eq!(after_number("1. mjölk"), Some((1, "mjölk")));
        assert_eq!(after_number("1.5 liter"), None);
        assert_eq!(after_number("2026. Året"), None);
    }
}
