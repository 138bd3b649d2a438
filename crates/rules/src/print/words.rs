//! The words around a count, in three languages.

use jiff::civil::Weekday;

#[derive(Clone, Copy)]
pub(super) enum Word {
    Who,
    Event,
    EventCounted,
    FirstDay,
    Counted,
    Weekend,
    Transferred,
    WorkingSaturday,
    Rolled,
    Minimum,
    Estimate,
    Earliest,
    Deadline,
    Strict,
    ToConfirm,
    LessTime,
    Exempt,
    Source,
    Versions,
    Reviewed,
    NoDeadline,
}

/// English, Russian, Uzbek (Latin).
pub(super) fn word(word: Word, lang: &str) -> &'static str {
    let [en, ru, uz] = match word {
        Word::Who => ["Who must", "Кто должен", "Kim qilishi kerak"],
        Word::Event => ["the day of the event: not counted", "день события: не считается", "voqea kuni: hisoblanmaydi"],
        Word::EventCounted => ["the day of the event: counts", "день события: считается", "voqea kuni: hisoblanadi"],
        Word::FirstDay => ["the first day", "первый день", "birinchi kun"],
        Word::Counted => ["counts", "считается", "hisoblanadi"],
        Word::Weekend => ["weekend", "выходной", "dam olish kuni"],
        Word::Transferred => ["day off in exchange", "перенесённый выходной", "koʻchirilgan dam olish kuni"],
        Word::WorkingSaturday => ["weekend day that works", "рабочий день, выходной перенесён", "ish kuni, dam olish koʻchirilgan"],
        Word::Rolled => {
            ["the term moved here from a day off", "срок перенесён сюда с нерабочего дня", "muddat dam olish kunidan shu kunga koʻchdi"]
        }
        Word::Minimum => [
            "the term moved here to hold its working days",
            "срок продлён до нужного числа рабочих дней",
            "muddat kerakli ish kunlari toʻlishi uchun shu kunga koʻchdi",
        ],
        Word::Estimate => ["to be confirmed", "подлежит подтверждению", "tasdiqlanishi kerak"],
        Word::Earliest => ["Possible from", "Можно с", "Mumkin boʻlgan kun"],
        Word::Deadline => ["Last day, to its end", "Последний день, до его конца", "Oxirgi kun, kun oxirigacha"],
        Word::Strict => [
            "In the earliest reading (reminders follow it)",
            "По самому раннему прочтению (по нему напоминаем)",
            "Eng erta talqin boʻyicha (eslatmalar shunga koʻra)",
        ],
        Word::ToConfirm => [
            "This day off is an estimate; a person has to confirm the date",
            "Этот выходной — оценка; дату должен подтвердить человек",
            "Bu dam olish kuni taxminiy; sanani inson tasdiqlashi kerak",
        ],
        Word::LessTime => ["Another rule gives less time", "Другое правило даёт меньше времени", "Boshqa qoida kamroq vaqt beradi"],
        Word::Exempt => ["Exception", "Исключение", "Istisno"],
        Word::Source => ["Source", "Источник", "Manba"],
        Word::Versions => ["Versions", "Версии", "Versiyalar"],
        Word::NoDeadline => [
            "For this event no deadline is counted under this rule.",
            "Для этого события срок по этому правилу не считается.",
            "Bu voqea uchun bu qoida boʻyicha muddat hisoblanmaydi.",
        ],
        Word::Reviewed => ["Reviewed by", "Проверил", "Tekshirgan"],
    };
    match lang {
        "ru" => ru,
        "uz-Latn" => uz,
        _ => en,
    }
}

pub(super) fn weekday(day: Weekday, lang: &str) -> &'static str {
    let i = day.to_monday_zero_offset().unsigned_abs() as usize;
    let names = match lang {
        "ru" => ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
        "uz-Latn" => ["Du", "Se", "Ch", "Pa", "Ju", "Sh", "Ya"],
        _ => ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };
    names.get(i).copied().unwrap_or_default()
}
