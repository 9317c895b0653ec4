/**
 * The language a page speaks, and the few ways in which Madoguchi writes times and waits.
 *
 * @typedef {'ja' | 'en'} Lang
 * @typedef {{ low: number, high: number }} Range seconds
 */

/** @param {string | null | undefined} tag @returns {Lang | undefined} */
const known = (tag) => (/^ja\b/i.test(tag ?? '') ? 'ja' : /^en\b/i.test(tag ?? '') ? 'en' : undefined);

/** `?lang=` decides, then the browser. @returns {Lang} */
export const preferredLanguage = () =>
  known(new URLSearchParams(location.search).get('lang')) ?? known(navigator.language) ?? 'en';

/** @param {string} text @param {Record<string, string | number>} values */
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));

/** A text the desk gave, in the language asked for or the next best. @param {Record<string, string> | null | undefined} texts @param {Lang} lang */
export const pick = (texts, lang) => texts?.[lang] ?? texts?.en ?? Object.values(texts ?? {})[0] ?? '';

/** @param {string} tag @param {Lang} lang e.g. `ja`, `en` → 日本語, 英語 / Japanese, English */
export const languageName = (tag, lang) => new Intl.DisplayNames([lang], { type: 'language' }).of(tag) ?? tag;

/** Minutes are rounded outwards, so that the words never promise more than the figures. @param {Range} range @param {Lang} lang */
export function waitText({ low, high }, lang) {
  const from = Math.floor(low / 60);
  const to = Math.ceil(high / 60);
  const ja = lang === 'ja';
  if (to === 0) return ja ? '待ち時間なし' : 'no wait';
  if (from === 0) return ja ? `${to}分以内` : `up to ${to} min`;
  const minutes = from === to ? to : `${from}${ja ? '〜' : '–'}${to}`;
  return ja ? `約${minutes}分` : `about ${minutes} min`;
}

/** 75 → 1:15. @param {number} seconds */
export const minutesAndSeconds = (seconds) =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** A moment as this computer's own clock shows it. @param {number} moment milliseconds since the epoch @param {Lang} lang */
export const localTime = (moment, lang) =>
  new Intl.DateTimeFormat(lang, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(moment);
