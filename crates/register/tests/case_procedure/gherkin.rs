//! Reads Gherkin as far as `procedure/` uses it: `Feature`, `Background`, `Scenario`, `Scenario Outline` with `Examples`, steps, `#`. Anything
//! else is refused, so that no line of the procedure is ever skipped. (The crate `gherkin` brings a parser generator and ICU's
//! segmenter for the same six words.)

/// One scenario with the steps of its background; a row of an outline is a scenario of its own.
pub struct Scenario {
    pub file: String,
    pub line: usize,
    pub name: String,
    pub steps: Vec<(usize, String)>,
}

#[derive(Default)]
struct Open {
    line: usize,
    name: String,
    outline: bool,
    steps: Vec<(usize, String)>,
    rows: Vec<Vec<String>>,
}

#[derive(PartialEq)]
enum Part {
    Feature,
    Background,
    Scenario,
    Examples,
}

fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

fn close(file: &str, background: &[(usize, String)], open: Option<Open>, into: &mut Vec<Scenario>) -> Result<(), String> {
    let Some(open) = open else { return Ok(()) };
    if open.steps.is_empty() {
        return Err(format!("{file}:{}: a scenario without steps", open.line));
    }
    if open.outline == open.rows.is_empty() {
        return Err(format!("{file}:{}: an outline has examples, and nothing else has", open.line));
    }
    let scenario = |name: String, fill: &dyn Fn(&str) -> String| Scenario {
        file: file.to_owned(),
        line: open.line,
        name,
        steps: background.iter().chain(&open.steps).map(|(line, step)| (*line, fill(step))).collect(),
    };
    let Some((head, rows)) = open.rows.split_first() else {
        into.push(scenario(open.name.clone(), &str::to_owned));
        return Ok(());
    };
    if rows.is_empty() || rows.iter().any(|row| row.len() != head.len()) {
        return Err(format!("{file}:{}: every row of examples has as many cells as its head", open.line));
    }
    for row in rows {
        let fill = |step: &str| head.iter().zip(row).fold(step.to_owned(), |text, (key, value)| text.replace(&format!("<{key}>"), value));
        into.push(scenario(format!("{} ({})", open.name, row.join(", ")), &fill));
    }
    Ok(())
}

/// The scenarios of one file, in order.
pub fn parse(file: &str, text: &str) -> Result<Vec<Scenario>, String> {
    let (mut scenarios, mut background, mut open) = (Vec::new(), Vec::new(), None::<Open>);
    let mut part = None;
    for (number, raw) in text.lines().enumerate() {
        let (line, number) = (raw.trim(), number + 1);
        let refuse = || format!("{file}:{number}: not understood here: {line}");
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with("Feature: ") && part.is_none() {
            part = Some(Part::Feature);
        } else if line == "Background:" && part == Some(Part::Feature) {
            part = Some(Part::Background);
        } else if let Some((outline, name)) = title(line).filter(|_| part.is_some()) {
            close(file, &background, open.take(), &mut scenarios)?;
            open = Some(Open { line: number, name: name.to_owned(), outline, ..Open::default() });
            part = Some(Part::Scenario);
        } else if line == "Examples:" && part == Some(Part::Scenario) {
            part = Some(Part::Examples);
        } else if line.starts_with('|') && part == Some(Part::Examples) {
            open.as_mut().ok_or_else(refuse)?.rows.push(cells(line));
        } else if let Some(step) = step(line) {
            match part {
                Some(Part::Background) => background.push((number, step.to_owned())),
                Some(Part::Scenario) => open.as_mut().ok_or_else(refuse)?.steps.push((number, step.to_owned())),
                _ => return Err(refuse()),
            }
        } else if part != Some(Part::Feature) {
            // Below the title of a feature stands what it is about, in free words.
            return Err(refuse());
        }
    }
    close(file, &background, open, &mut scenarios)?;
    Ok(scenarios)
}

fn title(line: &str) -> Option<(bool, &str)> {
    let outline = line.strip_prefix("Scenario Outline: ").map(|name| (true, name));
    outline.or_else(|| line.strip_prefix("Scenario: ").map(|name| (false, name)))
}

fn step(line: &str) -> Option<&str> {
    ["Given ", "When ", "Then ", "And ", "But "].iter().find_map(|word| line.strip_prefix(word))
}
