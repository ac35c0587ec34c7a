use crate::noun::Noun;
use anslag_wording::wording;

wording! {
    /// Words beside the marked part of a line.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum Label {
        Here en("here") sv("här"),
        BeginsHere en("begins here") sv("börjar här"),
        FirstOver en("the first one over the limit") sv("den första över gränsen"),
        FirstOne en("the first one") sv("den första"),
        FirstPlace en("the first place, as it is read") sv("det första stället, så som det läses"),
        UnknownKey en("unknown key") sv("okänd nyckel"),
        NotInRegister en("not in the register") sv("finns inte i registret"),
        NotIn { missing: String } en("not in `{missing}`") sv("saknas på `{missing}`"),
        NameOfPublisher en("the name of the publisher") sv("utgivarens namn"),
        Wanted { wanted: Noun } en("expected {wanted}") sv("här ska det stå {wanted}"),
    }
}
