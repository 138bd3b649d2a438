//! One letter of any supported script as Latin letters, before collapsing (see [`super::fold`]).
//!
//! `W` stands for the sound that is written sh, shch, sch, š, ş, ш, щ, შ or շ.

/// Latin letters for one lower-case character, or `None` when the table does not know it.
pub(crate) fn latin(letter: char) -> Option<&'static str> {
    cyrillic(letter).or_else(|| latin_with_marks(letter)).or_else(|| georgian(letter)).or_else(|| armenian(letter))
}

/// Russian, Ukrainian, Belarusian, Uzbek, Tajik, Kazakh and Kyrgyz.
fn cyrillic(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' | 'ә' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' | 'ғ' => "g",
        'д' => "d",
        'е' | 'ё' | 'є' | 'э' => "e",
        'ж' | 'з' | 'ҷ' => "z",
        'и' | 'і' | 'ї' | 'й' | 'ы' | 'ӣ' | 'ј' => "i",
        'к' | 'қ' | 'ҡ' => "k",
        'л' => "l",
        'м' => "m",
        'н' | 'ң' | 'ҥ' => "n",
        'о' | 'ө' | 'ў' => "o",
        'п' => "p",
        'р' => "r",
        'с' | 'ҫ' => "s",
        'т' => "t",
        'у' | 'ұ' | 'ү' | 'ӯ' => "u",
        'ф' => "f",
        'х' | 'ҳ' | 'һ' => "h",
        'ц' | 'ч' | 'ҹ' => "c",
        'ш' | 'щ' => "W",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

/// Latin letters whose mark changes the sound. All other marks are dropped by decomposition.
fn latin_with_marks(letter: char) -> Option<&'static str> {
    Some(match letter {
        'w' => "v",
        'x' => "h",
        'q' => "k",
        'j' | 'y' | 'ı' => "i",
        'š' | 'ş' | 'ș' | 'ŝ' | 'ś' => "W",
        'č' | 'ç' | 'ĉ' | 'ć' => "c",
        'ž' | 'ź' | 'ż' => "z",
        'ß' => "s",
        'æ' => "a",
        'ø' | 'œ' => "o",
        'đ' | 'ð' => "d",
        'ł' => "l",
        'þ' => "t",
        _ => return None,
    })
}

fn georgian(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ა' => "a",
        'ბ' => "b",
        'გ' | 'ღ' => "g",
        'დ' => "d",
        'ე' => "e",
        'ვ' => "v",
        'ზ' | 'ჟ' | 'ძ' | 'ჯ' => "z",
        'თ' | 'ტ' => "t",
        'ი' => "i",
        'კ' | 'ქ' | 'ყ' => "k",
        'ლ' => "l",
        'მ' => "m",
        'ნ' => "n",
        'ო' => "o",
        'პ' => "p",
        // What Georgians write for the Russian ф.
        'ფ' => "f",
        'რ' => "r",
        'ს' => "s",
        'უ' => "u",
        'შ' => "W",
        'ჩ' | 'ც' | 'წ' | 'ჭ' => "c",
        'ხ' | 'ჰ' => "h",
        _ => return None,
    })
}

fn armenian(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ա' => "a",
        'բ' => "b",
        'գ' | 'ղ' => "g",
        'դ' => "d",
        'ե' | 'է' | 'ը' => "e",
        'զ' | 'ժ' | 'ձ' | 'ջ' => "z",
        'թ' | 'տ' => "t",
        'ի' | 'յ' => "i",
        'լ' => "l",
        'խ' | 'հ' => "h",
        'ծ' | 'ճ' | 'չ' | 'ց' => "c",
        'կ' | 'ք' => "k",
        'մ' => "m",
        'ն' => "n",
        'շ' => "W",
        'ո' | 'օ' => "o",
        'պ' | 'փ' => "p",
        'ռ' | 'ր' => "r",
        'ս' => "s",
        'վ' => "v",
        'ւ' => "u",
        'ֆ' => "f",
        'և' => "ev",
        _ => return None,
    })
}
