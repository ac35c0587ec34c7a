use crate::{AuthorityCode, AuthorityTable, CodeError, Iri};

/// Country (ISO 3166-1), by its code of two letters. `NO` is Norway.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country {
    alpha2: &'static str,
    alpha3: &'static str,
}

impl Country {
    /// Parses a code of two capital letters.
    pub fn new(code: &str) -> Result<Self, CodeError> {
        match COUNTRIES.binary_search_by_key(&code, |(alpha2, _)| alpha2) {
            Ok(at) => Ok(Self { alpha2: COUNTRIES[at].0, alpha3: COUNTRIES[at].1 }),
            Err(_) => Err(CodeError::Country { code: code.to_owned() }),
        }
    }

    /// Returns the country that a word stands for: a code of two or three letters, or a Swedish or English name, in any case.
    #[must_use]
    pub fn find(word: &str) -> Option<Self> {
        let code = AuthorityTable::Country.code_of(word);
        let is_it = |alpha2: &str, alpha3: &str| alpha2.eq_ignore_ascii_case(word) || Some(alpha3) == code;
        let found = COUNTRIES.iter().find(|(alpha2, alpha3)| is_it(alpha2, alpha3));
        found.map(|&(alpha2, alpha3)| Self { alpha2, alpha3 })
    }

    /// Returns the code of two letters, such as `EE`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        self.alpha2
    }

    /// Returns the IRI in the EU's authority table country, which uses codes of three letters.
    #[must_use]
    pub fn iri(self) -> Iri {
        AuthorityTable::Country.concept(self.alpha3)
    }

    /// Returns the entry of the authority table. Labels that are not known are empty.
    #[must_use]
    pub fn names(self) -> Option<AuthorityCode> {
        AuthorityTable::Country.find(self.alpha3)
    }

    /// Returns the codes of all countries in the authority table, sorted.
    #[cfg(test)]
    pub(crate) fn eu_codes() -> Vec<&'static str> {
        let mut codes: Vec<_> = COUNTRIES.iter().map(|(_, alpha3)| *alpha3).collect();
        codes.sort_unstable();
        codes
    }

    /// Returns the calling code, and the prefix with which national numbers begin.
    ///
    /// Returns `None` if a number of the country must be written with its calling code.
    pub(crate) fn dialling(self) -> Option<(&'static str, &'static str)> {
        DIALLING.iter().find(|(alpha2, ..)| *alpha2 == self.alpha2).map(|(_, code, trunk, _)| (*code, *trunk))
    }

    /// Returns whether digits are a short number of the country: three to six, which are dialled without an area code.
    pub(crate) fn has_short_number(self, digits: &str) -> bool {
        let known = DIALLING.iter().find(|(alpha2, ..)| *alpha2 == self.alpha2);
        let begins =
            |(.., beginnings): &(_, _, _, &[&str])| beginnings.iter().any(|beginning| digits.starts_with(beginning));
        (3..=6).contains(&digits.len())
            && digits.bytes().all(|digit| digit.is_ascii_digit())
            && known.is_some_and(begins)
    }
}

/// Removes the national prefix after the calling code of an international number, as in +46 0521. Nobody dials it
/// there.
///
/// Digits of countries that are not in the table stay as they are.
pub(crate) fn without_trunk(digits: &str) -> String {
    let rest = |(_, code, trunk, _): &(&str, &'static str, &str, &[&str])| {
        let rest = digits.strip_prefix(code)?.strip_prefix(trunk).filter(|_| !trunk.is_empty())?;
        Some(format!("{code}{rest}"))
    };
    DIALLING.iter().find_map(rest).unwrap_or_else(|| digits.to_owned())
}

impl serde::Serialize for Country {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.alpha2)
    }
}

/// Calling codes, trunk prefixes, and beginnings of short numbers (ITU-T E.164 and the national numbering plans) of the
/// countries around the Baltic.
const DIALLING: [(&str, &str, &str, &[&str]); 11] = [
    ("AX", "358", "0", &["11", "10"]),
    ("DE", "49", "0", &["11"]),
    ("DK", "45", "", &["1"]),
    ("EE", "372", "", &["1"]),
    ("FI", "358", "0", &["11", "10"]),
    ("IS", "354", "", &["1"]),
    ("LT", "370", "0", &["1"]),
    ("LV", "371", "", &["1"]),
    ("NO", "47", "", &["1", "0"]),
    ("PL", "48", "", &["1", "99"]),
    ("SE", "46", "0", &["11"]),
];

/// Countries of ISO 3166-1: codes of two and of three letters.
#[rustfmt::skip]
const COUNTRIES: [(&str, &str); 249] = [
    ("AD", "AND"), ("AE", "ARE"), ("AF", "AFG"), ("AG", "ATG"), ("AI", "AIA"), ("AL", "ALB"),
    ("AM", "ARM"), ("AO", "AGO"), ("AQ", "ATA"), ("AR", "ARG"), ("AS", "ASM"), ("AT", "AUT"),
    ("AU", "AUS"), ("AW", "ABW"), ("AX", "ALA"), ("AZ", "AZE"), ("BA", "BIH"), ("BB", "BRB"),
    ("BD", "BGD"), ("BE", "BEL"), ("BF", "BFA"), ("BG", "BGR"), ("BH", "BHR"), ("BI", "BDI"),
    ("BJ", "BEN"), ("BL", "BLM"), ("BM", "BMU"), ("BN", "BRN"), ("BO", "BOL"), ("BQ", "BES"),
    ("BR", "BRA"), ("BS", "BHS"), ("BT", "BTN"), ("BV", "BVT"), ("BW", "BWA"), ("BY", "BLR"),
    ("BZ", "BLZ"), ("CA", "CAN"), ("CC", "CCK"), ("CD", "COD"), ("CF", "CAF"), ("CG", "COG"),
    ("CH", "CHE"), ("CI", "CIV"), ("CK", "COK"), ("CL", "CHL"), ("CM", "CMR"), ("CN", "CHN"),
    ("CO", "COL"), ("CR", "CRI"), ("CU", "CUB"), ("CV", "CPV"), ("CW", "CUW"), ("CX", "CXR"),
    ("CY", "CYP"), ("CZ", "CZE"), ("DE", "DEU"), ("DJ", "DJI"), ("DK", "DNK"), ("DM", "DMA"),
    ("DO", "DOM"), ("DZ", "DZA"), ("EC", "ECU"), ("EE", "EST"), ("EG", "EGY"), ("EH", "ESH"),
    ("ER", "ERI"), ("ES", "ESP"), ("ET", "ETH"), ("FI", "FIN"), ("FJ", "FJI"), ("FK", "FLK"),
    ("FM", "FSM"), ("FO", "FRO"), ("FR", "FRA"), ("GA", "GAB"), ("GB", "GBR"), ("GD", "GRD"),
    ("GE", "GEO"), ("GF", "GUF"), ("GG", "GGY"), ("GH", "GHA"), ("GI", "GIB"), ("GL", "GRL"),
    ("GM", "GMB"), ("GN", "GIN"), ("GP", "GLP"), ("GQ", "GNQ"), ("GR", "GRC"), ("GS", "SGS"),
    ("GT", "GTM"), ("GU", "GUM"), ("GW", "GNB"), ("GY", "GUY"), ("HK", "HKG"), ("HM", "HMD"),
    ("HN", "HND"), ("HR", "HRV"), ("HT", "HTI"), ("HU", "HUN"), ("ID", "IDN"), ("IE", "IRL"),
    ("IL", "ISR"), ("IM", "IMN"), ("IN", "IND"), ("IO", "IOT"), ("IQ", "IRQ"), ("IR", "IRN"),
    ("IS", "ISL"), ("IT", "ITA"), ("JE", "JEY"), ("JM", "JAM"), ("JO", "JOR"), ("JP", "JPN"),
    ("KE", "KEN"), ("KG", "KGZ"), ("KH", "KHM"), ("KI", "KIR"), ("KM", "COM"), ("KN", "KNA"),
    ("KP", "PRK"), ("KR", "KOR"), ("KW", "KWT"), ("KY", "CYM"), ("KZ", "KAZ"), ("LA", "LAO"),
    ("LB", "LBN"), ("LC", "LCA"), ("LI", "LIE"), ("LK", "LKA"), ("LR", "LBR"), ("LS", "LSO"),
    ("LT", "LTU"), ("LU", "LUX"), ("LV", "LVA"), ("LY", "LBY"), ("MA", "MAR"), ("MC", "MCO"),
    ("MD", "MDA"), ("ME", "MNE"), ("MF", "MAF"), ("MG", "MDG"), ("MH", "MHL"), ("MK", "MKD"),
    ("ML", "MLI"), ("MM", "MMR"), ("MN", "MNG"), ("MO", "MAC"), ("MP", "MNP"), ("MQ", "MTQ"),
    ("MR", "MRT"), ("MS", "MSR"), ("MT", "MLT"), ("MU", "MUS"), ("MV", "MDV"), ("MW", "MWI"),
    ("MX", "MEX"), ("MY", "MYS"), ("MZ", "MOZ"), ("NA", "NAM"), ("NC", "NCL"), ("NE", "NER"),
    ("NF", "NFK"), ("NG", "NGA"), ("NI", "NIC"), ("NL", "NLD"), ("NO", "NOR"), ("NP", "NPL"),
    ("NR", "NRU"), ("NU", "NIU"), ("NZ", "NZL"), ("OM", "OMN"), ("PA", "PAN"), ("PE", "PER"),
    ("PF", "PYF"), ("PG", "PNG"), ("PH", "PHL"), ("PK", "PAK"), ("PL", "POL"), ("PM", "SPM"),
    ("PN", "PCN"), ("PR", "PRI"), ("PS", "PSE"), ("PT", "PRT"), ("PW", "PLW"), ("PY", "PRY"),
    ("QA", "QAT"), ("RE", "REU"), ("RO", "ROU"), ("RS", "SRB"), ("RU", "RUS"), ("RW", "RWA"),
    ("SA", "SAU"), ("SB", "SLB"), ("SC", "SYC"), ("SD", "SDN"), ("SE", "SWE"), ("SG", "SGP"),
    ("SH", "SHN"), ("SI", "SVN"), ("SJ", "SJM"), ("SK", "SVK"), ("SL", "SLE"), ("SM", "SMR"),
    ("SN", "SEN"), ("SO", "SOM"), ("SR", "SUR"), ("SS", "SSD"), ("ST", "STP"), ("SV", "SLV"),
    ("SX", "SXM"), ("SY", "SYR"), ("SZ", "SWZ"), ("TC", "TCA"), ("TD", "TCD"), ("TF", "ATF"),
    ("TG", "TGO"), ("TH", "THA"), ("TJ", "TJK"), ("TK", "TKL"), ("TL", "TLS"), ("TM", "TKM"),
    ("TN", "TUN"), ("TO", "TON"), ("TR", "TUR"), ("TT", "TTO"), ("TV", "TUV"), ("TW", "TWN"),
    ("TZ", "TZA"), ("UA", "UKR"), ("UG", "UGA"), ("UM", "UMI"), ("US", "USA"), ("UY", "URY"),
    ("UZ", "UZB"), ("VA", "VAT"), ("VC", "VCT"), ("VE", "VEN"), ("VG", "VGB"), ("VI", "VIR"),
    ("VN", "VNM"), ("VU", "VUT"), ("WF", "WLF"), ("WS", "WSM"), ("YE", "YEM"), ("YT", "MYT"),
    ("ZA", "ZAF"), ("ZM", "ZMB"), ("ZW", "ZWE"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_countries_is_sorted_for_its_search() {
        assert!(COUNTRIES.is_sorted_by(|a, b| a.0 < b.0));
    }

    #[test]
    fn the_latvian_country_is_not_the_latvian_language() {
        let iri = Country::new("LV").unwrap().iri();
        assert_eq!(iri.as_str(), "http://publications.europa.eu/resource/authority/country/LVA");
        assert_eq!(crate::LanguageTag::new("lv").unwrap().eu_code(), Some("LAV"));
    }
}
