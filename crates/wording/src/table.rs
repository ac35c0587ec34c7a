/// Declares an enum of messages, with the English and the Swedish wording after each variant.
///
/// A wording has the arguments of `format!`, in which the variant's fields have their names. `Display` is the English one.
/// The enum can derive `thiserror::Error`, which then adds the sources of errors.
///
/// ```
/// use anslag_wording::{Language, Wording, wording};
///
/// wording! {
///     /// Contents of a basket.
///     enum Fruit {
///         Apples { count: usize } en("{count} apples") sv("{count} äpplen"),
///     }
/// }
///
/// wording! {
///     /// A problem of a basket.
///     enum BasketError {
///         Empty
///             en("the basket is empty")
///             sv("korgen är tom"),
///         TooHeavy { fruit: Fruit }
///             en("{fruit} are too heavy")
///             sv("{fruit} är för tunga"),
///     }
/// }
///
/// let error = BasketError::TooHeavy { fruit: Fruit::Apples { count: 90 } };
/// assert_eq!(error.to_string(), "90 apples are too heavy");
/// assert_eq!(error.in_language(Language::Swedish).to_string(), "90 äpplen är för tunga");
/// assert_eq!(BasketError::Empty.in_language(Language::Swedish).to_string(), "korgen är tom");
/// ```
///
/// The messages of an enum may also have codes, of a type that stands after the name of the enum. A code may depend on the
/// fields.
///
/// ```
/// anslag_wording::wording! {
///     enum BasketError: &'static str {
///         Empty code("empty-basket")
///             en("the basket is empty")
///             sv("korgen är tom"),
///     }
/// }
///
/// assert_eq!(BasketError::Empty.code(), "empty-basket");
/// ```
///
/// A wording that is missing does not compile:
///
/// ```compile_fail
/// anslag_wording::wording! {
///     enum BasketError {
///         Empty en("the basket is empty"),
///     }
/// }
/// ```
#[macro_export]
macro_rules! wording {
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident: $code:ty {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident $({ $( $(#[$field_meta:meta])* $field:ident : $type:ty ),* $(,)? })?
                code($variant_code:expr)
                en($($en:tt)+)
                sv($($sv:tt)+)
            ),* $(,)?
        }
    ) => {
        $crate::wording! {
            $(#[$meta])*
            $vis enum $name {
                $(
                    $(#[$variant_meta])*
                    $variant $({ $( $(#[$field_meta])* $field : $type ),* })?
                    en($($en)+)
                    sv($($sv)+)
                ),*
            }
        }

        impl $name {
            /// Returns the code of the message.
            #[must_use]
            $vis fn code(&self) -> $code {
                match self {
                    // Few codes depend on what the message is about.
                    $( #[allow(unused_variables)] Self::$variant $({ $($field),* })? => $variant_code ),*
                }
            }
        }
    };
    (
        $(#[$meta:meta])*
        $vis:vis enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident $({ $( $(#[$field_meta:meta])* $field:ident : $type:ty ),* $(,)? })?
                en($($en:tt)+)
                sv($($sv:tt)+)
            ),* $(,)?
        }
    ) => {
        $(#[$meta])*
        $vis enum $name {
            $(
                $(#[$variant_meta])*
                $variant $({ $( $(#[$field_meta])* $field: $type ),* })?
            ),*
        }

        impl $crate::Wording for $name {
            fn word(&self, language: $crate::Language, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                match self {
                    $(
                        Self::$variant $({ $($field),* })? => {
                            // A field may be for programs alone.
                            $($( #[allow(unused_variables)] let $field = $crate::InLanguage::new($field, language); )*)?
                            match language {
                                $crate::Language::English => ::std::write!(f, $($en)+),
                                $crate::Language::Swedish => ::std::write!(f, $($sv)+),
                            }
                        }
                    )*
                }
            }
        }

        impl ::std::fmt::Display for $name {
            fn fmt(&self, f: &mut ::std::fmt::Formatter<'_>) -> ::std::fmt::Result {
                $crate::Wording::word(self, $crate::Language::English, f)
            }
        }
    };
}
