//! Tokens of SoftHSM2 for tests. SoftHSM2 learns from its environment where its tokens are, and a program cannot change its own: so each
//! test runs itself once more, in a process that has a folder of its own.

use cryptoki::context::{CInitializeArgs, CInitializeFlags, Pkcs11};
use cryptoki::error::{Error, RvError};
use cryptoki::session::UserType;
use doorstep_hsm::Settings;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What names the folder in the second process.
const FOLDER: &str = "DOORSTEP_TEST_TOKENS";
const PIN: &str = "a pin for tests";
const USUAL: [&str; 5] = [
    "/usr/lib/softhsm/libsofthsm2.so",
    "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
    "/usr/lib64/pkcs11/libsofthsm2.so",
    "/usr/local/lib/softhsm/libsofthsm2.so",
];

#[expect(clippy::disallowed_methods, reason = "a test is told by its environment where SoftHSM2 is")]
fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

fn module() -> Option<PathBuf> {
    let named = variable("DOORSTEP_TEST_PKCS11").map(PathBuf::from);
    named.into_iter().chain(USUAL.map(PathBuf::from)).find(|path| path.exists())
}

/// The folder of the tokens, in the second process.
pub fn folder() -> PathBuf {
    variable(FOLDER).expect("the process with the token").into()
}

/// A token of the case's own. `None` in the first process, once the second has passed; and, loudly, where there is no SoftHSM2, unless
/// there has to be one.
pub fn fresh(case: &str) -> Option<Settings> {
    let Some(module) = module() else {
        let required = variable("DOORSTEP_REQUIRE_HSM").is_some_and(|set| set == "1");
        assert!(!required, "there is no SoftHSM2, and here it has to be");
        // Not `eprintln!`, which the test harness keeps to itself.
        drop(writeln!(std::io::stderr(), "SKIPPED {case}: there is no SoftHSM2 (Debian: softhsm2)"));
        return None;
    };
    if variable(FOLDER).is_none() {
        pass_in_a_process_of_its_own(case);
        return None;
    }
    Some(made(&module, case))
}

fn pass_in_a_process_of_its_own(case: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let (tokens, conf) = (folder.path().join("tokens"), folder.path().join("softhsm2.conf"));
    std::fs::create_dir(&tokens).expect("a folder");
    let text = format!("directories.tokendir = {}\nobjectstore.backend = file\nlog.level = ERROR\n", tokens.display());
    std::fs::write(&conf, text).expect("a file");
    let program = std::env::current_exe().expect("this program");
    let ran = Command::new(program)
        .args([case, "--test-threads=1", "--nocapture"])
        .env("SOFTHSM2_CONF", &conf)
        .env(FOLDER, &tokens)
        .output()
        .expect("this program starts again");
    let said = format!("{}{}", String::from_utf8_lossy(&ran.stdout), String::from_utf8_lossy(&ran.stderr));
    assert!(ran.status.success() && !said.contains("\nrunning 0 tests"), "{case} with a token of its own:\n{said}");
}

/// The module, ready to use.
pub fn started(module: &Path) -> Pkcs11 {
    let pkcs11 = Pkcs11::new(module).expect("SoftHSM2");
    match pkcs11.initialize(CInitializeArgs::new(CInitializeFlags::OS_LOCKING_OK)) {
        Ok(()) | Err(Error::Pkcs11(RvError::CryptokiAlreadyInitialized, _)) => pkcs11,
        Err(error) => panic!("{error}"),
    }
}

fn made(module: &Path, case: &str) -> Settings {
    let label = case[..case.len().min(32)].to_owned();
    let pkcs11 = started(module);
    let slots = pkcs11.get_slots_with_token().expect("slots");
    let empty = slots.into_iter().find(|slot| !pkcs11.get_token_info(*slot).expect("a token").token_initialized());
    let slot = empty.expect("SoftHSM2 has always one more slot");
    let (officer, pin) = ("an officer's pin".into(), PIN.into());
    pkcs11.init_token(slot, &officer, &label).expect("a token");
    let session = pkcs11.open_rw_session(slot).expect("a session");
    session.login(UserType::So, Some(&officer)).expect("the officer's PIN");
    session.init_pin(&pin).expect("a PIN");
    session.logout().expect("the officer goes");
    Settings { module: module.to_owned(), token: label, pin, label: "doorstep".into() }
}
