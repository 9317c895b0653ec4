/** One picture of the shared window for each permission the caller gave. It goes to this computer's disk and nowhere else. */

/**
 * @typedef {import('../shared/contract').Consents['consents']} Consents
 * @typedef {'consentNone' | 'consentAsked' | 'consentGranted' | 'consentRefused'} Standing
 */

const KEY = 'madoguchi.console.used';

/** Permissions spent, remembered over a reload. @type {Set<string>} */
const used = new Set(JSON.parse(sessionStorage.getItem(KEY) ?? '[]'));

/** The newest request decides. @param {Consents} consents @returns {{ standing: Standing, consent: string | null }} */
export function standing(consents) {
  const last = consents.at(-1);
  if (!last || used.has(last.id)) return { standing: 'consentNone', consent: null };
  if (last.granted === null) return { standing: 'consentAsked', consent: null };
  return last.granted
    ? { standing: 'consentGranted', consent: last.id }
    : { standing: 'consentRefused', consent: null };
}

/** @param {string} consent */
export function spend(consent) {
  used.add(consent);
  sessionStorage.setItem(KEY, JSON.stringify([...used]));
}

/** @param {HTMLVideoElement} video @returns {Promise<Blob | null>} its present frame as PNG */
function present(video) {
  const canvas = document.createElement('canvas');
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  canvas.getContext('2d')?.drawImage(video, 0, 0);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
}

/** @param {HTMLVideoElement} video @param {string} reference */
export async function savePicture(video, reference) {
  const picture = await present(video);
  if (!picture) throw new Error('picture: empty (expected: a shared window)');
  const link = document.createElement('a');
  link.href = URL.createObjectURL(picture);
  link.download = `${reference}-${new Date().toISOString().slice(0, 19).replaceAll(':', '')}.png`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
