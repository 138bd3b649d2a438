//! Staff sign in by their office's own service. They are made, or brought up to date, from what it says of them; whoever it no longer
//! knows as staff cannot come in.

use crate::outside::{NoPost, Provider, ProviderFault, StaffAccount, StaffAnswer, StaffAsked};
use crate::token::{Token, hash};
use crate::{Error, Service, Session, TxResult};
use doorstep_register::StaffId;
use doorstep_register::world::{bytes, new_id};
use doorstep_storage::{SignInWay, StaffRow, Tx};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// How long somebody may take at the provider, in minutes.
const SIGN_IN_MINUTES: i64 = 10;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// A sign-in that is under way: what was asked of the provider, and where in the site it began.
#[derive(Serialize, Deserialize)]
struct UnderWay {
    asked: StaffAsked,
    to: String,
}

fn untrusted(what: &str) -> Error {
    ProviderFault::Untrusted(what.to_owned()).into()
}

impl Service {
    /// Says by which service staff sign in. Without it there are the operator's links.
    pub fn trust_provider(&self, provider: Arc<dyn Provider>) {
        // Said twice, the first stays: it does not change while the program runs.
        let _ = self.0.provider.set(provider);
    }

    fn provider(&self) -> Result<&dyn Provider, Error> {
        self.0.provider.get().map(|provider| &**provider).ok_or(Error::NotFound)
    }

    /// What the people of the office call the service by which they sign in; `None` if there is none.
    pub fn provider_name(&self) -> Option<&str> {
        self.provider().ok().map(Provider::name)
    }

    /// Begins a sign-in: the secret for the browser's cookie, and the provider's address. `redirect` is where the provider sends the browser
    /// back to; `to` is kept, and answered at the end.
    pub async fn begin_staff_sign_in(&self, redirect: String, language: &str, to: String) -> Result<(Token, String), Error> {
        let secret = || Token::new(self.random()).reveal().to_owned();
        let asked = StaffAsked { state: secret(), nonce: secret(), verifier: secret(), redirect };
        let address = self.provider()?.address(&asked, language).await?;
        let kept = serde_json::to_string(&UnderWay { asked, to }).map_err(|_| untrusted("a sign-in could not be kept"))?;
        Ok((self.keep_ceremony(kept, SIGN_IN_MINUTES).await?, address))
    }

    /// Ends a sign-in: who came back in the browser with this secret is staff, or is refused. Each sign-in ends once. Answers the session's
    /// token, the session, and the `to` with which it began.
    pub async fn finish_staff_sign_in(&self, secret: &str, answer: StaffAnswer) -> Result<(Token, Session, String), Error> {
        let provider = self.provider()?;
        let kept = self.take_ceremony(secret).await.map_err(|error| match error {
            Error::SpentLink => untrusted("no sign-in is under way in this browser"),
            other => other,
        })?;
        let UnderWay { asked, to } = serde_json::from_str(&kept).map_err(|_| untrusted("something else is under way in this browser"))?;
        // Of hashes, so that the time that it takes tells nothing of how much was right.
        if hash(&asked.state) != hash(&answer.state) {
            return Err(untrusted("the answer belongs to another sign-in"));
        }
        if answer.code.is_empty() {
            return Err(ProviderFault::Declined.into());
        }
        let account = provider.account(asked, answer, self.now()).await?;
        let (token, session) = self.admit_staff(account).await?;
        Ok((token, session, to))
    }

    async fn admit_staff(&self, account: StaffAccount) -> Result<(Token, Session), Error> {
        let token = Token::new(self.random());
        let index = self.account_index(&account.issuer, &account.subject)?;
        let admitted = self
            .write("staff.sign_in", (hash(token.reveal()), index, account), |this, tx, (key, index, account)| {
                Box::pin(async move {
                    let known = match tx.staff_of_account(index).await? {
                        Some(id) => Some((id, tx.staff(id).await?)),
                        None => None,
                    };
                    let (office, role) = match &account.post {
                        Ok(post) => post.clone(),
                        Err(none) => {
                            if let Some((id, _)) = known {
                                tx.end_staff_sessions(id).await?;
                                tx.release_cases(id).await?;
                            }
                            // What was ended stays ended, so this is an answer and no error.
                            return Ok(Err(none.clone()));
                        }
                    };
                    let id = match known {
                        None => {
                            let row = StaffRow {
                                id: StaffId(new_id(this.now(), this.random())),
                                office,
                                role,
                                pseudonym: this.fresh_pseudonym(tx).await?,
                                name: account.name.clone(),
                                left_at: None,
                            };
                            tx.put_staff(&row).await?;
                            tx.set_staff_account(row.id, index).await?;
                            row.id
                        }
                        Some((id, row)) => {
                            let row = row.ok_or(Error::Left)?;
                            if row.left_at.is_some() {
                                return Err(Error::Left.into());
                            }
                            if (&row.office, row.role) != (&office, role) {
                                tx.end_staff_sessions(id).await?;
                                tx.release_cases(id).await?;
                            }
                            tx.put_staff(&StaffRow { office, role, name: account.name.clone(), ..row }).await?;
                            id
                        }
                    };
                    Ok(Ok(this.add_session(tx, *key, None, Some(id), SignInWay::Provider).await?))
                })
            })
            .await?;
        let session = admitted.map_err(|none: NoPost| Error::from(none))?;
        Ok((token, session))
    }

    /// A pseudonym that nobody has or had. It says nothing of whom it is for.
    async fn fresh_pseudonym(&self, tx: &mut dyn Tx) -> TxResult<String> {
        for length in 4..20 {
            let letters = bytes::<20>(self.random()).map(|b| char::from(LETTERS[usize::from(b & 31)]));
            let pseudonym: String = "S-".chars().chain(letters.into_iter().take(length)).collect();
            if tx.staff_by_pseudonym(&pseudonym).await?.is_empty() {
                return Ok(pseudonym);
            }
        }
        Err(untrusted("no pseudonym is free").into())
    }
}
