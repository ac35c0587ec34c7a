use anslag_vocab::{Vocabulary, rdf};
use oxrdf::{Term, Triple};
use oxrdfxml::RdfXmlSerializer;
use std::{
    io::{self, Write},
    sync::LazyLock,
};

/// Text before and after the descriptions.
pub(crate) struct Frame {
    pub(crate) header: Vec<u8>,
    pub(crate) footer: Vec<u8>,
}

/// Beginning and end of every document.
pub(crate) static FRAME: LazyLock<Frame> = LazyLock::new(|| {
    let empty = serializer(&of_announcements()).for_writer(Vec::new()).finish().expect("a Vec takes all bytes");
    let footer = b"\n</rdf:RDF>";
    let header = empty.strip_suffix(footer).expect("an empty document ends with its root's end tag");
    Frame { header: header.to_vec(), footer: [footer, b"\n".as_slice()].concat() }
});

/// Writes descriptions, without what stands before and after them.
pub(crate) fn triples<'a>(triples: impl IntoIterator<Item = &'a Triple>, mut out: impl Write) -> io::Result<()> {
    let mut serializer = serializer(&of_announcements()).for_writer(Vec::new());
    for triple in triples {
        serializer.serialize_triple(triple)?;
    }
    let document = serializer.finish()?;
    let descriptions = document
        .strip_prefix(FRAME.header.as_slice())
        .and_then(|rest| rest.strip_suffix(FRAME.footer.trim_ascii_end()))
        .expect("header and footer do not depend on the descriptions");
    out.write_all(descriptions)
}

/// Writes a document with the prefixes of the properties and classes that it uses.
pub(crate) fn document(triples: &[Triple], mut out: impl Write) -> io::Result<()> {
    let is_used = |vocabulary: &&Vocabulary| {
        triples.iter().any(|triple| {
            let class = match &triple.object {
                Term::NamedNode(class) if triple.predicate == rdf::TYPE => class.as_str(),
                _ => "",
            };
            [triple.predicate.as_str(), class].iter().any(|iri| iri.starts_with(vocabulary.namespace))
        })
    };
    let all = anslag_vocab::ALL.iter().chain(&anslag_vocab::OF_THE_CATALOGUE);
    let mut serializer = serializer(&all.filter(is_used).collect::<Vec<_>>()).for_writer(&mut out);
    for triple in triples {
        serializer.serialize_triple(triple)?;
    }
    serializer.finish()?;
    out.write_all(b"\n")
}

/// The vocabularies of the properties and classes of announcements.
fn of_announcements() -> Vec<&'static Vocabulary> {
    anslag_vocab::ALL.iter().filter(|vocabulary| !vocabulary.terms.is_empty()).collect()
}

fn serializer(vocabularies: &[&Vocabulary]) -> RdfXmlSerializer {
    let mut serializer = RdfXmlSerializer::new();
    for vocabulary in vocabularies {
        serializer = serializer
            .with_prefix(vocabulary.prefix, vocabulary.namespace)
            .expect("the namespaces of vocabularies are valid IRIs");
    }
    serializer
}
