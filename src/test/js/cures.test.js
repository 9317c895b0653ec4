import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cures } from '../../../webroot/room/cures.en.js';
import { browserOf, cureOf } from '../../../webroot/room/cures.js';

const AGENTS = {
  chromium:
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36',
  firefox: 'Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0',
  safari:
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Safari/605.1.15',
  ios: 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.0 Mobile/15E148 Safari/604.1',
  android:
    'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Mobile Safari/537.36',
};

test('a browser is known by its agent', () => {
  for (const [browser, agent] of Object.entries(AGENTS)) assert.equal(browserOf(agent), browser);
});

test('every failure has a title and a cure in both languages and every browser', async () => {
  const failures = /** @type {(keyof typeof cures)[]} */ (Object.keys(cures));
  for (const failure of failures) {
    for (const lang of /** @type {const} */ (['ja', 'en'])) {
      for (const agent of Object.values(AGENTS)) {
        const { title, steps } = await cureOf(failure, lang, browserOf(agent));
        assert.ok(title && steps.length > 0, failure);
        for (const step of steps) assert.doesNotMatch(step, /^$|[{}]/, `${failure} ${lang}`);
      }
    }
  }
});

test('where a blocked microphone is allowed again differs per browser', async () => {
  const first = Object.values(AGENTS).map(async (agent) => (await cureOf('denied', 'ja', browserOf(agent))).steps[0]);
  assert.equal(new Set(await Promise.all(first)).size, first.length);
});
