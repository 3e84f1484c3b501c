//! Doors: where the server may knock when a browser says where its notices go.
//!
//! A browser names the address itself. Whoever names one inside our own network would have the
//! server ask things there that they cannot ask themselves; so only public hosts over HTTPS are
//! taken, and the address that a name leads to is checked again when something is sent.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use axum::http::{Uri, uri::Scheme};

/// The longest address of a browser that is taken.
pub const ENDPOINT_CHARS_MAX: usize = 1_000;

/// Where notices of browsers may be sent to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Doors {
    /// Public hosts over HTTPS.
    #[default]
    Public,
    /// And one address of our own over plain HTTP: a push service inside the house.
    PublicAnd(SocketAddr),
}

/// An endpoint at which the server may knock.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// The whole address.
    pub uri: Uri,
    /// The name or number of its host, without brackets.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// Over TLS?
    pub is_secure: bool,
}

impl Endpoint {
    /// The origin, for which a signature is made out.
    pub fn origin(&self) -> String {
        let scheme = if self.is_secure { "https" } else { "http" };
        let authority = self.uri.authority().map_or("", |authority| authority.as_str());
        format!("{scheme}://{authority}")
    }
}

impl Doors {
    /// The endpoint behind an address, if one may knock there.
    pub fn endpoint(&self, raw: &str) -> Option<Endpoint> {
        if raw.len() > ENDPOINT_CHARS_MAX {
            return None;
        }
        let uri: Uri = raw.parse().ok()?;
        let authority = uri.authority()?.as_str();
        // A name before the host would be a password in our log.
        if authority.contains('@') {
            return None;
        }
        let host = uri.host()?.trim_start_matches('[').trim_end_matches(']').to_owned();
        if let Some(own) = self.own()
            && uri.scheme() == Some(&Scheme::HTTP)
            && host.parse() == Ok(own.ip())
            && uri.port_u16() == Some(own.port())
        {
            return Some(Endpoint { uri, host, port: own.port(), is_secure: false });
        }
        let is_public = match host.parse::<IpAddr>() {
            Ok(address) => is_public(address),
            Err(_) => is_public_name(&host),
        };
        let port = uri.port_u16().unwrap_or(443);
        let is_open = uri.scheme() == Some(&Scheme::HTTPS) && port == 443 && is_public;
        is_open.then_some(Endpoint { uri, host, port, is_secure: true })
    }

    /// May one knock at this very address, to which the endpoint's name has led?
    pub fn is_open(&self, address: SocketAddr) -> bool {
        self.own() == Some(address) || is_public(address.ip())
    }

    fn own(&self) -> Option<SocketAddr> {
        match self {
            Self::Public => None,
            Self::PublicAnd(own) => Some(*own),
        }
    }
}

/// A name of the public internet has a dot, and does not end as those of house networks do.
fn is_public_name(host: &str) -> bool {
    const OF_HOUSES: [&str; 6] = [".local", ".localhost", ".internal", ".lan", ".home", ".arpa"];
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let is_plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'.');
    is_plain && host.contains('.') && !OF_HOUSES.iter().any(|end| host.ends_with(end))
}

fn is_public(address: IpAddr) -> bool {
    match address.to_canonical() {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// Outside all blocks that IANA keeps for special purposes.
fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    let is_shared = a == 100 && (64..128).contains(&b);
    let is_protocol = a == 192 && b == 0 && c == 0;
    let is_relay = a == 192 && b == 88 && c == 99;
    let is_benchmark = a == 198 && (b == 18 || b == 19);
    !(a == 0
        || a >= 224
        || address.is_loopback()
        || address.is_private()
        || address.is_link_local()
        || address.is_documentation()
        || is_shared
        || is_protocol
        || is_relay
        || is_benchmark)
}

/// In the one block of global unicast, and not a way to reach an address of the fourth kind.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let [a, b, ..] = address.segments();
    let is_global = a & 0xe000 == 0x2000;
    let is_tunnel = a == 0x2002 || (a == 0x2001 && b < 0x0200);
    let is_documentation = (a == 0x2001 && b == 0x0db8) || a & 0xfff0 == 0x3ff0;
    is_global && !is_tunnel && !is_documentation
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn public_hosts_over_https_are_taken() {
        for raw in [
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://fcm.googleapis.com/fcm/send/abc:def",
            "https://web.push.apple.com:443/abc",
            "https://8.8.8.8/abc",
            "https://[2400:3200::1]/abc",
        ] {
            let endpoint = Doors::Public.endpoint(raw);
            assert!(endpoint.is_some_and(|it| it.is_secure && it.port == 443), "{raw}");
        }
    }

    #[test]
    fn nothing_inside_the_house_is_knocked_at() {
        for raw in [
            "",
            "/push",
            "http://push.example.com/abc",
            "https://push.example.com:8443/abc",
            "https://user@push.example.com/abc",
            "https://localhost/abc",
            "https://intranet/abc",
            "https://printer.local/abc",
            "https://db.internal./abc",
            "https://127.0.0.1/abc",
            "https://10.1.2.3/abc",
            "https://172.16.0.1/abc",
            "https://192.168.1.1/abc",
            "https://169.254.169.254/latest/meta-data",
            "https://100.64.0.1/abc",
            "https://0.0.0.0/abc",
            "https://198.18.0.1/abc",
            "https://224.0.0.1/abc",
            "https://255.255.255.255/abc",
            "https://[::1]/abc",
            "https://[::]/abc",
            "https://[fe80::1]/abc",
            "https://[fd00::1]/abc",
            "https://[::ffff:127.0.0.1]/abc",
            "https://[::ffff:192.168.1.1]/abc",
            "https://[2002:7f00:1::]/abc",
            "https://[64:ff9b::7f00:1]/abc",
            "ftp://push.example.com/abc",
            "file:///etc/passwd",
        ] {
            assert_eq!(Doors::Public.endpoint(raw), None, "{raw}");
        }
        let long = format!("https://push.example.com/{}", "a".repeat(ENDPOINT_CHARS_MAX));
        assert_eq!(Doors::Public.endpoint(&long), None);
    }

    #[test]
    fn numbers_in_disguise_are_names_that_lead_to_addresses() {
        // What such a name leads to is judged when something is sent.
        assert_eq!(Doors::Public.endpoint("https://2130706433/abc"), None);
        assert!(!Doors::Public.is_open("127.0.0.1:443".parse().unwrap()));
        assert!(Doors::Public.is_open("8.8.8.8:443".parse().unwrap()));
    }

    #[test]
    fn one_address_of_our_own_may_be_opened() {
        let own: SocketAddr = "127.0.0.1:9001".parse().unwrap();
        let doors = Doors::PublicAnd(own);
        let endpoint = doors.endpoint("http://127.0.0.1:9001/abc").unwrap();
        assert_eq!((endpoint.is_secure, endpoint.port), (false, 9001));
        assert_eq!(endpoint.origin(), "http://127.0.0.1:9001");
        assert!(doors.is_open(own));
        assert_eq!(doors.endpoint("http://127.0.0.1:9002/abc"), None);
        assert!(!doors.is_open("127.0.0.1:9002".parse().unwrap()));
    }
}
