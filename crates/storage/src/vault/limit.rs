//! A record without what a grant does not cover.

use doorstep_policy::{Field, Fields};
use doorstep_register::{Contact, Identity, Names, Record};

pub(super) fn limited(mut record: Record, fields: Fields) -> Record {
    record.identity = record.identity.map(|i| Identity {
        names: if fields.has(Field::Names) { i.names } else { Names::default() },
        birth: i.birth.filter(|_| fields.has(Field::Birth)),
        citizenship: i.citizenship.filter(|_| fields.has(Field::Citizenship)),
        document: i.document.filter(|_| fields.has(Field::Document)),
    });
    if !fields.has(Field::Names) {
        record.former_names.clear();
    }
    if !fields.has(Field::Contact) {
        record.contact = Contact::default();
    }
    let (address, history) = (fields.has(Field::Address), fields.has(Field::History));
    record.residences.retain(|r| if r.ended.is_none() { address } else { history });
    if !fields.has(Field::Citizenship) {
        // A treaty's own rule would tell the citizenship.
        for residence in &mut record.residences {
            residence.declaration.meets.clear();
            residence.renewed.iter_mut().for_each(|(_, declaration)| declaration.meets.clear());
        }
    }
    if !fields.has(Field::Evidence) {
        record.evidence.clear();
        record.confirmations.clear();
    }
    if !fields.has(Field::Explanations) {
        record.explanations.clear();
    }
    if !fields.has(Field::Questions) {
        record.questions.clear();
    }
    if !fields.has(Field::Private) {
        record.hidden = false;
        record.joined.clear();
    }
    record
}
