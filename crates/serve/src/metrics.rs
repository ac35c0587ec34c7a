use crate::Edition;
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::Counter,
        family::Family,
        gauge::Gauge,
        histogram::{Histogram, exponential_buckets},
    },
    registry::{Registry, Unit},
};
use std::time::{Duration, SystemTime};

/// Media type of the metrics (`OpenMetrics` 1.0).
pub(crate) const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Counters of the server. No label has values of a request, so that their number is bounded.
#[derive(Debug)]
pub(crate) struct Metrics {
    registry: Registry,
    requests: Family<RouteAndStatus, Counter>,
    durations: Family<RouteLabel, Histogram, fn() -> Histogram>,
    bytes: Family<RouteLabel, Counter>,
    unanswered: Family<ReasonLabel, Counter>,
    as_of: Gauge,
}

/// Part of the server that answers a request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Route {
    Files,
    Sparql,
    Health,
    Metrics,
}

/// Reason why a SPARQL query was not answered. A response has it as an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unanswered {
    Timeout,
    Memory,
    Busy,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteAndStatus {
    route: &'static str,
    status: u32,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RouteLabel {
    route: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ReasonLabel {
    reason: &'static str,
}

impl Route {
    const fn label(self) -> &'static str {
        match self {
            Self::Files => "files",
            Self::Sparql => "sparql",
            Self::Health => "health",
            Self::Metrics => "metrics",
        }
    }
}

impl Unanswered {
    const ALL: [Self; 3] = [Self::Timeout, Self::Memory, Self::Busy];

    const fn label(self) -> &'static str {
        match self {
            Self::Timeout => "timeout",
            Self::Memory => "memory",
            Self::Busy => "busy",
        }
    }
}

/// Returns buckets from 0.1 ms to 26 s.
fn durations() -> Histogram {
    Histogram::new(exponential_buckets(0.0001, 4.0, 10))
}

impl Metrics {
    pub(crate) fn new() -> Self {
        let mut registry = Registry::with_prefix("anslag");
        let requests = Family::default();
        registry.register("requests", "Requests that were answered", requests.clone());
        let durations = Family::new_with_constructor(durations as fn() -> Histogram);
        registry.register_with_unit(
            "request_duration",
            "Time from the head of a request to the last byte of the response",
            Unit::Seconds,
            durations.clone(),
        );
        let bytes = Family::default();
        registry.register_with_unit("response_size", "Bytes of the bodies of responses", Unit::Bytes, bytes.clone());
        let unanswered: Family<ReasonLabel, Counter> = Family::default();
        registry.register("sparql_unanswered", "SPARQL queries that were cut or refused", unanswered.clone());
        for reason in Unanswered::ALL {
            let _ = unanswered.get_or_create(&ReasonLabel { reason: reason.label() });
        }
        let as_of = Gauge::default();
        let help = "Beginning of the day whose state is published";
        registry.register_with_unit("publication_as_of_timestamp", help, Unit::Seconds, as_of.clone());
        Self { registry, requests, durations, bytes, unanswered, as_of }
    }

    /// Counts a response.
    pub(crate) fn count(
        &self,
        route: Route,
        status: u16,
        bytes: u64,
        duration: Duration,
        unanswered: Option<Unanswered>,
    ) {
        let route = route.label();
        self.requests.get_or_create(&RouteAndStatus { route, status: status.into() }).inc();
        self.durations.get_or_create(&RouteLabel { route }).observe(duration.as_secs_f64());
        self.bytes.get_or_create(&RouteLabel { route }).inc_by(bytes);
        if let Some(reason) = unanswered {
            self.unanswered.get_or_create(&ReasonLabel { reason: reason.label() }).inc();
        }
    }

    /// Writes the metrics as text (`OpenMetrics` 1.0).
    pub(crate) fn write(&self, edition: &Edition) -> String {
        let start = edition.day_start().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        self.as_of.set(start.as_secs().try_into().unwrap_or(i64::MAX));
        let mut text = String::new();
        encode(&mut text, &self.registry).expect("writing into memory does not fail");
        text
    }
}
