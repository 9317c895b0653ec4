// The budgets: what a visitor's browser has to fetch, gzipped, and how long a file may grow.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

// What the room takes today, so that it only shrinks. The aim is 20,000 B, not reached yet.
const ROOM = 31000;

const webroot = resolve(import.meta.dirname, '../../../webroot');
const reference =
  /(?:src|href)="([^"]+\.(?:js|css))"|\b(?:from|import)\s*\(?\s*'([^']+\.js)'|@import\s+(?:url\()?['"]([^'"]+\.css)/g;

/** @param {string} file */
const gzipped = (file) => gzipSync(readFileSync(file), { level: 9 }).length;

/** The file itself and all it loads, directly or through others. @param {string} file @param {Set<string>} seen */
function withAllItLoads(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, ...found] of readFileSync(file, 'utf8').matchAll(reference)) {
    const path = found.find(Boolean) ?? '';
    withAllItLoads(path.startsWith('/') ? join(webroot, path) : resolve(dirname(file), path), seen);
  }
  return seen;
}

/** @param {string} name @param {number} actual @param {number} limit @param {string} unit */
function check(name, actual, limit, unit) {
  const ok = actual <= limit;
  if (!ok) process.exitCode = 1;
  console.log(`${ok ? 'ok  ' : 'OVER'} ${name}: ${actual} ${unit} (expected: <= ${limit})`);
}

const widget = join(webroot, 'widget.js');
if (existsSync(widget)) check('widget.js', gzipped(widget), 5000, 'B gzip');

const room = join(webroot, 'room/index.html');
if (existsSync(room)) {
  // A caller loads one language, and a cure only where the microphone fails.
  const files = [...withAllItLoads(room)].filter((file) => !/cures|words\.en/.test(file));
  check(
    `room, ${files.length} files`,
    files.reduce((sum, file) => sum + gzipped(file), 0),
    ROOM,
    'B gzip',
  );
}

// The widget is one file by contract and has its own budget above.
for (const file of readdirSync(webroot, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
  const lines = readFileSync(join(webroot, file), 'utf8').split('\n').length - 1;
  if (lines > 250 && file !== 'widget.js') check(relative('.', file), lines, 250, 'lines');
}
