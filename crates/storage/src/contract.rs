//! What every engine has to do, as tests. An engine runs them all with `doorstep_storage::suite!(fresh)`, where
//! `async fn fresh(case: &'static str) -> Option<impl Database>` makes an empty database, or says loudly why it cannot.
//!
//! Moments in here are whole microseconds, as engines keep them.

pub mod acts;
pub mod cases;
pub mod desk;
pub mod documents;
pub mod drafts;
pub mod erasure;
pub mod homes;
pub mod hosts;
pub mod jobs;
pub mod keys;
pub mod leases;
pub mod links;
pub mod log;
pub mod messages;
pub mod passkeys;
pub mod people;
pub mod races;
pub mod receipts;
pub mod sessions;
pub mod staff;
pub mod trace;
pub mod transactions;
pub mod vault;
pub mod ways;
mod world;

use crate::keys::{FileKeys, MasterKeys};
use crate::store::Store;
use async_trait::async_trait;
use doorstep_register::PersonId;
use std::sync::Arc;

/// A fresh database of one engine, with a look into its catalogue.
#[async_trait]
pub trait Database: Send + Sync {
    /// The engine.
    fn store(&self) -> Arc<dyn Store>;

    /// The key store that goes with it.
    fn keys(&self) -> Arc<dyn MasterKeys> {
        Arc::new(FileKeys::new([7; 32]))
    }

    /// Every column that can hold a person, as (table, column): it refers to `person`, or is called as such columns are.
    async fn columns_with_a_person(&self) -> Vec<(String, String)>;

    /// How many rows of a table hold this person in this column.
    async fn rows_with(&self, table: &str, column: &str, person: PersonId) -> u64;

    /// Removes the database.
    async fn close(self);
}

/// One `#[tokio::test]` for each case, each with a database of its own.
#[macro_export]
macro_rules! suite {
    ($fresh:path) => {
        $crate::suite! { @cases $fresh;
            acts: acts_follow_each_other, many_acts_are_appended_at_once, one_act_of_another_version_stops_them_all, the_projection_follows,
                a_host_finds_their_home_only;
            cases: a_case_goes_its_way, the_sides_of_a_case, what_is_said_in_a_case, an_appeal_is_heard_by_one,
                an_address_is_marked, a_case_about_staff_is_not_theirs, a_queue_is_of_one_office, a_case_is_found_by_its_number;
            desk: openings_are_drawn_by_chance, old_openings_go;
            documents: the_same_document_is_found, two_megabytes_come_back;
            drafts: a_draft_counts_its_saves, what_was_abandoned_goes;
            erasure: nothing_of_a_person_stays, a_clerk_stays_signed_in;
            homes: homes_and_hosts;
            hosts: a_home_is_shown_and_given_up, a_whole_home_holds_its_rooms, a_letter_goes_its_way, a_link_for_a_host, a_hosts_word_is_kept,
                an_invitation_has_its_day;
            jobs: a_job_is_enqueued_once, a_job_is_done_tried_again_or_given_up, the_jobs_of_a_kind_wake, a_pointless_reminder_goes;
            keys: the_master_key_changes_while_people_are_served, a_change_goes_on_where_it_stopped, a_key_is_replaced_once,
                who_is_erased_meanwhile_stays_erased, a_damaged_key_holds_nobody_else_up;
            leases: two_workers_never_share_a_job, a_lease_that_ran_out_is_taken_over;
            links: an_address_signs_in_whoever_gave_it, a_link_works_once_and_in_time, codes_are_replaced_and_used_up;
            log: leaves_are_numbered_once, many_leaves_are_numbered_at_once, one_process_appends, two_sequencers_do_not_fork, a_stopped_log_stands,
                tiles_grow, heads_are_found;
            messages: the_in_box, letters_expire;
            passkeys: passkeys_come_and_go, a_ceremony_ends_once;
            people: a_person_is_added_once, people_stand_with_their_last_entries, a_household_is_said_once;
            races: one_winner_for_each_version, every_append_arrives, the_slow_get_through, one_hand_takes_the_link, one_hand_takes_the_code,
                one_first_tap, one_officer_takes_the_case;
            receipts: receipts_are_found_by_their_link;
            sessions: a_session_begins_and_ends, other_sessions_end, what_expired_is_swept;
            staff: staff_are_kept, staff_leave, staff_come_back, cases_are_released, roles_are_kept, an_account_is_one_members, staff_passkeys_come_and_go,
                a_session_is_stepped_up, a_pseudonym_is_resolved;
            trace: looks_are_numbered, many_looks_are_appended_at_once, looks_are_told_of, leaves_are_counted, an_outcome_is_kept_once;
            transactions: a_refusal_leaves_nothing, an_error_leaves_nothing, a_panic_leaves_nothing, an_ignored_failure_is_not_committed,
                a_conflict_can_be_answered, a_read_sees_one_snapshot, a_read_cannot_write, a_first_run_leaves_no_trace,
                work_outlives_its_caller, many_writers_all_arrive;
            vault: a_record_is_the_fold_of_its_acts, several_records_open_and_grow_at_once,
                an_act_of_another_version_conflicts, a_look_comes_with_the_opening, a_refused_opening_shows_and_leaves_nothing,
                a_history_is_chained, a_history_with_a_hole_is_not_continued, a_row_of_another_person_does_not_open,
                an_erased_person_does_not_open;
            ways: a_way_is_proved_or_comes_back, what_is_unopened, a_way_is_found_by_its_number, letters_are_handed_out_one_by_one,
                ways_go_with_their_message;
        }
    };
    (@cases $fresh:path; $($file:ident: $($case:ident),+;)*) => {
        $(mod $file {
            use super::*;
            $(#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $case() {
                let Some(database) = $fresh(stringify!($case)).await else { return };
                $crate::contract::$file::$case(&database).await;
                $crate::contract::Database::close(database).await;
            })+
        })*
    };
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    #[test]
    fn no_case_is_forgotten() {
        let here = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/contract");
        let list = std::fs::read_to_string(here.with_extension("rs")).unwrap();
        let mut cases = 0;
        for file in std::fs::read_dir(here).unwrap() {
            for line in std::fs::read_to_string(file.unwrap().path()).unwrap().lines() {
                let Some(rest) = line.strip_prefix("pub async fn ") else { continue };
                let (name, _) = rest.split_once('(').unwrap();
                assert!(list.contains(name), "suite! does not run {name}");
                cases += 1;
            }
        }
        assert!(cases > 40, "only {cases} cases found");
    }
}
