/**
 * An event stream that looks after itself: fetch with a bearer token, own parser, jittered back-off, a watchdog on bytes.
 * Every event carries the whole present picture, so nothing is replayed after a gap.
 *
 * States told: `open`; `stale` (silent for 2.5 heartbeats; reconnecting); `lost` (detail: milliseconds until the next
 * try); `ended` (detail: the status 401, 403 or 404; there will be no further try).
 *
 * @typedef {'open' | 'stale' | 'lost' | 'ended'} StreamState
 * @typedef {object} StreamOptions
 * @property {string} [token]
 * @property {(name: string, data: any, id: string) => void} onEvent `data` is parsed JSON
 * @property {(state: StreamState, detail?: number) => void} [onState]
 * @property {number} [heartbeat] milliseconds between the server's signs of life
 * @property {() => number} [random]
 * @property {Scope} [scope] where fetch, timers and page events come from
 * @typedef {Pick<typeof globalThis, 'fetch' | 'setTimeout' | 'clearTimeout' | 'addEventListener' | 'removeEventListener'>} Scope
 */
import { createEventParser } from './event-parser.js';

const BASE = 1_000;
const CAP = 30_000;
const FINAL = [401, 403, 404];

/** Full jitter: anything between at once and the doubled base. @param {number} attempt @param {() => number} random */
export const backOff = (attempt, random) => random() * Math.min(CAP, BASE * 2 ** attempt);

/** A listener's mistake must not look like a broken connection. @param {() => void} listener */
function tell(listener) {
  try {
    listener();
  } catch (mistake) {
    console.error(mistake);
  }
}

/** @param {Response} response @returns {number} milliseconds asked for, 0 if none */
const retryAfter = (response) => (Number.parseInt(response.headers.get('Retry-After') ?? '', 10) || 0) * 1000;

class EventStream {
  #url;
  #options;
  #attempt = 0;
  #retry = 0;
  #abort = new AbortController();
  /** One timer at a time: the next try, or the watchdog. @type {any} */
  #timer;

  /** @param {string} url @param {Required<StreamOptions>} options */
  constructor(url, options) {
    this.#url = url;
    this.#options = options;
    for (const event of ['pagehide', 'pageshow', 'online']) options.scope.addEventListener(event, this.#onPage);
    this.#connect();
  }

  close() {
    this.#pause();
    for (const event of ['pagehide', 'pageshow', 'online']) {
      this.#options.scope.removeEventListener(event, this.#onPage);
    }
  }

  /** Out of the way while in the back-forward cache; back at once when shown again or when the network is. @param {Event} event */
  #onPage = (event) => {
    if (event.type === 'pagehide') this.#pause();
    else if (event.type === 'online' || /** @type {PageTransitionEvent} */ (event).persisted) this.#connect();
  };

  #pause() {
    this.#options.scope.clearTimeout(this.#timer);
    this.#abort.abort();
  }

  /** @param {number} delay @param {() => void} then */
  #after(delay, then) {
    this.#options.scope.clearTimeout(this.#timer);
    this.#timer = this.#options.scope.setTimeout(then, delay);
  }

  #watch() {
    this.#after(this.#options.heartbeat * 2.5, () => {
      this.#options.onState('stale');
      this.#connect();
    });
  }

  async #connect() {
    this.#pause();
    this.#abort = new AbortController();
    const { signal } = this.#abort;
    this.#watch();
    const atLeast = await this.#listen(signal).catch(() => 0); // cut off, or no network
    if (!signal.aborted) this.#lose(atLeast);
  }

  /** Until the stream is over. @param {AbortSignal} signal @returns {Promise<number>} how long the server asks us to wait */
  async #listen(signal) {
    const { scope, token, onState } = this.#options;
    const headers = { Accept: 'text/event-stream', ...(token && { Authorization: `Bearer ${token}` }) };
    const response = await scope.fetch(this.#url, { headers, signal, cache: 'no-store' });
    if (FINAL.includes(response.status)) {
      this.close();
      onState('ended', response.status);
    } else if (response.ok && response.body) {
      onState('open');
      await this.#read(response.body, signal);
    }
    return retryAfter(response);
  }

  /** @param {ReadableStream<Uint8Array>} body @param {AbortSignal} signal */
  async #read(body, signal) {
    const reader = body.getReader();
    const take = this.#parser();
    for (;;) {
      const { done, value } = await reader.read();
      if (signal.aborted || done) return;
      this.#watch();
      take(value);
    }
  }

  #parser() {
    return createEventParser({
      onEvent: (name, data, id) => {
        this.#attempt = 0;
        tell(() => this.#options.onEvent(name, JSON.parse(data), id));
      },
      onRetry: (milliseconds) => {
        this.#retry = milliseconds;
      },
    });
  }

  /** The first try again comes when the server's `retry:` says, which differs per client; the later ones back off. @param {number} atLeast */
  #lose(atLeast) {
    const first = this.#attempt === 0 && this.#retry > 0;
    const wait = atLeast + (first ? this.#retry : backOff(this.#attempt, this.#options.random));
    this.#attempt++;
    this.#after(wait, () => this.#connect());
    this.#options.onState('lost', wait);
  }
}

/** @param {string} url @param {StreamOptions} options @returns {{ close(): void }} */
export function openStream(url, options) {
  const defaults = { token: '', onState: () => {}, heartbeat: 15_000, random: Math.random, scope: globalThis };
  return new EventStream(url, { ...defaults, ...options });
}
