use jiff::fmt::rfc2822;
use std::{num::NonZeroU32, thread, time::Duration};
use ureq::http::{HeaderMap, HeaderName, header};

/// How often a server that cannot answer now is asked again, and after how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Retry {
    /// How many times it is asked in all.
    pub attempts: NonZeroU32,
    /// The time between the first two attempts; between any other two it is twice the one before.
    pub first_delay: Duration,
    /// The longest time between two attempts, also where the server asks for a longer one.
    pub longest_delay: Duration,
}

/// Why an attempt has failed.
#[derive(Debug)]
pub enum Failure<E> {
    /// The server cannot be reached, or cannot answer now: it is asked again, after the time that it wants.
    Passing(E, Option<Duration>),
    /// It would be the same the next time.
    Lasting(E),
}

impl Default for Retry {
    /// Seven attempts in about half a minute.
    fn default() -> Self {
        Self {
            attempts: NonZeroU32::new(7).expect("seven is not zero"),
            first_delay: Duration::from_millis(500),
            longest_delay: Duration::from_mins(2),
        }
    }
}

impl Retry {
    /// Asks until there is an answer, a failure lasts, or it was asked often enough: then the last error is what it comes to.
    pub fn run<T, E>(&self, mut ask: impl FnMut() -> Result<T, Failure<E>>) -> Result<T, E> {
        let mut attempts = 0;
        loop {
            let (error, asked) = match ask() {
                Ok(answer) => return Ok(answer),
                Err(Failure::Lasting(error)) => return Err(error),
                Err(Failure::Passing(error, asked)) => (error, asked),
            };
            attempts += 1;
            if attempts >= self.attempts.get() {
                return Err(error);
            }
            thread::sleep(self.delay(attempts, asked));
        }
    }

    /// How long to wait after so many attempts: what the server asks for, or a random time between the half and the whole
    /// of a delay that doubles, so that several who were sent away do not come back at once.
    fn delay(&self, attempts: u32, asked: Option<Duration>) -> Duration {
        let doubled = self.first_delay.saturating_mul(1 << attempts.saturating_sub(1).min(16));
        let random = doubled.mul_f64(0.5 + 0.5 * fastrand::f64());
        asked.unwrap_or(random).min(self.longest_delay)
    }

    /// What `Retry-After` asks for (RFC 9110, section 10.2.3): seconds, or a date, which counts from the answer's own
    /// `Date`, so that no clock of ours has to be right.
    #[must_use]
    pub fn asked(headers: &HeaderMap) -> Option<Duration> {
        let field = |name: HeaderName| headers.get(name)?.to_str().ok().map(str::trim);
        let value = field(header::RETRY_AFTER)?;
        if let Ok(seconds) = value.parse() {
            return Some(Duration::from_secs(seconds));
        }
        let parse = |text: &str| rfc2822::parse(text).ok().map(|zoned| zoned.timestamp());
        let wait = parse(value)?.duration_since(parse(field(header::DATE)?)?);
        Some(Duration::try_from(wait).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ureq::http::HeaderValue;

    #[test]
    fn the_server_says_when_to_come_back() {
        let date = "Sun, 06 Nov 1994 08:49:37 GMT";
        let later = "Sun, 06 Nov 1994 08:51:07 GMT";
        let asked = |fields: &[(HeaderName, &'static str)]| {
            let fields = fields.iter().map(|(name, value)| (name.clone(), HeaderValue::from_static(value)));
            Retry::asked(&fields.collect())
        };
        for (value, expected) in [("0", Some(0)), (" 7 ", Some(7)), (later, Some(90)), ("soon", None), ("-1", None)] {
            let fields = [(header::RETRY_AFTER, value), (header::DATE, date)];
            assert_eq!(asked(&fields), expected.map(Duration::from_secs), "{value}");
        }
        assert_eq!(asked(&[(header::RETRY_AFTER, date), (header::DATE, later)]), Some(Duration::ZERO));
        assert_eq!(asked(&[(header::RETRY_AFTER, later)]), None);
        assert_eq!(asked(&[]), None);
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
