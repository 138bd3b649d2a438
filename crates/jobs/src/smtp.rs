//! Mail through SMTP.

use doorstep_service::{Mail, Post, PostError};
use lettre::message::header::ContentType;
use lettre::message::{Mailbox, Message};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use std::future::Future;
use std::pin::Pin;
use std::time::Duration;
use thiserror::Error;

/// The configuration is not usable.
#[derive(Debug, Error)]
pub enum SmtpError {
    /// The URL is not `smtp://` or `smtps://` with a host.
    #[error("the SMTP address is not usable: {0}")]
    Url(lettre::transport::smtp::Error),
    /// The sender is not an e-mail address.
    #[error("the sender is not an e-mail address")]
    From,
}

/// How long a mail server may take; a round of four stays within its lease.
const TIMEOUT: Duration = Duration::from_secs(12);

/// A mail server.
pub struct Smtp {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: Mailbox,
}

impl Smtp {
    /// Connects when the first mail is sent. `url` is `smtps://user:password@host` or `smtp://host?tls=required`.
    pub fn new(url: &str, from: &str) -> Result<Self, SmtpError> {
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(url).map_err(SmtpError::Url)?.timeout(Some(TIMEOUT)).build();
        Ok(Smtp { transport, from: from.parse().map_err(|_| SmtpError::From)? })
    }

    fn message(&self, mail: &Mail) -> Result<Message, PostError> {
        let address: Address = mail.to.parse().map_err(|_| PostError::Never("the address is not an e-mail address"))?;
        let to = Mailbox::new(None, address);
        let domain = self.from.email.domain();
        Message::builder()
            .from(self.from.clone())
            .to(to)
            .subject(mail.subject.clone())
            .message_id(Some(format!("<{}@{domain}>", mail.id)))
            .header(ContentType::TEXT_PLAIN)
            .body(mail.body.clone())
            .map_err(|_| PostError::Never("the message cannot be built"))
    }
}

impl Post for Smtp {
    fn send(&self, mail: Mail) -> Pin<Box<dyn Future<Output = Result<(), PostError>> + Send + '_>> {
        Box::pin(async move {
            let message = self.message(&mail)?;
            match self.transport.send(message).await {
                Ok(_) => Ok(()),
                Err(error) if error.is_permanent() => Err(PostError::Never("the mail server refused the message")),
                Err(_) => Err(PostError::Later("the mail server did not take the message")),
            }
        })
    }
}
