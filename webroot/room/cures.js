/** What to do about a microphone that fails, in the browser at hand. Loaded only when one fails. */

/** @typedef {import('../shared/texts.js').Lang} Lang */
/** @typedef {keyof typeof import('./cures.en').cures} Failure */
/** @typedef {keyof typeof import('./cures.en').allow} Browser */

/** @param {string} agent the user agent text @returns {Browser} */
export function browserOf(agent) {
  if (/iPhone|iPad/.test(agent)) return 'ios';
  if (/Android/.test(agent)) return 'android';
  if (/Firefox\//.test(agent)) return 'firefox';
  return /Chrome\//.test(agent) ? 'chromium' : 'safari';
}

/** @param {Failure} failure @param {Lang} lang @param {Browser} browser */
export async function cureOf(failure, lang, browser) {
  const { cures, allow, system } = lang === 'ja' ? await import('./cures.ja.js') : await import('./cures.en.js');
  const [title = '', ...steps] = cures[failure];
  const own = (/** @type {string} */ step) =>
    step.replace('{allow}', allow[browser]).replace('{system}', system[browser]);
  return { title, steps: steps.map(own) };
}
