//! The two steps of a sign-in: to the provider, and back with a code.

use crate::fault::{Fault, away, untrusted};
use crate::post::{NoPost, Post, Posts, Where};
use crate::settings::{Settings, SettingsError, address};
use crate::wire::{Wire, WireError, roots};
use chrono::{DateTime, Utc};
use jiff::{SignedDuration, Timestamp};
use openidconnect::core::{
    CoreAuthDisplay, CoreAuthPrompt, CoreAuthenticationFlow, CoreClaimName, CoreClaimType, CoreClientAuthMethod, CoreErrorResponseType,
    CoreGenderClaim, CoreGrantType, CoreJsonWebKey, CoreJweContentEncryptionAlgorithm, CoreJweKeyManagementAlgorithm,
    CoreJwsSigningAlgorithm, CoreResponseMode, CoreResponseType, CoreRevocableToken, CoreRevocationErrorResponse,
    CoreSubjectIdentifierType, CoreTokenIntrospectionResponse, CoreTokenType,
};
use openidconnect::{
    AccessTokenHash, AdditionalClaims, AdditionalProviderMetadata, AuthType, AuthorizationCode, Client, ClientId, ClientSecret,
    ConfigurationError, CsrfToken, EmptyExtraTokenFields, EndpointMaybeSet, EndpointNotSet, EndpointSet, IdTokenFields, IssuerUrl,
    LanguageTag, Nonce, OAuth2TokenResponse, PkceCodeChallenge, PkceCodeVerifier, ProviderMetadata, RedirectUrl, Scope,
    StandardErrorResponse, StandardTokenResponse, TokenResponse,
};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::fmt;
use std::time::Duration;

/// How far back and ahead the moment may lie at which a token says that it was made, or that somebody proved who they are.
const LATELY: SignedDuration = SignedDuration::from_mins(10);
/// The longest subject (OpenID Connect Core §2).
const LONGEST_SUBJECT: usize = 255;

/// What one sign-in begins with. It stays with us; the browser learns the state and the nonce alone.
#[derive(Clone)]
pub struct Asked {
    /// Ties the answer to the browser that asked.
    pub state: String,
    /// Ties the token to this sign-in.
    pub nonce: String,
    /// Ties the code to whoever asked for it (PKCE, RFC 7636): 43 to 128 unreserved characters.
    pub verifier: String,
    /// Where the provider sends the browser back to.
    pub redirect: String,
}

// Secrets of a sign-in under way stand in no journal.
impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asked").field("redirect", &self.redirect).finish_non_exhaustive()
    }
}

/// What the browser brought back.
#[derive(Clone, PartialEq, Eq)]
pub struct Answer {
    /// The code.
    pub code: String,
    /// Who says that they issued it (RFC 9207).
    pub issuer: Option<String>,
}

// The code stands in no journal either.
impl fmt::Debug for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer").field("issuer", &self.issuer).finish_non_exhaustive()
    }
}

/// Whom the provider knows.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Account {
    /// By whom they are known.
    pub issuer: String,
    /// As what they are known there; never shown.
    pub subject: String,
    /// The name.
    pub name: String,
    /// Office and role, or why there are none.
    pub post: Result<Post, NoPost>,
}

/// Every claim, whatever it is called.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Every {
    #[serde(flatten)]
    claims: Map<String, Value>,
}

impl AdditionalClaims for Every {}

/// What RFC 9207 §3 adds to a provider's description.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Says {
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

impl AdditionalProviderMetadata for Says {}

type Description = ProviderMetadata<
    Says,
    CoreAuthDisplay,
    CoreClientAuthMethod,
    CoreClaimName,
    CoreClaimType,
    CoreGrantType,
    CoreJweContentEncryptionAlgorithm,
    CoreJweKeyManagementAlgorithm,
    CoreJsonWebKey,
    CoreResponseMode,
    CoreResponseType,
    CoreSubjectIdentifierType,
>;

type Tokens = StandardTokenResponse<
    IdTokenFields<Every, EmptyExtraTokenFields, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>,
    CoreTokenType,
>;

type Party = Client<
    Every,
    CoreAuthDisplay,
    CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm,
    CoreJsonWebKey,
    CoreAuthPrompt,
    StandardErrorResponse<CoreErrorResponseType>,
    Tokens,
    CoreTokenIntrospectionResponse,
    CoreRevocableToken,
    CoreRevocationErrorResponse,
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

/// Signatures that only the provider can make. One that is made with our own secret, or none at all, is not among them.
const SIGNATURES: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The provider of an office.
pub struct Provider {
    issuer: IssuerUrl,
    client_id: ClientId,
    client_secret: Option<ClientSecret>,
    scopes: Vec<Scope>,
    wire: Wire,
    anew: bool,
    name: Where,
    posts: Posts,
}

impl Provider {
    /// Takes the settings. Nobody is spoken to yet, so that the program starts while the provider is away.
    ///
    /// # Errors
    /// [`SettingsError`], if they cannot be used.
    pub fn new(settings: Settings) -> Result<Self, SettingsError> {
        let mut origins = vec![address(&settings.issuer)?.origin()];
        for other in &settings.other_origins {
            origins.push(address(other)?.origin());
        }
        let roots = settings.roots.map(|pem| roots(&pem).ok_or(SettingsError::Roots)).transpose()?;
        Ok(Provider {
            issuer: IssuerUrl::new(settings.issuer.clone()).map_err(|_| SettingsError::Address(settings.issuer))?,
            client_id: ClientId::new(settings.client_id),
            client_secret: settings.client_secret.map(ClientSecret::new),
            scopes: settings.scopes.into_iter().map(Scope::new).collect(),
            wire: Wire::new(origins, roots),
            anew: settings.anew,
            name: settings.name,
            posts: settings.posts,
        })
    }

    /// Asks the provider to describe itself and its keys (OpenID Connect Discovery 1.0 §4). Nothing is kept: staff sign in seldom, and a key
    /// that the provider took back is then never trusted.
    async fn description(&self) -> Result<Description, Fault> {
        Ok(Description::discover_async(self.issuer.clone(), &self.wire).await?)
    }

    fn party(&self, description: Description, redirect: &str) -> Result<Party, Fault> {
        let methods = description.token_endpoint_auth_methods_supported().cloned().unwrap_or_default();
        let basic = methods.is_empty() || methods.contains(&CoreClientAuthMethod::ClientSecretBasic);
        let redirect = RedirectUrl::new(redirect.to_owned()).map_err(|_| away("the site's own address cannot be sent back to"))?;
        Ok(Party::from_provider_metadata(description, self.client_id.clone(), self.client_secret.clone())
            .set_redirect_uri(redirect)
            .set_auth_type(if basic { AuthType::BasicAuth } else { AuthType::RequestBody }))
    }

    /// Where the browser goes: the provider's page (OpenID Connect Core §3.1.2.1). `language` is one that the person reads.
    ///
    /// # Errors
    /// [`Fault::Away`] where the provider does not answer; [`Fault::Untrusted`] where it sends people to somebody else.
    pub async fn address(&self, asked: &Asked, language: &str) -> Result<String, Fault> {
        let party = self.party(self.description().await?, &asked.redirect)?;
        let (state, nonce) = (CsrfToken::new(asked.state.clone()), Nonce::new(asked.nonce.clone()));
        let challenge = PkceCodeChallenge::from_code_verifier_sha256(&PkceCodeVerifier::new(asked.verifier.clone()));
        let mut request = party
            .authorize_url(CoreAuthenticationFlow::AuthorizationCode, move || state, move || nonce)
            .set_pkce_challenge(challenge)
            .add_scopes(self.scopes.iter().cloned())
            .add_ui_locale(LanguageTag::new(language.to_owned()));
        if self.anew {
            request = request.set_max_age(Duration::ZERO);
        }
        let (url, _, _) = request.url();
        if self.wire.knows(&url) { Ok(url.into()) } else { Err(WireError::Elsewhere(url.origin().ascii_serialization()).into()) }
    }

    /// Who came back: exchanges the code and checks the token (OpenID Connect Core §3.1.3). The caller has compared the state.
    ///
    /// # Errors
    /// [`Fault::Away`] where the provider does not answer; [`Fault::Untrusted`] for everything that is not exactly as it has to be.
    pub async fn account(&self, asked: Asked, answer: Answer, now: Timestamp) -> Result<Account, Fault> {
        // RFC 9207 §2.4, before the code is given to anybody.
        if answer.issuer.as_deref().is_some_and(|issuer| issuer != self.issuer.as_str()) {
            return Err(untrusted("the answer comes from another issuer"));
        }
        let description = self.description().await?;
        if answer.issuer.is_none() && description.additional_metadata().authorization_response_iss_parameter_supported {
            return Err(untrusted("the answer does not say from which issuer it comes"));
        }
        let party = self.party(description, &asked.redirect)?;
        let tokens = party
            .exchange_code(AuthorizationCode::new(answer.code))
            .map_err(|error: ConfigurationError| away(error.to_string()))?
            .set_pkce_verifier(PkceCodeVerifier::new(asked.verifier))
            .request_async(&self.wire)
            .await?;
        let token = tokens.id_token().ok_or_else(|| untrusted("the provider gave no token that says who it is"))?;
        let at = chrono_moment(now);
        let verifier = party
            .id_token_verifier()
            .set_allowed_algs(SIGNATURES)
            .set_time_fn(move || at)
            .set_issue_time_verifier_fn(move |made| lately(at, made))
            .set_auth_time_verifier_fn(move |proved| match proved {
                // The browser could have left our wish out on the way: only the token says whether it was met.
                None if self.anew => Err("the provider does not say when they signed in; see `sign_in_anew` in the settings".into()),
                Some(proved) if self.anew => lately(at, proved),
                _ => Ok(()),
            });
        let claims = token.claims(&verifier, &Nonce::new(asked.nonce)).map_err(untrusted)?;
        if claims.authorized_party().is_some_and(|party| *party != self.client_id) {
            return Err(untrusted("the token was made for another program"));
        }
        if let Some(expected) = claims.access_token_hash() {
            let hash = AccessTokenHash::from_token(
                tokens.access_token(),
                token.signing_alg().map_err(untrusted)?,
                token.signing_key(&verifier).map_err(untrusted)?,
            );
            if hash.map_err(untrusted)? != *expected {
                return Err(untrusted("the two tokens do not belong together"));
            }
        }
        let mut known = plain(claims)?;
        // Many providers tell the rest at the UserInfo endpoint only (OpenID Connect Core §5.4).
        if !(self.posts.speak(&known) && self.name.find(&known).is_some())
            && let Ok(request) = party.user_info(tokens.access_token().clone(), Some(claims.subject().clone()))
        {
            let more: openidconnect::UserInfoClaims<Every, CoreGenderClaim> = request.request_async(&self.wire).await?;
            if let (Value::Object(known), Value::Object(more)) = (&mut known, plain(&more)?) {
                for (name, value) in more {
                    known.entry(name).or_insert(value);
                }
            }
        }
        let subject = claims.subject().as_str();
        if subject.is_empty() || subject.len() > LONGEST_SUBJECT {
            return Err(untrusted("the token names nobody"));
        }
        Ok(Account {
            issuer: self.issuer.as_str().to_owned(),
            subject: subject.to_owned(),
            name: self.called(&known).unwrap_or_else(|| subject.to_owned()),
            post: self.posts.of(&known),
        })
    }

    /// The name that the claims give.
    fn called(&self, claims: &Value) -> Option<String> {
        let text = self.name.find(claims)?.as_str()?.trim();
        let clean: String = text.chars().filter(|c| !c.is_control()).take(200).collect();
        (!clean.is_empty()).then_some(clean)
    }
}

/// What was verified, as JSON.
fn plain(claims: &impl Serialize) -> Result<Value, Fault> {
    serde_json::to_value(claims).map_err(|_| away("the claims cannot be read"))
}

fn chrono_moment(at: Timestamp) -> DateTime<Utc> {
    DateTime::from_timestamp(at.as_second(), 0).unwrap_or_default()
}

fn lately(now: DateTime<Utc>, at: DateTime<Utc>) -> Result<(), String> {
    let apart = (now - at).num_seconds().abs();
    if apart <= LATELY.as_secs() { Ok(()) } else { Err(format!("{apart} seconds from now")) }
}
