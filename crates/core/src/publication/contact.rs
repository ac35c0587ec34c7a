use crate::{Email, Line, Phone, closed_set::closed_set};

/// Whom to ask about a publication's data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationContact {
    /// Whether it is a function or a person.
    pub kind: ContactKind,
    /// The name of a function or a person.
    pub name: Line,
    /// The e-mail address.
    pub email: Email,
    /// The telephone number.
    pub phone: Option<Phone>,
    /// The postal address.
    pub address: Option<PostalAddress>,
}

closed_set! {
    /// Whether a contact is a function or a person.
    pub enum ContactKind {
        /// A function, such as a group or a desk.
        Organization "organization" sv("funktion") also("function", "organisation"),
        /// A person.
        Individual "individual" sv("person"),
    }
}

/// An address that letters are sent to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalAddress {
    /// Street and number, or a box.
    pub street: Line,
    /// The postal code.
    pub postal_code: Line,
    /// The post town.
    pub locality: Line,
}
