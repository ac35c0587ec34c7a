// Chromium, and what every page is held against in it.
import { chromium } from "playwright-core";
import axe from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export const launch = () =>
  chromium.launch({
    executablePath: "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });

/// Holds an open page against WCAG 2.2 and its width, at 320 and 1280 pixels.
export const audit = async (page, name, fail) => {
  await page.evaluate(axe.source);
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) fail(`${name} at ${width}`, `${over} pixels wider than the window`);
    const found = await page.evaluate((values) => axe.run({ runOnly: { type: "tag", values } }), TAGS);
    for (const { id, nodes } of found.violations) {
      fail(`${name} at ${width}`, `${id}: ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary.replace(/\s+/g, " ")}`);
    }
  }
};
