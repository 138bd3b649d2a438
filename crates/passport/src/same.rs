//! Whether a name typed from a document is on a record, however either is spelled.

use mrz::encode_name_component;

/// Whether each word of `typed` is a word of `recorded`.
///
/// Both are put into the letters of a zone (ICAO Doc 9303-3 §6), where `Oʻktamov`, `O'KTAMOV` and `OKTAMOV` are one, and `Müller` is
/// `MUELLER`; and both without their marks, where `Müller` is `MULLER`. Either is enough, but the same one for all words.
pub fn same_name(typed: &str, recorded: &str) -> bool {
    [zone_words, bare_words].into_iter().any(|words| {
        let (typed, recorded) = (words(typed), words(recorded));
        !typed.is_empty() && typed.iter().all(|word| recorded.contains(word))
    })
}

const APOSTROPHES: [char; 8] = ['\'', '`', 'ʻ', 'ʼ', '‘', '’', 'ʹ', 'ʽ'];

fn tidy(name: &str) -> String {
    name.chars().take(400).filter(|c| !APOSTROPHES.contains(c)).map(|c| if c == '-' || c == '–' || c == '.' { ' ' } else { c }).collect()
}

fn zone_words(name: &str) -> Vec<String> {
    let whole = encode_name_component(&tidy(name).replace('<', " "));
    whole.split('<').filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn bare_words(name: &str) -> Vec<String> {
    let words = tidy(name).replace('<', " ");
    words.split_whitespace().map(bare).filter(|word| !word.is_empty()).collect()
}

/// Letters without their marks, in capitals.
fn bare(word: &str) -> String {
    word.chars().flat_map(char::to_uppercase).map(base).filter(|c| c.is_alphanumeric()).collect()
}

/// The letter under the marks, of those that passports of the region have.
fn base(c: char) -> char {
    match c {
        'À'..='Å' | 'Ā' | 'Ă' | 'Ą' | 'Ə' => 'A',
        'Ç' | 'Ć' | 'Č' => 'C',
        'È'..='Ë' | 'Ē' | 'Ė' | 'Ę' | 'Ě' => 'E',
        'Ğ' | 'Ġ' | 'Ģ' => 'G',
        'Ì'..='Ï' | 'Ī' | 'İ' => 'I',
        'Ñ' | 'Ń' | 'Ň' => 'N',
        'Ò'..='Ö' | 'Ø' | 'Ō' | 'Ő' => 'O',
        'Ś' | 'Š' | 'Ş' | 'Ș' => 'S',
        'Ţ' | 'Ț' => 'T',
        'Ù'..='Ü' | 'Ū' | 'Ů' | 'Ű' => 'U',
        'Ý' => 'Y',
        'Ź' | 'Ż' | 'Ž' => 'Z',
        'Ё' => 'Е',
        'Ў' => 'У',
        'Қ' => 'К',
        'Ғ' => 'Г',
        'Ҳ' => 'Х',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::same_name;

    #[test]
    fn spellings_of_one_name_are_the_same() {
        for (typed, recorded) in [
            ("NAMUNA", "NAMUNA NODIRA"),
            ("namuna", "Namuna Nodira"),
            ("O'KTAMOV", "OʻKTAMOV SHERZOD"),
            ("OKTAMOV", "O‘ktamov Sherzod"),
            ("NAMUNA<<NODIRA", "NODIRA NAMUNA"),
            ("MUELLER", "Müller Jan"),
            ("MULLER", "Müller Jan"),
            ("VAN DER BERG", "Jan van der Berg"),
            ("D’ARC-O’NEILL", "D'ARC O'NEILL JEANNE"),
            ("ALIYEV", "Əliyev Heydər"),
            ("TURCANU", "ȚURCANU ȘTEFAN"),
            ("Намуна", "НАМУНА Нодира"),
            ("IVANOV", "Иванов Сергей"),
            ("O", "O SONG-YI"),
        ] {
            assert!(same_name(typed, recorded), "{typed} and {recorded}");
        }
    }

    #[test]
    fn another_name_is_another() {
        for (typed, recorded) in [
            ("", "NAMUNA NODIRA"),
            ("'", "NAMUNA NODIRA"),
            ("NAMUN", "NAMUNA NODIRA"),
            ("NAMUNA LOLA", "NAMUNA NODIRA"),
            ("O", "NAMUNA"),
            ("NAMUNA", ""),
        ] {
            assert!(!same_name(typed, recorded), "{typed} and {recorded}");
        }
    }
}
