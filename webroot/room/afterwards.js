/** Afterwards, and where something stood in the way: what happened, and one optional question. Loaded only where it is needed. */
import { byId, setText } from '../shared/dom.js';
import { fill } from '../shared/texts.js';
import { lang } from './words.js';

/**
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {import('../shared/texts.js').Lang} Lang
 * @typedef {typeof import('./afterwards.en').default} Words
 * @typedef {'closed' | 'paused' | 'full' | 'gone' | 'unknownDesk'} Obstacle
 */

/** @returns {Promise<Words>} in the language now spoken */
const learn = async () =>
  (lang === 'ja' ? await import('./afterwards.ja.js') : await import('./afterwards.en.js')).default;

/**
 * A time as the clock on the desk's wall shows it: the offset written in the instant itself is used. Another day than
 * today's is named.
 *
 * @param {string} instant ISO 8601 with offset
 * @param {Lang} lang
 * @param {number} [now] milliseconds since the epoch
 */
export function timeText(instant, lang, now = Date.now()) {
  const [, sign, hours, minutes] = /([+-])(\d\d):?(\d\d)$/.exec(instant) ?? [];
  const offset = (sign === '-' ? -60_000 : 60_000) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
  const wall = Date.parse(instant) + offset;
  const today = Math.floor((now + offset) / 86_400_000) === Math.floor(wall / 86_400_000);
  return new Intl.DateTimeFormat(lang, {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(!today && { month: lang === 'ja' ? 'numeric' : 'short', day: 'numeric', weekday: 'short' }),
  }).format(wall);
}

/** @param {string} title @param {string} text */
function say(title, text) {
  setText(byId('over-title'), title);
  setText(byId('over-text'), text);
}

/** @type {Record<string, 'abandoned' | 'noShow' | 'closedOn'>} */
const ENDINGS = { abandoned: 'abandoned', 'no-show': 'noShow', closed: 'closedOn' };

/** @param {Ticket} ticket @param {boolean} talked the call took place */
export async function renderEnding({ outcome = 'left', feedbackGiven }, talked) {
  const words = await learn();
  const ending = ENDINGS[outcome] ?? 'left';
  if (!talked) say(words[ending], words[`${ending}Text`]);
  else say(words.talked, outcome === 'follow-up' ? words[outcome] : words.talkedText);
  byId('feedback').hidden = !talked || !!feedbackGiven;
  byId('thanks').hidden = !feedbackGiven;
  byId('again').hidden = false;
}

/** @param {Obstacle} obstacle @param {string} [opens] */
export async function renderObstacle(obstacle, opens) {
  const words = await learn();
  const hint = obstacle === 'paused' || obstacle === 'full' ? 'later' : obstacle;
  const when = obstacle === 'closed' && opens ? `${fill(words.opens, { time: timeText(opens, lang) })} ` : '';
  say(words[obstacle], when + words[`${hint}Text`]);
  byId('feedback').hidden = true;
  byId('thanks').hidden = true;
  byId('again').hidden = obstacle !== 'gone';
}

/** Why the call page sent the caller back. @param {'blocked' | 'timeout' | 'refused' | 'microphone' | 'unanswered' | 'other'} reason */
export const failureWords = async (reason) => (await learn())[`failed-${reason}`];
