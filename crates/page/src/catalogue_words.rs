use crate::words::words;

words! {
    /// Words of the page of datasets.
    CatalogueWords;
    title: ["Datamängder", "Datasets", "Andmestikud", "Datu kopas"],
    lead: [
        "Det här är katalogen över våra öppna data: varje datamängd med sina filer.",
        "This is the catalogue of our open data: each dataset with its files.",
        "See on meie avaandmete kataloog: iga andmestik koos failidega.",
        "Šis ir mūsu atvērto datu katalogs: katra datu kopa ar saviem failiem.",
    ],
    as_data: ["Katalogen för program (DCAT-AP):", "The catalogue for programs (DCAT-AP):", "Kataloog programmidele (DCAT-AP):", "Katalogs programmām (DCAT-AP):"],
    frequency: ["Uppdateras", "Updated", "Uuendamine", "Atjaunināšana"],
    files: ["Filer", "Files", "Failid", "Faili"],
}
