/**
 * The operators' console. Everything shown follows from one picture (`View`) that the stream keeps current; every press is
 * a request whose effect comes back through the stream.
 */
import { heardAt, request } from '../shared/api.js';
import { byId, element, setText, writeWords } from '../shared/dom.js';
import { openStream } from '../shared/stream.js';
import { pick, preferredLanguage } from '../shared/texts.js';
import { act, renderProblem, sayNothing } from './act.js';
import { Attention } from './attention.js';
import { renderBoard } from './board.js';
import { CallCard } from './call.js';
import { renderChart } from './chart.js';
import { Line } from './line.js';
import { callNext, renderOwn, wish } from './own.js';
import { renderConnection, renderSignedOut, showPage } from './page.js';
import { closeSession, followLinks, openSession, takeInvitation } from './session.js';
import { Supervisor } from './supervisor.js';
import { t } from './words.js';

/**
 * @typedef {import('./types').View} View
 * @typedef {import('./types').Operator} Operator
 * @typedef {import('./words.js').Word} Word
 * @typedef {import('../shared/texts.js').Lang} Lang
 */

const invitation = takeInvitation();
/** @type {Partial<View> & { lang: Lang }} */
const view = { lang: preferredLanguage(), consents: [] };
const connection = { lost: false, heard: Date.now() };
/** @type {{ close(): void } | undefined} */
let stream;
/** @type {Word} why nobody is signed in */
let reason = 'signedOutText';

const lang = () => view.lang;
const whole = () => /** @type {View} */ (view);
/** The query that names the desk. */
const at = () => `?desk=${view.board?.desk}`;
const ticket = () => /** @type {import('../shared/contract').Ticket} */ (view.call?.ticket);

const attention = new Attention();
const line = new Line((id, button) => act(button, lang, () => follow(callNext(at(), id))));
const card = new CallCard(render);
const supervisor = new Supervisor(whole);

/** @param {Promise<import('./types').Call>} answer to a request that changes the operator's own call */
async function follow(answer) {
  view.call = await answer;
  render();
}

function render() {
  renderConnection(connection, view.lang);
  if (!view.operator) return renderSignedOut(reason, view.lang);
  if (!view.board || !view.call) return;
  const now = whole();
  showPage('console');
  setText(byId('desk-name'), pick(now.desk.name, now.lang));
  setText(byId('operator'), now.operator.name);
  byId('desk').disabled = Boolean(now.call.ticket);
  renderOwn(now);
  card.render(now);
  line.render(now);
  renderBoard(now);
  renderChart(now.board.today.halfHours, now.lang);
  supervisor.render(now);
  attention.render(now);
}

/** @param {string} name @param {any} data */
function take(name, data) {
  heardAt(data.at);
  connection.heard = Date.now();
  if (name === 'signal') card.receive(data);
  else if (name === 'board') view.board = data;
  else if (name === 'call') view.call = data;
  else if (name === 'consent') view.consents = data.consents;
  render();
}

/** @param {import('../shared/stream.js').StreamState} state @param {number} [status] */
function onState(state, status) {
  connection.lost = state !== 'open';
  if (state === 'ended') signedOut(status === 401 ? 'sessionOver' : 'noDesk');
  else renderConnection(connection, view.lang);
}

/** Away from the present desk and call. */
function leaveDesk() {
  stream?.close();
  card.close();
  attention.forget();
  sayNothing();
  connection.lost = false;
  delete view.board;
  delete view.call;
  view.consents = [];
}

/** @param {string} desk */
async function openDesk(desk) {
  leaveDesk();
  view.desk = await request('GET', `/api/v1/desks/${desk}`);
  stream = openStream(`/api/v1/operator/stream?desk=${desk}`, { onEvent: take, onState });
}

/** @param {Word} why */
function signedOut(why) {
  const before = view.operator;
  leaveDesk();
  delete view.operator;
  reason = why;
  render();
  showPage('signed-out');
  if (before) byId('signed-out-title').focus();
}

/** @param {Operator} operator */
async function signedIn(operator) {
  const desks = await Promise.all(operator.desks.map((id) => request('GET', `/api/v1/desks/${id}`)));
  const options = desks.map(({ desk, name }) => element('option', { value: desk }, pick(name, view.lang)));
  view.operator = operator;
  byId('desk-field').hidden = desks.length < 2;
  byId('desk').replaceChildren(...options);
  await openDesk(operator.desks[0] ?? '');
}

async function open() {
  try {
    await signedIn(await openSession(invitation));
  } catch (problem) {
    const { status } = /** @type {import('../shared/api.js').Problem} */ (problem);
    const refused = invitation ? 'linkUsed' : 'signedOutText';
    signedOut(status === 401 ? refused : status === 403 || status === 404 ? 'noDesk' : 'noServer');
  }
}

/** @param {Lang} chosen */
function speak(chosen) {
  view.lang = chosen;
  writeWords((word) => t(word, chosen), chosen);
  renderProblem(chosen);
  render();
}

/** @param {HTMLElement} button @param {() => Promise<unknown>} what */
function on(button, what) {
  button.onclick = () => act(button, lang, what);
}

function listen() {
  for (const button of document.querySelectorAll('button')) {
    const { lang: chosen, wish: wished, outcome } = /** @type {any} */ (button.dataset);
    if (chosen) button.onclick = () => speak(chosen);
    if (wished) on(button, () => follow(wish(wished, whole().call, at())));
    if (outcome) on(button, () => card.end(ticket(), at(), outcome));
  }
  on(byId('next'), () => follow(callNext(at())));
  on(byId('answer'), () => card.answer(ticket(), at()));
  on(byId('put-back'), () => follow(card.putBack(ticket(), at())));
  on(byId('ask-consent'), () => card.askConsent(ticket(), at()));
  on(byId('save-picture'), () => card.savePicture(whole()));
  on(byId('sign-out'), () => closeSession().then(() => signedOut('signedOutText')));
  byId('desk').onchange = () => openDesk(byId('desk').value);
}

listen();
followLinks();
addEventListener('offline', () => onState('lost')); // sooner than the stream finds out; it mends itself when back
speak(view.lang);
setInterval(render, 1000);
open();
