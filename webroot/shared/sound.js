/** The call-up chime: two soft notes, made on the spot. Browsers play it only after a press, hence `unlock`. */

const NOTES = [
  { frequency: 659.25, at: 0 },
  { frequency: 523.25, at: 0.35 },
];
const LENGTH = 1.2;

/** @param {AudioContext} context @param {{ frequency: number, at: number }} note */
function play(context, { frequency, at }) {
  const start = context.currentTime + at;
  const gain = context.createGain();
  const tone = new OscillatorNode(context, { type: 'sine', frequency });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.3, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.001, start + LENGTH);
  tone.connect(gain).connect(context.destination);
  tone.start(start);
  tone.stop(start + LENGTH);
}

/** @returns {{ unlock(): void, ring(): void, close(): void }} `unlock` belongs into a click; `ring` before it is silent */
export function createChime() {
  /** @type {AudioContext | undefined} */
  let context;
  return {
    unlock() {
      context ??= new AudioContext();
      context.resume();
    },
    ring() {
      const sounding = context;
      if (sounding?.state === 'running') for (const note of NOTES) play(sounding, note);
    },
    close() {
      context?.close();
      context = undefined;
    },
  };
}
