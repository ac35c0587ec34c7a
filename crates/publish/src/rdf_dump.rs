use crate::dump::{Chunk, Dump, Note};
use anslag_core::{FormatSpec, Publication};
use anslag_rdf::{Graph, Syntax};
use std::{io, ops::Range};

/// Every graph in a syntax of RDF, the register's first.
pub(crate) struct RdfDump(pub(crate) Syntax);

impl Dump for RdfDump {
    fn spec(&self) -> &'static FormatSpec {
        self.0.format().spec()
    }

    fn prologue(&self, publication: &Publication, register: &Graph) -> io::Result<Vec<u8>> {
        self.0.prologue(publication, register, Vec::new())
    }

    fn chunk(&self, publication: &Publication, chunk: &Chunk) -> io::Result<(Vec<u8>, Note)> {
        Ok((self.0.chunk(publication, chunk.graphs(publication), Vec::new())?, Note::new()))
    }

    fn epilogue(&self, _: &[(Range<u64>, Note)]) -> io::Result<Vec<u8>> {
        self.0.epilogue(Vec::new())
    }
}
