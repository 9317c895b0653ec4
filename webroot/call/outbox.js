/**
 * What one end of the call still has to tell the other, sent in order and one request at a time. Candidates found while a
 * request is under way travel together in the next one; what belongs to an older offer is forgotten.
 *
 * @typedef {object} Signal
 * @property {number} generation the offer all this belongs to
 * @property {RTCSessionDescriptionInit | null} [description]
 * @property {RTCIceCandidateInit[]} [candidates]
 * @property {boolean} [restart]
 */

const MOST_CANDIDATES = 20;
const PAUSE = 1_000;

/** Only these may pass if tried again: no network, too many, server in trouble. @param {any} failure */
const passing = (failure) => failure.status === 0 || failure.status === 429 || failure.status >= 500;

/** @param {(signal: Signal) => Promise<unknown>} send rejects with a `status` */
export function createOutbox(send) {
  /** @type {Signal | undefined} */
  let pending;
  let busy = false;

  /** @param {Signal} given the later parts win */
  function add(given) {
    const candidates = [...(pending?.candidates ?? []), ...(given.candidates ?? [])];
    pending = { ...pending, ...given, candidates };
  }

  /** @param {Signal} all @returns {Signal} as much of it as one request may hold */
  function split(all) {
    const { candidates = [], ...rest } = all;
    const later = candidates.slice(MOST_CANDIDATES);
    pending = later.length ? { generation: all.generation, candidates: later } : undefined;
    return candidates.length ? { ...rest, candidates: candidates.slice(0, MOST_CANDIDATES) } : rest;
  }

  /** @param {Signal} unsent */
  function putBack(unsent) {
    const newer = pending;
    if (newer && newer.generation !== unsent.generation) return;
    pending = unsent;
    if (newer) add(newer);
  }

  async function flush() {
    if (busy) return;
    busy = true;
    while (pending) {
      const next = split(pending);
      try {
        await send(next);
      } catch (failure) {
        if (passing(failure)) {
          putBack(next);
          await new Promise((resolve) => setTimeout(resolve, PAUSE));
        }
      }
    }
    busy = false;
  }

  return {
    /** @param {Signal} signal */
    post(signal) {
      if (pending && pending.generation < signal.generation) pending = undefined;
      add(signal);
      flush();
    },
    clear() {
      pending = undefined;
    },
  };
}
