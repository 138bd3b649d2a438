//! What can be said inside a transaction. Look-ups answer `Option`; writes say [`StoreError::Conflict`] or [`StoreError::NotFound`].

use crate::row::*;
use crate::seal::Sealed;
use crate::store::StoreError;
use async_trait::async_trait;
use doorstep_policy::{CaseKind, FindGrant, HomeGrant};
use doorstep_register::case::{Channel, Side};
use doorstep_register::{CaseId, EvidenceId, PersonId, StaffId};
use jiff::Timestamp;
use jiff::civil::Date;
use uuid::Uuid;

type Result<T> = std::result::Result<T, StoreError>;

/// One transaction of one engine.
///
/// No function finds people by anything but one exact value (with a [`FindGrant`]), a case, or (for a host with a [`HomeGrant`]) one home;
/// there is none that lists them. The change of the master key passes by everybody's wrapped key and can tell
/// nobody whose it is.
#[async_trait]
pub trait Tx: Send {
    // people
    /// Adds a person at version 0, who goes again if nothing is ever declared. `Conflict` if the id is taken.
    async fn add_person(&mut self, row: &PersonRow, now: Timestamp) -> Result<()>;
    /// One person.
    async fn person(&mut self, id: PersonId) -> Result<Option<PersonRow>>;
    /// Those of these people who are there, in no order, each with what the next entry of either history follows.
    async fn standing(&mut self, people: &[PersonId]) -> Result<Vec<Standing>>;
    /// Deletes a person with all rows that are theirs (key first). Leaves stay. `NotFound` if there is none.
    async fn erase_person(&mut self, id: PersonId) -> Result<()>;

    /// Everybody's wrapped key, in pages by id: those after `after`.
    async fn wrapped_keys(&mut self, after: Option<PersonId>, limit: u32) -> Result<Vec<WrappedKey>>;
    /// Puts another wrapped key in the place of one. `false` if it is not there any more.
    async fn replace_wrapped_key(&mut self, person: PersonId, before: &[u8], after: &[u8]) -> Result<bool>;

    // acts and their projection
    /// Appends acts of different people, each with its leaf: raises the person's version from `seq - 1` to `seq`. `Conflict` if the version of
    /// one is another one, `NotFound` if one is not there. There is no way to append one without a leaf.
    async fn append_acts(&mut self, acts: &[(ActRow, LeafRow)]) -> Result<()>;
    /// All acts of a person, in order.
    async fn acts(&mut self, person: PersonId) -> Result<Vec<ActRow>>;
    /// Replaces the projection of the registration in force.
    async fn put_residence(&mut self, row: &ResidenceRow) -> Result<()>;
    /// Removes the projection: no registration is in force.
    async fn clear_residence(&mut self, person: PersonId) -> Result<()>;
    /// The projection.
    async fn residence(&mut self, person: PersonId) -> Result<Option<ResidenceRow>>;
    /// Who is registered at the home of the grant, oldest id first; at most 500. `NotFound` if the grant has run out.
    async fn residents(&mut self, grant: &HomeGrant, now: Timestamp) -> Result<Vec<PersonId>>;

    /// The same with everybody in a flat or room of it, for a host who was shown to own the whole of it.
    async fn residents_within(&mut self, grant: &HomeGrant, now: Timestamp) -> Result<Vec<PersonId>>;

    // the trace
    /// Appends looks at different people's records, each with its leaf: raises the person's look counter from `seq - 1` to `seq`. Refuses as
    /// [`append_acts`](Self::append_acts).
    async fn append_looks(&mut self, looks: &[(LookRow, LeafRow)]) -> Result<()>;
    /// The looks at a person's record with a number below `before`, newest first.
    async fn looks(&mut self, person: PersonId, before: u32, limit: u32) -> Result<Vec<LookRow>>;
    /// Somebody at whose record somebody looked since they were last sent word. The post takes one at a time; nothing lists them.
    async fn untold(&mut self) -> Result<Option<PersonId>>;
    /// Notes up to which look a person was sent word; `false` if that was noted before.
    async fn tell(&mut self, person: PersonId, looks: u32) -> Result<bool>;
    /// Adds a leaf of the public log that goes with no entry: of an erasure.
    async fn add_leaf(&mut self, row: &LeafRow) -> Result<()>;
    /// The number of leaves.
    async fn leaves(&mut self) -> Result<u64>;

    // the public log
    /// Leaves that no number was given yet, oldest id first.
    async fn pending_leaves(&mut self, limit: u32) -> Result<Vec<LeafRow>>;
    /// Gives leaves their numbers in the log. `Conflict` if one has a number already, or is not there.
    async fn number_leaves(&mut self, numbers: &[(Uuid, u64)]) -> Result<()>;
    /// The number of a leaf; `None` as long as it has none.
    async fn leaf_number(&mut self, id: Uuid) -> Result<Option<u64>>;
    /// The head of the log as stored.
    async fn log_head(&mut self) -> Result<LogRow>;
    /// Takes or keeps the right to append until a moment; the epoch rises when it changes hands. `None` if somebody else has it.
    async fn lease_log(&mut self, lease: Uuid, now: Timestamp, until: Timestamp) -> Result<Option<LogRow>>;
    /// Moves the head on from `before`. `Conflict` if the log was stopped, somebody else took over, or it has grown since.
    async fn grow_log(&mut self, before: &LogRow, size: u64, root: &[u8; 32]) -> Result<()>;
    /// Stops the log with a reason, or lets it go on.
    async fn stop_log(&mut self, reason: Option<&str>) -> Result<()>;
    /// The bytes of a tile: levels 0 to 7 for hashes, -1 for leaves.
    async fn log_tile(&mut self, level: i8, number: u64) -> Result<Option<Vec<u8>>>;
    /// Those of these tiles that there are, in no order, each with its level and number.
    async fn log_tiles(&mut self, tiles: &[(i8, u64)]) -> Result<Vec<(i8, u64, Vec<u8>)>>;
    /// Replaces the bytes of a tile.
    async fn put_log_tile(&mut self, level: i8, number: u64, content: &[u8]) -> Result<()>;
    /// Keeps a signed head. `Conflict` if there is one of this size, the log is smaller or stopped, or the epoch is another one.
    async fn add_checkpoint(&mut self, epoch: u64, row: &CheckpointRow) -> Result<()>;
    /// Adds a witness's line to the signed head of a size. `NotFound` if there is none.
    async fn add_cosignature(&mut self, size: u64, line: &str) -> Result<()>;
    /// The largest signed head of at most `size` leaves that at least so many witnesses signed.
    async fn checkpoint_up_to(&mut self, size: u64, cosigners: u32) -> Result<Option<CheckpointRow>>;
    /// The smallest signed head that holds the leaf of this number and that at least so many witnesses signed.
    async fn checkpoint_beyond(&mut self, index: u64, cosigners: u32) -> Result<Option<CheckpointRow>>;
    /// How many leaves the newest head had that was signed by a moment. `None` before the first.
    async fn log_size_at(&mut self, moment: Timestamp) -> Result<Option<u64>>;
    /// Deletes signed heads from before a moment but for one a minute; says how many.
    async fn thin_checkpoints(&mut self, before: Timestamp) -> Result<u64>;

    // drafts
    /// One draft.
    async fn draft(&mut self, person: PersonId, journey: &str) -> Result<Option<DraftRow>>;
    /// Saves a draft at `row.version`; it must be 1 for a new one and the stored version plus one else, or it is a `Conflict`.
    async fn put_draft(&mut self, row: &DraftRow) -> Result<()>;
    /// Deletes a draft, if there is one.
    async fn delete_draft(&mut self, person: PersonId, journey: &str) -> Result<()>;
    /// Deletes what nobody came back for before a moment: drafts last saved then, documents added then that no act names and whose person has
    /// no draft any more, jobs done then, openings at a desk of then, and people made then who declared nothing and have no way in. Says how
    /// many rows.
    async fn delete_abandoned(&mut self, before: Timestamp) -> Result<u64>;

    // idempotency
    /// Keeps the outcome of a command under the hash of its key. `Conflict` if the key was used.
    async fn keep_outcome(&mut self, person: PersonId, key: &TokenHash, outcome: &str, at: Timestamp) -> Result<()>;
    /// The outcome kept under a key.
    async fn outcome(&mut self, person: PersonId, key: &TokenHash) -> Result<Option<String>>;

    // documents
    /// Sets the blind index of the person's document; `None` removes it.
    async fn put_document(&mut self, person: PersonId, index: Option<&BlindIndex>) -> Result<()>;
    /// Who else named the document of the grant; at most 20. `NotFound` if the grant is for another kind of value or has run out.
    async fn same_document(&mut self, grant: &FindGrant, but: PersonId, now: Timestamp) -> Result<Vec<PersonId>>;

    // households
    /// Says that `holder` may act for `member`. Saying it twice changes nothing.
    async fn add_member(&mut self, holder: PersonId, member: PersonId) -> Result<()>;
    /// Says that `holder` may no longer act for `member`. Saying it twice changes nothing.
    async fn remove_member(&mut self, holder: PersonId, member: PersonId) -> Result<()>;
    /// For whom a person may act; oldest first.
    async fn members(&mut self, holder: PersonId) -> Result<Vec<PersonId>>;
    /// Who may act for a member of a household, in order of id.
    async fn holders(&mut self, member: PersonId) -> Result<Vec<PersonId>>;

    // ways to sign in
    /// Sets the blind index of the person's e-mail address for signing in; `None` removes it. Two people may share an address.
    async fn put_email(&mut self, person: PersonId, index: Option<&BlindIndex>) -> Result<()>;
    /// Whom a link to the e-mail address of the grant signs in; at most 20, newest first. `NotFound` as for `same_document`.
    async fn people_by_email(&mut self, grant: &FindGrant, now: Timestamp) -> Result<Vec<PersonId>>;
    /// Keeps a one-time link.
    async fn add_link(&mut self, row: &LinkRow) -> Result<()>;
    /// A link that can still be used.
    async fn link(&mut self, token: &TokenHash, now: Timestamp) -> Result<Option<LinkRow>>;
    /// Uses a link up: answers it once, if it has not expired, and never again.
    async fn take_link(&mut self, token: &TokenHash, now: Timestamp) -> Result<Option<LinkRow>>;
    /// Replaces the person's one-time codes by these hashes.
    async fn put_codes(&mut self, person: PersonId, codes: &[TokenHash], at: Timestamp) -> Result<()>;
    /// Uses a code up: answers its person once and never again.
    async fn take_code(&mut self, code: &TokenHash, at: Timestamp) -> Result<Option<PersonId>>;
    /// How many codes the person has left.
    async fn codes_left(&mut self, person: PersonId) -> Result<u32>;
    /// Adds or replaces a passkey (by person and credential).
    async fn put_passkey(&mut self, row: &PasskeyRow) -> Result<()>;
    /// A person's passkeys, oldest first.
    async fn passkeys(&mut self, person: PersonId) -> Result<Vec<PasskeyRow>>;
    /// The passkey with this credential.
    async fn passkey(&mut self, credential: &TokenHash) -> Result<Option<PasskeyRow>>;
    /// Removes a passkey. `NotFound` if it is not the person's.
    async fn delete_passkey(&mut self, person: PersonId, credential: &TokenHash) -> Result<()>;
    /// Keeps the server's half of a passkey ceremony until `expires_at`.
    async fn add_ceremony(&mut self, id: &TokenHash, state: &[u8], expires_at: Timestamp) -> Result<()>;
    /// Uses a ceremony up.
    async fn take_ceremony(&mut self, id: &TokenHash, now: Timestamp) -> Result<Option<Vec<u8>>>;

    // sessions
    /// Begins a session.
    async fn add_session(&mut self, row: &SessionRow) -> Result<()>;
    /// The session of a cookie, if it has not ended.
    async fn session(&mut self, token: &TokenHash, now: Timestamp) -> Result<Option<SessionRow>>;
    /// The person's sessions that have not ended, newest first.
    async fn sessions(&mut self, person: PersonId, now: Timestamp) -> Result<Vec<SessionRow>>;
    /// Says which person a session of a clerk helps, and the day of the postmark where it is by a paper form; `None` ends the help. `NotFound`
    /// if there is no such session.
    async fn set_session_person(&mut self, id: Uuid, person: Option<PersonId>, posted_on: Option<Date>) -> Result<()>;
    /// Notes when a member of staff proved in their session that it is they. `NotFound` if there is no such session of staff.
    async fn set_stepped_up(&mut self, id: Uuid, at: Timestamp) -> Result<()>;
    /// Ends one session of a person. `NotFound` if it is not theirs.
    async fn end_session(&mut self, person: PersonId, id: Uuid) -> Result<()>;
    /// Ends the session of a cookie, if there is one.
    async fn end_session_by_token(&mut self, token: &TokenHash) -> Result<()>;
    /// Ends all sessions of a person but one.
    async fn end_other_sessions(&mut self, person: PersonId, but: Option<Uuid>) -> Result<u64>;
    /// Deletes sessions, links, ceremonies, letters and invitations that expired before a moment; says how many.
    async fn sweep(&mut self, moment: Timestamp) -> Result<u64>;

    // messages and jobs
    /// Puts a message into a person's in-box.
    async fn add_message(&mut self, row: &MessageRow) -> Result<()>;
    /// A person's messages dated up to `now`, newest first. A reminder is dated on the day it is for.
    async fn messages(&mut self, person: PersonId, now: Timestamp, limit: u32) -> Result<Vec<MessageRow>>;
    /// One message.
    async fn message(&mut self, person: PersonId, id: Uuid) -> Result<Option<MessageRow>>;
    /// Notes on which way a message goes. `Conflict` if it goes there already.
    async fn add_way(&mut self, row: &WayRow) -> Result<()>;
    /// The ways of a message, in the order of their words.
    async fn ways(&mut self, person: PersonId, message: Uuid) -> Result<Vec<WayRow>>;
    /// The messages dated up to `now` that went to the person's in-box and that they have not opened; newest first, at most `limit`.
    async fn unopened(&mut self, person: PersonId, now: Timestamp, limit: u32) -> Result<Vec<Uuid>>;
    /// Notes that a message was handed over, with the number that the gateway gave it. `NotFound` if it does not go on this way.
    async fn way_sent(&mut self, person: PersonId, message: Uuid, channel: Channel, at: Timestamp, ticket: Option<&Sealed>) -> Result<()>;
    /// The number that a gateway gave a message.
    async fn way_ticket(&mut self, person: PersonId, message: Uuid, channel: Channel) -> Result<Option<Sealed>>;
    /// Notes the proof of a way. `false` if it was proved before, or came back: nothing changes then. `NotFound` if the message does not go
    /// on this way.
    async fn prove_way(&mut self, person: PersonId, message: Uuid, channel: Channel, note: &WayNote<'_>) -> Result<bool>;
    /// Notes that a message came back; a proof noted before falls away. `false` if it came back before. `NotFound` as above.
    async fn return_way(&mut self, person: PersonId, message: Uuid, channel: Channel, note: &WayNote<'_>) -> Result<bool>;
    /// The message and way of the number in the grant. `NotFound` as for `same_document`.
    async fn way_by_code(&mut self, grant: &FindGrant, now: Timestamp) -> Result<Option<(PersonId, Uuid, Channel)>>;
    /// How many letters wait to be printed.
    async fn letters_to_print(&mut self, now: Timestamp) -> Result<u64>;
    /// Gives a clerk the letter that waits longest and that nobody has in hand. A clerk who has one gets that one again, until `until`.
    async fn hold_letter(&mut self, clerk: StaffId, now: Timestamp, until: Timestamp) -> Result<Option<(PersonId, Uuid)>>;
    /// The letter that a clerk has in hand.
    async fn held_letter(&mut self, clerk: StaffId, now: Timestamp) -> Result<Option<(PersonId, Uuid)>>;
    /// Puts the letter back that a clerk has in hand.
    async fn drop_letter(&mut self, clerk: StaffId) -> Result<()>;
    /// Enqueues a job. Enqueuing the same id twice changes nothing.
    async fn add_job(&mut self, row: &JobRow) -> Result<()>;
    /// Leases due jobs until a moment, oldest first: neither done, failed nor leased to somebody else at `now`. Each lease counts as an attempt.
    async fn lease_jobs(&mut self, lease: Uuid, now: Timestamp, until: Timestamp, limit: u32) -> Result<Vec<JobRow>>;
    /// The leased job is done. `Conflict` if the lease is lost.
    async fn finish_job(&mut self, id: Uuid, lease: Uuid, at: Timestamp) -> Result<()>;
    /// The leased job is to be tried again at a moment. `Conflict` if the lease is lost.
    async fn retry_job(&mut self, id: Uuid, lease: Uuid, at: Timestamp, trouble: &str) -> Result<()>;
    /// The leased job is given up; the operator sees it. `Conflict` if the lease is lost.
    async fn fail_job(&mut self, id: Uuid, lease: Uuid, at: Timestamp, trouble: &str) -> Result<()>;
    /// Withdraws the jobs of one kind that wait for a person, together with the messages they would have delivered (reminders that have
    /// become pointless). Says how many jobs.
    async fn cancel_jobs(&mut self, person: PersonId, kind: &str) -> Result<u64>;
    /// For the operator: jobs that are not done, failed ones first, then by time.
    async fn job_states(&mut self, now: Timestamp, limit: u32) -> Result<Vec<JobState>>;
    /// Makes the waiting jobs of one kind due at `now` that were due later; says how many.
    async fn wake_jobs(&mut self, kind: &str, now: Timestamp) -> Result<u64>;
    /// Gives failed jobs another chance from `now` on; says how many.
    async fn revive_jobs(&mut self, now: Timestamp) -> Result<u64>;

    // evidence and receipts
    /// Keeps a document.
    async fn add_evidence(&mut self, row: &EvidenceRow) -> Result<()>;
    /// One document.
    async fn evidence(&mut self, person: PersonId, id: EvidenceId) -> Result<Option<EvidenceRow>>;
    /// Notes that an act names a document. `NotFound` if it is not theirs.
    async fn name_evidence(&mut self, person: PersonId, id: EvidenceId, at: Timestamp) -> Result<()>;
    /// How many documents a person has.
    async fn evidence_count(&mut self, person: PersonId) -> Result<u32>;
    /// Deletes a document, if there is one.
    async fn delete_evidence(&mut self, person: PersonId, id: EvidenceId) -> Result<()>;
    /// Keeps a receipt.
    async fn add_receipt(&mut self, row: &ReceiptRow) -> Result<()>;
    /// One receipt.
    async fn receipt(&mut self, id: &TokenHash) -> Result<Option<ReceiptRow>>;
    /// A person's receipts, newest first.
    async fn receipts(&mut self, person: PersonId) -> Result<Vec<ReceiptRow>>;

    // the desk
    /// Notes that a record was opened at a desk. `Conflict` if the id is taken.
    async fn add_desk_opening(&mut self, row: &DeskOpeningRow) -> Result<()>;
    /// How many openings there were at an office's desks, from a moment on and before another.
    async fn count_desk_openings(&mut self, office: &str, from: Timestamp, until: Timestamp) -> Result<u32>;
    /// Those of them that chance drew first, at most so many, in the order in which it drew them. None says whose record was opened.
    async fn drawn_desk_openings(&mut self, office: &str, from: Timestamp, until: Timestamp, limit: u32) -> Result<Vec<DeskOpeningRow>>;

    // offices
    /// Adds or replaces a member of staff.
    async fn put_staff(&mut self, row: &StaffRow) -> Result<()>;
    /// Notes that a member of staff no longer works for the office: their sessions, links and passkeys end, and their open cases are
    /// nobody's again. `NotFound` if they do not.
    async fn retire_staff(&mut self, id: StaffId, at: Timestamp) -> Result<()>;
    /// One member of staff, also one who has left; `None` too where this version does not know the role.
    async fn staff(&mut self, id: StaffId) -> Result<Option<StaffRow>>;
    /// Whose account at the provider of sign-ins this is, by its blind index.
    async fn staff_of_account(&mut self, account: &BlindIndex) -> Result<Option<StaffId>>;
    /// Says which account at the provider is a member's. `Conflict` if it is somebody else's, `NotFound` if there is no such member.
    async fn set_staff_account(&mut self, id: StaffId, account: &BlindIndex) -> Result<()>;
    /// Notes that a member of staff works for the office again. `NotFound` if they never left.
    async fn readmit_staff(&mut self, id: StaffId) -> Result<()>;
    /// Whose this exact pseudonym is, also of those who have left; at most 20.
    async fn staff_by_pseudonym(&mut self, pseudonym: &str) -> Result<Vec<NamedStaff>>;
    /// Ends all sessions of a member of staff; says how many.
    async fn end_staff_sessions(&mut self, id: StaffId) -> Result<u64>;
    /// Notes that somebody learned whose a pseudonym is.
    async fn note_resolved(&mut self, row: &ResolvedRow) -> Result<()>;
    /// Who learned a member's name, newest first.
    async fn resolved(&mut self, staff: StaffId, limit: u32) -> Result<Vec<ResolvedRow>>;
    /// Adds a member's passkey, or replaces what is known of it. `Conflict` if it is somebody else's.
    async fn put_staff_passkey(&mut self, row: &StaffPasskeyRow) -> Result<()>;
    /// A member's passkeys, oldest first.
    async fn staff_passkeys(&mut self, staff: StaffId) -> Result<Vec<StaffPasskeyRow>>;
    /// Removes one passkey of a member. `NotFound` if it is not theirs.
    async fn delete_staff_passkey(&mut self, staff: StaffId, credential: &TokenHash) -> Result<()>;
    /// Removes all passkeys of a member; says how many.
    async fn forget_staff_passkeys(&mut self, staff: StaffId) -> Result<u64>;
    /// Makes all open cases of a member of staff nobody's, also those to confirm and appeals.
    async fn release_cases(&mut self, staff: StaffId) -> Result<()>;
    /// The officers of an office who have not left, by what people see instead of their names: who could confirm a decision.
    async fn officers(&mut self, office: &str) -> Result<Vec<StaffRow>>;
    /// Opens a case: its row, and who is heard in it.
    async fn open_case(&mut self, row: &CaseRow, people: &[(PersonId, Side)]) -> Result<()>;
    /// One case.
    async fn case(&mut self, id: CaseId) -> Result<Option<CaseRow>>;
    /// The cases with a number, as people name them, newest first: one, but for chance.
    async fn cases_numbered(&mut self, number: &str) -> Result<Vec<CaseRow>>;
    /// Who is heard in a case, the resident first.
    async fn case_people(&mut self, id: CaseId) -> Result<Vec<(PersonId, Side)>>;
    /// Replaces a side of a case by somebody else: a home was sold.
    async fn replace_side(&mut self, id: CaseId, side: Side, person: PersonId) -> Result<()>;
    /// The cases in which a person is heard, newest first.
    async fn cases_of(&mut self, person: PersonId) -> Result<Vec<(CaseRow, Side)>>;
    /// The open cases of an office that are nobody's, this officer's, or this officer's to confirm, and those whose second officer is late or
    /// gone, so that a deputy can be named; by the day under which they stand. It names no person.
    async fn case_queue(&mut self, office: &str, staff: StaffId, now: Timestamp, limit: u32) -> Result<Vec<CaseRow>>;
    /// The cases under appeal that are nobody's or this member's of the appeal body, likewise. It names no person.
    async fn appeal_queue(&mut self, staff: StaffId, limit: u32) -> Result<Vec<CaseRow>>;
    /// The open cases of one kind about a person, oldest first.
    async fn open_cases_about(&mut self, person: PersonId, kind: CaseKind) -> Result<Vec<CaseId>>;
    /// Takes an open case that is nobody's. `Conflict` if it is somebody's.
    async fn take_case(&mut self, id: CaseId, staff: StaffId) -> Result<()>;
    /// Takes an appeal that is nobody's. `Conflict` if it is somebody's.
    async fn take_appeal(&mut self, id: CaseId, staff: StaffId) -> Result<()>;
    /// Appends an act of a case with its leaf. `Conflict` if there is one of this number.
    async fn append_case_act(&mut self, row: &CaseActRow, leaf: &LeafRow) -> Result<()>;
    /// The acts of a case, in order.
    async fn case_acts(&mut self, owner: PersonId, id: CaseId) -> Result<Vec<CaseActRow>>;
    /// Replaces what the queue knows of a case, if it has the version before. `Conflict` if somebody else acted first.
    async fn put_case(&mut self, row: &CaseRow) -> Result<()>;
    /// Notes that a decision marked an address, or takes the note away. Whoever declares it next is asked a question.
    async fn mark_home(&mut self, home: &BlindIndex, mark: Option<(CaseKind, CaseId)>) -> Result<()>;
    /// The note at an address.
    async fn home_mark(&mut self, home: &BlindIndex) -> Result<Option<(CaseKind, CaseId)>>;
    /// Adds or replaces a host's home.
    async fn put_home(&mut self, row: &HomeRow) -> Result<()>;
    /// A host's homes.
    async fn homes(&mut self, host: PersonId) -> Result<Vec<HomeRow>>;
    /// The hosts of the home of the grant, whoever was shown last first; at most 20. `NotFound` as for `same_document`.
    async fn hosts(&mut self, grant: &FindGrant, now: Timestamp) -> Result<Vec<PersonId>>;
    /// Those of them who were shown to own the whole of it, with each flat and room in it.
    async fn hosts_of_whole(&mut self, grant: &FindGrant, now: Timestamp) -> Result<Vec<PersonId>>;
    /// Takes a home from its host, with the invitations to it. `NotFound` if it is not theirs.
    async fn remove_home(&mut self, host: PersonId, home: &BlindIndex) -> Result<()>;
    /// Keeps a link for a host. One that the resident shows replaces the one that they showed before.
    async fn put_host_link(&mut self, row: &HostLinkRow) -> Result<()>;
    /// A link for a host that can still be used.
    async fn host_link(&mut self, token: &TokenHash, now: Timestamp) -> Result<Option<HostLinkRow>>;
    /// The link that a resident shows, if there is one that can still be used.
    async fn shown_host_link(&mut self, person: PersonId, now: Timestamp) -> Result<Option<HostLinkRow>>;
    /// Ends a link for a host, if there is one.
    async fn remove_host_link(&mut self, token: &TokenHash) -> Result<()>;
    /// Keeps a letter that is to be printed. It replaces the one of the same person, purpose and home.
    async fn add_host_letter(&mut self, row: &HostLetterRow) -> Result<()>;
    /// Replaces a letter. `NotFound` if it is gone.
    async fn put_host_letter(&mut self, row: &HostLetterRow) -> Result<()>;
    /// Throws a letter away, with the links that its code made. Nothing happens if it is gone.
    async fn remove_host_letter(&mut self, id: Uuid) -> Result<()>;
    /// The letter that waits longest to be printed.
    async fn next_host_letter(&mut self) -> Result<Option<HostLetterRow>>;
    /// How many letters wait to be printed.
    async fn host_letters_waiting(&mut self) -> Result<u32>;
    /// A printed letter by the hash of its number.
    async fn host_letter(&mut self, number: &TokenHash) -> Result<Option<HostLetterRow>>;
    /// A person's letters, oldest first.
    async fn host_letters(&mut self, person: PersonId) -> Result<Vec<HostLetterRow>>;
    /// Keeps what a host confirmed.
    async fn add_host_word(&mut self, row: &HostWordRow) -> Result<()>;
    /// What hosts confirmed of a person, oldest first.
    async fn host_words(&mut self, person: PersonId) -> Result<Vec<HostWordRow>>;
    /// Throws away what a host confirmed. `NotFound` if it is not there.
    async fn remove_host_word(&mut self, person: PersonId, id: Uuid) -> Result<()>;
    /// Keeps an invitation, in the place of one with the same link.
    async fn put_invitation(&mut self, row: &InvitationRow) -> Result<()>;
    /// An invitation that can still be used.
    async fn invitation(&mut self, token: &TokenHash, now: Timestamp) -> Result<Option<InvitationRow>>;
}
