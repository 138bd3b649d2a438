//! E-mail addresses as people type them.

/// Whether a text can be an e-mail address: one `@` with something on both sides, no spaces. More than that only the post can tell.
pub(crate) fn looks_like_email(typed: &str) -> bool {
    let Some((local, domain)) = typed.split_once('@') else { return false };
    let plain = typed.chars().count() <= 200 && !typed.chars().any(|c| c.is_whitespace() || c.is_control() || "<>(),;:\"\\[]".contains(c));
    plain && !local.is_empty() && domain.len() >= 3 && domain.contains('.') && !domain.contains('@') && !domain.ends_with('.')
}

/// Whether a text can be a telephone number: 5 to 15 digits (ITU-T E.164), with what people put between them.
pub(crate) fn looks_like_phone(typed: &str) -> bool {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    (5..=15).contains(&digits) && typed.len() <= 40 && typed.chars().all(|c| c.is_ascii_digit() || " +-().".contains(c))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_all_kinds_pass_and_slips_do_not() {
        for good in ["a@b.uz", "имя@почта.рф", "o'k+tag@mail.example"] {
            assert!(looks_like_email(good), "{good}");
        }
        for bad in ["", "a", "a@", "@b.uz", "a@b", "a b@c.uz", "x<a@b.uz>", "a@b@c.uz", "a@b.", &"a".repeat(300)] {
            assert!(!looks_like_email(bad), "{bad}");
        }
    }

    #[test]
    fn numbers_may_be_grouped_in_any_way() {
        assert!(looks_like_phone("+7 (900) 000-00-00"));
        for bad in ["", "1234", "12345678901234567", "call me", "+7x9000000000"] {
            assert!(!looks_like_phone(bad), "{bad}");
        }
    }
}
