use crate::{
    answer::{Answer, AnswerFormat, WrittenAnswer},
    embedded::Embedded,
    error::QueryError,
    syntax::syntax_error,
};
use anslag_vocab::{ALL, OF_THE_CATALOGUE};
use oxigraph::sparql::{CancellationToken, QueryEvaluationError, QueryResults, SparqlEvaluator};
use std::{io::Write, sync::mpsc, thread, time::Duration};

/// Options of a query.
#[derive(Clone, Copy, Debug, Default)]
pub struct QueryOptions {
    /// Format of the answer; `None` is a table for people, JSON for programs, and Turtle for triples.
    pub format: Option<AnswerFormat>,
    /// Whether people read the answer on a terminal.
    pub is_for_people: bool,
    /// Time limit.
    pub timeout: Option<Duration>,
    /// Maximum number of rows or triples.
    pub limit: Option<usize>,
}

/// How long to wait for a cancelled query to end.
const GRACE: Duration = Duration::from_millis(100);

/// Answers a query (SPARQL 1.1) and writes the answer.
///
/// The prefixes of our vocabularies need no declaration, and the default graph is the union of all graphs. `SERVICE` fails:
/// no other server is asked. A cancelled query that does not end stays behind on its thread until the process ends.
pub fn query<W: Write + Send + 'static>(
    embedded: &Embedded,
    text: &str,
    options: QueryOptions,
    out: W,
) -> Result<(WrittenAnswer, W), QueryError> {
    let token = CancellationToken::new();
    let (sender, receiver) = mpsc::channel();
    let (embedded, text, own) = (embedded.clone(), text.to_owned(), token.clone());
    thread::spawn(move || {
        // After a timeout, nobody receives the answer.
        let _ = sender.send(answer(&embedded, &text, options, own, out));
    });
    let Some(timeout) = options.timeout else {
        return receiver.recv().expect("the thread sends before it ends");
    };
    receiver
        .recv_timeout(timeout)
        .or_else(|_| {
            token.cancel();
            receiver.recv_timeout(GRACE)
        })
        .unwrap_or(Err(QueryError::Timeout { seconds: timeout.as_secs() }))
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
    let mut prepared = evaluator.parse_query(&padded).map_err(|error| syntax_error(text, &error.to_string()))?;
    if prepared.dataset().is_default_dataset() {
        prepared.dataset_mut().set_default_graph_as_union();
    }
    let evaluation_error = |error| match (error, options.timeout) {
        (QueryEvaluationError::Cancelled, Some(timeout)) => QueryError::Timeout { seconds: timeout.as_secs() },
        (error, _) => QueryError::Evaluation { reason: error.to_string() },
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
