//! What was typed, as lines of a zone.

/// The largest text that is looked at, in bytes: three lines with room for spaces.
const BYTES: usize = 1_000;

/// Keys of the Russian layout with the Latin capital, or sign, on the same key: what a scanner that types sends to a computer whose
/// keyboard stands on Russian.
const LAYOUT: [(char, char); 27] = [
    ('Й', 'Q'),
    ('Ц', 'W'),
    ('У', 'E'),
    ('К', 'R'),
    ('Е', 'T'),
    ('Н', 'Y'),
    ('Г', 'U'),
    ('Ш', 'I'),
    ('Щ', 'O'),
    ('З', 'P'),
    ('Ф', 'A'),
    ('Ы', 'S'),
    ('В', 'D'),
    ('А', 'F'),
    ('П', 'G'),
    ('Р', 'H'),
    ('О', 'J'),
    ('Л', 'K'),
    ('Д', 'L'),
    ('Я', 'Z'),
    ('Ч', 'X'),
    ('С', 'C'),
    ('М', 'V'),
    ('И', 'B'),
    ('Т', 'N'),
    ('Ь', 'M'),
    ('Б', '<'),
];

fn upper(c: char) -> char {
    let mut all = c.to_uppercase();
    match (all.next(), all.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

fn sign(c: char) -> Option<[char; 2]> {
    match c {
        '«' | '≪' => Some(['<', '<']),
        '‹' | '＜' => Some(['<', ' ']),
        _ => None,
    }
}

/// The lines without spaces, in capitals, a wrong keyboard layout put right; `Err` with the length of what is too long to be one.
pub(crate) fn lines(typed: &str) -> Result<Vec<Vec<char>>, usize> {
    if typed.len() > BYTES {
        return Err(typed.chars().filter(|c| !c.is_whitespace()).count());
    }
    let line = |raw: &str| -> Vec<char> {
        let signs = raw.chars().flat_map(|c| sign(c).unwrap_or([upper(c), ' ']));
        signs
            .filter(|c| !c.is_whitespace())
            .map(|c| LAYOUT.iter().find(|(russian, _)| *russian == c).map_or(c, |(_, latin)| *latin))
            .collect()
    };
    Ok(typed.split(['\n', '\r']).map(line).filter(|line| !line.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(typed: &str) -> Vec<String> {
        lines(typed).unwrap().into_iter().map(|line| line.into_iter().collect()).collect()
    }

    #[test]
    fn small_letters_spaces_and_other_signs_are_forgiven() {
        assert_eq!(told(" p<uto eriksson \r\n\n«anna‹maria\n"), ["P<UTOERIKSSON", "<<ANNA<MARIA"]);
    }

    #[test]
    fn a_keyboard_that_stands_on_russian_is_put_right() {
        assert_eq!(told("ЗБГЕЩУКШЛЫЫЩТББФТТФ"), ["P<UTOERIKSSON<<ANNA"]);
        assert_eq!(told("збгещ"), ["P<UTO"]);
    }

    #[test]
    fn no_key_is_mapped_twice() {
        let mut keys: Vec<_> = LAYOUT.iter().map(|(russian, _)| *russian).collect();
        let mut letters: Vec<_> = LAYOUT.iter().map(|(_, latin)| *latin).collect();
        keys.sort_unstable();
        letters.sort_unstable();
        keys.dedup();
        letters.dedup();
        assert_eq!((keys.len(), letters.len()), (27, 27));
    }

    #[test]
    fn what_is_too_long_is_not_looked_at() {
        assert_eq!(lines(&"<".repeat(1_001)), Err(1_001));
    }
}
