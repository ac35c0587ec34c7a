use anslag_core::{Moment, Zone};
use jiff::{Unit, fmt::strtime};

/// Formats a moment for RSS 2.0: RFC 822 with English names, a year of four digits and a numeric offset.
///
/// An offset of zero is `+0000`: `-0000` would mean that the local time is unknown (RFC 5322, section 3.3). An offset
/// with seconds, as some zones had until 1972, is rounded to minutes as in [`Moment::rfc3339`].
pub(crate) fn rfc822(moment: Moment, zone: &Zone) -> String {
    let offset = moment.offset(zone);
    let local = offset.to_datetime(moment.instant(zone));
    let at = offset
        .round(Unit::Minute)
        .and_then(|rounded| local.to_zoned_datetime(rounded.to_time_zone()))
        .expect("a moment of the years 1900 to 9998 is in range at every offset");
    strtime::format("%a, %d %b %Y %H:%M:%S %z", &at).expect("a zoned date-time has every field of the format")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, zone: &str, expected: &str) {
        let zone = Zone::new(zone).unwrap();
        assert_eq!(rfc822(Moment::parse(value, &zone).unwrap(), &zone), expected);
    }

    #[test]
    fn offsets_are_numbers() {
        check("2021-05-18", "Europe/Stockholm", "Tue, 18 May 2021 00:00:00 +0200");
        check("2021-12-01", "Europe/Stockholm", "Wed, 01 Dec 2021 00:00:00 +0100");
        check("2021-05-18T10:00:00Z", "Europe/Stockholm", "Tue, 18 May 2021 10:00:00 +0000");
        check("2021-05-18T10:00:00-03:30", "Europe/Stockholm", "Tue, 18 May 2021 10:00:00 -0330");
        check("2021-05-18T10:00:00.5+02:00", "Europe/Stockholm", "Tue, 18 May 2021 10:00:00 +0200");
        check("2021-05-18", "UTC", "Tue, 18 May 2021 00:00:00 +0000");
        check("1900-01-01", "Europe/Paris", "Mon, 01 Jan 1900 00:00:00 +0009");
        check("1900-01-01", "Africa/Monrovia", "Mon, 01 Jan 1900 00:00:00 -0043");
    }
}
