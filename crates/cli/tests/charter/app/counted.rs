//! A transaction that writes down what it is asked to do: two answers that took the same statements cannot be told apart by their time.

use async_trait::async_trait;
use doorstep_policy::{CaseKind, FindGrant, HomeGrant};
use doorstep_register::case::{Channel, Side};
use doorstep_register::{CaseId, EvidenceId, PersonId, StaffId};
use doorstep_storage::*;
use jiff::Timestamp;
use jiff::civil::Date;
use std::sync::{Arc, Mutex};
use uuid::Uuid;

/// What the database was asked, in order.
pub type Asked = Arc<Mutex<Vec<&'static str>>>;

/// A transaction of an engine, with what it was asked.
pub struct Counted<'t> {
    inner: &'t mut dyn Tx,
    asked: Asked,
}

impl<'t> Counted<'t> {
    pub fn new(inner: &'t mut dyn Tx, asked: Asked) -> Self {
        Counted { inner, asked }
    }
}

macro_rules! counted {
    ($($name:ident($($arg:ident: $kind:ty),*) -> $out:ty;)*) => {
        #[async_trait]
        impl Tx for Counted<'_> {
            $(
                async fn $name(&mut self, $($arg: $kind),*) -> Result<$out, StoreError> {
                    self.asked.lock().expect("nobody panics with it").push(stringify!($name));
                    self.inner.$name($($arg),*).await
                }
            )*
        }
    };
}

counted! {
    add_person(row: &PersonRow, now: Timestamp) -> ();
    person(id: PersonId) -> Option<PersonRow>;
    standing(people: &[PersonId]) -> Vec<Standing>;
    erase_person(id: PersonId) -> ();
    wrapped_keys(after: Option<PersonId>, limit: u32) -> Vec<WrappedKey>;
    replace_wrapped_key(person: PersonId, before: &[u8], after: &[u8]) -> bool;
    append_acts(rows: &[(ActRow, LeafRow)]) -> ();
    acts(person: PersonId) -> Vec<ActRow>;
    put_residence(row: &ResidenceRow) -> ();
    clear_residence(person: PersonId) -> ();
    residence(person: PersonId) -> Option<ResidenceRow>;
    residents(grant: &HomeGrant, now: Timestamp) -> Vec<PersonId>;
    append_looks(rows: &[(LookRow, LeafRow)]) -> ();
    looks(person: PersonId, before: u32, limit: u32) -> Vec<LookRow>;
    untold() -> Option<PersonId>;
    tell(person: PersonId, looks: u32) -> bool;
    add_leaf(row: &LeafRow) -> ();
    leaves() -> u64;
    pending_leaves(limit: u32) -> Vec<LeafRow>;
    number_leaves(numbers: &[(Uuid, u64)]) -> ();
    leaf_number(id: Uuid) -> Option<u64>;
    log_head() -> LogRow;
    lease_log(lease: Uuid, now: Timestamp, until: Timestamp) -> Option<LogRow>;
    grow_log(before: &LogRow, size: u64, root: &[u8; 32]) -> ();
    stop_log(reason: Option<&str>) -> ();
    log_tile(level: i8, number: u64) -> Option<Vec<u8>>;
    log_tiles(tiles: &[(i8, u64)]) -> Vec<(i8, u64, Vec<u8>)>;
    put_log_tile(level: i8, number: u64, content: &[u8]) -> ();
    add_checkpoint(epoch: u64, row: &CheckpointRow) -> ();
    add_cosignature(size: u64, line: &str) -> ();
    checkpoint_up_to(size: u64, cosigners: u32) -> Option<CheckpointRow>;
    checkpoint_beyond(index: u64, cosigners: u32) -> Option<CheckpointRow>;
    log_size_at(moment: Timestamp) -> Option<u64>;
    thin_checkpoints(before: Timestamp) -> u64;
    draft(person: PersonId, journey: &str) -> Option<DraftRow>;
    put_draft(row: &DraftRow) -> ();
    delete_draft(person: PersonId, journey: &str) -> ();
    delete_abandoned(before: Timestamp) -> u64;
    keep_outcome(person: PersonId, key: &TokenHash, outcome: &str, at: Timestamp) -> ();
    outcome(person: PersonId, key: &TokenHash) -> Option<String>;
    put_document(person: PersonId, index: Option<&BlindIndex>) -> ();
    same_document(grant: &FindGrant, but: PersonId, now: Timestamp) -> Vec<PersonId>;
    add_member(holder: PersonId, member: PersonId) -> ();
    remove_member(holder: PersonId, member: PersonId) -> ();
    members(holder: PersonId) -> Vec<PersonId>;
    holders(member: PersonId) -> Vec<PersonId>;
    put_email(person: PersonId, index: Option<&BlindIndex>) -> ();
    people_by_email(grant: &FindGrant, now: Timestamp) -> Vec<PersonId>;
    add_link(row: &LinkRow) -> ();
    link(token: &TokenHash, now: Timestamp) -> Option<LinkRow>;
    take_link(token: &TokenHash, now: Timestamp) -> Option<LinkRow>;
    put_codes(person: PersonId, codes: &[TokenHash], at: Timestamp) -> ();
    take_code(code: &TokenHash, at: Timestamp) -> Option<PersonId>;
    codes_left(person: PersonId) -> u32;
    put_passkey(row: &PasskeyRow) -> ();
    passkeys(person: PersonId) -> Vec<PasskeyRow>;
    passkey(credential: &TokenHash) -> Option<PasskeyRow>;
    delete_passkey(person: PersonId, credential: &TokenHash) -> ();
    add_ceremony(id: &TokenHash, state: &[u8], expires_at: Timestamp) -> ();
    take_ceremony(id: &TokenHash, now: Timestamp) -> Option<Vec<u8>>;
    add_session(row: &SessionRow) -> ();
    session(token: &TokenHash, now: Timestamp) -> Option<SessionRow>;
    sessions(person: PersonId, now: Timestamp) -> Vec<SessionRow>;
    set_stepped_up(id: Uuid, at: Timestamp) -> ();
    set_session_person(id: Uuid, person: Option<PersonId>, posted_on: Option<Date>) -> ();
    end_session(person: PersonId, id: Uuid) -> ();
    end_session_by_token(token: &TokenHash) -> ();
    end_other_sessions(person: PersonId, but: Option<Uuid>) -> u64;
    sweep(moment: Timestamp) -> u64;
    add_message(row: &MessageRow) -> ();
    messages(person: PersonId, now: Timestamp, limit: u32) -> Vec<MessageRow>;
    message(person: PersonId, id: Uuid) -> Option<MessageRow>;
    add_way(row: &WayRow) -> ();
    ways(person: PersonId, message: Uuid) -> Vec<WayRow>;
    unopened(person: PersonId, now: Timestamp, limit: u32) -> Vec<Uuid>;
    way_sent(person: PersonId, message: Uuid, channel: Channel, at: Timestamp, ticket: Option<&Sealed>) -> ();
    way_ticket(person: PersonId, message: Uuid, channel: Channel) -> Option<Sealed>;
    prove_way(person: PersonId, message: Uuid, channel: Channel, note: &WayNote<'_>) -> bool;
    return_way(person: PersonId, message: Uuid, channel: Channel, note: &WayNote<'_>) -> bool;
    way_by_code(grant: &FindGrant, now: Timestamp) -> Option<(PersonId, Uuid, Channel)>;
    letters_to_print(now: Timestamp) -> u64;
    hold_letter(clerk: StaffId, now: Timestamp, until: Timestamp) -> Option<(PersonId, Uuid)>;
    held_letter(clerk: StaffId, now: Timestamp) -> Option<(PersonId, Uuid)>;
    drop_letter(clerk: StaffId) -> ();
    add_job(row: &JobRow) -> ();
    lease_jobs(lease: Uuid, now: Timestamp, until: Timestamp, limit: u32) -> Vec<JobRow>;
    finish_job(id: Uuid, lease: Uuid, at: Timestamp) -> ();
    retry_job(id: Uuid, lease: Uuid, at: Timestamp, trouble: &str) -> ();
    fail_job(id: Uuid, lease: Uuid, at: Timestamp, trouble: &str) -> ();
    cancel_jobs(person: PersonId, kind: &str) -> u64;
    job_states(now: Timestamp, limit: u32) -> Vec<JobState>;
    wake_jobs(kind: &str, now: Timestamp) -> u64;
    revive_jobs(now: Timestamp) -> u64;
    add_evidence(row: &EvidenceRow) -> ();
    evidence(person: PersonId, id: EvidenceId) -> Option<EvidenceRow>;
    name_evidence(person: PersonId, id: EvidenceId, at: Timestamp) -> ();
    evidence_count(person: PersonId) -> u32;
    delete_evidence(person: PersonId, id: EvidenceId) -> ();
    add_receipt(row: &ReceiptRow) -> ();
    receipt(id: &TokenHash) -> Option<ReceiptRow>;
    receipts(person: PersonId) -> Vec<ReceiptRow>;
    add_desk_opening(row: &DeskOpeningRow) -> ();
    count_desk_openings(office: &str, from: Timestamp, until: Timestamp) -> u32;
    drawn_desk_openings(office: &str, from: Timestamp, until: Timestamp, limit: u32) -> Vec<DeskOpeningRow>;
    put_staff(row: &StaffRow) -> ();
    retire_staff(id: StaffId, at: Timestamp) -> ();
    staff(id: StaffId) -> Option<StaffRow>;
    staff_of_account(account: &BlindIndex) -> Option<StaffId>;
    set_staff_account(id: StaffId, account: &BlindIndex) -> ();
    readmit_staff(id: StaffId) -> ();
    release_cases(staff: StaffId) -> ();
    staff_by_pseudonym(pseudonym: &str) -> Vec<NamedStaff>;
    end_staff_sessions(id: StaffId) -> u64;
    note_resolved(row: &ResolvedRow) -> ();
    resolved(staff: StaffId, limit: u32) -> Vec<ResolvedRow>;
    put_staff_passkey(row: &StaffPasskeyRow) -> ();
    staff_passkeys(staff: StaffId) -> Vec<StaffPasskeyRow>;
    delete_staff_passkey(staff: StaffId, credential: &TokenHash) -> ();
    forget_staff_passkeys(staff: StaffId) -> u64;
    officers(office: &str) -> Vec<StaffRow>;
    open_case(row: &CaseRow, people: &[(PersonId, Side)]) -> ();
    case(id: CaseId) -> Option<CaseRow>;
    case_people(id: CaseId) -> Vec<(PersonId, Side)>;
    replace_side(id: CaseId, side: Side, person: PersonId) -> ();
    cases_of(person: PersonId) -> Vec<(CaseRow, Side)>;
    cases_numbered(number: &str) -> Vec<CaseRow>;
    case_queue(office: &str, staff: StaffId, now: Timestamp, limit: u32) -> Vec<CaseRow>;
    appeal_queue(staff: StaffId, limit: u32) -> Vec<CaseRow>;
    open_cases_about(person: PersonId, kind: CaseKind) -> Vec<CaseId>;
    take_case(id: CaseId, staff: StaffId) -> ();
    take_appeal(id: CaseId, staff: StaffId) -> ();
    append_case_act(row: &CaseActRow, leaf: &LeafRow) -> ();
    case_acts(owner: PersonId, id: CaseId) -> Vec<CaseActRow>;
    put_case(row: &CaseRow) -> ();
    mark_home(home: &BlindIndex, mark: Option<(CaseKind, CaseId)>) -> ();
    home_mark(home: &BlindIndex) -> Option<(CaseKind, CaseId)>;
    put_home(row: &HomeRow) -> ();
    homes(host: PersonId) -> Vec<HomeRow>;
    hosts(grant: &FindGrant, now: Timestamp) -> Vec<PersonId>;
    residents_within(grant: &HomeGrant, now: Timestamp) -> Vec<PersonId>;
    hosts_of_whole(grant: &FindGrant, now: Timestamp) -> Vec<PersonId>;
    remove_home(host: PersonId, home: &BlindIndex) -> ();
    put_host_link(row: &HostLinkRow) -> ();
    host_link(token: &TokenHash, now: Timestamp) -> Option<HostLinkRow>;
    shown_host_link(person: PersonId, now: Timestamp) -> Option<HostLinkRow>;
    remove_host_link(token: &TokenHash) -> ();
    add_host_letter(row: &HostLetterRow) -> ();
    put_host_letter(row: &HostLetterRow) -> ();
    remove_host_letter(id: Uuid) -> ();
    next_host_letter() -> Option<HostLetterRow>;
    host_letters_waiting() -> u32;
    host_letter(number: &TokenHash) -> Option<HostLetterRow>;
    host_letters(person: PersonId) -> Vec<HostLetterRow>;
    add_host_word(row: &HostWordRow) -> ();
    host_words(person: PersonId) -> Vec<HostWordRow>;
    remove_host_word(person: PersonId, id: Uuid) -> ();
    put_invitation(row: &InvitationRow) -> ();
    invitation(token: &TokenHash, now: Timestamp) -> Option<InvitationRow>;
}
