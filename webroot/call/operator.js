/** @typedef {import('./outbox.js').Signal} Signal */
import { End } from './end.js';

/** The operator's end: answers. */
export class Operator extends End {
  #session = '';

  /** Asks the caller for a new offer. */
  restart() {
    this.outbox.post({ generation: this.generation, restart: true });
  }

  /** @override @param {Signal} signal */
  async apply(signal) {
    const sdp = signal.description?.sdp;
    if (sdp && signal.generation > this.generation) await this.#accept(signal.generation, sdp);
    if (signal.generation === this.generation) await this.takeCandidates(signal);
  }

  /** @param {number} generation @param {string} sdp */
  async #accept(generation, sdp) {
    const session = /^o=\S+\s(\S+)/m.exec(sdp)?.[1] ?? '';
    if (!this.connection || session !== this.#session) this.renew(); // the caller's end is a new one, so is ours
    const connection = /** @type {RTCPeerConnection} */ (this.connection);
    this.#session = session;
    this.generation = generation;
    await this.setRemote({ type: 'offer', sdp });
    await this.#speak(connection);
    await connection.setLocalDescription(await connection.createAnswer());
    const answer = /** @type {RTCSessionDescription} */ (connection.localDescription);
    this.outbox.post({ generation, description: { type: 'answer', sdp: answer.sdp } });
  }

  /** @param {RTCPeerConnection} connection */
  async #speak(connection) {
    for (const transceiver of connection.getTransceivers()) {
      if (transceiver.receiver.track.kind !== 'audio') continue;
      transceiver.direction = 'sendrecv';
      await transceiver.sender.replaceTrack(this.audio);
    }
  }

  /** @override @param {string} state */
  follow(state) {
    if (state === 'connected' || state === 'connecting') this.options.onState(state);
    else if (state === 'disconnected' || state === 'failed') this.options.onState('unstable'); // the caller mends it
  }
}
