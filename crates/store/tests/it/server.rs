use oxigraph::{
    io::{RdfFormat, RdfParser, RdfSerializer},
    model::{GraphName, GraphNameRef, NamedNode, Quad},
    sparql::{
        QueryResults, SparqlEvaluator,
        results::{QueryResultsFormat, QueryResultsSerializer},
    },
    store::Store,
};
use spargebra::SparqlParser;
use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    net::{Shutdown, TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

/// A received request.
#[derive(Clone, Debug)]
pub(crate) struct Request {
    pub(crate) method: String,
    pub(crate) path: String,
    /// The graph of the Graph Store Protocol.
    pub(crate) graph: Option<String>,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
}

/// What the server does instead of answering.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// Answers with a status and its phrase, fields, and a body.
    Answer(&'static str, &'static [&'static str], String),
    /// Closes the connection without an answer.
    Close,
    /// Does what it should, and closes the connection in the middle of the answer.
    Half,
}

type Faults = dyn Fn(&Request, usize) -> Option<Fault> + Send + Sync;

/// A store behind HTTP on the loopback interface that records its requests.
///
/// It has the paths `/query`, `/update` and `/store`. The last one is the Graph Store Protocol, and takes N-Quads too.
pub(crate) struct Server {
    pub(crate) store: Store,
    address: String,
    shared: Arc<Shared>,
}

struct Shared {
    store: Store,
    requests: Mutex<Vec<Request>>,
    faults: Mutex<Arc<Faults>>,
    /// How many operations on the store it has power for. A PUT without power does half of its work.
    power: AtomicUsize,
    operations: AtomicUsize,
}

impl Server {
    pub(crate) fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let store = Store::new().unwrap();
        let shared = Arc::new(Shared {
            store: store.clone(),
            requests: Mutex::default(),
            faults: Mutex::new(Arc::new(|_, _| None)),
            power: AtomicUsize::new(usize::MAX),
            operations: AtomicUsize::new(0),
        });
        let kept = Arc::clone(&shared);
        thread::spawn(move || {
            for stream in listener.incoming() {
                let shared = Arc::clone(&kept);
                thread::spawn(move || shared.serve(&stream.unwrap()));
            }
        });
        Self { store, address, shared }
    }

    pub(crate) fn url(&self, path: &str) -> String {
        format!("http://{}/{path}", self.address)
    }

    /// From now on, a fault for a request; the number counts the requests from here.
    pub(crate) fn fail(&self, faults: impl Fn(&Request, usize) -> Option<Fault> + Send + Sync + 'static) {
        self.requests();
        *self.shared.faults.lock().unwrap() = Arc::new(faults);
    }

    pub(crate) fn recover(&self) {
        self.fail(|_, _| None);
    }

    /// Gives power for so many operations from here, and tells how many have been done before.
    pub(crate) fn power(&self, operations: usize) -> usize {
        self.shared.power.store(operations, Ordering::SeqCst);
        self.shared.operations.swap(0, Ordering::SeqCst)
    }

    /// The requests since the last time.
    pub(crate) fn requests(&self) -> Vec<Request> {
        std::mem::take(&mut *self.shared.requests.lock().unwrap())
    }

    /// The requests since the last time that may have changed anything.
    pub(crate) fn writes(&self) -> Vec<Request> {
        self.requests().into_iter().filter(|request| request.path != "/query").collect()
    }

    /// All quads, one a line of N-Quads, sorted.
    pub(crate) fn quads(&self) -> BTreeSet<String> {
        self.store.iter().map(|quad| quad.unwrap().to_string()).collect()
    }
}

impl Shared {
    fn serve(&self, stream: &TcpStream) {
        let mut reader = BufReader::new(stream.try_clone().unwrap());
        while let Some(request) = read(&mut reader) {
            let number = {
                let mut requests = self.requests.lock().unwrap();
                requests.push(request.clone());
                requests.len()
            };
            let faults = Arc::clone(&self.faults.lock().unwrap());
            let answer = match faults(&request, number) {
                None => self.answer(&request),
                Some(Fault::Answer(status, fields, body)) => {
                    let fields: String = fields.iter().map(|field| format!("{field}\r\n")).collect();
                    Some(format!("HTTP/1.1 {status}\r\n{fields}Content-Length: {}\r\n\r\n{body}", body.len()))
                }
                Some(Fault::Close) => None,
                Some(Fault::Half) => {
                    let answer = self.answer(&request).unwrap_or_default();
                    let _ = (&mut &*stream).write_all(&answer.as_bytes()[..answer.len() - 5]);
                    None
                }
            };
            let Some(answer) = answer else { break };
            if (&mut &*stream).write_all(answer.as_bytes()).is_err() {
                break;
            }
        }
        let _ = stream.shutdown(Shutdown::Both);
    }

    /// Whether there is power for one more operation.
    fn has_power(&self) -> bool {
        let has_power = self.power.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |power| match power {
            usize::MAX => Some(power),
            _ => power.checked_sub(1),
        });
        if has_power.is_ok() {
            self.operations.fetch_add(1, Ordering::SeqCst);
        }
        has_power.is_ok()
    }

    /// The answer to a request; none where the power has failed.
    fn answer(&self, request: &Request) -> Option<String> {
        let answer = |status: &str, media_type: &str, body: &str| {
            let length = body.len();
            format!("HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\nContent-Length: {length}\r\n\r\n{body}")
        };
        let wrong = |error: &dyn ToString| answer("400 Bad Request", "text/plain", &error.to_string());
        let done = answer("204 No Content", "text/plain", "");
        if self.power.load(Ordering::SeqCst) == 0 {
            return None;
        }
        match (request.method.as_str(), request.path.as_str()) {
            ("POST", "/query") => {
                let query = percent_decode(request.body.strip_prefix("query=").unwrap());
                Some(match self.query(&query) {
                    Ok((media_type, body)) => answer("200 OK", media_type, &body),
                    Err(error) => wrong(&error),
                })
            }
            ("POST", "/update") => {
                let update = match SparqlParser::new().parse_update(&request.body) {
                    Ok(update) => update,
                    Err(error) => return Some(wrong(&error)),
                };
                for operation in update.operations {
                    if !self.has_power() {
                        return None;
                    }
                    let update = spargebra::Update { base_iri: None, operations: vec![operation] };
                    SparqlEvaluator::new().for_update(update).on_store(&self.store).execute().unwrap();
                }
                Some(done)
            }
            (method, "/store") => {
                let quads = match (&request.graph, method) {
                    (Some(graph), "PUT" | "POST") => {
                        let graph = GraphName::from(NamedNode::new(graph).unwrap());
                        let parser = RdfParser::from_format(RdfFormat::NTriples).with_default_graph(graph);
                        parser.for_slice(&request.body).collect::<Result<Vec<Quad>, _>>()
                    }
                    (Some(_), "DELETE") => Ok(Vec::new()),
                    (None, "POST") => RdfParser::from_format(RdfFormat::NQuads).for_slice(&request.body).collect(),
                    _ => return Some(answer("405 Method Not Allowed", "text/plain", "no")),
                };
                let mut quads = match quads {
                    Ok(quads) => quads,
                    Err(error) => return Some(wrong(&error)),
                };
                let has_power = self.has_power();
                if !has_power {
                    quads.truncate(quads.len() / 2);
                }
                if let (Some(graph), "PUT" | "DELETE") = (&request.graph, method) {
                    self.store.clear_graph(GraphNameRef::from(NamedNode::new(graph).unwrap().as_ref())).unwrap();
                }
                self.store.extend(quads).unwrap();
                has_power.then_some(done)
            }
            _ => Some(answer("404 Not Found", "text/html", "<html>Nothing here</html>")),
        }
    }

    fn query(&self, query: &str) -> Result<(&'static str, String), Box<dyn std::error::Error>> {
        let results = SparqlEvaluator::new().parse_query(query)?.on_store(&self.store).execute()?;
        let serializer = QueryResultsSerializer::from_format(QueryResultsFormat::Json);
        let (media_type, bytes) = match results {
            QueryResults::Solutions(solutions) => {
                let mut serializer =
                    serializer.serialize_solutions_to_writer(Vec::new(), solutions.variables().to_vec())?;
                for solution in solutions {
                    serializer.serialize(&solution?)?;
                }
                ("application/sparql-results+json", serializer.finish()?)
            }
            QueryResults::Boolean(truth) => {
                ("application/sparql-results+json", serializer.serialize_boolean_to_writer(Vec::new(), truth)?)
            }
            QueryResults::Graph(triples) => {
                let mut serializer = RdfSerializer::from_format(RdfFormat::NTriples).for_writer(Vec::new());
                for triple in triples {
                    serializer.serialize_triple(&triple?)?;
                }
                ("application/n-triples", serializer.finish()?)
            }
        };
        Ok((media_type, String::from_utf8(bytes)?))
    }
}

fn read(reader: &mut impl BufRead) -> Option<Request> {
    let mut line = String::new();
    reader.read_line(&mut line).ok().filter(|length| *length > 0)?;
    let mut words = line.split(' ');
    let (method, target) = (words.next()?.to_owned(), words.next()?.to_owned());
    let (path, query) = target.split_once('?').unwrap_or((&target, ""));
    let graph = query.split('&').find_map(|pair| pair.strip_prefix("graph=")).map(percent_decode);
    let mut headers = Vec::new();
    loop {
        let mut line = String::new();
        reader.read_line(&mut line).ok()?;
        match line.trim_end().split_once(": ") {
            Some((name, value)) => headers.push((name.to_ascii_lowercase(), value.to_owned())),
            None => break,
        }
    }
    let length =
        headers.iter().find(|(name, _)| name == "content-length").map_or(0, |(_, value)| value.parse().unwrap());
    let mut body = vec![0; length];
    reader.read_exact(&mut body).ok()?;
    Some(Request { method, path: path.to_owned(), graph, headers, body: String::from_utf8(body).unwrap() })
}

fn percent_decode(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] == b'%' {
            decoded.push(u8::from_str_radix(&text[at + 1..at + 3], 16).unwrap());
            at += 3;
        } else {
            decoded.push(bytes[at]);
            at += 1;
        }
    }
    String::from_utf8(decoded).unwrap()
}
