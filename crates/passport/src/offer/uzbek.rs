//! Cyrillic letters in the Uzbek alphabet of 1995.

const LETTERS: [(char, &str); 35] = [
    ('А', "A"),
    ('Б', "B"),
    ('В', "V"),
    ('Г', "G"),
    ('Д', "D"),
    ('Ё', "YO"),
    ('Ж', "J"),
    ('З', "Z"),
    ('И', "I"),
    ('Й', "Y"),
    ('К', "K"),
    ('Л', "L"),
    ('М', "M"),
    ('Н', "N"),
    ('О', "O"),
    ('П', "P"),
    ('Р', "R"),
    ('С', "S"),
    ('Т', "T"),
    ('У', "U"),
    ('Ф', "F"),
    ('Х', "X"),
    ('Ч', "CH"),
    ('Ш', "SH"),
    ('Щ', "SHCH"),
    ('Ъ', "ʼ"),
    ('Ы', "I"),
    ('Ь', ""),
    ('Э', "E"),
    ('Ю', "YU"),
    ('Я', "YA"),
    ('Ў', "Oʻ"),
    ('Қ', "Q"),
    ('Ғ', "Gʻ"),
    ('Ҳ', "H"),
];

/// A word in capitals. Е is Ye at the beginning and after a vowel, Ц is S at the beginning and after a consonant.
pub(super) fn from_cyrillic(word: &str) -> String {
    let mut before: Option<char> = None;
    let mut out = String::new();
    for c in word.chars() {
        let after_vowel = before.is_some_and(|b| "АЕЁИОУЫЭЮЯЎ".contains(b));
        match c {
            'Е' if before.is_none() || after_vowel => out.push_str("YE"),
            'Е' => out.push('E'),
            'Ц' if after_vowel => out.push_str("TS"),
            'Ц' => out.push('S'),
            _ => match LETTERS.iter().find(|(cyrillic, _)| *cyrillic == c) {
                Some((_, latin)) => out.push_str(latin),
                None => out.push(c),
            },
        }
        before = Some(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::from_cyrillic;

    /// The examples that stand beside the official table.
    #[test]
    fn the_examples_of_the_alphabet() {
        for (cyrillic, latin) in [
            ("ЎЗБЕКИСТОН", "OʻZBEKISTON"),
            ("ҒАЙРАТ", "GʻAYRAT"),
            ("ШАҲНОЗА", "SHAHNOZA"),
            ("ЧОРШАНБА", "CHORSHANBA"),
            ("ҚОДИРОВ", "QODIROV"),
            ("ЕВГЕНИЙ", "YEVGENIY"),
            ("ЦИРК", "SIRK"),
        ] {
            assert_eq!(from_cyrillic(cyrillic), latin);
        }
    }
}
