//! From the form to a pack: what a schema cannot say.

use toml::Spanned;

use super::{
    About, Basis, CaseClock, CaseTerm, CaseTerms, Fact, OfficeTerm, Pack, PackError, PackFile, Rule,
    file::{CaseTermFile, EarliestFile, OfficeTermFile, RuleFile, TermFile, at},
};
use crate::{
    count::{CountFrom, Roll, Term, Unit},
    duties::Citizenship,
    source::{Confidence, Source},
};

/// A pack has no more rules than this.
const MAX_RULES: usize = 500;

/// One document under examination.
struct Check<'a> {
    text: &'a str,
    file: &'a PackFile,
}

pub(super) fn checked(text: &str, file: PackFile) -> Result<Pack, PackError> {
    let check = Check { text, file: &file };
    let start = file.id.span().start;
    let refuse = |message: String| Err(at(text, start, message));
    if !is_id(file.id.get_ref()) {
        return refuse(format!("`{}` is no id: use letters, digits, `-` and `.`", file.id.get_ref()));
    }
    if file.rule.is_empty() || file.rule.len() > MAX_RULES {
        return refuse(format!("a pack has 1 to {MAX_RULES} rules"));
    }
    if let Some((group, code)) = check.wrong_code_in_groups() {
        return refuse(format!("group {group}: `{code}` is no citizenship"));
    }
    for retention in &file.retention {
        check.known_sources(start, &retention.sources)?;
    }
    let entered_within = check.office(file.office.entered_within.as_ref())?;
    let silence_confirms = check.office(file.office.silence_confirms.as_ref())?;
    let cases = check.cases()?;
    let rules = file.rule.iter().map(|r| check.rule(r)).collect::<Result<Vec<_>, _>>()?;
    Ok(Pack {
        id: file.id.into_inner(),
        version: file.version,
        jurisdiction: file.jurisdiction,
        calendar: file.calendar,
        region: file.region,
        time_zone: file.time_zone,
        first_event: file.first_event,
        name: file.name,
        reviewer: file.reviewer,
        sources: file.sources.into_iter().collect::<Vec<(String, Source)>>(),
        rules,
        entered_within,
        silence_confirms,
        retention: file.retention,
        cases,
    })
}

impl Check<'_> {
    fn rule(&self, rule: &RuleFile) -> Result<Rule, PackError> {
        let (id, start) = (rule.id.get_ref(), rule.id.span().start);
        let refuse = |message: String| Err(at(self.text, start, format!("{id}: {message}")));
        if !is_id(id) {
            return refuse("no id: use letters, digits, `-` and `.`".into());
        }
        if self.file.rule.iter().filter(|r| r.id.get_ref() == id).count() > 1 {
            return refuse("the id is there twice".into());
        }
        if rule.triggers.is_empty() || rule.who.is_empty() {
            return refuse("a rule has a trigger and somebody who must act".into());
        }
        if rule.overrides.is_some() == rule.citizens.is_empty() {
            return refuse("`overrides` and `citizens` belong together".into());
        }
        if let Some(general) = &rule.overrides {
            let known = self.file.rule.iter().find(|r| r.id.get_ref() == general);
            if known.is_none_or(|g| g.overrides.is_some() || g.term.is_none()) || rule.term.is_none() {
                return refuse(format!("`{general}` is no general rule with a term that this one could relax"));
            }
        }
        for fact in &rule.facts {
            self.known_sources(start, &fact.sources)?;
            if fact.sources.is_empty() {
                return refuse("a statement has no source".into());
            }
        }
        if let Some(missing) = needed(rule).find(|a| !rule.facts.iter().any(|f| f.about.contains(a))) {
            return refuse(format!("the statement about {missing:?} has no source"));
        }
        let sure = |f: &Fact| f.confidence == Confidence::High || !f.about.contains(&About::Count);
        if rule.one_reading && !rule.facts.iter().all(sure) {
            return refuse("`one_reading` needs high confidence in the count".into());
        }
        let of_exempt: Vec<String> = rule.exempt.iter().flat_map(|e| e.citizens.iter().cloned()).collect();
        Ok(Rule {
            id: id.clone(),
            triggers: rule.triggers.clone(),
            from: rule.from,
            to: rule.to,
            name: rule.name.clone(),
            plain: rule.plain.clone(),
            who: rule.who.clone(),
            who_must: rule.who_must.clone(),
            term: rule.term.as_ref().map(|t| self.term(t)).transpose()?,
            one_reading: rule.one_reading,
            cut_off: rule.cut_off,
            earliest: rule.earliest.as_ref().map(|e| self.earliest(start, e)).transpose()?,
            overrides: rule.overrides.clone(),
            citizens: self.citizens(start, &rule.citizens)?,
            exemptions: rule.exempt.clone(),
            exempt_citizens: self.citizens(start, &of_exempt)?,
            evidence: rule.evidence.clone(),
            fees: rule.fee.clone(),
            validity: rule.validity.clone(),
            renewal: rule.renewal.clone(),
            facts: rule.facts.clone(),
        })
    }

    fn term(&self, term: &Spanned<TermFile>) -> Result<Term, PackError> {
        let t = term.get_ref();
        Term::new(t.n, t.unit, t.count_from, t.roll, t.min_working_days).map_err(|e| at(self.text, term.span().start, e.to_string()))
    }

    fn earliest(&self, start: usize, earliest: &EarliestFile) -> Result<Term, PackError> {
        if !matches!(earliest.unit, Unit::CalendarDays | Unit::Weeks | Unit::Months) {
            return Err(at(self.text, start, "`earliest` is in calendar days, weeks or months"));
        }
        Term::new(earliest.n, earliest.unit, CountFrom::NextDay, Roll::None, 0).map_err(|e| at(self.text, start, e.to_string()))
    }

    fn office(&self, office: Option<&OfficeTermFile>) -> Result<Option<OfficeTerm>, PackError> {
        let Some(office) = office else { return Ok(None) };
        self.known_sources(office.term.span().start, &office.sources)?;
        let term = self.term(&office.term)?;
        if term.unit() == Unit::Hours {
            return Err(at(self.text, office.term.span().start, "an office's term is in days, weeks or months"));
        }
        Ok(Some(OfficeTerm { term, basis: office.basis, sources: office.sources.clone() }))
    }

    fn cases(&self) -> Result<CaseTerms, PackError> {
        let c = &self.file.cases;
        let named = [&c.delivery, &c.answer, &c.hearing, &c.decide, &c.confirm, &c.appeal, &c.court];
        let named = CaseClock::ALL.into_iter().zip(named).filter_map(|(clock, term)| Some((clock, term.as_ref()?)));
        named.map(|(clock, term)| Ok((clock, self.case_term(term)?))).collect::<Result<_, PackError>>().map(CaseTerms)
    }

    fn case_term(&self, case: &CaseTermFile) -> Result<CaseTerm, PackError> {
        let start = case.term.span().start;
        self.known_sources(start, &case.sources)?;
        if case.basis == Basis::Statute && case.sources.is_empty() {
            return Err(at(self.text, start, "a term that the law says has no source"));
        }
        let term = self.term(&case.term)?;
        if term.unit() == Unit::Hours || term.runs_backwards() {
            return Err(at(self.text, start, "a term of a case runs forwards, in days, weeks or months"));
        }
        let CaseTermFile { basis, confidence, .. } = *case;
        Ok(CaseTerm { term, basis, confidence, sources: case.sources.clone(), note: case.note.clone() })
    }

    /// Codes, with groups resolved.
    fn citizens(&self, start: usize, names: &[String]) -> Result<Vec<String>, PackError> {
        let mut codes = Vec::new();
        for name in names {
            match self.file.groups.get(name) {
                Some(group) => codes.extend(group.iter().cloned()),
                None if Citizenship::parse(name).is_ok() => codes.push(name.clone()),
                None => return Err(at(self.text, start, format!("`{name}` is neither a citizenship nor a group"))),
            }
        }
        Ok(codes)
    }

    fn known_sources(&self, start: usize, keys: &[String]) -> Result<(), PackError> {
        match keys.iter().find(|k| !self.file.sources.contains_key(*k)) {
            Some(key) => Err(at(self.text, start, format!("there is no source `{key}`"))),
            None => Ok(()),
        }
    }

    fn wrong_code_in_groups(&self) -> Option<(&String, &String)> {
        let all = self.file.groups.iter().flat_map(|(group, codes)| codes.iter().map(move |code| (group, code)));
        all.into_iter().find(|(_, code)| Citizenship::parse(code).is_err())
    }
}

/// The statements that a rule makes, each of which needs a ground.
fn needed(rule: &RuleFile) -> impl Iterator<Item = About> {
    [
        (About::Term, true),
        (About::Count, rule.term.is_some()),
        (About::Who, true),
        (About::Exempt, !rule.exempt.is_empty()),
        (About::Evidence, rule.evidence.is_some()),
        (About::Fee, !rule.fee.is_empty()),
        (About::Validity, rule.validity.is_some()),
        (About::Renewal, rule.renewal.is_some()),
        (About::Earliest, rule.earliest.is_some()),
    ]
    .into_iter()
    .filter_map(|(about, made)| made.then_some(about))
}

fn is_id(id: &str) -> bool {
    let ok = |b: u8| b.is_ascii_alphanumeric() || b == b'-' || b == b'.';
    !id.is_empty() && id.len() <= 80 && id.bytes().all(ok)
}
