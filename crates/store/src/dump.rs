use crate::{
    error::DumpError,
    graph::{NamedGraph, hex},
};
use oxigraph::{
    io::{RdfFormat, RdfParser},
    model::{NamedOrBlankNode, Term},
};
use sha2::{Digest as _, Sha256};
use std::{
    fs::File,
    io::{self, BufRead, BufReader, Read, Seek, SeekFrom},
    path::{Path, PathBuf},
};

/// What a publication has for a store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dump {
    /// The N-Quads, in which the quads of a graph stand together.
    pub quads: Listed,
    /// Documents that are graphs of their own.
    pub documents: Vec<Document>,
}

/// A file with the SHA-256 that it was published with, in hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Where it is.
    pub path: PathBuf,
    /// Its digest.
    pub sha256: String,
}

/// A graph that stands in files of its own, in Turtle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The graph's name, an IRI.
    pub graph: String,
    /// The files, whose triples are all in the graph.
    pub files: Vec<Listed>,
}

/// Where a graph stands in the N-Quads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    offset: u64,
    length: usize,
}

/// The N-Quads of a dump, opened once: what takes the file's place meanwhile is not read.
#[derive(Debug)]
pub(crate) struct Quads {
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
                let quad = quad.map_err(|error| DumpError::NotRdf { path: path.clone(), reason: error.to_string() })?;
                if matches!(quad.subject, NamedOrBlankNode::BlankNode(_)) || matches!(quad.object, Term::BlankNode(_)) {
                    return Err(DumpError::BlankNode { path: path.clone() });
                }
                statements.push(format!("{} {} {} .", quad.subject, quad.predicate, quad.object));
            }
        }
        Ok(NamedGraph { name: self.graph.clone(), statements })
    }
}

impl Quads {
    /// Opens the file.
    pub(crate) fn open(path: &Path) -> Result<Self, DumpError> {
        let file = File::open(path).map_err(|source| DumpError::Read { path: path.to_path_buf(), source })?;
        Ok(Self { path: path.to_path_buf(), file })
    }

    /// Reads the file once, a graph at a time, and holds it against the digest that it was published with.
    pub(crate) fn each(&self, sha256: &str, mut take: impl FnMut(&NamedGraph, Stretch)) -> Result<(), DumpError> {
        let mut reader = BufReader::with_capacity(1 << 16, &self.file);
        let mut hash = Sha256::new();
        let mut line = Vec::new();
        let mut graph: Option<NamedGraph> = None;
        let (mut start, mut at) = (0, 0);
        for number in 1_usize.. {
            line.clear();
            let length = reader.read_until(b'\n', &mut line).map_err(|source| self.unread(source))?;
            if length == 0 {
                break;
            }
            hash.update(&line);
            let (statement, name) = self.split(&line, number)?;
            match &mut graph {
                Some(graph) if graph.name == name => graph.statements.push(statement),
                other => {
                    if let Some(graph) = other {
                        take(graph, Stretch::new(start, at));
                    }
                    start = at;
                    *other = Some(NamedGraph { name: name.to_owned(), statements: vec![statement] });
                }
            }
            at += length as u64;
        }
        if let Some(graph) = &graph {
            take(graph, Stretch::new(start, at));
        }
        if hex(&hash.finalize()) == *sha256 {
            Ok(())
        } else {
            Err(DumpError::NotAsPublished { path: self.path.clone() })
        }
    }

    /// Reads a graph again.
    pub(crate) fn read(&mut self, stretch: Stretch) -> Result<NamedGraph, DumpError> {
        let mut bytes = vec![0; stretch.length];
        let read = self.file.seek(SeekFrom::Start(stretch.offset)).and_then(|_| self.file.read_exact(&mut bytes));
        read.map_err(|source| self.unread(source))?;
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

    /// A line as a statement without its graph, and the graph's name.
    fn split<'l>(&self, line: &'l [u8], number: usize) -> Result<(String, &'l str), DumpError> {
        let split = || {
            let line = std::str::from_utf8(line).ok()?.trim_end_matches(['\n', '\r']);
            let (triple, graph) = line.strip_suffix("> .")?.rsplit_once(" <")?;
            // With a graph, three terms stand before it: the last one ends in one of these, or in a language.
            triple.splitn(3, ' ').nth(2)?;
            Some((format!("{triple} ."), graph))
        };
        split().ok_or_else(|| DumpError::NotRdf {
            path: self.path.clone(),
            reason: format!("line {number} is no quad in a named graph"),
        })
    }

    fn unread(&self, source: io::Error) -> DumpError {
        DumpError::Read { path: self.path.clone(), source }
    }
}

impl Stretch {
    fn new(start: u64, end: u64) -> Self {
        Self { offset: start, length: usize::try_from(end - start).expect("a graph was in memory a moment ago") }
    }
}
