//! The cost of writing quads by one writer or another, each in a process of its own.

use anslag_rdf::{Graph, Syntax};
use anslag_source::{Corpus, Report};
use anyhow::Context;
use oxttl::NQuadsSerializer;
use std::{
    io::{self, Write},
    path::Path,
};

/// Number of times that each quad is written, so that writing outweighs the preparation.
const TIMES: usize = 10;

/// A writer of N-Quads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub(crate) enum Writer {
    /// Nothing is written.
    None,
    /// That of anslag-rdf.
    Own,
    /// That of oxttl.
    Oxttl,
}

impl Writer {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Own => "own",
            Self::Oxttl => "oxttl",
        }
    }
}

/// Writes the quads of a corpus, and prints how many bytes they are.
pub(crate) fn run(writer: Writer, data: &Path) -> anyhow::Result<()> {
    let corpus = Corpus::open(data, &mut Report::default())?.context("something is wrong with the corpus")?;
    let publication = &corpus.publication;
    let graphs = corpus.index().map(|entry| Ok(anslag_rdf::graph(publication, &corpus.read(&entry?)?)));
    let graphs = graphs.collect::<anyhow::Result<Vec<Graph>>>()?;
    let mut count = Count(0);
    for _ in 0..TIMES {
        // As many at once as a chunk holds.
        for chunk in graphs.chunks(16) {
            let mut bytes = Vec::new();
            match writer {
                Writer::None => {}
                Writer::Own => drop(Syntax::NQuads.chunk(publication, chunk, &mut bytes)?),
                Writer::Oxttl => oxttl(chunk, &mut bytes)?,
            }
            count.write_all(&bytes)?;
        }
    }
    anstream::println!("{}", count.0);
    Ok(())
}

fn oxttl(graphs: &[Graph], out: &mut Vec<u8>) -> io::Result<()> {
    let mut serializer = NQuadsSerializer::new().for_writer(out);
    for graph in graphs {
        for triple in &graph.triples {
            serializer.serialize_quad(triple.as_ref().in_graph(&graph.name))?;
        }
    }
    serializer.finish();
    Ok(())
}

/// Takes bytes and counts them.
struct Count(u64);

impl Write for Count {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 += bytes.len() as u64;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
