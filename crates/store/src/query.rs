use crate::{
    answer::{Answer, AnswerFormats, WrittenAnswer},
    embedded::Embedded,
    error::{EvaluationFault, QueryError},
    guard::{QUERY_STACK, ensure_bounded},
    syntax::syntax_error,
};
use anslag_vocab::{ALL, OF_THE_CATALOGUE};
use oxigraph::{
    model::NamedNode,
    sparql::{CancellationToken, QueryEvaluationError, QueryResults, SparqlEvaluator},
};
use serde::{Deserialize, Serialize};
use std::{
    fmt,
    io::Write,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

/// Options of a query.
#[derive(Clone, Debug, Default)]
pub struct QueryOptions {
    /// Formats of the answer.
    pub formats: AnswerFormats,
    /// Maximum number of rows or triples.
    pub limit: Option<usize>,
    /// Dataset that replaces the one of the query.
    pub dataset: Option<Dataset>,
    /// IRI that relative IRIs of the query are resolved against.
    pub base: Option<String>,
}

/// Graphs of the store that a query is answered from (SPARQL 1.1 Protocol, section 2.1.4).
#[derive(Clone, Debug, Default, Deserialize, PartialEq, Eq, Serialize)]
pub struct Dataset {
    /// IRIs of the graphs whose union is the default graph.
    pub default: Vec<String>,
    /// IRIs of the named graphs.
    pub named: Vec<String>,
}

/// Request to end a query. Clones share it.
#[derive(Clone, Default)]
pub struct Cancellation {
    token: CancellationToken,
}

impl Cancellation {
    /// Ends the query the next time that it reads from the store.
    pub fn cancel(&self) {
        self.token.cancel();
    }
}

impl fmt::Debug for Cancellation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Cancellation").field("is_cancelled", &self.token.is_cancelled()).finish()
    }
}

/// Time limit of a query, which may have begun before it.
#[derive(Clone, Copy, Debug)]
pub struct TimeLimit {
    limit: Duration,
    started: Instant,
}

impl TimeLimit {
    /// Returns a limit that begins now.
    #[must_use]
    pub fn new(limit: Duration) -> Self {
        Self { limit, started: Instant::now() }
    }

    /// Calls a function on another thread, and waits for its result as long as the limit allows.
    ///
    /// After that, the thread stays behind until the process ends.
    pub fn run<T: Send + 'static>(self, call: impl FnOnce() -> T + Send + 'static) -> Result<T, QueryError> {
        let (sender, receiver) = mpsc::channel();
        // After the limit, nobody receives the result.
        let run = move || drop(sender.send(call()));
        thread::Builder::new().spawn(run).map_err(|source| QueryError::Start { source })?;
        receiver.recv_timeout(self.left()).map_err(|_| self.error())
    }

    fn left(self) -> Duration {
        self.limit.saturating_sub(self.started.elapsed())
    }

    fn error(self) -> QueryError {
        QueryError::Timeout { seconds: self.limit.as_secs() }
    }
}

/// Maximum time to wait for a cancelled query to end.
const GRACE: Duration = Duration::from_millis(100);

/// Answers a query on a thread of its own, as [`answer`] does, and gives up after a time limit.
///
/// A cancelled query that does not end stays behind on its thread until the process ends.
pub fn query<W: Write + Send + 'static>(
    embedded: &Embedded,
    text: &str,
    options: QueryOptions,
    timeout: Option<TimeLimit>,
    out: W,
) -> Result<(WrittenAnswer, W), QueryError> {
    let cancellation = Cancellation::default();
    let (sender, receiver) = mpsc::channel();
    let (embedded, text, own) = (embedded.clone(), text.to_owned(), cancellation.clone());
    // After a timeout, nobody receives the answer.
    let run = move || drop(sender.send(answer(&embedded, &text, &options, &own, out)));
    thread::Builder::new().stack_size(QUERY_STACK).spawn(run).map_err(|source| QueryError::Start { source })?;
    let received = match timeout {
        None => receiver.recv().map_err(RecvTimeoutError::from),
        Some(timeout) => receiver.recv_timeout(timeout.left()),
    };
    match (received, timeout) {
        (Ok(answer), _) => answer,
        (Err(RecvTimeoutError::Timeout), Some(timeout)) => {
            cancellation.cancel();
            match receiver.recv_timeout(GRACE) {
                Ok(answer) if !matches!(answer, Err(QueryError::Cancelled)) => answer,
                Ok(_) | Err(_) => Err(timeout.error()),
            }
        }
        (Err(_), _) => Err(QueryError::Engine),
    }
}

/// Answers a query (SPARQL 1.1) and writes the answer, unless it is cancelled before. Runs on a thread with [`QUERY_STACK`].
///
/// The prefixes of our vocabularies need no declaration, and the default graph is the union of all graphs. `SERVICE` fails:
/// no other server is asked. A query that is too large to be evaluated on a stack of bounded size is refused.
pub fn answer<W: Write>(
    embedded: &Embedded,
    text: &str,
    options: &QueryOptions,
    cancellation: &Cancellation,
    out: W,
) -> Result<(WrittenAnswer, W), QueryError> {
    ensure_bounded(text)?;
    let mut evaluator = SparqlEvaluator::new().with_cancellation_token(cancellation.token.clone());
    for vocabulary in ALL.iter().chain(&OF_THE_CATALOGUE) {
        evaluator = evaluator
            .with_prefix(vocabulary.prefix, vocabulary.namespace)
            .expect("the namespaces of our vocabularies are IRIs");
    }
    if let Some(base) = &options.base {
        evaluator = evaluator.with_base_iri(base).map_err(|_| QueryError::Engine)?;
    }
    // The parser reads ahead for keywords and would report the end of a shorter text.
    let padded = format!("{text}\n{}", " ".repeat(32));
    let mut prepared = evaluator.parse_query(&padded).map_err(|error| syntax_error(text, &error.to_string()))?;
    if let Some(Dataset { default, named }) = &options.dataset {
        let dataset = prepared.dataset_mut();
        dataset.set_default_graph(graphs(default)?.map(Into::into).collect());
        dataset.set_available_named_graphs(graphs(named)?.map(Into::into).collect());
    }
    let results = prepared.on_store(&embedded.store).execute().map_err(evaluation_error)?;
    let answer = match results {
        QueryResults::Solutions(solutions) => Answer::Solutions(solutions),
        QueryResults::Boolean(truth) => Answer::Truth(truth),
        QueryResults::Graph(triples) => Answer::Triples(triples),
    };
    let format = answer.choose(options.formats);
    if !answer.can_be(format) {
        return Err(QueryError::Format { format: format.key(), kind: answer.kind() });
    }
    let written = answer.write(format, options.limit, out);
    written.map_err(|error| match error.downcast::<QueryEvaluationError>() {
        Ok(error) => evaluation_error(error),
        Err(source) => QueryError::Write { source },
    })
}

/// Returns the names of graphs.
fn graphs(names: &[String]) -> Result<impl Iterator<Item = NamedNode>, QueryError> {
    let name = |name: &String| NamedNode::new(name).map_err(|_| QueryError::GraphName { name: name.clone() });
    Ok(names.iter().map(name).collect::<Result<Vec<_>, _>>()?.into_iter())
}

fn evaluation_error(error: QueryEvaluationError) -> QueryError {
    match error {
        QueryEvaluationError::Cancelled => QueryError::Cancelled,
        error => QueryError::Evaluation { fault: evaluation_fault(error) },
    }
}

fn evaluation_fault(error: QueryEvaluationError) -> EvaluationFault {
    match error {
        QueryEvaluationError::Service(_)
        | QueryEvaluationError::UnboundService
        | QueryEvaluationError::InvalidServiceName(_)
        | QueryEvaluationError::UnsupportedService(_) => EvaluationFault::Service,
        QueryEvaluationError::UnsupportedCustomFunction(function) => {
            EvaluationFault::UnknownFunction { function: function.into_string() }
        }
        // The enum is open.
        error => EvaluationFault::Other { detail: format!("oxigraph: {error}") },
    }
}
