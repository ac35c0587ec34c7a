use anslag_core::{AreaError, PointError};
use anslag_wording::{IoFault, wording};

wording! {
    /// Reason why there is no area.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub(crate) enum AreaFault {
        NoFolder
            en("it names a file, and what is read here has no directory")
            sv("det nämner en fil, och det som läses här har ingen mapp"),
        Name
            en("it must be the name of a `.geojson` file in the directory of this file")
            sv("det måste vara namnet på en `.geojson`-fil i samma mapp som den här filen"),
        Outside
            en("the file is a link that leads out of the directory of this file")
            sv("filen är en länk som leder ut ur mappen där den här filen ligger"),
        Unreadable { reason: IoFault }
            en("cannot read the file: {reason}")
            sv("filen går inte att läsa: {reason}"),
        NoJson { line: usize, column: usize }
            en("the file is not JSON at line {line}, column {column}")
            sv("filen är inte JSON på rad {line}, kolumn {column}"),
        NoPolygon
            en("it is no Polygon or MultiPolygon, nor a feature with one")
            sv("det är ingen Polygon eller MultiPolygon, och inget objekt (Feature) med en sådan"),
        NoPosition
            en("a position is not a longitude and a latitude")
            sv("en position är inte en longitud och en latitud"),
        Metres
            en("it has metres, and GeoJSON has degrees (WGS 84)")
            sv("det har meter, och GeoJSON har grader (WGS 84)"),
        Point { reason: PointError }
            en("{reason}")
            sv("{reason}"),
        Area { reason: AreaError }
            en("{reason}")
            sv("{reason}"),
    }
}
