// Looks at one page as it lies in the browser and returns a list of problems, each one line.
// Called with { culture, citizen, elder, contrast, strict }: see PageChecks.cs.
(options) => {
  const problems = [];
  const say = (text) => { if (!problems.includes(text)) { problems.push(text); } };
  const name = (element) => {
    const id = element.id ? `#${element.id}` : "";
    const kind = element.className && typeof element.className === "string" ? `.${element.className.trim().split(/\s+/).join(".")}` : "";
    const text = (element.textContent || element.getAttribute("name") || "").trim().replace(/\s+/g, " ").slice(0, 30);
    return `${element.tagName.toLowerCase()}${id}${kind} "${text}"`;
  };
  const visible = (element) => {
    const box = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    return box.width > 1 && box.height > 1 && style.visibility !== "hidden" && style.display !== "none"
      && !element.closest("[hidden], .visually-hidden, .visually-hidden-focusable:not(:focus):not(:focus-within)");
  };
  const html = document.documentElement;

  // Language, title, headings, landmarks.
  if (html.lang !== options.culture) { say(`html lang is "${html.lang}" and not "${options.culture}"`); }
  if (!document.title.trim()) { say("no title"); }
  const h1 = document.querySelectorAll("h1");
  if (h1.length !== 1) { say(`${h1.length} h1 elements`); }
  let level = 0;
  for (const heading of document.querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    const next = Number(heading.tagName[1]);
    if (level > 0 && next > level + 1) { say(`heading jumps from h${level} to ${name(heading)}`); }
    level = next;
  }
  const landmarks = options.bare ? ["main"] : ["main", "body > header, body > div > header", "body > footer, body > div > footer"];
  for (const landmark of landmarks) {
    const found = document.querySelectorAll(landmark).length;
    if (found !== 1) { say(`${found} of landmark ${landmark}`); }
  }
  const viewport = document.querySelector("meta[name=viewport]");
  if (!viewport || /user-scalable|maximum-scale/.test(viewport.content)) { say("no viewport, or one that locks the zoom"); }
  if (options.elder !== html.classList.contains("pt-elder")) { say(`html class pt-elder is ${!options.elder}`); }
  if (options.contrast !== html.classList.contains("pt-contrast")) { say(`html class pt-contrast is ${!options.contrast}`); }

  // The skip link is the first thing that Tab can reach.
  if (!options.bare) {
    const first = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
      .find((element) => element.tabIndex >= 0 && !element.disabled && element.type !== "hidden");
    if (!first || first.getAttribute("href") !== "#main") { say(`the first tab stop is ${first ? name(first) : "nothing"} and not the skip link`); }
    const main = document.getElementById("main");
    if (!main || main.getAttribute("tabindex") !== "-1") { say("no #main with tabindex -1 for the skip link"); }
  }
  for (const element of document.querySelectorAll("[tabindex]")) {
    if (element.tabIndex > 0) { say(`positive tabindex on ${name(element)}`); }
  }

  // Ids, inline code, forms.
  const ids = new Set();
  for (const element of document.querySelectorAll("[id]")) {
    if (ids.has(element.id)) { say(`id "${element.id}" stands twice`); }
    ids.add(element.id);
  }
  for (const element of document.querySelectorAll("*")) {
    for (const attribute of element.attributes) {
      if (/^on/i.test(attribute.name)) { say(`inline handler ${attribute.name} on ${name(element)}`); }
      if (/^(aria-describedby|aria-labelledby|aria-controls|for)$/.test(attribute.name)) {
        for (const id of attribute.value.split(/\s+/).filter(Boolean)) {
          if (!document.getElementById(id)) { say(`${attribute.name} of ${name(element)} points to a missing "${id}"`); }
        }
      }
    }
    if (element.hasAttribute("style") && !element.hasAttribute("data-style-by-script")) { say(`style attribute on ${name(element)}`); }
  }
  for (const element of document.querySelectorAll("style, script:not([src])")) { say(`inline ${element.tagName.toLowerCase()}`); }
  for (const form of document.querySelectorAll("form")) {
    if (form.method === "post" && !form.querySelector("input[name=__RequestVerificationToken]")) { say(`form ${name(form)} without antiforgery token`); }
  }
  for (const tag of document.querySelectorAll(".pt-tag")) { if (!tag.textContent.trim()) { say("a status tag without words"); } }
  for (const chart of document.querySelectorAll(".pt-chart")) {
    if (!chart.getAttribute("aria-label")) { say("a chart without a text summary"); }
    if (!chart.parentElement.querySelector("table")) { say("a chart without its table"); }
  }
  if (document.querySelector("dialog[open], .modal.show")) { say("a dialog opened by itself"); }

  // Words: Han in English pages, keys in any page, size of letters in elder mode.
  const han = /[\u3400-\u9fff\uf900-\ufaff]+/;
  const key = /^[a-z][a-z0-9-]*(\.[a-z0-9_-]+)+$/i;
  const spoken = (text, where, element) => {
    const words = text.trim();
    if (!words) { return; }
    if (options.culture === "en" && han.test(words) && !element.closest("[data-user-text]") && !element.closest("[lang|=zh]:not(html)")) {
      say(`Han in an English page, ${where}: ${words.slice(0, 40)}`);
    }
    if (key.test(words) && !/^[\w.-]+\.(pdf|jpg|png|docx|txt|csv|xlsx|org|com|cn|gov|example|test)$/i.test(words) && !element.closest("[data-user-text], code, pre, kbd")) {
      say(`an untranslated key, ${where}: ${words}`);
    }
  };
  spoken(document.title, "title", html);
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!node.data.trim() || parent.closest("script, style, noscript, template")) { continue; }
    spoken(node.data, `in ${parent.tagName.toLowerCase()}`, parent);
    if (options.elder && visible(parent) && !parent.closest("svg") && parseFloat(getComputedStyle(parent).fontSize) < 18) {
      say(`letters of ${getComputedStyle(parent).fontSize} in elder mode: ${name(parent)}`);
    }
  }
  for (const attribute of ["alt", "title", "placeholder", "aria-label", "content"]) {
    for (const element of document.querySelectorAll(`[${attribute}]`)) {
      if (attribute === "content" && element.getAttribute("name") !== "description") { continue; }
      spoken(element.getAttribute(attribute), attribute, element);
    }
  }
  if (options.elder) {
    const style = getComputedStyle(document.body);
    if (parseFloat(style.lineHeight) / parseFloat(style.fontSize) < 1.3) { say(`line spacing ${style.lineHeight} for ${style.fontSize}`); }
  }

  // Touch targets on citizen pages: what is pressed, together with its label where the label takes the press.
  if (options.citizen) {
    const controls = "button, [role=button], input:not([type=hidden]), select, textarea, summary, a.btn, nav a, header a, footer a";
    const main = "main button, main [role=button], main a.btn, main input:not([type=hidden]), main select, main textarea";
    const inMain = new Set(document.querySelectorAll(main));
    for (const element of document.querySelectorAll(controls)) {
      if (!visible(element)) { continue; }
      let boxes = [element.getBoundingClientRect()];
      if (/^(radio|checkbox|file)$/.test(element.type)) {
        boxes = boxes.concat([...(element.labels || [])].map((label) => label.getBoundingClientRect()));
      }
      const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
      const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
      // Rounded: a browser may lay a 44 px box out as 43.99.
      const wanted = options.elder && inMain.has(element) ? 60 : 44;
      const inLine = getComputedStyle(element).display === "inline" && element.parentElement.textContent.trim() !== element.textContent.trim();
      if (inLine && element.tagName === "A") { continue; }
      if (Math.round(height) < wanted || Math.round(width) < Math.min(wanted, 44)) {
        say(`target ${Math.round(width)} x ${Math.round(height)} px, wanted ${wanted}: ${name(element)}`);
      }
    }
  }
  return problems;
}
