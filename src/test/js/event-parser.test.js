import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createParser } from 'eventsource-parser';
import fc from 'fast-check';
import { createEventParser } from '../../../webroot/shared/stream.js';

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const BOM = '\uFEFF';

/** @typedef {[name: string, data: string, id: string]} Seen */

/** What Chromium's own EventSource makes of each stream (measured). @type {[stream: string | Uint8Array, events: Seen[]][]} */
const table = [
  [`${BOM}data:1\n\n`, [['message', '1', '']]],
  [`${BOM}${BOM}data:1\n\ndata:2\n\n`, [['message', '2', '']]],
  ['data:a\rdata:b\r\r', [['message', 'a\nb', '']]],
  ['data:a\r\ndata:b\r\n\r\n', [['message', 'a\nb', '']]],
  [
    'data:a\r\ndata:b\n\rdata:c\r\n\n',
    [
      ['message', 'a\nb', ''],
      ['message', 'c', ''],
    ],
  ],
  [
    'data\n\ndata\ndata\n\ndata:test\n\n',
    [
      ['message', '', ''],
      ['message', '\n', ''],
      ['message', 'test', ''],
    ],
  ],
  ['data:  two\n\n', [['message', ' two', '']]],
  ['data:\ttab\n\n', [['message', '\ttab', '']]],
  ['data:lost', []],
  ['data:lost\n', []],
  [':c\n\n:\ndata:x\n:c\ndata:y\n\n', [['message', 'x\ny', '']]],
  [
    'id:1\ndata:a\n\nid:2\x003\ndata:b\n\n',
    [
      ['message', 'a', '1'],
      ['message', 'b', '1'],
    ],
  ],
  [
    'id:1\ndata:a\n\nid\ndata:b\n\n',
    [
      ['message', 'a', '1'],
      ['message', 'b', ''],
    ],
  ],
  ['id:7\n\ndata:x\n\n', [['message', 'x', '7']]],
  ['event:\ndata:x\n\n', [['message', 'x', '']]],
  ['event: a \ndata:x\n\n', [['a ', 'x', '']]],
  ['event:a\x00b\ndata:x\n\n', [['a\x00b', 'x', '']]],
  ['event:lost\n\ndata:x\n\n', [['message', 'x', '']]],
  ['Data:x\n\n data:x\n\nfoo:bar\n\n', []],
  [Uint8Array.of(...bytes('data:'), 0xff, 0xfe, 0x41, 0x0a, 0x0a), [['message', '\uFFFD\uFFFDA', '']]],
  ['data:a\u2028b\u0085c\n\n', [['message', 'a\u2028b\u0085c', '']]],
  ['data:\x00\n\n', [['message', '\x00', '']]],
  ['\r\r\rdata:x\r\n\r\n', [['message', 'x', '']]],
  ['data:窓口🎧\n\n', [['message', '窓口🎧', '']]],
];

/** @param {Uint8Array[]} chunks */
function parse(chunks) {
  /** @type {Seen[]} */
  const events = [];
  /** @type {number[]} */
  const retries = [];
  const push = createEventParser({
    onEvent: (...event) => events.push(event),
    onRetry: (milliseconds) => retries.push(milliseconds),
  });
  chunks.forEach(push);
  return { events, retries };
}

/** @param {Uint8Array} stream @param {number} size */
const pieces = (stream, size) =>
  Array.from({ length: Math.ceil(stream.length / size) }, (_, i) => stream.subarray(i * size, (i + 1) * size));

for (const [text, expected] of table) {
  test(`parses ${JSON.stringify(text)} at every split`, () => {
    const stream = typeof text === 'string' ? bytes(text) : text;
    for (let size = 1; size <= stream.length; size++) {
      assert.deepEqual(parse(pieces(stream, size)).events, expected, `chunks of ${size}`);
    }
    for (let cut = 0; cut <= stream.length; cut++) {
      assert.deepEqual(parse([stream.subarray(0, cut), stream.subarray(cut)]).events, expected, `cut at ${cut}`);
    }
  });
}

test('retry counts only when it is all ASCII digits', () => {
  const stream = 'retry:1000x\nretry:-5\nretry:\nretry:1.5\nretry:１\nretry: 2500\n\nretry:0\n\n';
  assert.deepEqual(parse([bytes(stream)]).retries, [2500, 0]);
});

test('agrees with eventsource-parser on any stream and any split', () => {
  const word = fc.constantFrom('data', 'event', 'id', 'foo', ':', ': ', ' ', 'x', '窓', '\n', '\n', '\r\n', '\n\n');
  fc.assert(
    fc.property(fc.array(word, { maxLength: 60 }), fc.array(fc.integer({ min: 1, max: 9 })), (words, sizes) => {
      const stream = bytes(`${words.join('')}\n\n`);
      assert.deepEqual(parse(split(stream, sizes)).events, oracle(new TextDecoder().decode(stream)));
    }),
    { numRuns: 5_000 },
  );
});

/** @param {Uint8Array} stream @param {number[]} sizes */
function split(stream, sizes) {
  const chunks = [];
  let at = 0;
  for (const size of sizes) {
    chunks.push(stream.subarray(at, at + size));
    at += size;
  }
  return [...chunks, stream.subarray(at)];
}

/** The other parser names an id only in the block that set it; the standard keeps it. @param {string} text */
function oracle(text) {
  /** @type {Seen[]} */
  const events = [];
  let id = '';
  for (const block of text.split(/(?<=\n\n|\r\n\r\n|\n\r\n|\r\n\n)/)) {
    const named = [...block.matchAll(/^id(?:: ?(.*))?$/gm)].at(-1);
    if (named) id = named[1] ?? '';
    const parser = createParser({ onEvent: (event) => events.push([event.event || 'message', event.data, id]) });
    parser.feed(block);
  }
  return events;
}
