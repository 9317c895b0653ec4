/**
 * JSON requests to Madoguchi's own API. A refusal or failure becomes a {@link Problem} (RFC 9457); no network is the
 * problem `network` with status 0.
 */

const PATIENCE = 15_000;

export class Problem extends Error {
  /** @param {number} status @param {{type?: string, detail?: string, reference?: string, opens?: string}} body @param {number} retryAfter seconds */
  constructor(status, body, retryAfter = 0) {
    super(body.detail ?? body.type ?? `status ${status}`);
    this.status = status;
    this.slug = body.type?.split('/').pop() ?? 'unknown';
    this.detail = body.detail ?? '';
    this.reference = body.reference;
    this.opens = body.opens;
    this.retryAfter = retryAfter;
  }
}

/** @param {Response} response */
async function problem(response) {
  const body = await response.json().catch(() => ({}));
  return new Problem(response.status, body, Number.parseInt(response.headers.get('Retry-After') ?? '', 10) || 0);
}

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
  if (!response.ok) throw await problem(response);
  return response.status === 204 ? null : response.json();
}
