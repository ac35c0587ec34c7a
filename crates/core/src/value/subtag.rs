use std::sync::LazyLock;

/// Kind of subtag in a language tag (RFC 5646, section 2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum SubtagKind {
    Language,
    ExtendedLanguage,
    Script,
    Region,
    Variant,
}

/// Subtags of the IANA registry, sorted, by their kinds.
static REGISTERED: LazyLock<[Vec<&str>; 5]> = LazyLock::new(|| {
    let registry = include_str!("../../codes/language-subtags.txt");
    ["language ", "extlang ", "script ", "region ", "variant "].map(|kind| {
        let line = registry.lines().find_map(|line| line.strip_prefix(kind)).unwrap_or_default();
        line.split(' ').collect()
    })
});

impl SubtagKind {
    /// Returns whether a subtag in its canonical case is registered. Ranges such as `qaa..qtz` are for private use.
    pub(crate) fn has(self, subtag: &str) -> bool {
        let registered = &REGISTERED[self as usize];
        let is_in = |range: &&str| {
            range
                .split_once("..")
                .is_some_and(|(first, last)| first.len() == subtag.len() && (first..=last).contains(&subtag))
        };
        registered.binary_search(&subtag).is_ok() || registered.iter().any(is_in)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtags_are_those_of_the_registry() {
        use SubtagKind as Kind;
        for (kind, subtag) in [
            (Kind::Language, "sv"),
            (Kind::Language, "fit"),
            (Kind::Language, "qab"),
            (Kind::ExtendedLanguage, "swl"),
            (Kind::Script, "Latn"),
            (Kind::Script, "Qaab"),
            (Kind::Region, "SE"),
            (Kind::Region, "150"),
            (Kind::Region, "XK"),
            (Kind::Variant, "1901"),
        ] {
            assert!(kind.has(subtag), "{subtag}");
        }
        for (kind, subtag) in [
            (Kind::Language, "xx"),
            (Kind::Language, "swe"),
            (Kind::Language, "SV"),
            (Kind::Language, ""),
            (Kind::Language, "quz..qxx"),
            (Kind::Region, "UK"),
            (Kind::Script, "Abcd"),
            (Kind::Variant, "sv"),
        ] {
            assert!(!kind.has(subtag), "{subtag}");
        }
    }
}
