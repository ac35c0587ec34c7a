use icu_collator::{CollatorBorrowed, CollatorPreferences, options::CollatorOptions};
use icu_locale_core::Locale;

/// Sorts items by their names, in the order of a language's dictionaries.
pub(crate) fn sort_by_name<T>(items: &mut [T], language: &str, name: impl Fn(&T) -> &str) {
    let locale: Locale = language.parse().unwrap_or(Locale::UNKNOWN);
    let collator = CollatorBorrowed::try_new(CollatorPreferences::from(&locale), CollatorOptions::default());
    let collator = collator.expect("the data are compiled in, and unknown languages have the root's order");
    items.sort_by(|a, b| collator.compare(name(a), name(b)));
}

#[cfg(test)]
mod tests {
    use super::sort_by_name;

    #[track_caller]
    fn check(language: &str, expected: &[&str]) {
        let mut found = expected.to_vec();
        found.reverse();
        sort_by_name(&mut found, language, |name| name);
        assert_eq!(found, expected, "{language}");
    }

    #[test]
    fn each_language_has_its_own_order() {
        check("sv", &["adress", "Avfall", "vatten", "Zon", "Åkarp", "Älv", "Örtofta"]);
        check("en", &["Åkarp", "Älv", "Avfall", "Örtofta", "vatten", "Zon"]);
        check("et", &["Raad", "saar", "šahh", "Zoo", "žürii", "tee", "Vald", "õu", "äri", "öö", "üle"]);
        check("lv", &["Cena", "Čaks", "Gads", "Ģimene", "Kase", "Ķekava", "Nams", "Ņujorka", "Suns", "Šķēres"]);
        check("xx", &["a", "B", "c"]);
    }
}
