/**
 * How well the call is heard, in one word, from two looks at the connection's statistics.
 *
 * @typedef {'good' | 'fair' | 'poor' | 'unknown'} Quality
 * @typedef {{ received: number, lost: number, roundTrip: number }} Sample packets since the start; seconds
 */

/** @param {RTCStatsReport | undefined} report @returns {Sample} */
export function sample(report) {
  const found = { received: 0, lost: 0, roundTrip: 0 };
  report?.forEach((entry) => {
    if (entry.type === 'inbound-rtp' && entry.kind === 'audio') {
      found.received += entry.packetsReceived ?? 0;
      found.lost += entry.packetsLost ?? 0;
    } else if (entry.type === 'candidate-pair' && entry.nominated) {
      found.roundTrip = entry.currentRoundTripTime ?? 0;
    }
  });
  return found;
}

/** @param {Sample} before @param {Sample} now a few seconds later @returns {Quality} */
export function quality(before, now) {
  const received = now.received - before.received;
  const lost = Math.max(0, now.lost - before.lost);
  if (received <= 0) return 'unknown';
  const share = lost / (received + lost);
  if (share > 0.08 || now.roundTrip > 0.6) return 'poor';
  return share > 0.02 || now.roundTrip > 0.3 ? 'fair' : 'good';
}
