//! The tables of a region put together by OBJECTID: each sorted, and all walked through at once.

use std::io;

use super::{
    kept_rows::Head,
    rows::{Coder, House, Parents, Unit},
};
use crate::runs::{Row, Sorted, Sorter, Space, Spool, Spooled, take_array, take_u32, take_u64};

/// A row of AS_HOUSES.
#[derive(Clone, Copy, Default)]
pub(super) struct HouseRow {
    pub(super) id: u64,
    pub(super) text: u32,
    pub(super) guid: [u8; 16],
}

/// A row of AS_APARTMENTS or AS_ROOMS.
#[derive(Clone, Copy, Default)]
pub(super) struct UnitRow {
    pub(super) id: u64,
    pub(super) text: u32,
}

/// A row of a hierarchy.
#[derive(Clone, Copy, Default)]
pub(super) struct Lies {
    pub(super) id: u64,
    pub(super) parent: u64,
}

impl Row for HouseRow {
    fn prefix(&self) -> u64 {
        self.id
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.id.to_le_bytes());
        out.extend_from_slice(&self.text.to_le_bytes());
        out.extend_from_slice(&self.guid);
    }

    fn take(bytes: &mut &[u8]) -> Option<HouseRow> {
        Some(HouseRow { id: take_u64(bytes)?, text: take_u32(bytes)?, guid: take_array(bytes)? })
    }
}

impl Row for UnitRow {
    fn prefix(&self) -> u64 {
        self.id
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.id.to_le_bytes());
        out.extend_from_slice(&self.text.to_le_bytes());
    }

    fn take(bytes: &mut &[u8]) -> Option<UnitRow> {
        Some(UnitRow { id: take_u64(bytes)?, text: take_u32(bytes)? })
    }
}

impl Row for Lies {
    fn prefix(&self) -> u64 {
        self.id
    }

    fn put(&self, out: &mut Vec<u8>) {
        out.extend_from_slice(&self.id.to_le_bytes());
        out.extend_from_slice(&self.parent.to_le_bytes());
    }

    fn take(bytes: &mut &[u8]) -> Option<Lies> {
        Some(Lies { id: take_u64(bytes)?, parent: take_u64(bytes)? })
    }
}

/// The tables of a region.
pub(super) struct Tables {
    pub(super) houses: Sorter<HouseRow>,
    pub(super) units: Sorter<UnitRow>,
    pub(super) adm: Sorter<Lies>,
    pub(super) mun: Sorter<Lies>,
}

/// Houses and dwellings with what they lie in, by OBJECTID, and how many were left out because another row has the OBJECTID. Objects of the head
/// are told what they lie in.
pub(super) fn join(tables: Tables, head: &mut Head, space: &Space) -> io::Result<(Spooled, Spooled, u64)> {
    let (mut adm, mut mun) = (Hierarchy::new(tables.adm)?, Hierarchy::new(tables.mun)?);
    let (mut houses, mut units) = (tables.houses.finish()?, tables.units.finish()?);
    let (mut house, mut unit) = (houses.next()?, units.next()?);
    let mut objects: Vec<u32> = (0..head.objects.len() as u32).collect();
    objects.sort_unstable_by_key(|at| head.objects[*at as usize].id);
    let mut objects = objects.into_iter().peekable();
    let (mut house_coder, mut unit_coder) = (Coder::default(), Coder::default());
    let (mut house_rows, mut unit_rows, mut twice) = (Spool::new(space), Spool::new(space), 0);
    loop {
        let object_id = objects.peek().map(|at| head.objects[*at as usize].id);
        let ids = [house.map(|house| house.id), unit.map(|unit| unit.id), object_id];
        let Some(id) = ids.into_iter().flatten().min() else { break };
        let parents = Parents { adm: adm.parent(id)?, mun: mun.parent(id)? };
        if object_id == Some(id) {
            objects.next().into_iter().for_each(|at| head.objects[at as usize].parents = parents);
        }
        let mut taken = false;
        while let Some(HouseRow { text, guid, .. }) = house.take_if(|house| house.id == id) {
            if taken {
                twice += 1;
            } else {
                house_rows.row(|out| house_coder.put_house(&House { id, guid, text, parents }, out))?;
            }
            taken = true;
            house = houses.next()?;
        }
        while let Some(UnitRow { text, .. }) = unit.take_if(|unit| unit.id == id) {
            if taken {
                twice += 1;
            } else {
                unit_rows.row(|out| unit_coder.put_unit(&Unit { id, parent: parents.adm, text }, out))?;
            }
            taken = true;
            unit = units.next()?;
        }
    }
    Ok((house_rows.finish()?, unit_rows.finish()?, twice))
}

/// A hierarchy that is walked through by OBJECTID.
struct Hierarchy {
    rows: Sorted<Lies>,
    next: Option<Lies>,
}

impl Hierarchy {
    fn new(rows: Sorter<Lies>) -> io::Result<Hierarchy> {
        let mut rows = rows.finish()?;
        Ok(Hierarchy { next: rows.next()?, rows })
    }

    /// What an object lies in by the last row about it; 0 for nothing. Objects are asked for in order.
    #[inline]
    fn parent(&mut self, id: u64) -> io::Result<u64> {
        let mut parent = 0;
        while let Some(row) = self.next.take_if(|next| next.id <= id) {
            if row.id == id {
                parent = row.parent;
            }
            self.next = self.rows.next()?;
        }
        Ok(parent)
    }
}
