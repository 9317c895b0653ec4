/**
 * JSON requests to Madoguchi's own API. A refusal or failure becomes a {@link Problem} (RFC 9457); no network is the
 * problem `network` with status 0.
 */

const PATIENCE = 15_000;

export class Problem extends Error {
  /** @param {number} status @param {{ type?: string, detail?: string, reference?: string }} body @param {number} retryAfter seconds */
  constructor(status, { type = '', detail = type, reference }, retryAfter = 0) {
    super(detail || `status ${status}`);
    this.status = status;
    this.slug = type.split('/').pop() ?? '';
    this.reference = reference;
    this.retryAfter = retryAfter;
  }
}

/** @returns {number} seconds the server asks us to wait, 0 if it does not @param {Response} response */
export const retryAfter = ({ headers }) => Number(headers.get('Retry-After')) || 0;

/**
 * @param {'GET' | 'POST' | 'PUT' | 'DELETE'} method
 * @param {string} path
 * @param {{ body?: object, token?: string | undefined, headers?: Record<string, string> }} [options]
 * @returns {Promise<any>} the answer's JSON; null for 204
 */
export async function request(method, path, { body, token, headers } = {}) {
  const response = await fetch(path, {
    method,
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE),
    headers: {
      ...(body && { 'Content-Type': 'application/json' }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...headers,
    },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Problem(0, { type: 'network' });
  });
  if (!response.ok) throw new Problem(response.status, await response.json().catch(() => ({})), retryAfter(response));
  return response.status === 204 ? null : response.json();
}

/** How far the server's clock is ahead of this computer's, which may be wrong: deadlines are the server's. */
let ahead = 0;

/** @param {string} at the instant written in an event that just came */
export function heardAt(at) {
  ahead = Date.parse(at) - Date.now();
}

/** Milliseconds since the epoch. */
export const serverNow = () => Date.now() + ahead;

/** Seconds until then, never negative. @param {string} instant */
export const secondsUntil = (instant) => Math.max(0, (Date.parse(instant) - serverNow()) / 1000);

/** @typedef {{ token: string, reference: string, generation?: number }} KeptTicket */

/** @param {string} desk */
const ticketKey = (desk) => `madoguchi.ticket.${desk}`;

/** One of long ago the server refuses; this computer's clock may be days wrong. @param {string} desk @returns {KeptTicket | null} */
export const keptTicket = (desk) => JSON.parse(localStorage.getItem(ticketKey(desk)) ?? 'null');

/** @param {string} desk @param {KeptTicket} ticket */
export const keepTicket = (desk, ticket) => localStorage.setItem(ticketKey(desk), JSON.stringify(ticket));

/** @param {string} desk */
export const forgetTicket = (desk) => localStorage.removeItem(ticketKey(desk));

/** 256 random bits. */
export const randomKey = () => crypto.getRandomValues(new BigUint64Array(4)).join('-');

/** By which a second join returns to the ticket this browser already has. */
export function deviceKey() {
  let key = localStorage.getItem('madoguchi.device');
  if (!key) {
    key = randomKey();
    localStorage.setItem('madoguchi.device', key);
  }
  return key;
}

export const keptMicrophone = () => localStorage.getItem('madoguchi.microphone') ?? '';

/** @param {string} id */
export const keepMicrophone = (id) => localStorage.setItem('madoguchi.microphone', id);
