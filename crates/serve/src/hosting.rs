mod apache;
mod github_pages;
mod nginx;
mod table;

use crate::Edition;

/// Server or host of files that a configuration can be made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// nginx.
    Nginx,
    /// Apache httpd 2.4.
    Apache,
    /// GitHub Pages.
    GithubPages,
}

impl Host {
    /// Every host.
    pub const ALL: [Self; 3] = [Self::Nginx, Self::Apache, Self::GithubPages];

    /// Returns its name on the command line.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Nginx => "nginx",
            Self::Apache => "apache",
            Self::GithubPages => "github-pages",
        }
    }

    /// Returns the configuration with which the host answers as [`app`](crate::app) does, as far as it can.
    ///
    /// It is made from the same tables. It depends on the publication's address, on the ids that have moved, and on the
    /// formats of the documents.
    #[must_use]
    pub fn configuration(self, edition: &Edition) -> String {
        let configuration = match self {
            Self::Nginx => nginx::configuration(edition),
            Self::Apache => apache::configuration(edition),
            Self::GithubPages => github_pages::configuration(edition),
        };
        heading(self) + &configuration
    }
}

/// First line of a configuration.
fn heading(host: Host) -> String {
    format!("# Made by `anslag hosting {}`. Make it again when an announcement gets a new id.\n", host.key())
}
