/** The two ways a wait begins: the caller's own press of Start, or the start of the site that opened this window. */
import { byId, element, setText } from '../shared/dom.js';
import { languageName, pick, waitText } from '../shared/texts.js';
import { lang, t } from './words.js';

/**
 * @typedef {import('../shared/contract').Desk} Desk
 * @typedef {import('../shared/contract').Ticket} Ticket
 * @typedef {import('./visit').Wish} Wish
 */

/** @param {Desk} desk @param {string} tag */
function nowWords(desk, tag) {
  const range = desk.wait[tag];
  const { available, busy } = desk.operators;
  const wait = range ? waitText(range, lang) : t('unknownWait');
  return t('now', { waiting: desk.waiting, wait, operators: available + busy });
}

export class StartForm {
  /** @param {(wish: Wish) => void} onStart */
  constructor(onStart) {
    byId('start').onsubmit = (/** @type {Event} */ event) => {
      event.preventDefault();
      const topic = byId('topic').value;
      const about = byId('about').value.trim();
      onStart({ language: this.language, ...(topic && { topic }), ...(about && { about }) });
    };
  }

  /** The language of the call chosen. */
  get language() {
    return byId('start').querySelector(':checked')?.value ?? 'en';
  }

  /** What does not change but with the page's language. @param {Desk} desk */
  fill(desk) {
    const chosen = byId('languages').childElementCount ? this.language : lang;
    const topic = byId('topic').value || new URLSearchParams(location.search).get('topic') || '';
    const first = desk.languages.includes(chosen) ? chosen : desk.languages[0];
    byId('notes').replaceChildren(...desk.notes.map((note) => element('li', {}, pick(note, lang))));
    byId('languages').replaceChildren(...desk.languages.map((tag) => choice(tag, tag === first)));
    byId('topic').replaceChildren(
      element('option', { value: '' }, t('noTopic')),
      ...desk.topics.map(({ id, name }) => element('option', { value: id, selected: id === topic }, pick(name, lang))),
    );
  }

  /** @param {Desk} desk @param {boolean} busy */
  render(desk, busy) {
    const late = desk.notToday.includes(this.language);
    setText(byId('start-now'), nowWords(desk, this.language));
    setText(byId('start-warning'), late ? t('notToday') : '');
    byId('start-button').classList.toggle('primary', !late);
    byId('start-button').disabled = busy;
  }
}

/** @param {string} tag @param {boolean} checked */
const choice = (tag, checked) =>
  element(
    'label',
    { class: 'choice' },
    element('input', { type: 'radio', name: 'language', value: tag, checked }),
    languageName(tag, lang),
  );

/** @param {Desk} desk */
const trusted = (desk) => [location.origin, ...desk.sites];

/** The page that opened this window, or the one that frames it. @type {Window | null} */
export const host = opener ?? (parent === window ? null : parent);

/**
 * The site whose button opened the room. Only a page of the desk's list, which is really our host, may start the join; it
 * alone is then told what the room shows.
 */
export class Opener {
  #origin = '';

  /** @param {Desk} desk @param {(wish: { language: string, topic?: string }) => void} onStart */
  constructor(desk, onStart) {
    addEventListener('message', ({ origin, source, data }) => {
      if (source !== host || !trusted(desk).includes(origin) || data?.madoguchi !== 'start') return;
      this.#origin = origin;
      const topic = desk.topics.find(({ id }) => id === data.topic)?.id;
      const language = desk.languages.find((tag) => tag === data.language) ?? desk.languages[0] ?? 'en';
      onStart({ language, ...(topic && { topic }) });
    });
    for (const origin of trusted(desk)) host?.postMessage({ madoguchi: 'ready' }, origin);
  }

  /** @param {Ticket} ticket */
  tell({ state, position, wait, until, outcome }) {
    if (!this.#origin) return;
    const shown = outcome === 'left' ? 'left' : state;
    host?.postMessage({ madoguchi: 'state', state: shown, position, wait, until, outcome }, this.#origin);
  }
}
