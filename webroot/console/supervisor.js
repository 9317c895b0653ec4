/** What supervisors do: open, pause or close the intake, post a notice, invite colleagues. */
import { request } from '../shared/api.js';
import { byId, element, setText } from '../shared/dom.js';
import { languageName } from '../shared/texts.js';
import { act } from './act.js';
import { dayAndClock } from './times.js';
import { t } from './words.js';

/**
 * @typedef {import('./types').View} View
 * @typedef {import('../shared/contract').Texts} Texts
 */

export class Supervisor {
  #view;
  /** The notice the fields were last filled with: what somebody is typing is not written over. */
  #filled = '';
  #expires = '';

  /** @param {() => View} view */
  constructor(view) {
    this.#view = view;
    const lang = () => view().lang;
    for (const button of byId('supervisor').querySelectorAll('[data-intake]')) {
      button.onclick = () => act(button, lang, () => this.#put('intake', { intake: button.dataset.intake }));
    }
    this.#onSubmit('notice', () => this.#put('notice', { notice: this.#typed() }));
    byId('notice-clear').onclick = () => act(byId('notice-clear'), lang, () => this.#put('notice', { notice: null }));
    this.#onSubmit('invite', () => this.#invite());
    byId('invite-copy').onclick = () => act(byId('invite-copy'), lang, () => this.#copy());
  }

  /** @param {string} form @param {() => Promise<unknown>} what */
  #onSubmit(form, what) {
    byId(form).onsubmit = (/** @type {SubmitEvent} */ event) => {
      event.preventDefault();
      act(byId(form).querySelector('[type=submit]'), () => this.#view().lang, what);
    };
  }

  /** @param {'intake' | 'notice'} what @param {object} body */
  #put(what, body) {
    return request('PUT', `/api/v1/desks/${this.#view().board.desk}/${what}`, { body });
  }

  /** @returns {Texts | null} */
  #typed() {
    /** @type {Texts} */
    const texts = {};
    for (const { lang, value } of byId('notice').querySelectorAll('textarea')) {
      if (value.trim()) texts[lang] = value.trim();
    }
    return Object.keys(texts).length ? texts : null;
  }

  async #invite() {
    const chosen = (/** @type {string} */ name) =>
      [...byId('invite').querySelectorAll(`[name=${name}]:checked`)].map(({ value }) => value);
    const [roles, languages] = [chosen('role'), chosen('language')];
    if (!roles.length || !languages.length) throw Object.assign(new Error(), { slug: 'no-role' });
    const body = { name: byId('invite-name').value.trim(), roles, languages, desks: [this.#view().board.desk] };
    const { link, expires } = await request('POST', '/api/v1/invitations', { body });
    byId('invite-link').value = link;
    this.#expires = expires;
    byId('invite-name').value = '';
    this.render(this.#view());
    byId('invite-copy').focus();
  }

  async #copy() {
    byId('invite-link').select();
    await navigator.clipboard.writeText(byId('invite-link').value);
    setText(byId('invite-copy'), t('copied', this.#view().lang));
  }

  /** @param {View} view */
  render({ board, desk, lang, operator }) {
    byId('supervisor').hidden = !operator.roles.includes('supervisor');
    for (const button of byId('supervisor').querySelectorAll('[data-intake]')) {
      button.ariaPressed = String(button.dataset.intake === board.intake);
    }
    this.#renderNotice(desk.languages, board.notice, lang);
    byId('invite-made').hidden = !this.#expires;
    if (this.#expires)
      setText(byId('invite-until'), t('inviteUntil', lang, { time: dayAndClock(this.#expires, lang) }));
    if (byId('invite-languages').childElementCount !== desk.languages.length) {
      byId('invite-languages').replaceChildren(...desk.languages.map(languageChoice));
    }
    for (const name of byId('invite-languages').querySelectorAll('span')) {
      setText(name, languageName(name.dataset.language, lang));
    }
  }

  /** @param {string[]} languages @param {Texts | null} notice @param {import('../shared/texts.js').Lang} lang */
  #renderNotice(languages, notice, lang) {
    const key = JSON.stringify([languages, notice]);
    if (key !== this.#filled) {
      byId('notice-fields').replaceChildren(...languages.map((tag) => noticeField(tag, notice?.[tag] ?? '')));
      this.#filled = key;
    }
    for (const name of byId('notice-fields').querySelectorAll('span')) {
      setText(name, languageName(name.dataset.language, lang));
    }
    byId('notice-clear').hidden = !notice;
  }
}

/** @param {string} tag @param {string} text */
function noticeField(tag, text) {
  const area = element('textarea', { lang: tag, rows: 2, maxlength: 300 }, text);
  return element('label', { class: 'field' }, element('span', { 'data-language': tag }), area);
}

/** @param {string} tag */
const languageChoice = (tag) =>
  element(
    'label',
    { class: 'choice' },
    element('input', { type: 'checkbox', name: 'language', value: tag, checked: true }),
    element('span', { 'data-language': tag }),
  );
