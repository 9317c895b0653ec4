import assert from 'node:assert/strict';
import { test } from 'node:test';
import { timeText } from '../../../webroot/room/afterwards.js';
import { minutesAndSeconds, pick, waitText } from '../../../webroot/shared/texts.js';
import { translator } from '../../../webroot/shared/translator.js';

test('a wait range is rounded outwards, never promising more than the figures', () => {
  assert.equal(waitText({ low: 299, high: 481 }, 'en'), 'about 4–9 min');
  assert.equal(waitText({ low: 299, high: 481 }, 'ja'), '約4〜9分');
  assert.equal(waitText({ low: 240, high: 240 }, 'en'), 'about 4 min');
  assert.equal(waitText({ low: 30, high: 61 }, 'en'), 'up to 2 min');
  assert.equal(waitText({ low: 0, high: 1 }, 'ja'), '1分以内');
  assert.equal(waitText({ low: 0, high: 0 }, 'en'), 'no wait');
});

test("a time is told as the desk's own clock shows it, with the day unless it is today's", () => {
  const now = Date.parse('2026-11-24T20:00:00+09:00');
  assert.equal(timeText('2026-11-24T23:30:00+09:00', 'en', now), '23:30');
  assert.equal(timeText('2026-11-25T08:25:00+09:00', 'ja', now), '11/25(水) 8:25');
  assert.equal(timeText('2026-11-25T08:25:00+09:00', 'en', now), 'Wed, Nov 25, 08:25');
  assert.equal(timeText('2026-11-24T08:25:00-03:30', 'en', now), '08:25');
  assert.equal(timeText('2026-11-24T12:00:00Z', 'en', now), '12:00');
});

test('values are put into a text by name', () => {
  const t = translator({ hello: { en: 'Hello {who}, {n}', ja: '{who}さん、{n}' } });
  assert.equal(t('hello', 'ja', { who: '窓', n: 3 }), '窓さん、3');
  assert.equal(t('hello', 'en'), 'Hello {who}, {n}');
});

test('a text of the desk falls back to English, then to any', () => {
  assert.equal(pick({ ja: 'あ', en: 'a' }, 'ja'), 'あ');
  assert.equal(pick({ en: 'a' }, 'ja'), 'a');
  assert.equal(pick({ fr: 'à' }, 'ja'), 'à');
  assert.equal(pick(null, 'en'), '');
});

test('a count-down is written as minutes and seconds', () => {
  assert.equal(minutesAndSeconds(75.9), '1:15');
  assert.equal(minutesAndSeconds(5), '0:05');
});
