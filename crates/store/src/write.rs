mod context;
mod graph_store;
mod quads;
mod tally;
mod update;
mod writer;

pub(crate) use context::Context;
pub(crate) use tally::Tally;

use crate::{error::LoadError, lock::lock, method::Method, queue::Queue};
use graph_store::GraphStoreWriter;
use quads::QuadsWriter;
use std::{
    num::NonZeroUsize,
    sync::{
        Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};
use update::UpdateWriter;
use writer::Writer;

/// Removes the graphs that are no longer published, and then writes those of the queue by a method.
pub(crate) fn write<'a>(
    context: &'a Context<'a>,
    queue: Queue<'a>,
    method: Method,
    connections: NonZeroUsize,
) -> Result<(), LoadError> {
    match method {
        Method::Update => write_by(UpdateWriter::new(context), queue, connections),
        Method::GraphStore => write_by(GraphStoreWriter::new(context), queue, connections),
        Method::Quads => write_by(QuadsWriter::new(context), queue, connections),
    }
}

fn write_by<'a>(mut writer: impl Writer<'a>, queue: Queue<'a>, connections: NonZeroUsize) -> Result<(), LoadError> {
    writer.start()?;
    let connections = if writer.is_concurrent() { connections } else { NonZeroUsize::MIN };
    let (queue, is_stopped) = (Mutex::new(queue), AtomicBool::new(false));
    let write_batches = || -> Result<(), LoadError> {
        while !is_stopped.load(Ordering::Relaxed) {
            let batch = lock(&queue).next_batch(writer.max_triples())?;
            if batch.is_empty() {
                break;
            }
            writer.write(batch)?;
        }
        Ok(())
    };
    let run = || write_batches().inspect_err(|_| is_stopped.store(true, Ordering::Relaxed));
    let results: Vec<Result<(), LoadError>> = thread::scope(|scope| {
        // This thread is one of them. Where the system gives no more, there are fewer connections.
        let threads: Vec<_> =
            (1..connections.get()).map_while(|_| thread::Builder::new().spawn_scoped(scope, run).ok()).collect();
        let own = run();
        let others = threads.into_iter().map(|thread| thread.join().expect("no thread panics"));
        [own].into_iter().chain(others).collect()
    });
    results.into_iter().collect::<Result<(), _>>()?;
    writer.finish(&mut queue.into_inner().unwrap_or_else(PoisonError::into_inner))
}
