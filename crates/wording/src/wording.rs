use crate::Language;
use std::{fmt, ops::Deref};

/// A message with a wording in every [`Language`].
pub trait Wording {
    /// Writes the message in a language.
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result;

    /// Returns the message for display in a language.
    fn in_language(&self, language: Language) -> InLanguage<'_, Self>
    where
        Self: Sized,
    {
        InLanguage { value: self, language }
    }
}

/// A value with the language in which it is shown; it dereferences to the value.
///
/// In [`wording!`](crate::wording), each field of a message is one, so that messages inside a message have its language.
#[derive(Clone, Copy)]
pub struct InLanguage<'a, T: ?Sized> {
    value: &'a T,
    language: Language,
}

impl<'a, T: ?Sized> InLanguage<'a, T> {
    /// Combines a value with a language.
    pub const fn new(value: &'a T, language: Language) -> Self {
        Self { value, language }
    }
}

impl<T: ?Sized> Deref for InLanguage<'_, T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value
    }
}

impl<T: Wording + ?Sized> fmt::Display for InLanguage<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.word(self.language, f)
    }
}

impl<T: fmt::Debug + ?Sized> fmt::Debug for InLanguage<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.value.fmt(f)
    }
}

impl<T: Wording + ?Sized> Wording for &T {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).word(language, f)
    }
}

impl<T: Wording + ?Sized> Wording for Box<T> {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).word(language, f)
    }
}

/// The messages one after the other, with semicolons between them.
impl<T: Wording> Wording for Vec<T> {
    fn word(&self, language: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, value) in self.iter().enumerate() {
            if position > 0 {
                f.write_str("; ")?;
            }
            value.word(language, f)?;
        }
        Ok(())
    }
}

/// Implements [`Wording`] for what is the same in every language: names, and numbers without separators.
macro_rules! same_in_every_language {
    ($($type:ty),*) => {$(
        impl Wording for $type {
            fn word(&self, _: Language, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(self, f)
            }
        }
    )*};
}

same_in_every_language!(str, String, char, i16, u16, u32, u64, usize);
