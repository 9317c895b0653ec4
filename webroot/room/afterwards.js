/**
 * What follows the wait, or stands in its way: the call, its end with one optional question, a desk that takes nobody. Loaded
 * only where it is needed.
 */
import { byId, element, setText } from '../shared/dom.js';
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

/** @param {string} id @param {object} attributes */
const button = (id, attributes) => element('button', { type: 'button', 'data-word': id, ...attributes });

/** The card, empty until it is needed. Where there is no call, writing is the way that is left, and looks like one. */
function build() {
  byId('mail-link').classList.add('button');
  const title = element('h2', { id: 'over-title', tabindex: -1 });
  const answers = ['yes', 'partly', 'no'].map((helped) => button(helped, { 'data-helped': helped }));
  const question = element('legend', { 'data-word': 'question' });
  byId('over').append(
    element('div', { class: 'stack tight' }, title, element('p', { id: 'over-text' })),
    element('fieldset', { id: 'feedback' }, question, element('div', { class: 'row' }, ...answers)),
    element('p', { id: 'thanks', class: 'note', 'data-word': 'thanks' }),
    button('again', { id: 'again' }),
    element('a', { id: 'return', class: 'button primary', 'data-word': 'return' }),
  );
}

const BELOW = ['feedback', 'thanks', 'again', 'return'];

/** @param {Words} words @param {string} title @param {string} text @param {string[]} shown of what can stand below */
function say(words, title, text, ...shown) {
  if (!byId('over').firstChild) build();
  for (const node of byId('over').querySelectorAll('[data-word]'))
    setText(node, words[/** @type {'no'} */ (node.dataset.word)]);
  setText(byId('over-title'), title);
  setText(byId('over-text'), text);
  for (const id of BELOW) byId(id).hidden = !shown.includes(id);
}

/** @param {string} page where the call is taken */
export async function renderCall(page) {
  const words = await learn();
  say(words, words.inCall, words.inCallText, 'return');
  byId('return').href = page;
}

/** @type {Record<string, 'abandoned' | 'noShow' | 'closedOn'>} */
const ENDINGS = { abandoned: 'abandoned', 'no-show': 'noShow', closed: 'closedOn' };

/** @param {Ticket} ticket @param {boolean} talked the call took place */
export async function renderEnding({ outcome = 'left', feedbackGiven }, talked) {
  const words = await learn();
  const ending = ENDINGS[outcome] ?? 'left';
  const again = ending === 'closedOn' ? '' : 'again';
  if (!talked) return say(words, words[ending], words[`${ending}Text`], again);
  const text = outcome === 'follow-up' ? words[outcome] : words.talkedText;
  say(words, words.talked, text, feedbackGiven ? 'thanks' : 'feedback', 'again');
}

/** @param {Obstacle} obstacle @param {string} [opens] */
export async function renderObstacle(obstacle, opens) {
  const words = await learn();
  const lasting = obstacle === 'gone' || obstacle === 'unknownDesk';
  const hint = lasting ? words[`${obstacle}Text`] : words.laterText;
  const when = obstacle === 'closed' && opens;
  say(
    words,
    words[obstacle],
    when ? fill(words.opens, { time: timeText(opens, lang) }) : hint,
    obstacle === 'gone' ? 'again' : '',
  );
}

/** Why the call page sent the caller back; nothing for a reason that is none. @param {string} reason */
export const failureWords = async (reason) => (await learn())[/** @type {'failed-other'} */ (`failed-${reason}`)] ?? '';
