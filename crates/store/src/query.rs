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
    /// How the answer is written; where none is given, as a table for people, as JSON for programs, and triples as Turtle.
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

impl Answered {
    /// Counts one more, or says that there are as many as there may be.
    pub(crate) const fn is_full(&mut self, limit: usize) -> bool {
        self.is_cut = self.count == limit;
        if !self.is_cut {
            self.count += 1;
        }
        self.is_cut
    }
}

/// How long a query may take to end that was given up.
const GRACE: Duration = Duration::from_millis(100);

/// Answers a query (SPARQL 1.1) and writes the answer.
///
/// The prefixes of the vocabularies that we write with are known; the default graph is all graphs together. Nothing is asked
/// of other servers: `SERVICE` fails. A query that is given up and does not end of itself is left behind on a thread of its
/// own, which ends with the process.
pub fn query<W: Write + Send + 'static>(
    embedded: &Embedded,
    text: &str,
    options: QueryOptions,
    out: W,
) -> Result<(Answered, W), QueryError> {
    let token = CancellationToken::new();
    let (sender, receiver) = mpsc::channel();
    let (embedded, text, own) = (embedded.clone(), text.to_owned(), token.clone());
    thread::spawn(move || {
        // Where nobody waits any more, nobody is told.
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
) -> Result<(Answered, W), QueryError> {
    let mut evaluator = SparqlEvaluator::new().with_cancellation_token(token);
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
            let (line, column) = (line.parse::<usize>().ok()?, column.parse::<usize>().ok()?);
            let wanted = expected.trim_start_matches("expected ").trim_start_matches("one of ");
            let wanted: Vec<&str> = wanted.split(", ").collect();
            let before = text.split_inclusive('\n').take(line.checked_sub(1)?).map(|line| line.chars().count());
            let at = before.sum::<usize>() + column.checked_sub(1)?;
            let is_keyword = |wanted: &&str| wanted.bytes().all(|byte| byte.is_ascii_uppercase());
            let ahead = wanted.iter().map(|wanted| wanted.len()).max().filter(|_| wanted.iter().all(is_keyword));
            let at = ahead.map_or(at, |ahead| behind(text, at, ahead));
            Some((place_in(text, at), expectation(&wanted)))
        };
        match place() {
            Some((place, expected)) => Self::Syntax { place: Some(place), expected },
            None => Self::Syntax { place: None, expected: words.to_owned() },
        }
    }
}

/// The place that is meant where the parser has looked for keywords alone: it reads as many letters as they have, and names
/// the place behind them. Where a word stands before these letters, it should have been a keyword; otherwise the last word
/// among them is as near as anybody can tell.
fn behind(text: &str, at: usize, letters: usize) -> usize {
    let characters: Vec<char> = text.trim_end().chars().collect();
    let start = at.saturating_sub(letters);
    let word = characters.iter().skip(start).take_while(|character| character.is_ascii_alphabetic()).count();
    if word > 0 && characters.get(start + word) != Some(&':') {
        return start;
    }
    let last = at.min(characters.len()).saturating_sub(1);
    let is_space = |position: &usize| characters.get(position - 1).is_none_or(|character| character.is_whitespace());
    (start + 1..=last).rev().find(is_space).unwrap_or(start)
}

/// What the parser would have liked, without its classes of characters.
fn expectation(wanted: &[&str]) -> String {
    const UNKNOWN_PREFIX: &str = "Prefix not found";
    if wanted.contains(&UNKNOWN_PREFIX) {
        return UNKNOWN_PREFIX.to_lowercase();
    }
    let mut named: Vec<&str> = wanted.iter().copied().filter(|wanted| !wanted.starts_with('[')).collect();
    let more = if named.len() > SHOWN { ", …" } else { "" };
    named.truncate(SHOWN);
    match named.as_slice() {
        [] => "something else is expected here".to_owned(),
        [one] => format!("expected {one}"),
        several => format!("expected one of {}{more}", several.join(", ")),
    }
}

/// How many of the things are named that a parser would have liked.
const SHOWN: usize = 8;

/// The line and the column of the character at a position; of the last place where the text ends before it, or in the
/// white space at its end.
fn place_in(text: &str, at: usize) -> (usize, usize) {
    let end = text.trim_end().chars().count();
    let before: String = text.chars().take(at.min(end)).collect();
    let line = before.matches('\n').count() + 1;
    (line, before.rsplit('\n').next().unwrap_or_default().chars().count() + 1)
}

impl Error for QueryError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Write { source } => Some(source),
            Self::Syntax { .. } | Self::Timeout { .. } | Self::Evaluation { .. } | Self::Format { .. } => None,
        }
    }
}
