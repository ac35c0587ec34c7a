// Opens pages of published folders in Chromium, as people would see them: `node pages.mjs DIST...`.
//
// Of each folder, the first pages, those of the notice boards, of feeds, of lists and up to so many announcements, in light and dark, 320 and 1280 pixels wide. Exit 1
// where axe-core finds a violation, where a page is wider than the window, where it asks another host for anything but a
// picture, or where a link of it within the publication leads to no file.
import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { audit, launch } from "./browser.mjs";

const MOST = 16;
/// Bytes that a search for one word may take.
const MOST_BYTES = 100_000;
const TYPES = { html: "text/html; charset=utf-8", css: "text/css; charset=utf-8", js: "text/javascript; charset=utf-8" };
let failed = 0;

const fail = (page, text) => {
  console.error(`${page}: ${text}`);
  failed += 1;
};

const fileOf = (folder, path) => {
  const found = join(folder, decodeURIComponent(path));
  const candidates = [found, join(found, "index.html")];
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile());
};

/// The first pages, those of the notice boards, some lists, and announcements from the whole of the publication.
const pagesOf = (folder) => {
  const first = ["", "en/", "et/", "lv/"].filter((path) => fileOf(folder, path));
  const ids = readdirSync(join(folder, "announcement")).sort();
  const step = Math.max(1, ids.length / MOST);
  const some = Array.from({ length: Math.min(MOST, ids.length) }, (_, n) => ids[Math.floor(n * step)]);
  const folderOfBoards = join(folder, "board");
  const boards = existsSync(folderOfBoards) ? readdirSync(folderOfBoards).map((key) => `board/${key}/`) : [];
  const inside = (path) => (existsSync(join(folder, path)) ? readdirSync(join(folder, path)).sort() : []);
  const oneOf = (path) => inside(path).slice(-1).map((key) => `${path}${key}/`);
  const lists = ["lists/", "en/lists/", "latest/", "latest/page/1/", "en/latest/"].concat(
    ["type/", "month/", "def/topic/", "def/organization/", "def/place/", "lv/month/", "et/def/place/"].flatMap(oneOf),
  );
  const feeds = ["feeds/", "feed/all/", "feed/lang/ar/", ...boards.map((board) => `feed/${board}`)];
  const others = [...feeds, "statistics/", "search/", "open-data/", "catalogue/", "def/", "accessibility/"];
  const inLanguages = ["", "en/", "et/", "lv/"].flatMap((path) => boards.concat(others).map((page) => path + page));
  return first.concat(lists.filter((path) => fileOf(folder, path)), inLanguages.filter((path) => fileOf(folder, path)), some.map((id) => `announcement/${id}/`));
};

/// Words that the script and the program must find in a text alike, from the table of the crate `page`.
const checkWords = async (script, table) => {
  const { words } = await import(`data:text/javascript,${encodeURIComponent(script)}`);
  for (const line of table.split("\n").filter((line) => line.includes("\t"))) {
    const [text, expected] = line.split("\t");
    if (words(text).join(" ") !== expected) fail("words.tsv", `${text}: ${words(text).join(" ")}`);
  }
};

/// Searches for the title of an announcement, as people would, with the beginning of its last word. `sent` are the paths and
/// sizes of the files that the server has sent.
const checkSearch = async (browser, origin, folder, sent) => {
  const blocks = readdirSync(join(folder, "search/entries")).sort();
  const entries = JSON.parse(readFileSync(join(folder, "search/entries", blocks[Math.floor(blocks.length / 2)]), "utf8"));
  const [id, title] = entries.find((entry) => entry);
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${origin}/search/`);
  await page.getByRole("searchbox").fill(title.replace(/\P{L}*\p{L}?\P{L}*$/u, ""));
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("search-status").textContent !== "");
  const found = await page.$$eval("#search-results a", (links) => links.map((link) => new URL(link.href).pathname));
  if (!found.includes(`/announcement/${id}/`)) fail("search/", `"${title}" is not found: ${found}`);
  const taken = sent.filter(([path]) => /^\/(search|script)\/.+\.(txt|json|js)$/.test(path));
  const bytes = taken.reduce((sum, [, size]) => sum + size, 0);
  if (bytes === 0) fail("search/", "no file of the index was asked for");
  if (bytes > MOST_BYTES * title.split(" ").length) fail("search/", `"${title}" takes ${bytes} bytes`);
  await page.getByRole("searchbox").fill("qzxqzxqzx");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.getElementById("search-status").textContent.includes("qzxqzxqzx"));
  if ((await page.$$("#search-results a")).length > 0) fail("search/", "there are results of nothing");
  await context.close();
  console.log(`${folder}: search for "${title}" finds it, with ${bytes} bytes`);
};

const browser = await launch();

await checkWords(readFileSync("crates/page/src/search/search.js", "utf8"), readFileSync("crates/page/src/search/words.tsv", "utf8"));
for (const folder of process.argv.slice(2)) {
  const sent = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://localhost").pathname;
    const file = fileOf(folder, path);
    const body = file ? readFileSync(file) : "";
    response.writeHead(file ? 200 : 404, { "content-type": TYPES[file?.split(".").pop()] ?? "application/octet-stream" });
    response.end(body);
    sent.push([path, body.length]);
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const pages = pagesOf(folder);
  await checkSearch(browser, origin, folder, sent);
  for (const colorScheme of ["light", "dark"]) {
    const context = await browser.newContext({ colorScheme });
    const page = await context.newPage();
    // Pictures of announcements may be elsewhere. Nobody is asked for them here.
    await page.route("**/*", (route) => {
      const request = route.request();
      if (request.url().startsWith(origin)) return route.continue();
      if (request.resourceType() !== "image") fail(page.url(), `asks ${request.url()}`);
      return route.abort();
    });
    for (const path of pages) {
      await page.goto(`${origin}/${path}`, { waitUntil: "load" });
      await audit(page, `${path}, ${colorScheme}`, fail);
      const links = await page.$$eval("a[href], link[href]", (all) => all.map((link) => link.href));
      for (const link of new Set(links.filter((link) => link.startsWith(origin)))) {
        if (!fileOf(folder, new URL(link).pathname)) fail(path, `leads to no file: ${link}`);
      }
    }
    await context.close();
  }
  server.close();
  console.log(`${folder}: ${pages.length} pages opened, light and dark, at 320 and 1280 pixels`);
}
await browser.close();
process.exit(failed > 0 ? 1 : 0);
