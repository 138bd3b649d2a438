//! A message to be written: one template, and what is filled in.

use super::{CaseNotice, EMAIL, Message, OnPaper, REMINDER, REMINDER_TEXT, Short, TEXT};
use doorstep_locales::{Arg, Locale};
use doorstep_register::case::Side;
use doorstep_register::{CaseId, Reference};
use jiff::{SignedDuration, Timestamp};

/// What is filled in, in the words of a language.
type Words = Box<dyn Fn(Locale) -> Arg + Send + Sync>;

struct Filled {
    name: &'static str,
    words: Words,
    /// Not for an e-mail, which many can read on its way: the in-box and the letter say it.
    private: bool,
}

/// Whether a message goes on paper too, where there is a declared address.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Paper {
    Never,
    /// Where nothing else reaches the person.
    AtWorst,
    /// Where fewer than two other ways can be proved.
    ForProof,
}

/// A message to be written.
pub(crate) struct Letter {
    pub(super) kind: &'static str,
    pub(super) locale: Locale,
    filled: Vec<Filled>,
    pub(super) email: Option<String>,
    /// For how long it is kept, if it does not stand in the in-box.
    pub(super) kept: Option<SignedDuration>,
    pub(super) paper: Paper,
    pub(super) about: Option<CaseNotice>,
    reminder: bool,
    /// Whether it goes out to the person, beside standing in their in-box.
    pub(super) goes_out: bool,
}

impl Letter {
    /// A message whose texts are `msg-<kind>-subject` and `msg-<kind>-body`.
    pub(crate) fn new(kind: &'static str, locale: Locale) -> Self {
        Letter {
            kind,
            locale,
            filled: Vec::new(),
            email: None,
            kept: None,
            paper: Paper::Never,
            about: None,
            reminder: false,
            goes_out: true,
        }
    }

    /// With a value that is the same in every language.
    pub(crate) fn with(self, name: &'static str, value: impl Into<Arg>) -> Self {
        let value = value.into();
        self.fill(name, false, Box::new(move |_| value.clone()))
    }

    /// With a value that each language says in its own words, such as a day.
    pub(crate) fn local(self, name: &'static str, words: impl Fn(Locale) -> String + Send + Sync + 'static) -> Self {
        self.fill(name, false, Box::new(move |locale| words(locale).into()))
    }

    /// The same, for a value that does not stand in an e-mail.
    pub(crate) fn private(self, name: &'static str, words: impl Fn(Locale) -> String + Send + Sync + 'static) -> Self {
        self.fill(name, true, Box::new(move |locale| words(locale).into()))
    }

    fn fill(mut self, name: &'static str, private: bool, words: Words) -> Self {
        self.filled.push(Filled { name, words, private });
        self
    }

    /// For one that stands in no in-box: where it goes. All others go wherever the person is reached.
    pub(crate) fn emailed_to(mut self, email: Option<String>) -> Self {
        self.email = email;
        self
    }

    /// For the post alone, and kept no longer than it is good for.
    pub(crate) fn not_in_box(mut self, kept: SignedDuration) -> Self {
        self.kept = Some(kept);
        self
    }

    /// In the in-box alone.
    pub(crate) fn in_box_only(mut self) -> Self {
        self.goes_out = false;
        self
    }

    /// Withdrawn when it has become pointless.
    pub(crate) fn reminding(mut self) -> Self {
        self.reminder = true;
        self
    }

    /// On paper too, if there is a declared address and fewer than two other ways can be proved; where one way is `enough`, if nothing else
    /// reaches the person.
    pub(crate) fn on_paper(mut self, enough: bool) -> Self {
        self.paper = if enough { Paper::AtWorst } else { Paper::ForProof };
        self
    }

    /// A notice of a case to one of its sides.
    pub(crate) fn about_case(mut self, case: CaseId, side: Side) -> Self {
        self.about = Some(CaseNotice { case, side });
        self
    }

    /// The kind of job that brings it by e-mail.
    pub(super) fn email_job(&self) -> &'static str {
        if self.reminder { REMINDER } else { EMAIL }
    }

    /// The kind of job that brings it by SMS.
    pub(super) fn text_job(&self) -> &'static str {
        if self.reminder { REMINDER_TEXT } else { TEXT }
    }

    /// Whether it has a job even if it goes nowhere: by it a reminder is withdrawn from the in-box.
    pub(super) fn withdrawable(&self) -> bool {
        self.reminder
    }

    /// Which of the short texts says that it waits.
    pub(super) fn short(&self) -> Short {
        match self.about {
            Some(_) => Short::Case,
            None if self.reminder => Short::Reminder,
            None => Short::Message,
        }
    }

    fn text(&self, locale: Locale, part: &str, guarded: bool) -> String {
        let value = |filled: &Filled| match filled.private && guarded {
            true => locale.t("msg-in-your-inbox").into(),
            false => (filled.words)(locale),
        };
        let args: Vec<(&str, Arg)> = self.filled.iter().map(|filled| (filled.name, value(filled))).collect();
        locale.ta(&format!("msg-{}-{part}", self.kind), &args)
    }

    /// The message in its language, without where it goes.
    pub(super) fn written(&self, at: Timestamp) -> Message {
        let body = self.text(self.locale, "body", false);
        let email_body = self.filled.iter().any(|filled| filled.private).then(|| self.text(self.locale, "body", true));
        Message {
            subject: self.text(self.locale, "subject", true),
            email_body: email_body.filter(|guarded| *guarded != body),
            body,
            about: self.about,
            in_box: self.kept.is_none(),
            ..Message::plain(at, Some(self.locale))
        }
    }

    /// The same for paper, in the office's language.
    pub(super) fn for_paper(&self, code: Reference, office: Locale) -> OnPaper {
        let (subject, body) = (self.text(office, "subject", false), self.text(office, "body", false));
        OnPaper { code, language: office.tag().to_owned(), subject, body }
    }
}
