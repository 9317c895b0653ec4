/**
 * Waiting and the turn. Waiting shows the place, the range, who is free, and what changed and why. The turn has sound, title,
 * icon, vibration, notification, and the count-down to the deadline, which is the server's. Nothing here counts ticks, so a
 * throttled tab is late in drawing but never wrong.
 */
import { secondsUntil } from '../shared/api.js';
import { alertNow, announce, byId, setText } from '../shared/dom.js';
import { localTime, minutesAndSeconds, waitText } from '../shared/texts.js';
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
  byId('step-away').hidden = away || !ticket.mayStepAway;
  byId('back').hidden = !away;
  announce(note || t('spoken', { position: ticket.position ?? '–', wait: waitWords(ticket) }));
}

const RING_EVERY = 4;

export class Turn {
  #chime;
  /** The deadline now counted down to; empty when it is not the caller's turn. */
  #until = '';
  #warned = false;
  #timer = 0;
  #warning = 20;
  /** @type {Notification | undefined} */
  #notification;

  /** @param {ReturnType<typeof import('../shared/sound.js').createChime>} chime */
  constructor(chime) {
    this.#chime = chime;
    document.addEventListener('visibilitychange', () => this.#draw());
  }

  /** @param {Ticket} ticket @param {number} warning seconds before the deadline at which to warn */
  render(ticket, warning) {
    const { until = '', extensions = 0, microphone } = ticket;
    this.#warning = warning;
    setText(byId('turn-lead'), t(microphone === 'passed' ? 'turnLead' : 'turnCheck'));
    setText(byId('more-time'), t('moreTime'));
    byId('more-time').disabled = extensions === 0;
    byId('join').hidden = microphone !== 'passed';
    if (until !== this.#until) this.#begin(until);
    this.#draw();
  }

  /** @param {string} until */
  #begin(until) {
    const called = !this.#until;
    this.#until = until;
    this.#warned = false;
    byId('icon').href = '/shared/icon-turn.svg';
    this.ring();
    if (called) this.#attract();
    clearInterval(this.#timer);
    this.#timer = window.setInterval(() => this.#draw(), 1000);
  }

  /** Until the deadline, if sound is allowed. */
  ring() {
    if (this.#until) this.#chime.ring(Math.floor(secondsUntil(this.#until) / RING_EVERY) + 1, RING_EVERY);
  }

  #attract() {
    const title = t('turnTitle');
    alertNow(title);
    navigator.vibrate?.([300, 150, 300]);
    if (globalThis.Notification?.permission !== 'granted') return;
    try {
      const options = {
        body: t('turnLead'),
        tag: 'madoguchi',
        lang,
        icon: '/shared/icon-turn.svg',
      };
      this.#notification = new Notification(title, options);
      this.#notification.onclick = () => window.focus();
    } catch {} // Chrome on Android has the class and forbids its use
  }

  #draw() {
    if (!this.#until) return;
    const left = Math.ceil(secondsUntil(this.#until));
    const time = minutesAndSeconds(left);
    setText(byId('countdown'), left ? t('timeLeft', { time }) : t('timeOver'));
    byId('countdown').classList.toggle('hurry', left <= this.#warning);
    document.title = `${time} · ${t('turnTitle')}`;
    if (left > this.#warning || this.#warned || !left) return;
    this.#warned = true;
    alertNow(t('hurry', { seconds: left }));
  }

  /** It is not, or no longer, the caller's turn. */
  end() {
    if (!this.#until) return;
    this.#until = '';
    clearInterval(this.#timer);
    this.#chime.stop();
    this.#notification?.close();
    alertNow('');
    byId('icon').href = '/shared/icon.svg';
  }
}
