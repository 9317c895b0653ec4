/** The operator's end of one call: microphone, the caller's voice, the window they share, how well the line is. */
import { createPeer } from '../call/peer.js';
import { quality, sample } from '../call/quality.js';
import { request } from '../shared/api.js';

/**
 * @typedef {import('../call/outbox.js').Signal} Signal
 * @typedef {import('../call/end.js').PeerState} PeerState
 * @typedef {import('../shared/contract').HandOff} HandOff
 * @typedef {{ voice: HTMLAudioElement, picture: HTMLVideoElement, onChange: () => void }} Place where the call is heard and seen
 */

const LISTEN_EVERY = 3000;

/** @returns {Promise<MediaStreamTrack>} rejects with the slug `no-microphone` */
async function openMicrophone() {
  try {
    const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getAudioTracks();
    if (track) return track;
  } catch (failure) {
    console.warn(failure);
  }
  throw Object.assign(new Error('no microphone'), { slug: 'no-microphone' });
}

export async function checkMicrophone() {
  (await openMicrophone()).stop();
}

export class Talk {
  /** @type {PeerState} */
  state = 'connecting';
  /** @type {import('../call/quality.js').Quality} */
  quality = 'unknown';
  muted = false;
  sharing = false;
  callerMuted = false;
  #peer;
  #microphone;
  #place;
  #timer;
  #sample = sample(undefined);

  /** @param {HandOff} handOff @param {MediaStreamTrack} microphone @param {{ at: string, place: Place }} where */
  constructor({ ticket, iceServers }, microphone, { at, place }) {
    this.ticket = ticket;
    this.#microphone = microphone;
    this.#place = place;
    this.#peer = createPeer({
      role: 'operator',
      iceServers,
      send: (signal) => request('POST', `/api/v1/operator/calls/${ticket}/signals${at}`, { body: signal }),
      onTrack: (track) => this.#show(track),
      onState: (state) => this.#set({ state }),
      onWords: ({ muted = false, sharing = false }) => this.#set({ callerMuted: muted, sharing }),
    });
    this.#peer.setAudio(microphone);
    this.#timer = setInterval(() => this.#listen(), LISTEN_EVERY);
  }

  /** Answers, or takes over a call that another window of this operator had. @param {string} ticket @param {{ at: string, place: Place }} where */
  static async begin(ticket, where) {
    const microphone = await openMicrophone();
    try {
      const handOff = await request('POST', `/api/v1/operator/calls/${ticket}/answer${where.at}`);
      return new Talk(handOff, microphone, where);
    } catch (problem) {
      microphone.stop();
      throw problem;
    }
  }

  /** @param {Signal} signal the caller's present picture */
  receive(signal) {
    this.#peer.receive(signal);
  }

  /** @param {boolean} muted */
  mute(muted) {
    this.#microphone.enabled = !muted;
    this.#peer.tell({ muted });
    this.#set({ muted });
  }

  /** @param {MediaStreamTrack} track */
  #show(track) {
    const shown = track.kind === 'audio' ? this.#place.voice : this.#place.picture;
    shown.srcObject = new MediaStream([track]);
    shown.play().catch(() => {}); // begins by itself once it may
  }

  async #listen() {
    const now = sample(await this.#peer.stats());
    this.#set({ quality: quality(this.#sample, now) });
    this.#sample = now;
  }

  /** @param {Partial<Pick<Talk, 'state' | 'quality' | 'muted' | 'sharing' | 'callerMuted'>>} changed */
  #set(changed) {
    Object.assign(this, changed);
    this.#place.onChange();
  }

  close() {
    clearInterval(this.#timer);
    this.#peer.close();
    this.#microphone.stop();
    this.#place.voice.srcObject = null;
    this.#place.picture.srcObject = null;
  }
}
