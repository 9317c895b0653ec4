/** Waiting: the place, the range, who is free; stepping away and leaving; what changed and why. */
import { secondsUntil } from '../shared/api.js';
import { announce, byId, setText } from '../shared/dom.js';
import { localTime, waitText } from '../shared/texts.js';
import { lang, t } from './words.js';

/**
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {import('../shared/contract').Desk} Desk
 * @typedef {'missed' | 'letGo' | 'notConnected' | 'putBack' | 'parked' | 'returned' | 'moved' | null} Reason
 */

/**
 * Why the ticket is where it is now, as far as the caller should be told; null when nothing happened.
 *
 * @param {Ticket | null} before
 * @param {Ticket} now
 * @param {boolean} askedForTime more time was asked for in this call-up
 * @returns {Reason}
 */
export function reasonOf(before, now, askedForTime) {
  if (now.state !== 'waiting') return null;
  if (now.presence === 'parked') return 'parked';
  if (now.moved) return 'moved';
  if (before?.presence === 'parked') return 'returned';
  if (before?.state === 'handed-off' || before?.state === 'in-call') return 'notConnected';
  if (before?.state !== 'called') return null;
  if (askedForTime) return 'letGo';
  return before.until && secondsUntil(before.until) < 2 ? 'missed' : 'putBack';
}

/** A note about an earlier move is over once the place gets better. @param {Ticket | null} before @param {Ticket} now */
export const movedUp = (before, now) => (now.position ?? 0) < (before?.position ?? 0);

/** @param {Ticket} ticket */
const waitWords = (ticket) => (ticket.wait ? t('waitIs', { wait: waitText(ticket.wait, lang) }) : t('waitUnknown'));

/** @param {Ticket} ticket @param {Reason} reason */
function noteOf(ticket, reason) {
  if (ticket.presence === 'stepped-away')
    return t('away', { time: localTime(Date.parse(ticket.awayUntil ?? ''), lang) });
  if (!reason) return '';
  return t(reason, { by: ticket.moved?.by ?? 1 });
}

/** @param {Ticket} ticket @param {Desk} desk @param {Reason} reason */
export function renderLine(ticket, desk, reason) {
  const note = noteOf(ticket, reason);
  const away = ticket.presence === 'stepped-away';
  setText(byId('position'), ticket.position ? String(ticket.position) : '–');
  setText(byId('wait'), waitWords(ticket));
  setText(byId('operators'), t('operatorsNow', desk.operators));
  setText(byId('reference'), ticket.reference);
  setText(byId('line-note'), note);
  setText(byId('step-away'), t('stepAway', { minutes: Math.round(desk.stepAway / 60) }));
  byId('line-note').hidden = !note;
  byId('step-away').hidden = away || !ticket.mayStepAway;
  byId('back').hidden = !away;
  announce(note || t('spoken', { position: ticket.position ?? '–', wait: waitWords(ticket) }));
}
