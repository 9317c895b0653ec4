/**
 * One caller's visit: what the server last said of the desk and of their ticket, and what they may ask of it. It draws
 * nothing; whoever shows it is told of each change.
 */
import { deviceKey, forgetTicket, heardAt, keepTicket, keptTicket, randomKey, request } from '../shared/api.js';
import { openStream } from '../shared/stream.js';
import { movedUp, reasonOf } from './waiting.js';

/**
 * @typedef {import('../shared/contract').Desk} Desk
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {import('../shared/api.js').Problem} Problem
 * @typedef {{ language: string, topic?: string, about?: string }} Wish
 * @typedef {{ key: 'lost' | 'trouble' | 'tooMany', seconds?: number }} Trouble
 */

/** Shorter gaps are ordinary: every stream is renewed from time to time. */
const WORTH_SAYING = 3_000;

/** @type {Record<string, Desk['state']>} */
const REFUSALS = { 'desk-closed': 'closed', 'desk-paused': 'paused', 'line-full': 'full' };

const TRIES = 3;

/** One intention to join has one key, so that a lost answer costs no second place. @param {string} desk @param {Wish} wish */
async function join(desk, wish) {
  const headers = { 'Idempotency-Key': randomKey() };
  for (let tried = 1; ; tried++) {
    try {
      return await request('POST', `/api/v1/desks/${desk}/tickets`, {
        body: { ...wish, device: deviceKey() },
        headers,
      });
    } catch (problem) {
      if (/** @type {any} */ (problem).status !== 0 || tried === TRIES) throw problem;
      await new Promise((resolve) => setTimeout(resolve, 1000 * tried));
    }
  }
}

export class Visit {
  /** @type {Desk | null} */
  desk = null;
  /** @type {Ticket | null} */
  ticket = null;
  /** @type {'gone' | 'unknownDesk' | null} */
  obstacle = null;
  /** Of the ticket, or of a join refused. */
  reference = '';
  /** @type {import('./waiting.js').Reason} */
  reason = null;
  /** @type {Trouble | null} */
  trouble = null;
  /** When the last news came, by this computer's clock. */
  heard = Date.now();
  /** A join is under way. */
  joining = false;

  #id;
  #onChange;
  #kept;
  #askedForTime = false;
  #lost = 0;
  #stream = { close() {} };

  /** @param {string} desk @param {() => void} onChange */
  constructor(desk, onChange) {
    this.#id = desk;
    this.#onChange = onChange;
    this.#kept = keptTicket(desk);
    addEventListener('storage', () => !this.#kept && keptTicket(desk) && location.reload());
  }

  /** This browser has a ticket already, even if nothing is known of it yet. */
  get returning() {
    return this.#kept !== null;
  }

  /** The caller had their call. */
  get talked() {
    const { hungUp, outcome = '' } = /** @type {Ticket} */ (this.ticket);
    return !!hungUp || ['solved', 'follow-up', 'referred', 'dropped'].includes(outcome);
  }

  /** Learns what the desk is, however long it takes; then follows the ticket or the desk. */
  async begin() {
    while (!this.desk && !this.obstacle) {
      try {
        this.desk = await request('GET', `/api/v1/desks/${this.#id}`);
        this.#follow();
      } catch (problem) {
        if (/** @type {Problem} */ (problem).status === 404) this.obstacle = 'unknownDesk';
        else await this.#waitForNetwork();
      }
    }
    this.#onChange();
  }

  async #waitForNetwork() {
    this.#loseSight();
    await new Promise((resolve) => setTimeout(resolve, 1000 + Math.random() * 4000));
  }

  #follow() {
    this.#stream.close();
    const token = this.#kept?.token ?? '';
    this.#stream = openStream(token ? '/api/v1/ticket/stream' : `/api/v1/desks/${this.#id}/stream`, {
      token,
      onEvent: (name, data) => this.#hear(name, data),
      onState: (state) => {
        if (state === 'open') this.#seeAgain();
        else if (state === 'ended') this.#lose();
        else this.#loseSight();
      },
    });
  }

  /** @param {string} name @param {any} data */
  #hear(name, data) {
    heardAt(data.at);
    this.heard = Date.now();
    if (name === 'desk') this.#takeDesk(data);
    if (name === 'ticket') this.#takeTicket(data);
    this.#onChange();
  }

  /** @param {import('../shared/contract').DeskPicture} picture */
  #takeDesk(picture) {
    const { opens, closes, ...rest } = /** @type {Desk} */ (this.desk); // which a picture may lack
    this.desk = { ...rest, ...picture };
  }

  /** @param {Ticket} ticket */
  #takeTicket(ticket) {
    const reason = reasonOf(this.ticket, ticket, this.#askedForTime);
    if (reason || ticket.state !== 'waiting' || movedUp(this.ticket, ticket)) this.reason = reason;
    if (ticket.state === 'waiting') this.#askedForTime = false;
    this.ticket = ticket;
    this.reference = ticket.reference;
  }

  #loseSight() {
    this.#lost ||= window.setTimeout(() => this.#say({ key: 'lost' }), WORTH_SAYING);
  }

  #seeAgain() {
    clearTimeout(this.#lost);
    this.#lost = 0;
    if (this.trouble?.key === 'lost') this.#say(null);
  }

  /** The token counts no more: a ticket of long ago, or one that ended under our eyes. */
  #lose() {
    if (!this.#kept) return;
    forgetTicket(this.#id);
    this.#kept = null;
    if (!this.ticket) this.#follow();
    else if (this.ticket.state !== 'ended') this.obstacle = 'gone';
    this.#onChange();
  }

  /** @param {Trouble | null} trouble */
  #say(trouble) {
    this.trouble = trouble;
    this.#onChange();
  }

  /** @param {Wish} wish */
  async join(wish) {
    if (this.joining || this.ticket) return;
    this.joining = true;
    this.#say(null);
    try {
      const { ticket, token } = await join(this.#id, wish);
      this.#kept = { token, reference: ticket.reference };
      keepTicket(this.#id, this.#kept);
      heardAt(ticket.at);
      this.#takeTicket(ticket);
      this.#follow();
    } catch (problem) {
      this.#refused(/** @type {Problem} */ (problem));
    }
    this.joining = false;
    this.#onChange();
  }

  /** @param {Problem} problem */
  #refused({ slug, status, reference = '', retryAfter }) {
    const state = REFUSALS[slug];
    this.reference = reference;
    if (state && this.desk) this.desk = { ...this.desk, state };
    else if (status === 429) this.trouble = { key: 'tooMany', seconds: retryAfter || 60 };
    else this.trouble = { key: 'trouble' };
  }

  /**
   * Something asked for with the ticket. Its answer is the ticket now; why a refusal (409) came, the stream says.
   *
   * @param {'POST' | 'PUT' | 'DELETE'} method
   * @param {string} what below `/api/v1/ticket`
   * @param {object} [body]
   */
  async command(method, what, body) {
    this.#askedForTime ||= what === '/extension';
    try {
      const path = `/api/v1/ticket${what}`;
      const token = this.#kept?.token;
      const ticket = await request(method, path, { token, ...(body && { body }) });
      this.#takeTicket(ticket ?? (await request('GET', '/api/v1/ticket', { token })));
      this.#say(null);
    } catch (problem) {
      if (/** @type {Problem} */ (problem).status !== 409) this.#say({ key: 'trouble' });
    }
  }

  /** For a call page on an origin of its own. @returns {Promise<string | null>} null where there is none to be had now */
  async callCode() {
    try {
      return (await request('POST', '/api/v1/ticket/call-code', { token: this.#kept?.token })).code;
    } catch {
      this.#say({ key: 'trouble' });
      return null;
    }
  }

  /** Lets an ended ticket be. */
  startAgain() {
    forgetTicket(this.#id);
    this.#kept = null;
    this.ticket = null;
    this.obstacle = null;
    this.reason = null;
    this.reference = '';
    this.#follow();
    this.#onChange();
  }
}
