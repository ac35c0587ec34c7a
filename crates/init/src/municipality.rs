use anslag_source::nearest;

/// Municipalities: code, name, short name.
const MUNICIPALITIES: &str = include_str!("../data/municipalities.tsv");

/// Counties: code, name.
const COUNTIES: &str = include_str!("../data/counties.tsv");

/// Swedish municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Municipality {
    /// Code of Statistics Sweden: four digits.
    pub code: &'static str,
    /// Official name: `Vänersborgs kommun`.
    pub name: &'static str,
    /// Name of the place: `Vänersborg`.
    pub short: &'static str,
    /// Name of the county: `Västra Götalands län`.
    pub county: &'static str,
}

impl Municipality {
    /// Returns every municipality, by code.
    pub fn all() -> impl Iterator<Item = Self> {
        MUNICIPALITIES.lines().filter_map(|line| {
            let mut columns = line.split('\t');
            let (code, name, short) = (columns.next()?, columns.next()?, columns.next()?);
            let county =
                COUNTIES.lines().filter_map(|line| line.split_once('\t')).find(|(own, _)| *own == &code[..2])?.1;
            Some(Self { code, name, short, county })
        })
    }

    /// Finds a municipality by its name, its short name or its code, in any case.
    ///
    /// # Errors
    ///
    /// Returns the name that is meant, if one is near enough.
    pub fn find(word: &str) -> Result<Self, Option<&'static str>> {
        let wanted = word.trim().to_lowercase();
        let is_it = |own: &Self| [own.name, own.short, own.code].iter().any(|name| name.to_lowercase() == wanted);
        Self::all().find(is_it).ok_or_else(|| {
            let names = Self::all().flat_map(|own| [own.short, own.name]);
            nearest(word.trim(), names)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_municipality_has_a_code_and_a_county() {
        assert_eq!((Municipality::all().count(), COUNTIES.lines().count()), (290, 21));
        let is_whole = |own: &Municipality| own.code.len() == 4 && own.name.starts_with(own.short);
        assert_eq!(Municipality::all().find(|own| !is_whole(own)), None);
    }

    #[track_caller]
    fn check(word: &str, expected: Result<&str, Option<&str>>) {
        assert_eq!(Municipality::find(word).map(|own| own.code), expected, "{word}");
    }

    #[test]
    fn a_municipality_goes_by_its_names_and_its_code() {
        for word in ["Vänersborg", "vänersborgs kommun", " VÄNERSBORG ", "1487"] {
            check(word, Ok("1487"));
        }
        assert_eq!(Municipality::find("1487").unwrap().county, "Västra Götalands län");
        check("Vanersborg", Err(Some("Vänersborg")));
        check("Göteborgs komun", Err(Some("Göteborgs kommun")));
        check("Kiruuna", Err(Some("Kiruna")));
        check("Exempelås", Err(None));
        check("", Err(None));
    }
}
