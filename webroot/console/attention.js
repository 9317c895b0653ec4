/** What calls the operator back to the console: sounds, the title, a notification. Sounds wait for a first press. */
import { secondsUntil } from '../shared/api.js';
import { alertNow, announce, byId } from '../shared/dom.js';
import { createChime } from '../shared/sound.js';
import { pick } from '../shared/texts.js';
import { t } from './words.js';

/** @typedef {import('./types').View} View */

const KEY = 'madoguchi.console.muted';
const RING_EVERY = 3;

/** @param {View} view */
const ringing = ({ call }) => call.status === 'ringing' && call.ticket?.state === 'handed-off';

export class Attention {
  #chime = createChime();
  /** @type {Notification | undefined} */
  #notification;
  #ringing = '';
  #joined = Number.POSITIVE_INFINITY;

  constructor() {
    for (const event of ['pointerdown', 'keydown']) addEventListener(event, () => this.#chime.unlock(), { once: true });
    byId('sound').onclick = () => this.#mute(!this.#chime.muted);
    this.#mute(localStorage.getItem(KEY) === 'yes');
  }

  /** @param {boolean} muted */
  #mute(muted) {
    this.#chime.muted = muted;
    if (muted) this.#chime.stop();
    localStorage.setItem(KEY, muted ? 'yes' : 'no');
    byId('sound').ariaPressed = String(!muted);
  }

  /** @param {View} view */
  render(view) {
    const { board, call, desk, lang } = view;
    const ticket = ringing(view) ? (call.ticket?.id ?? '') : '';
    if (ticket && ticket !== this.#ringing) this.#ring(view);
    if (!ticket && this.#ringing) this.#quiet();
    this.#ringing = ticket;
    if (board.today.joined > this.#joined) this.#arrived(view);
    this.#joined = board.today.joined;
    const waiting = board.waiting ? `(${board.waiting}) ` : '';
    document.title = ticket
      ? `${t('ringing', lang)} · ${call.ticket?.reference}`
      : `${waiting}${pick(desk.name, lang)} · ${t('title', lang)}`;
    byId('icon').href = ticket ? '/shared/icon-turn.svg' : '/shared/icon.svg';
  }

  /** Another desk's figures are no arrivals. */
  forget() {
    this.#joined = Number.POSITIVE_INFINITY;
    this.#ringing = '';
    this.#quiet();
  }

  /** @param {View} view */
  #ring({ call, lang }) {
    const seconds = call.until ? secondsUntil(call.until) : 0;
    this.#chime.ring(Math.floor(seconds / RING_EVERY) + 1, RING_EVERY);
    const title = t('ringingTitle', lang, { reference: call.ticket?.reference ?? '' });
    alertNow(title);
    if (globalThis.Notification?.permission !== 'granted') return;
    try {
      this.#notification = new Notification(title, { tag: 'madoguchi', lang, icon: '/shared/icon-turn.svg' });
      this.#notification.onclick = () => window.focus();
    } catch {} // Chrome on Android has the class and forbids its use
  }

  #quiet() {
    this.#chime.stop();
    this.#notification?.close();
    alertNow('');
  }

  /** A caller who joins while the operator talks is no news. @param {View} view */
  #arrived({ board, call, lang }) {
    if (call.status !== 'available' && call.status !== 'break') return;
    this.#chime.ring();
    announce(t('arrived', lang, { waiting: board.waiting }));
  }
}
