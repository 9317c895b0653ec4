/**
 * An event stream that looks after itself: fetch with a bearer token, own parser, jittered back-off, a watchdog on bytes, and
 * one connection however many tabs. Every event carries the whole present picture, so nothing is replayed after a gap.
 *
 * States told: `open`; `stale` (silent for 2.5 heartbeats; reconnecting); `lost` (detail: milliseconds until the next
 * try); `ended` (detail: the status 401, 403 or 404; there will be no further try).
 *
 * @typedef {'open' | 'stale' | 'lost' | 'ended'} StreamState
 * @typedef {object} StreamOptions
 * @property {string} [token]
 * @property {(name: string, data: any, id: string) => void} onEvent `data` is parsed JSON
 * @property {(state: StreamState, detail?: number) => void} [onState]
 * @property {() => number} [random]
 * @property {Scope} [scope] where fetch, timers and page events come from
 * @typedef {['onEvent' | 'onState', ...any]} News
 * @typedef {Pick<typeof globalThis, 'fetch' | 'setTimeout' | 'clearTimeout' | 'addEventListener' | 'navigator' | 'document'>} Scope
 */
import { retryAfter } from './api.js';

const BASE = 1_000;
const CAP = 30_000;
/** Two and a half heartbeats of the server. */
const SILENCE = 37_500;
const FINAL = [401, 403, 404];

/** Full jitter: anything between at once and the doubled base. @param {number} attempt @param {() => number} random */
export const backOff = (attempt, random) => random() * Math.min(CAP, BASE * 2 ** attempt);

/**
 * A parser of server-sent events, by the rules of the HTML standard, §9.2. Bytes go in, split anywhere; events come out.
 *
 * @param {{ onEvent(name: string, data: string, id: string): void, onRetry?(milliseconds: number): void }} listener told
 *   of each event, with the last id named, and of each valid `retry:`
 * @returns {(bytes: Uint8Array) => void} takes the next bytes of the stream; a block still open at its end is dropped
 */
export function createEventParser({ onEvent, onRetry }) {
  const decoder = new TextDecoder();
  let rest = '';
  let afterCarriageReturn = false;
  let name = '';
  let id = '';
  /** @type {string[]} */
  let data = [];

  function dispatch() {
    const lines = data;
    const event = name || 'message';
    data = [];
    name = '';
    if (lines.length) onEvent(event, lines.join('\n'), id);
  }

  /** @param {string} field @param {string} value */
  function take(field, value) {
    if (field === 'data') data.push(value);
    else if (field === 'event') name = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^[0-9]+$/.test(value)) onRetry?.(Number(value));
  }

  /** @param {string} line */
  function read(line) {
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    if (colon < 0) take(line, '');
    else take(line.slice(0, colon), line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1));
  }

  return (bytes) => {
    let text = decoder.decode(bytes, { stream: true });
    if (!text) return;
    if (afterCarriageReturn && text.startsWith('\n')) text = text.slice(1); // the other half of a CRLF split in two
    afterCarriageReturn = text.endsWith('\r');
    const lines = (rest + text).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    lines.forEach(read);
  };
}

/**
 * What several tabs ask for has one connection. The tab looked at last has it, by a lock taken from the others, and tells them
 * what it hears; when it goes, the next one follows. A browser without locks has a connection for each tab.
 */
class EventStream {
  #url;
  #options;
  #attempt = 0;
  #retry = 0;
  #life = new AbortController();
  #abort = new AbortController();
  /** Ends when this tab takes another part. */
  #part = new AbortController();
  #leads = false;
  /** @type {BroadcastChannel | undefined} */
  #tabs;
  /** One timer at a time: the next try, or the watchdog. @type {any} */
  #timer;

  /** @param {string} url @param {Required<StreamOptions>} options */
  constructor(url, options) {
    this.#url = url;
    this.#options = options;
    for (const event of ['pagehide', 'pageshow', 'visibilitychange', 'online'])
      options.scope.addEventListener(event, this.#onPage, { signal: this.#life.signal });
    this.#join(this.#seen);
  }

  get #seen() {
    return !this.#options.scope.document?.hidden;
  }

  close() {
    this.#leave();
    this.#life.abort();
  }

  /** Out of the way while in the back-forward cache; back at once when shown again or when the network is. @param {any} event */
  #onPage = ({ type, persisted }) => {
    if (type === 'pagehide') this.#leave();
    else if (type === 'online') this.#leads && this.#connect();
    else if (persisted || (this.#seen && !this.#leads)) this.#join(true);
  };

  #leave() {
    this.#part.abort();
    this.#tabs?.close();
    this.#pause();
  }

  /** @param {boolean} steal the lock, or else wait for it */
  async #join(steal) {
    this.#leave();
    this.#part = new AbortController();
    const { signal } = this.#part;
    const { locks } = this.#options.scope.navigator ?? {};
    this.#leads = steal;
    if (!locks) return this.#connect();
    const name = this.#url + this.#options.token;
    this.#tabs = new BroadcastChannel(name);
    this.#tabs.onmessage = ({ data }) => this.#hear(data);
    const alone = (/** @type {Error} */ { name }) => name === 'AbortError' || this.#lead(signal);
    await locks.request(name, steal ? { steal } : { signal }, () => this.#lead(signal)).catch(alone);
    if (!signal.aborted) this.#join(false); // another tab took it
  }

  /** @param {AbortSignal} signal @returns {Promise<unknown>} over when it is aborted */
  async #lead(signal) {
    signal.throwIfAborted();
    this.#leads = true;
    this.#connect();
    return new Promise((over) => signal.addEventListener('abort', over));
  }

  /** @param {News} news */
  #tell(...news) {
    this.#tabs?.postMessage(news);
    this.#hear(news);
  }

  /** A listener's mistake must not look like a broken connection. @param {News} news */
  #hear([listener, ...said]) {
    if (said[0] === 'ended') this.close();
    try {
      /** @type {any} */ (this.#options)[listener](...said);
    } catch (mistake) {
      console.error(mistake);
    }
  }

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
    this.#after(SILENCE, () => {
      this.#tell('onState', 'stale');
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
    const { scope, token } = this.#options;
    const headers = { Accept: 'text/event-stream', ...(token && { Authorization: `Bearer ${token}` }) };
    const response = await scope.fetch(this.#url, { headers, signal, cache: 'no-store' });
    if (FINAL.includes(response.status)) {
      this.#tell('onState', 'ended', response.status);
    } else if (response.ok && response.body) {
      this.#tell('onState', 'open');
      await this.#read(response.body, signal);
    }
    return retryAfter(response) * 1000;
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
        this.#tell('onEvent', name, JSON.parse(data), id);
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
    this.#tell('onState', 'lost', wait);
  }
}

/** @param {string} url @param {StreamOptions} options @returns {{ close(): void }} */
export function openStream(url, options) {
  const defaults = { token: '', onState: () => {}, random: Math.random, scope: globalThis };
  return new EventStream(url, { ...defaults, ...options });
}
