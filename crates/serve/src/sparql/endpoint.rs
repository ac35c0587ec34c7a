use super::{
    pool::{Pool, WorkerCommand},
    process::Outcome,
    protocol::{Question, Refusal},
};
use crate::{Dist, Edition};
use anslag_store::AnswerFormat;
use std::{
    num::{NonZeroU32, NonZeroUsize},
    sync::{Arc, OnceLock},
    time::Duration,
};
use tokio::{
    sync::{OwnedSemaphorePermit, Semaphore, oneshot},
    time,
};

/// Maximum memory of answers that are being sent, in MiB.
const MAX_SENT: u32 = 256;

/// Time that a query waits for a process.
const WAIT: Duration = Duration::from_secs(10);

/// Time between two looks at the publication.
const INTERVAL: Duration = Duration::from_millis(500);

/// File that queries are answered from.
const DUMP: &str = "data/announcements.nq";

/// Settings of the SPARQL endpoint.
#[derive(Clone, Debug)]
pub struct SparqlOptions {
    /// Command line of a process that answers queries.
    pub worker: WorkerCommand,
    /// Maximum number of these processes, and so of queries that are answered at a time.
    pub processes: NonZeroUsize,
    /// Time limit of a query in seconds.
    pub timeout: NonZeroU32,
    /// Queries that the page offers.
    pub queries: Vec<ShippedQuery>,
}

/// A query that comes with the program.
#[derive(Clone, Debug)]
pub struct ShippedQuery {
    /// Title in Swedish.
    pub swedish: String,
    /// Title in English.
    pub english: String,
    /// SPARQL text.
    pub text: String,
}

/// The SPARQL endpoint: it lets processes answer queries from the publication of today.
#[derive(Debug)]
pub(super) struct Endpoint {
    dist: Arc<Dist>,
    options: SparqlOptions,
    pool: Arc<Pool>,
    sent: Arc<Semaphore>,
    keeper: OnceLock<()>,
}

/// An answer, with the permit to hold it in memory.
#[derive(Debug)]
pub(super) struct Answer {
    pub(super) format: AnswerFormat,
    pub(super) is_cut: bool,
    pub(super) bytes: Vec<u8>,
    pub(super) permit: OwnedSemaphorePermit,
}

/// Reason why the endpoint gives no answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// The process refuses the query.
    Refused(Refusal),
    /// The time limit has passed.
    Timeout,
    /// The query takes too much memory.
    Memory,
    /// Others are answered first, or no publication is loaded.
    Busy,
    /// The publication has no file that queries are answered from.
    NoDump,
}

impl Endpoint {
    pub(super) fn new(dist: Arc<Dist>, options: SparqlOptions) -> Self {
        let pool = Arc::new(Pool::new(options.worker.clone(), options.processes.get()));
        Self { dist, options, pool, sent: Arc::new(Semaphore::new(MAX_SENT as usize)), keeper: OnceLock::new() }
    }

    /// Returns the publication of today.
    pub(super) async fn edition(&self) -> Arc<Edition> {
        self.dist.edition().await
    }

    pub(super) fn options(&self) -> &SparqlOptions {
        &self.options
    }

    /// Answers a query. If nobody waits any more, it is cancelled.
    pub(super) async fn answer(&self, question: Question) -> Result<Answer, Failure> {
        let edition = self.edition().await;
        if edition.entry(DUMP).is_none() {
            return Err(Failure::NoDump);
        }
        let (stamp, process) = in_time(self.pool.take(edition.stamp())).await?;
        let timeout = Duration::from_secs(self.options.timeout.get().into());
        let (mut sender, receiver) = oneshot::channel();
        let (pool, sent) = (Arc::clone(&self.pool), Arc::clone(&self.sent));
        // The process is put back also if the client goes away.
        tokio::spawn(async move {
            let patience = async {
                tokio::select! {
                    () = time::sleep(timeout) => {}
                    () = sender.closed() => {}
                }
            };
            let (outcome, process) = process.ask(question, patience).await;
            // Until it has its permit, the answer keeps the process, so that few answers wait in memory.
            let answer = tokio::select! {
                answer = permitted(outcome, sent) => answer,
                () = sender.closed() => Err(Failure::Busy),
            };
            pool.put_back(stamp, process);
            // Nobody may wait any more.
            let _ = sender.send(answer);
        });
        receiver.await.unwrap_or(Err(Failure::Memory))
    }

    /// Begins to keep a process that has loaded the publication of today.
    pub(super) fn keep(&self) {
        self.keeper.get_or_init(|| {
            let (dist, pool) = (Arc::clone(&self.dist), Arc::clone(&self.pool));
            tokio::spawn(async move {
                loop {
                    let edition = dist.edition().await;
                    if edition.entry(DUMP).is_some() {
                        pool.keep(edition.stamp());
                    }
                    time::sleep(INTERVAL).await;
                }
            });
        });
    }
}

/// Returns the answer that a query came to, with the permit to hold it in memory.
async fn permitted(outcome: Outcome, sent: Arc<Semaphore>) -> Result<Answer, Failure> {
    match outcome {
        Outcome::Answer { format, is_cut, bytes } => {
            let mib = u32::try_from(bytes.len() >> 20).unwrap_or(MAX_SENT) + 1;
            let permit = in_time(sent.acquire_many_owned(mib)).await?;
            Ok(Answer { format, is_cut, bytes, permit: permit.map_err(|_| Failure::Busy)? })
        }
        Outcome::Refusal(refusal) => Err(Failure::Refused(refusal)),
        Outcome::Cancelled => Err(Failure::Timeout),
        Outcome::Ended => Err(Failure::Memory),
    }
}

/// Waits for something as long as a query may wait.
async fn in_time<T>(future: impl Future<Output = T>) -> Result<T, Failure> {
    time::timeout(WAIT, future).await.map_err(|_| Failure::Busy)
}
