use anslag_http::ProxyUse;
use clap::Args;

/// Options on how a server is reached.
#[derive(Args, Clone, Copy, Debug)]
pub(crate) struct ProxyOption {
    /// Use no proxy [default: for `https:` addresses, the proxy that HTTPS_PROXY or ALL_PROXY names]
    #[arg(long)]
    no_proxy: bool,
}

impl ProxyOption {
    /// Returns the proxies that requests may go through.
    pub(crate) const fn proxies(self) -> ProxyUse {
        if self.no_proxy { ProxyUse::Never } else { ProxyUse::Environment }
    }
}
