/** What a press does: one request at a time per button; a refusal is said in words. */
import { byId, setText } from '../shared/dom.js';
import { troubleWords } from './words.js';

/** @typedef {import('../shared/texts.js').Lang} Lang */

/** What went wrong with the last press; null when nothing did. @type {any} */
let last = null;

/** @param {Lang} lang */
export const renderProblem = (lang) => setText(byId('problem'), last ? troubleWords(last, lang) : '');

/** @param {unknown} problem @param {Lang} lang */
export function say(problem, lang) {
  console.warn(problem);
  last = problem;
  renderProblem(lang);
}

export function sayNothing() {
  last = null;
  setText(byId('problem'), '');
}

/**
 * A busy button stays where the keyboard is: it is marked, not disabled.
 *
 * @param {HTMLElement} button
 * @param {() => Lang} lang
 * @param {() => Promise<unknown>} what
 */
export async function act(button, lang, what) {
  if (button.ariaBusy === 'true') return;
  button.ariaBusy = 'true';
  try {
    await what();
    sayNothing();
  } catch (problem) {
    say(problem, lang());
  }
  button.ariaBusy = 'false';
}
