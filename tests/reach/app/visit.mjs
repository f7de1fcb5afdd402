// Opens a page in Chromium that runs one script, calls the function that the script leaves, and prints what it gives and all
// that the page asked for. Everything else of the page's origin is answered by whoever listens there.
import { readFileSync } from "node:fs";
import { chromium } from "playwright-core";

const [executablePath, origin, script] = process.argv.slice(2);
const flags = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const args = ["--no-sandbox", "--disable-component-update", "--disable-sync", ...flags];
const browser = await chromium.launch({ executablePath, args });
try {
  const page = await browser.newPage();
  const requests = [];
  const messages = [];
  const errors = [];
  page.on("request", (request) => requests.push(request));
  page.on("console", (message) => messages.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.route(`${origin}/`, (route) =>
    route.fulfill({ contentType: "text/html", body: '<!doctype html><script type="module" src="/page.js"></script>' }),
  );
  await page.route(`${origin}/page.js`, (route) =>
    route.fulfill({ contentType: "text/javascript", body: readFileSync(script, "utf8") }),
  );
  await page.goto(`${origin}/`);
  const result = await page.evaluate(() => globalThis.runPage());
  const sent = await Promise.all(requests.map(async (request) => [request.url(), await request.allHeaders()]));
  console.log(JSON.stringify({ version: browser.version(), result, sent, messages, errors }));
} finally {
  await browser.close();
}
