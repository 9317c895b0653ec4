/**
 * The microphone of a call that Zoom carries. Zoom tells nobody when it cannot have it, so we try it before, and watch it
 * until the operator is there.
 */
import { failureOf } from '../room/cures.js';
import { keptMicrophone } from '../shared/api.js';
import { open, release } from '../shared/sound.js';

/** @returns {Promise<import('../room/cures.js').Failure | null>} what stands in the way, if anything */
export async function microphoneFailure() {
  try {
    release(await open(keptMicrophone()));
    return null;
  } catch (error) {
    return failureOf(/** @type {Error} */ (error));
  }
}

/** Tells when the microphone is pulled out or no longer allowed. @param {() => void} tell */
export async function watchMicrophone(tell) {
  navigator.mediaDevices?.addEventListener('devicechange', async () => {
    const devices = await navigator.mediaDevices.enumerateDevices();
    if (!devices.some(({ kind }) => kind === 'audioinput')) tell();
  });
  const asked = /** @type {any} */ ({ name: 'microphone' });
  const status = await navigator.permissions?.query(asked).catch(() => null);
  if (status) status.onchange = () => status.state === 'denied' && tell();
}
