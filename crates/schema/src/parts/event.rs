use super::EVENT_PRICE;
use crate::{Access, Choice, Field, NodeSpec, Part, PartSpec, Set};
use anslag_core::{Attendance, Event, Node, PlanStatus, Repetition};
use anslag_vocab::{anslag, dcterms, schema};

type Of = Field<Event>;

static STATUS: Set = Set::of::<PlanStatus>(&anslag::VOCABULARY).scheme(anslag::PLAN_STATUS_SCHEME);

static REPETITION: Set = Set::of::<Repetition>(&anslag::VOCABULARY).scheme(anslag::REPETITION_SCHEME);
static ATTENDANCE: Set = Set::of::<Attendance>(&anslag::VOCABULARY).scheme(anslag::ATTENDANCE_SCHEME);

static NODE: NodeSpec =
    NodeSpec { node: Node::Event, classes: &[schema::EVENT], subject: ["Evenemanget", "The event"], shape: "Event" };

static ADMISSION: NodeSpec =
    NodeSpec { node: Node::Admission, classes: &[schema::OFFER], subject: ["Priset", "The price"], shape: "Admission" };

static SCHEDULE: NodeSpec = NodeSpec {
    node: Node::Schedule,
    classes: &[schema::SCHEDULE],
    subject: ["Upprepningen", "The schedule"],
    shape: "Schedule",
};

/// Something that is going to happen, or has happened.
pub static EVENT: Part<Event> = Part {
    spec: PartSpec::list("events", ["evenemang", "event", "sündmus", "pasākums"])
        .node(&NODE, &[schema::MENTIONS])
        .told(&[
            "name",
            "when",
            "ends",
            "repeats",
            "repeats_until",
            "places",
            "attendance",
            "organizer",
            "status",
            "condition",
            "price",
            "capacity",
            "booking",
            "url",
            "contact",
        ])
        .table(
            "events",
            ["Händelser", "Events"],
            [
                "Varje rad är en händelse som ett tillkännagivande berättar om.",
                "Each row is an event that an announcement tells of.",
            ],
        ),
    access: Access::Slice(|announcement| &announcement.events),
    fields: &[
        Of::line("name", |event| Some(&event.name))
            .required()
            .properties(&[schema::NAME])
            .labels(["händelse", "event", "mis", "kas"])
            .heading(["Vad", "What", "Mis", "Kas"])
            .noun("namnet", "name")
            .says("the name of the event"),
        Of::edtf("when", |event| event.when.as_ref())
            .column("when_edtf")
            .properties(&[dcterms::DATE])
            .labels(["när", "when", "millal", "kad"])
            .noun("datumet", "date")
            .says("the time, as exactly as you know it ([EDTF](https://www.loc.gov/standards/datetime/), level 1): `2021-09-14`, `2021-09`, `2021`, `2021-23` (autumn; 21 is spring), `2021-09-14/2021-09-16`, `2021?`, or with the time, `2021-09-14T18:00:00+02:00`"),
        Of::choice("status", &STATUS, |event| event.status.map(Choice::from))
            .column("plan_status")
            .properties(&[anslag::PLAN_STATUS])
            .labels(["status", "status", "olek", "statuss"])
            .noun("planläget", "plan status")
            .says("`planerad` (planned), `bestämd` (scheduled), `uppskjuten` (postponed), `flyttad` (rescheduled), `flyttad till nätet` (moved-online), `inställd` (cancelled)"),
        Of::text("condition", |event| event.condition.as_ref())
            .properties(&[anslag::CONDITION])
            .labels(["villkor", "condition", "tingimus", "nosacījums"])
            .noun("villkoret", "condition")
            .says("the condition under which it takes place"),
        Of::party("organizer", |event| event.organizer.as_ref())
            .properties(&[schema::ORGANIZER])
            .labels(["arrangör", "organiser", "korraldaja", "organizētājs"])
            .noun("arrangören", "organiser")
            .says("the organiser: an organisation"),
        Of::locations("places", |event| &event.places)
            .properties(&[schema::LOCATION])
            .labels(["platser", "places", "koht", "vieta"])
            .heading(["Plats", "Place", "Koht", "Vieta"])
            .noun("platsen", "place")
            .says("the places: places of the register, or names"),
        Of::node(&ADMISSION).properties(&[schema::OFFERS]).part_of(schema::ITEM_OFFERED).noun("priset", "price"),
        Of::money("price", |event| event.price)
            .about(&ADMISSION)
            .properties(&[schema::PRICE, schema::PRICE_CURRENCY])
            .labels(["pris", "price", "hind", "cena"])
            .described("0 är gratis.", "0 is free of charge.")
            .noun("priset", "price")
            .says("the price: `price = 100` and `currency = \"SEK\"`; 0 is free. In JSON Lines `{\"amount\":100.0,\"currency\":\"SEK\"}`"),
        Of::part(&EVENT_PRICE.spec)
            .noun("gruppens pris", "price for a group")
            .says("prices for some of those who come: `{ name = \"barn\", price = 50, currency = \"SEK\" }`"),
        Of::iri("booking", |event| event.booking.as_ref())
            .column("booking_url")
            .about(&ADMISSION)
            .properties(&[schema::URL])
            .labels(["bokning", "booking", "broneerimine", "rezervācija"])
            .noun("adressen", "address")
            .says("the address for bookings"),
        // New columns stand behind the others: their places are an interface.
        Of::moment("ends", |event| event.ends)
            .labels(["slutar", "ends", "lõpeb", "beidzas"])
            .noun("slutet", "end")
            .says("the end, if `when` is the beginning: a day, or a day and a time"),
        Of::node(&SCHEDULE).properties(&[schema::EVENT_SCHEDULE]).noun("upprepningen", "schedule"),
        Of::choice("repeats", &REPETITION, |event| event.repeats.map(Choice::from))
            .needs("repeats_until")
            .about(&SCHEDULE)
            .properties(&[anslag::REPEATS])
            .labels(["upprepas", "repeats", "kordub", "atkārtojas"])
            .noun("intervallet", "interval")
            .says("`dagligen` (daily), `varje vecka` (weekly), `varje månad` (monthly), from `when` on"),
        // The same as schema.org wants it.
        Of::duration("", |event| event.repeats.map(Repetition::interval))
            .no_column()
            .about(&SCHEDULE)
            .properties(&[schema::REPEAT_FREQUENCY])
            .noun("intervallet", "interval"),
        Of::day("repeats_until", |event| event.repeats_until)
            .needs("repeats")
            .about(&SCHEDULE)
            .properties(&[schema::END_DATE])
            .labels(["upprepas till", "repeats until", "kordub kuni", "atkārtojas līdz"])
            .noun("sista dagen", "last day")
            .says("the last day on which it takes place again"),
        Of::iri("url", |event| event.url.as_ref())
            .properties(&[schema::URL])
            .labels(["sida", "page", "lehekülg", "lapa"])
            .noun("sidan", "page")
            .says("the address of its page"),
        Of::plain("contact", |event| event.contact.as_ref())
            .properties(&[anslag::CONTACT])
            .labels(["kontakt", "contact", "kontakt", "kontakts"])
            .noun("kontakten", "contact")
            .says("the person or office that answers questions; counts as data on people"),
        Of::choice("attendance", &ATTENDANCE, |event| event.attendance.map(Choice::from))
            .properties(&[anslag::ATTENDANCE])
            .labels(["deltagande", "attendance", "osalemine", "dalība"])
            .noun("deltagandet", "attendance")
            .says("`på plats` (on-site), `på nätet` (online), `på plats och på nätet` (mixed)"),
        Of::count("capacity", |event| event.capacity)
            .properties(&[schema::MAXIMUM_ATTENDEE_CAPACITY])
            .labels(["antal platser", "capacity", "kohtade arv", "vietu skaits"])
            .noun("antalet platser", "capacity")
            .says("the number of people for whom there is room"),
    ],
};
