//! Servers that cannot be reached, or whose certificates cannot be trusted, in both languages.

use crate::{announcement, anslag, data, export, publication, server::Server, stderr};
use rcgen::{BasicConstraints, CertificateParams, DnType, IsCa, Issuer, KeyPair, date_time_ymd};
use rustls::{
    ServerConfig, ServerConnection, Stream,
    pki_types::{CertificateDer, PrivateKeyDer},
};
use std::{
    fs,
    io::{Read, Write},
    net::TcpListener,
    path::Path,
    process::{Command, Output},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};
use tempfile::TempDir;

/// An authority, whose certificate is in a file that the program is told to trust.
struct Authority {
    issuer: Issuer<'static, KeyPair>,
    trusted: String,
}

fn params(names: &[&str]) -> CertificateParams {
    let mut params = CertificateParams::new(names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>()).unwrap();
    params.distinguished_name.push(DnType::CommonName, "anslag");
    params
}

impl Authority {
    fn new(name: &str) -> Self {
        let mut params = params(&[]);
        params.distinguished_name.push(DnType::OrganizationName, name);
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        let key = KeyPair::generate().unwrap();
        let certificate = params.self_signed(&key).unwrap();
        let trusted = pem(certificate.der());
        Self { issuer: Issuer::new(params, key), trusted }
    }

    /// Starts a server with a certificate of the authority, and returns its address.
    fn start(&self, params: &CertificateParams) -> String {
        let key = KeyPair::generate().unwrap();
        let certificate = params.signed_by(&key, &self.issuer).unwrap();
        serve(certificate.der().clone(), &key)
    }
}

/// Starts a server that shows a certificate to everybody, and returns its address.
fn serve(certificate: CertificateDer<'static>, key: &KeyPair) -> String {
    let key = PrivateKeyDer::Pkcs8(key.serialize_der().into());
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = Arc::new(config.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap());
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let (mut stream, mut connection) = (stream.unwrap(), ServerConnection::new(config.clone()).unwrap());
            let mut stream = Stream::new(&mut connection, &mut stream);
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    format!("https://localhost:{port}/")
}

/// Starts a server that expects no encryption, and returns its address.
fn plain() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("http://{}/", listener.local_addr().unwrap());
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = stream.read(&mut [0; 1024]);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        }
    });
    address
}

fn pem(der: &[u8]) -> String {
    use base64::{Engine as _, engine::general_purpose::STANDARD};
    format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----\n", STANDARD.encode(der))
}

/// The publication of a folder of its own.
fn published() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("dist");
    assert!(export(&data(), &out, &["--no-documents", "--format", "n-quads"]).status.success());
    folder
}

/// Loads into a store, with the certificates of a file as the trusted ones.
fn load(folder: &Path, address: &str, trusted: &Path) -> Command {
    let mut command = anslag();
    command.arg("load").arg("--out").arg(folder.join("dist")).args(["--endpoint", address]);
    command.env("SSL_CERT_FILE", trusted).env_remove("SSL_CERT_DIR");
    command
}

#[track_caller]
fn check(output: &Output, address: &str, language: &str, expected: &str) {
    let said = stderr(output).replace(address, "URL");
    assert_eq!((output.status.code(), said.trim_end()), (Some(3), expected), "{language}");
}

/// On other systems, the trusted certificates are not those of a file.
#[cfg(target_os = "linux")]
#[test]
fn an_untrusted_certificate_is_explained_in_both_languages() {
    let folder = published();
    let authority = Authority::new("Trusted");
    let (trusted, nothing) = (folder.path().join("trusted.pem"), folder.path().join("nothing.pem"));
    fs::write(&trusted, &authority.trusted).unwrap();
    fs::write(&nothing, "").unwrap();

    let mut expired = params(&["localhost"]);
    expired.not_after = date_time_ymd(2026, 11, 1);
    let mut later = params(&["localhost"]);
    later.not_before = date_time_ymd(3000, 1, 31);
    let mut own = params(&["localhost"]);
    own.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
    let own_key = KeyPair::generate().unwrap();
    let own_certificate = own.self_signed(&own_key).unwrap();
    let good = params(&["localhost"]);

    let cases = [
        (
            authority.start(&expired),
            &trusted,
            "the certificate has expired (2026-11-01)",
            "renew the certificate, or set the clock of this computer",
            "certifikatet har gått ut (2026-11-01)",
            "förnya certifikatet, eller ställ den här datorns klocka",
        ),
        (
            authority.start(&later),
            &trusted,
            "the certificate is not valid yet (3000-01-31)",
            "renew the certificate, or set the clock of this computer",
            "certifikatet gäller inte ännu (3000-01-31)",
            "förnya certifikatet, eller ställ den här datorns klocka",
        ),
        (
            authority.start(&params(&["data.example.org", "www.example.org"])),
            &trusted,
            "the certificate is for another name: data.example.org, www.example.org",
            "name an address with the name of the certificate, or give the server another certificate",
            "certifikatet gäller ett annat namn: data.example.org, www.example.org",
            "ange en adress med certifikatets namn, eller ge servern ett annat certifikat",
        ),
        (
            Authority::new("Another").start(&good),
            &trusted,
            "this computer does not trust the issuer of the certificate",
            "add the issuer's certificate to those that this computer trusts, if you trust it",
            "den här datorn litar inte på certifikatets utfärdare",
            "lägg till utfärdarens certifikat bland dem som den här datorn litar på, om du litar på det",
        ),
        (
            serve(own_certificate.der().clone(), &own_key),
            &trusted,
            "the certificate is not that of a server, but that of an authority",
            "give the server a certificate of its own, whose issuer this computer trusts",
            "certifikatet är inte en servers utan en utfärdares",
            "ge servern ett eget certifikat, vars utfärdare den här datorn litar på",
        ),
        (
            plain().replace("http:", "https:"),
            &trusted,
            "the server does not speak TLS",
            "name an address that begins with `http://` if nothing secret is sent",
            "servern talar inte TLS",
            "ange en adress som börjar med `http://` om inget hemligt skickas",
        ),
        (
            authority.start(&good),
            &nothing,
            "this computer has no certificates of authorities",
            "install them, for example with the package `ca-certificates`",
            "den här datorn har inga utfärdarcertifikat",
            "installera dem, till exempel med paketet `ca-certificates`",
        ),
    ];
    for (address, trusted, english, help, swedish, hjälp) in cases {
        let output = load(folder.path(), &address, trusted).output().unwrap();
        let expected = format!("error[store-error]: cannot reach URL: {english}\n |\n = help: {help}");
        check(&output, &address, "en", &expected);
        let output = load(folder.path(), &address, trusted).args(["--lang", "sv"]).output().unwrap();
        let expected = format!("fel[store-error]: det går inte att nå URL: {swedish}\n |\n = hjälp: {hjälp}");
        check(&output, &address, "sv", &expected);
    }
    // A certificate that is in order.
    let address = authority.start(&good);
    let said = stderr(&load(folder.path(), &address, &trusted).output().unwrap());
    assert!(said.contains(" answered 404: "), "{said}");
}

#[test]
fn a_hub_that_cannot_be_reached_is_explained_in_both_languages() {
    // The port was free a moment ago.
    let nobody = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let plain = plain().replace("http:", "https:");
    for (hub, english, swedish) in [
        (format!("http://{nobody}/"), "connection refused", "anslutningen nekades"),
        ("http://nowhere.invalid/".to_owned(), "cannot resolve the host name", "det går inte att slå upp värdnamnet"),
        (plain, "the server does not speak TLS", "servern talar inte TLS"),
    ] {
        let data = publication(&[("2021-01-01-a.md", &announcement("2021-01-01", ""))]);
        let file = data.path().join("publication.toml");
        let text = fs::read_to_string(&file).unwrap();
        fs::write(&file, format!("hub = \"{hub}\"\n{text}")).unwrap();
        let out = data.path().join("../").join(format!("{}-dist", data.path().file_name().unwrap().to_str().unwrap()));
        assert!(export(data.path(), &out, &["--no-documents", "--format", "atom"]).status.success());
        for (language, expected) in [
            ("en", format!("error[hub-error]: cannot reach the hub {hub}: {english}\n")),
            ("sv", format!("fel[hub-error]: det går inte att nå hubben {hub}: {swedish}\n")),
        ] {
            let output = anslag().args(["notify", "--lang", language, "--out"]).arg(&out).output().unwrap();
            assert_eq!(output.status.code(), Some(3));
            assert!(stderr(&output).starts_with(&expected), "{}", stderr(&output));
        }
        fs::remove_dir_all(out).unwrap();
    }
}

/// The time limit is that of a request, which is sent once more. The store keeps no claim of what it did not confirm.
#[test]
fn a_load_that_takes_too_long_ends_with_its_reason() {
    let folder = published();
    for (language, message, help) in [
        ("en", "error[store-error]: cannot reach URL: no complete answer within 1 s", "help: allow more time with"),
        (
            "sv",
            "fel[store-error]: det går inte att nå URL: inget fullständigt svar inom 1 s",
            "hjälp: tillåt mer tid med",
        ),
    ] {
        let server = Server::start();
        server.fail(|request, _| {
            if request.path == "/update" {
                thread::sleep(Duration::from_secs(5));
            }
            None
        });
        let address = server.url("update");
        let started = Instant::now();
        let output = load(folder.path(), &server.url("query"), folder.path())
            .args(["--update", &address, "--timeout", "1", "--lang", language])
            .output()
            .unwrap();
        let taken = started.elapsed();
        check(&output, &address, language, &format!("{message}\n |\n = {help} `--timeout`"));
        assert!((Duration::from_secs(2)..Duration::from_secs(5)).contains(&taken), "{taken:?}");
        // Each graph that is in the store by then has no digest; the next load writes it again.
        let claims = server.quads().iter().filter(|quad| quad.contains("schema.org/identifier> \"")).count();
        assert_eq!(claims, 0, "{:?}", server.quads());
    }
}
