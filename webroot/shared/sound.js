/** Sound in and out: the microphone, and the call-up chime. */

/** The device chosen, or any when it is gone. @param {string} device id, or empty @returns {Promise<MediaStream>} */
export async function open(device) {
  if (!window.RTCPeerConnection) throw new TypeError('RTCPeerConnection: missing');
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

/** Frequency, and seconds after the first. @type {[number, number][]} */
const NOTES = [
  [659.25, 0],
  [523.25, 0.35],
];
const LENGTH = 1.2;

/** @param {AudioContext} context @param {AudioNode} out @param {number} start @param {number} frequency */
function note(context, out, start, frequency) {
  const gain = context.createGain();
  const tone = new OscillatorNode(context, { type: 'sine', frequency });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.3, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, start + LENGTH);
  tone.connect(gain).connect(out);
  tone.start(start);
  tone.stop(start + LENGTH);
}

/** Two soft notes, made on the spot. Browsers play them only after a press, hence `unlock`. */
export function createChime() {
  /** @type {AudioContext | undefined} */
  let context;
  /** @type {GainNode | undefined} */
  let ringing;

  const stop = () => ringing?.disconnect();

  return {
    muted: false,
    /** Belongs into a click or key press. */
    unlock() {
      context ??= new AudioContext();
      return context.resume();
    },
    get unlocked() {
      return context?.state === 'running';
    },
    get audible() {
      return this.unlocked && !this.muted;
    },
    /** All repetitions are laid down at once, so that a throttled tab rings on time. @param {number} times @param {number} every seconds */
    ring(times = 1, every = 4) {
      stop();
      if (!context || !this.audible) return;
      ringing = new GainNode(context);
      ringing.connect(context.destination);
      for (let i = 0; i < times; i++) {
        for (const [frequency, at] of NOTES) note(context, ringing, context.currentTime + i * every + at, frequency);
      }
    },
    stop,
  };
}
