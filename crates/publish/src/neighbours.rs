use crate::{Plan, PublishError, error::Attempt};
use anslag_core::{AnnouncementId, Fingerprint, Moment, Zone};
use anslag_source::Corpus;
use anslag_spool::{Records, Spool};
use std::{collections::HashMap, io, path::Path};

/// The announcements before and after each other one, of those in the same language with the same first topic.
///
/// Their ids and days are in a file without a name; in memory are a few numbers for each announcement. Pages lead to their
/// neighbours by these days and not by their titles. So the pages beside an announcement change only when it comes or goes.
pub(crate) struct Neighbours {
    records: Records,
    positions: Vec<Position>,
    zone: Zone,
}

/// An announcement, by its record and the numbers of its neighbours.
struct Position {
    record: u64,
    near: [Option<u32>; 2],
}

/// An announcement with its time of publication.
pub(crate) type Neighbour = (AnnouncementId, Moment);

impl Neighbours {
    /// Finds the neighbours of all published announcements. Their file is in a folder.
    pub(crate) fn new(corpus: &Corpus, plan: &Plan, folder: &Path) -> Result<Self, PublishError> {
        let attempt = |error| PublishError::io(Attempt::KeepEntries, folder)(error);
        let mut spool = Spool::new(Some(folder)).map_err(attempt)?;
        let mut positions: Vec<Position> = Vec::with_capacity(plan.published);
        let mut last = HashMap::new();
        for (number, entry) in (0_u32..).zip(plan.entries(corpus)) {
            let entry = entry?;
            let record = format!("{}\n{}", entry.id, entry.published);
            let record = spool.push_bytes(record.as_bytes()).map_err(attempt)?;
            let topic = entry.facets.topics.first();
            let earlier = topic.and_then(|topic| last.insert((*topic, entry.facets.language.clone()), number));
            if let Some(earlier) = earlier {
                positions[earlier as usize].near[1] = Some(number);
            }
            positions.push(Position { record, near: [earlier, None] });
        }
        let records = spool.into_records().map_err(attempt)?;
        Ok(Self { records, positions, zone: corpus.publication.zone.clone() })
    }

    /// Returns the announcements before and after one, given its number among the published ones.
    pub(crate) fn of(&self, number: u32) -> Result<[Option<Neighbour>; 2], PublishError> {
        let read = |number: Option<u32>| number.map(|number| self.read(number)).transpose();
        let [earlier, later] = self.positions[number as usize].near;
        let near = read(earlier).and_then(|earlier| Ok([earlier, read(later)?]));
        near.map_err(PublishError::io(Attempt::ReadEntries, "neighbours"))
    }

    /// Returns the fingerprint of what the page of an announcement says of its neighbours.
    pub(crate) fn fingerprint(&self, number: u32) -> Result<Fingerprint, PublishError> {
        let near = self.of(number)?;
        Ok(Fingerprint::of(&near.map(|own| own.map(|(id, published)| (id, published.to_string())))))
    }

    fn read(&self, number: u32) -> io::Result<Neighbour> {
        let invalid = || io::Error::from(io::ErrorKind::InvalidData);
        let record = self.records.read_bytes(self.positions[number as usize].record)?;
        let (id, published) =
            std::str::from_utf8(&record).ok().and_then(|text| text.split_once('\n')).ok_or_else(invalid)?;
        let id = AnnouncementId::new(id).map_err(|_| invalid())?;
        Ok((id, Moment::parse(published, &self.zone).map_err(|_| invalid())?))
    }
}
