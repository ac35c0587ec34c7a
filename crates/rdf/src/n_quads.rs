use crate::Graph;
use oxttl::{NQuadsSerializer, NTriplesSerializer};
use std::io::{self, Write};

/// Writes the triples of graphs as N-Triples.
pub(crate) fn triples(graphs: &[Graph], mut out: impl Write) -> io::Result<()> {
    let mut serializer = NTriplesSerializer::new().low_level();
    for triple in graphs.iter().flat_map(|graph| &graph.triples) {
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
