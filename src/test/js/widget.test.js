// The widget's description for site owners says exactly what the widget has.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';

const code = readFileSync(new URL('../../../webroot/widget.js', import.meta.url), 'utf8');
const described = readFileSync(new URL('../../docs/widget.md', import.meta.url), 'utf8');

/** @param {string} text @param {RegExp} pattern */
const all = (text, pattern) => [...new Set([...text.matchAll(pattern)].map(([, found]) => found))].sort();

/** The first column of the table under that head. @param {string} head */
const column = (head) => all(described.split(`| ${head} |`)[1]?.split('\n\n')[0] ?? '', /^\| `([^`="]+)[^|]*`/gm);

test('the attributes described are those read', () => {
  const read = all(code, /(?:getAttribute|hasAttribute)\('([a-z]+)'\)/g);
  assert.deepEqual(column('attribute'), [...read, ...all(code, /observedAttributes = \['([a-z]+)'\]/g)].sort());
});

test('the custom properties described are those used', () => {
  assert.deepEqual(column('custom property'), all(code, /var\((--madoguchi-[a-z-]+)/g));
});

test('the parts described are those drawn', () => {
  assert.deepEqual(column('part'), all(code, /make\('[a-z0-9]+', '([a-z]+)'/g));
});

test('the events described are those sent', () => {
  assert.deepEqual(
    column('event'),
    all(code, /#emit\('([a-z]+)'/g).map((name) => `madoguchi:${name}`),
  );
});

test('every text stands in both languages', () => {
  const texts = code.slice(code.indexOf('const TEXTS'), code.indexOf('const STYLE'));
  const rows = [...texts.matchAll(/^ {4}\S+: \[(.*)\],$/gm)];
  assert.ok(rows.length > 20);
  for (const [row, pair] of rows) assert.match(pair ?? '', /^'[^']+', '[^']+'$/, row);
});
