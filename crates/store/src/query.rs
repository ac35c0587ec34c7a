use crate::{
    answer::{Answer, AnswerFormat, WrittenAnswer},
    embedded::Embedded,
    error::{EvaluationFault, QueryError},
    guard::{QUERY_STACK, ensure_bounded},
    syntax::syntax_error,
};
use anslag_vocab::{ALL, OF_THE_CATALOGUE};
use oxigraph::sparql::{CancellationToken, QueryEvaluationError, QueryResults, SparqlEvaluator};
use std::{
    io::Write,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

/// Options of a query.
#[derive(Clone, Copy, Debug, Default)]
pub struct QueryOptions {
    /// Format of the answer; `None` is a table for people, JSON for programs, and Turtle for triples.
    pub format: Option<AnswerFormat>,
    /// `true` if people read the answer on a terminal.
    pub is_for_people: bool,
    /// Time limit.
    pub timeout: Option<TimeLimit>,
    /// Maximum number of rows or triples.
    pub limit: Option<usize>,
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

/// Answers a query (SPARQL 1.1) and writes the answer.
///
/// The prefixes of our vocabularies need no declaration, and the default graph is the union of all graphs. `SERVICE` fails:
/// no other server is asked. A query that is too large to be evaluated on a stack of bounded size is refused. A cancelled query that does not end stays behind on its thread until the process ends.
pub fn query<W: Write + Send + 'static>(
    embedded: &Embedded,
    text: &str,
    options: QueryOptions,
    out: W,
) -> Result<(WrittenAnswer, W), QueryError> {
    ensure_bounded(text)?;
    let token = CancellationToken::new();
    let (sender, receiver) = mpsc::channel();
    let (embedded, text, own) = (embedded.clone(), text.to_owned(), token.clone());
    // After a timeout, nobody receives the answer.
    let run = move || drop(sender.send(answer(&embedded, &text, options, own, out)));
    thread::Builder::new().stack_size(QUERY_STACK).spawn(run).map_err(|source| QueryError::Start { source })?;
    let received = match options.timeout {
        None => receiver.recv().map_err(RecvTimeoutError::from),
        Some(timeout) => receiver.recv_timeout(timeout.left()),
    };
    match (received, options.timeout) {
        (Ok(answer), _) => answer,
        (Err(RecvTimeoutError::Timeout), Some(timeout)) => {
            token.cancel();
            receiver.recv_timeout(GRACE).unwrap_or(Err(timeout.error()))
        }
        (Err(_), _) => Err(QueryError::Engine),
    }
}

fn answer<W: Write>(
    embedded: &Embedded,
    text: &str,
    options: QueryOptions,
    token: CancellationToken,
    out: W,
) -> Result<(WrittenAnswer, W), QueryError> {
    let mut evaluator = SparqlEvaluator::new().with_cancellation_token(token);
    for vocabulary in ALL.iter().chain(&OF_THE_CATALOGUE) {
        evaluator = evaluator
            .with_prefix(vocabulary.prefix, vocabulary.namespace)
            .expect("the namespaces of our vocabularies are IRIs");
    }
    // The parser reads ahead for keywords and would report the end of a shorter text.
    let padded = format!("{text}\n{}", " ".repeat(32));
    let prepared = evaluator.parse_query(&padded).map_err(|error| syntax_error(text, &error.to_string()))?;
    let evaluation_error = |error| match (error, options.timeout) {
        (QueryEvaluationError::Cancelled, Some(timeout)) => timeout.error(),
        (error, _) => QueryError::Evaluation { fault: evaluation_fault(error) },
    };
    let results = prepared.on_store(&embedded.store).execute().map_err(evaluation_error)?;
    let answer = match results {
        QueryResults::Solutions(solutions) => Answer::Solutions(solutions),
        QueryResults::Boolean(truth) => Answer::Truth(truth),
        QueryResults::Graph(triples) => Answer::Triples(triples),
    };
    let format = options.format.unwrap_or_else(|| answer.default_format(options.is_for_people));
    if !answer.can_be(format) {
        return Err(QueryError::Format { format: format.key(), kind: answer.kind() });
    }
    let written = answer.write(format, options.limit, out);
    written.map_err(|error| match error.downcast::<QueryEvaluationError>() {
        Ok(error) => evaluation_error(error),
        Err(source) => QueryError::Write { source },
    })
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
