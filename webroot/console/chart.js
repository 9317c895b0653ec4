/**
 * The day by half hours: a wide pale bar for those who joined, in front of it a bar for those answered and one for those
 * who gave up. The same figures stand in a table below.
 *
 * @typedef {import('./types').HalfHour} HalfHour
 * @typedef {import('../shared/texts.js').Lang} Lang
 * @typedef {{ x: number, y: number, width: number, height: number }} Box
 */
import { byId, element } from '../shared/dom.js';
import { t } from './words.js';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 320;
const HEIGHT = 128;
const AREA = { left: 24, top: 8, right: WIDTH - 12, bottom: HEIGHT - 20 };
/** Shown even on a quiet day: 8:00 to 19:00. */
const FIRST = 16;
const LAST = 38;

/** @param {string} tag @param {Record<string, string | number>} attributes @param {...(Node | string)} children */
function svg(tag, attributes, ...children) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** @param {number} index of a half hour, 0–48 */
export const timeOf = (index) => `${Math.floor(index / 2)}:${index % 2 ? '30' : '00'}`;

/** The half hours worth showing. @param {HalfHour[]} day @returns {{ from: number, to: number }} `to` exclusive */
export function span(day) {
  const busy = day.flatMap((counts, index) => (counts.some(Boolean) ? [index] : []));
  return { from: Math.min(FIRST, ...busy) & ~1, to: Math.max(LAST, ...busy.map((index) => index + 1)) };
}

/** The top of the scale: a round figure that halves evenly, 4 at least. @param {number} highest */
export function scaleTop(highest) {
  const power = 10 ** Math.floor(Math.log10(Math.max(highest, 4)));
  return [2, 4, 10].map((times) => times * power).find((top) => top >= Math.max(highest, 4)) ?? 4;
}

/** @param {HalfHour[]} day @param {Lang} lang */
function words(day, lang) {
  const sum = (/** @type {number} */ i) => day.reduce((total, counts) => total + (counts[i] ?? 0), 0);
  const joined = day.map(([each]) => each);
  if (sum(0) + sum(1) + sum(2) === 0) return t('chartEmpty', lang);
  const peak = timeOf(joined.indexOf(Math.max(...joined)));
  return t('chartText', lang, { joined: sum(0), answered: sum(1), abandoned: sum(2), peak });
}

/** @param {number} top */
function scale(top) {
  const line = (/** @type {number} */ value) => {
    const y = AREA.bottom - ((AREA.bottom - AREA.top) * value) / top;
    return [
      svg('line', { class: 'grid', x1: AREA.left, x2: AREA.right, y1: y, y2: y }),
      svg('text', { x: AREA.left - 4, y: y + 4, 'text-anchor': 'end' }, String(value)),
    ];
  };
  return [0, top / 2, top].flatMap(line);
}

/** @param {HalfHour} counts @param {number} x @param {number} width @param {number} top */
function bars([joined, answered, abandoned], x, width, top) {
  const bar = (
    /** @type {string} */ kind,
    /** @type {number} */ count,
    /** @type {number} */ at,
    /** @type {number} */ wide,
  ) => {
    const height = ((AREA.bottom - AREA.top) * count) / top;
    return svg('rect', { class: kind, x: x + at * width, y: AREA.bottom - height, width: wide * width, height, rx: 1 });
  };
  return [
    bar('joined', joined, 0.08, 0.84),
    bar('answered', answered, 0.2, 0.3),
    bar('abandoned', abandoned, 0.5, 0.3),
  ];
}

/** @param {HalfHour[]} day */
function drawing(day) {
  const { from, to } = span(day);
  const top = scaleTop(Math.max(...day.flat()));
  const width = (AREA.right - AREA.left) / (to - from);
  const parts = scale(top);
  for (let index = from; index < to; index++) {
    const x = AREA.left + (index - from) * width;
    parts.push(...bars(day[index] ?? [0, 0, 0], x, width, top));
    if (index % 4 === 0) parts.push(svg('text', { x, y: HEIGHT - 4, 'text-anchor': 'middle' }, timeOf(index)));
  }
  return parts;
}

/** @param {HalfHour[]} day @param {Lang} lang */
function rows(day, lang) {
  const row = (/** @type {HalfHour} */ counts, /** @type {number} */ index) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, timeOf(index)),
      ...counts.map((n) => element('td', {}, String(n))),
    );
  const filled = day.flatMap((counts, index) => (counts.some(Boolean) ? [row(counts, index)] : []));
  return filled.length ? filled : [element('tr', {}, element('td', { colspan: 4 }, t('chartEmpty', lang)))];
}

let drawn = '';

/** @param {HalfHour[]} day 48 of them, or none when the day is still empty @param {Lang} lang */
export function renderChart(day, lang) {
  const key = lang + day.join();
  if (key === drawn) return;
  drawn = key;
  const whole = day.length ? day : Array.from({ length: 48 }, () => /** @type {HalfHour} */ ([0, 0, 0]));
  const title = svg('title', { id: 'chart-title' }, t('chartTitle', lang));
  const text = svg('desc', { id: 'chart-text' }, words(whole, lang));
  const named = { role: 'img', 'aria-labelledby': 'chart-title', 'aria-describedby': 'chart-text' };
  byId('chart').replaceChildren(
    svg('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, ...named }, title, text, ...drawing(whole)),
  );
  byId('chart-rows').replaceChildren(...rows(whole, lang));
}
