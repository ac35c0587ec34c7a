use crate::{Access, Field, NodeSpec, Part, PartSpec};
use anslag_core::{Contact, Node};
use anslag_vocab::{dcat, schema, vcard};

type Of = Field<Contact>;

static NODE: NodeSpec = NodeSpec {
    node: Node::Contact,
    classes: &[schema::CONTACT_POINT],
    subject: ["Kontakten", "The contact"],
    shape: "Contact",
};

static ADDRESS: NodeSpec = NodeSpec {
    node: Node::ContactAddress,
    classes: &[vcard::ADDRESS],
    subject: ["Adressen", "The address"],
    shape: "Address",
};

/// A contact for questions about an announcement.
pub static CONTACT: Part<Contact> = Part {
    spec: PartSpec::list("contacts", ["kontakt", "contact", "kontakt", "kontaktpersona"])
        .node(&NODE, &[dcat::CONTACT_POINT])
        .table(
            "contacts",
            ["Kontakter", "Contacts"],
            [
                "Varje rad är en kontakt för frågor om ett tillkännagivande.",
                "Each row is somebody to ask about an announcement.",
            ],
        ),
    access: Access::Slice(|announcement| &announcement.contacts),
    fields: &[
        Of::plain("name", |contact| Some(&contact.name))
            .required()
            .properties(&[schema::NAME, vcard::FN])
            .labels(["namn", "name", "nimi", "vārds"])
            .noun("namnet", "name")
            .says("the name of a person or a function"),
        Of::line("role", |contact| contact.role.as_ref())
            .properties(&[vcard::ROLE])
            .labels(["roll", "role", "roll", "loma"])
            .noun("rollen", "role")
            .says("the role or title"),
        Of::phone("phone", |contact| contact.phone.as_ref())
            .properties(&[schema::TELEPHONE, vcard::HAS_TELEPHONE])
            .labels(["telefon", "telephone", "telefon", "tālrunis"])
            .noun("telefonnumret", "telephone number")
            .says("the telephone number as people write it: `0521-72 23 93`, `112`; several with a comma between them are a contact each"),
        Of::email("email", |contact| contact.email.as_ref())
            .properties(&[schema::EMAIL, vcard::HAS_EMAIL])
            .labels(["e-post", "e-mail", "e-post", "e-pasts"])
            .noun("e-postadressen", "e-mail address")
            .says("the e-mail address"),
        Of::node(&ADDRESS).properties(&[vcard::HAS_ADDRESS]).noun("adressen", "address"),
        Of::plain("visiting_address", |contact| contact.visiting_address.as_ref())
            .about(&ADDRESS)
            .properties(&[vcard::STREET_ADDRESS])
            .labels(["besöksadress", "visiting address", "külastusaadress", "apmeklējuma adrese"])
            .noun("gatuadressen", "street address")
            .says("street and number"),
    ],
};
