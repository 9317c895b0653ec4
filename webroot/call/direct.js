/** The caller's page of a `direct` call. It ends where it began: in the room, which knows what comes afterwards. */
import { failureOf } from '../room/cures.js';
import { keepTicket, keptMicrophone, request } from '../shared/api.js';
import { byId } from '../shared/dom.js';
import { open } from '../shared/sound.js';
import { openStream } from '../shared/stream.js';
import { preferredLanguage } from '../shared/texts.js';
import { createConsentDialog } from './consent.js';
import { renderPanel, writePanel } from './panel.js';
import { createPeer } from './peer.js';
import { quality, sample } from './quality.js';
import { shareWindow } from './sharing.js';
import { takeTicket } from './ticket.js';

/** @typedef {import('../shared/contract').Ticket} Ticket */

const GLANCE = 2_000;

class Call {
  #desk;
  #kept;
  #lang = preferredLanguage();
  /** @type {import('./panel.js').Picture} */
  #picture = {
    state: 'preparing',
    since: 0,
    muted: false,
    operatorMuted: false,
    window: null,
    quality: 'unknown',
    trouble: null,
  };
  /** @type {import('./caller.js').Caller | undefined} */
  #peer;
  /** @type {MediaStreamTrack | undefined} */
  #microphone;
  #stream = { close() {} };
  #before = sample(undefined);
  #consent = createConsentDialog((id, granted) => this.#ask('POST', `/consents/${id}`, { granted }));

  /** @param {string} desk @param {import('../shared/api').KeptTicket} kept */
  constructor(desk, kept) {
    this.#desk = desk;
    this.#kept = kept;
  }

  async start() {
    this.#listenToButtons();
    this.#speak(this.#lang);
    const iceServers = await this.#handOff();
    if (!iceServers) return this.#leave();
    this.#report('started');
    try {
      await this.#connect(iceServers, await open(keptMicrophone()));
    } catch (error) {
      await this.#withoutMicrophone(/** @type {Error} */ (error));
    }
  }

  /** What to connect through; after a reload within the call, what the hand-off said then. @returns {Promise<RTCIceServer[] | null>} */
  async #handOff() {
    try {
      const { iceServers } = await this.#ask('POST', '/handoff');
      sessionStorage.setItem('madoguchi.ice', JSON.stringify(iceServers));
      return iceServers;
    } catch {
      const ticket = /** @type {Ticket | null} */ (await this.#ask('GET', '').catch(() => null));
      if (ticket?.state !== 'in-call' || ticket.hungUp) return null;
      return JSON.parse(sessionStorage.getItem('madoguchi.ice') ?? '[]');
    }
  }

  /** @param {RTCIceServer[]} iceServers @param {MediaStream} microphone */
  async #connect(iceServers, microphone) {
    this.#microphone = microphone.getAudioTracks()[0];
    this.#peer = createPeer({
      role: 'caller',
      iceServers,
      generation: this.#kept.generation ?? 0,
      send: (signal) => this.#send(signal),
      onTrack: (track) => hear(track),
      onState: (state) => this.#become(state),
      onWords: ({ muted = false }) => this.#change({ operatorMuted: muted }),
    });
    await this.#peer.setAudio(this.#microphone ?? null);
    await this.#peer.start();
    this.#become('connecting');
    this.#follow();
    setInterval(() => this.#look(), GLANCE);
  }

  /** The call fails, and the room helps. @param {Error} error */
  async #withoutMicrophone(error) {
    const result = await failureOf(error);
    await this.#report('failed');
    await this.#ask('PUT', '/microphone', { result }).catch(() => {});
    this.#leave();
  }

  /** @param {'GET' | 'POST' | 'PUT'} method @param {string} what @param {object} [body] */
  #ask(method, what, body) {
    return request(method, `/api/v1/ticket${what}`, { token: this.#kept.token, ...(body && { body }) });
  }

  /** @param {'started' | 'connected' | 'failed' | 'ended'} event */
  #report(event) {
    return this.#ask('POST', '/call-events', { event }).catch(() => {}); // the ticket's own state is the truth
  }

  /** Offers are counted on over reloads of this page. @param {import('./outbox.js').Signal} signal */
  #send(signal) {
    if (signal.description) keepTicket(this.#desk, { ...this.#kept, generation: signal.generation });
    return this.#ask('POST', '/signals', signal);
  }

  #follow() {
    this.#stream = openStream('/api/v1/ticket/stream', {
      token: this.#kept.token,
      onEvent: (name, data) => {
        if (name === 'ticket') this.#take(data);
        else if (name === 'signal') this.#peer?.receive(data);
        else if (name === 'consent') this.#consent(data);
      },
      onState: (state) => {
        if (state === 'ended') this.#leave();
        else this.#change({ trouble: state === 'open' ? null : 'offline' });
      },
    });
  }

  /** A call that did not come about, or is over, is the room's to tell. @param {Ticket} ticket */
  #take({ state, hungUp }) {
    if (hungUp || (state !== 'handed-off' && state !== 'in-call')) this.#leave();
  }

  /** @param {Partial<import('./panel.js').Picture>} change */
  #change(change) {
    this.#picture = { ...this.#picture, ...change };
    renderPanel(this.#picture, this.#lang);
  }

  /** @param {import('./end.js').PeerState} state */
  #become(state) {
    if (this.#picture.state === 'leaving') return;
    this.#change({ state });
    if (state === 'connected' && !this.#picture.since) {
      this.#change({ since: Date.now() });
      this.#report('connected');
    }
    if (state === 'failed') this.#report('failed').then(() => this.#leave());
    if (state === 'elsewhere') this.#release();
  }

  async #look() {
    const now = sample(await this.#peer?.stats());
    this.#change({ quality: this.#picture.state === 'connected' ? quality(this.#before, now) : 'unknown' });
    this.#before = now;
  }

  #mute() {
    if (!this.#microphone) return;
    const muted = this.#microphone.enabled;
    this.#microphone.enabled = !muted;
    this.#peer?.tell({ muted });
    this.#change({ muted });
  }

  async #share() {
    if (this.#picture.window) return this.#show(null);
    const chosen = await shareWindow(() => this.#show(null));
    if ('track' in chosen) await this.#show(chosen.track);
    else this.#change({ trouble: chosen.trouble });
  }

  /** @param {MediaStreamTrack | null} window */
  async #show(window) {
    if (this.#picture.window !== window) this.#picture.window?.stop();
    this.#change({ window, trouble: null });
    await this.#peer?.setVideo(window);
  }

  async #hangUp() {
    this.#change({ state: 'leaving' });
    this.#release();
    await this.#report('ended');
    this.#leave();
  }

  #release() {
    this.#stream.close();
    this.#microphone?.stop();
    this.#picture.window?.stop();
    this.#peer?.close();
  }

  #leave() {
    this.#change({ state: 'leaving' });
    this.#release();
    location.replace(`/room/${this.#desk}?lang=${this.#lang}`);
  }

  #listenToButtons() {
    byId('mute').onclick = () => this.#mute();
    byId('share').onclick = () => this.#share();
    byId('hang-up').onclick = () => this.#hangUp();
    byId('listen').onclick = () => {
      byId('remote').play();
      byId('listen').hidden = true;
    };
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-lang]'))) {
      button.onclick = () => this.#speak(/** @type {any} */ (button.dataset.lang));
    }
    addEventListener('beforeunload', (event) => this.#picture.state === 'connected' && event.preventDefault());
  }

  /** @param {import('../shared/texts.js').Lang} lang */
  #speak(lang) {
    this.#lang = lang;
    writePanel(lang);
    this.#change({});
  }
}

/** Where the browser does not play by itself, a button does. @param {MediaStreamTrack} track */
async function hear(track) {
  byId('remote').srcObject = new MediaStream([track]);
  byId('listen').hidden = await byId('remote')
    .play()
    .then(() => true)
    .catch(() => false);
}

const desk = location.pathname.split('/')[2] ?? '';
const kept = await takeTicket(desk);
if (kept) await new Call(desk, kept).start();
else location.replace(`/room/${desk}`);
