//! Acts of a case: its immutable entries.

use super::clock::Until;
use super::decision::{Finding, Reasons};
use super::kind::{Kind, Outcome};
use super::notice::Channel;
use super::side::{By, Side};
use crate::id::{CaseId, StaffId};
use crate::text::Words;
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// One entry of a case. It names the version that it follows, so that two officers cannot both decide.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseAct {
    /// Which case.
    pub case: CaseId,
    /// 1 for the first act of a case; always the version that it follows, plus one.
    pub seq: u32,
    /// When it was made.
    pub at: Timestamp,
    /// The day at the office when it was made.
    pub on: Date,
    /// Who made it.
    pub by: By,
    /// What it says.
    pub what: CaseWhat,
    /// The ends of the terms that it starts, as they were counted then. They are not counted again.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Until>,
}

/// What an act of a case says.
#[derive(Clone, PartialEq, Debug, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "snake_case", deny_unknown_fields)]
pub enum CaseWhat {
    /// The case is opened, with its reason. The first act, and only the first.
    Opened {
        /// What it is about.
        kind: Kind,
        /// Why, in the opener's words.
        words: Words,
    },
    /// A notice was sent: of the case, or of the decision if there is one.
    Sent {
        /// To whom.
        to: Side,
        /// On which way.
        channel: Channel,
    },
    /// A notice was delivered, and there is proof.
    Delivered {
        /// To whom.
        to: Side,
        /// On which way.
        channel: Channel,
    },
    /// A notice came back.
    CameBack {
        /// From whom.
        to: Side,
        /// On which way.
        channel: Channel,
    },
    /// A side says what it has to say.
    Answered {
        /// In its words.
        words: Words,
        /// The day of the postmark, if it came by post.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        posted_on: Option<Date>,
    },
    /// A side asks to be heard orally.
    HearingAsked {},
    /// An officer invites to a hearing.
    HearingInvited {
        /// When.
        on: Date,
    },
    /// A hearing was held, with a record.
    HearingHeld {
        /// What was said.
        record: Words,
        /// Who was there. Nobody is an answer too: it says nothing, and is followed by a second invitation.
        present: Vec<Side>,
    },
    /// A side has more time to answer. Time is never taken away.
    Extended {
        /// Which side.
        side: Side,
        /// Why.
        why: Words,
    },
    /// An officer went there.
    Visited {
        /// Whether somebody was met. Nobody was: that is no evidence of anything.
        met: bool,
        /// What was seen.
        words: Words,
    },
    /// A document, extract or witness's word was put on file.
    Filed {
        /// What it is.
        what: FiledKind,
        /// What it says.
        words: Words,
    },
    /// The home has another owner, by an extract that the officer saw. The new host is asked anew.
    HostChanged {
        /// How the office knows.
        words: Words,
    },
    /// The new host maintains what the earlier one said.
    Maintained {
        /// In their words.
        words: Words,
    },
    /// An officer wrote what they would decide.
    Drafted {
        /// What was found and why.
        finding: Finding,
        /// Who is asked to confirm it, where a second officer has to.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        second: Option<StaffId>,
    },
    /// The second officer is away; another is asked.
    DeputyNamed {
        /// Who.
        deputy: StaffId,
        /// Why.
        why: Words,
    },
    /// The second officer does not confirm.
    SentBack {
        /// Why.
        why: Words,
    },
    /// The second officer confirms.
    Confirmed {},
    /// A side appeals. One button is enough; words help.
    Appealed {
        /// Why, if they care to say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<Words>,
        /// The day of the postmark, if it came by post.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        posted_on: Option<Date>,
    },
    /// Whoever appealed takes it back.
    AppealWithdrawn {},
    /// The appeal body decides.
    AppealDecided {
        /// What.
        result: AppealResult,
        /// Why.
        reasons: Reasons,
    },
    /// An officer records a court's judgment.
    Judged {
        /// Whether the decision stands.
        upheld: bool,
        /// Court, number and day.
        words: Words,
    },
    /// An officer puts the decision in effect.
    PutInEffect {},
    /// The appeal body gives back the time for an appeal to somebody who could not use it.
    TimeGivenBack {
        /// Why.
        reasons: Reasons,
    },
    /// An officer takes the decision back; the case is open again.
    Undone {
        /// Why.
        why: Words,
    },
    /// Two merged records are taken apart again.
    Separated {
        /// Why.
        why: Words,
    },
    /// Whoever opened the case takes it back.
    Withdrawn {},
    /// The person moved or left, by their own declaration.
    OwnAct {},
    /// The person has died, by a document that the officer saw.
    Died {
        /// Which document.
        words: Words,
    },
}

/// Something put on file.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FiledKind {
    /// A lease, a bill, a letter.
    Document,
    /// An extract of another register.
    Extract,
    /// A third person's word, with who they are.
    Witness,
}

/// What an appeal body can say.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(tag = "result", rename_all = "snake_case", deny_unknown_fields)]
pub enum AppealResult {
    /// The decision stands.
    Upheld {},
    /// The decision falls; everything is as if it had not been made.
    Annulled {},
    /// Another outcome instead, which takes nothing from anybody.
    Replaced {
        /// Which.
        outcome: Outcome,
    },
    /// The office has to hear and decide anew. Once in a case.
    BackToOffice {},
}
