/** The words of the room in the language now spoken; only that language is loaded. */
import { fill } from '../shared/texts.js';

/** @typedef {import('../shared/texts.js').Lang} Lang */
/** @typedef {typeof import('./words.en').default} Words */

/** @type {Lang} */
export let lang = 'en';

/** @type {Words} */
let words;

/** @param {Lang} chosen */
export async function learn(chosen) {
  words = (chosen === 'ja' ? await import('./words.ja.js') : await import('./words.en.js')).default;
  lang = chosen;
}

/** @param {keyof Words} key @param {Record<string, string | number>} [values] put for `{name}` */
export const t = (key, values = {}) => fill(words[key], values);
