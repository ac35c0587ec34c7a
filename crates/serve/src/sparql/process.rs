use super::protocol::{Question, Refusal, Reply, Request};
use anslag_store::AnswerFormat;
use std::{io, pin::pin, process::Stdio, time::Duration};
use tokio::{
    io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader},
    process::{Child, ChildStdin, ChildStdout, Command},
    time,
};

/// Time that a cancelled query is given to end.
const GRACE: Duration = Duration::from_secs(1);

/// A process that has loaded a publication, and answers one query at a time. Dropping it kills it.
#[derive(Debug)]
pub(super) struct Process {
    stdin: ChildStdin,
    stdout: BufReader<ChildStdout>,
    /// Kept, since the process is killed with it.
    child: Child,
}

/// Outcome of a query.
#[derive(Debug)]
pub(super) enum Outcome {
    Answer {
        format: AnswerFormat,
        is_cut: bool,
        bytes: Vec<u8>,
    },
    Refusal(Refusal),
    /// The query was cancelled, since it took too long or nobody waits for it.
    Cancelled,
    /// The process ended, since the query takes too much memory.
    Ended,
}

impl Process {
    /// Starts a process and waits until it has loaded the publication.
    pub(super) async fn start(mut command: Command) -> io::Result<Self> {
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).kill_on_drop(true);
        // Ctrl-C is for the server, which lets queries in flight end.
        #[cfg(unix)]
        command.process_group(0);
        let mut child = command.spawn()?;
        let stdin = child.stdin.take().expect("standard input is piped");
        let stdout = child.stdout.take().expect("standard output is piped");
        let mut process = Self { stdin, stdout: BufReader::new(stdout), child };
        match read(&mut process.stdout).await? {
            (Reply::Ready, _) => Ok(process),
            (Reply::Answer { .. } | Reply::Refusal(_), _) => Err(io::ErrorKind::InvalidData.into()),
        }
    }

    /// Asks a query, and cancels it at the end of `patience`. Also returns the process, unless it has to end.
    pub(super) async fn ask(self, question: Question, patience: impl Future<Output = ()>) -> (Outcome, Option<Self>) {
        let Self { mut stdin, mut stdout, child } = self;
        let mut patience = pin!(patience);
        let request = Request::Answer(question);
        tokio::select! {
            sent = send(&mut stdin, &request) => if sent.is_err() { return (Outcome::Ended, None) },
            () = &mut patience => return (Outcome::Cancelled, None),
        }
        let (is_cancelled, reply) = {
            let mut reply = pin!(read(&mut stdout));
            tokio::select! {
                reply = &mut reply => (false, reply),
                () = &mut patience => {
                    let cancelled = async {
                        send(&mut stdin, &Request::Cancel).await?;
                        reply.await
                    };
                    (true, time::timeout(GRACE, cancelled).await.unwrap_or(Err(io::ErrorKind::TimedOut.into())))
                }
            }
        };
        let process = Some(Self { stdin, stdout, child });
        match reply {
            Ok(_) if is_cancelled => (Outcome::Cancelled, process),
            Ok((Reply::Answer { format, is_cut, .. }, bytes)) => (Outcome::Answer { format, is_cut, bytes }, process),
            Ok((Reply::Refusal(refusal), _)) => (Outcome::Refusal(refusal), process),
            Ok((Reply::Ready, _)) | Err(_) => (if is_cancelled { Outcome::Cancelled } else { Outcome::Ended }, None),
        }
    }
}

/// Reads a reply with its bytes.
async fn read(stdout: &mut BufReader<ChildStdout>) -> io::Result<(Reply, Vec<u8>)> {
    let mut line = String::new();
    if stdout.read_line(&mut line).await? == 0 {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    let reply: Reply = serde_json::from_str(&line)?;
    let mut bytes = Vec::new();
    if let Reply::Answer { len, .. } = reply {
        bytes.resize(len, 0);
        stdout.read_exact(&mut bytes).await?;
    }
    Ok((reply, bytes))
}

/// Writes a request.
async fn send(stdin: &mut ChildStdin, request: &Request) -> io::Result<()> {
    let mut line = serde_json::to_vec(request)?;
    line.push(b'\n');
    stdin.write_all(&line).await
}
