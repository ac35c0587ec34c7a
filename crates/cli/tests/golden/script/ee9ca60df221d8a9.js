// Search over the files of the index that lie beside the page. `index.rs` writes them, and says what is in them.

/** Number of files of words: `FILES` of `index.rs`. */
const FILES = 512;
/** Number of announcements in a file of results: `BLOCK` of `index.rs`. */
const BLOCK = 16;
/** Number of characters of a word that count. */
const LONGEST = 40;
/** Number of characters from which on the last word is the beginning of one. */
const PREFIX = 3;
/** Number of results that are shown at a time. */
const AT_ONCE = 10;
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Returns the words of a text as the index has them: see `words.rs`, which shares a table of cases. */
export function words(text) {
  const lower = text.normalize("NFKC").toLowerCase();
  const fold = (letter) => ("åäö".includes(letter) ? letter : letter.normalize("NFD").replace(/[\u0300-\u036f]/g, ""));
  const folded = Array.from(lower, fold).join("").normalize("NFC");
  return (folded.match(/[\p{Alphabetic}\p{N}\p{M}]+/gu) ?? []).map((word) => Array.from(word).slice(0, LONGEST).join(""));
}

/** Returns the number of the file that has a word: FNV-1a over its first characters. */
export function fileOf(word) {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(Array.from(word).slice(0, PREFIX).join(""))) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash % FILES;
}

/** Returns the numbers of an entry of the index. */
export function numbers(digits) {
  const found = [];
  let [last, step, shift] = [-1, 0, 0];
  for (const digit of digits) {
    const value = DIGITS.indexOf(digit);
    step += (value % 32) * 2 ** shift;
    shift += 5;
    if (value < 32) {
      last += step + 1;
      found.push(last);
      [step, shift] = [0, 0];
    }
  }
  return found;
}

/** Returns the lines of a file of words that are about a word, or about one that begins so. */
export function linesOf(file, word, isPrefix) {
  return file.split("\n").filter((line) => line.startsWith(isPrefix ? word : `${word} `));
}

async function read(path) {
  const response = await fetch(path);
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return response;
}

/** Returns the numbers of the announcements that have all words: those with more of them in titles and topics first, then the last. */
async function find(index, query) {
  const wanted = words(query);
  const isOpen = !/[^\p{Alphabetic}\p{N}\p{M}]$/u.test(query);
  let found = null;
  for (const [at, word] of wanted.entries()) {
    const isPrefix = isOpen && at === wanted.length - 1 && Array.from(word).length >= PREFIX;
    const file = await (await read(`${index}words/${fileOf(word)}.txt`))?.text();
    const here = new Map();
    for (const line of linesOf(file ?? "", word, isPrefix)) {
      const [, all, titles] = line.split(" ");
      for (const number of numbers(all)) here.set(number, here.get(number) ?? 0);
      for (const number of numbers(titles ?? "")) here.set(number, 1);
    }
    found = found === null ? here : new Map([...found].filter(([number]) => here.has(number)).map(([number, rank]) => [number, rank + here.get(number)]));
  }
  return [...(found ?? [])].sort((a, b) => b[1] - a[1] || b[0] - a[0]).map(([number]) => number);
}

/** Returns the announcements with these numbers. */
async function entriesOf(index, found) {
  const blocks = new Map();
  for (const number of found) {
    const block = Math.floor(number / BLOCK);
    if (!blocks.has(block)) blocks.set(block, read(`${index}entries/${block}.json`).then((response) => response?.json()));
  }
  const entries = await Promise.all(found.map(async (number) => (await blocks.get(Math.floor(number / BLOCK)))?.[number % BLOCK]));
  return entries.filter(Boolean);
}

function start(form) {
  const { index, announcements, none, one, several, failed } = form.dataset;
  const input = form.elements.q;
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const more = document.getElementById("search-more");
  const days = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: "long", timeZone: "UTC" });
  let [run, rest, summary] = [0, [], ""];

  const item = ([id, title, language, day]) => {
    const [row, heading, link, line, time] = ["li", "h2", "a", "p", "time"].map((name) => document.createElement(name));
    link.href = `${announcements}${id}/`;
    link.lang = language;
    link.textContent = title;
    heading.append(link);
    line.className = "dates";
    time.dateTime = day;
    time.textContent = days.format(new Date(`${day}T00:00:00Z`));
    line.append(time);
    row.append(heading, line);
    return row;
  };

  const show = async (mine) => {
    // Taken before the files are read, so that a second click takes the next ones.
    const shown = rest.slice(0, AT_ONCE);
    rest = rest.slice(AT_ONCE);
    try {
      const rows = (await entriesOf(index, shown)).map(item);
      if (mine !== run) return [];
      list.append(...rows);
      more.hidden = rest.length === 0;
      return rows;
    } catch (error) {
      if (mine === run) rest = [...shown, ...rest];
      throw error;
    }
  };

  const search = async () => {
    const mine = (run += 1);
    const query = input.value;
    list.replaceChildren();
    more.hidden = true;
    status.textContent = "";
    if (words(query).length === 0) return;
    try {
      const found = await find(index, query);
      if (mine !== run) return;
      rest = found;
      await show(mine);
      if (mine !== run) return;
      const text = found.length === 0 ? none : found.length === 1 ? one : several.replace("{}", found.length.toLocaleString(document.documentElement.lang));
      summary = text.replace("{?}", () => query);
      status.textContent = summary;
    } catch {
      if (mine === run) status.textContent = failed;
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    history.replaceState(null, "", `?q=${encodeURIComponent(input.value)}`);
    search();
  });
  more.addEventListener("click", async () => {
    const mine = run;
    try {
      const rows = await show(mine);
      if (mine === run && status.textContent === failed) status.textContent = summary;
      rows[0]?.querySelector("a").focus();
    } catch {
      if (mine !== run) return;
      status.textContent = failed;
      more.hidden = false;
    }
  });
  document.getElementById("search-off").hidden = true;
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  search();
}

// In Node.js there is no page; tests call the functions.
const form = globalThis.document?.getElementById("search");
if (form) start(form);
