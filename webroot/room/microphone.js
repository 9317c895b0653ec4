/**
 * The microphone itself: opening it, measuring it, recording three seconds of it. Nothing leaves the browser.
 *
 * @typedef {import('./cures.js').Failure} Failure
 * @typedef {object} Environment what the browser is, as far as failures depend on it
 * @property {boolean} secure
 * @property {boolean} supported
 * @property {boolean} allowedBySite by the Permissions-Policy
 * @property {string} permission `granted`, `denied`, `prompt` or empty when the browser does not say
 */

/** Quieter than this (RMS, −60 dBFS) is silence. */
export const SILENCE = 0.001;

/** Louder than this (−46 dBFS) is somebody who speaks. */
export const VOICE = 0.005;

/** @returns {Promise<Environment>} */
export async function environment() {
  const policy = /** @type {any} */ (document).permissionsPolicy ?? /** @type {any} */ (document).featurePolicy;
  const asked = /** @type {any} */ ({ name: 'microphone' });
  const status = await navigator.permissions?.query(asked).catch(() => null);
  return {
    secure: isSecureContext,
    supported: typeof RTCPeerConnection === 'function' && !!navigator.mediaDevices?.getUserMedia,
    allowedBySite: policy?.allowsFeature('microphone') ?? true,
    permission: status?.state ?? '',
  };
}

/** What stands in the way already, before the browser is asked. @param {Environment} browser @returns {Failure | null} */
export function obstacle({ secure, supported, allowedBySite }) {
  if (!secure) return 'insecure';
  if (!supported) return 'unsupported';
  return allowedBySite ? null : 'blocked-by-site';
}

/** @param {{ name: string, message: string }} error of getUserMedia @param {string} permission asked after the error @returns {Failure} */
export function failureOf({ name, message }, permission) {
  if (name === 'NotAllowedError') {
    if (/system/i.test(message)) return 'blocked-by-system';
    return /dismissed/i.test(message) || permission === 'prompt' ? 'dismissed' : 'denied';
  }
  if (name === 'NotFoundError') return 'not-found';
  return name === 'NotReadableError' || name === 'AbortError' ? 'busy' : 'failed';
}

/** The device chosen, or any when it is gone. @param {string} device id, or empty @returns {Promise<MediaStream>} */
export async function open(device) {
  const ask = (/** @type {MediaTrackConstraints} */ extra) =>
    navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: true, noiseSuppression: true, ...extra } });
  try {
    return await ask(device ? { deviceId: { exact: device } } : {});
  } catch (error) {
    if (device && /** @type {Error} */ (error).name === 'OverconstrainedError') return ask({});
    throw error;
  }
}

/** @param {MediaStream} stream */
export const release = (stream) => {
  for (const track of stream.getTracks()) track.stop();
};

/** @param {AudioContext} context @param {MediaStream} stream @returns {() => number} RMS at this moment, 0–1 */
export function meter(context, stream) {
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  const samples = new Float32Array(analyser.fftSize);
  context.createMediaStreamSource(stream).connect(analyser);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
  };
}

/** @param {MediaStream} stream @param {number} milliseconds @returns {Promise<ArrayBuffer>} the recording, encoded */
export function record(stream, milliseconds) {
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(stream);
    /** @type {Blob[]} */
    const parts = [];
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onerror = () => reject(new Error('recorder'));
    recorder.onstop = () => resolve(new Blob(parts).arrayBuffer());
    recorder.start();
    setTimeout(() => recorder.state === 'recording' && recorder.stop(), milliseconds);
  });
}

/** −60 dBFS → 0, 0 dBFS → 1: what an ear would call the level. @param {number} rms */
export const loudness = (rms) => Math.min(1, Math.max(0, 1 + Math.log10(rms || 1e-6) / 3));
