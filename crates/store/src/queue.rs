use crate::{
    dump::QuadsFile,
    error::DumpError,
    graph::NamedGraph,
    plan::{GraphSource, PlannedGraph},
};
use std::{collections::VecDeque, ops::Range};

/// Maximum number of sections.
const MAX_SECTIONS: usize = 32;

/// Minimum number of graphs in a section.
const MIN_SECTION: usize = 100;

/// Maximum size of a batch, in bytes of its statements.
const MAX_BYTES: usize = 4_000_000;

/// Graphs that remain to be loaded, read as their turn comes.
///
/// Consecutive batches come from different sections. Neighbouring graphs have similar names, and a store that locks its
/// index of names page by page (Virtuoso) would make each batch wait for the previous one.
pub(crate) struct Queue<'a> {
    quads: QuadsFile,
    load: &'a [PlannedGraph],
    sections: VecDeque<Range<usize>>,
}

/// A graph with its statements.
pub(crate) struct QueuedGraph<'a> {
    pub(crate) planned: &'a PlannedGraph,
    pub(crate) graph: NamedGraph,
}

impl<'a> Queue<'a> {
    pub(crate) fn new(quads: QuadsFile, load: &'a [PlannedGraph]) -> Self {
        let length = load.len().div_ceil(MAX_SECTIONS).max(MIN_SECTION);
        let sections = (0..load.len()).step_by(length).map(|start| start..load.len().min(start + length)).collect();
        Self { quads, load, sections }
    }

    /// Reads the next graphs: at most so many triples, but at least one graph. Returns an empty batch at the end.
    pub(crate) fn next_batch(&mut self, max_triples: usize) -> Result<Vec<QueuedGraph<'a>>, DumpError> {
        let (mut batch, mut triples, mut bytes) = (Vec::new(), 0, 0);
        let Some(mut section) = self.sections.pop_front() else { return Ok(batch) };
        for planned in &self.load[section.clone()] {
            if triples > 0 && (triples + planned.triples > max_triples || bytes > MAX_BYTES) {
                break;
            }
            let queued = self.read(planned)?;
            triples += planned.triples;
            bytes += queued.graph.statements.iter().map(String::len).sum::<usize>();
            section.start += 1;
            batch.push(queued);
        }
        if !section.is_empty() {
            self.sections.push_back(section);
        }
        Ok(batch)
    }

    /// Reads a graph.
    pub(crate) fn read(&mut self, planned: &'a PlannedGraph) -> Result<QueuedGraph<'a>, DumpError> {
        let graph = match &planned.source {
            GraphSource::Quads(span) => self.quads.read(*span)?,
            GraphSource::Memory(graph) => graph.clone(),
        };
        Ok(QueuedGraph { planned, graph })
    }
}
