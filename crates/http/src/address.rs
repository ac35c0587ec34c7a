use std::net::IpAddr;
use ureq::http::Uri;

/// Returns whether the host of an address is this machine: `localhost`, 127.0.0.0/8 or `::1`.
pub(crate) fn is_loopback(uri: &Uri) -> bool {
    uri.host().is_some_and(|host| {
        let host = host.trim_start_matches('[').trim_end_matches(']');
        host.eq_ignore_ascii_case("localhost") || host.parse::<IpAddr>().is_ok_and(|address| address.is_loopback())
    })
}

/// Returns whether nobody in between can read a request: the connection is encrypted or local.
#[must_use]
pub fn is_private(uri: &Uri) -> bool {
    uri.scheme_str() == Some("https") || is_loopback(uri)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_encrypted_and_local_connections_are_private() {
        for (address, is_expected) in [
            ("https://a.se/", true),
            ("http://localhost:8890/sparql", true),
            ("http://LocalHost/", true),
            ("http://127.0.0.1/", true),
            ("http://127.8.9.1:1/", true),
            ("http://[::1]:8890/", true),
            ("http://a.se/", false),
            ("http://localhost.a.se/", false),
            ("http://127.0.0.1.a.se/", false),
            ("http://127.1/", false),
            ("http://0.0.0.0/", false),
            ("http://192.168.0.1/", false),
            ("http://[::2]/", false),
            ("http://[::ffff:10.0.0.1]/", false),
            ("http://localhost@a.se/", false),
            ("http://a.se/localhost", false),
            ("/localhost", false),
        ] {
            assert_eq!(is_private(&address.parse().unwrap()), is_expected, "{address}");
        }
    }
}
