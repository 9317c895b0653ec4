/**
 * @typedef {import('./outbox.js').Signal} Signal
 * @typedef {'connecting' | 'connected' | 'unstable' | 'failed' | 'elsewhere'} PeerState `unstable`: interrupted, being
 *   mended; `failed`: given up; `elsewhere`: a later page of the same caller has taken the call over
 * @typedef {object} PeerOptions
 * @property {'caller' | 'operator'} role
 * @property {RTCIceServer[]} iceServers
 * @property {(signal: Signal) => Promise<unknown>} send posts one signal; rejects with a `status` (see api.js)
 * @property {(track: MediaStreamTrack) => void} onTrack the other end's sound, and to the operator the shared window
 * @property {(state: PeerState) => void} onState
 * @property {(words: Words) => void} [onWords] what the other end said by `tell`
 * @property {number} [generation] the last offer an earlier page of this caller made
 * @typedef {{ muted?: boolean, sharing?: boolean }} Words
 */
import { createOutbox } from './outbox.js';

/** What both ends have in common. */
export class End {
  #received = Promise.resolve();
  /** @type {RTCDataChannel | undefined} */
  #channel;
  /** @type {Words} */
  #words = {};
  /** @type {Set<string>} candidates of the other end already taken */
  #taken = new Set();

  /** @param {PeerOptions} options */
  constructor(options) {
    this.options = options;
    this.generation = options.generation ?? 0;
    this.outbox = createOutbox(options.send);
    /** @type {MediaStreamTrack | null} */
    this.audio = null;
    /** @type {MediaStreamTrack | null} */
    this.video = null;
    /** @type {RTCPeerConnection | undefined} */
    this.connection = undefined;
    this.closed = false;
  }

  /** The next `signal` event. One is finished before the next begins. @param {Signal} signal */
  receive(signal) {
    this.#received = this.#received
      .then(() => (this.closed ? undefined : this.apply(signal)))
      .catch((failure) => console.warn('signal', failure));
    return this.#received;
  }

  /** @param {Signal} _signal @returns {Promise<void>} */
  async apply(_signal) {}

  /** @param {string} _state */
  follow(_state) {}

  /** @param {RTCPeerConnection} _connection */
  equip(_connection) {}

  /** Small facts told to the other end directly: muted, sharing. Told again when a connection is made anew. @param {Words} words */
  tell(words) {
    this.#words = { ...this.#words, ...words };
    if (this.#channel?.readyState === 'open') this.#channel.send(JSON.stringify(this.#words));
  }

  /** @param {MediaStreamTrack | null} track */
  async setAudio(track) {
    this.audio = track;
    await this.sender('audio')?.replaceTrack(track);
  }

  /** @param {'audio' | 'video'} kind */
  sender(kind) {
    const fits = (/** @type {RTCRtpTransceiver} */ each) => each.receiver.track.kind === kind;
    return this.connection?.getTransceivers().find(fits)?.sender;
  }

  /** @returns {Promise<RTCStatsReport | undefined>} */
  async stats() {
    return this.connection?.getStats();
  }

  /** A connection from scratch in place of the present one. */
  renew() {
    this.connection?.close();
    const connection = new RTCPeerConnection({ iceServers: this.options.iceServers });
    this.connection = connection;
    this.equip(connection);
    this.#channel = connection.createDataChannel('words', { negotiated: true, id: 0 });
    this.#channel.onopen = () => this.tell({});
    this.#channel.onmessage = ({ data }) => this.options.onWords?.(JSON.parse(data));
    connection.ontrack = ({ track }) => this.options.onTrack(track);
    connection.onicecandidate = ({ candidate }) => {
      if (candidate?.candidate) this.outbox.post({ generation: this.generation, candidates: [candidate.toJSON()] });
    };
    connection.onconnectionstatechange = () => {
      if (connection === this.connection) this.follow(connection.connectionState);
    };
    return connection;
  }

  /** @param {RTCSessionDescriptionInit} description */
  async setRemote(description) {
    this.#taken.clear();
    await this.connection?.setRemoteDescription(description);
  }

  /** @param {Signal} signal of the generation now described on both ends */
  async takeCandidates({ candidates = [] }) {
    for (const candidate of candidates) {
      const key = JSON.stringify(candidate);
      if (this.#taken.has(key)) continue;
      this.#taken.add(key);
      await this.connection?.addIceCandidate(candidate).catch(() => {}); // one unusable candidate is no failure
    }
  }

  close() {
    this.closed = true;
    this.outbox.clear();
    this.connection?.close();
  }
}
