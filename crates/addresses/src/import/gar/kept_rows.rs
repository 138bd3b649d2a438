//! The rows of one region in a file: an import that was stopped goes on after the last region that is complete, and a delta finds in them what
//! the rows that it changes were.

use std::{
    fs::{self, File},
    io::{self, BufReader, Read, Write},
    path::Path,
};

use rustc_hash::FxHashMap;

use super::rows::{Object, Parents, Report};
use crate::{
    error::ImportError,
    runs::{BlockReader, BlockWriter, Space, Spool, Spooled},
    segment::strings::Interner,
};

const MAGIC: &[u8; 8] = b"DSROWS02";
/// Bytes that are written or read at a time.
const CHUNK: usize = 1 << 18;
/// Longest text that is believed.
const LONGEST: usize = 1 << 24;

/// What there is once: places and streets, and the texts of houses and dwellings.
#[derive(Default)]
pub(super) struct Head {
    pub(super) objects: Vec<Object>,
    /// From OBJECTID to the place among them.
    pub(super) numbers: FxHashMap<u64, u32>,
    pub(super) texts: Interner,
    pub(super) report: Report,
}

/// The rows of a region: houses and dwellings by OBJECTID.
pub(super) struct Rows {
    pub(super) head: Head,
    pub(super) houses: Spooled,
    pub(super) units: Spooled,
}

impl Rows {
    /// Writes them to a file, whole or not at all.
    pub(super) fn write(&mut self, path: &Path) -> Result<(), ImportError> {
        let part = path.with_extension("part");
        let mut write = || -> io::Result<()> {
            let mut out = Summed { inner: File::create(&part)?, buffer: Vec::with_capacity(CHUNK * 2), sum: crc32fast::Hasher::new() };
            out.write_all(MAGIC)?;
            self.head.put(&mut out)?;
            for rows in [&mut self.houses, &mut self.units] {
                let mut blocks = BlockWriter::new(out);
                rows.each(|block| blocks.block(block))?;
                out = blocks.finish()?;
            }
            out.finish()?.sync_all()?;
            fs::rename(&part, path)
        };
        write().map_err(ImportError::io(path))
    }

    /// Reads what [`Rows::write`] wrote.
    pub(super) fn load(path: &Path, space: &Space) -> Result<Rows, ImportError> {
        let file = File::open(path).map_err(ImportError::io(path))?;
        let load = || -> io::Result<Rows> {
            let length = file.metadata()?.len().checked_sub(4).ok_or(io::ErrorKind::UnexpectedEof)?;
            let mut input = Summing { inner: BufReader::with_capacity(CHUNK, &file).take(length), sum: crc32fast::Hasher::new() };
            if input.array()? != *MAGIC {
                return Err(io::ErrorKind::InvalidData.into());
            }
            let head = Head::take(&mut input)?;
            let (houses, input) = spooled(input, space)?;
            let (units, mut input) = spooled(input, space)?;
            let rest = io::copy(&mut input, &mut io::sink())?;
            let Summing { inner, sum } = input;
            let mut written = [0; 4];
            inner.into_inner().read_exact(&mut written)?;
            if rest > 0 || sum.finalize() != u32::from_le_bytes(written) {
                return Err(io::ErrorKind::InvalidData.into());
            }
            Ok(Rows { head, houses, units })
        };
        load().map_err(|error| match error.kind() {
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof => ImportError::bad(
                path.display().to_string(),
                "the rows of the register are damaged, or of another version: import the whole register again",
            ),
            _ => ImportError::io(path)(error),
        })
    }
}

fn spooled<R: Read>(input: R, space: &Space) -> io::Result<(Spooled, R)> {
    let (mut spool, mut blocks, mut block) = (Spool::new(space), BlockReader::new(input), Vec::new());
    while blocks.next(&mut block)? {
        spool.row(|out| out.extend_from_slice(&block))?;
    }
    Ok((spool.finish()?, blocks.into_inner()))
}

impl Head {
    fn put(&self, out: &mut impl Write) -> io::Result<()> {
        put_text(out, &serde_json::to_vec(&self.report)?)?;
        put_number(out, self.texts.len() as u64)?;
        self.texts.texts().try_for_each(|text| put_text(out, text.as_bytes()))?;
        put_number(out, self.objects.len() as u64)?;
        for object in &self.objects {
            let Parents { adm, mun } = object.parents;
            [object.id, adm, mun, u64::from(object.level), object.former.len() as u64].iter().try_for_each(|n| put_number(out, *n))?;
            std::iter::once(&object.name).chain(&object.former).try_for_each(|name| put_text(out, name.as_bytes()))?;
        }
        Ok(())
    }

    fn take(input: &mut Summing<impl Read>) -> io::Result<Head> {
        let mut head = Head { report: serde_json::from_slice(&input.bytes()?)?, ..Head::default() };
        for _ in 0..input.number()? {
            let text = input.text()?;
            head.texts.id(&text);
        }
        for _ in 0..input.number()? {
            let (id, parents) = (input.number()?, Parents { adm: input.number()?, mun: input.number()? });
            let level = u8::try_from(input.number()?).map_err(|_| io::ErrorKind::InvalidData)?;
            let former = input.number()?;
            let name = input.text()?;
            let former = (0..former).map(|_| input.text()).collect::<io::Result<_>>()?;
            head.numbers.insert(id, head.objects.len() as u32);
            head.objects.push(Object { id, level, name, former, parents });
        }
        Ok(head)
    }
}

fn put_number(out: &mut impl Write, number: u64) -> io::Result<()> {
    out.write_all(&number.to_le_bytes())
}

fn put_text(out: &mut impl Write, bytes: &[u8]) -> io::Result<()> {
    let length = u32::try_from(bytes.len()).map_err(|_| io::ErrorKind::InvalidInput)?;
    out.write_all(&length.to_le_bytes())?;
    out.write_all(bytes)
}

/// Writes and sums up.
struct Summed<W> {
    inner: W,
    buffer: Vec<u8>,
    sum: crc32fast::Hasher,
}

impl<W: Write> Write for Summed<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.buffer.len() + bytes.len() > CHUNK {
            self.flush()?;
        }
        if bytes.len() >= CHUNK / 8 {
            self.sum.update(bytes);
            self.inner.write_all(bytes)?;
        } else {
            self.buffer.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sum.update(&self.buffer);
        self.inner.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }
}

impl<W: Write> Summed<W> {
    /// Writes the sum at the end.
    fn finish(mut self) -> io::Result<W> {
        self.flush()?;
        self.inner.write_all(&self.sum.finalize().to_le_bytes())?;
        Ok(self.inner)
    }
}

/// Reads and sums up.
struct Summing<R> {
    inner: R,
    sum: crc32fast::Hasher,
}

impl<R: Read> Read for Summing<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(bytes)?;
        self.sum.update(&bytes[..read]);
        Ok(read)
    }
}

impl<R: Read> Summing<R> {
    fn array<const N: usize>(&mut self) -> io::Result<[u8; N]> {
        let mut bytes = [0; N];
        self.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn number(&mut self) -> io::Result<u64> {
        self.array().map(u64::from_le_bytes)
    }

    fn bytes(&mut self) -> io::Result<Vec<u8>> {
        let length = u32::from_le_bytes(self.array()?) as usize;
        if length > LONGEST {
            return Err(io::ErrorKind::InvalidData.into());
        }
        let mut bytes = vec![0; length];
        self.read_exact(&mut bytes)?;
        Ok(bytes)
    }

    fn text(&mut self) -> io::Result<String> {
        String::from_utf8(self.bytes()?).map_err(|_| io::ErrorKind::InvalidData.into())
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::rows::{Coder, Entity, House, Region, Unit},
        *,
    };

    #[test]
    fn rows_survive_their_file() {
        let dir = tempfile::tempdir().unwrap();
        let (path, space) = (dir.path().join("77.rows"), Space::new(dir.path(), 1 << 20));
        let mut head = Head { report: Report { rows: 9, skipped: vec![("why".into(), 2)] }, ..Head::default() };
        let parents = Parents { adm: 1, mun: 2 };
        let object =
            Object { id: 5, level: 8, name: "улица Мира".into(), former: vec!["улица Старая".into()], parents };
        head.objects.push(object.clone());
        let house = House { id: 6, guid: [7; 16], text: head.texts.id("дом 1"), parents };
        let unit = Unit { id: 8, parent: 6, text: head.texts.id("12") };
        let (mut houses, mut units) = (Spool::new(&space), Spool::new(&space));
        houses.row(|out| Coder::default().put_house(&house, out)).unwrap();
        units.row(|out| Coder::default().put_unit(&unit, out)).unwrap();
        let mut rows = Rows { head, houses: houses.finish().unwrap(), units: units.finish().unwrap() };
        rows.write(&path).unwrap();
        let region = Region::load(&path, &space).unwrap();
        assert_eq!((&region.objects[..], &region.houses[..], &region.units[..]), (&[object][..], &[house][..], &[unit][..]));
        assert_eq!((region.texts.text(1), &Rows::load(&path, &space).unwrap().head.report), ("12", &rows.head.report));
        assert_eq!((region.index.get(8), region.index.get(5)), (Some(Entity::Unit(0)), Some(Entity::Object(0))));
        let good = fs::read(&path).unwrap();
        for at in 0..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 1;
            fs::write(&path, bad).unwrap();
            assert!(Region::load(&path, &space).is_err_and(|e| e.to_string().contains("damaged")), "byte {at}");
        }
    }
}
