/// Set of values that all have names: an enum whose members are known when the program is built.
///
/// The macro `closed_set!` makes the enum and this implementation from one table, so that [`ClosedSet::ALL`] is complete.
pub trait ClosedSet: Copy + Eq + 'static {
    /// Every member, in the order of the enum.
    const ALL: &'static [Self];

    /// Returns the key of the member: its name in source files, in tables and in IRIs.
    fn key(self) -> &'static str;

    /// Returns the labels of the member, each with its language tag. Members that nobody reads have none.
    fn labels(self) -> &'static [(&'static str, &'static str)];

    /// Returns the other words by which source files may name the member.
    fn words(self) -> &'static [&'static str];

    /// Returns the member with this key.
    #[must_use]
    fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|member| member.key() == key)
    }
}

/// Makes an enum with its [`ClosedSet`] from the table of its members. After each member stand its key, its labels and
/// the other words for it: `Notice "notice" sv("kungörelse") en("public notice") et("…") lv("…") also("anslag")`.
///
/// If every member has all four labels, the enum has a `const fn labels`. Otherwise each has at most a Swedish one. The
/// enum serialises as its key.
macro_rules! closed_set {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {$(
            $(#[$member_meta:meta])*
            $member:ident $key:literal
            sv($sv:literal) en($en:literal) et($et:literal) lv($lv:literal)
            $(also($($word:literal),+))?
        ),+ $(,)?}
    ) => {
        $crate::closed_set::closed_set! { @implement
            $(#[$meta])*
            $name {$(
                $(#[$member_meta])*
                $member $key [("sv", $sv), ("en", $en), ("et", $et), ("lv", $lv)] [$($($word),+)?]
            ),+}
        }

        impl $name {
            /// Returns the label in Swedish, English, Estonian and Latvian, each with its language tag.
            #[must_use]
            pub const fn labels(self) -> [(&'static str, &'static str); 4] {
                match self {
                    $(Self::$member => [("sv", $sv), ("en", $en), ("et", $et), ("lv", $lv)],)+
                }
            }
        }
    };
    (
        $(#[$meta:meta])*
        pub enum $name:ident {$(
            $(#[$member_meta:meta])*
            $member:ident $key:literal
            $(sv($sv:literal))?
            $(also($($word:literal),+))?
        ),+ $(,)?}
    ) => {
        $crate::closed_set::closed_set! { @implement
            $(#[$meta])*
            $name {$(
                $(#[$member_meta])*
                $member $key [$(("sv", $sv))?] [$($($word),+)?]
            ),+}
        }
    };
    (@implement
        $(#[$meta:meta])*
        $name:ident {$(
            $(#[$member_meta:meta])*
            $member:ident $key:literal $labels:tt $words:tt
        ),+}
    ) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {$(
            $(#[$member_meta])*
            $member,
        )+}

        impl $name {
            /// Every member, in the order of the enum.
            pub const ALL: [Self; [$($key),+].len()] = [$(Self::$member),+];

            /// Returns the key of the member: its name in source files, in tables and in IRIs.
            #[must_use]
            pub const fn key(self) -> &'static str {
                match self {
                    $(Self::$member => $key,)+
                }
            }
        }

        impl $crate::ClosedSet for $name {
            const ALL: &'static [Self] = &Self::ALL;

            fn key(self) -> &'static str {
                self.key()
            }

            fn labels(self) -> &'static [(&'static str, &'static str)] {
                match self {
                    $(Self::$member => &$labels,)+
                }
            }

            fn words(self) -> &'static [&'static str] {
                match self {
                    $(Self::$member => &$words,)+
                }
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }
    };
}

pub(crate) use closed_set;
