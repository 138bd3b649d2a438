//! The policies: read once, checked strictly, asked for every grant.

use crate::field::Fields;
use crate::grant::Purpose;
use crate::question::{Fact, Facts, Name, Question};
use cedar_policy::{
    Authorizer, Context, Decision, Effect, Entities, Entity, EntityId, EntityTypeName, EntityUid, Policy, PolicyId, PolicySet, Request,
    RestrictedExpression, Schema, ValidationMode, Validator,
};
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;
use thiserror::Error;

/// The vocabulary, as it stands beside the policies.
pub(crate) const SCHEMA: &str = include_str!("../policies/schema.cedarschema");

/// The policies, by the file that they stand in.
pub(crate) const FILES: [(&str, &str); 5] = [
    ("residents.cedar", include_str!("../policies/residents.cedar")),
    ("hosts.cedar", include_str!("../policies/hosts.cedar")),
    ("staff.cedar", include_str!("../policies/staff.cedar")),
    ("program.cedar", include_str!("../policies/program.cedar")),
    ("limits.cedar", include_str!("../policies/limits.cedar")),
];

/// Why the policies cannot be used. The program does not start with such policies.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum PolicyError {
    /// The schema does not parse, or is dubious.
    #[error("schema.cedarschema: {0}")]
    Schema(String),
    /// A file does not parse.
    #[error("{0}: {1}")]
    File(String, String),
    /// A policy without `@id` or `@why`, or with an open place in it.
    #[error("{0}: each policy needs an @id and a @why of its own, and no open place")]
    Nameless(String),
    /// Two policies have one `@id`.
    #[error("two policies are called {0}")]
    Twice(String),
    /// A policy says something that the schema does not know, or that can never be so.
    #[error("the policies do not fit the schema: {0}")]
    Invalid(String),
    /// A policy that opens records has to name one purpose, and in `@fields` what the program opens for it.
    #[error("{0}: one purpose, and @fields as the program opens them for it: {1}")]
    Fields(String, String),
}

/// Policies that fit their schema, ready to be asked.
#[derive(Debug)]
pub(crate) struct Policies {
    pub(crate) schema: Schema,
    pub(crate) set: PolicySet,
    types: HashMap<String, EntityTypeName>,
    actions: HashMap<String, EntityUid>,
}

/// Reads the embedded policies and checks them strictly, once. Whatever serves anybody calls this first and stops at an error; until it has
/// succeeded, every question is refused.
pub fn load() -> Result<(), PolicyError> {
    embedded().map(drop).map_err(Clone::clone)
}

/// The embedded policies.
pub(crate) fn embedded() -> Result<&'static Policies, &'static PolicyError> {
    static EMBEDDED: LazyLock<Result<Policies, PolicyError>> = LazyLock::new(|| {
        let policies = Policies::parse(SCHEMA, &FILES)?;
        policies.agree_with(Purpose::fields)?;
        Ok(policies)
    });
    EMBEDDED.as_ref()
}

impl Policies {
    /// Parses and validates. A warning is an error.
    pub(crate) fn parse(schema: &str, files: &[(&str, &str)]) -> Result<Policies, PolicyError> {
        let (schema, warnings) = Schema::from_cedarschema_str(schema).map_err(|error| PolicyError::Schema(error.to_string()))?;
        if let Some(warning) = warnings.map(|warning| warning.to_string()).next() {
            return Err(PolicyError::Schema(warning));
        }
        let mut set = PolicySet::new();
        for (file, text) in files {
            let parsed: PolicySet = text.parse().map_err(|error| PolicyError::File((*file).to_owned(), format!("{error}")))?;
            if parsed.templates().next().is_some() {
                return Err(PolicyError::Nameless((*file).to_owned()));
            }
            for policy in parsed.policies() {
                let (Some(id), Some(_)) = (words(policy, "id"), words(policy, "why")) else {
                    return Err(PolicyError::Nameless((*file).to_owned()));
                };
                set.add(policy.new_id(PolicyId::new(id))).map_err(|_| PolicyError::Twice(id.to_owned()))?;
            }
        }
        let checked = Validator::new(schema.clone()).validate_with_level(&set, ValidationMode::Strict, 1);
        let troubles: Vec<String> =
            checked.validation_errors().map(ToString::to_string).chain(checked.validation_warnings().map(ToString::to_string)).collect();
        if !troubles.is_empty() {
            return Err(PolicyError::Invalid(troubles.join("; ")));
        }
        let types = schema.entity_types().map(|name| (name.to_string(), name.clone())).collect();
        let actions = schema.actions().map(|uid| (uid.id().unescaped().to_owned(), uid.clone())).collect();
        Ok(Policies { schema, set, types, actions })
    }

    /// Checks that each policy that opens records names one purpose, and the fields that are opened for it.
    pub(crate) fn agree_with(&self, fields: impl Fn(Purpose) -> Fields) -> Result<(), PolicyError> {
        for policy in self.set.policies().filter(|policy| policy.effect() == Effect::Permit) {
            let purposes: HashSet<String> = policy
                .entity_literals()
                .into_iter()
                .filter(|uid| uid.type_name().basename() == "Purpose")
                .map(|uid| uid.id().unescaped().to_owned())
                .collect();
            let named = Purpose::EVERY.into_iter().filter(|purpose| purposes.contains(purpose.word()));
            let needed: Vec<String> = named.map(|purpose| fields(purpose).words()).collect();
            let stated = words(policy, "fields");
            let opens = policy.get_valid_request_envs(&self.schema).any(|env| ["open", "export"].contains(&env.action().id().unescaped()));
            let agrees =
                if opens { needed.len() == 1 && stated == Some(needed[0].as_str()) } else { needed.is_empty() && stated.is_none() };
            if !agrees {
                return Err(PolicyError::Fields(policy.id().to_string(), needed.join(", ")));
            }
        }
        Ok(())
    }

    /// Whether some policy permits, none forbids, and every one could be evaluated.
    ///
    /// Cedar skips a policy that fails, also one that forbids, and answers by the rest. So any failure is a refusal here, and so is a
    /// question that does not fit the schema.
    pub(crate) fn allow(&self, question: &Question) -> bool {
        self.answer(question).unwrap_or(false)
    }

    /// The same; nothing for a question that does not fit.
    fn answer(&self, question: &Question) -> Option<bool> {
        self.answer_among(&self.known(question)?, question)
    }

    /// What is known of who asks and of what is asked about.
    pub(crate) fn known(&self, question: &Question) -> Option<Entities> {
        let entity = |name, facts| Entity::new(self.uid(name)?, self.facts(facts)?.collect(), HashSet::new()).ok();
        let entities = [entity(&question.who, &question.of_who)?, entity(&question.what, &question.of_what)?];
        Entities::from_entities(entities, Some(&self.schema)).ok()
    }

    pub(crate) fn answer_among(&self, known: &Entities, question: &Question) -> Option<bool> {
        let [who, what] = [self.uid(&question.who)?, self.uid(&question.what)?];
        let context = Context::from_pairs(self.facts(&question.context)?).ok()?;
        let request = Request::new(who, self.actions.get(question.action)?.clone(), what, context, Some(&self.schema)).ok()?;
        Some(self.permit(&request, known))
    }

    fn permit(&self, request: &Request, entities: &Entities) -> bool {
        let response = Authorizer::new().is_authorized(request, &self.set, entities);
        response.decision() == Decision::Allow && response.diagnostics().errors().next().is_none()
    }

    fn uid(&self, name: &Name) -> Option<EntityUid> {
        Some(EntityUid::from_type_name_and_id(self.types.get(name.kind)?.clone(), EntityId::new(&name.id)))
    }

    fn facts(&self, facts: &Facts) -> Option<impl Iterator<Item = (String, RestrictedExpression)> + use<>> {
        let known: Option<Vec<_>> = facts.iter().map(|(name, fact)| Some(((*name).to_owned(), self.fact(fact)?))).collect();
        Some(known?.into_iter())
    }

    fn fact(&self, fact: &Fact) -> Option<RestrictedExpression> {
        Some(match fact {
            Fact::Truth(truth) => RestrictedExpression::new_bool(*truth),
            Fact::One(name) => RestrictedExpression::new_entity_uid(self.uid(name)?),
            Fact::Several(names) => {
                let uids: Option<Vec<_>> = names.iter().map(|name| self.uid(name).map(RestrictedExpression::new_entity_uid)).collect();
                RestrictedExpression::new_set(uids?)
            }
            Fact::Group(facts) => RestrictedExpression::new_record(self.facts(facts)?).ok()?,
        })
    }
}

/// What an annotation says, if it says something.
pub(crate) fn words<'p>(policy: &'p Policy, annotation: &str) -> Option<&'p str> {
    policy.annotation(annotation).filter(|text| !text.trim().is_empty())
}

#[cfg(test)]
mod tests;
