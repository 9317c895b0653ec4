/** How the console writes times: waits in minutes, clock times as this computer's clock shows them. */
import { serverNow } from '../shared/api.js';
import { t } from './words.js';

/** @typedef {import('../shared/texts.js').Lang} Lang */

/** @param {string | undefined} instant @returns {number} seconds, never negative */
export const secondsSince = (instant) => (instant ? Math.max(0, (serverNow() - Date.parse(instant)) / 1000) : 0);

/** @param {number} seconds @param {Lang} lang */
export const minutes = (seconds, lang) =>
  seconds < 60 ? t('underMinute', lang) : t('minutes', lang, { n: Math.floor(seconds / 60) });

/** @param {string | number} instant @param {Lang} lang @param {Intl.DateTimeFormatOptions} [form] */
export const clock = (instant, lang, form = { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }) =>
  new Intl.DateTimeFormat(lang, form).format(new Date(instant));

/** @param {string} instant @param {Lang} lang */
export const dayAndClock = (instant, lang) =>
  clock(instant, lang, { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
