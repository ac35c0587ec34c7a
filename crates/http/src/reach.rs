use std::{
    error::Error,
    fmt,
    net::{IpAddr, Ipv4Addr, Ipv6Addr},
};
use ureq::http::Uri;

/// Hosts that requests may go to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// All hosts.
    #[default]
    Anywhere,
    /// Hosts of the internet, and none of this machine or of a private network.
    ///
    /// The addresses of a host are checked when a connection is made, so that a name cannot change its address in between.
    /// A proxy looks up names by itself, and is reached wherever it is.
    Internet,
}

impl Reach {
    /// Checks that requests may go to an address.
    pub(crate) fn check(self, address: IpAddr) -> Result<(), PrivateAddress> {
        match self {
            Self::Internet if !is_on_internet(address) => Err(PrivateAddress(address)),
            Self::Internet | Self::Anywhere => Ok(()),
        }
    }

    /// Checks the host of an address if it is written in numbers.
    pub(crate) fn check_literal(self, uri: &Uri) -> Result<(), PrivateAddress> {
        let host = uri.host().map(|host| host.trim_start_matches('[').trim_end_matches(']'));
        host.and_then(|host| host.parse().ok()).map_or(Ok(()), |address| self.check(address))
    }
}

/// An address that is not on the internet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PrivateAddress(pub(crate) IpAddr);

impl fmt::Display for PrivateAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} is not on the internet", self.0)
    }
}

impl Error for PrivateAddress {}

/// Returns whether an address is one of the internet, by the registries of IANA for special addresses (RFC 6890).
fn is_on_internet(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_v4_on_internet(address),
        IpAddr::V6(address) => embedded(address).map_or_else(|| is_v6_on_internet(address), is_v4_on_internet),
    }
}

fn is_v4_on_internet(address: Ipv4Addr) -> bool {
    let is_special = match address.octets() {
        [0 | 10 | 127 | 240..=255, ..]
        | [169, 254, ..]
        | [192, 168, ..]
        | [192, 0, 0 | 2, _]
        | [198, 18 | 19, ..]
        | [198, 51, 100, _]
        | [203, 0, 113, _] => true,
        [100, second, ..] => (64..128).contains(&second),
        [172, second, ..] => (16..32).contains(&second),
        _ => false,
    };
    !is_special && !address.is_multicast()
}

/// Only `2000::/3` is assigned to hosts of the internet; documentation is a part of it.
fn is_v6_on_internet(address: Ipv6Addr) -> bool {
    match address.segments() {
        [0x2001, 0x0db8 | 0..=0x01ff, ..] | [0x3fff, 0..=0x0fff, ..] => false,
        [first, ..] => first & 0xe000 == 0x2000,
    }
}

/// Returns the IPv4 address that an IPv6 address stands for: mapped, translated (RFC 6052) or of 6to4 (RFC 3056).
fn embedded(address: Ipv6Addr) -> Option<Ipv4Addr> {
    let of = |high: u16, low: u16| Ipv4Addr::from(u32::from(high) << 16 | u32::from(low));
    match address.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] | [0x2002, high, low, ..] => {
            Some(of(high, low))
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn special_addresses_are_not_on_the_internet() {
        for (address, is_expected) in [
            ("193.10.10.10", true),
            ("100.63.0.1", true),
            ("172.32.0.1", true),
            ("198.20.0.1", true),
            ("0.0.0.0", false),
            ("10.1.2.3", false),
            ("100.64.0.1", false),
            ("127.0.0.1", false),
            ("127.255.0.1", false),
            ("169.254.169.254", false),
            ("172.16.0.1", false),
            ("172.31.255.255", false),
            ("192.168.1.1", false),
            ("192.0.2.1", false),
            ("198.18.0.1", false),
            ("198.51.100.1", false),
            ("203.0.113.1", false),
            ("224.0.0.1", false),
            ("255.255.255.255", false),
            ("2a00:801::1", true),
            ("2001:6b0::1", true),
            ("::", false),
            ("::1", false),
            ("::ffff:10.0.0.1", false),
            ("::ffff:193.10.10.10", true),
            ("64:ff9b::169.254.169.254", false),
            ("64:ff9b::193.10.10.10", true),
            ("2002:a00:1::", false),
            ("2001:db8::1", false),
            ("2001::1", false),
            ("3fff::1", false),
            ("fc00::1", false),
            ("fd12::1", false),
            ("fe80::1", false),
            ("ff02::1", false),
        ] {
            let address: IpAddr = address.parse().unwrap();
            assert_eq!(Reach::Internet.check(address).is_ok(), is_expected, "{address}");
            assert!(Reach::Anywhere.check(address).is_ok());
        }
    }
}
