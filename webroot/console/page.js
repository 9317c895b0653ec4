/** The frame of the console: which page is shown, its words, and whether what it shows is fresh. */
import { byId, setText } from '../shared/dom.js';
import { clock } from './times.js';
import { t } from './words.js';

/**
 * @typedef {import('../shared/texts.js').Lang} Lang
 * @typedef {import('./words.js').Word} Word
 */

/** @param {'signed-out' | 'console'} page */
export function showPage(page) {
  for (const each of document.querySelectorAll('main')) each.hidden = each.id !== page;
  for (const id of ['sound', 'sign-out', 'operator', 'live']) byId(id).hidden = page !== 'console';
}

/** @param {Word} reason why nobody is signed in @param {Lang} lang */
export function renderSignedOut(reason, lang) {
  document.title = t('title', lang);
  setText(byId('desk-name'), t('title', lang));
  setText(byId('signed-out-title'), t('signedOutTitle', lang));
  setText(byId('signed-out-text'), t(reason, lang));
  byId('desk-field').hidden = true;
}

/** @param {{ lost: boolean, heard: number }} connection `heard`: when the last event came @param {Lang} lang */
export function renderConnection({ lost, heard }, lang) {
  setText(byId('connection'), lost ? t('lost', lang, { time: clock(heard, lang, { timeStyle: 'medium' }) }) : '');
  byId('connection').hidden = !lost;
  setText(byId('live'), lost ? '' : t('live', lang));
}
