/// Returns the known word that is nearest to a word, if one is near enough to be meant.
#[must_use]
pub fn nearest<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    // A long word is no misspelt name, and the comparison takes the product of the two lengths.
    if word.len() > 200 {
        return None;
    }
    let lower = word.to_lowercase();
    // The beginning of a name is meant as the name, however much is missing.
    let is_near = |name: &str, distance| {
        distance <= 1 + name.chars().count() / 5 || lower.chars().count() > 3 && name.to_lowercase().starts_with(&lower)
    };
    known
        .into_iter()
        .map(|name| (strsim::damerau_levenshtein(&lower, &name.to_lowercase()), name))
        .filter(|(distance, name)| is_near(name, *distance))
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(nearest(word, ["title", "type", "lang", "language", "öppna data"]), expected);
    }

    #[test]
    fn the_nearest_name_is_meant() {
        check("tilte", Some("title"));
        check("Title", Some("title"));
        check("oppna data", Some("öppna data"));
        check("langauge", Some("language"));
        check("Öppn", Some("öppna data"));
        check("weather", None);
    }
}
