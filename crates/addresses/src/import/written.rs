//! How an address whose source has no official text is written out.

/// Text before and after the number, in the order of the country's letters.
pub(super) fn around(road: &str, city: &str) -> (String, String) {
    let cyrillic = road.chars().any(|c| ('а'..='я').contains(&c));
    let comma = if road.is_empty() || city.is_empty() { "" } else { ", " };
    if cyrillic {
        (format!("{city}{comma}{road}, "), String::new())
    } else if road.is_empty() {
        (format!("{city} "), String::new())
    } else {
        (format!("{road} "), format!("{comma}{city}"))
    }
}

/// `9490 Vaduz`; either may lack.
pub(super) fn with_post_code(post_code: &str, city: &str) -> String {
    if post_code.is_empty() { city.to_owned() } else { format!("{post_code} {city}").trim_end().to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_follows_the_script() {
        assert_eq!(around("Landstrasse", "9490 Vaduz"), ("Landstrasse ".into(), ", 9490 Vaduz".into()));
        assert_eq!(around("улица Мира", "Омск"), ("Омск, улица Мира, ".into(), String::new()));
        assert_eq!(around("", "Masescha"), ("Masescha ".into(), String::new()));
    }

    #[test]
    fn the_post_code_stands_before_the_city() {
        assert_eq!(with_post_code("9490", "Vaduz"), "9490 Vaduz");
        assert_eq!(with_post_code("9490", ""), "9490");
        assert_eq!(with_post_code("", "Vaduz"), "Vaduz");
    }
}
