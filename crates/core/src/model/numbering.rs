use crate::{
    Location, NamedOrganization, NamedPlace, Party, Person,
    model::mention::{MentionMut, Mentions},
};

/// Numbers the organisations, places and people that only the announcement names, in the order of their first mentions.
/// Every other mention becomes equal to the first.
pub(crate) fn number(announcement: &mut impl Mentions) {
    let (mut organizations, mut places, mut people) = (Vec::new(), Vec::new(), Vec::new());
    announcement.mentions_mut(&mut |mention| match mention {
        MentionMut::Party(Party::Named(organization)) => {
            number_mention(organization, &mut organizations, NamedOrganization::repeats, |own| &mut own.number);
        }
        MentionMut::Location(Location::Named(place)) => {
            number_mention(place, &mut places, NamedPlace::repeats, |own| &mut own.number);
        }
        MentionMut::Person(person) => number_mention(person, &mut people, Person::repeats, |own| &mut own.number),
        MentionMut::Party(Party::Registered(_)) | MentionMut::Location(Location::Registered(_)) => {}
    });
}

/// Makes a mention equal to the one of `first_mentions` that it repeats. If there is none, adds it with the next number.
fn number_mention<T: Clone>(
    mention: &mut T,
    first_mentions: &mut Vec<T>,
    repeats: fn(&T, &T) -> bool,
    number: fn(&mut T) -> &mut usize,
) {
    if let Some(first) = first_mentions.iter().find(|first| repeats(mention, first)) {
        mention.clone_from(first);
    } else {
        *number(mention) = first_mentions.len() + 1;
        first_mentions.push(mention.clone());
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
