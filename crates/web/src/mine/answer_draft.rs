//! An answer that was begun: kept on the server after each step, until it is sent or 90 days have passed.

use super::case_id;
use crate::ctx::Ctx;
use crate::failure::Failure;
use doorstep_register::{CaseId, EvidenceId, Line};
use doorstep_service::{CaseOfMine, Doable, Error};
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// A photo that goes with the answer.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Photo {
    pub(super) id: Uuid,
    pub(super) title: String,
}

#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub(super) struct Answer {
    #[serde(default)]
    pub(super) words: String,
    #[serde(default)]
    pub(super) photos: Vec<Photo>,
}

impl Answer {
    /// What the photos are called, with their ids.
    pub(super) fn evidence(&self) -> Vec<(EvidenceId, Line)> {
        self.photos.iter().filter_map(|photo| Some((EvidenceId(photo.id), Line::parse(&photo.title).ok()?))).collect()
    }
}

/// The case, and the answer that was begun.
pub(super) struct Begun {
    pub(super) mine: CaseOfMine,
    pub(super) answer: Answer,
    pub(super) version: u32,
}

fn journey(id: CaseId) -> String {
    format!("case-answer-{id}")
}

impl Begun {
    /// `None` where no answer is possible any more, or not yet.
    pub(super) async fn load(ctx: &Ctx, id: &str) -> Result<Option<Begun>, Failure> {
        let (session, id) = (ctx.person()?, case_id(id)?);
        let mine = ctx.service().my_case(session, id).await?;
        if !mine.can(Doable::Answer) {
            return Ok(None);
        }
        let draft = ctx.service().draft(session, &journey(id)).await?;
        let answer = serde_json::from_str(&draft.answers).unwrap_or_default();
        Ok(Some(Begun { mine, answer, version: draft.version }))
    }

    /// Keeps the answer over the version that it was made from.
    pub(super) async fn save(&mut self, ctx: &Ctx) -> Result<(), Error> {
        let Ok(session) = ctx.person() else { return Err(Error::NotFound) };
        let text = serde_json::to_string(&self.answer).unwrap_or_default();
        ctx.service().save_draft(session, &journey(self.mine.row.id), self.version, text).await?;
        self.version += 1;
        Ok(())
    }

    /// Throws it away, because it was sent.
    pub(super) async fn discard(&self, ctx: &Ctx) -> Result<(), Failure> {
        Ok(ctx.service().discard_draft(ctx.person()?, &journey(self.mine.row.id)).await?)
    }
}
