/**
 * A parser of server-sent events, by the rules of the HTML standard, §9.2. Bytes go in, split anywhere; events come out.
 *
 * @typedef {object} Listener
 * @property {(name: string, data: string, id: string) => void} onEvent each event dispatched; `id` is the last one named
 * @property {(milliseconds: number) => void} [onRetry] each valid `retry:`
 */

/**
 * @param {Listener} listener
 * @returns {(bytes: Uint8Array) => void} takes the next bytes of the stream; a block still open at its end is dropped
 */
export function createEventParser({ onEvent, onRetry }) {
  const decoder = new TextDecoder();
  let rest = '';
  let afterCarriageReturn = false;
  let name = '';
  let id = '';
  /** @type {string[]} */
  let data = [];

  function dispatch() {
    const lines = data;
    const event = name || 'message';
    data = [];
    name = '';
    if (lines.length) onEvent(event, lines.join('\n'), id);
  }

  /** @param {string} field @param {string} value */
  function take(field, value) {
    if (field === 'data') data.push(value);
    else if (field === 'event') name = value;
    else if (field === 'id' && !value.includes('\0')) id = value;
    else if (field === 'retry' && /^[0-9]+$/.test(value)) onRetry?.(Number(value));
  }

  /** @param {string} line */
  function read(line) {
    if (line === '') return dispatch();
    const colon = line.indexOf(':');
    if (colon < 0) take(line, '');
    else take(line.slice(0, colon), line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1));
  }

  return (bytes) => {
    let text = decoder.decode(bytes, { stream: true });
    if (!text) return;
    if (afterCarriageReturn && text.startsWith('\n')) text = text.slice(1); // the other half of a CRLF split in two
    afterCarriageReturn = text.endsWith('\r');
    const lines = (rest + text).split(/\r\n|\r|\n/);
    rest = lines.pop() ?? '';
    lines.forEach(read);
  };
}
