/** Elements without strings of HTML: our pages run under Trusted Types. */

/**
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes] true is an empty attribute, null and false are none
 * @param {...(Node | string | null)} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value != null && value !== false) made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The element of that id, which the page's HTML surely has. @param {string} id @returns {any} */
export function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`id: ${id} (expected: an element of this page)`);
  return found;
}

/** Writes only what changed, so that nothing is read out twice. @param {Node} node @param {string} text */
export function setText(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** Fills in the words that stand in the page itself (`data-t`), and marks the language spoken. @param {(key: any) => string} t @param {string} lang */
export function writeWords(t, lang) {
  document.documentElement.lang = lang;
  for (const node of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-t], [data-lang]'))) {
    const { t: key, lang: own } = node.dataset;
    if (key) setText(node, t(key));
    else node.setAttribute('aria-pressed', String(own === lang));
  }
  const url = new URL(location.href);
  url.searchParams.set('lang', lang);
  url.searchParams.delete('failed'); // told once; a reload is no new failure
  history.replaceState(history.state, '', url);
}

const BETWEEN = 30_000;

/** What a screen reader is told without being asked: quiet news at most twice a minute, the turn and errors at once. */
let last = -BETWEEN;
let pending = '';
let timer = 0;

function flush() {
  timer = 0;
  last = performance.now();
  byId('status').textContent = pending;
}

/** The newest news wins. @param {string} text into the element `status` (role=status) */
export function announce(text) {
  if (text === pending) return;
  pending = text;
  if (!timer) timer = window.setTimeout(flush, Math.max(0, last + BETWEEN - performance.now()));
}

/** @param {string} text into the element `alert` (role=alert); empty clears it */
export function alertNow(text) {
  const alert = byId('alert');
  if (alert.textContent !== text) alert.textContent = text;
}
