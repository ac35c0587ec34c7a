use crate::words::words;

words! {
    /// Words of the page of the vocabulary.
    DefinitionWords;
    title: ["Vokabulär", "Vocabulary", "Sõnavara", "Vārdnīca"],
    lead: [
        "Det här är termerna för det om kommuners tillkännagivanden som ingen standard täcker.",
        "These are the terms for municipalities' announcements that no standard covers.",
        "Need on omavalitsuste teadete terminid, mida ükski standard ei kata.",
        "Šie ir pašvaldību paziņojumu termini, ko neaptver neviens standarts.",
    ],
    iri: ["En terms IRI är", "The IRI of a term is", "Termini IRI on", "Termina IRI ir"],
    name: ["namnet", "the name", "nimi", "nosaukums"],
    as_turtle: ["Vokabulären som Turtle", "The vocabulary as Turtle", "Sõnavara Turtle'ina", "Vārdnīca Turtle formātā"],
    classes: ["Klasser", "Classes", "Klassid", "Klases"],
    properties: ["Egenskaper", "Properties", "Omadused", "Īpašības"],
    concepts: ["Begrepp", "Concepts", "Mõisted", "Jēdzieni"],
    types: ["Typer av tillkännagivanden", "Types of announcement", "Teadete liigid", "Paziņojumu veidi"],
    domain: ["gäller", "of", "kuulub", "pieder"],
    range: ["värde", "value", "väärtus", "vērtība"],
    superclass: ["underklass till", "subclass of", "alamklass", "apakšklase"],
}
