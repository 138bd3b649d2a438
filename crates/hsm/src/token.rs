//! The way to the token: the module, a pool of sessions, and what to do when the token went away and came back.

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::object::ObjectHandle;
use cryptoki::session::{Session, UserType};
use cryptoki::slot::Slot;
use cryptoki::types::AuthPin;
use doorstep_storage::KeyError;
use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::runtime::{Handle, RuntimeFlavor};

/// How many sessions wait for the next caller.
const IDLE: usize = 16;

/// Where the token is and how to open it.
#[derive(Clone)]
pub struct Settings {
    /// The maker's module, a shared library.
    pub module: PathBuf,
    /// The label of the token.
    pub token: String,
    /// The user's PIN.
    pub pin: AuthPin,
    /// The beginning of the labels of our keys.
    pub label: String,
}

/// Why an operation on a session failed.
pub(crate) enum Trouble {
    /// The module's own error.
    Token(Error),
    /// Ours; trying again would not help.
    Refused(KeyError),
}

impl From<Error> for Trouble {
    fn from(error: Error) -> Self {
        Trouble::Token(error)
    }
}

impl From<Trouble> for KeyError {
    fn from(trouble: Trouble) -> Self {
        match trouble {
            Trouble::Token(error) => KeyError::Unavailable(format!("the token: {error}")),
            Trouble::Refused(error) => error,
        }
    }
}

/// An open token.
pub(crate) struct Token {
    settings: Settings,
    module: Pkcs11,
    idle: Mutex<Vec<Session>>,
    handles: Mutex<HashMap<String, ObjectHandle>>,
    /// The PIN was refused: another try might lock the token.
    barred: Mutex<bool>,
}

fn held<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Token {
    pub(crate) fn open(settings: Settings) -> Result<Token, KeyError> {
        let module = Pkcs11::new(&settings.module)
            .map_err(|error| KeyError::Unavailable(format!("the module {} cannot be used: {error}", settings.module.display())))?;
        let token = Token { settings, module, idle: Mutex::default(), handles: Mutex::default(), barred: Mutex::default() };
        token.run(|_| Ok(()))?;
        Ok(token)
    }

    /// Runs work on a session. If the token or the session was lost, opens it anew and runs the work once more.
    pub(crate) fn run<T>(&self, work: impl Fn(&Session) -> Result<T, Trouble>) -> Result<T, KeyError> {
        aside(|| match self.once(&work) {
            Err(Trouble::Token(error)) => {
                tracing::warn!(%error, "the token is opened anew");
                held(&self.idle).clear();
                self.forget_handles();
                Ok(self.once(&work)?)
            }
            answer => Ok(answer?),
        })
    }

    fn once<T>(&self, work: &impl Fn(&Session) -> Result<T, Trouble>) -> Result<T, Trouble> {
        let waiting = held(&self.idle).pop();
        let session = match waiting {
            Some(session) => session,
            None => self.session(false)?,
        };
        // A session on which something failed may have an operation under way: it is closed, not kept.
        let answer = work(&session)?;
        let mut idle = held(&self.idle);
        if idle.len() < IDLE {
            idle.push(session);
        }
        Ok(answer)
    }

    /// Runs work that makes or destroys keys, once.
    pub(crate) fn change<T>(&self, work: impl FnOnce(&Session) -> Result<T, Trouble>) -> Result<T, KeyError> {
        aside(|| Ok(work(&self.session(true)?)?))
    }

    fn session(&self, writes: bool) -> Result<Session, Trouble> {
        match self.module.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
            Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => {}
            Err(error) => return Err(error.into()),
        }
        let slot = self.slot()?;
        let session = if writes { self.module.open_rw_session(slot)? } else { self.module.open_ro_session(slot)? };
        let mut barred = held(&self.barred);
        if *barred {
            let why = "the PIN was refused; no other try is made, lest the token lock itself. Correct the file of the PIN, and start again";
            return Err(Trouble::Refused(KeyError::Unavailable(why.into())));
        }
        match session.login(UserType::User, Some(&self.settings.pin)) {
            Ok(()) | Err(Error::Pkcs11(RvError::UserAlreadyLoggedIn, _)) => Ok(session),
            Err(error @ Error::Pkcs11(RvError::PinIncorrect | RvError::PinLocked | RvError::PinInvalid | RvError::PinLenRange, _)) => {
                *barred = true;
                Err(Trouble::Refused(KeyError::Unavailable(format!("the token refuses the PIN: {error}"))))
            }
            Err(error) => Err(error.into()),
        }
    }

    fn slot(&self) -> Result<Slot, Trouble> {
        let wanted = &self.settings.token;
        let mut found = Vec::new();
        for slot in self.module.get_slots_with_initialized_token()? {
            if self.module.get_token_info(slot)?.label() == wanted {
                found.push(slot);
            }
        }
        match found[..] {
            [slot] => Ok(slot),
            [] => Err(Trouble::Refused(KeyError::Unavailable(format!("there is no token \"{wanted}\"")))),
            _ => Err(Trouble::Refused(KeyError::Unavailable(format!("there are several tokens \"{wanted}\"")))),
        }
    }

    /// The handle of an object, looked for once.
    pub(crate) fn known(&self, name: &str, find: impl FnOnce() -> Result<ObjectHandle, Trouble>) -> Result<ObjectHandle, Trouble> {
        if let Some(handle) = held(&self.handles).get(name) {
            return Ok(*handle);
        }
        let handle = find()?;
        held(&self.handles).insert(name.to_owned(), handle);
        Ok(handle)
    }

    /// The handle of a secret for keyed hashes.
    pub(crate) fn secret(&self, session: &Session, label: &str) -> Result<ObjectHandle, Trouble> {
        self.known(label, || crate::object::secret(session, label))
    }

    pub(crate) fn forget_handles(&self) {
        held(&self.handles).clear();
    }
}

/// A token may be a network away: other tasks of this thread go on elsewhere meanwhile.
fn aside<T>(work: impl FnOnce() -> T) -> T {
    match Handle::try_current() {
        Ok(runtime) if runtime.runtime_flavor() == RuntimeFlavor::MultiThread => tokio::task::block_in_place(work),
        _ => work(),
    }
}
