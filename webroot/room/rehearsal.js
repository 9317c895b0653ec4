/**
 * The microphone rehearsal: from one press to “works” or to the exact cure. The first words heard are the proof; they are
 * recorded for three seconds so that the caller hears themselves. The microphone is given back at the end of each run.
 */

import { keepMicrophone, keptMicrophone } from '../shared/api.js';
import { alertNow, announce, byId, element, setText } from '../shared/dom.js';
import { open, release } from '../shared/sound.js';
import { lang, t } from './words.js';

const SILENT_AFTER = 5_000;
const HINT_AFTER = 3_000;
const PATIENCE = 60_000;
const RECORDING = 3_000;
const GLANCE = 50;
const TRY_AGAIN = 2_000;

/** Quieter than this (RMS, −60 dBFS) is silence. */
const SILENCE = 0.001;

/** Louder than this (−46 dBFS) is somebody who speaks. */
const VOICE = 0.005;

/**
 * @typedef {import('./cures.js').Failure} Failure
 * @typedef {'rehearseFirst' | 'asking' | 'lookForPrompt' | 'speak' | 'recording' | 'passed'} Step also the key of its words
 */

/** @param {AudioContext} context @param {MediaStream} stream @returns {() => number} RMS at this moment, 0–1 */
function meter(context, stream) {
  const analyser = new AnalyserNode(context, { fftSize: 2048 });
  const samples = new Float32Array(analyser.fftSize);
  context.createMediaStreamSource(stream).connect(analyser);
  return () => {
    analyser.getFloatTimeDomainData(samples);
    return Math.sqrt(samples.reduce((sum, value) => sum + value * value, 0) / samples.length);
  };
}

/** @param {MediaStream} stream @param {number} milliseconds @returns {Promise<ArrayBuffer>} the recording, encoded */
function record(stream, milliseconds) {
  return new Promise((resolve, reject) => {
    const recorder = new MediaRecorder(stream);
    recorder.ondataavailable = ({ data }) => resolve(data.arrayBuffer());
    recorder.onerror = reject;
    recorder.start();
    setTimeout(() => recorder.state === 'recording' && recorder.stop(), milliseconds);
  });
}

/** −60 dBFS → 0, 0 dBFS → 1: what an ear would call the level. @param {number} rms */
const loudness = (rms) => Math.min(1, Math.max(0, 1 + Math.log10(rms || 1e-6) / 3));

export class Rehearsal {
  #onResult;
  /** @type {AudioContext | undefined} */
  #context;
  /** @type {MediaStream | undefined} */
  #stream;
  /** @type {AudioBuffer | undefined} */
  #recording;
  /** @type {Step} */
  #step = 'rehearseFirst';
  /** As the browser gave it, until it has a name. @type {Failure | Error | null} */
  #failure = null;
  /** Counts the runs: what an older one still has under way is ignored. */
  #run = 0;

  /** @param {(result: Failure | 'passed') => void} onResult */
  constructor(onResult) {
    this.#onResult = onResult;
    byId('rehearse').onclick = () => (this.#running ? this.stop() : this.start());
    byId('play').onclick = () => this.#play();
    byId('device').onchange = () => {
      keepMicrophone(byId('device').value);
      this.start();
    };
    navigator.mediaDevices?.addEventListener('devicechange', () => this.#failure === 'not-found' && this.start());
    addEventListener('pagehide', () => this.stop());
  }

  get #running() {
    return ['asking', 'lookForPrompt', 'speak', 'recording'].includes(this.#step);
  }

  /** Gives the microphone back, whatever goes on. */
  stop() {
    this.#run++;
    if (this.#stream) release(this.#stream);
    this.#stream = undefined;
    if (this.#running) this.#become('rehearseFirst');
  }

  async start() {
    this.stop();
    this.#become('asking');
    this.#context ??= new AudioContext();
    this.#context.resume();
    await this.#ask(this.#run);
  }

  /** The browser may leave its question open for ever: the caller is told to look for it. @param {number} run */
  async #ask(run) {
    const current = () => run === this.#run;
    const hint = setTimeout(() => current() && this.#become('lookForPrompt'), HINT_AFTER);
    const giveUp = setTimeout(() => current() && this.#fail('no-answer'), PATIENCE);
    try {
      const stream = await open(keptMicrophone());
      if (current() || this.#failure === 'no-answer') this.#listen(stream);
      else release(stream);
    } catch (error) {
      if (current()) this.#fail(/** @type {Error} */ (error));
    } finally {
      clearTimeout(hint);
      clearTimeout(giveUp);
    }
  }

  /** @param {MediaStream} stream */
  async #listen(stream) {
    const run = this.#run;
    this.#stream = stream;
    this.#become('speak');
    this.#listDevices();
    stream.getAudioTracks()[0]?.addEventListener('ended', () => run === this.#run && this.#fail('not-found'));
    const level = meter(/** @type {AudioContext} */ (this.#context), stream);
    let heard = performance.now();
    while (run === this.#run) {
      const rms = level();
      byId('level').value = loudness(rms);
      if (rms > SILENCE) heard = performance.now();
      if (this.#step === 'speak') {
        if (rms > VOICE) this.#record(stream);
        else if (performance.now() - heard > SILENT_AFTER) this.#fail('silent');
      }
      await new Promise((resolve) => setTimeout(resolve, GLANCE));
    }
  }

  /** @param {MediaStream} stream */
  async #record(stream) {
    const run = this.#run;
    this.#become('recording');
    this.#onResult('passed');
    const sound = await record(stream, RECORDING)
      .then((bytes) => this.#context?.decodeAudioData(bytes))
      .catch(() => undefined);
    if (run !== this.#run) return;
    this.#recording = sound;
    this.stop();
    this.#become('passed');
    announce(t('passed'));
  }

  #play() {
    const context = this.#context;
    if (!context || !this.#recording) return;
    const source = new AudioBufferSourceNode(context, { buffer: this.#recording });
    source.connect(context.destination);
    source.start();
  }

  /** @param {Failure | Error} failure */
  #fail(failure) {
    this.stop();
    this.#failure = failure;
    this.render();
    if (typeof failure === 'string') this.#onResult(failure);
  }

  /** The cures are loaded only where one is needed; without the network, as soon as it is back. @param {Failure | Error} failure */
  async #showCure(failure) {
    const cure = await import('./cures.js').then(({ cureOf }) => cureOf(failure, lang)).catch(() => null);
    if (failure !== this.#failure) return;
    const title = cure?.title ?? t('noCure');
    setText(byId('rehearsal-text'), cure ? '' : title);
    setText(byId('cure-title'), title);
    byId('cure-steps').replaceChildren(...(cure?.steps ?? []).map((step) => element('li', {}, step)));
    byId('cure').hidden = !cure;
    alertNow(title);
    if (!cure) setTimeout(() => this.#showCure(failure), TRY_AGAIN);
    else if (failure !== cure.failure) {
      this.#failure = cure.failure;
      this.#onResult(cure.failure);
    }
  }

  async #listDevices() {
    const inputs = (await navigator.mediaDevices.enumerateDevices()).filter(({ kind }) => kind === 'audioinput');
    const now = this.#stream?.getAudioTracks()[0]?.getSettings().deviceId;
    const name = (/** @type {number} */ i) => t('unnamed', { n: i + 1 });
    byId('device').replaceChildren(
      ...inputs.map(({ deviceId, label }, i) =>
        element('option', { value: deviceId, selected: deviceId === now }, label || name(i)),
      ),
    );
    byId('device-field').hidden = inputs.length < 2;
  }

  /** @param {Step} step */
  #become(step) {
    this.#step = step;
    this.#failure = null;
    alertNow(step === 'speak' ? t(step) : '');
    this.render();
  }

  /** @param {boolean} passedBefore as the ticket says, e.g. before a reload */
  set passedBefore(passedBefore) {
    if (passedBefore && this.#step === 'rehearseFirst' && !this.#failure) this.#become('passed');
  }

  render() {
    const step = this.#step;
    const first = step === 'rehearseFirst' && !this.#failure;
    setText(byId('rehearsal-text'), this.#failure ? '' : t(step));
    setText(byId('rehearse'), t(this.#running ? 'stop' : first ? 'rehearse' : 'rehearseAgain'));
    byId('rehearse').classList.toggle('primary', !this.#running && step !== 'passed');
    byId('rehearsal-text').classList.toggle('good', step === 'passed');
    byId('level').hidden = step !== 'speak' && step !== 'recording';
    byId('level').setAttribute('aria-label', t('level'));
    byId('play').hidden = step !== 'passed' || !this.#recording;
    if (this.#failure) this.#showCure(this.#failure);
    else byId('cure').hidden = true;
  }
}
