//! Looks that belong together: the same reader, purpose and case, each within half an hour of the one before.

use doorstep_storage::{Look, LookReader};
use jiff::SignedDuration;

/// How far apart two looks of one group may be, in minutes.
const MINUTES: i64 = 30;

fn same_reader(a: &LookReader, b: &LookReader) -> bool {
    match (a, b) {
        (LookReader::Staff { staff: a, role: x, .. }, LookReader::Staff { staff: b, role: y, .. }) => a == b && x == y,
        (LookReader::Host, LookReader::Host) | (LookReader::Household, LookReader::Household) => true,
        _ => false,
    }
}

/// Groups of consecutive looks. The input is newest first, and so is the output and each group; none is empty.
pub(super) fn grouped(looks: Vec<Look>) -> Vec<Vec<Look>> {
    let mut groups: Vec<Vec<Look>> = Vec::new();
    for look in looks {
        let belongs = groups.last().and_then(|group| group.last()).is_some_and(|newer| {
            same_reader(&newer.by, &look.by)
                && newer.purpose == look.purpose
                && newer.case == look.case
                && newer.at.duration_since(look.at).abs() <= SignedDuration::from_mins(MINUTES)
        });
        match groups.last_mut() {
            Some(group) if belongs => group.push(look),
            _ => groups.push(vec![look]),
        }
    }
    groups
}

#[cfg(test)]
mod tests {
    use super::*;
    use doorstep_policy::{Field, Fields, Purpose};
    use jiff::Timestamp;

    fn look(seq: u32, minute: i64, purpose: Purpose) -> Look {
        let at = Timestamp::from_second(1_800_000_000 + minute * 60).unwrap();
        Look { seq, at, by: LookReader::Host, purpose, case: None, fields: Fields::of(&[Field::Names]) }
    }

    #[test]
    fn looks_of_one_visit_are_one_group() {
        let groups = grouped(vec![
            look(5, 120, Purpose::HostView),
            look(4, 60, Purpose::HostView),
            look(3, 31, Purpose::HostView),
            look(2, 30, Purpose::LateReason),
            look(1, 1, Purpose::LateReason),
        ]);
        let numbers: Vec<Vec<u32>> = groups.iter().map(|g| g.iter().map(|l| l.seq).collect()).collect();
        assert_eq!(numbers, [vec![5], vec![4, 3], vec![2, 1]]);
        assert!(grouped(Vec::new()).is_empty());
    }
}
