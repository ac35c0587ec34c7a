use jiff::fmt::rfc2822;
use std::{num::NonZeroU32, thread, time::Duration};
use ureq::http::{HeaderMap, HeaderName, header};

/// A policy for repeating requests that a server cannot answer now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// Maximum number of attempts, the first one included.
    pub attempts: NonZeroU32,
    /// Delay between the first two attempts. Each later delay is twice the one before.
    pub first_delay: Duration,
    /// Maximum delay between two attempts, even if the server asks for a longer one.
    pub longest_delay: Duration,
}

/// Failure of one attempt.
#[derive(Debug)]
pub enum AttemptError<E> {
    /// The server cannot be reached or cannot answer now: a later attempt may succeed, after the delay it asks for.
    Transient(E, Option<Duration>),
    /// The server does not answer in time: one more attempt is made, which may have to wait as long.
    TimedOut(E),
    /// A later attempt would fail in the same way.
    Permanent(E),
}

impl<E> AttemptError<E> {
    /// Returns the failure with another error.
    pub fn map<F>(self, map: impl FnOnce(E) -> F) -> AttemptError<F> {
        match self {
            Self::Transient(error, retry_after) => AttemptError::Transient(map(error), retry_after),
            Self::TimedOut(error) => AttemptError::TimedOut(map(error)),
            Self::Permanent(error) => AttemptError::Permanent(map(error)),
        }
    }
}

impl Default for Retry {
    /// Returns a policy of seven attempts within about half a minute.
    fn default() -> Self {
        Self {
            attempts: NonZeroU32::new(7).expect("seven is not zero"),
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_mins(2),
        }
    }
}

impl Retry {
    /// Calls `attempt` until it succeeds, fails permanently, times out twice, or runs out of attempts; returns the last
    /// error.
    pub fn run<T, E>(&self, mut attempt: impl FnMut() -> Result<T, AttemptError<E>>) -> Result<T, E> {
        let mut attempts = 0;
        let mut has_timed_out = false;
        loop {
            let (error, retry_after) = match attempt() {
                Ok(answer) => return Ok(answer),
                Err(AttemptError::Permanent(error)) => return Err(error),
                Err(AttemptError::TimedOut(error)) if has_timed_out => return Err(error),
                Err(AttemptError::TimedOut(error)) => {
                    has_timed_out = true;
                    (error, None)
                }
                Err(AttemptError::Transient(error, retry_after)) => (error, retry_after),
            };
            attempts += 1;
            if attempts >= self.attempts.get() {
                return Err(error);
            }
            thread::sleep(self.delay(attempts, retry_after));
        }
    }

    /// Returns the delay after so many attempts.
    ///
    /// Without a delay from the server, it is random between half and all of the doubled delay: clients that were sent
    /// away together do not return together.
    fn delay(&self, attempts: u32, retry_after: Option<Duration>) -> Duration {
        let doubled = self.first_delay.saturating_mul(1 << attempts.saturating_sub(1).min(16));
        let random = doubled.mul_f64(0.5 + 0.5 * fastrand::f64());
        retry_after.unwrap_or(random).min(self.longest_delay)
    }
}

/// Parses the delay of `Retry-After` (RFC 9110, section 10.2.3). Returns `None` if it is missing or invalid.
///
/// A date counts from the `Date` of the same answer, so that the local clock need not be right.
#[must_use]
pub fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let field = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::trim);
    let value = field(header::RETRY_AFTER)?;
    if let Ok(seconds) = value.parse() {
        return Some(Duration::from_secs(seconds));
    }
    let parse = |text: &str| rfc2822::parse(text).ok().map(|zoned| zoned.timestamp());
    let wait = parse(value)?.duration_since(parse(field(header::DATE)?)?);
    Some(Duration::try_from(wait).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;
    use ureq::http::HeaderValue;

    #[test]
    fn the_server_says_when_to_come_back() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        let later = "Sun, 06 Nov 1994 08:51:07 GMT";
        let parsed = |fields: &[(HeaderName, &'static str)]| {
            let fields = fields.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
            retry_after(&fields.collect())
        };
        for (value, expected) in [("0", Some(0)), (" 7 ", Some(7)), (later, Some(90)), ("soon", None), ("-1", None)] {
            let fields = [(header::RETRY_AFTER, value), (header::DATE, date)];
            assert_eq!(parsed(&fields), expected.map(Duration::from_secs), "{value}");
        }
        assert_eq!(parsed(&[(header::RETRY_AFTER, date), (header::DATE, later)]), Some(Duration::ZERO));
        assert_eq!(parsed(&[(header::RETRY_AFTER, later)]), None);
        assert_eq!(parsed(&[]), None);
    }

    type Outcome = Result<(), AttemptError<u32>>;

    #[test]
    fn attempts_are_counted() {
        let retry = |attempts| Retry {
            attempts: NonZeroU32::new(attempts).unwrap(),
            first_delay: Duration::ZERO,
            ..Retry::default()
        };
        // The outcomes of the attempts, and what `run` returns.
        let cases: [(u32, &[Outcome], Result<(), u32>); 8] = [
            (3, &[Ok(())], Ok(())),
            (3, &[Err(AttemptError::Transient(1, None)), Ok(())], Ok(())),
            (3, &[Err(AttemptError::Transient(1, None)), Err(AttemptError::Permanent(2))], Err(2)),
            (2, &[Err(AttemptError::Transient(1, None)), Err(AttemptError::Transient(2, None))], Err(2)),
            (1, &[Err(AttemptError::Transient(1, Some(Duration::MAX)))], Err(1)),
            (1, &[Err(AttemptError::TimedOut(1))], Err(1)),
            (9, &[Err(AttemptError::TimedOut(1)), Ok(())], Ok(())),
            (
                9,
                &[
                    Err(AttemptError::TimedOut(1)),
                    Err(AttemptError::Transient(2, None)),
                    Err(AttemptError::TimedOut(3)),
                ],
                Err(3),
            ),
        ];
        for (attempts, outcomes, expected) in cases {
            let mut left = outcomes.iter();
            let found = retry(attempts).run(|| match left.next().unwrap() {
                Ok(()) => Ok(()),
                Err(AttemptError::Transient(error, delay)) => Err(AttemptError::Transient(*error, *delay)),
                Err(AttemptError::TimedOut(error)) => Err(AttemptError::TimedOut(*error)),
                Err(AttemptError::Permanent(error)) => Err(AttemptError::Permanent(*error)),
            });
            assert_eq!((found, left.len()), (expected, 0), "{outcomes:?}");
        }
    }

    #[test]
    fn delays_double_and_have_an_end() {
        let retry =
            Retry { first_delay: Duration::from_secs(1), longest_delay: Duration::from_secs(10), ..Retry::default() };
        for (attempts, least, most) in [(1, 500, 1000), (2, 1000, 2000), (3, 2000, 4000), (9, 10_000, 10_000)] {
            let delay = retry.delay(attempts, None).as_millis();
            assert!((least..=most).contains(&delay), "{attempts}: {delay}");
        }
        assert_eq!(retry.delay(1, Some(Duration::from_secs(3))), Duration::from_secs(3));
        assert_eq!(retry.delay(1, Some(Duration::from_hours(1))), Duration::from_secs(10));
    }
}
