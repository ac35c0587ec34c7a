use anslag_core::{Edtf, Season};

#[test]
fn an_instant_is_one_of_xml_schema_too() {
    let date_time = |text| Edtf::new(text).unwrap().date_time().map(str::to_owned);
    for text in ["2026-06-08T18:30:00+02:00", "2026-06-08T18:30:00Z"] {
        assert_eq!(date_time(text).as_deref(), Some(text));
    }
    for text in ["2026-06-08", "2026-06-08T18:30:00", "2026-06-08T18:30:00+02", "2026-23", "2026-06-08/2026-06-09"] {
        assert_eq!(date_time(text), None, "{text}");
    }
}

#[test]
fn a_season_is_told_from_a_month() {
    let season = |text| Edtf::new(text).unwrap().season().map(|(season, year)| (season, year.to_owned()));
    assert_eq!(season("2021-23"), Some((Season::Autumn, "2021".to_owned())));
    for text in ["2021-12", "2021", "2021-05-21", "2021-23/2022-21", "2021-23?"] {
        assert_eq!(season(text), None, "{text}");
    }
}
