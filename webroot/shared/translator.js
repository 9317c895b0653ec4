/** For the pages whose words all stand in one file, both languages side by side. */
import { fill } from './texts.js';

/**
 * @typedef {import('./texts.js').Lang} Lang
 * @typedef {{ ja: string, en: string }} Text
 */

/**
 * @template {Record<string, Text>} D
 * @param {D} dictionary
 * @returns {(key: keyof D, lang: Lang, values?: Record<string, string | number>) => string} puts values for `{name}`
 */
export const translator = (dictionary) => (key, lang, values) =>
  fill(/** @type {Text} */ (dictionary[key])[lang], values ?? {});
