use crate::chars_beginning_with;
use anslag_wording::{Language, Wording};
use std::{borrow::Cow, fmt};

/// Character that no page shows, and that no text of ours holds.
///
/// [`without_unseen`] removes such characters. U+200C and U+200D stay, since Persian and emoji need them, and so do no-break
/// spaces, which keep `10 000 kr` on one line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unseen {
    /// The character.
    pub character: char,
    /// What it does to a text.
    pub effect: Effect,
    names: [&'static str; 2],
}

/// What a character that nobody sees does to a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// It ends a line. A space takes its place.
    LineEnd,
    /// It does not show, and hides between letters.
    Nothing,
    /// It changes the direction in which the text around it is written, and so what a reader sees.
    Direction,
}

impl Unseen {
    /// Returns a character that nobody sees; `None` if people see it, or if it is a control character.
    #[must_use]
    pub fn new(character: char) -> Option<Self> {
        // Nearly every character is one of these.
        if matches!(character, '\0'..='\u{84}' | '\u{AE}'..='\u{2FF}') {
            return None;
        }
        let found = UNSEEN.binary_search_by_key(&character, |(character, ..)| *character).ok()?;
        let (character, effect, en, sv) = UNSEEN[found];
        Some(Self { character, effect, names: [en, sv] })
    }
}

/// Writes its number and its name, as in "U+00AD (soft hyphen)".
impl Wording for Unseen {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [en, sv] = self.names;
        let name = match language {
            Language::English => en,
            Language::Swedish => sv,
        };
        write!(f, "U+{:04X} ({name})", u32::from(self.character))
    }
}

/// Characters that nobody sees, each once, in the order of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnseenCharacters(Vec<Unseen>);

impl UnseenCharacters {
    /// Returns whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<Unseen> for UnseenCharacters {
    fn from_iter<I: IntoIterator<Item = Unseen>>(all: I) -> Self {
        let mut characters = Vec::new();
        for unseen in all {
            if !characters.contains(&unseen) {
                characters.push(unseen);
            }
        }
        Self(characters)
    }
}

/// Lists the characters by their numbers and names.
impl Wording for UnseenCharacters {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, unseen) in self.0.iter().enumerate() {
            f.write_str(if position > 0 { ", " } else { "" })?;
            unseen.word(language, f)?;
        }
        Ok(())
    }
}

/// Returns a text without the characters that nobody sees, and these characters with their bytes in the given text.
///
/// ```
/// use anslag_core::without_unseen;
///
/// let (text, unseen) = without_unseen("väg\u{ad}arbete");
/// assert_eq!(text, "vägarbete");
/// assert_eq!(unseen[0].0, 4);
/// ```
#[must_use]
pub fn without_unseen(text: &str) -> (Cow<'_, str>, Vec<(usize, Unseen)>) {
    let suspects = chars_beginning_with(text, may_begin_unseen);
    let found: Vec<_> = suspects.filter_map(|(at, c)| Some((at, Unseen::new(c)?))).collect();
    if found.is_empty() {
        return (Cow::Borrowed(text), found);
    }
    let mut out = String::with_capacity(text.len());
    let mut start = 0;
    for (at, Unseen { character, effect, .. }) in &found {
        out.push_str(&text[start..*at]);
        if *effect == Effect::LineEnd {
            out.push(' ');
        }
        start = at + character.len_utf8();
    }
    out.push_str(&text[start..]);
    (Cow::Owned(out), found)
}

/// Returns whether UTF-8 may begin a character with this byte that nobody sees. It begins few others so.
pub(crate) const fn may_begin_unseen(byte: u8) -> bool {
    byte == 0xC2 || byte >= 0xCC
}

/// Returns whether a page shows something of a text: more than spaces, fillers and characters that change others.
pub(crate) fn shows_something(text: &str) -> bool {
    let is_blank = |c: char| c.is_whitespace() || c.is_control() || is_ignorable(c) || c == '\u{2800}';
    !text.chars().all(is_blank)
}

/// Returns whether a character shows nothing of its own (Unicode's property `Default_Ignorable_Code_Point`).
const fn is_ignorable(c: char) -> bool {
    matches!(
        c,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{115F}'..='\u{1160}'
            | '\u{17B4}'..='\u{17B5}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{3164}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{FFA0}'
            | '\u{FFF0}'..='\u{FFF8}'
            | '\u{1BCA0}'..='\u{1BCA3}'
            | '\u{1D173}'..='\u{1D17A}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

/// The characters, sorted, with their names in English and in Swedish.
const UNSEEN: [(char, Effect, &str, &str); 30] = [
    ('\u{85}', Effect::LineEnd, "next line", "nästa rad"),
    ('\u{AD}', Effect::Nothing, "soft hyphen", "mjukt bindestreck"),
    ('\u{61C}', Effect::Direction, "Arabic letter mark", "arabiskt bokstavsmärke"),
    ('\u{180E}', Effect::Nothing, "Mongolian vowel separator", "mongolisk vokalavskiljare"),
    ('\u{200B}', Effect::Nothing, "zero width space", "mellanslag utan bredd"),
    ('\u{200E}', Effect::Direction, "left-to-right mark", "märke för vänster till höger"),
    ('\u{200F}', Effect::Direction, "right-to-left mark", "märke för höger till vänster"),
    ('\u{2028}', Effect::LineEnd, "line separator", "radavskiljare"),
    ('\u{2029}', Effect::LineEnd, "paragraph separator", "styckeavskiljare"),
    ('\u{202A}', Effect::Direction, "left-to-right embedding", "inbäddning från vänster till höger"),
    ('\u{202B}', Effect::Direction, "right-to-left embedding", "inbäddning från höger till vänster"),
    ('\u{202C}', Effect::Direction, "pop directional formatting", "slut på ändrad skrivriktning"),
    ('\u{202D}', Effect::Direction, "left-to-right override", "tvingande vänster till höger"),
    ('\u{202E}', Effect::Direction, "right-to-left override", "tvingande höger till vänster"),
    ('\u{2060}', Effect::Nothing, "word joiner", "ordfogare"),
    ('\u{2061}', Effect::Nothing, "function application", "osynlig funktionstillämpning"),
    ('\u{2062}', Effect::Nothing, "invisible times", "osynligt gångertecken"),
    ('\u{2063}', Effect::Nothing, "invisible separator", "osynlig avskiljare"),
    ('\u{2064}', Effect::Nothing, "invisible plus", "osynligt plustecken"),
    ('\u{2066}', Effect::Direction, "left-to-right isolate", "avskild text från vänster till höger"),
    ('\u{2067}', Effect::Direction, "right-to-left isolate", "avskild text från höger till vänster"),
    ('\u{2068}', Effect::Direction, "first strong isolate", "avskild text i egen riktning"),
    ('\u{2069}', Effect::Direction, "pop directional isolate", "slut på avskild text"),
    ('\u{206A}', Effect::Direction, "inhibit symmetric swapping", "spegling av tecken av"),
    ('\u{206B}', Effect::Direction, "activate symmetric swapping", "spegling av tecken på"),
    ('\u{206C}', Effect::Nothing, "inhibit Arabic form shaping", "arabisk formning av"),
    ('\u{206D}', Effect::Nothing, "activate Arabic form shaping", "arabisk formning på"),
    ('\u{206E}', Effect::Nothing, "national digit shapes", "nationella siffror"),
    ('\u{206F}', Effect::Nothing, "nominal digit shapes", "vanliga siffror"),
    ('\u{FEFF}', Effect::Nothing, "zero width no-break space", "hårt mellanslag utan bredd"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sorted_for_its_search() {
        assert!(UNSEEN.is_sorted_by(|a, b| a.0 < b.0));
        for (character, ..) in UNSEEN {
            let text = format!("a{character}");
            assert_eq!((Unseen::new(character).is_some(), without_unseen(&text).1.len()), (true, 1), "{character:?}");
        }
    }

    #[track_caller]
    fn check(text: &str, seen: &str) {
        assert_eq!(without_unseen(text).0, seen);
    }

    #[test]
    fn only_what_nobody_sees_is_removed() {
        check("10\u{a0}000\u{202f}kr", "10\u{a0}000\u{202f}kr");
        check("👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}", "👨\u{200d}👩\u{200d}👧 ❤\u{fe0f}");
        check("می\u{200c}خواهم", "می\u{200c}خواهم");
        check("\u{feff}väg\u{ad}ar\u{2060}be\u{200b}te", "vägarbete");
        check("en\u{2028}två\u{2029}tre\u{85}fyra", "en två tre fyra");
        check("Beslut \u{202e}fdp.exe\u{202c}", "Beslut fdp.exe");
    }

    #[test]
    fn places_are_those_of_the_given_text() {
        let (_, unseen) = without_unseen("å\u{ad}\u{ad}b\u{2028}");
        let places: Vec<_> = unseen.iter().map(|(at, unseen)| (*at, unseen.character)).collect();
        assert_eq!(places, [(2, '\u{ad}'), (4, '\u{ad}'), (7, '\u{2028}')]);
    }

    #[test]
    fn some_texts_show_nothing() {
        for text in ["", " \u{a0}", "\u{200d}", "\u{2800}\u{3164}", "\u{fe0f}", "\u{e0041}", "\u{34f}\u{115f}"] {
            assert!(!shows_something(text), "{text:?}");
        }
        for text in ["a", "\u{200d}.", "❤\u{fe0f}", "\u{301}", "\u{fffd}"] {
            assert!(shows_something(text), "{text:?}");
        }
    }
}
