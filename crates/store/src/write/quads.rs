use super::{context::Context, graph_store::GraphStoreWriter, writer::Writer};
use crate::{
    error::LoadError,
    queue::{Queue, QueuedGraph},
};

/// Writes many graphs per request, as N-Quads sent to the address of the Graph Store Protocol.
///
/// The standard has no such request. What only the Graph Store Protocol itself can do is left to it.
pub(super) struct QuadsWriter<'a> {
    context: &'a Context<'a>,
    graph_store: GraphStoreWriter<'a>,
}

impl<'a> QuadsWriter<'a> {
    pub(super) fn new(context: &'a Context<'a>) -> Self {
        Self { context, graph_store: GraphStoreWriter::new(context) }
    }
}

impl<'a> Writer<'a> for QuadsWriter<'a> {
    fn start(&mut self) -> Result<(), LoadError> {
        self.graph_store.start()
    }

    fn write(&self, mut batch: Vec<QueuedGraph<'a>>) -> Result<(), LoadError> {
        let Context { remote, state, existing, tally, .. } = self.context;
        let mut quads = String::new();
        for QueuedGraph { planned, graph } in &batch {
            if existing.contains(&planned.name) {
                remote.delete(&planned.name)?;
            }
            write_quads(&planned.name, &graph.statements, &mut quads);
        }
        match remote.post_quads(&quads) {
            Ok(()) => {
                let claims: Vec<String> = batch.iter().map(|graph| graph.planned.claim()).collect();
                let mut quads = String::new();
                write_quads(&state.name, &claims, &mut quads);
                remote.post_quads(&quads)?;
                tally.add_written(&batch);
                Ok(())
            }
            Err(error) if !error.is_request_specific() => Err(error.into()),
            Err(_) if batch.len() == 1 => self.graph_store.write(batch),
            Err(_) => {
                let rest = batch.split_off(batch.len() / 2);
                self.write(batch)?;
                self.write(rest)
            }
        }
    }

    fn finish(&mut self, queue: &mut Queue<'a>) -> Result<(), LoadError> {
        self.graph_store.finish(queue)
    }
}

/// Appends statements as N-Quads.
fn write_quads(graph: &str, statements: &[String], quads: &mut String) {
    for statement in statements {
        let triple = statement.strip_suffix('.').unwrap_or(statement);
        quads.extend([triple, "<", graph, "> .\n"]);
    }
}
