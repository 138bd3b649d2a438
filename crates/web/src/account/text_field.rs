//! What to say where a text cannot be kept.

use doorstep_locales::Locale;
use doorstep_register::TextError;

/// The sentence for the error summary.
pub(crate) fn text_error(l: Locale, error: TextError) -> String {
    match error {
        TextError::Empty => l.t("account-error-empty"),
        TextError::TooLong(max) => l.t1("account-error-too-long", "max", max),
        TextError::Control => l.t("account-error-control"),
        TextError::Picture => l.t("account-error-picture"),
        TextError::NoLetter => l.t("account-error-no-letter"),
    }
}
