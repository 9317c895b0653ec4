/** The operator's own status: what it is, what was wished for, and calling the next caller. */
import { request, secondsUntil } from '../shared/api.js';
import { byId, setText } from '../shared/dom.js';
import { minutesAndSeconds } from '../shared/texts.js';
import { checkMicrophone } from './talk.js';
import { clock } from './times.js';
import { t } from './words.js';

/**
 * @typedef {import('./types').View} View
 * @typedef {import('./types').Call} Call
 * @typedef {import('./types').Wish} Wish
 * @typedef {import('../shared/texts.js').Lang} Lang
 */

/** A caller who has not joined yet is being called; one who has is ringing. @param {Call} call */
const word = ({ status, ticket }) => (status === 'ringing' && ticket?.state === 'called' ? 'calling' : status);

/** @param {Call} call @param {Lang} lang */
function statusText(call, lang) {
  const status = t(word(call), lang);
  if (call.status === 'wrap-up') {
    return call.until && !call.ticket
      ? t('freeIn', lang, { status, time: minutesAndSeconds(Math.ceil(secondsUntil(call.until))) })
      : status;
  }
  return call.since ? t('since', lang, { status, time: clock(call.since, lang) }) : status;
}

/** @param {Call} call @returns {Wish | null} which of the three is pressed */
function pressed({ status, next }) {
  if (next) return next;
  return status === 'break' || status === 'offline' ? status : 'available';
}

/** @param {Call} call @param {Lang} lang what comes after, or must come before, a call */
function nextText({ next, status }, lang) {
  if (next) return t('afterCall', lang, { status: t(next, lang) });
  return status === 'offline' || status === 'break' ? t('restNow', lang) : '';
}

/** Whether the desk's calls are answered in Zoom, where operators have their status too. @param {View} view */
export const inZoom = ({ desk }) => desk.provider === 'zoom';

/** @param {View} view */
export function renderOwn(view) {
  const { call, lang, operator } = view;
  const elsewhere = inZoom(view);
  setText(byId('own-title'), t(elsewhere ? 'calls' : 'ownStatus', lang));
  byId('own').hidden = !elsewhere && !operator.roles.includes('operator');
  byId('own-elsewhere').hidden = !elsewhere;
  byId('own-status').hidden = elsewhere;
  byId('own-wish').hidden = elsewhere;
  setText(byId('own-status'), statusText(call, lang));
  byId('own-status').dataset.status = call.status;
  byId('own-forced').hidden = elsewhere || !call.forced;
  for (const button of byId('own').querySelectorAll('[data-wish]')) {
    button.ariaPressed = String(button.dataset.wish === pressed(call));
  }
  setText(byId('own-next'), elsewhere ? '' : nextText(call, lang));
  byId('next').hidden = elsewhere || Boolean(call.ticket);
  byId('next').disabled = call.status !== 'available';
}

/**
 * Whoever comes to answer calls shall have a microphone, and is asked for it now rather than while a caller waits.
 *
 * @param {Wish} status @param {Call} before @param {string} at the query that names the desk @returns {Promise<Call>}
 */
export async function wish(status, before, at) {
  if (status === 'available' && !before.ticket) {
    await checkMicrophone();
    globalThis.Notification?.requestPermission?.();
  }
  return request('PUT', `/api/v1/operator/status${at}`, { body: { status } });
}

/** @param {string} at @param {string} [ticket] @returns {Promise<Call>} */
export const callNext = (at, ticket) =>
  request('POST', `/api/v1/operator/next${at}`, { body: ticket ? { ticket } : {} });
