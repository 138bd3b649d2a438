//! How people who work for an office sign in: by their office's own service (OpenID Connect), or by the operator's links.

use crate::provider::Oidc;
use anyhow::{Context, bail};
use doorstep_oidc::{Group, Post, Posts, Settings, Where};
use doorstep_register::{Office, StaffRole};
use doorstep_service::Provider;
use serde::Deserialize;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How people who work for an office sign in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffConfig {
    /// Whether the operator's one-time links work.
    #[serde(default = "yes")]
    pub links: bool,
    /// The office's own service.
    pub oidc: Option<OidcConfig>,
}

fn yes() -> bool {
    true
}

impl Default for StaffConfig {
    fn default() -> Self {
        StaffConfig { links: true, oidc: None }
    }
}

/// An OpenID Connect provider.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OidcConfig {
    /// What people call it.
    pub name: String,
    /// Its issuer identifier.
    pub issuer: String,
    /// Our name there.
    pub client_id: String,
    /// A file with our secret there.
    pub client_secret_file: Option<PathBuf>,
    /// What is asked for beside `openid`.
    #[serde(default = "profile")]
    pub scopes: Vec<String>,
    /// Where else it has endpoints.
    #[serde(default)]
    pub other_origins: Vec<String>,
    /// Root certificates in place of Mozilla's.
    pub ca_file: Option<PathBuf>,
    /// Whether people prove anew each time who they are.
    #[serde(default = "yes")]
    pub sign_in_anew: bool,
    /// The claim with the name.
    #[serde(default = "name")]
    pub name_claim: String,
    /// The claim with the role.
    pub role_claim: Option<String>,
    /// The claim with the office.
    pub office_claim: Option<String>,
    /// The claim with groups.
    pub groups_claim: Option<String>,
    /// What groups mean.
    #[serde(default)]
    pub group: Vec<GroupConfig>,
}

fn profile() -> Vec<String> {
    vec!["profile".into()]
}

fn name() -> String {
    "name".into()
}

/// What a group means.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GroupConfig {
    /// The provider's name of it.
    pub group: String,
    /// The office; the one that works on cases, if none is named.
    pub office: Option<String>,
    /// The role.
    pub role: StaffRole,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    staff: StaffConfig,
}

impl StaffConfig {
    /// Reads a file with this section alone.
    pub fn read(path: &Path) -> anyhow::Result<StaffConfig> {
        let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        let file: File = toml::from_str(&text).with_context(|| format!("{} has no usable section [staff]", path.display()))?;
        Ok(file.staff)
    }

    /// The office's own service, if there is one. `office` is the one that works on cases.
    pub fn provider(&self, office: &str) -> anyhow::Result<Option<Arc<dyn Provider>>> {
        let Some(oidc) = &self.oidc else {
            if !self.links {
                bail!("`staff.links` is off and there is no `[staff.oidc]`: nobody who works for an office could sign in");
            }
            return Ok(None);
        };
        let read = |file: &PathBuf| std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()));
        let settings = Settings {
            issuer: oidc.issuer.clone(),
            client_id: oidc.client_id.clone(),
            client_secret: oidc.client_secret_file.as_ref().map(read).transpose()?.map(|secret| secret.trim().to_owned()),
            scopes: oidc.scopes.clone(),
            other_origins: oidc.other_origins.clone(),
            roots: oidc.ca_file.as_ref().map(read).transpose()?,
            anew: oidc.sign_in_anew,
            name: Where::new(&oidc.name_claim),
            posts: oidc.posts(office)?,
        };
        let provider = doorstep_oidc::Provider::new(settings).context("`[staff.oidc]` cannot be used")?;
        Ok(Some(Arc::new(Oidc::new(oidc.name.clone(), provider))))
    }
}

impl OidcConfig {
    fn posts(&self, office: &str) -> anyhow::Result<Posts> {
        match (&self.role_claim, &self.groups_claim) {
            (Some(role), None) if self.group.is_empty() => Ok(Posts::Claims {
                role: Where::new(role),
                office: self.office_claim.as_ref().map(Where::new),
                default: Office(office.to_owned()),
            }),
            (None, Some(claim)) if !self.group.is_empty() && self.office_claim.is_none() => {
                let group = |group: &GroupConfig| Group {
                    group: group.group.clone(),
                    post: Post { office: Office(group.office.clone().unwrap_or_else(|| office.to_owned())), role: group.role },
                };
                Ok(Posts::Groups { claim: Where::new(claim), groups: self.group.iter().map(group).collect() })
            }
            _ => bail!(
                "`[staff.oidc]` needs either `role_claim`, perhaps with `office_claim`, or `groups_claim` with `[[staff.oidc.group]]`"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLAIMS: &str = "name = \"Town\"\nissuer = \"https://login.example\"\nclient_id = \"doorstep\"\n";
    const GROUP: &str = "[[group]]\ngroup = \"residence\"\nrole = \"officer\"\n";

    fn oidc(rest: &str) -> Result<OidcConfig, toml::de::Error> {
        toml::from_str(&format!("{CLAIMS}{rest}"))
    }

    #[test]
    fn office_and_role_come_by_one_way() {
        let office = |rest: &str| oidc(rest).unwrap().posts("Residence office");
        let default = Office("Residence office".into());
        assert_eq!(
            office("role_claim = \"role\"").unwrap(),
            Posts::Claims { role: Where::new("role"), office: None, default: default.clone() }
        );
        let group = Group { group: "residence".into(), post: Post { office: default, role: StaffRole::Officer } };
        assert_eq!(
            office(&format!("groups_claim = \"groups\"\n{GROUP}")).unwrap(),
            Posts::Groups { claim: Where::new("groups"), groups: vec![group] }
        );
        for neither in [
            String::new(),
            "groups_claim = \"groups\"".into(),
            GROUP.into(),
            format!("role_claim = \"role\"\n{GROUP}"),
            "role_claim = \"role\"\ngroups_claim = \"groups\"".into(),
            format!("groups_claim = \"groups\"\noffice_claim = \"office\"\n{GROUP}"),
        ] {
            assert!(office(&neither).is_err(), "{neither}");
        }
    }

    #[test]
    fn what_is_not_known_is_refused_by_name() {
        let refused = |rest: &str| oidc(rest).unwrap_err().to_string();
        assert!(refused("colour = 1").contains("colour"));
        assert!(refused("[[group]]\ngroup = \"x\"\nrole = \"mayor\"").contains("mayor"));
        assert!(refused("[[group]]\ngroup = \"x\"\nrole = \"dpo\"\nfloor = 3").contains("floor"));
    }

    #[test]
    fn somebody_can_sign_in() {
        let neither = StaffConfig { links: false, oidc: None };
        assert!(neither.provider("x").err().is_some_and(|error| error.to_string().contains("nobody")));
        let clear = OidcConfig { issuer: "http://login.example".into(), ..oidc("role_claim = \"role\"").unwrap() };
        let error = StaffConfig { links: false, oidc: Some(clear) }.provider("x").err().map(|error| format!("{error:#}"));
        assert!(error.is_some_and(|error| error.contains("https://")));
        let missing = OidcConfig { client_secret_file: Some("/nowhere/secret".into()), ..oidc("role_claim = \"role\"").unwrap() };
        let error = StaffConfig { links: true, oidc: Some(missing) }.provider("x").err().map(|error| error.to_string());
        assert!(error.is_some_and(|error| error.contains("/nowhere/secret")));
    }
}
