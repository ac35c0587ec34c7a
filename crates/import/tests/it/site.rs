use std::{
    collections::BTreeMap,
    fmt::Write as _,
    io::{BufRead, BufReader, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex},
    thread,
};

/// Answer of a site: its head without the length, and its body.
#[derive(Clone, Default)]
pub(crate) struct Reply {
    status: u16,
    fields: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Reply {
    pub(crate) fn new(body: impl Into<Vec<u8>>) -> Self {
        Self { status: 200, fields: Vec::new(), body: body.into() }
    }

    pub(crate) fn status(status: u16) -> Self {
        Self { status, ..Self::default() }
    }

    pub(crate) fn redirect(target: impl Into<String>) -> Self {
        Self::status(301).with("Location", target)
    }

    pub(crate) fn with(mut self, field: &'static str, value: impl Into<String>) -> Self {
        self.fields.push((field, value.into()));
        self
    }
}

/// Stand-in for a website, on the loopback interface.
#[derive(Clone)]
pub(crate) struct Site {
    pub(crate) base: String,
    replies: Arc<Mutex<BTreeMap<String, Vec<Reply>>>>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Site {
    /// Starts a site without content.
    pub(crate) fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let base = format!("http://{}", listener.local_addr().unwrap());
        let site = Self { base, replies: Arc::default(), requests: Arc::default() };
        let served = site.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let _ = served.serve(&stream.unwrap());
            }
        });
        site
    }

    /// Returns the address of a path.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.base)
    }

    /// Sets the answers to a path: one after the other, and then the last again and again.
    pub(crate) fn put(&self, path: &str, replies: impl IntoIterator<Item = Reply>) {
        self.replies.lock().unwrap().insert(path.to_owned(), replies.into_iter().collect());
    }

    /// Returns the requests since the last call: path, and whether the request was conditional.
    pub(crate) fn requests(&self) -> Vec<String> {
        std::mem::take(&mut *self.requests.lock().unwrap())
    }

    fn serve(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        let lines = BufReader::new(stream).lines().map_while(Result::ok);
        let head: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
        let path = head.first().and_then(|line| line.split(' ').nth(1)).unwrap_or_default().to_owned();
        let field = |name: &str| {
            let mut fields = head.iter().filter_map(|line| line.split_once(": "));
            fields.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
        };
        let known = field("If-None-Match").or_else(|| field("If-Modified-Since"));
        let agent = field("User-Agent").unwrap_or_default();
        assert!(agent.starts_with("anslag/"), "{agent}");
        self.requests.lock().unwrap().push(match &known {
            Some(known) => format!("{path} if {known}"),
            None => path.clone(),
        });
        let reply = {
            let mut replies = self.replies.lock().unwrap();
            match replies.get_mut(&path) {
                Some(replies) if replies.len() > 1 => replies.remove(0),
                Some(replies) => replies[0].clone(),
                None => Reply::status(404),
            }
        };
        let is_known = known.is_some_and(|known| reply.fields.iter().any(|(_, value)| *value == known));
        let (status, body) = if is_known { (304, &[][..]) } else { (reply.status, &reply.body[..]) };
        let mut answer = format!("HTTP/1.1 {status} X\r\nContent-Length: {}\r\nConnection: close\r\n", body.len());
        for (name, value) in &reply.fields {
            write!(answer, "{name}: {value}\r\n").unwrap();
        }
        answer.push_str("\r\n");
        stream.write_all(answer.as_bytes())?;
        stream.write_all(body)
    }
}
