use crate::{
    error::DumpError,
    graph::{NamedGraph, hex},
};
use oxigraph::{
    io::{RdfFormat, RdfParser, RdfSyntaxError},
    model::{NamedOrBlankNode, Term},
};
use sha2::{Digest as _, Sha256};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

/// Published files that go into a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dump {
    /// N-Quads in which the quads of a graph are consecutive.
    pub quads: Listed,
    /// Documents that become one graph each.
    pub documents: Vec<Document>,
}

/// A file that the manifest lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Path of the file.
    pub path: PathBuf,
    /// SHA-256 of its bytes, in hexadecimal digits.
    pub sha256: String,
}

/// A graph made of Turtle files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Name of the graph, an IRI.
    pub graph: String,
    /// Files whose triples are all in the graph.
    pub files: Vec<Listed>,
}

/// Position of a graph in the N-Quads, in bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ByteSpan {
    offset: u64,
    length: usize,
}

/// The N-Quads of a dump, opened once, so that a file that replaces them meanwhile is not read.
#[derive(Debug)]
pub(crate) struct QuadsFile {
    path: PathBuf,
    file: File,
}

impl Document {
    /// Reads the graph.
    pub(crate) fn read(&self) -> Result<NamedGraph, DumpError> {
        let mut statements = Vec::new();
        for Listed { path, sha256 } in &self.files {
            let bytes = std::fs::read(path).map_err(|source| DumpError::Read { path: path.clone(), source })?;
            if hex(&Sha256::digest(&bytes)) != *sha256 {
                return Err(DumpError::NotAsPublished { path: path.clone() });
            }
            for quad in RdfParser::from_format(RdfFormat::Turtle).for_slice(&bytes) {
                let quad = quad.map_err(|error| DumpError::InvalidRdf { path: path.clone(), line: line(&error) })?;
                if matches!(quad.subject, NamedOrBlankNode::BlankNode(_)) || matches!(quad.object, Term::BlankNode(_)) {
                    return Err(DumpError::BlankNode { path: path.clone() });
                }
                statements.push(format!("{} {} {} .", quad.subject, quad.predicate, quad.object));
            }
        }
        Ok(NamedGraph { name: self.graph.clone(), statements })
    }
}

impl QuadsFile {
    /// Opens the file.
    pub(crate) fn open(path: &Path) -> Result<Self, DumpError> {
        let file = File::open(path).map_err(|source| DumpError::Read { path: path.to_path_buf(), source })?;
        Ok(Self { path: path.to_path_buf(), file })
    }

    /// Reads the file once, calls `visit` for each graph, and compares the checksum of the file at the end.
    pub(crate) fn for_each(&self, sha256: &str, mut visit: impl FnMut(&NamedGraph, ByteSpan)) -> Result<(), DumpError> {
        let mut reader = BufReader::with_capacity(1 << 16, &self.file);
        let mut hash = Sha256::new();
        let mut line = Vec::new();
        let mut graph: Option<NamedGraph> = None;
        let (mut start, mut at) = (0, 0);
        for number in 1.. {
            line.clear();
            let length = reader.read_until(b'\n', &mut line).map_err(|source| self.read_error(source))?;
            if length == 0 {
                break;
            }
            hash.update(&line);
            let (statement, name) = self.split(&line, number)?;
            match &mut graph {
                Some(graph) if graph.name == name => graph.statements.push(statement),
                other => {
                    if let Some(graph) = other {
                        visit(graph, ByteSpan::new(start, at));
                    }
                    start = at;
                    *other = Some(NamedGraph { name: name.to_owned(), statements: vec![statement] });
                }
            }
            at += length as u64;
        }
        if let Some(graph) = &graph {
            visit(graph, ByteSpan::new(start, at));
        }
        if hex(&hash.finalize()) == *sha256 {
            Ok(())
        } else {
            Err(DumpError::NotAsPublished { path: self.path.clone() })
        }
    }

    /// Reads a graph again.
    pub(crate) fn read(&mut self, span: ByteSpan) -> Result<NamedGraph, DumpError> {
        let mut bytes = vec![0; span.length];
        let read = self.file.seek(SeekFrom::Start(span.offset)).and_then(|_| self.file.read_exact(&mut bytes));
        read.map_err(|source| self.read_error(source))?;
        let mut graph = NamedGraph { name: String::new(), statements: Vec::new() };
        for (number, line) in (1..).zip(bytes.split_inclusive(|&byte| byte == b'\n')) {
            let (statement, name) = self.split(line, number)?;
            if graph.name.is_empty() {
                name.clone_into(&mut graph.name);
            }
            graph.statements.push(statement);
        }
        Ok(graph)
    }

    /// Splits a line into a statement of N-Triples and the name of its graph.
    fn split<'l>(&self, line: &'l [u8], number: u64) -> Result<(String, &'l str), DumpError> {
        let split = || {
            let line = std::str::from_utf8(line).ok()?.trim_end_matches(['\n', '\r']);
            let (triple, graph) = line.strip_suffix("> .")?.rsplit_once(" <")?;
            // A triple has three terms; if there are fewer, the last IRI is the object and not the graph.
            triple.splitn(3, ' ').nth(2)?;
            Some((format!("{triple} ."), graph))
        };
        split().ok_or_else(|| DumpError::InvalidRdf { path: self.path.clone(), line: number })
    }

    fn read_error(&self, source: io::Error) -> DumpError {
        DumpError::Read { path: self.path.clone(), source }
    }
}

/// Returns the line of a syntax error, from 1. Our files have one statement a line, or begin with the first one.
pub(crate) fn line(error: &RdfSyntaxError) -> u64 {
    error.location().map_or(1, |location| location.start.line + 1)
}

impl ByteSpan {
    fn new(start: u64, end: u64) -> Self {
        Self { offset: start, length: usize::try_from(end - start).expect("the graph was in memory a moment ago") }
    }
}
