use crate::{
    answer::{Answer, AnswerFormat},
    embedded::Embedded,
};
use anslag_vocab::{ALL, OF_THE_CATALOGUE};
use anslag_wording::wording;
use oxigraph::sparql::{CancellationToken, QueryEvaluationError, QueryResults, SparqlEvaluator};
use std::{
    error::Error,
    io::{self, Write},
    sync::mpsc,
    thread,
    time::Duration,
};

/// How a query is answered.
#[derive(Clone, Copy, Debug, Default)]
pub struct QueryOptions {
    /// How the answer is written; where none is given, [`AnswerFormat::default_of`] says.
    pub format: Option<AnswerFormat>,
    /// Whether people read it on a terminal.
    pub is_for_people: bool,
    /// When the query is given up.
    pub timeout: Option<Duration>,
    /// How many rows or triples are written at most.
    pub limit: Option<usize>,
}

/// What was answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answered {
    /// How many rows or triples were written.
    pub count: usize,
    /// Whether there were more than the limit.
    pub is_cut: bool,
}

/// Answers a query (SPARQL 1.1) and writes the answer.
///
/// The prefixes of the vocabularies that we write with are known; the default graph is all graphs together. Nothing is asked
/// of other servers: `SERVICE` fails.
pub fn query<W: Write>(
    embedded: &Embedded,
    text: &str,
    options: QueryOptions,
    out: W,
) -> Result<(Answered, W), QueryError> {
    let token = CancellationToken::new();
    let mut evaluator = SparqlEvaluator::new().with_cancellation_token(token.clone());
    for vocabulary in ALL.iter().chain(&OF_THE_CATALOGUE) {
        evaluator = evaluator
            .with_prefix(vocabulary.prefix, vocabulary.namespace)
            .expect("the namespaces of our vocabularies are IRIs");
    }
    // The parser reads ahead in search of keywords, and would name the end of a text that ends before them.
    let padded = format!("{text}\n{}", " ".repeat(32));
    let mut prepared = evaluator.parse_query(&padded).map_err(|error| QueryError::syntax(text, &error.to_string()))?;
    if prepared.dataset().is_default_dataset() {
        prepared.dataset_mut().set_default_graph_as_union();
    }
    // Its end wakes the thread that waits for the time to pass.
    let (sender, receiver) = mpsc::channel::<()>();
    if let Some(timeout) = options.timeout {
        thread::spawn(move || {
            if receiver.recv_timeout(timeout) == Err(mpsc::RecvTimeoutError::Timeout) {
                token.cancel();
            }
        });
    }
    let of_evaluation = |error| match (error, options.timeout) {
        (QueryEvaluationError::Cancelled, Some(timeout)) => QueryError::Timeout { seconds: timeout.as_secs() },
        (error, _) => QueryError::Evaluation { reason: error.to_string() },
    };
    let results = prepared.on_store(&embedded.store).execute().map_err(of_evaluation)?;
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
    drop(sender);
    written.map_err(|error| match error.downcast::<QueryEvaluationError>() {
        Ok(error) => of_evaluation(error),
        Err(source) => QueryError::Write { source },
    })
}

wording! {
    /// Why there is no answer to a query.
    #[derive(Debug)]
    pub enum QueryError {
        /// It is no SPARQL.
        Syntax {
            /// The line, from 1; none where the parser names no place.
            place: Option<(usize, usize)>,
            /// What the parser had expected, in its words.
            expected: String,
        }
            en("this is no SPARQL query: {expected}")
            sv("det här är ingen fråga i SPARQL: {expected}"),
        /// It took too long.
        Timeout {
            /// How long it might have taken.
            seconds: u64,
        }
            en("the query was given up after {seconds} s; help: ask for less, or give it more time with --timeout")
            sv("frågan avbröts efter {seconds} s; hjälp: fråga efter mindre, eller ge den mer tid med --timeout"),
        /// It cannot be answered.
        Evaluation {
            /// Why, in the words of the store.
            reason: String,
        }
            en("the query cannot be answered: {reason}")
            sv("frågan kan inte besvaras: {reason}"),
        /// The answer has no such form.
        Format {
            /// The form's key.
            format: &'static str,
            /// What the answer is.
            kind: AnswerKind,
        }
            en("the answer is {kind}, which cannot be written as {format}")
            sv("svaret är {kind}, vilket inte kan skrivas som {format}"),
        /// The answer could not be written.
        Write {
            /// Why.
            source: io::Error,
        }
            en("cannot write the answer")
            sv("det går inte att skriva svaret"),
    }
}

wording! {
    /// What an answer is.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum AnswerKind {
        /// That of SELECT.
        Rows en("rows") sv("rader"),
        /// That of ASK.
        Truth en("yes or no") sv("ja eller nej"),
        /// That of CONSTRUCT and DESCRIBE.
        Triples en("triples") sv("tripler"),
    }
}

impl QueryError {
    /// Takes the parser's words, which begin with the place.
    fn syntax(text: &str, words: &str) -> Self {
        let place = || {
            let (place, expected) = words.strip_prefix("error at ")?.split_once(": ")?;
            let (line, column) = place.split_once(':')?;
            let place: (usize, usize) = (line.parse().ok()?, column.parse().ok()?);
            (place.0 > 0 && place.1 > 0).then(|| (place, expected.to_owned()))
        };
        match place() {
            Some((place, expected)) => Self::Syntax { place: Some(floor(text, place)), expected },
            None => Self::Syntax { place: None, expected: words.to_owned() },
        }
    }
}

/// A place that is in the text, also where the parser has come to its end.
fn floor(text: &str, (line, column): (usize, usize)) -> (usize, usize) {
    match text.lines().nth(line - 1) {
        Some(_) => (line, column),
        None => (text.lines().count().max(1), text.lines().last().unwrap_or_default().chars().count() + 1),
    }
}

impl Error for QueryError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Write { source } => Some(source),
            Self::Syntax { .. } | Self::Timeout { .. } | Self::Evaluation { .. } | Self::Format { .. } => None,
        }
    }
}
