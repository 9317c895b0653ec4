/**
 * A call between two people: sound both ways, a shared window from the caller to the operator.
 *
 * The caller makes every offer and counts them (`generation`); the operator answers. Signals are pictures, not messages:
 * each event holds the other end's latest description and all its candidates, so that a missed or doubled one does no
 * harm. The video line is in the first offer already: sharing a window only exchanges its track.
 *
 * The caller's page: `setAudio(track)`, `start()`, `receive(signal)` for each `signal` event, `setVideo(track or null)`.
 * The operator's page: `setAudio(track)`, `receive(signal)`. Both: `tell(words)`, `stats()`, `close()`.
 *
 * @typedef {import('./end.js').PeerOptions} PeerOptions
 */
import { Caller } from './caller.js';
import { Operator } from './operator.js';

/**
 * @overload
 * @param {PeerOptions & { role: 'caller' }} options
 * @returns {Caller}
 */
/**
 * @overload
 * @param {PeerOptions & { role: 'operator' }} options
 * @returns {Operator}
 */
/** @param {PeerOptions} options */
export function createPeer(options) {
  return options.role === 'caller' ? new Caller(options) : new Operator(options);
}
