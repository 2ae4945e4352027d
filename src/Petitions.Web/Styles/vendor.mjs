// Builds what is committed under wwwroot/lib and wwwroot/img/icons.svg. Run: npm ci --ignore-scripts && npm run vendor
import { mkdirSync, readFileSync, writeFileSync, copyFileSync } from "node:fs";
import { compile } from "sass";

const version = name => JSON.parse(readFileSync(`node_modules/${name}/package.json`, "utf8")).version;
const folder = (name, as = name) => {
  const path = `wwwroot/lib/${as}/${version(name)}`;
  mkdirSync(path, { recursive: true });
  copyFileSync(`node_modules/${name}/LICENSE`, `${path}/LICENSE.txt`);
  return path;
};

const bootstrap = folder("bootstrap");
const { css } = compile("Styles/bootstrap.scss", {
  loadPaths: ["node_modules/bootstrap/scss"], style: "compressed", quietDeps: true, charset: false,
  silenceDeprecations: ["import", "global-builtin", "color-functions"],
});
if (css.includes("data:")) throw new Error("bootstrap-petitions.css holds a data: address, which the CSP blocks");
writeFileSync(`${bootstrap}/bootstrap-petitions.css`, `/*! Bootstrap v${version("bootstrap")} (subset) | MIT | LICENSE.txt */\n${css}\n`);
copyFileSync("node_modules/bootstrap/dist/js/bootstrap.bundle.min.js", `${bootstrap}/bootstrap.bundle.min.js`);

const plain = text => text.replace(/^\/\/# sourceMappingURL=.*$/m, "").trimEnd() + "\n";
for (const file of [`${bootstrap}/bootstrap.bundle.min.js`]) writeFileSync(file, plain(readFileSync(file, "utf8")));
writeFileSync(`${folder("htmx.org", "htmx")}/htmx.min.js`, plain(readFileSync("node_modules/htmx.org/dist/htmx.min.js", "utf8")));
writeFileSync(`${folder("aspnet-client-validation")}/aspnet-validation.min.js`,
  plain(readFileSync("node_modules/aspnet-client-validation/dist/aspnet-validation.min.js", "utf8")));

const icons = JSON.parse(readFileSync("Styles/icons.json", "utf8"));
const symbols = Object.entries(icons).map(([id, file]) => {
  const svg = readFileSync(`node_modules/bootstrap-icons/icons/${file}.svg`, "utf8");
  const inner = svg.replace(/^[\s\S]*?<svg[^>]*>/, "").replace(/<\/svg>\s*$/, "").replace(/\s*\n\s*/g, "");
  return `<symbol id="${id}" viewBox="0 0 16 16">${inner}</symbol>`;
});
writeFileSync("wwwroot/img/icons.svg",
  `<svg xmlns="http://www.w3.org/2000/svg"><!-- Bootstrap Icons ${version("bootstrap-icons")}, MIT -->\n${symbols.join("\n")}\n</svg>\n`);
const licence = `wwwroot/lib/bootstrap-icons/${version("bootstrap-icons")}`;
mkdirSync(licence, { recursive: true });
copyFileSync("node_modules/bootstrap-icons/LICENSE", `${licence}/LICENSE.txt`);
