//! The ways of sending in forms and text ids.

use doorstep_register::case::Channel;

/// The part of text ids and forms that names a way.
pub(crate) fn word(channel: Channel) -> String {
    channel.word().replace('_', "-")
}

/// The way with this word.
pub(crate) fn of(text: &str) -> Option<Channel> {
    Channel::EVERY.into_iter().find(|channel| word(*channel) == text)
}
