import assert from 'node:assert/strict';
import { test } from 'node:test';
import { backOff, openStream } from '../../../webroot/shared/stream.js';

const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A page with a clock that stands still: fetch answers what it is given, the one timer is run by hand. */
function page() {
  const target = new EventTarget();
  /** @type {{ answer(response: Response): void, fail(): void, init: any }[]} */
  const requests = [];
  const state = { /** @type {{ then: () => void, delay: number } | undefined} */ timer: undefined };
  const scope = /** @type {any} */ ({
    fetch: (/** @type {string} */ _url, /** @type {any} */ init) =>
      new Promise((answer, fail) => {
        requests.push({ answer, fail: () => fail(new TypeError('no network')), init });
        init.signal.addEventListener('abort', () => fail(init.signal.reason));
      }),
    setTimeout: (/** @type {() => void} */ then, /** @type {number} */ delay) => {
      state.timer = { then, delay };
      return state.timer;
    },
    clearTimeout: () => {
      state.timer = undefined;
    },
    addEventListener: target.addEventListener.bind(target),
    removeEventListener: target.removeEventListener.bind(target),
  });
  const fire = (/** @type {string} */ type, persisted = false) =>
    target.dispatchEvent(Object.assign(new Event(type), { persisted }));
  return { scope, requests, state, fire };
}

/** @param {ReturnType<typeof page>} on */
function opened(on) {
  /** @type {any[]} */
  const told = [];
  const stream = openStream('/api/v1/ticket/stream', {
    token: 'secret',
    random: () => 0.5,
    scope: on.scope,
    onEvent: (...event) => told.push(event),
    onState: (...state) => told.push(state),
  });
  return { told, stream };
}

/** @param {string} [start] */
function endless(start = '') {
  /** @type {ReadableStreamDefaultController<Uint8Array>} */
  let controller = /** @type {any} */ (undefined);
  const body = new ReadableStream({
    start: (given) => {
      controller = given;
      given.enqueue(new TextEncoder().encode(start));
    },
  });
  return { response: new Response(body), end: () => controller.close() };
}

test('sends the token in a header and tells open, then each event as JSON', async () => {
  const on = page();
  const { told } = opened(on);
  on.requests[0]?.answer(endless('event: ticket\nid: 7\ndata: {"state":"waiting"}\n\n').response);
  await settled();
  assert.equal(on.requests[0]?.init.headers.Authorization, 'Bearer secret');
  assert.deepEqual(told, [['open'], ['ticket', { state: 'waiting' }, '7']]);
});

test('a stream that ends is opened again after what its retry asked for', async () => {
  const on = page();
  const { told } = opened(on);
  const { response, end } = endless('retry: 4321\n\n');
  on.requests[0]?.answer(response);
  await settled();
  end();
  await settled();
  assert.deepEqual(told.at(-1), ['lost', 4321]);
  on.state.timer?.then();
  assert.equal(on.requests.length, 2);
});

test('without network the waits grow with full jitter, and online tries at once', async () => {
  const on = page();
  const { told } = opened(on);
  for (let i = 0; i < 7; i++) {
    on.requests.at(-1)?.fail();
    await settled();
    on.state.timer?.then();
  }
  assert.deepEqual(
    told.map(([, wait]) => wait),
    [500, 1000, 2000, 4000, 8000, 15000, 15000],
  );
  const tries = on.requests.length;
  on.fire('online');
  assert.equal(on.requests.length, tries + 1);
});

test('a full server is left alone as long as its Retry-After says, and a little longer', async () => {
  const on = page();
  const { told } = opened(on);
  on.requests[0]?.answer(new Response(null, { status: 503, headers: { 'Retry-After': '20' } }));
  await settled();
  assert.deepEqual(told, [['lost', 20_500]]);
});

for (const status of [401, 403, 404]) {
  test(`${status} is final`, async () => {
    const on = page();
    const { told } = opened(on);
    on.requests[0]?.answer(new Response(null, { status }));
    await settled();
    assert.deepEqual(told, [['ended', status]]);
    on.fire('online');
    assert.equal(on.requests.length, 1);
    assert.equal(on.state.timer, undefined);
  });
}

test('two and a half heartbeats of silence abort the request and open a new one', async () => {
  const on = page();
  const { told } = opened(on);
  on.requests[0]?.answer(endless(': hello\n\n').response);
  await settled();
  assert.equal(on.state.timer?.delay, 37_500);
  on.state.timer?.then();
  await settled();
  assert.equal(on.requests[0]?.init.signal.aborted, true);
  assert.equal(on.requests.length, 2);
  assert.deepEqual(told, [['open'], ['stale']]);
});

test('closes on pagehide and comes back on pageshow from the back-forward cache', async () => {
  const on = page();
  const { told } = opened(on);
  on.requests[0]?.answer(endless().response);
  await settled();
  on.fire('pagehide');
  await settled();
  assert.equal(on.requests[0]?.init.signal.aborted, true);
  assert.equal(on.state.timer, undefined);
  on.fire('pageshow');
  assert.equal(on.requests.length, 1);
  on.fire('pageshow', true);
  assert.equal(on.requests.length, 2);
  assert.deepEqual(told, [['open']]);
});

test('a closed stream stays closed', async () => {
  const on = page();
  const { stream, told } = opened(on);
  stream.close();
  await settled();
  on.fire('online');
  on.fire('pageshow', true);
  assert.equal(on.requests.length, 1);
  assert.deepEqual(told, []);
});

test('the back-off stays between nothing and half a minute', () => {
  for (let attempt = 0; attempt < 40; attempt++) {
    assert.equal(
      backOff(attempt, () => 0),
      0,
    );
    assert.ok(backOff(attempt, () => 1) <= 30_000);
  }
});
