/// Makes an enum of messages from the table of their wordings: after each variant, its English and its Swedish, as the
/// arguments of `format!`, in which the variant's fields have their names.
///
/// `Display` is the English.
///
/// ```
/// use anslag_wording::{Language, Wording, wording};
///
/// wording! {
///     /// What somebody can have.
///     enum Fruit {
///         Apples { count: usize } en("{count} apples") sv("{count} äpplen"),
///     }
/// }
///
/// wording! {
///     /// What can be wrong with a basket.
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
/// What has no words in a language is none of the table:
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
                            // A field may be there for the program alone.
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
