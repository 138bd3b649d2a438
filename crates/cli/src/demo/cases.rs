//! A living example of each kind of case, each at another stage, made through the same use cases as everybody's, on clocks set back.

use super::seed::{Seeded, Town};
use anyhow::Context;
use doorstep_locales::Locale;
use doorstep_policy::{CaseKind, Purpose};
use doorstep_register::case::{Channel, FiledKind, Finding, Ground, Outcome, Reasons, Side};
use doorstep_register::{CaseId, Line, PersonId, Place, StaffId, Words};
use doorstep_service::{MineAct, Service, Session, StaffAct, case_key, outcome_key};

/// The steps of the seeding, in order; each makes one case, or what several need.
const STEPS: usize = 13;

/// One day of a case: who does something, and how many days ago.
struct OnDay {
    service: Service,
}

impl OnDay {
    async fn person(&self, person: PersonId) -> anyhow::Result<Session> {
        Ok(self.service.use_passkey(person).await?.1)
    }

    async fn staff(&self, staff: StaffId) -> anyhow::Result<Session> {
        let link = self.service.staff_link(staff, 1).await?;
        let token = link.rsplit('/').next().context("a link ends with its token")?;
        Ok(self.service.use_link(token).await?.1)
    }
}

/// A case with everybody in it, so that a story reads as one.
struct Story<'a> {
    town: &'a Town<'a>,
    case: CaseId,
    resident: PersonId,
    first: StaffId,
    second: StaffId,
}

impl Story<'_> {
    fn on(&self, days_ago: i64) -> anyhow::Result<OnDay> {
        Ok(OnDay { service: self.town.days_ago(days_ago)? })
    }

    /// The resident reads what lies in their in-box, which proves that it reached them.
    async fn reads(&self, days_ago: i64) -> anyhow::Result<u32> {
        let day = self.on(days_ago)?;
        let session = day.person(self.resident).await?;
        Ok(day.service.my_case(&session, self.case).await?.case.version())
    }

    async fn says(&self, days_ago: i64, act: MineAct) -> anyhow::Result<()> {
        let seen = self.reads(days_ago).await?;
        let day = self.on(days_ago)?;
        let session = day.person(self.resident).await?;
        Ok(day.service.my_act(&session, self.case, seen, act).await?)
    }

    /// Somebody of the office opens the case and does something in it.
    async fn does(&self, days_ago: i64, who: StaffId, act: StaffAct) -> anyhow::Result<()> {
        let day = self.on(days_ago)?;
        let session = day.staff(who).await?;
        let kind = day.service.case_entry(&session, self.case).await?.kind;
        day.service.take_case(&session, self.case).await?;
        let view = day.service.open_case_view(&session, self.case, Purpose::of_case(kind)).await?;
        Ok(day.service.staff_act(&session, self.case, view.case.version(), act).await?)
    }

    /// The notice of this stage reaches the resident on two ways: they read it on the pages, and a letter arrives a week later.
    async fn is_told(&self, days_ago: i64) -> anyhow::Result<()> {
        self.reads(days_ago).await?;
        self.does(days_ago, self.first, StaffAct::Send(Side::Resident, Channel::Letter)).await?;
        self.does(days_ago - 8, self.first, StaffAct::Delivered(Side::Resident, Channel::Letter)).await
    }

    /// The draft of the first officer, with a ready-made reason, for the second.
    async fn is_drafted(&self, days_ago: i64, kind: CaseKind, ground: Ground, number: usize) -> anyhow::Result<()> {
        let outcome = Outcome::RegistrationEnds;
        let text = |part: &str| Locale::Ru.t(&format!("reason-{}-{}-{number}-{part}", case_key(kind), outcome_key(outcome)));
        let finding = Finding {
            outcome,
            facts: Words::parse(&text("facts"))?,
            rule: Line::parse("Статья 7 вымышленного закона об учёте")?,
            reasons: Reasons::parse(&text("why"))?,
            grounds: vec![ground],
        };
        self.does(days_ago, self.first, StaffAct::Draft(finding, Some(self.second))).await
    }
}

/// Everybody whom the cases need.
struct Cast {
    first: StaffId,
    second: StaffId,
    host: PersonId,
    people: Vec<Option<PersonId>>,
}

impl Cast {
    fn of(seeded: &Seeded) -> Option<Cast> {
        Some(Cast { first: seeded.officer?, second: seeded.second?, host: seeded.owner?, people: seeded.invented.clone() })
    }

    fn person(&self, i: usize) -> anyhow::Result<PersonId> {
        self.people.get(i).copied().flatten().context("somebody of the town")
    }
}

/// Makes what is not made yet. A step that was broken off is left as it is: its case stands at an earlier stage.
pub async fn seed(town: &Town<'_>, seeded: &mut Seeded, keep: impl Fn(&Seeded) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let cast = Cast::of(seeded).context("somebody of the town is missing")?;
    while seeded.cases < STEPS {
        let step = seeded.cases;
        println!("Inventing cases: {} of {STEPS}…", step + 1);
        seeded.cases += 1;
        keep(seeded)?;
        make(town, &cast, step).await.with_context(|| format!("inventing case {step}"))?;
    }
    Ok(())
}

async fn make(town: &Town<'_>, cast: &Cast, step: usize) -> anyhow::Result<()> {
    match step {
        0 => decided(town, cast).await,
        1 => drafted(town, cast).await,
        2 => appealed(town, cast).await,
        3 => disputed(town, cast).await,
        4 => asks(town, cast, (11, 9), CaseKind::Correction, "В паспорте день рождения 18 мая, а в записи 17 мая.").await,
        5 => asks(town, cast, (12, 6), CaseKind::Protection, "Меня ищет человек, от которого я уехал.").await,
        6 => asks(town, cast, (13, 7), CaseKind::HostRefuses, "Хозяйка говорит, что ничего подтверждать не будет.").await,
        7 => asks(town, cast, (14, 4), CaseKind::HomeNotFit, "Дом не достроен, живём на первом этаже.").await,
        8 => asks(town, cast, (15, 2), CaseKind::Appeal, "На приёме записали чужой телефон и не стали исправлять.").await,
        9 => about_an_address(town, cast, 14, CaseKind::Crowded, "За месяц этот адрес указали несколько раз.").await,
        10 => about_an_address(town, cast, 13, CaseKind::NonResidential, "По реестру здесь склад.").await,
        11 => about_a_look(town, cast).await,
        _ => heard(town, cast).await,
    }
}

/// The host of several homes disputes somebody's entry at one of them. `None` where the register of the demo has no such homes.
async fn dispute<'a>(
    town: &'a Town<'a>,
    cast: &Cast,
    i: usize,
    days_ago: i64,
    kind: CaseKind,
    words: &str,
) -> anyhow::Result<Option<Story<'a>>> {
    let day = OnDay { service: town.days_ago(days_ago)? };
    let (host, resident) = (day.person(cast.host).await?, cast.person(i)?);
    let place = town.place(i + 2);
    let homes = day.service.homes(&host).await?;
    let Some(number) = homes.iter().position(|home| home.place == place) else { return Ok(None) };
    let there = day.service.home(&host, number).await?.residents;
    let name = super::people::PEOPLE[i].0;
    let Some(entry) = there.into_iter().find(|who| who.name == name).map(|who| who.entry) else { return Ok(None) };
    let case = day.service.dispute_entry(&host, number, entry, kind, Words::parse(words)?).await?;
    Ok(Some(Story { town, case, resident, first: cast.first, second: cast.second }))
}

/// Decided, told, and an appeal is possible: somebody had paid for an address, and says so.
async fn decided(town: &Town<'_>, cast: &Cast) -> anyhow::Result<()> {
    let kind = CaseKind::Stranger;
    let Some(story) = dispute(town, cast, 6, 90, kind, "Я не знаю этого человека. Квартира сдана другим.").await?
    else {
        return Ok(());
    };
    story.is_told(88).await?;
    story.says(70, MineAct::Answer(Words::parse("Я заплатил за этот адрес знакомому. Жить мне негде, ночую у друзей.")?, vec![])).await?;
    story.is_drafted(40, kind, Ground::ResidentsWords, 2).await?;
    story.does(38, story.second, StaffAct::Confirm).await?;
    story.is_told(20).await
}

/// Drafted: it lies with the second officer.
async fn drafted(town: &Town<'_>, cast: &Cast) -> anyhow::Result<()> {
    let kind = CaseKind::MovedOut;
    let Some(story) = dispute(town, cast, 3, 60, kind, "Съехал в сентябре, вещей нет.").await? else {
        return Ok(());
    };
    story.is_told(59).await?;
    story
        .says(45, MineAct::Answer(Words::parse("Да, я теперь живу у брата. Сообщу адрес, когда он договорится с хозяином.")?, vec![]))
        .await?;
    story.is_drafted(3, kind, Ground::ResidentsWords, 1).await
}

/// Under appeal: it lies with the body that hears appeals.
async fn appealed(town: &Town<'_>, cast: &Cast) -> anyhow::Result<()> {
    let kind = CaseKind::MovedOut;
    let Some(story) = dispute(town, cast, 7, 75, kind, "Больше здесь не живёт.").await? else { return Ok(()) };
    story.is_told(74).await?;
    let paper = Words::parse("Акт о передаче комнаты от 1 сентября, с подписью, похожей на подпись жильца.")?;
    story.does(64, story.first, StaffAct::File(FiledKind::Document, paper)).await?;
    story.is_told(62).await?;
    story.says(50, MineAct::Answer(Words::parse("Подпись не моя. Я уезжал на заработки и вернулся.")?, vec![])).await?;
    story.is_drafted(24, kind, Ground::Document, 2).await?;
    story.does(22, story.second, StaffAct::Confirm).await?;
    story.is_told(21).await?;
    story.says(6, MineAct::Appeal(Some(Words::parse("Я живу здесь. Соседи могут это сказать.")?))).await
}

/// Being heard, and overdue on nobody's side: a host who disputes one after another.
async fn disputed(town: &Town<'_>, cast: &Cast) -> anyhow::Result<()> {
    let Some(story) = dispute(town, cast, 8, 10, CaseKind::Stranger, "И этого человека я не знаю.").await? else {
        return Ok(());
    };
    story.reads(9).await.map(drop)
}

async fn asks(town: &Town<'_>, cast: &Cast, (i, days_ago): (usize, i64), kind: CaseKind, words: &str) -> anyhow::Result<()> {
    let day = OnDay { service: town.days_ago(days_ago)? };
    let session = day.person(cast.person(i)?).await?;
    day.service.ask_for_case(&session, kind, Words::parse(words)?).await?;
    Ok(())
}

async fn about_an_address(town: &Town<'_>, cast: &Cast, i: usize, kind: CaseKind, words: &str) -> anyhow::Result<()> {
    let place = town.place(i + 2);
    if !matches!(place, Place::Listed { .. }) {
        return Ok(());
    }
    let day = OnDay { service: town.days_ago(8)? };
    let session = day.staff(cast.second).await?;
    day.service.open_address_case(&session, kind, place, Words::parse(words)?).await?;
    Ok(())
}

/// The first officer opened a record to compare two; its person asks why. Somebody else answers.
async fn about_a_look(town: &Town<'_>, cast: &Cast) -> anyhow::Result<()> {
    let before = OnDay { service: town.days_ago(7)? };
    let officer = before.staff(cast.first).await?;
    let queue = before.service.case_queue(&officer).await?;
    let Some(duplicate) = queue.into_iter().find(|entry| entry.kind == CaseKind::PossibleDuplicate) else { return Ok(()) };
    before.service.take_case(&officer, duplicate.id).await?;
    before.service.open_case_view(&officer, duplicate.id, Purpose::PossibleDuplicate).await?;
    let day = OnDay { service: town.days_ago(5)? };
    let session = day.person(cast.person(2)?).await?;
    let look = day.service.looks(&session, None, 1, Default::default()).await?.looks.into_iter().next().context("a look")?;
    let entry = Words::parse("Сотрудник O-4 сравнил две записи с одним номером документа.")?;
    day.service.ask_about_look(&session, look.seq, entry, Words::parse("Зачем вы смотрели мою запись?")?).await?;
    Ok(())
}

/// The reason for being late was read and accepted, and waits to be put in effect.
async fn heard(town: &Town<'_>, cast: &Cast) -> anyhow::Result<()> {
    let day = OnDay { service: town.days_ago(4)? };
    let session = day.staff(cast.first).await?;
    let queue = day.service.case_queue(&session).await?;
    let Some(late) = queue.into_iter().find(|entry| entry.kind == CaseKind::LateReason) else { return Ok(()) };
    day.service.take_case(&session, late.id).await?;
    let view = day.service.open_case_view(&session, late.id, Purpose::LateReason).await?;
    let finding = Finding {
        outcome: Outcome::LateExcused,
        facts: Words::parse(&Locale::Ru.t("reason-late-reason-late-excused-1-facts"))?,
        rule: Line::parse("Статья 9 вымышленного закона об учёте")?,
        reasons: Reasons::parse(&Locale::Ru.t("reason-late-reason-late-excused-1-why"))?,
        grounds: Vec::new(),
    };
    Ok(day.service.staff_act(&session, late.id, view.case.version(), StaffAct::Draft(finding, None)).await?)
}
