/// Month or season of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Month(i8),
    Season(i8),
}

/// Time on a clock; its numbers may be too large.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Clock {
    pub(super) hour: i8,
    pub(super) minute: i8,
    pub(super) second: i8,
}

/// Time, its end if it has one, and its offset from UTC in minutes.
#[derive(Clone, Copy, Debug)]
pub(super) struct Hours {
    pub(super) from: Clock,
    pub(super) to: Option<Clock>,
    pub(super) offset: Option<i16>,
}

/// Date as it is written; it need not exist.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Written<'t> {
    pub(super) year: Option<&'t str>,
    pub(super) part: Option<Part>,
    pub(super) day: Option<i8>,
    pub(super) weekday: Option<i8>,
    pub(super) hours: Option<Hours>,
    /// Can be read in two ways.
    pub(super) ambiguous: bool,
    /// Is written as `1/2`.
    pub(super) slash: bool,
    /// Is a date also without another one beside it that says so.
    pub(super) certain: bool,
}

/// Returns the number that digits are.
pub(super) fn number(digits: &str) -> Option<i8> {
    digits.parse().ok()
}
