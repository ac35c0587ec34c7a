use super::{
    select::{all, few_words, shows_something},
    system::REMOVED,
};
use ego_tree::NodeId;
use scraper::{ElementRef, Html};

/// Words of links and buttons that serve the page and say nothing of it, in lower case.
const SERVICES: [&str; 22] = [
    "lyssna",
    "lyssna på sidan",
    "skriv ut",
    "skriv ut sidan",
    "dela",
    "dela sidan",
    "dela på facebook",
    "tipsa",
    "till toppen",
    "till sidans topp",
    "hoppa till innehåll",
    "hoppa till innehållet",
    "hoppa till huvudinnehåll",
    "tillbaka",
    "visa mer",
    "listen",
    "print",
    "print page",
    "share",
    "share this page",
    "skip to content",
    "back to top",
];

/// Longest text of such a link.
const LONGEST: usize = 30;

/// Longest text of a link to a file, in characters.
const LONGEST_LINK: usize = 300;

/// Removes what is no part of an announcement: menus, banners, links that serve the page.
pub(super) fn remove_noise(html: &mut Html) {
    let holds_content = |element: &ElementRef<'_>| {
        let is_content =
            |element: ElementRef<'_>| matches!(element.value().name(), "html" | "body" | "main" | "article" | "h1");
        is_content(*element) || element.descendent_elements().any(is_content)
    };
    let noise = all(html, REMOVED).into_iter().filter(|element| !holds_content(element));
    let services = all(html, "a, button, li, p, span, div").into_iter().filter(|element| {
        few_words(*element, LONGEST).is_some_and(|words| SERVICES.contains(&words.to_lowercase().as_str()))
    });
    let removed: Vec<NodeId> = noise.chain(services).map(|element| element.id()).collect();
    detach(html, &removed);
}

/// Removes elements from the content, and the headings above them that nothing stands below then.
pub(super) fn remove(html: &mut Html, content: NodeId, taken: &[NodeId]) {
    let above = |id: NodeId| html.tree.get(id).into_iter().flat_map(|node| node.ancestors().map(|above| above.id()));
    let holders: Vec<NodeId> = above(content).chain([content]).collect();
    let taken: Vec<NodeId> = taken.iter().copied().filter(|id| !holders.contains(id)).collect();
    let mut headings: Vec<NodeId> = Vec::new();
    for id in &taken {
        let blocks = [*id].into_iter().chain(above(*id).take_while(|id| !holders.contains(id)));
        headings.extend(blocks.filter_map(|id| heading_before(html, id)));
    }
    detach(html, &taken);
    let empty: Vec<NodeId> = headings.into_iter().filter(|id| is_above_nothing(html, *id)).collect();
    detach(html, &empty);
}

/// Returns the outermost block below the content that a link is alone in.
pub(super) fn block_of<'h>(link: ElementRef<'h>, content: ElementRef<'h>) -> Option<ElementRef<'h>> {
    let words = few_words(link, LONGEST_LINK)?;
    let above = link.ancestors().filter_map(ElementRef::wrap).take_while(|above| above.id() != content.id());
    let alone = above.take_while(|above| few_words(*above, LONGEST_LINK).as_ref() == Some(&words));
    alone.filter(|above| is_block(above.value().name())).last()
}

fn is_block(name: &str) -> bool {
    matches!(name, "p" | "li" | "ul" | "ol" | "div" | "section")
}

/// Returns the nearest heading among the siblings before an element.
fn heading_before(html: &Html, id: NodeId) -> Option<NodeId> {
    let mut before = html.tree.get(id)?.prev_siblings().filter_map(ElementRef::wrap);
    before.find(|element| is_heading(*element)).map(|element| element.id())
}

/// Returns whether nothing is shown between a heading and the next one.
fn is_above_nothing(html: &Html, heading: NodeId) -> bool {
    let Some(heading) = html.tree.get(heading) else { return false };
    let mut below = heading.next_siblings().filter(|node| {
        node.value().as_text().is_some_and(|text| !text.trim().is_empty())
            || ElementRef::wrap(*node).is_some_and(shows_something)
    });
    below.next().is_none_or(|next| ElementRef::wrap(next).is_some_and(is_heading))
}

fn is_heading(element: ElementRef<'_>) -> bool {
    matches!(element.value().name(), "h2" | "h3" | "h4" | "h5" | "h6")
}

fn detach(html: &mut Html, removed: &[NodeId]) {
    for id in removed {
        if let Some(mut node) = html.tree.get_mut(*id) {
            node.detach();
        }
    }
}
