/* Stands in for Zoom's video client. What it demands of the page's policy, it demands by using it. */
const BASE = '{{base}}';
const SWITCHES = JSON.parse('{{switches}}');

if (SWITCHES.eval) {
  new Function('return 1')();
  new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  new Worker(URL.createObjectURL(new Blob([''], { type: 'text/javascript' }))).terminate();
}

async function post(path, body) {
  const answer = await fetch(`${BASE}/_sim/browser${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
    keepalive: true,
  });
  if (!answer.ok) throw new Error(`zoom: ${await answer.text()}`);
  return answer.json();
}

/** What the admin's variables find on the page now. */
function websiteData(variables) {
  const values = {};
  for (const { itemKey, objectPath } of variables) {
    let value = window[itemKey];
    for (const step of objectPath.split('.')) value = value?.[step];
    if (typeof value === 'string') values[`${itemKey}.${objectPath}`] = value;
  }
  return values;
}

/** Zoom's own picture, drawn over the page with inline styles as theirs is. */
function drawWindow(client) {
  const frame = document.createElement('div');
  frame.id = 'zoom-video';
  frame.setAttribute('style', 'position:fixed;inset:auto 16px 16px 16px;padding:16px;border-radius:12px;background:#17181c;color:#fff;display:flex;flex-wrap:wrap;gap:12px;align-items:center;justify-content:space-between;z-index:9');
  frame.innerHTML =
    '<strong>Zoom (simulated) <span id="zoom-state">Waiting for an agent</span></strong><span><button id="zoom-share" type="button" hidden>Share screen</button> <button id="zoom-end" type="button">End</button></span>';
  document.body.append(frame);
  frame.querySelector('#zoom-end').onclick = () => post(`/${client.engagement}/end`, {});
  frame.querySelector('#zoom-share').onclick = async () => {
    client.shared = await navigator.mediaDevices.getDisplayMedia({ video: true });
    await post(`/${client.engagement}/sharing`, {});
    frame.querySelector('#zoom-state').textContent = 'Sharing a window';
  };
  return frame;
}

window.VideoClient = class VideoClient {
  #listeners = new Map();
  #variables = null;
  #wish = {};
  #frame = null;
  #events = null;
  engagement = '';

  constructor(options) {
    if (typeof options !== 'object' || options === null) throw new TypeError('options: expected an object');
  }

  on(event, listener) {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener]);
  }

  off(event, listener) {
    const left = listener ? (this.#listeners.get(event) ?? []).filter((each) => each !== listener) : [];
    this.#listeners.set(event, left);
  }

  async init(wish) {
    if ('name' in wish && typeof wish.name !== 'string') throw new TypeError('name: expected a string');
    this.#variables = (await post('/init', { entryId: wish.entryId })).variables;
    this.#wish = wish;
  }

  async startVideo() {
    if (!this.#variables) throw new Error('startVideo: expected init before');
    if (this.engagement) return void (await post(`/${this.engagement}/return`, {}));
    const sound = await navigator.mediaDevices.getUserMedia({ audio: true });
    const data = websiteData(this.#variables);
    const { engagementId } = await post('/start', { entryId: this.#wish.entryId, name: this.#wish.name, data });
    this.engagement = engagementId;
    this.#frame = drawWindow(this);
    this.#follow(sound);
  }

  #follow(sound) {
    this.#events = new EventSource(`${BASE}/_sim/browser/${this.engagement}/events`);
    this.#events.onmessage = ({ data }) => {
      const { event, payload } = JSON.parse(data);
      if (event === 'closed') this.#close(sound);
      else this.#emit(event, payload);
    };
  }

  #emit(event, payload) {
    const state = this.#frame.querySelector('#zoom-state');
    if (event === 'video-start') state.textContent = 'In the call';
    if (event === 'video-end') state.textContent = 'Interrupted';
    this.#frame.querySelector('#zoom-share').hidden = event !== 'video-start';
    for (const listener of this.#listeners.get(event) ?? []) listener(payload);
  }

  #close(sound) {
    this.#events.close();
    this.#frame.remove();
    for (const track of [...sound.getTracks(), ...(this.shared?.getTracks() ?? [])]) track.stop();
  }
};
