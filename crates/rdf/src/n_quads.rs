use crate::Graph;
use oxrdf::Triple;
use oxttl::{NQuadsSerializer, NTriplesSerializer};
use std::io::{self, Write};

/// Writes triples as N-Triples.
pub(crate) fn triples<'a>(triples: impl IntoIterator<Item = &'a Triple>, mut out: impl Write) -> io::Result<()> {
    let mut serializer = NTriplesSerializer::new().low_level();
    for triple in triples {
        serializer.serialize_triple(triple, &mut out)?;
    }
    Ok(())
}

/// Writes graphs as N-Quads.
pub(crate) fn quads(graphs: &[Graph], mut out: impl Write) -> io::Result<()> {
    let mut serializer = NQuadsSerializer::new().low_level();
    for graph in graphs {
        for triple in &graph.triples {
            serializer.serialize_quad(triple.as_ref().in_graph(&graph.name), &mut out)?;
        }
    }
    Ok(())
}
