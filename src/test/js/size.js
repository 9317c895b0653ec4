// How long a file may grow. The bytes a browser fetches are weighed where the server runs, by WeightTest.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const LONGEST = 250;
const webroot = resolve(import.meta.dirname, '../../../webroot');

// The widget is one file by contract; its weight has a budget instead.
for (const file of readdirSync(webroot, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js'))) {
  const lines = readFileSync(join(webroot, file), 'utf8').split('\n').length - 1;
  if (lines <= LONGEST || file === 'widget.js') continue;
  process.exitCode = 1;
  console.log(`webroot/${file}: ${lines} lines (expected: <= ${LONGEST})`);
}
