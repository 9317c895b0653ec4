/** What the caller sees of a call. */
import { alertNow, announce, byId, setText, writeWords } from '../shared/dom.js';
import { minutesAndSeconds } from '../shared/texts.js';
import { canShare } from './sharing.js';
import { translate } from './words.js';

/**
 * @typedef {import('../shared/texts.js').Lang} Lang
 * @typedef {Parameters<typeof translate>[0]} Word
 * @typedef {object} Picture
 * @property {import('./end.js').PeerState | 'preparing' | 'leaving'} state
 * @property {number} since when the two first heard each other, milliseconds since the epoch; 0 before
 * @property {boolean} muted
 * @property {boolean} operatorMuted
 * @property {MediaStreamTrack | null} window the picture shared
 * @property {import('./quality.js').Quality} quality
 * @property {Word | null} trouble
 */

/** @param {Picture} picture @returns {Word} */
function stateWord({ state, since }) {
  if (state === 'connecting') return since ? 'unstable' : 'calling';
  return state === 'failed' ? 'leaving' : state;
}

/** @param {Picture} picture @returns {Word} */
function detailWord({ state, quality, operatorMuted }) {
  if (state === 'unstable') return 'mending';
  if (state !== 'connected') return 'unknown';
  return operatorMuted ? 'operatorMuted' : quality;
}

/** @param {Picture} picture @param {Lang} lang */
export function renderPanel(picture, lang) {
  const t = (/** @type {Word} */ word) => translate(word, lang);
  const talking = picture.state === 'connected';
  const time = talking ? minutesAndSeconds((Date.now() - picture.since) / 1000) : '';
  const state = t(stateWord(picture));
  setText(byId('state'), state);
  setText(byId('detail'), [t(detailWord(picture)), time].filter(Boolean).join(' · '));
  document.title = [state, time].filter(Boolean).join(' · ');
  announce(state);
  setText(byId('mute'), t(picture.muted ? 'unmute' : 'mute'));
  setText(byId('share'), t(picture.window ? 'stopSharing' : 'share'));
  for (const id of ['mute', 'share']) byId(id).disabled = !talking;
  byId('mute').classList.toggle('on', picture.muted);
  byId('share').classList.toggle('on', picture.window !== null);
  byId('share').hidden = !canShare();
  renderWindow(picture.window);
  renderTrouble(picture.trouble ? t(picture.trouble) : '');
}

/** @param {MediaStreamTrack | null} track */
function renderWindow(track) {
  const preview = /** @type {HTMLVideoElement} */ (byId('preview'));
  const shown = /** @type {MediaStream | null} */ (preview.srcObject)?.getTracks()[0] ?? null;
  if (shown !== track) preview.srcObject = track && new MediaStream([track]);
  byId('shared').hidden = !track;
}

/** @param {string} words */
function renderTrouble(words) {
  if (byId('trouble').textContent !== words) alertNow(words);
  setText(byId('trouble'), words);
  byId('trouble').hidden = !words;
}

/** @param {Lang} lang */
export const writePanel = (lang) => writeWords((word) => translate(word, lang), lang);
