/**
 * One call carried by Zoom: loads Zoom's script, hands it the ticket's number, starts the video, and says in our words what
 * becomes of it. Zoom's events may come double, in any order or not at all; each turn of the call is told once.
 *
 * @typedef {object} ZoomFacts what the hand-off says
 * @property {string} environment
 * @property {string} script
 * @property {string} entry
 * @property {{ key: string, path: string }} data where the flow reads the ticket's number
 * @property {number} loadWithin seconds
 * @typedef {'blocked' | 'timeout' | 'refused' | 'microphone' | 'other'} Reason
 * @typedef {'started' | 'connected' | 'dropped' | 'ended'} Turn
 * @typedef {(turn: Turn | 'failed', detail?: { engagement?: string, reason?: Reason }) => void} Tell
 * @typedef {{ on(event: string, listener: (payload?: any) => void): void, init(wish: object): Promise<void>, startVideo(): Promise<void> }} VideoClient
 */

/**
 * A mere break says `video-end` alone; at the end one of the others comes with it. Before the call, `video-force-end` without
 * `video-click-end` says that not the caller ended it, but Zoom: its queue is full, or the wait there was too long.
 */
const FOLLOWED_WITHIN = 1_500;

const MICROPHONE = ['NotAllowedError', 'NotFoundError', 'NotReadableError', 'OverconstrainedError', 'AbortError'];

class Failure extends Error {
  /** @param {Reason} reason */
  constructor(reason) {
    super(reason);
    this.reason = reason;
  }
}

/** @param {unknown} error @returns {Reason} */
function reasonOf(error) {
  if (error instanceof Failure) return error.reason;
  return MICROPHONE.includes(/** @type {any} */ (error)?.name) ? 'microphone' : 'refused';
}

/** Neither a key nor an entry id on the tag: else Zoom draws a button of its own. @param {string} url @returns {Promise<void>} */
function load(url) {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = url;
    script.onload = () => resolve();
    script.onerror = () => reject(new Failure('blocked'));
    document.head.append(script);
  });
}

/** A blocker gives no event, so a clock has to. @template T @param {Promise<T>} work @param {number} seconds @returns {Promise<T>} */
function within(work, seconds) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Failure('timeout')), seconds * 1000);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

export class ZoomCall {
  #facts;
  #reference;
  #tell;
  /** @type {VideoClient | undefined} */
  #client;
  #over = false;
  #talking = false;
  #talked = false;
  #putOut = false;
  #pending = 0;

  /** @param {ZoomFacts} facts @param {string} reference @param {Tell} tell */
  constructor(facts, reference, tell) {
    this.#facts = facts;
    this.#reference = reference;
    this.#tell = tell;
  }

  async start() {
    const { script, loadWithin } = this.#facts;
    try {
      await within(
        load(script).then(() => this.#open()),
        loadWithin,
      );
      await this.#client?.startVideo();
    } catch (error) {
      this.fail(reasonOf(error));
    }
  }

  async #open() {
    const { environment, entry, data } = this.#facts;
    const { VideoClient } = /** @type {any} */ (window);
    if (!VideoClient) throw new Failure('blocked'); // an empty script in its place
    const steps = data.path.split('.');
    /** @type {any} */ (window)[data.key] = steps.reduceRight(
      (value, step) => ({ [step]: value }),
      /** @type {any} */ (this.#reference),
    );
    const client = /** @type {VideoClient} */ (new VideoClient({ env: environment }));
    this.#listen(client);
    await client.init({ entryId: entry });
    this.#client = client;
  }

  /** @param {VideoClient} client */
  #listen(client) {
    client.on('task-created', () => this.#say('started'));
    client.on('engagement_started', (payload) => {
      const engagement = payload?.engagementId;
      this.#say('started', engagement && { engagement: String(engagement) });
    });
    client.on('notification-join-call', () => this.#connect());
    client.on('video-start', () => this.#connect());
    client.on('video-end', () => this.#mayHaveDropped());
    client.on('video-click-end', () => this.end());
    for (const event of ['video-force-end', 'engagement_ended']) client.on(event, () => this.#mayBePutOut());
  }

  #connect() {
    clearTimeout(this.#pending);
    if (!this.#talking) this.#say('connected');
    this.#talking = this.#talked = true;
  }

  /** @param {() => void} conclude what it means if nothing else follows */
  #unlessFollowed(conclude) {
    clearTimeout(this.#pending);
    this.#pending = window.setTimeout(conclude, FOLLOWED_WITHIN);
  }

  #mayHaveDropped() {
    if (this.#putOut) return;
    this.#unlessFollowed(() => {
      this.#talking = false;
      this.#say('dropped');
    });
  }

  #mayBePutOut() {
    if (this.#talked) return this.end();
    this.#putOut = true;
    this.#unlessFollowed(() => this.fail('refused'));
  }

  /** Back into a call that was interrupted. */
  async rejoin() {
    try {
      await this.#client?.startVideo();
    } catch (error) {
      this.fail(reasonOf(error));
    }
  }

  /** @param {Reason} reason */
  fail(reason) {
    if (this.release()) this.#tell('failed', { reason });
  }

  end() {
    if (this.release()) this.#tell('ended');
  }

  /** @param {Turn} turn @param {{ engagement: string }} [detail] */
  #say(turn, detail) {
    if (!this.#over) this.#tell(turn, detail);
  }

  /** Once, however often Zoom says that it is over. @returns {boolean} whether this was the first time */
  release() {
    if (this.#over) return false;
    this.#over = true;
    clearTimeout(this.#pending);
    delete (/** @type {any} */ (window)[this.#facts.data.key]);
    return true;
  }
}
