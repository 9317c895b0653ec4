/**
 * The ticket as a call page may use it: the one the room keeps, where both share an origin; else a token for the call alone,
 * for the code that the room put into the address.
 */
import { keepTicket, keptTicket, request } from '../shared/api.js';

/** @param {string} desk @returns {Promise<import('../shared/api.js').KeptTicket | null>} */
export async function takeTicket(desk) {
  const code = new URLSearchParams(location.hash.slice(1)).get('code');
  if (!code) return keptTicket(desk);
  history.replaceState(history.state, '', location.pathname + location.search);
  const bought = await request('POST', '/api/v1/ticket/call-token', { body: { code } }).catch(() => null);
  if (bought) keepTicket(desk, bought);
  return bought ?? keptTicket(desk);
}
