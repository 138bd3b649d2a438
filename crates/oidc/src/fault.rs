//! Why nobody signs in.

use crate::wire::WireError;
use openidconnect::core::CoreErrorResponseType;
use openidconnect::{DiscoveryError, RequestTokenError, StandardErrorResponse, UserInfoError};
use std::fmt;
use thiserror::Error;

/// Why nobody signs in. The texts are for the operator's journal and name nobody.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum Fault {
    /// The provider does not answer, or answers what cannot be read.
    #[error("{0}")]
    Away(String),
    /// What came back is not to be believed.
    #[error("{0}")]
    Untrusted(String),
}

pub(crate) fn away(what: impl Into<String>) -> Fault {
    Fault::Away(what.into())
}

pub(crate) fn untrusted(what: impl fmt::Display) -> Fault {
    Fault::Untrusted(what.to_string())
}

impl From<WireError> for Fault {
    fn from(error: WireError) -> Self {
        match error {
            WireError::Elsewhere(_) => untrusted(error),
            other => away(other.to_string()),
        }
    }
}

impl From<DiscoveryError<WireError>> for Fault {
    fn from(error: DiscoveryError<WireError>) -> Self {
        match error {
            DiscoveryError::Request(error) => error.into(),
            DiscoveryError::Validation(why) => Fault::Untrusted(why),
            DiscoveryError::Response(status, ..) => away(format!("the provider describes itself with status {status}")),
            _ => away("the provider's description cannot be read"),
        }
    }
}

impl From<RequestTokenError<WireError, StandardErrorResponse<CoreErrorResponseType>>> for Fault {
    fn from(error: RequestTokenError<WireError, StandardErrorResponse<CoreErrorResponseType>>) -> Self {
        match error {
            RequestTokenError::Request(error) => error.into(),
            // The code alone: what the provider adds in words may name somebody.
            RequestTokenError::ServerResponse(response) => untrusted(format_args!("the provider refused the code: {}", response.error())),
            _ => away("the provider's answer to the code cannot be read"),
        }
    }
}

impl From<UserInfoError<WireError>> for Fault {
    fn from(error: UserInfoError<WireError>) -> Self {
        match error {
            UserInfoError::Request(error) => error.into(),
            UserInfoError::ClaimsVerification(why) => untrusted(why),
            UserInfoError::Response(status, ..) => away(format!("the provider tells nothing more of them, with status {status}")),
            _ => away("what the provider tells of them cannot be read"),
        }
    }
}
