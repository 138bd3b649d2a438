//! Master keys in a file, and in memory while the program runs.

use super::ring::{Ring, derive};
use super::{Blind, KeyError, KeyToWrap, Keys, MasterKeys, next_version, split_version, wrapping_context};
use crate::seal::{PersonKey, Sealed, Secret, open_with, seal_with};
use doorstep_register::PersonId;
use doorstep_register::world::Random;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
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
