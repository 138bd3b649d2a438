//! Proofs for every request and every state there can be, not only for those of the table: Cedar's own symbolic compiler puts the policies
//! into logic, and the SMT solver cvc5 finds no counter-example.
//!
//! `tests/solver/install FOLDER` gets the solver; `DOORSTEP_CVC5=FOLDER/cvc5` names it.

use cedar_policy::{PolicySet, RequestEnv, Schema};
use cedar_policy_symcc::solver::LocalSolver;
use cedar_policy_symcc::{CedarSymCompiler, CompiledPolicy, CompiledPolicySet};
use std::path::Path;
use tokio::process::Command;

/// The most that may ever be allowed, in one breath. A change of the policies that goes beyond this fails, whatever it says of itself.
const BOUNDS: &str = r#"
    permit (principal is Resident, action in [Action::"open", Action::"export"], resource)
    when { resource == principal.own || principal.household.contains(resource) };

    permit (principal is Clerk, action in [Action::"open", Action::"export"], resource)
    when { principal.at_desk.contains(resource) };

    permit (principal is Clerk, action == Action::"find", resource)
    when { resource.kind == Identifier::"document" && principal.at_desk.isEmpty() };

    permit (principal is Clerk, action == Action::"open", resource)
    when { context.purpose == Purpose::"post_letter" && principal.letters.contains(resource) };

    permit (principal is Officer, action == Action::"open", resource)
    when { context has case && context.case.open && context.case.people.contains(resource) &&
           context.case has assigned_to && context.case.assigned_to == principal && context.case.office == principal.office };

    permit (principal is Host, action == Action::"open", resource)
    when { resource has home && principal.homes.contains(resource.home) };

    permit (principal is Host, action in [Action::"count_home", Action::"list_home"], resource)
    when { principal.homes.contains(resource) };

    permit (principal is Party, action == Action::"open", resource)
    when { context has case && context.case.open && context.case.people.contains(principal.own) && context.case.people.contains(resource) };

    permit (principal is Post, action == Action::"open", resource)
    when { context.purpose == Purpose::"delivery" };

    permit (principal is Visitor, action == Action::"find", resource) when { resource.kind == Identifier::"email" };
    permit (principal is Register, action == Action::"find", resource);
"#;

struct Case {
    schema: Schema,
    policies: PolicySet,
    prover: CedarSymCompiler<LocalSolver>,
}

impl Case {
    /// The policies of the folder and a solver; none where there is no solver.
    #[expect(clippy::disallowed_methods, reason = "a test is told by its environment where the solver is")]
    fn prepared() -> Option<Case> {
        let (solver, required) = (std::env::var("DOORSTEP_CVC5"), std::env::var("DOORSTEP_REQUIRE_CVC5"));
        let solver = match solver {
            Ok(solver) => solver,
            Err(_) if required.is_ok() => panic!("DOORSTEP_CVC5 is not set"),
            Err(_) => {
                eprintln!("SKIPPED: no DOORSTEP_CVC5; crates/policy/tests/solver/install FOLDER gets the solver");
                return None;
            }
        };
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("policies");
        let mut policies = String::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|end| end == "cedar") {
                policies += &std::fs::read_to_string(path).unwrap();
            }
        }
        let schema = include_str!("../policies/schema.cedarschema");
        let local = LocalSolver::from_command(Command::new(solver).args(["--lang", "smt", "--tlimit=60000"])).unwrap();
        Some(Case {
            schema: Schema::from_cedarschema_str(schema).unwrap().0,
            policies: policies.parse().unwrap(),
            prover: CedarSymCompiler::new(local).unwrap(),
        })
    }

    fn environments(&self, wanted: impl Fn(&str) -> bool) -> Vec<RequestEnv> {
        let found: Vec<_> = self.schema.request_envs().filter(|env| wanted(env.action().id().unescaped())).collect();
        assert!(!found.is_empty());
        found
    }

    fn compiled(&self, policies: &PolicySet, env: &RequestEnv) -> CompiledPolicySet {
        CompiledPolicySet::compile(policies, env, &self.schema).unwrap()
    }
}

#[tokio::test]
async fn nobody_can_list_people() {
    let Some(mut case) = Case::prepared() else { return };
    for env in case.environments(|action| action == "list") {
        let policies = case.compiled(&case.policies, &env);
        assert!(case.prover.check_always_denies_opt(&policies).await.unwrap(), "{env:?}");
    }
}

#[tokio::test]
async fn nothing_beyond_the_bounds_is_ever_allowed() {
    let Some(mut case) = Case::prepared() else { return };
    let bounds: PolicySet = BOUNDS.parse().unwrap();
    for env in case.environments(|_| true) {
        let (policies, limit) = (case.compiled(&case.policies, &env), case.compiled(&bounds, &env));
        let beyond = case.prover.check_implies_with_counterexample_opt(&policies, &limit).await.unwrap();
        assert!(beyond.is_none(), "{:?} {:?}: {}", env.principal(), env.action(), beyond.unwrap().request);
    }
}

#[tokio::test]
async fn no_policy_can_fail() {
    let Some(mut case) = Case::prepared() else { return };
    for env in case.environments(|_| true) {
        for policy in case.policies.policies() {
            let compiled = CompiledPolicy::compile(policy, &env, &case.schema).unwrap();
            assert!(case.prover.check_never_errors_opt(&compiled).await.unwrap(), "{} {env:?}", policy.annotation("id").unwrap());
        }
    }
}

/// A proof is worth something only if its tools find what is wrong.
#[tokio::test]
async fn the_prover_finds_a_counter_example() {
    let Some(mut case) = Case::prepared() else { return };
    let leak = r#"permit (principal is Host, action == Action::"list", resource) when { principal.homes.containsAny([Home::"a"]) };"#;
    let leak: PolicySet = leak.parse().unwrap();
    let bounds: PolicySet = BOUNDS.parse().unwrap();
    let mut found = Vec::new();
    for env in case.environments(|action| action == "list") {
        let (policies, limit) = (case.compiled(&leak, &env), case.compiled(&bounds, &env));
        let denied = case.prover.check_always_denies_opt(&policies).await.unwrap();
        assert_eq!(denied, case.prover.check_implies_opt(&policies, &limit).await.unwrap());
        if !denied {
            found.push(env.principal().to_string());
        }
    }
    assert_eq!(found, ["Host"]);
}
