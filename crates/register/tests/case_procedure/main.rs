//! The procedure of cases as an executable specification: the scenarios of `procedure/*.feature`, in plain words, run against the real state
//! machine with the real rule packs. A step that means nothing, and a refusal that no step expects, fail.

mod gherkin;
mod steps;
mod words;
mod world;

use gherkin::{Scenario, parse};
use std::collections::BTreeSet;
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

fn scenarios() -> Vec<Scenario> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../procedure");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).expect("the folder `procedure`").map(|f| f.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "feature"));
    files.sort();
    let read = |path: &PathBuf| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        parse(&name, &fs::read_to_string(path).expect("UTF-8")).unwrap_or_else(|refusal| panic!("{refusal}"))
    };
    files.iter().flat_map(read).collect()
}

fn run(scenario: &Scenario) -> Result<(), String> {
    let mut world = world::World::new();
    let told = |line: usize, what: &str| format!("{}:{line} «{}»: {what}", scenario.file, scenario.name);
    for (line, step) in &scenario.steps {
        let done = catch_unwind(AssertUnwindSafe(|| steps::step(&mut world, step)));
        if let Err(panic) = done {
            let text = panic.downcast_ref::<String>().cloned().or_else(|| panic.downcast_ref::<&str>().map(|s| (*s).to_owned()));
            return Err(told(*line, &format!("{step}\n    {}", text.unwrap_or_default())));
        }
    }
    match world.refused {
        Some(refusal) => Err(told(scenario.line, &format!("ends with a refusal that nobody expected: {refusal}"))),
        None if world.case.is_some() => {
            world.folds_again();
            Ok(())
        }
        None => Ok(()),
    }
}

#[test]
fn every_scenario_holds() {
    let scenarios = scenarios();
    let failed: Vec<String> = scenarios.iter().filter_map(|s| run(s).err()).collect();
    println!("{} scenarios of {} files", scenarios.len(), scenarios.iter().map(|s| &s.file).collect::<BTreeSet<_>>().len());
    assert!(failed.is_empty(), "{} of {} scenarios fail:\n{}", failed.len(), scenarios.len(), failed.join("\n"));
}

#[test]
fn there_are_enough_of_them_and_each_asserts_something_of_its_own() {
    let scenarios = scenarios();
    assert!(scenarios.len() >= 120, "{} scenarios", scenarios.len());
    let mut seen = BTreeSet::new();
    for scenario in &scenarios {
        let steps: Vec<&str> = scenario.steps.iter().map(|(_, step)| step.as_str()).collect();
        assert!(seen.insert(steps.clone()), "{}:{} says what another scenario says", scenario.file, scenario.line);
        let asserts = steps.last().is_some_and(|last| steps::asserts(last));
        assert!(asserts, "{}:{} «{}» ends without an assertion", scenario.file, scenario.line, scenario.name);
    }
    let names: BTreeSet<&str> = scenarios.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names.len(), scenarios.len(), "two scenarios have one name");
}

#[test]
fn a_step_that_means_nothing_fails() {
    let nonsense = parse("x.feature", "Feature: x\nScenario: y\nWhen the moon is full\n").unwrap();
    assert!(run(&nonsense[0]).unwrap_err().contains("the procedure does not know this step"));
    let unexpected = parse("x.feature", "Feature: x\nScenario: y\nWhen the host opens a case about protection\n").unwrap();
    assert!(run(&unexpected[0]).unwrap_err().contains("nobody expected"));
    let wrong = "Feature: x\nScenario: y\nWhen the host opens a case about a stranger at the address\nThen the registration is in force\n";
    assert!(run(&parse("x.feature", wrong).unwrap()[0]).is_err());
    assert!(parse("x.feature", "Feature: x\nScenario: y\nWenn etwas\n").is_err());
}
