//! One transaction: every function of [`Tx`] goes to the file that knows its tables.

use super::fault::{Answer, Fault};
use super::{
    acts, case_acts, case_files, credentials, desk, documents, drafts, homes, host_doors, host_words, jobs, links, log, messages, people,
    receipts, sessions, staff, staff_passkeys, trace, ways,
};
use crate::engine::Connection;
use async_trait::async_trait;
use doorstep_policy::{CaseKind, FindGrant, HomeGrant};
use doorstep_register::case::{Channel, Side};
use doorstep_register::{CaseId, EvidenceId, PersonId, StaffId};
use doorstep_storage::*;
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

/// A transaction on a connection that its owner has begun and will end.
pub(crate) struct EngineTx<'c> {
    db: &'c mut Connection,
    lost: Option<StoreError>,
}

impl<'c> EngineTx<'c> {
    pub(crate) fn new(db: &'c mut Connection) -> Self {
        EngineTx { db, lost: None }
    }

    /// The first failed statement, whatever the work made of it: after it, nothing may be committed.
    pub(crate) fn lost(self) -> Option<StoreError> {
        self.lost
    }

    fn told<T>(&mut self, answer: Answer<T>) -> Result<T, StoreError> {
        answer.map_err(|fault| match fault {
            Fault::Told(error) => error,
            Fault::Lost(error) => {
                self.lost = Some(error.clone());
                error
            }
        })
    }
}

macro_rules! functions {
    ($($file:ident::$name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
        #[async_trait]
        impl Tx for EngineTx<'_> {
            $(async fn $name(&mut self $(, $argument: $type)*) -> Result<$answer, StoreError> {
                if let Some(error) = &self.lost {
                    return Err(error.clone());
                }
                let answer = $file::$name(self.db $(, $argument)*).await;
                self.told(answer)
            })*
        }
    };
}

functions! {
    people::add_person(row: &PersonRow, now: Timestamp) -> ();
    people::person(id: PersonId) -> Option<PersonRow>;
    people::standing(ids: &[PersonId]) -> Vec<Standing>;
    people::erase_person(id: PersonId) -> ();
    people::wrapped_keys(after: Option<PersonId>, limit: u32) -> Vec<WrappedKey>;
    people::replace_wrapped_key(person: PersonId, before: &[u8], after: &[u8]) -> bool;
    acts::append_acts(rows: &[(ActRow, LeafRow)]) -> ();
    acts::acts(person: PersonId) -> Vec<ActRow>;
    acts::put_residence(row: &ResidenceRow) -> ();
    acts::clear_residence(person: PersonId) -> ();
    acts::residence(person: PersonId) -> Option<ResidenceRow>;
    acts::residents(grant: &HomeGrant, now: Timestamp) -> Vec<PersonId>;
    acts::residents_within(grant: &HomeGrant, now: Timestamp) -> Vec<PersonId>;
    trace::append_looks(rows: &[(LookRow, LeafRow)]) -> ();
    trace::looks(person: PersonId, before: u32, limit: u32) -> Vec<LookRow>;
    trace::untold() -> Option<PersonId>;
    trace::tell(person: PersonId, looks: u32) -> bool;
    trace::add_leaf(row: &LeafRow) -> ();
    trace::leaves() -> u64;
    log::pending_leaves(limit: u32) -> Vec<LeafRow>;
    log::number_leaves(numbers: &[(Uuid, u64)]) -> ();
    log::leaf_number(id: Uuid) -> Option<u64>;
    log::log_head() -> LogRow;
    log::lease_log(lease: Uuid, now: Timestamp, until: Timestamp) -> Option<LogRow>;
    log::grow_log(before: &LogRow, size: u64, root: &[u8; 32]) -> ();
    log::stop_log(reason: Option<&str>) -> ();
    log::log_tile(level: i8, number: u64) -> Option<Vec<u8>>;
    log::log_tiles(tiles: &[(i8, u64)]) -> Vec<(i8, u64, Vec<u8>)>;
    log::put_log_tile(level: i8, number: u64, content: &[u8]) -> ();
    log::add_checkpoint(epoch: u64, row: &CheckpointRow) -> ();
    log::add_cosignature(size: u64, line: &str) -> ();
    log::checkpoint_up_to(size: u64, cosigners: u32) -> Option<CheckpointRow>;
    log::checkpoint_beyond(index: u64, cosigners: u32) -> Option<CheckpointRow>;
    log::log_size_at(moment: Timestamp) -> Option<u64>;
    log::thin_checkpoints(before: Timestamp) -> u64;
    drafts::draft(person: PersonId, journey: &str) -> Option<DraftRow>;
    drafts::put_draft(row: &DraftRow) -> ();
    drafts::delete_draft(person: PersonId, journey: &str) -> ();
    drafts::delete_abandoned(before: Timestamp) -> u64;
    trace::keep_outcome(person: PersonId, key: &TokenHash, outcome: &str, at: Timestamp) -> ();
    trace::outcome(person: PersonId, key: &TokenHash) -> Option<String>;
    documents::put_document(person: PersonId, index: Option<&BlindIndex>) -> ();
    documents::same_document(grant: &FindGrant, but: PersonId, now: Timestamp) -> Vec<PersonId>;
    people::add_member(holder: PersonId, member: PersonId) -> ();
    people::remove_member(holder: PersonId, member: PersonId) -> ();
    people::members(holder: PersonId) -> Vec<PersonId>;
    people::holders(member: PersonId) -> Vec<PersonId>;
    links::put_email(person: PersonId, index: Option<&BlindIndex>) -> ();
    links::people_by_email(grant: &FindGrant, now: Timestamp) -> Vec<PersonId>;
    links::add_link(row: &LinkRow) -> ();
    links::link(token: &TokenHash, now: Timestamp) -> Option<LinkRow>;
    links::take_link(token: &TokenHash, now: Timestamp) -> Option<LinkRow>;
    links::put_codes(person: PersonId, codes: &[TokenHash], at: Timestamp) -> ();
    links::take_code(code: &TokenHash, at: Timestamp) -> Option<PersonId>;
    links::codes_left(person: PersonId) -> u32;
    credentials::put_passkey(row: &PasskeyRow) -> ();
    credentials::passkeys(person: PersonId) -> Vec<PasskeyRow>;
    credentials::passkey(credential: &TokenHash) -> Option<PasskeyRow>;
    credentials::delete_passkey(person: PersonId, credential: &TokenHash) -> ();
    credentials::add_ceremony(id: &TokenHash, state: &[u8], expires_at: Timestamp) -> ();
    credentials::take_ceremony(id: &TokenHash, now: Timestamp) -> Option<Vec<u8>>;
    sessions::add_session(row: &SessionRow) -> ();
    sessions::session(token: &TokenHash, now: Timestamp) -> Option<SessionRow>;
    sessions::sessions(person: PersonId, now: Timestamp) -> Vec<SessionRow>;
    sessions::set_session_person(id: Uuid, person: Option<PersonId>, posted_on: Option<Date>) -> ();
    sessions::set_stepped_up(id: Uuid, at: Timestamp) -> ();
    sessions::end_staff_sessions(id: StaffId) -> u64;
    sessions::end_session(person: PersonId, id: Uuid) -> ();
    sessions::end_session_by_token(token: &TokenHash) -> ();
    sessions::end_other_sessions(person: PersonId, but: Option<Uuid>) -> u64;
    sessions::sweep(moment: Timestamp) -> u64;
    messages::add_message(row: &MessageRow) -> ();
    messages::messages(person: PersonId, now: Timestamp, limit: u32) -> Vec<MessageRow>;
    messages::message(person: PersonId, id: Uuid) -> Option<MessageRow>;
    ways::add_way(row: &WayRow) -> ();
    ways::ways(person: PersonId, message: Uuid) -> Vec<WayRow>;
    ways::unopened(person: PersonId, now: Timestamp, limit: u32) -> Vec<Uuid>;
    ways::way_sent(person: PersonId, message: Uuid, channel: Channel, at: Timestamp, ticket: Option<&Sealed>) -> ();
    ways::way_ticket(person: PersonId, message: Uuid, channel: Channel) -> Option<Sealed>;
    ways::prove_way(person: PersonId, message: Uuid, channel: Channel, note: &WayNote<'_>) -> bool;
    ways::return_way(person: PersonId, message: Uuid, channel: Channel, note: &WayNote<'_>) -> bool;
    ways::way_by_code(grant: &FindGrant, now: Timestamp) -> Option<(PersonId, Uuid, Channel)>;
    ways::letters_to_print(now: Timestamp) -> u64;
    ways::hold_letter(clerk: StaffId, now: Timestamp, until: Timestamp) -> Option<(PersonId, Uuid)>;
    ways::held_letter(clerk: StaffId, now: Timestamp) -> Option<(PersonId, Uuid)>;
    ways::drop_letter(clerk: StaffId) -> ();
    jobs::add_job(row: &JobRow) -> ();
    jobs::lease_jobs(lease: Uuid, now: Timestamp, until: Timestamp, limit: u32) -> Vec<JobRow>;
    jobs::finish_job(id: Uuid, lease: Uuid, at: Timestamp) -> ();
    jobs::retry_job(id: Uuid, lease: Uuid, at: Timestamp, trouble: &str) -> ();
    jobs::fail_job(id: Uuid, lease: Uuid, at: Timestamp, trouble: &str) -> ();
    jobs::cancel_jobs(person: PersonId, kind: &str) -> u64;
    jobs::job_states(now: Timestamp, limit: u32) -> Vec<JobState>;
    jobs::wake_jobs(kind: &str, now: Timestamp) -> u64;
    jobs::revive_jobs(now: Timestamp) -> u64;
    documents::add_evidence(row: &EvidenceRow) -> ();
    documents::evidence(person: PersonId, id: EvidenceId) -> Option<EvidenceRow>;
    documents::name_evidence(person: PersonId, id: EvidenceId, at: Timestamp) -> ();
    documents::evidence_count(person: PersonId) -> u32;
    documents::delete_evidence(person: PersonId, id: EvidenceId) -> ();
    receipts::add_receipt(row: &ReceiptRow) -> ();
    receipts::receipt(id: &TokenHash) -> Option<ReceiptRow>;
    receipts::receipts(person: PersonId) -> Vec<ReceiptRow>;
    desk::add_desk_opening(row: &DeskOpeningRow) -> ();
    desk::count_desk_openings(office: &str, from: Timestamp, until: Timestamp) -> u32;
    desk::drawn_desk_openings(office: &str, from: Timestamp, until: Timestamp, limit: u32) -> Vec<DeskOpeningRow>;
    case_files::open_cases_about(person: PersonId, kind: CaseKind) -> Vec<CaseId>;
    case_files::open_case(row: &CaseRow, people: &[(PersonId, Side)]) -> ();
    case_files::case(id: CaseId) -> Option<CaseRow>;
    case_files::cases_numbered(number: &str) -> Vec<CaseRow>;
    case_files::case_people(id: CaseId) -> Vec<(PersonId, Side)>;
    case_files::replace_side(id: CaseId, side: Side, person: PersonId) -> ();
    case_files::cases_of(person: PersonId) -> Vec<(CaseRow, Side)>;
    case_files::case_queue(office: &str, staff: StaffId, now: Timestamp, limit: u32) -> Vec<CaseRow>;
    case_files::appeal_queue(staff: StaffId, limit: u32) -> Vec<CaseRow>;
    case_files::take_case(id: CaseId, staff: StaffId) -> ();
    case_files::take_appeal(id: CaseId, staff: StaffId) -> ();
    case_files::put_case(row: &CaseRow) -> ();
    case_acts::append_case_act(row: &CaseActRow, leaf: &LeafRow) -> ();
    case_acts::case_acts(owner: PersonId, id: CaseId) -> Vec<CaseActRow>;
    case_acts::mark_home(home: &BlindIndex, mark: Option<(CaseKind, CaseId)>) -> ();
    case_acts::home_mark(home: &BlindIndex) -> Option<(CaseKind, CaseId)>;
    staff::put_staff(row: &StaffRow) -> ();
    staff::staff(id: StaffId) -> Option<StaffRow>;
    staff::officers(office: &str) -> Vec<StaffRow>;
    staff::retire_staff(id: StaffId, at: Timestamp) -> ();
    staff::release_cases(staff: StaffId) -> ();
    staff::readmit_staff(id: StaffId) -> ();
    staff::staff_of_account(account: &BlindIndex) -> Option<StaffId>;
    staff::set_staff_account(id: StaffId, account: &BlindIndex) -> ();
    staff::staff_by_pseudonym(pseudonym: &str) -> Vec<NamedStaff>;
    staff::note_resolved(row: &ResolvedRow) -> ();
    staff::resolved(staff: StaffId, limit: u32) -> Vec<ResolvedRow>;
    staff_passkeys::put_staff_passkey(row: &StaffPasskeyRow) -> ();
    staff_passkeys::staff_passkeys(staff: StaffId) -> Vec<StaffPasskeyRow>;
    staff_passkeys::delete_staff_passkey(staff: StaffId, credential: &TokenHash) -> ();
    staff_passkeys::forget_staff_passkeys(staff: StaffId) -> u64;
    homes::put_home(row: &HomeRow) -> ();
    homes::homes(host: PersonId) -> Vec<HomeRow>;
    homes::hosts(grant: &FindGrant, now: Timestamp) -> Vec<PersonId>;
    homes::hosts_of_whole(grant: &FindGrant, now: Timestamp) -> Vec<PersonId>;
    homes::remove_home(host: PersonId, home: &BlindIndex) -> ();
    host_doors::put_host_link(row: &HostLinkRow) -> ();
    host_doors::host_link(token: &TokenHash, now: Timestamp) -> Option<HostLinkRow>;
    host_doors::shown_host_link(person: PersonId, now: Timestamp) -> Option<HostLinkRow>;
    host_doors::remove_host_link(token: &TokenHash) -> ();
    host_doors::add_host_letter(row: &HostLetterRow) -> ();
    host_doors::put_host_letter(row: &HostLetterRow) -> ();
    host_doors::remove_host_letter(id: Uuid) -> ();
    host_doors::next_host_letter() -> Option<HostLetterRow>;
    host_doors::host_letters_waiting() -> u32;
    host_doors::host_letter(number: &TokenHash) -> Option<HostLetterRow>;
    host_doors::host_letters(person: PersonId) -> Vec<HostLetterRow>;
    host_words::add_host_word(row: &HostWordRow) -> ();
    host_words::host_words(person: PersonId) -> Vec<HostWordRow>;
    host_words::remove_host_word(person: PersonId, id: Uuid) -> ();
    host_words::put_invitation(row: &InvitationRow) -> ();
    host_words::invitation(token: &TokenHash, now: Timestamp) -> Option<InvitationRow>;
}
