//! The line of keys.

use crate::story::{keys, log_key, witness_key};
use doorstep_history::{TrustError, policy};

#[test]
fn the_line_of_the_command_is_read() {
    let read = policy(&keys(&[1, 2])).unwrap();
    assert_eq!(read.log().to_string(), log_key().verifier().to_string());
    assert_eq!(read.witnesses().len(), 2);
    assert!(policy(&format!("  {}\n--quorum 1 ", keys(&[1, 2]))).is_ok(), "pasted over two lines");
    assert!(policy(&keys(&[])).is_ok(), "a log without witnesses");
}

#[test]
fn a_line_that_says_too_much_or_too_little_is_refused() {
    let (log, witness) = (log_key().verifier().to_string(), witness_key(1).verifier().to_string());
    for line in ["", "--key", &log, &format!("--witness {witness}"), &format!("--key {log} --key {log}"), &format!("--key {log} --more 1")]
    {
        assert_eq!(policy(line).unwrap_err(), TrustError::Form, "{line}");
    }
    for line in
        [format!("--key {witness}"), format!("--key {log} --quorum 1"), format!("--key {log} --witness {witness} --witness {witness}")]
    {
        assert!(matches!(policy(&line), Err(TrustError::Policy(_))), "{line}");
    }
    assert!(matches!(policy("--key a+b+c"), Err(TrustError::Form | TrustError::Key(_))));
}
