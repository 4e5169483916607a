// Draws every model in processes/src/main/resources/packs as SVG and PNG with bpmn-js in headless Chromium.
// Usage: npm install && npm run render        (CHROMIUM=/path/to/chromium when it is not /usr/bin/chromium)
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const here = dirname(fileURLToPath(import.meta.url));
const packs = join(here, "../../processes/src/main/resources/packs");
const viewer = createRequire(import.meta.url).resolve("bpmn-js/dist/bpmn-viewer.production.min.js");

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"],
});
try {
  for (const pack of readdirSync(packs, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const folder = join(packs, pack.name);
    for (const file of readdirSync(folder).filter((name) => name.endsWith(".bpmn"))) {
      await draw(join(folder, file), join(here, `${pack.name}-${file.replace(/\.bpmn$/, "")}`));
    }
  }
} finally {
  await browser.close();
}

async function draw(model, picture) {
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  await page.setContent(`<style>body{margin:0} #canvas{width:800px;height:600px} text{font-family:"Noto Sans CJK SC"}</style><div id="canvas"></div>`);
  await page.addScriptTag({ path: viewer });
  const { svg, warnings } = await page.evaluate(async (xml) => {
    const bpmn = new BpmnJS({ container: "#canvas", textRenderer: { defaultStyle: { fontFamily: '"Noto Sans CJK SC", sans-serif' } } });
    const { warnings } = await bpmn.importXML(xml);
    return { svg: (await bpmn.saveSVG()).svg, warnings: warnings.map((warning) => warning.message) };
  }, readFileSync(model, "utf8"));
  if (warnings.length) throw new Error(`${model}: ${warnings.join("; ")}`);
  writeFileSync(`${picture}.svg`, svg);

  const [width, height] = [/width="([\d.]+)"/, /height="([\d.]+)"/].map((part) => Math.ceil(Number(svg.match(part)[1])));
  await page.setViewportSize({ width, height });
  await page.setContent(`<style>body{margin:0;background:#fff}</style>${svg.slice(svg.indexOf("<svg"))}`);
  await page.screenshot({ path: `${picture}.png` });
  await page.close();
  console.log(`${picture}.png ${width}x${height}`);
}
