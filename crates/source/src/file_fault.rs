use anslag_core::limit::Limit;
use anslag_wording::{IoFault, wording};

wording! {
    /// Reason why a file beside a source cannot be published.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum FileFault {
        NoFolder
            en("what is read here has no directory")
            sv("det som läses här har ingen mapp"),
        Missing
            en("file not found")
            sv("filen finns inte"),
        Outside
            en("it leads out of the directory of this file")
            sv("den leder ut ur mappen där den här filen ligger"),
        Source
            en("the file is read as a source, or hidden")
            sv("filen läses som en källa, eller är dold"),
        Unreadable { reason: IoFault }
            en("cannot read the file: {reason}")
            sv("filen går inte att läsa: {reason}"),
        Unpublished
            en("files of this type are not published")
            sv("filer av den typen publiceras inte"),
        NoPicture
            en("it is no picture that browsers show")
            sv("det är ingen bild som webbläsare visar"),
        OtherType { found: &'static str }
            en("the file is {found}, and its name says something else")
            sv("filen är {found}, och namnet säger något annat"),
        UnknownType
            en("the file is not what its name says")
            sv("filen är inte vad namnet säger"),
        Broken
            en("the picture is broken or incomplete")
            sv("bilden är trasig eller ofullständig"),
        TooLong { limit: &'static Limit }
            en("{limit}")
            sv("{limit}"),
        TooLarge { width: u32, height: u32, limit: &'static Limit }
            en("{limit}: {width} × {height}")
            sv("{limit}: {width} × {height}"),
    }
}
