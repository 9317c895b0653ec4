/** The caller's room: shows a visit, and hands the caller's presses on to it. */
import { alertNow, byId, setText, writeWords } from '../shared/dom.js';
import { createChime } from '../shared/sound.js';
import { localTime, pick, preferredLanguage } from '../shared/texts.js';
import { Rehearsal } from './rehearsal.js';
import { host, Opener, StartForm } from './start.js';
import { Visit } from './visit.js';
import { renderLine, Turn } from './waiting.js';
import { lang, learn, t } from './words.js';

/**
 * @typedef {import('../shared/contract').Desk} Desk
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {import('../shared/texts.js').Lang} Lang
 */

const OPENER_PATIENCE = 2_000;

const id = location.pathname.split('/')[2] ?? '';
const visit = new Visit(id, render);
const chime = createChime();
const turn = new Turn(chime);
const form = new StartForm((wish) => visit.join(wish));
const rehearsal = new Rehearsal((result) => visit.command('PUT', '/microphone', { result }));
/** @type {Opener | undefined} */
let site;
/** The site that opened this window will most likely start the join: no notes are shown meanwhile. */
let expectsSite = host !== null && location.search.includes('from=widget') && !visit.returning;

const callPage = () => `/call/${id}?lang=${lang}`;

/** A call page on an origin of its own is not given the ticket's token, but a code for one use. @param {Event} event */
async function takeCall(event) {
  rehearsal.stop();
  const page = visit.desk?.callPage ?? '';
  if (!page.startsWith('http')) return;
  event.preventDefault();
  const code = await visit.callCode();
  if (code) location.assign(`${page}?lang=${lang}#code=${code}`);
}

/** Why the call page sent the caller back, told until the next call or the end. */
let failed = new URLSearchParams(location.search).get('failed');

/** @param {Lang} chosen */
async function speak(chosen) {
  await learn(chosen);
  writeWords(t, lang);
  byId('join').href = callPage();
  if (visit.desk) form.fill(visit.desk);
  rehearsal.render();
  render();
}

/** @param {import('./visit').Wish} wish */
function startedBySite(wish) {
  expectsSite = false;
  if (visit.ticket?.state === 'ended') visit.startAgain();
  if (visit.returning) render();
  else visit.join(wish);
}

/** Who writes without a place has a reference to quote, too; one that the desk refused has it from there. @param {Event} event */
async function write(event) {
  if (visit.reference) return;
  if (!isShut(visit.desk)) {
    visit.reference = crypto.randomUUID().slice(0, 7).toUpperCase();
    return render();
  }
  event.preventDefault();
  await visit.join({ language: form.language });
  if (!visit.ticket) location.assign(byId('mail-link').href);
}

/** @param {Desk | null} desk */
const isShut = (desk) =>
  desk?.state === 'closed' || desk?.state === 'paused' || desk?.state === 'full' ? desk.state : null;

const SECTIONS = ['opening', 'start', 'turn', 'line', 'rehearsal', 'over'];

/** Focus moves only when what had it is gone. @param {string[]} visible */
function show(visible) {
  const focused = document.activeElement;
  for (const id of SECTIONS) byId(id).hidden = !visible.includes(id);
  if (focused && focused !== document.body && focused.closest('[hidden]')) {
    byId(visible[0] ?? '')
      .querySelector('[tabindex]')
      ?.focus();
  }
}

/** @type {WakeLockSentinel | null} */
let lock = null;

/** Keeps the screen awake while the caller waits, where the browser can. @param {boolean} wanted */
async function stayAwake(wanted) {
  if (!wanted) {
    lock?.release();
    lock = null;
  } else if (!lock || lock.released) {
    lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null;
  }
}

/** Counts what was drawn: of two endings under way, the later one is shown. */
let drawn = 0;

/** @param {(afterwards: typeof import('./afterwards.js')) => Promise<void>} draw */
async function showOver(draw) {
  const now = drawn;
  await draw(await import('./afterwards.js'));
  if (now === drawn) show(['over']);
}

function render() {
  drawn++;
  renderFrame();
  const { desk, ticket, obstacle } = visit;
  if (obstacle) showOver(({ renderObstacle }) => renderObstacle(obstacle));
  else if (!desk || (expectsSite && !ticket) || (visit.returning && !ticket)) show(['opening']);
  else if (ticket) renderTicket(desk, ticket);
  else renderDesk(desk);
}

/** What every state has. */
function renderFrame() {
  const { desk, ticket, trouble } = visit;
  const waiting = ticket?.state === 'waiting' || ticket?.state === 'called';
  byId('sound').hidden = !waiting;
  byId('sound').setAttribute('aria-pressed', String(chime.audible));
  byId('notify').hidden = globalThis.Notification?.permission !== 'default';
  const kept = (ticket ? waiting : visit.returning) ? t('kept') : '';
  const words = trouble
    ? t(trouble.key, { kept, time: localTime(visit.heard, lang), seconds: trouble.seconds ?? 0 })
    : '';
  if (words && byId('connection').textContent !== words) alertNow(words);
  setText(byId('connection'), words);
  if (ticket?.state !== 'called') turn.end();
  stayAwake(waiting);
  const name = pick(desk?.name, lang);
  if (desk) setText(byId('desk-name'), name);
  if (!waiting || ticket.state === 'waiting') document.title = titleOf(ticket, name);
  if (ticket && !waiting) failed = null;
  sayFailed();
  setText(byId('notice'), pick(desk?.notice, lang));
  if (desk) renderMail(desk);
}

async function sayFailed() {
  const words = failed && visit.ticket ? await (await import('./afterwards.js')).failureWords(failed) : '';
  setText(byId('failed'), failed ? words : '');
}

/** The other way, open at any time. @param {Desk} desk */
function renderMail({ mailForm }) {
  const { reference } = visit;
  const form = pick(mailForm, lang);
  byId('mail').hidden = !form;
  byId('mail-link').href = form.replace('{reference}', encodeURIComponent(reference));
  setText(byId('mail-reference'), reference && t('mailReference', { reference }));
}

/** @param {Ticket | null} ticket @param {string} name */
const titleOf = (ticket, name) =>
  [ticket?.state === 'waiting' && ticket.position ? `(${ticket.position}) ${t('title')}` : t('title'), name]
    .filter(Boolean)
    .join(' · ');

/** @param {Desk} desk */
function renderDesk(desk) {
  const shut = isShut(desk);
  form.render(desk, visit.joining);
  if (shut) showOver(({ renderObstacle }) => renderObstacle(shut, desk.opens));
  else show(['start']);
}

/** @param {Desk} desk @param {Ticket} ticket */
function renderTicket(desk, ticket) {
  site?.tell(ticket);
  rehearsal.passedBefore = ticket.microphone === 'passed';
  if (ticket.state === 'waiting') {
    renderLine(ticket, desk, visit.reason);
    show(['line', 'rehearsal']);
  } else if (ticket.state === 'called') {
    turn.render(ticket, desk.joinWarning);
    show(ticket.microphone === 'passed' ? ['turn'] : ['turn', 'rehearsal']);
  } else if (ticket.state === 'ended' || ticket.hungUp) {
    byId('mail').hidden ||= visit.talked;
    showOver(({ renderEnding }) => renderEnding(ticket, visit.talked));
  } else showOver(({ renderCall }) => renderCall(callPage()));
}

/** Any press will do, but for the one on the sound's own switch. @param {Event} event */
async function unlockSound({ target }) {
  if (chime.unlocked || target === byId('sound')) return;
  await chime.unlock();
  turn.ring();
  render();
}

async function switchSound() {
  chime.muted = chime.audible;
  await chime.unlock();
  if (chime.muted) chime.stop();
  else if (visit.ticket?.state === 'called') turn.ring();
  else chime.ring();
  render();
}

/** What a press does, by the id of the button or link. @type {Record<string, (event: Event) => void>} */
const PRESSES = {
  'step-away': () => visit.command('PUT', '/presence', { presence: 'stepped-away' }),
  back: () => visit.command('PUT', '/presence', { presence: 'here' }),
  'more-time': () => visit.command('POST', '/extension'),
  leave: () => byId('leave-dialog').showModal(),
  'leave-go': () => visit.command('DELETE', ''),
  notify: () => Notification.requestPermission().then(render),
  join: takeCall,
  return: takeCall,
  again: () => visit.startAgain(),
  'mail-link': write,
  sound: switchSound,
};

/** @param {any} event */
function press(event) {
  const { id, dataset } = event.target;
  if (dataset.lang) speak(dataset.lang);
  else if (dataset.helped) visit.command('POST', '/feedback', { helped: dataset.helped });
  else PRESSES[id]?.(event);
}

function listen() {
  addEventListener('click', press);
  for (const gesture of ['pointerdown', 'keydown']) addEventListener(gesture, unlockSound);
  document.addEventListener('visibilitychange', render);
}

listen();
await speak(preferredLanguage());
await visit.begin();
if (visit.desk) {
  form.fill(visit.desk);
  site = new Opener(visit.desk, startedBySite);
  setTimeout(() => {
    expectsSite = false;
    render();
  }, OPENER_PATIENCE);
}
render();
