/** @typedef {import('./outbox.js').Signal} Signal */
/** @typedef {import('./end.js').PeerState} PeerState */
import { End } from './end.js';

const UNSTABLE_FOR = 3_000;
const BETWEEN_TRIES = 8_000;
const GIVE_UP_AFTER = 45_000;

/** The caller's end: makes every offer, shares a window, mends what breaks. */
export class Caller extends End {
  #answer = '';
  #tries = 0;
  #lostAt = 0;
  #timer = 0;

  /** Makes the first offer. */
  start() {
    return this.#offer(true);
  }

  /** Shares this window's picture, or none. @param {MediaStreamTrack | null} track */
  async setVideo(track) {
    this.video = track;
    await this.sender('video')?.replaceTrack(track);
    this.tell({ sharing: track !== null });
  }

  /** @override @param {RTCPeerConnection} connection */
  equip(connection) {
    connection.addTransceiver(this.audio ?? 'audio', { direction: 'sendrecv' });
    const { sender } = connection.addTransceiver('video', { direction: 'sendonly' });
    sender.replaceTrack(this.video);
  }

  /** @param {boolean} fresh from scratch, or else an ICE restart that keeps the streams */
  async #offer(fresh) {
    const connection = fresh ? this.renew() : (this.connection ?? this.renew());
    this.generation++;
    this.#answer = '';
    await connection.setLocalDescription(await connection.createOffer({ iceRestart: !fresh }));
    const { type, sdp } = /** @type {RTCSessionDescription} */ (connection.localDescription);
    this.outbox.post({ generation: this.generation, description: { type, sdp } });
  }

  /** @override @param {Signal} signal */
  async apply(signal) {
    if (signal.generation > this.generation) return this.#stop('elsewhere');
    if (signal.generation < this.generation) return;
    const sdp = signal.description?.sdp;
    const anotherAnswers = sdp && this.#answer && sdp !== this.#answer; // the console was loaded anew
    if (signal.restart || anotherAnswers) return this.#offer(true);
    if (sdp && !this.#answer) {
      this.#answer = sdp;
      await this.setRemote({ type: 'answer', sdp });
    }
    if (this.#answer) await this.takeCandidates(signal);
  }

  /** @override @param {string} state */
  follow(state) {
    if (state === 'connected') this.#mended();
    else if (state === 'disconnected') this.#mendIn(UNSTABLE_FOR);
    else if (state === 'failed') this.#mendIn(0);
    else if (state === 'connecting' && !this.#lostAt) this.options.onState('connecting');
  }

  #mended() {
    clearTimeout(this.#timer);
    this.#tries = 0;
    this.#lostAt = 0;
    this.options.onState('connected');
  }

  /** @param {number} delay */
  #mendIn(delay) {
    this.#lostAt ||= Date.now();
    this.options.onState('unstable');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#mend(), delay);
  }

  /** First by an ICE restart, then by turns from scratch. */
  async #mend() {
    if (this.closed) return;
    if (Date.now() - this.#lostAt > GIVE_UP_AFTER) return this.#stop('failed');
    await this.#offer(this.#tries++ % 2 === 1).catch(() => {});
    this.#timer = setTimeout(() => this.#mend(), BETWEEN_TRIES);
  }

  /** @param {PeerState} state */
  #stop(state) {
    this.close();
    this.options.onState(state);
  }

  /** @override */
  close() {
    clearTimeout(this.#timer);
    super.close();
  }
}
