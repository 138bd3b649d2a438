#![doc = include_str!("../README.md")]

use std::sync::{Mutex, MutexGuard, PoisonError};

/// What the page wrote, and then what it may read.
static SHARED: Mutex<Vec<u8>> = Mutex::new(Vec::new());
/// The most that is taken, in bytes.
const LONGEST: usize = 65 * 1024 * 1024;

fn shared() -> MutexGuard<'static, Vec<u8>> {
    SHARED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for `length` bytes and says where: the page writes the line of keys there, and behind it the file. Null if it is too much.
#[expect(unsafe_code, reason = "a name for the browser; no other symbol of this program has it")]
#[unsafe(no_mangle)]
pub extern "C" fn room(length: usize) -> *mut u8 {
    let mut shared = shared();
    if length > LONGEST {
        return std::ptr::null_mut();
    }
    *shared = vec![0; length];
    shared.as_mut_ptr()
}

/// Checks what was written, of which the first `keys` bytes are the line of keys. The answer, JSON as `doorstep_history::answer` writes it,
/// stands in its place.
#[expect(unsafe_code, reason = "a name for the browser; no other symbol of this program has it")]
#[unsafe(no_mangle)]
pub extern "C" fn check(keys: usize) {
    let mut shared = shared();
    // What is not UTF-8 is neither keys nor a history, and its place-holders are refused as such.
    let (keys, file) = shared.split_at(keys.min(shared.len()));
    let answer = doorstep_history::answer(&String::from_utf8_lossy(keys), &String::from_utf8_lossy(file));
    *shared = answer.into_bytes();
}

/// Where the answer begins.
#[expect(unsafe_code, reason = "a name for the browser; no other symbol of this program has it")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    shared().as_ptr()
}

/// Its length in bytes.
#[expect(unsafe_code, reason = "a name for the browser; no other symbol of this program has it")]
#[unsafe(no_mangle)]
pub extern "C" fn answer_length() -> usize {
    shared().len()
}
