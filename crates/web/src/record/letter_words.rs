//! The text of a message as a page shows it.

/// A piece of a paragraph: words, a link to one of our own pages, or the end of a line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Piece {
    Words(String),
    Link(String),
    Break,
}

/// Paragraphs of lines. An address of our own site becomes a link; no other address does.
pub(super) fn paragraphs(body: &str, own: &str) -> Vec<Vec<Piece>> {
    let ours = |word: &str| word.strip_prefix(own).is_some_and(|rest| rest.starts_with('/'));
    let paragraph = |text: &str| {
        let mut pieces: Vec<Piece> = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
            if !pieces.is_empty() {
                pieces.push(Piece::Break);
            }
            let mut words = String::new();
            for word in line.split_inclusive(' ') {
                if ours(word.trim_end()) {
                    if !words.is_empty() {
                        pieces.push(Piece::Words(std::mem::take(&mut words)));
                    }
                    pieces.push(Piece::Link(word.trim_end().to_owned()));
                    words.extend(word.ends_with(' ').then_some(' '));
                } else {
                    words.push_str(word);
                }
            }
            if !words.trim().is_empty() {
                pieces.push(Piece::Words(words));
            }
        }
        pieces
    };
    body.split("\n\n").map(paragraph).filter(|pieces| !pieces.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_addresses_become_links() {
        let own = "https://town.example";
        let words = |text: &str| Piece::Words(text.into());
        let found = paragraphs(
            "Hello\nthere\n\nObject here: https://town.example/en/record\nhttps://town.example.evil/en\nhttps://evil.example/",
            own,
        );
        assert_eq!(found[0], [words("Hello"), Piece::Break, words("there")]);
        assert_eq!(
            found[1],
            [
                words("Object here: "),
                Piece::Link("https://town.example/en/record".into()),
                Piece::Break,
                words("https://town.example.evil/en"),
                Piece::Break,
                words("https://evil.example/"),
            ]
        );
        assert_eq!(paragraphs("https://town.example/en and on", own)[0], [Piece::Link("https://town.example/en".into()), words(" and on")]);
    }
}
