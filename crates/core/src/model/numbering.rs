use crate::{
    Line, Location, NamedOrganization, NamedPlace, Party, Person,
    model::mention::{MentionMut, Mentions},
};
use std::collections::HashMap;

/// Numbers the organisations, places and people that only the announcement names, in the order of their first mentions.
/// Every other mention becomes equal to the first.
pub(crate) fn number(announcement: &mut impl Mentions) {
    let mut organizations = Mentioned::new(|own: &NamedOrganization| &own.name, NamedOrganization::repeats);
    let mut places = Mentioned::new(|own: &NamedPlace| &own.name, NamedPlace::repeats);
    let mut people = Mentioned::new(|own: &Person| &own.name, Person::repeats);
    announcement.mentions_mut(&mut |mention| match mention {
        MentionMut::Party(Party::Named(own)) => organizations.number(own, |own| &mut own.number),
        MentionMut::Location(Location::Named(own)) => places.number(own, |own| &mut own.number),
        MentionMut::Person(own) => people.number(own, |own| &mut own.number),
        MentionMut::Party(Party::Registered(_)) | MentionMut::Location(Location::Registered(_)) => {}
    });
}

/// First mentions of one kind, by name.
struct Mentioned<T> {
    by_name: HashMap<Line, Vec<T>>,
    count: usize,
    name: fn(&T) -> &Line,
    /// Returns whether a mention repeats an earlier one of the same name.
    repeats: fn(&T, &T) -> bool,
}

impl<T: Clone> Mentioned<T> {
    fn new(name: fn(&T) -> &Line, repeats: fn(&T, &T) -> bool) -> Self {
        Self { by_name: HashMap::new(), count: 0, name, repeats }
    }

    /// Makes a mention equal to the first one that it repeats. If there is none, gives it the next number.
    fn number(&mut self, mention: &mut T, number: fn(&mut T) -> &mut usize) {
        let same_name = self.by_name.entry((self.name)(mention).clone()).or_default();
        if let Some(first) = same_name.iter().find(|first| (self.repeats)(mention, first)) {
            mention.clone_from(first);
        } else {
            self.count += 1;
            *number(mention) = self.count;
            same_name.push(mention.clone());
        }
    }
}

/// Returns the first mention of each number, in the order of the numbers.
pub(crate) fn first_mentions<'a, T>(mentions: impl Iterator<Item = &'a T>, number: impl Fn(&T) -> usize) -> Vec<&'a T> {
    let mut found: Vec<&T> = Vec::new();
    for mention in mentions {
        if number(mention) == found.len() + 1 {
            found.push(mention);
        }
    }
    found
}
