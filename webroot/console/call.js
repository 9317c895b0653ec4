/**
 * The operator's call, from the call-up to its outcome. The server says in which state it is; whether it is heard in this
 * window is known here alone (`Talk`).
 */
import { request, secondsUntil } from '../shared/api.js';
import { byId, element, setText } from '../shared/dom.js';
import { languageName, minutesAndSeconds } from '../shared/texts.js';
import { topicName } from './line.js';
import { savePicture, spend, standing } from './screenshot.js';
import { Talk } from './talk.js';
import { minutes, secondsSince } from './times.js';
import { t } from './words.js';

/**
 * @typedef {import('./types').View} View
 * @typedef {import('./types').Call} Call
 * @typedef {import('./types').Outcome} Outcome
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {import('../call/outbox.js').Signal & { ticket: string }} SignalEvent
 * @typedef {import('../shared/texts.js').Lang} Lang
 * @typedef {'none' | 'calling' | 'ringing' | 'apart' | 'talking' | 'owed'} Phase `apart`: on a call that this window does
 *   not carry; `owed`: the caller hung up, the outcome is not yet named
 */

/** @param {Call} call @param {boolean} here whether this window carries the call @returns {Phase} */
export function phaseOf({ ticket }, here) {
  if (ticket?.state === 'called') return 'calling';
  if (ticket?.state === 'handed-off') return here ? 'talking' : 'ringing';
  if (ticket?.state !== 'in-call') return 'none';
  if (ticket.hungUp) return 'owed';
  return here ? 'talking' : 'apart';
}

export class CallCard {
  /** @type {Talk | null} */
  #talk = null;
  /** The caller's last picture, kept for the moment of answering. @type {SignalEvent | null} */
  #signal = null;
  #ending = false;
  /** @type {Phase} */
  #phase = 'none';
  #onChange;

  /** @param {() => void} onChange asks for a new drawing */
  constructor(onChange) {
    this.#onChange = onChange;
    byId('end').onclick = () => {
      this.#ending = !this.#ending;
      onChange();
      if (this.#ending) byId('outcomes').querySelector('button').focus();
    };
    byId('mute').onclick = () => this.#talk?.mute(!this.#talk.muted);
  }

  /** @param {SignalEvent} signal */
  receive(signal) {
    this.#signal = signal;
    if (this.#talk?.ticket === signal.ticket) this.#talk.receive(signal);
  }

  /** @param {Ticket} ticket @param {string} at the query that names the desk */
  async answer(ticket, at) {
    const place = { voice: new Audio(), picture: byId('video'), onChange: this.#onChange };
    const talk = await Talk.begin(ticket.id, { at, place });
    this.#talk?.close();
    this.#talk = talk;
    if (this.#signal?.ticket === ticket.id) talk.receive(this.#signal);
    this.#onChange();
  }

  /** @param {Ticket} ticket @param {string} at @param {Outcome} outcome */
  async end(ticket, at, outcome) {
    await request('POST', `/api/v1/operator/calls/${ticket.id}/outcome${at}`, { body: { outcome } });
    this.close();
  }

  /** @param {Ticket} ticket @param {string} at */
  putBack(ticket, at) {
    return request('POST', `/api/v1/operator/calls/${ticket.id}/return${at}`);
  }

  /** @param {Ticket} ticket @param {string} at */
  askConsent(ticket, at) {
    return request('POST', `/api/v1/operator/calls/${ticket.id}/consents${at}`);
  }

  /** @param {View} view */
  async savePicture({ call, consents }) {
    const { consent } = standing(consents);
    if (!consent || !call.ticket) return;
    await savePicture(byId('video'), call.ticket.reference);
    spend(consent);
    this.#onChange();
  }

  close() {
    this.#talk?.close();
    this.#talk = null;
    this.#ending = false;
  }

  /** @param {View} view */
  render(view) {
    const { ticket } = view.call;
    if (this.#talk && (this.#talk.ticket !== ticket?.id || ticket.state === 'waiting' || ticket.hungUp)) this.close();
    const phase = phaseOf(view.call, Boolean(this.#talk));
    if (phase === 'none') this.#ending = false;
    byId('call').hidden = phase === 'none';
    if (ticket && phase !== 'none') this.#fill(view, ticket, phase);
    this.#phase = phase;
  }

  /** @param {View} view @param {Ticket} ticket @param {Phase} phase */
  #fill(view, ticket, phase) {
    const { lang } = view;
    const talking = phase === 'talking';
    byId('call').dataset.phase = phase;
    setText(byId('call-title'), t(TITLES[phase], lang, { reference: ticket.reference }));
    setText(byId('call-lead'), this.#lead(view, phase));
    setText(byId('answer'), t(phase === 'ringing' ? 'answer' : 'resume', lang));
    byId('answer').hidden = phase !== 'ringing' && phase !== 'apart';
    byId('mute').hidden = !talking;
    byId('mute').ariaPressed = String(this.#talk?.muted ?? false);
    byId('put-back').hidden = phase === 'owed';
    byId('end').hidden = !talking && phase !== 'apart';
    byId('end').ariaExpanded = String(this.#ending);
    byId('outcomes').hidden = phase !== 'owed' && !(this.#ending && !byId('end').hidden);
    renderFacts(view, ticket);
    this.#fillWindow(view);
    if (phase === 'owed' && this.#phase !== 'owed') byId('call-title').focus();
  }

  /** @param {View} view @param {Phase} phase */
  #lead({ call, lang }, phase) {
    const time = call.until ? minutesAndSeconds(Math.ceil(secondsUntil(call.until))) : '–';
    if (phase === 'calling') return t('callingLead', lang, { time });
    if (phase === 'ringing') return t('ringingLead', lang, { time });
    if (phase === 'owed') return t('hungUpLead', lang);
    return this.#talk ? lineWords(this.#talk, lang) : t('resumeLead', lang);
  }

  /** @param {View} view */
  #fillWindow({ consents, lang }) {
    const { standing: word, consent } = standing(consents);
    const sharing = Boolean(this.#talk?.sharing);
    byId('shared-window').hidden = !sharing;
    byId('video').ariaLabel = t('sharedWindow', lang);
    document.body.classList.toggle('sharing', sharing);
    byId('screenshot').hidden = !this.#talk;
    setText(byId('screenshot-state'), t(word, lang));
    byId('ask-consent').disabled = !sharing || word === 'consentAsked' || word === 'consentGranted';
    byId('save-picture').disabled = !consent || !sharing;
  }
}

/** @type {Record<Phase, import('./words.js').Word>} */
const TITLES = {
  none: 'onCallTitle',
  calling: 'callingTitle',
  ringing: 'ringingTitle',
  apart: 'onCallTitle',
  talking: 'onCallTitle',
  owed: 'hungUpTitle',
};

/** @param {Talk} talk @param {Lang} lang */
function lineWords({ state, quality, callerMuted }, lang) {
  if (state === 'connecting') return t('connecting', lang);
  if (state !== 'connected') return t('unstable', lang);
  return callerMuted ? t('callerMuted', lang, { state: t(quality, lang) }) : t(quality, lang);
}

/** @param {View} view @param {Ticket} ticket */
function renderFacts(view, ticket) {
  const { call, lang } = view;
  /** @type {[import('./words.js').Word, string][]} */
  const facts = [
    ['language', languageName(ticket.language, lang)],
    ['topic', topicName(view, ticket)],
    ['waited', minutes(secondsSince(ticket.joined), lang)],
  ];
  byId('call-facts').replaceChildren(
    ...facts.map(([label, value]) => element('div', {}, element('dt', {}, t(label, lang)), element('dd', {}, value))),
  );
  byId('about').hidden = !call.about;
  setText(byId('about'), call.about ?? '');
}
