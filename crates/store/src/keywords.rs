/// Keywords and functions of SPARQL 1.1 queries (section 19.8).
#[rustfmt::skip]
pub(crate) const KEYWORDS: [&str; 117] = [
    "ABS", "ALL", "AS", "ASC", "ASK", "AVG", "BASE", "BIND", "BNODE", "BOUND", "BY", "CEIL", "COALESCE", "CONCAT",
    "CONSTRUCT", "CONTAINS", "COUNT", "DATATYPE", "DAY", "DESC", "DESCRIBE", "DISTINCT", "ENCODE_FOR_URI", "EXISTS",
    "FALSE", "FILTER", "FLOOR", "FROM", "GRAPH", "GROUP", "GROUP_CONCAT", "HAVING", "HOURS", "IF", "IN", "IRI",
    "ISBLANK", "ISIRI", "ISLITERAL", "ISNUMERIC", "ISURI", "LANG", "LANGMATCHES", "LCASE", "LIMIT", "MAX", "MD5", "MIN",
    "MINUS", "MINUTES", "MONTH", "NAMED", "NOT", "NOW", "OFFSET", "OPTIONAL", "ORDER", "PREFIX", "RAND", "REDUCED",
    "REGEX", "REPLACE", "ROUND", "SAMETERM", "SAMPLE", "SECONDS", "SELECT", "SEPARATOR", "SERVICE", "SHA1", "SHA256",
    "SHA384", "SHA512", "SILENT", "STR", "STRAFTER", "STRBEFORE", "STRDT", "STRENDS", "STRLANG", "STRLEN", "STRSTARTS",
    "STRUUID", "SUBSTR", "SUM", "TIMEZONE", "TRUE", "TZ", "UCASE", "UNDEF", "UNION", "URI", "UUID", "VALUES", "WHERE",
    "YEAR",
    // Updates (SPARQL 1.1 Update, section 3), which are keywords too.
    "ADD", "CLEAR", "COPY", "CREATE", "DATA", "DEFAULT", "DELETE", "DROP", "INSERT", "INTO", "LOAD", "MOVE", "TO",
    "USING", "WITH",
    // The one in lower case.
    "A",
    // Extensions of the engine.
    "TRIPLE", "SUBJECT", "PREDICATE", "OBJECT", "ISTRIPLE",
];

/// Words that an update begins with.
const UPDATES: [&str; 10] = ["INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"];

/// Returns whether the word begins an update.
pub(crate) fn begins_update(word: &str) -> bool {
    UPDATES.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Returns whether the word is a keyword or a function.
pub(crate) fn is_keyword(word: &str) -> bool {
    KEYWORDS.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Returns the keyword that a misspelt word is meant as.
pub(crate) fn nearest_keyword(word: &str) -> Option<&'static str> {
    let upper = word.to_uppercase();
    let near = KEYWORDS.iter().map(|known| (strsim::damerau_levenshtein(&upper, known), *known));
    let near = near.filter(|(distance, known)| *distance <= 1 + known.len() / 5 && known.len() > 2);
    near.min().map(|(_, known)| known)
}
