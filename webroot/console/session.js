/** Who is signed in. A link's token is taken out of the address before anything else happens, and is kept nowhere. */
import { request } from '../shared/api.js';

/** @returns {string | null} the one-time token in the address's fragment, which no server and no log ever sees */
export function takeInvitation() {
  const token = new URLSearchParams(location.hash.slice(1)).get('invitation');
  if (location.hash) history.replaceState(null, '', location.pathname + location.search);
  return token;
}

/**
 * @param {string | null} invitation signs in; without one, whoever is signed in already
 * @returns {Promise<import('./types').Operator>} rejects with a Problem: 401 when nobody is, or the link is spent
 */
export function openSession(invitation) {
  return invitation
    ? request('POST', '/api/v1/operator/session', { body: { invitation } })
    : request('GET', '/api/v1/operator');
}

export const closeSession = () => request('DELETE', '/api/v1/operator/session');

/** A link opened in a window where the console already runs changes only the fragment. */
export const followLinks = () => addEventListener('hashchange', () => location.reload());
