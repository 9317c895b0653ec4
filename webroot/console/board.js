/** The desk in figures: now, who is at work, today. */
import { byId, element, setText } from '../shared/dom.js';
import { inZoom } from './own.js';
import { minutes, secondsSince } from './times.js';
import { t } from './words.js';

/**
 * @typedef {import('./types').View} View
 * @typedef {import('./types').Board} Board
 * @typedef {import('./types').Colleague} Colleague
 * @typedef {import('./words.js').Word} Word
 * @typedef {[label: Word, value: string, id: string]} Figure
 */

/** @param {Board} board @returns {number} seconds by now */
const longestWait = (board) => board.longestWait + secondsSince(board.at);

/** @param {number} part @param {number} whole */
const share = (part, whole) => (whole ? `${Math.round((100 * part) / whole)}%` : '–');

/** @param {View} view @returns {Figure[]} */
function present({ board, lang }) {
  const longest = board.waiting ? minutes(longestWait(board), lang) : '–';
  return [
    ['waiting', String(board.waiting), 'waiting'],
    ['longestWait', longest, 'longest-wait'],
    ['inCall', String(board.counts.inCall), 'in-call'],
  ];
}

/** @param {View} view @returns {Figure[]} */
function staff(view) {
  const { counts } = view.board;
  /** @type {Figure} in Zoom, whoever wraps up is occupied */
  const besides = inZoom(view)
    ? ['occupied', String(counts.occupied), 'occupied']
    : ['wrap-up', String(counts.wrapUp), 'wrap-up'];
  return [
    ['available', String(counts.available), 'available'],
    ['ringing', String(counts.ringing), 'ringing'],
    ['on-call', String(counts.onCall), 'on-call'],
    besides,
    ['break', String(counts.break), 'break'],
  ];
}

/** @param {View} view @returns {Figure[]} */
const today = ({ board: { today: day } }) => [
  ['joined', String(day.joined), 'joined'],
  ['served', String(day.served), 'served'],
  ['abandoned', String(day.abandoned), 'abandoned'],
  ['inTime', share(day.answeredInTime, day.answered), 'in-time'],
];

/** @param {HTMLElement} list @param {Figure[]} figures @param {View} view */
function renderFigures(list, figures, { lang }) {
  if (figures.some(([, , id], i) => list.children[i]?.getAttribute('data-figure') !== id)) {
    list.replaceChildren(
      ...figures.map(([, , id]) => element('div', { 'data-figure': id }, element('dt'), element('dd'))),
    );
  }
  figures.forEach(([label, value], i) => {
    const [dt, dd] = /** @type {Element} */ (list.children[i]).children;
    setText(/** @type {Element} */ (dt), t(label, lang));
    setText(/** @type {Element} */ (dd), value);
  });
}

/** @param {Colleague} colleague @param {View} view */
function colleagueRow({ id, name, status }, { board, lang }) {
  const ticket = board.calls.find((call) => call.operator === id)?.ticket;
  const word = t(status, lang) + (ticket ? ` · ${ticket.reference}` : '');
  return element(
    'li',
    { 'data-status': status },
    element('span', {}, name || '–'),
    element('span', { class: 'soft small' }, word),
  );
}

/** @param {View} view */
export function renderBoard(view) {
  const { board, lang } = view;
  setText(byId('desk-state'), t(/** @type {Word} */ (`state-${board.state}`), lang));
  byId('desk-state').dataset.state = board.state;
  renderFigures(byId('now'), present(view), view);
  renderFigures(byId('staff'), staff(view), view);
  renderFigures(byId('today'), today(view), view);
  const atDesk = board.operators.filter(({ status }) => status !== 'offline');
  byId('colleagues').hidden = inZoom(view); // their names stay in Zoom
  byId('colleagues').replaceChildren(...atDesk.map((colleague) => colleagueRow(colleague, view)));
}
