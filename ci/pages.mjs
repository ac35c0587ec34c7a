// Opens pages of published folders in Chromium, as people would see them: `node pages.mjs DIST...`.
//
// Of each folder, the first pages, those of the notice boards and up to so many announcements, in light and dark, 320 and 1280 pixels wide. Exit 1
// where axe-core finds a violation, where a page is wider than the window, where it asks another host for anything but a
// picture, or where a link of it within the publication leads to no file.
import { createServer } from "node:http";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const MOST = 16;
const TYPES = { html: "text/html; charset=utf-8", css: "text/css; charset=utf-8" };
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

/// The first pages, those of the notice boards, and announcements from the whole of the publication.
const pagesOf = (folder) => {
  const first = ["", "en/", "et/", "lv/"].filter((path) => fileOf(folder, path));
  const ids = readdirSync(join(folder, "announcement")).sort();
  const step = Math.max(1, ids.length / MOST);
  const some = Array.from({ length: Math.min(MOST, ids.length) }, (_, n) => ids[Math.floor(n * step)]);
  const folderOfBoards = join(folder, "board");
  const boards = existsSync(folderOfBoards) ? readdirSync(folderOfBoards).map((key) => `board/${key}/`) : [];
  const others = ["statistics/"];
  const inLanguages = ["", "en/", "et/", "lv/"].flatMap((path) => boards.concat(others).map((page) => path + page));
  return first.concat(inLanguages.filter((path) => fileOf(folder, path)), some.map((id) => `announcement/${id}/`));
};

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

for (const folder of process.argv.slice(2)) {
  const server = createServer((request, response) => {
    const file = fileOf(folder, new URL(request.url, "http://localhost").pathname);
    response.writeHead(file ? 200 : 404, { "content-type": TYPES[file?.split(".").pop()] ?? "application/octet-stream" });
    response.end(file ? readFileSync(file) : "");
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const origin = `http://127.0.0.1:${server.address().port}`;
  const pages = pagesOf(folder);
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
      await page.evaluate(axe.source);
      for (const width of [320, 1280]) {
        await page.setViewportSize({ width, height: 900 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
        if (over > 0) fail(`${path} at ${width}`, `${over} pixels wider than the window`);
        const found = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), TAGS);
        for (const { id, nodes } of found.violations) {
          fail(`${path} at ${width}, ${colorScheme}`, `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary.replace(/\s+/g, " ")}`);
        }
      }
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
