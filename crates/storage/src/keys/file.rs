//! Master keys in a file, and in memory while the program runs.
//!
//! The file is either 64 hexadecimal digits, from which the first master key and the keys of the blind indexes are derived, or, once a
//! master key was changed, lines: `blind` with the key of the blind indexes, and `master N` for each version. Nothing in the second form
//! leads back to a master key that was taken out.

use super::{Blind, KeyError, KeyToWrap, Keys, MasterKeys, next_version, split_version, wrapping_context};
use crate::seal::{PersonKey, Sealed, Secret, open_with, seal_with};
use doorstep_register::PersonId;
use doorstep_register::world::Random;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use std::time::SystemTime;
use zeroize::Zeroizing;

/// Master keys that an operator keeps in a file.
pub struct FileKeys {
    ring: RwLock<Ring>,
    /// Where they stand, and what the file looked like when it was read; `None` for keys that live in memory only.
    file: Option<(PathBuf, Mutex<Option<Stamp>>)>,
}

struct Ring {
    blinding: Secret,
    masters: BTreeMap<u8, Secret>,
}

/// Tells whether a file is still the one that was read.
#[derive(Clone, PartialEq, Eq)]
struct Stamp(u64, Option<SystemTime>, u64);

fn stamp(path: &Path) -> io::Result<Stamp> {
    let found = fs::metadata(path)?;
    #[cfg(unix)]
    let number = std::os::unix::fs::MetadataExt::ino(&found);
    #[cfg(not(unix))]
    let number = 0;
    Ok(Stamp(number, found.modified().ok(), found.len()))
}

fn derive(key: &[u8; 32], label: &[u8]) -> Secret {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("HMAC takes a key of any length");
    mac.update(label);
    Secret::filled(|bytes| bytes.copy_from_slice(&mac.finalize().into_bytes()))
}

fn digits(text: &str) -> Result<Secret, KeyError> {
    if text.len() != 64 || !text.bytes().all(|b| b.is_ascii_hexdigit()) {
        return Err(KeyError::File);
    }
    let mut wrong = false;
    let secret = Secret::filled(|bytes| {
        for (i, byte) in bytes.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).unwrap_or_else(|_| {
                wrong = true;
                0
            });
        }
    });
    if wrong { Err(KeyError::File) } else { Ok(secret) }
}

impl Ring {
    fn of_master(master: &Secret) -> Ring {
        let wrapping = derive(master.bytes(), b"doorstep wrapping 1");
        Ring { blinding: derive(master.bytes(), b"doorstep blinding 1"), masters: BTreeMap::from([(1, wrapping)]) }
    }

    fn parse(text: &str) -> Result<Ring, KeyError> {
        if let Ok(master) = digits(text.trim()) {
            return Ok(Ring::of_master(&master));
        }
        let (mut blinding, mut masters) = (None, BTreeMap::new());
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let repeated = match line.split_whitespace().collect::<Vec<_>>()[..] {
                ["blind", key] => blinding.replace(digits(key)?).is_some(),
                ["master", version, key] => {
                    let version = version.parse().ok().filter(|v| *v > 0).ok_or(KeyError::File)?;
                    masters.insert(version, digits(key)?).is_some()
                }
                _ => true,
            };
            if repeated {
                return Err(KeyError::File);
            }
        }
        let blinding = blinding.filter(|_| !masters.is_empty()).ok_or(KeyError::File)?;
        Ok(Ring { blinding, masters })
    }

    fn text(&self) -> Zeroizing<String> {
        // As large as it will be: text that grows leaves copies behind.
        let mut text = Zeroizing::new(String::with_capacity(256 + 80 * (self.masters.len() + 1)));
        text.push_str("# Doorstep's keys. Without this file nothing opens, for anybody, ever. See docs/RUNNING.md, \"The master key\".\n");
        let mut line = |name: std::fmt::Arguments<'_>, key: &Secret| {
            let _ = write!(text, "{name} ");
            for byte in key.bytes() {
                let _ = write!(text, "{byte:02x}");
            }
            text.push('\n');
        };
        line(format_args!("blind"), &self.blinding);
        self.masters.iter().for_each(|(version, key)| line(format_args!("master {version}"), key));
        text
    }

    /// Whether this is the same key file at a later time: no key has changed, and the newest master key is not an older one.
    fn follows(&self, before: &Ring) -> bool {
        let same = |(version, key): (&u8, &Secret)| before.masters.get(version).is_none_or(|known| known.bytes() == key.bytes());
        self.blinding.bytes() == before.blinding.bytes() && self.masters.iter().all(same) && self.newest().0 >= before.newest().0
    }

    fn newest(&self) -> (u8, &Secret) {
        self.masters.last_key_value().map(|(version, key)| (*version, key)).expect("a ring has a master key")
    }
}

impl FileKeys {
    /// Keys in memory, derived from the 32 bytes of a master key.
    pub fn new(master: [u8; 32]) -> Self {
        let master = Zeroizing::new(master);
        Self::over(Ring::of_master(&Secret::filled(|bytes| bytes.copy_from_slice(&*master))), None)
    }

    /// Keys in memory, from the text of a key file.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        Ok(Self::over(Ring::parse(text)?, None))
    }

    /// Opens a key file. A master key that is added to it while the program runs is noticed.
    pub fn open(path: &Path) -> Result<Self, KeyError> {
        let unreadable = |error: io::Error| KeyError::Unavailable(format!("{} cannot be read: {error}", path.display()));
        let seen = stamp(path).map_err(unreadable)?;
        let text = Zeroizing::new(fs::read_to_string(path).map_err(unreadable)?);
        Ok(Self::over(Ring::parse(&text)?, Some((path.to_owned(), Mutex::new(Some(seen))))))
    }

    fn over(ring: Ring, file: Option<(PathBuf, Mutex<Option<Stamp>>)>) -> Self {
        FileKeys { ring: RwLock::new(ring), file }
    }

    fn ring(&self) -> std::sync::RwLockReadGuard<'_, Ring> {
        self.ring.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Reads the file again if it is another one than before. A file that was taken away leaves what is in memory.
    fn refresh(&self) -> Result<(), KeyError> {
        let Some((path, seen)) = &self.file else { return Ok(()) };
        self.refresh_locked(path, &mut seen.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn refresh_locked(&self, path: &Path, seen: &mut MutexGuard<'_, Option<Stamp>>) -> Result<(), KeyError> {
        let now = match stamp(path) {
            Ok(now) => now,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
            Err(error) => return Err(KeyError::Unavailable(format!("{} cannot be read: {error}", path.display()))),
        };
        if seen.as_ref() == Some(&now) {
            return Ok(());
        }
        let text = fs::read_to_string(path).map(Zeroizing::new);
        let text = text.map_err(|error| KeyError::Unavailable(format!("{} cannot be read: {error}", path.display())))?;
        let ring = Ring::parse(&text)?;
        if !ring.follows(&self.ring()) {
            return Err(KeyError::Unavailable(format!("{} is not the key file that it was: another's, or an older copy", path.display())));
        }
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = ring;
        **seen = Some(now);
        Ok(())
    }

    /// Changes the ring, in the file first. Of two programs that change it at once, one waits for the other.
    fn change<T>(&self, change: impl FnOnce(&mut Ring) -> Result<T, KeyError>) -> Result<T, KeyError> {
        let Some((path, seen)) = &self.file else {
            return change(&mut self.ring.write().unwrap_or_else(PoisonError::into_inner));
        };
        let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
        let unwritable = |error: io::Error| KeyError::Unavailable(format!("{} cannot be written: {error}", path.display()));
        let lock = OpenOptions::new().write(true).create(true).truncate(false).open(path.with_extension("lock")).map_err(unwritable)?;
        lock.lock().map_err(unwritable)?;
        self.refresh_locked(path, &mut seen)?;
        let mut changed = Ring::parse(&self.ring().text())?;
        let answer = change(&mut changed)?;
        replace(path, changed.text().as_bytes()).map_err(unwritable)?;
        *seen = Some(stamp(path).map_err(unwritable)?);
        *self.ring.write().unwrap_or_else(PoisonError::into_inner) = changed;
        Ok(answer)
    }
}

/// Puts another content in the place of a file, whole or not at all, durable when this returns, readable by its owner and group as before, and by
/// nobody else: whoever runs the command need not be whom the service runs as.
fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let beside = path.with_extension("new");
    match fs::remove_file(&beside) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&beside)?;
    file.write_all(content)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt, fchown};
        let (old, new) = (fs::metadata(path)?, file.metadata()?);
        if (old.uid(), old.gid()) != (new.uid(), new.gid()) {
            fchown(&file, Some(old.uid()), Some(old.gid()))?;
        }
        let for_nobody_else = std::os::unix::fs::PermissionsExt::from_mode(old.mode() & 0o640);
        file.set_permissions(for_nobody_else)?;
    }
    file.sync_all()?;
    fs::rename(&beside, path)?;
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

impl Keys for FileKeys {
    fn newest(&self) -> Result<u8, KeyError> {
        self.refresh()?;
        Ok(self.ring().newest().0)
    }

    fn wrap(&self, person: PersonId, key: KeyToWrap<'_>, nonce: [u8; 12]) -> Result<Vec<u8>, KeyError> {
        self.refresh()?;
        let ring = self.ring();
        let (version, master) = ring.newest();
        let sealed = seal_with(master.bytes(), nonce, &wrapping_context(version, person), key.bytes());
        Ok([&[version], sealed.to_stored()].concat())
    }

    fn unwrap(&self, person: PersonId, wrapped: &[u8]) -> Result<PersonKey, KeyError> {
        let (version, sealed) = split_version(wrapped)?;
        if !self.ring().masters.contains_key(&version) {
            self.refresh()?;
        }
        let ring = self.ring();
        let master = ring.masters.get(&version).ok_or(KeyError::Version(version))?;
        let context = wrapping_context(version, person);
        let context = if wrapped.len() == sealed.len() { &context[1..] } else { &context[..] };
        let plain = open_with(master.bytes(), context, &Sealed::from_stored(sealed.to_vec())).ok_or(KeyError::Unwrap)?;
        PersonKey::unwrapped(&plain).ok_or(KeyError::Unwrap)
    }

    fn blind(&self, what: Blind, value: &[u8]) -> Result<[u8; 32], KeyError> {
        let ring = self.ring();
        Ok(*derive(derive(ring.blinding.bytes(), what.name().as_bytes()).bytes(), value).bytes())
    }

    fn attempt(&self, signed: &[u8]) -> [u8; 32] {
        let ring = self.ring();
        *derive(derive(ring.blinding.bytes(), b"attempt").bytes(), signed).bytes()
    }
}

impl MasterKeys for FileKeys {
    fn versions(&self) -> Result<Vec<u8>, KeyError> {
        self.refresh()?;
        Ok(self.ring().masters.keys().copied().collect())
    }

    fn add_master(&self, random: &dyn Random) -> Result<u8, KeyError> {
        self.change(|ring| {
            let version = next_version(&ring.masters.keys().copied().collect::<Vec<_>>())?;
            ring.masters.insert(version, Secret::filled(|bytes| random.fill(bytes)));
            Ok(version)
        })
    }

    fn destroy_master(&self, version: u8) -> Result<(), KeyError> {
        self.change(|ring| {
            if ring.newest().0 == version {
                return Err(KeyError::Unavailable(format!("master key {version} is in use")));
            }
            ring.masters.remove(&version).map(drop).ok_or(KeyError::Version(version))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tempfile::TempDir;
    use uuid::Uuid;

    struct Sevens;

    impl Random for Sevens {
        fn fill(&self, buffer: &mut [u8]) {
            buffer.fill(7);
        }
    }

    fn person(n: u128) -> PersonId {
        PersonId(Uuid::from_u128(n))
    }

    fn key(byte: u8) -> PersonKey {
        PersonKey::unwrapped(&[byte; 32]).unwrap()
    }

    fn wrapped(keys: &FileKeys, who: PersonId, byte: u8) -> Vec<u8> {
        keys.wrap(who, KeyToWrap(&key(byte)), [0; 12]).unwrap()
    }

    #[cfg(unix)]
    #[test]
    fn whoever_could_read_the_key_file_still_can() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, path) = in_a_file();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        FileKeys::open(&path).unwrap().add_master(&Sevens).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
    }

    #[test]
    fn another_key_file_in_its_place_is_refused_while_the_program_runs() {
        let (_folder, path) = in_a_file();
        let running = FileKeys::open(&path).unwrap();
        let first = fs::read_to_string(&path).unwrap();
        assert_eq!(FileKeys::open(&path).unwrap().add_master(&Sevens).unwrap(), 2);
        assert_eq!(running.newest().unwrap(), 2, "the same file with one key more");
        for wrong in ["1e".repeat(32), first] {
            fs::write(&path, wrong).unwrap();
            assert!(matches!(running.newest(), Err(KeyError::Unavailable(_))), "another town's, and an older copy");
        }
    }

    fn in_a_file() -> (TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("master.key");
        fs::write(&path, "0f".repeat(32)).unwrap();
        (folder, path)
    }

    #[test]
    fn a_wrapped_key_belongs_to_one_person_and_one_master() {
        let keys = FileKeys::new([1; 32]);
        let wrapped = wrapped(&keys, person(1), 9);
        assert_eq!(keys.unwrap(person(1), &wrapped).unwrap().bytes(), &[9; 32]);
        assert_eq!(keys.unwrap(person(2), &wrapped).err(), Some(KeyError::Unwrap));
        assert_eq!(FileKeys::new([2; 32]).unwrap(person(1), &wrapped).err(), Some(KeyError::Unwrap));
    }

    /// Wrapped by the version of this program that knew one master key only, from the master key `01…01`.
    #[test]
    fn a_key_from_before_there_were_versions_opens() {
        let keys = FileKeys::new([1; 32]);
        let ring = keys.ring();
        let old = seal_with(ring.newest().1.bytes(), [3; 12], person(1).0.as_bytes(), &[9; 32]).to_stored().to_vec();
        assert_eq!(old.len(), 60);
        assert_eq!(keys.unwrap(person(1), &old).unwrap().bytes(), &[9; 32]);
        assert!(keys.unwrap(person(2), &old).is_err());
        assert!(keys.unwrap(person(1), &[&[1], &old[..]].concat()).is_err());
    }

    #[test]
    fn a_key_file_is_64_digits_or_lines() {
        for good in [format!("{}\n", "0f".repeat(32)), format!("# x\n\nblind {0}\nmaster 2 {0}\n master 3 {0}", "0F".repeat(32))] {
            assert!(FileKeys::parse(&good).is_ok(), "{good}");
        }
        let k = "0f".repeat(32);
        for bad in [
            String::new(),
            "zz".repeat(32),
            "я".repeat(32),
            format!("blind {k}"),
            format!("master 1 {k}"),
            format!("blind {k}\nmaster 0 {k}"),
            format!("blind {k}\nmaster 256 {k}"),
            format!("blind {k}\nmaster 1 {k}\nmaster 1 {k}"),
            format!("blind {k}\nblind {k}\nmaster 1 {k}"),
            format!("blind {k}\nmaster 1 {k}\nother {k}"),
        ] {
            assert_eq!(FileKeys::parse(&bad).err(), Some(KeyError::File), "{bad}");
        }
    }

    #[test]
    fn one_value_has_another_index_in_each_use() {
        let keys = FileKeys::new([1; 32]);
        let mut all: Vec<[u8; 32]> = Blind::EVERY.iter().map(|what| keys.blind(*what, b"x").unwrap()).collect();
        all.push(keys.attempt(b"x"));
        all.sort_unstable();
        all.dedup();
        assert_eq!(all.len(), Blind::EVERY.len() + 1);
    }

    #[test]
    fn a_changed_master_key_leaves_the_indexes_and_lets_go_of_the_old() {
        let keys = FileKeys::new([1; 32]);
        let (index, attempt, before) = (keys.blind(Blind::Email, b"x"), keys.attempt(b"x"), wrapped(&keys, person(1), 9));
        assert_eq!((keys.add_master(&Sevens), keys.versions()), (Ok(2), Ok(vec![1, 2])));
        assert_eq!(wrapped(&keys, person(1), 9)[0], 2);
        assert!(keys.unwrap(person(1), &before).is_ok());
        assert!(keys.destroy_master(2).is_err(), "the newest is in use");
        assert_eq!(keys.destroy_master(1), Ok(()));
        assert_eq!(keys.unwrap(person(1), &before).err(), Some(KeyError::Version(1)));
        assert_eq!((keys.blind(Blind::Email, b"x"), keys.attempt(b"x")), (index, attempt));
        assert_eq!(keys.destroy_master(1), Err(KeyError::Version(1)));
    }

    #[test]
    fn a_running_program_notices_a_changed_file() {
        let (_folder, path) = in_a_file();
        let (serving, operator) = (FileKeys::open(&path).unwrap(), FileKeys::open(&path).unwrap());
        let before = wrapped(&serving, person(1), 9);
        assert_eq!(operator.add_master(&Sevens), Ok(2));
        let after = wrapped(&operator, person(2), 8);
        assert_eq!(serving.unwrap(person(2), &after).unwrap().bytes(), &[8; 32], "met before anything new was wrapped here");
        assert_eq!(wrapped(&serving, person(3), 9)[0], 2);
        operator.destroy_master(1).unwrap();
        assert_eq!(serving.versions(), Ok(vec![2]));
        assert_eq!(serving.unwrap(person(1), &before).err(), Some(KeyError::Version(1)));
        // The file alone leads to the same indexes, and not to the key that was destroyed.
        let again = FileKeys::open(&path).unwrap();
        assert_eq!(again.blind(Blind::Home, b"x"), serving.blind(Blind::Home, b"x"));
        assert_eq!(again.unwrap(person(1), &before).err(), Some(KeyError::Version(1)));
    }

    #[cfg(unix)]
    #[test]
    fn a_changed_file_is_for_nobody_else() {
        use std::os::unix::fs::PermissionsExt;
        let (_folder, path) = in_a_file();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o604)).unwrap();
        FileKeys::open(&path).unwrap().add_master(&Sevens).unwrap();
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    }

    #[test]
    fn two_operators_at_once_make_two_master_keys() {
        let (_folder, path) = in_a_file();
        let (a, b) = (FileKeys::open(&path).unwrap(), FileKeys::open(&path).unwrap());
        let mut made = std::thread::scope(|scope| {
            [&a, &b].map(|keys| scope.spawn(|| keys.add_master(&Sevens).unwrap())).map(|thread| thread.join().unwrap())
        });
        made.sort_unstable();
        assert_eq!(made, [2, 3]);
        assert_eq!(FileKeys::open(&path).unwrap().versions(), Ok(vec![1, 2, 3]));
    }

    #[test]
    fn a_file_that_was_taken_away_leaves_what_is_in_memory_and_a_broken_one_is_told() {
        let (_folder, path) = in_a_file();
        let keys = FileKeys::open(&path).unwrap();
        fs::remove_file(&path).unwrap();
        assert_eq!(wrapped(&keys, person(1), 9)[0], 1);
        fs::write(&path, "broken").unwrap();
        assert_eq!(keys.wrap(person(1), KeyToWrap(&key(9)), [0; 12]), Err(KeyError::File));
        assert!(FileKeys::open(&path.with_extension("nowhere")).is_err());
    }
}
