use super::protocol::{Question, Refusal, RefusalKind, Reply, Request};
use anslag_store::{AnswerFormat, Cancellation, Embedded, QUERY_STACK, QueryError, QueryOptions, answer};
use anslag_wording::{Language, Wording};
use std::{
    io::{self, BufRead, Write},
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Mutex, PoisonError},
    thread::{self, JoinHandle},
};

/// Maximum length of an answer, in bytes.
const MAX_ANSWER: usize = 32 << 20;

/// Answers the queries that a server writes into a pipe, one after the other, until the server is gone.
///
/// The process does nothing else: a query that takes too much memory ends it, and the server starts another one.
pub fn answer_queries<W: Write + Send + 'static>(
    embedded: &Embedded,
    input: impl BufRead,
    output: W,
) -> io::Result<()> {
    let output = Arc::new(Mutex::new(output));
    let mut running = Cancellation::default();
    let mut former: Option<JoinHandle<()>> = None;
    write(&output, &Reply::Ready, &[])?;
    for line in input.lines() {
        match serde_json::from_str(&line?)? {
            Request::Answer(question) => {
                // Its stack is a part of the memory.
                if let Some(former) = former.take() {
                    let _ = former.join();
                }
                running = Cancellation::default();
                let (embedded, output, cancellation) = (embedded.clone(), Arc::clone(&output), running.clone());
                // A server that is gone needs no reply.
                let run = move || drop(reply(&embedded, &question, &cancellation, &output));
                former = Some(thread::Builder::new().stack_size(QUERY_STACK).spawn(run)?);
            }
            Request::Cancel => running.cancel(),
        }
    }
    Ok(())
}

/// Replies to a query.
fn reply(
    embedded: &Embedded,
    question: &Question,
    cancellation: &Cancellation,
    output: &Mutex<impl Write>,
) -> io::Result<()> {
    let answered = catch_unwind(AssertUnwindSafe(|| try_answer(embedded, question, cancellation)));
    match answered.unwrap_or(Err(QueryError::Engine)) {
        Ok((format, is_cut, bytes)) => write(output, &Reply::Answer { format, is_cut, len: bytes.len() }, &bytes),
        Err(error) => write(output, &Reply::Refusal(Refusal::new(&error, question)), &[]),
    }
}

/// Answers a query; returns the format of the answer, whether it was cut, and its bytes.
fn try_answer(
    embedded: &Embedded,
    question: &Question,
    cancellation: &Cancellation,
) -> Result<(AnswerFormat, bool, Vec<u8>), QueryError> {
    let options = QueryOptions {
        formats: question.formats,
        limit: Some(question.limit),
        dataset: question.dataset.clone(),
        base: Some(question.base.clone()),
    };
    let (written, out) = answer(embedded, &question.text, &options, cancellation, Bounded(Vec::new()))?;
    Ok((written.format, written.is_cut, out.0))
}

impl Refusal {
    fn new(error: &QueryError, question: &Question) -> Self {
        let (kind, place) = match error {
            QueryError::Syntax { place, .. } => (RefusalKind::Query, *place),
            QueryError::TooLarge { place, .. } => (RefusalKind::Query, Some(*place)),
            QueryError::Evaluation { .. } | QueryError::GraphName { .. } => (RefusalKind::Query, None),
            QueryError::Format { .. } => (RefusalKind::Format, None),
            QueryError::Write { .. } => (RefusalKind::TooLong, None),
            QueryError::Memory { .. }
            | QueryError::Start { .. }
            | QueryError::Engine
            | QueryError::Cancelled
            | QueryError::Timeout { .. } => (RefusalKind::Engine, None),
        };
        let language = Language::ALL.into_iter().find(|language| language.tag() == question.language);
        Self { kind, place, message: error.in_language(language.unwrap_or_default()).to_string() }
    }
}

/// Writes a reply, and the bytes that follow it.
fn write(output: &Mutex<impl Write>, reply: &Reply, bytes: &[u8]) -> io::Result<()> {
    let mut output = output.lock().unwrap_or_else(PoisonError::into_inner);
    writeln!(output, "{}", serde_json::to_string(reply)?)?;
    output.write_all(bytes)?;
    output.flush()
}

/// Bytes of an answer, which refuse to become longer than allowed.
struct Bounded(Vec<u8>);

impl Write for Bounded {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.len() + bytes.len() > MAX_ANSWER {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
