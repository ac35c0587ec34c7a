use anslag_core::AuthorityTable;
use anyhow::{Context, bail};
use clap::Args;
use oxrdf::{NamedOrBlankNode, Term, Triple};
use oxrdfxml::RdfXmlParser;
use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs::{self, File},
    io::BufReader,
    path::{Path, PathBuf},
};

/// Holds the committed codes of the EU's authority tables against the tables themselves.
///
/// Download a table as SKOS in RDF/XML (on `https://op.europa.eu/en/web/eu-vocabularies/authority-tables`: Download, SKOS);
/// nothing is fetched from here.
#[derive(Args)]
pub(crate) struct Options {
    /// The downloaded files, a table each
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Writes the labels and the version of the tables into crates/core/codes
    #[arg(long)]
    write: bool,
}

/// A table as it was downloaded.
#[derive(Debug, Default)]
struct Downloaded {
    version: Option<String>,
    codes: BTreeMap<String, Code>,
}

#[derive(Debug, Default)]
struct Code {
    sv: String,
    en: String,
    is_deprecated: bool,
}

/// Compares each table, says what differs, and fails where something does that was not written.
pub(crate) fn run(options: &Options) -> anyhow::Result<()> {
    let mut differing = 0;
    for path in &options.files {
        let file = File::open(path).with_context(|| format!("cannot open {}", path.display()))?;
        let triples = RdfXmlParser::new().for_reader(BufReader::new(file));
        let triples =
            triples.map(|triple| triple.with_context(|| format!("cannot read {} as RDF/XML", path.display())));
        let (table, downloaded) = read(triples)?.with_context(|| {
            let names: Vec<_> = AuthorityTable::ALL.iter().map(|table| table.key()).collect();
            format!("{} holds none of the tables {}", path.display(), names.join(", "))
        })?;
        let Comparison { differences, lost, text } = compare(table, &downloaded);
        for difference in differences.iter().chain(&lost) {
            anstream::println!("{}: {difference}", table.key());
        }
        if options.write && lost.is_empty() {
            let target = Path::new("crates/core/codes").join(format!("{}.tsv", table.key()));
            fs::write(&target, text).with_context(|| format!("cannot write {}", target.display()))?;
            anstream::println!("{}: written to {}", table.key(), target.display());
        } else {
            differing += differences.len() + lost.len();
        }
    }
    if differing > 0 {
        bail!(
            "the committed codes differ from the tables; --write takes labels and versions, remove codes that are gone by hand"
        );
    }
    Ok(())
}

/// Reads the codes of the one table that the triples describe.
fn read(
    triples: impl IntoIterator<Item = anyhow::Result<Triple>>,
) -> anyhow::Result<Option<(AuthorityTable, Downloaded)>> {
    let mut tables: BTreeMap<AuthorityTable, Downloaded> = BTreeMap::new();
    for triple in triples {
        let triple = triple?;
        let NamedOrBlankNode::NamedNode(subject) = &triple.subject else { continue };
        for table in AuthorityTable::ALL {
            let Some(rest) = subject.as_str().strip_prefix(table.iri().as_str()) else { continue };
            let value = match &triple.object {
                Term::Literal(literal) => (literal.value(), literal.language()),
                Term::NamedNode(node) => (node.as_str(), None),
                Term::BlankNode(_) => continue,
            };
            // Properties are told by their names: that of deprecation has changed its namespace.
            let property = triple.predicate.as_str().rsplit(['/', '#']).next().unwrap_or_default();
            match (rest, property, value) {
                ("", "versionInfo", (version, _)) => {
                    tables.entry(table).or_default().version = Some(version.to_owned());
                }
                (code, property, value) => {
                    let Some(code) = code.strip_prefix('/').filter(|code| !code.contains('/')) else { continue };
                    let code = tables.entry(table).or_default().codes.entry(code.to_owned()).or_default();
                    let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                    match (property, value) {
                        ("prefLabel", (label, Some("sv"))) => code.sv = one_line(label),
                        ("prefLabel", (label, Some("en"))) => code.en = one_line(label),
                        ("deprecated", (flag, _)) => code.is_deprecated |= flag == "true",
                        ("status", (status, _)) => {
                            code.is_deprecated |= status.ends_with("/DEPRECATED") || status.ends_with("/RETIRED");
                        }
                        _ => {}
                    }
                }
            }
        }
    }
    // A table refers to codes of others; its own are the most.
    Ok(tables.into_iter().max_by_key(|(_, downloaded)| downloaded.codes.len()))
}

/// Differences between a committed and a downloaded table.
struct Comparison {
    /// Labels that are others.
    differences: Vec<String>,
    /// Codes that we use and that are no longer to be used.
    lost: Vec<String>,
    /// The committed file as it should be.
    text: String,
}

fn compare(table: AuthorityTable, downloaded: &Downloaded) -> Comparison {
    let (mut differences, mut lost) = (Vec::new(), Vec::new());
    let first = table.text().lines().next().unwrap_or_default();
    let version = downloaded.version.as_deref().unwrap_or("without a version");
    let mut text = format!("{first}\n# Taken from: the table itself, version {version}\n");
    for own in table.codes() {
        match downloaded.codes.get(own.code) {
            None => lost.push(format!("{} is not in the table", own.code)),
            Some(code) if code.is_deprecated => lost.push(format!("{} is deprecated", own.code)),
            Some(code) => {
                for (language, ours, theirs) in [("sv", own.sv, &code.sv), ("en", own.en, &code.en)] {
                    if ours != theirs {
                        differences.push(format!("{} is {theirs:?} in {language}, not {ours:?}", own.code));
                    }
                }
                let line = format!("{}\t{}\t{}", own.code, code.sv, code.en);
                writeln!(text, "{}", line.trim_end()).expect("a String takes all text");
            }
        }
    }
    Comparison { differences, lost, text }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = r#"<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:owl="http://www.w3.org/2002/07/owl#"
        xmlns:at="http://publications.europa.eu/ontology/authority/">
        <skos:ConceptScheme rdf:about="http://publications.europa.eu/resource/authority/access-right">
          <owl:versionInfo>20240925-0</owl:versionInfo>
        </skos:ConceptScheme>"#;

    fn concept(code: &str, sv: &str, more: &str) -> String {
        format!(
            r#"<skos:Concept rdf:about="http://publications.europa.eu/resource/authority/access-right/{code}">
            <skos:prefLabel xml:lang="sv">{sv}</skos:prefLabel><skos:prefLabel xml:lang="en">{code}</skos:prefLabel>
            <skos:prefLabel xml:lang="de">x</skos:prefLabel>{more}</skos:Concept>"#
        )
    }

    fn compared(concepts: &[String]) -> Comparison {
        let xml = format!("{HEAD}{}</rdf:RDF>", concepts.concat());
        let triples = RdfXmlParser::new().for_slice(&xml).map(|triple| Ok(triple?));
        let (table, downloaded) = read(triples).unwrap().unwrap();
        assert_eq!(table, AuthorityTable::AccessRight);
        compare(table, &downloaded)
    }

    #[test]
    fn labels_are_taken_and_codes_that_are_gone_are_told() {
        let public = concept("PUBLIC", "offentlig\n  för alla", "");
        let restricted = concept("RESTRICTED", "Begränsad", "<at:deprecated>true</at:deprecated>");
        let found = compared(&[public, restricted]);
        assert_eq!(found.lost, ["NON_PUBLIC is not in the table", "RESTRICTED is deprecated"]);
        let differences =
            ["PUBLIC is \"offentlig för alla\" in sv, not \"Publik\"", "PUBLIC is \"PUBLIC\" in en, not \"Public\""];
        assert_eq!(found.differences, differences);
        assert!(
            found.text.ends_with(
                "\n# Taken from: the table itself, version 20240925-0\nPUBLIC\toffentlig för alla\tPUBLIC\n"
            )
        );
    }

    #[test]
    fn what_is_no_table_is_none() {
        assert!(read([]).unwrap().is_none());
    }
}
