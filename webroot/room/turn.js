/**
 * The turn: sound, title, icon, vibration, notification; the count-down to the deadline, which is the server's. Nothing here
 * counts ticks, so a throttled tab is late in drawing but never wrong.
 */
import { secondsUntil } from '../shared/api.js';
import { alertNow, byId, setText } from '../shared/dom.js';
import { minutesAndSeconds } from '../shared/texts.js';
import { lang, t } from './words.js';

/** @typedef {import('../shared/contract').Ticket} Ticket */

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
