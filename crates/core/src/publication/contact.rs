use crate::{Email, Line, Phone, closed_set::closed_set};

/// Contact for questions about the data of a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicationContact {
    /// Kind of contact.
    pub kind: ContactKind,
    /// Name of a function or a person.
    pub name: Line,
    /// E-mail address.
    pub email: Email,
    /// Telephone number.
    pub phone: Option<Phone>,
    /// Postal address.
    pub address: Option<PostalAddress>,
}

closed_set! {
    /// Kind of contact.
    pub enum ContactKind {
        /// Function, such as a group or a desk.
        Organization "organization" sv("funktion") also("function", "organisation"),
        /// Person.
        Individual "individual" sv("person"),
    }
}

/// Postal address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PostalAddress {
    /// Street and number, or a box.
    pub street: Line,
    /// Postal code.
    pub postal_code: Line,
    /// Post town.
    pub locality: Line,
}
