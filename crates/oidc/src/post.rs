//! From what a provider says of somebody to their office and role.

use doorstep_register::{Line, Office, StaffRole};
use serde_json::Value;
use thiserror::Error;

/// Where somebody works, and as what.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Post {
    /// The office.
    pub office: Office,
    /// The role.
    pub role: StaffRole,
}

/// Why the claims give no post.
#[derive(Clone, PartialEq, Eq, Debug, Error)]
pub enum NoPost {
    /// Nothing says that they work for an office.
    #[error("no claim gives a role")]
    Nobody,
    /// A role that is none of ours.
    #[error("{0:?} is no role")]
    UnknownRole(String),
    /// The office is missing, or no line of text.
    #[error("no claim gives an office")]
    NoOffice,
}

/// A claim: its name, or a path into the claims (JSON Pointer, RFC 6901) if it begins with a slash.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Where(String);

impl Where {
    /// By name or path.
    pub fn new(name: impl Into<String>) -> Self {
        Where(name.into())
    }

    pub(crate) fn find<'c>(&self, claims: &'c Value) -> Option<&'c Value> {
        let found = if self.0.starts_with('/') { claims.pointer(&self.0) } else { claims.get(&self.0) };
        found.filter(|value| !value.is_null())
    }

    /// The texts of a claim: one, or several in a list.
    fn texts<'c>(&self, claims: &'c Value) -> Vec<&'c str> {
        match self.find(claims) {
            Some(Value::String(text)) => vec![text],
            Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
            _ => Vec::new(),
        }
    }
}

/// Whoever is in this group has this post.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// The provider's name of the group.
    pub group: String,
    /// What it means.
    pub post: Post,
}

/// How claims give a post.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Posts {
    /// A claim says the role, and another (or the settings) the office.
    Claims {
        /// The claim with the role's word, or with a list that has one.
        role: Where,
        /// The claim with the office; `None` if everybody works for the same.
        office: Option<Where>,
        /// The office of everybody, where no claim says it.
        default: Office,
    },
    /// A claim lists groups. Where somebody is in several, the first of these counts.
    Groups {
        /// The claim with the groups.
        claim: Where,
        /// What they mean.
        groups: Vec<Group>,
    },
}

impl Posts {
    /// Whether the claims say anything that this looks at.
    pub fn speak(&self, claims: &Value) -> bool {
        match self {
            Posts::Claims { role, office, .. } => {
                role.find(claims).is_some() && office.as_ref().is_none_or(|office| office.find(claims).is_some())
            }
            Posts::Groups { claim, .. } => claim.find(claims).is_some(),
        }
    }

    /// The post that claims give.
    ///
    /// # Errors
    /// [`NoPost`], if they give none.
    pub fn of(&self, claims: &Value) -> Result<Post, NoPost> {
        match self {
            Posts::Claims { role, office, default } => {
                let words = role.texts(claims);
                let known = words.iter().find_map(|word| word.parse::<StaffRole>().ok());
                let role = known.ok_or_else(|| match words.first() {
                    Some(word) => NoPost::UnknownRole(word.chars().take(60).collect()),
                    None => NoPost::Nobody,
                })?;
                let office = match office {
                    Some(office) => {
                        let text = office.texts(claims).into_iter().next().ok_or(NoPost::NoOffice)?;
                        Office(Line::parse(text).map_err(|_| NoPost::NoOffice)?.as_str().to_owned())
                    }
                    None => default.clone(),
                };
                Ok(Post { office, role })
            }
            Posts::Groups { claim, groups } => {
                let theirs = claim.texts(claims);
                let first = groups.iter().find(|group| theirs.contains(&group.group.as_str()));
                first.map(|group| group.post.clone()).ok_or(NoPost::Nobody)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn post(office: &str, role: StaffRole) -> Post {
        Post { office: Office(office.into()), role }
    }

    fn by_claims(office: Option<&str>) -> Posts {
        Posts::Claims { role: Where::new("role"), office: office.map(Where::new), default: Office("Town".into()) }
    }

    #[test]
    fn a_claim_gives_the_role() {
        let posts = by_claims(None);
        assert_eq!(posts.of(&json!({ "role": "clerk" })), Ok(post("Town", StaffRole::Clerk)));
        assert_eq!(posts.of(&json!({ "role": ["offline_access", "dpo", "clerk"] })), Ok(post("Town", StaffRole::Dpo)));
        for nothing in [json!({}), json!({ "role": null }), json!({ "role": [] }), json!({ "role": 7 }), json!({ "role": [7, {}] })] {
            assert_eq!(posts.of(&nothing), Err(NoPost::Nobody), "{nothing}");
        }
        for word in ["Clerk", "admin", ""] {
            assert_eq!(posts.of(&json!({ "role": word })), Err(NoPost::UnknownRole(word.into())));
        }
        let long = "x".repeat(500);
        assert_eq!(posts.of(&json!({ "role": long })), Err(NoPost::UnknownRole("x".repeat(60))));
    }

    #[test]
    fn a_claim_gives_the_office() {
        let posts = by_claims(Some("https://town.example/office"));
        let claims = json!({ "role": "appeal", "https://town.example/office": " Appeals of the region " });
        assert_eq!(posts.of(&claims), Ok(post("Appeals of the region", StaffRole::Appeal)));
        for office in [json!(null), json!(""), json!("a\u{0}b"), json!(3)] {
            let claims = json!({ "role": "appeal", "https://town.example/office": office });
            assert_eq!(posts.of(&claims), Err(NoPost::NoOffice), "{claims}");
        }
        assert!(!posts.speak(&json!({ "role": "appeal" })));
    }

    #[test]
    fn a_path_leads_into_the_claims() {
        let claims = json!({ "realm_access": { "roles": ["uma_authorization", "officer"] } });
        let posts = Posts::Claims { role: Where::new("/realm_access/roles"), office: None, default: Office("Town".into()) };
        assert_eq!(posts.of(&claims), Ok(post("Town", StaffRole::Officer)));
        assert!(posts.speak(&claims) && !posts.speak(&json!({ "roles": ["officer"] })));
    }

    #[test]
    fn the_first_group_of_the_settings_counts() {
        let group = |name: &str, role| Group { group: name.into(), post: post("Town", role) };
        let groups = vec![group("appeals", StaffRole::Appeal), group("residence", StaffRole::Officer)];
        let posts = Posts::Groups { claim: Where::new("groups"), groups };
        assert_eq!(posts.of(&json!({ "groups": ["everybody", "residence", "appeals"] })), Ok(post("Town", StaffRole::Appeal)));
        assert_eq!(posts.of(&json!({ "groups": "residence" })), Ok(post("Town", StaffRole::Officer)));
        for nothing in [json!({ "groups": ["everybody"] }), json!({ "groups": [] }), json!({}), json!({ "groups": ["Residence"] })] {
            assert_eq!(posts.of(&nothing), Err(NoPost::Nobody), "{nothing}");
        }
        assert!(posts.speak(&json!({ "groups": [] })) && !posts.speak(&json!({})));
    }
}
