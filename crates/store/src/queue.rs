use crate::{
    dump::Quads,
    error::DumpError,
    graph::NamedGraph,
    plan::{Place, Wanted},
};
use std::{collections::VecDeque, ops::Range};

/// Into how many sections at most the graphs are cut.
const SECTIONS: usize = 32;

/// How many graphs a section has at least.
const SECTION: usize = 100;

/// How many bytes the statements of a batch have at most.
const BATCH_BYTES: usize = 4_000_000;

/// The graphs that are still to be loaded, which are read when it is their turn.
///
/// One batch after the other comes of another section of them. Graphs that follow each other have similar names, and a store
/// that locks its index of names page by page (Virtuoso) would let a batch wait for the one before it.
pub(crate) struct Queue<'a> {
    quads: Quads,
    load: &'a [Wanted],
    sections: VecDeque<Range<usize>>,
}

/// A graph whose turn it is.
pub(crate) struct Item<'a> {
    pub(crate) wanted: &'a Wanted,
    pub(crate) graph: NamedGraph,
}

impl<'a> Queue<'a> {
    pub(crate) fn new(quads: Quads, load: &'a [Wanted]) -> Self {
        let length = load.len().div_ceil(SECTIONS).max(SECTION);
        let sections = (0..load.len()).step_by(length).map(|start| start..load.len().min(start + length)).collect();
        Self { quads, load, sections }
    }

    /// The next graphs that are written together: no more than so many triples, but at least one graph; none at the end.
    pub(crate) fn batch(&mut self, limit: usize) -> Result<Vec<Item<'a>>, DumpError> {
        let (mut batch, mut triples, mut bytes) = (Vec::new(), 0, 0);
        let Some(mut section) = self.sections.pop_front() else { return Ok(batch) };
        for wanted in &self.load[section.clone()] {
            if triples > 0 && (triples + wanted.triples > limit || bytes > BATCH_BYTES) {
                break;
            }
            let item = self.read(wanted)?;
            triples += wanted.triples;
            bytes += item.graph.statements.iter().map(String::len).sum::<usize>();
            section.start += 1;
            batch.push(item);
        }
        if !section.is_empty() {
            self.sections.push_back(section);
        }
        Ok(batch)
    }

    /// Reads a graph.
    pub(crate) fn read(&mut self, wanted: &'a Wanted) -> Result<Item<'a>, DumpError> {
        let graph = match &wanted.place {
            Place::Quads(stretch) => self.quads.read(*stretch)?,
            Place::Held(graph) => graph.clone(),
        };
        Ok(Item { wanted, graph })
    }
}
