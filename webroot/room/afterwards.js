/** Afterwards, and where there was no way in: what happened, one optional question, the way to write instead. */
import { byId, setText } from '../shared/dom.js';
import { pick, timeText } from '../shared/texts.js';
import { lang, t } from './words.js';

/**
 * @typedef {import('../shared/contract').Desk} Desk
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {'closed' | 'paused' | 'full' | 'gone' | 'unknownDesk'} Obstacle
 */

/** @param {Ticket} ticket */
export const hasTalked = ({ state, outcome }) =>
  state !== 'ended' || ['solved', 'follow-up', 'referred', 'dropped'].includes(outcome ?? '');

/** @param {Ticket} ticket @returns {[title: string, text: string]} */
function ending(ticket) {
  const { outcome } = ticket;
  if (hasTalked(ticket)) return [t('talked'), t(outcome === 'follow-up' ? outcome : 'talkedText')];
  if (outcome === 'abandoned') return [t('abandoned'), t('abandonedText')];
  if (outcome === 'no-show') return [t('noShow'), t('noShowText')];
  if (outcome === 'closed') return [t('closedOn'), t('closedOnText')];
  return [t('left'), t('leftText')];
}

/** @param {Obstacle} obstacle @param {string | undefined} opens @returns {[title: string, text: string]} */
function hindrance(obstacle, opens) {
  if (obstacle === 'gone' || obstacle === 'unknownDesk') return [t(obstacle), t(`${obstacle}Text`)];
  if (obstacle !== 'closed') return [t(obstacle), t('laterText')];
  const when = opens ? `${t('opens', { time: timeText(opens, lang) })} ` : '';
  return [t('closed'), when + t('closedText')];
}

/** @param {[title: string, text: string]} words */
function say([title, text]) {
  setText(byId('over-title'), title);
  setText(byId('over-text'), text);
}

/** @param {Ticket} ticket */
export function renderEnding(ticket) {
  say(ending(ticket));
  byId('feedback').hidden = !hasTalked(ticket) || !!ticket.feedbackGiven;
  byId('thanks').hidden = !ticket.feedbackGiven;
  byId('again').hidden = false;
}

/** @param {Obstacle} obstacle @param {string | undefined} opens */
export function renderObstacle(obstacle, opens) {
  say(hindrance(obstacle, opens));
  byId('feedback').hidden = true;
  byId('thanks').hidden = true;
  byId('again').hidden = obstacle !== 'gone';
}

/** @param {Desk} desk @param {string} reference empty while none is known */
export function renderMail(desk, reference) {
  const form = pick(desk.mailForm, lang);
  byId('mail').hidden = !form;
  byId('mail-link').href = form.replace('{reference}', encodeURIComponent(reference));
  setText(byId('mail-text'), t('mailText'));
  setText(byId('mail-reference'), reference && t('mailReference', { reference }));
}
