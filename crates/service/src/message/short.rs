//! What goes where many can read it: an SMS, a push message. It says that something waits, and nothing else: no name, no address, no
//! subject, no link that opens anything.

use doorstep_locales::Locale;

/// Which of the short texts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Short {
    /// A message waits.
    Message,
    /// A day comes near.
    Reminder,
    /// A notice of a case waits, and an answer is worth giving.
    Case,
}

/// A push message as it would be sent. Nothing sends one (ADR 15): the address of a push service names a browser on one machine.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Push {
    /// At most 40 characters.
    pub title: String,
    /// At most 120 characters.
    pub body: String,
}

impl Short {
    /// All of them.
    pub const EVERY: [Short; 3] = [Short::Message, Short::Reminder, Short::Case];

    const fn key(self) -> &'static str {
        match self {
            Short::Message => "message",
            Short::Reminder => "reminder",
            Short::Case => "case",
        }
    }

    /// The text of an SMS; `site` is the address of the site as people say it.
    pub fn sms(self, locale: Locale, site: &str) -> String {
        plain(&locale.t1(&format!("sms-{}", self.key()), "site", site))
    }

    /// The text of a push message.
    pub fn push(self, locale: Locale) -> Push {
        Push { title: locale.t(&format!("push-{}-title", self.key())), body: locale.t(&format!("push-{}-body", self.key())) }
    }
}

/// The characters of an SMS in seven bits (3GPP TS 23.038 §6.2.1, the default alphabet), but for those that take two.
const GSM: &str =
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

/// Whether a text fits into the seven-bit alphabet of SMS, so that 160 characters go into one.
pub fn is_gsm(text: &str) -> bool {
    text.chars().all(|c| GSM.contains(c))
}

/// The letter ʻ and its like cost half the length of an SMS: there, as on every old phone, they are written with an apostrophe.
fn plain(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            'ʻ' | 'ʼ' | '‘' | '’' => '\'',
            '“' | '”' | '«' | '»' => '"',
            '–' | '—' => '-',
            c => c,
        })
        .collect()
}

/// How many SMS a text takes: 160 characters in seven bits, or 70 where the script needs more; of several parts each is a little shorter
/// (3GPP TS 23.040 §9.2.3.24.1).
pub fn sms_parts(text: &str) -> usize {
    let (alone, each) = if is_gsm(text) { (160, 153) } else { (70, 67) };
    let length = if is_gsm(text) { text.chars().count() } else { text.encode_utf16().count() };
    if length <= alone { 1 } else { length.div_ceil(each) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_counted_as_networks_count_them() {
        assert_eq!(sms_parts(&"a".repeat(160)), 1);
        assert_eq!(sms_parts(&"a".repeat(161)), 2);
        assert_eq!(sms_parts(&"я".repeat(70)), 1);
        assert_eq!(sms_parts(&"я".repeat(71)), 2);
        assert_eq!(sms_parts(&"я".repeat(201)), 3);
        assert!(is_gsm("Doorstep: it's ok?") && !is_gsm("[") && !is_gsm("oʻ"));
        assert_eq!(plain("Oʻzbek – «bor»"), "O'zbek - \"bor\"");
    }
}
