// Holds what `anslag serve` answers to a browser against WCAG 2.2, and walks through it by keyboard alone:
// `node served.mjs ORIGIN ANNOUNCEMENT`, with the path of an announcement.
//
// Exit 1 where axe-core finds a violation, where Tab leaves the order of the page, leaves out a link or a field, or does not
// come out of one, where the focus is not visible, or where the skip link, the search or the query page does not work.
import { audit, launch } from "./browser.mjs";

const [origin, announcement] = process.argv.slice(2);
const QUERY = "SELECT ?title WHERE { ?a <http://schema.org/headline> ?title } LIMIT 3";
let failed = 0;

const fail = (page, text) => {
  console.error(`${page}: ${text}`);
  failed += 1;
};

/// Numbers what can have the focus, in the order of the document; returns how much there is.
const number = (page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex='0']");
    const shown = [...all].filter((own) => !own.disabled && own.getClientRects().length > 0);
    shown.forEach((own, position) => (own.dataset.walk = position));
    return shown.length;
  });

/// Describes what has the focus; `null` where nothing of the page has.
const focused = (page) =>
  page.evaluate(() => {
    const own = document.activeElement;
    if (own === document.body) return null;
    const [box] = own.getClientRects();
    const style = getComputedStyle(own);
    const at = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {
      position: own.dataset.walk === undefined ? -1 : Number(own.dataset.walk),
      html: own.outerHTML.slice(0, 120),
      isOutlined: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
      isSeen: at !== null && (own.contains(at) || at.contains(own)),
    };
  });

/// Goes through a page by Tab.
const walk = async (page, path) => {
  const name = path || "/";
  await page.goto(`${origin}/${path}`, { waitUntil: "load" });
  await page.evaluate(() => document.activeElement.blur());
  const count = await number(page);
  for (let position = 0; position < count; position += 1) {
    await page.keyboard.press("Tab");
    const found = await focused(page);
    if (found?.position !== position) return fail(name, `Tab ${position + 1} of ${count} leads to ${found?.html}`);
    if (!found.isOutlined) fail(name, `no focus is seen on ${found.html}`);
    if (!found.isSeen) fail(name, `something hides ${found.html}`);
  }
  await page.keyboard.press("Tab");
  const last = await focused(page);
  // Without a window around it, Chromium may go on with the first stop.
  if (last !== null && last.position !== 0) fail(name, `Tab does not leave the page, but leads to ${last.html}`);

  await page.goto(`${origin}/${path}`, { waitUntil: "load" });
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const isSkipped = await page.evaluate(() => document.activeElement === document.querySelector("main"));
  if (!isSkipped) fail(name, "the skip link does not lead to the content");
  await page.keyboard.press("Tab");
  const isInside = await page.evaluate(() => document.querySelector("main :focus") !== null || document.querySelector("main a, main button") === null);
  if (!isInside) fail(name, "what follows the skip link is not in the content");
  console.log(`${name}: ${count} stops of Tab, in their order, each seen`);
};

/// Presses Tab until something has the focus.
const tabTo = async (page, selector) => {
  for (let press = 0; press < 200; press += 1) {
    if (await page.evaluate((selector) => document.activeElement.matches(selector), selector)) return true;
    await page.keyboard.press("Tab");
  }
  fail(page.url(), `Tab never leads to ${selector}`);
  return false;
};

const browser = await launch();
for (const colorScheme of ["light", "dark"]) {
  const context = await browser.newContext({ colorScheme });
  const page = await context.newPage();
  for (const query of ["", `?query=${encodeURIComponent(QUERY)}`, "?query=SELECT"]) {
    await page.goto(`${origin}/sparql${query}`, { waitUntil: "load" });
    await audit(page, `sparql${query}, ${colorScheme}`, fail);
  }
  await context.close();
}

const context = await browser.newContext();
const page = await context.newPage();
await page.setViewportSize({ width: 1280, height: 900 });
for (const path of ["", "search/", "latest/", announcement, "sparql", `sparql?query=${encodeURIComponent(QUERY)}`]) {
  await walk(page, path);
}

await page.goto(`${origin}/search/`);
if (await tabTo(page, "input[type=search]")) {
  await page.keyboard.type("vatten");
  await page.keyboard.press("Enter");
  await page.waitForSelector("#search-results a");
  if (await tabTo(page, "#search-results a")) {
    await Promise.all([page.waitForURL("**/announcement/**"), page.keyboard.press("Enter")]);
    console.log(`search: leads to ${new URL(page.url()).pathname}`);
  }
}

await page.goto(`${origin}/sparql`);
if (await tabTo(page, "textarea")) {
  await page.keyboard.press("Control+A");
  await page.keyboard.type(QUERY);
  if (await tabTo(page, "button")) {
    await Promise.all([page.waitForURL("**/sparql?query=**"), page.keyboard.press("Enter")]);
    const rows = await page.$$eval("main tbody tr", (rows) => rows.length);
    if (rows !== 3) fail("sparql", `${rows} rows instead of 3`);
    console.log(`sparql: a query shows ${rows} rows`);
  }
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
