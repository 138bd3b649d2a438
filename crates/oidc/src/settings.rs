//! What an operator says of the provider.

use crate::post::{Posts, Where};
use thiserror::Error;
use url::{Host, Url};

/// What an operator says of the provider.
#[derive(Clone, Debug)]
pub struct Settings {
    /// Its issuer identifier, a URL.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// Our secret there; `None` for a public client.
    pub client_secret: Option<String>,
    /// What is asked for beside `openid`.
    pub scopes: Vec<String>,
    /// Further addresses (`https://host`) at which the provider has its endpoints.
    pub other_origins: Vec<String>,
    /// Root certificates (PEM) in place of Mozilla's, where the provider's is the office's own.
    pub roots: Option<String>,
    /// Whether people have to prove anew each time who they are, also where the provider still remembers them.
    pub anew: bool,
    /// The claim with the name.
    pub name: Where,
    /// The claims with office and role.
    pub posts: Posts,
}

/// What is wrong with the settings.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum SettingsError {
    /// Not an address of a provider.
    #[error("{0:?} has to be an address such as https://login.example.org, without a query")]
    Address(String),
    /// In the clear, where others can read along.
    #[error("{0:?} has to begin with https://; without TLS only a provider on this machine is spoken to")]
    Clear(String),
    /// No certificates.
    #[error("the file of root certificates holds something else, or nothing")]
    Roots,
}

pub(crate) fn address(text: &str) -> Result<Url, SettingsError> {
    let wrong = || SettingsError::Address(text.to_owned());
    let url = Url::parse(text).map_err(|_| wrong())?;
    if url.query().is_some() || url.fragment().is_some() || !url.username().is_empty() || url.password().is_some() {
        return Err(wrong());
    }
    let here = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        None => return Err(wrong()),
    };
    match url.scheme() {
        "https" => Ok(url),
        "http" if here => Ok(url),
        "http" => Err(SettingsError::Clear(text.to_owned())),
        _ => Err(wrong()),
    }
}
