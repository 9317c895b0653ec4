/** The line: its first 200 tickets. Rows stay as long as their ticket does, so that the keyboard's place is kept. */
import { byId, element, setText } from '../shared/dom.js';
import { languageName, pick } from '../shared/texts.js';
import { inZoom } from './own.js';
import { minutes, secondsSince } from './times.js';
import { t } from './words.js';

/**
 * @typedef {import('./types').View} View
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {import('./words.js').Word} Word
 * @typedef {[label: Word, value: string, mark: string][]} Cells
 */

/** @param {View} view @param {Ticket} ticket */
export function topicName({ desk, lang }, ticket) {
  const topic = desk.topics.find(({ id }) => id === ticket.topic);
  return topic ? pick(topic.name, lang) : (ticket.topic ?? t('noTopic', lang));
}

/** @param {Ticket} ticket @returns {[Word, string]} the word and its mark */
function microphone({ microphone: result }) {
  if (result === 'passed') return ['micPassed', 'good'];
  return result ? ['micFailed', 'bad'] : ['micNone', 'open'];
}

/** @param {View} view @param {Ticket} ticket @returns {Cells} */
function cells(view, ticket) {
  const { lang } = view;
  const presence = ticket.presence ?? 'here';
  const [word, mark] = microphone(ticket);
  return [
    ['position', ticket.position ? String(ticket.position) : '–', ''],
    ['reference', ticket.reference, ''],
    ['language', languageName(ticket.language, lang), ''],
    ['topic', topicName(view, ticket), ''],
    ['waited', minutes(secondsSince(ticket.joined), lang), ''],
    ['microphone', t(word, lang), mark],
    ['presence', t(presence, lang), presence === 'here' ? 'good' : 'open'],
  ];
}

export class Line {
  /** @type {Map<string, HTMLTableRowElement>} */
  #rows = new Map();
  #onPick;

  /** @param {(ticket: string, button: HTMLElement) => void} onPick */
  constructor(onPick) {
    this.#onPick = onPick;
  }

  /** @param {View} view */
  render(view) {
    const { line, waiting } = view.board;
    const shown = line.map((ticket) => this.#row(view, ticket));
    this.#keep(new Set(line.map(({ id }) => id)));
    const body = byId('line-rows');
    shown.forEach((row, i) => {
      if (body.children[i] !== row) body.insertBefore(row, body.children[i] ?? null);
    });
    byId('line-empty').hidden = line.length > 0;
    byId('line-table').hidden = line.length === 0;
    const more = waiting > line.length;
    setText(byId('line-shown'), more ? t('firstOf', view.lang, { shown: line.length, all: waiting }) : '');
  }

  /** @param {Set<string>} live */
  #keep(live) {
    for (const [id, row] of this.#rows) {
      if (live.has(id)) continue;
      row.remove();
      this.#rows.delete(id);
    }
  }

  /** @param {View} view @param {Ticket} ticket */
  #row(view, ticket) {
    const row = this.#rows.get(ticket.id) ?? this.#make(ticket.id);
    this.#rows.set(ticket.id, row);
    cells(view, ticket).forEach(([label, value, mark], i) => {
      const cell = /** @type {HTMLTableCellElement} */ (row.cells[i]);
      setText(cell, value);
      cell.dataset.label = t(label, view.lang);
      cell.dataset.mark = mark;
    });
    this.#fillButton(row, view, ticket);
    return row;
  }

  /** @param {string} id */
  #make(id) {
    const row = element('tr', { 'data-ticket': id });
    for (let i = 0; i < 7; i++) row.append(element(i === 1 ? 'th' : 'td', i === 1 ? { scope: 'row' } : {}));
    const button = element('button', { type: 'button', class: 'small' });
    button.onclick = () => this.#onPick(id, button);
    row.append(element('td', {}, button));
    return row;
  }

  /** @param {HTMLTableRowElement} row @param {View} view @param {Ticket} ticket */
  #fillButton(row, view, ticket) {
    const { call, lang, operator } = view;
    const button = /** @type {HTMLButtonElement} */ (row.querySelector('button'));
    setText(button, t('call', lang));
    button.ariaLabel = t('callThis', lang, { reference: ticket.reference });
    button.hidden = inZoom(view) || !operator.roles.includes('operator');
    button.disabled = call.status !== 'available' || ticket.presence !== 'here';
  }
}
