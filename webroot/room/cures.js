/** What is wrong with a microphone that fails, and what cures it in the browser at hand. Loaded only when one fails. */

/** @typedef {import('../shared/texts.js').Lang} Lang */
/** @typedef {keyof typeof import('./cures.en').cures} Failure */
/** @typedef {keyof typeof import('./cures.en').allow} Browser */

/** Whether the Permissions-Policy lets this page ask, as far as the browser tells. */
function allowedBySite() {
  const policy = /** @type {any} */ (document).permissionsPolicy ?? /** @type {any} */ (document).featurePolicy;
  return policy?.allowsFeature('microphone') ?? true;
}

/** @returns {Promise<string | undefined>} `granted`, `denied`, `prompt`, or nothing where the browser does not say */
async function permission() {
  const asked = /** @type {any} */ ({ name: 'microphone' });
  return (await navigator.permissions?.query(asked).catch(() => undefined))?.state;
}

/** @param {{ name: string, message: string }} error of opening it @returns {Promise<Failure>} */
export async function failureOf({ name, message }) {
  if (!isSecureContext) return 'insecure';
  if (!window.RTCPeerConnection || !navigator.mediaDevices?.getUserMedia) return 'unsupported';
  if (!allowedBySite()) return 'blocked-by-site';
  if (name === 'NotAllowedError') {
    if (/system/i.test(message)) return 'blocked-by-system';
    return /dismissed/i.test(message) || (await permission()) === 'prompt' ? 'dismissed' : 'denied';
  }
  if (name === 'NotFoundError') return 'not-found';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'failed';
}

/** @param {string} agent the user agent text @returns {Browser} */
export function browserOf(agent) {
  if (/iPhone|iPad/.test(agent)) return 'ios';
  if (/Android/.test(agent)) return 'android';
  if (/Firefox\//.test(agent)) return 'firefox';
  return /Chrome\//.test(agent) ? 'chromium' : 'safari';
}

/** @param {Failure | Error} failure or what opening the microphone threw @param {Lang} lang @param {Browser} [browser] */
export async function cureOf(failure, lang, browser = browserOf(navigator.userAgent)) {
  const { cures, allow, system } = lang === 'ja' ? await import('./cures.ja.js') : await import('./cures.en.js');
  const known = typeof failure === 'string' ? failure : await failureOf(failure);
  const [title = '', ...steps] = cures[known];
  const own = (/** @type {string} */ step) =>
    step.replace('{allow}', allow[browser]).replace('{system}', system[browser]);
  return { failure: known, title, steps: steps.map(own) };
}
