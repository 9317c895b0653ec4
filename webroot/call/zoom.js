/** The caller's page of a call that Zoom carries. It ends where it began: in the room, which knows what comes afterwards. */
import { request } from '../shared/api.js';
import { alertNow, announce, byId, setText, writeWords } from '../shared/dom.js';
import { openStream } from '../shared/stream.js';
import { preferredLanguage } from '../shared/texts.js';
import { takeTicket } from './ticket.js';
import { ZoomCall } from './zoom-client.js';
import { microphoneFailure, watchMicrophone } from './zoom-microphone.js';
import { translate } from './zoom-words.js';

/**
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {import('./zoom-client.js').Reason} Reason
 * @typedef {{ reference: string, zoom: import('./zoom-client.js').ZoomFacts & { rejoin?: number } }} HandOff
 * @typedef {'preparing' | 'loading' | 'calling' | 'talking' | 'dropped' | 'leaving'} State
 * @typedef {Parameters<typeof translate>[0]} Word
 */

/** @type {Record<State, Word>} */
const DETAILS = {
  preparing: 'nothing',
  loading: 'loadingText',
  calling: 'callingText',
  talking: 'talkingText',
  dropped: 'droppedText',
  leaving: 'nothing',
};

const KEPT = 'madoguchi.zoom';

class Call {
  #desk;
  #kept;
  #lang = preferredLanguage();
  /** @type {State} */
  #state = 'preparing';
  #offline = false;
  #answered = false;
  #rejoin = 120;
  /** @type {ZoomCall | undefined} */
  #zoom;
  #stream = { close() {} };

  /** @param {string} desk @param {import('../shared/api').KeptTicket} kept */
  constructor(desk, kept) {
    this.#desk = desk;
    this.#kept = kept;
  }

  async start() {
    this.#listenToButtons();
    this.#speak(this.#lang);
    setText(byId('reference'), this.#kept.reference);
    const handOff = await this.#handOff();
    if (!handOff) return this.#leave();
    this.#rejoin = handOff.zoom.rejoin ?? this.#rejoin;
    this.#zoom = new ZoomCall(handOff.zoom, handOff.reference, (turn, detail) => this.#take(turn, detail ?? {}));
    this.#follow();
    this.#become('loading');
    if (await microphoneFailure()) return this.#zoom.fail('microphone');
    watchMicrophone(() => this.#beforeTheCall && this.#zoom?.fail('microphone'));
    await this.#zoom.start();
  }

  get #beforeTheCall() {
    return this.#state === 'loading' || this.#state === 'calling';
  }

  /** What Zoom needs; after a reload within the call, what the hand-off said then. @returns {Promise<HandOff | null>} */
  async #handOff() {
    try {
      const handOff = await this.#ask('/handoff', {});
      sessionStorage.setItem(KEPT, JSON.stringify(handOff));
      return handOff;
    } catch {
      const ticket = /** @type {Ticket | null} */ (await this.#look());
      if (ticket?.state !== 'in-call' || ticket.hungUp) return null;
      return JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
    }
  }

  /** @param {string} what @param {object} body */
  #ask(what, body) {
    return request('POST', `/api/v1/ticket${what}`, { token: this.#kept.token, body });
  }

  #look() {
    return request('GET', '/api/v1/ticket', { token: this.#kept.token }).catch(() => null);
  }

  /** @param {object} event */
  #report(event) {
    return this.#ask('/call-events', event).catch(() => {}); // the ticket's own state is the truth
  }

  /** @param {import('./zoom-client.js').Turn | 'failed'} turn @param {{ engagement?: string, reason?: Reason }} detail */
  async #take(turn, detail) {
    const reported = this.#report({ event: turn, ...detail });
    if (turn === 'started' && this.#state === 'loading') this.#become('calling');
    if (turn === 'connected') this.#become('talking');
    this.#answered ||= turn === 'connected';
    if (turn === 'dropped') this.#become('dropped');
    if (turn !== 'failed' && turn !== 'ended') return;
    this.#become('leaving');
    await reported;
    if (detail.reason === 'microphone') await this.#withoutMicrophone();
    this.#leave(detail.reason);
  }

  /** The rehearsal counts no more: the room shows the cure and asks for it anew. */
  async #withoutMicrophone() {
    const result = (await microphoneFailure()) ?? 'failed';
    const { token } = this.#kept;
    await request('PUT', '/api/v1/ticket/microphone', { token, body: { result } }).catch(() => {});
  }

  #follow() {
    this.#stream = openStream('/api/v1/ticket/stream', {
      token: this.#kept.token,
      onEvent: (name, data) => name === 'ticket' && this.#hear(data),
      onState: (state) => {
        if (state === 'ended') this.#leave();
        this.#offline = state !== 'open';
        this.#render();
      },
    });
  }

  /**
   * A call that did not come about, or is over, is the room's to tell. Who talks in Zoom goes on, though the desk has not heard of
   * it yet and has taken them back. @param {Ticket} ticket
   */
  #hear({ state, hungUp }) {
    if (this.#state === 'leaving') return; // and why is being told
    if (state === 'waiting' || state === 'called') this.#mayHaveFailed();
    else if (hungUp || state === 'ended') this.#leave();
    else if (state === 'in-call' && this.#state === 'calling') this.#become('talking');
  }

  async #mayHaveFailed() {
    if (this.#answered) return;
    this.#become('leaving');
    await this.#report({ event: 'failed', reason: 'other' }); // whoever answers now finds nobody
    this.#leave('unanswered');
  }

  /** @param {State} state */
  #become(state) {
    if (this.#state === 'leaving') return;
    this.#state = state;
    this.#render();
  }

  #render() {
    const t = (/** @type {Word} */ word) => translate(word, this.#lang, { minutes: Math.round(this.#rejoin / 60) });
    const state = t(this.#state);
    setText(byId('state'), state);
    setText(byId('detail'), t(DETAILS[this.#state]));
    document.title = `${state} · ${t('title')}`;
    announce(state);
    const trouble = this.#offline && this.#state !== 'leaving' ? t('offline') : '';
    if (byId('trouble').textContent !== trouble) alertNow(trouble);
    setText(byId('trouble'), trouble);
    byId('trouble').hidden = !trouble;
    byId('rejoin').hidden = this.#state !== 'dropped';
    byId('leave').disabled = this.#state === 'leaving';
  }

  #listenToButtons() {
    byId('rejoin').onclick = () => this.#zoom?.rejoin();
    byId('leave').onclick = () => (this.#zoom ? this.#zoom.end() : this.#leave());
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-lang]'))) {
      button.onclick = () => this.#speak(/** @type {any} */ (button.dataset.lang));
    }
    addEventListener('beforeunload', (event) => this.#state === 'talking' && event.preventDefault());
  }

  /** @param {import('../shared/texts.js').Lang} lang */
  #speak(lang) {
    this.#lang = lang;
    writeWords((word) => translate(word, lang), lang);
    this.#render();
  }

  /** @param {Reason | 'unanswered'} [reason] why the call did not come about */
  #leave(reason) {
    this.#become('leaving');
    this.#zoom?.release();
    this.#stream.close();
    const query = new URLSearchParams({ lang: this.#lang, ...(reason && { failed: reason }) });
    location.replace(`/room/${this.#desk}?${query}`);
  }
}

const desk = location.pathname.split('/')[2] ?? '';
const kept = await takeTicket(desk);
if (kept) await new Call(desk, kept).start();
else location.replace(`/room/${desk}`);
