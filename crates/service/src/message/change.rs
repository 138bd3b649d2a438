//! What each message about a change says: what was, what is now, who did it, why, how to object.

use super::Letter;
use crate::{Service, Session, Who};
use doorstep_locales::Locale;
use doorstep_register::{Birth, Contact, Document, Grade, Names, PersonId};
use jiff::civil::Date;

/// A value in the words of a language.
pub(crate) type Value = Box<dyn Fn(Locale) -> String + Send + Sync>;

/// Who made a change.
#[derive(Clone)]
enum By {
    Person,
    Household,
    Clerk {
        pseudonym: String,
        office: String,
    },
    /// On a paper form that came by post.
    Paper {
        pseudonym: String,
        office: String,
    },
}

fn by(session: &Session, person: PersonId) -> By {
    match &session.who {
        Who::Resident(own) if *own == person => By::Person,
        Who::Resident(_) => By::Household,
        Who::Clerk { staff, posted_on: Some(_), .. } => By::Paper { pseudonym: staff.pseudonym.clone(), office: staff.office.0.clone() },
        Who::Clerk { staff, .. } | Who::Officer(staff) | Who::Supervisor(staff) | Who::Dpo(staff) => {
            By::Clerk { pseudonym: staff.pseudonym.clone(), office: staff.office.0.clone() }
        }
    }
}

impl By {
    fn said(&self, l: Locale) -> String {
        match self {
            By::Person => l.t("change-by-you"),
            By::Household => l.t("change-by-household"),
            By::Clerk { pseudonym, office } | By::Paper { pseudonym, office } => {
                l.t2("change-by-clerk", ("pseudonym", pseudonym.as_str()), ("office", office.as_str()))
            }
        }
    }

    /// The reason where none was given: whose word it rests on.
    fn why(&self, l: Locale) -> String {
        l.t(match self {
            By::Person => "change-why-you",
            By::Household => "change-why-household",
            By::Clerk { .. } => "change-why-clerk",
            By::Paper { .. } => "change-why-paper",
        })
    }
}

impl Service {
    /// Fills in who made a change and where to object; `page` is a path after the language.
    pub(crate) fn told_by(&self, letter: Letter, session: &Session, person: PersonId, page: &str) -> Letter {
        let (who, link) = (by(session, person), format!("{}/{}{page}", self.settings().base_url, letter.locale));
        letter.local("who", move |l| who.said(l)).with("link", link)
    }

    /// The same for a change that has a reason of its own, or rests on the person's word.
    pub(crate) fn told_why(&self, letter: Letter, session: &Session, person: PersonId, page: &str, why: Option<String>) -> Letter {
        let who = by(session, person);
        let letter = self.told_by(letter, session, person, page);
        match why {
            Some(words) => letter.private("why", move |_| words.clone()),
            None => letter.local("why", move |l| who.why(l)),
        }
    }
}

impl Letter {
    /// What was before and what is now, in words that do not go into an e-mail.
    pub(crate) fn changed(self, before: Value, after: Value) -> Letter {
        self.private("before", before).private("after", after)
    }

    /// What somebody has just done themselves is told in their in-box alone; what others did is told everywhere.
    pub(crate) fn quiet_for(self, session: &Session, person: PersonId) -> Letter {
        match by(session, person) {
            By::Person => self.in_box_only(),
            By::Household | By::Clerk { .. } | By::Paper { .. } => self,
        }
    }
}

fn or_none(l: Locale, text: String) -> String {
    if text.is_empty() { l.t("change-none") } else { text }
}

pub(crate) fn names(names: Option<&Names>) -> Value {
    let all: Vec<String> = names.into_iter().flat_map(Names::all).map(|name| name.as_str().to_owned()).collect();
    Box::new(move |l| or_none(l, all.join(", ")))
}

pub(crate) fn birth(birth: Option<Birth>) -> Value {
    Box::new(move |l| or_none(l, birth.map(|birth| birth.to_string()).unwrap_or_default()))
}

pub(crate) fn document(document: Option<&Document>) -> Value {
    let number = document.map(|document| document.number.as_str().to_owned()).unwrap_or_default();
    Box::new(move |l| or_none(l, number.clone()))
}

pub(crate) fn grade(grade: Grade) -> Value {
    Box::new(move |l| {
        l.t(match grade {
            Grade::AsDeclared => "change-grade-declared",
            Grade::DocumentSeen => "change-grade-seen",
            Grade::CardPresented => "change-grade-card",
        })
    })
}

pub(crate) fn contact(contact: &Contact) -> Value {
    let lines = [&contact.email, &contact.phone].map(|line| line.as_ref().map(|line| line.as_str().to_owned()));
    let language = contact.language.as_ref().and_then(|tag| tag.as_str().parse::<Locale>().ok());
    let word = contact.looks_by_email;
    Box::new(move |l| {
        let mut said: Vec<String> = lines.iter().flatten().cloned().collect();
        said.extend(language.map(|language| language.own_name().to_owned()));
        said.extend(word.then(|| l.t("change-word-of-looks")));
        or_none(l, said.join("; "))
    })
}

/// Words that are the same in every language.
pub(crate) fn words(text: impl Into<String>) -> Value {
    let text = text.into();
    Box::new(move |l| or_none(l, text.clone()))
}

/// A day, or that none was named.
pub(crate) fn day(day: Option<Date>) -> Value {
    Box::new(move |l| or_none(l, day.map(|day| l.date(day)).unwrap_or_default()))
}
