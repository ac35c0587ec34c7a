use std::{
    collections::HashMap,
    time::{Duration, Instant},
};

/// Longest time between two requests that a website can ask for.
const LONGEST: Duration = Duration::from_secs(30);

/// Times of the next requests to each host.
#[derive(Debug)]
pub(super) struct Pace {
    interval: Duration,
    next: HashMap<String, Instant>,
}

impl Pace {
    /// Returns a pace of one request to a host in each interval.
    pub(super) fn new(interval: Duration) -> Self {
        Self { interval, next: HashMap::new() }
    }

    /// Takes the next turn of a host, and returns the time until then.
    ///
    /// `delay` is what the website asks for between two requests. No website can ask for more than half a minute.
    pub(super) fn turn(&mut self, host: &str, delay: Option<Duration>, now: Instant) -> Duration {
        let interval = delay.map_or(self.interval, |delay| delay.min(LONGEST).max(self.interval));
        let turn = self.next.get(host).map_or(now, |next| (*next).max(now));
        self.next.insert(host.to_owned(), turn + interval);
        turn - now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requests_to_a_host_keep_their_distance() {
        let seconds = Duration::from_secs;
        let start = Instant::now();
        let mut pace = Pace::new(seconds(1));
        // Host, delay that it asks for, time of asking, time to wait.
        for (host, delay, now, expected) in [
            ("a.se", None, 0, 0),
            ("a.se", None, 0, 1),
            ("a.se", None, 0, 2),
            ("b.se", None, 0, 0),
            ("a.se", Some(10), 9, 0),
            ("a.se", Some(10), 10, 9),
            ("b.se", Some(86_400), 20, 0),
            ("b.se", None, 20, 30),
        ] {
            let wait = pace.turn(host, delay.map(seconds), start + seconds(now));
            assert_eq!(wait, seconds(expected), "{host} {now}");
        }
    }
}
