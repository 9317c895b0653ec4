// Madoguchi's button; src/docs/widget.md tells how to use it.
(() => {
  const script = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { origin } = new URL(script.src);
  const TAG = 'madoguchi-call';
  const EVENTS = ['message', 'pagehide', 'pageshow', 'visibilitychange'];

  /** @type {Record<string, string[]>} */
  const TEXTS = {
    call: ['Start an Online Call', 'ここからオンライン通話で相談'],
    dot: [' · ', '・'],
    to: ['–', '〜'],
    line: ['% waiting', '待ち%人'],
    minutes: ['about % min', '約%分'],
    within: ['up to % min', '%分以内'],
    now: ['no wait', 'すぐにつながります'],
    operators: ['% operators', '対応中%名'],
    paused: ['Paused for now', '受付休止中'],
    full: ['The line is full', '満員です'],
    closed: ['Closed', '受付時間外'],
    opens: ['opens %', '次の受付 %'],
    unknown: ['wait unknown', '待ち時間不明'],
    late: ['Unlikely today', '本日はつながらない見込みです'],
    old: ['as of % s ago', '%秒前の情報'],
    waiting: ['You are number %', '%番目です'],
    called: ['It is your turn', '順番になりました'],
    'handed-off': ['You are in a call', '通話中です'],
    'in-call': ['You are in a call', '通話中です'],
    language: ['Language', '言語'],
    topic: ['Topic', '相談内容'],
    start: ['Start', '開始する'],
    mail: ['E-mail form', 'メールフォーム'],
    close: ['Close', '閉じる'],
  };

  const STYLE = new CSSStyleSheet();
  STYLE.replaceSync(`
:host { all: initial !important; }
:host([hidden]), [hidden] { display: none !important; }
* { box-sizing: border-box; color-scheme: light dark; }
button, a, select, dialog {
  padding: 10px; font: inherit; border: 1px solid #77878a; border-radius: 12px;
  background: var(--madoguchi-paper, light-dark(#fff, #1a2122)); color: var(--madoguchi-ink, light-dark(#1c2426, #e9eeed));
}
.button, dialog { position: fixed; z-index: 2147483647; inset: auto 20px 20px auto; margin-left: 20px; font: 16px/1.5 system-ui, sans-serif; text-wrap: pretty; word-break: auto-phrase; }
.button { display: flex; gap: 12px; align-items: center; padding: 10px 20px; text-align: start; box-shadow: 0 4px 20px #0003; }
.button::before { content: ""; flex: none; width: 22px; height: 22px; border: 3px solid; border-radius: 50% 50% 50% 0; }
.open, div:not(.hardly) > .start, .hardly + a, [hidden] + a { background: var(--madoguchi-accent, light-dark(#0b6e6e, #6cc7c2)); color: var(--madoguchi-on-accent, light-dark(#fff, #06302f)); }
b { display: block; }
dialog { width: 400px; padding: 24px 24px 8px; }
h2, b { text-wrap: balance; }
h2 { margin: 0 84px 8px 0; font-size: 20px; }
span span, p span { white-space: nowrap; }
ul { padding-inline-start: 20px; }
select, a, .start { display: block; width: 100%; margin: 4px 0 16px; }
a { text-align: center; }
.close { position: absolute; inset: 20px 24px auto auto; }
iframe { width: 100%; height: 640px; border: 0; }
`);

  /** @type {Make} */
  const make = (tag, name = '', ...children) => {
    const node = Object.assign(document.createElement(tag), { className: name, part: name });
    node.append(...children);
    return node;
  };

  /** @type {Say} */
  const say = (node, text = '') => {
    if (node.textContent !== text) node.textContent = text;
  };

  /** Lines break between the parts only. @type {SayParts} */
  const sayParts = (node, parts, dot) => {
    if (node.textContent === parts.join(dot)) return;
    node.replaceChildren(...parts.flatMap((text, i) => [i ? dot : '', make('span', '', text)]));
  };

  /** @type {Fill} */
  const fill = (parent, tag, rows, chosen) => {
    if (parent.children.length !== rows.length)
      parent.replaceChildren(...rows.map(([value]) => Object.assign(make(tag), { value, selected: value === chosen })));
    for (const [i, [, text]] of rows.entries()) say(/** @type {Element} */ (parent.children[i]), text);
  };

  /** @type {Translate} */
  const t = (lang, key, value) =>
    `${TEXTS[key]?.[+(lang === 'ja')]}`.replace('%', `${value}`).replace(/^(1 \w+r)s/, '$1');

  /** @type {Choose} */
  const pick = (lang, texts) => texts[lang] ?? Object.values(texts)[0];

  /** @type {Time} */
  const time = (lang, iso) =>
    new Date(`${iso.slice(0, 16)}Z`).toLocaleString(lang, {
      weekday: 'short',
      month: 'short',
      day: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZone: 'UTC',
    });

  /** @type {Minutes} */
  const range = (lang, wait) => {
    if (!wait) return t(lang, 'unknown');
    const low = Math.floor(wait.low / 60);
    const high = Math.ceil(wait.high / 60);
    if (!high) return t(lang, 'now');
    if (!low) return t(lang, 'within', high);
    return t(lang, 'minutes', low < high ? low + t(lang, 'to') + high : low);
  };

  /** @type {Follow} */
  const follow = (url, signal, tell) =>
    new Promise((done) => {
      let tries = 0;
      let after = 0;
      let timer = 0;
      /** @type {EventSource | undefined} */
      let stream;
      const rest = () => {
        clearTimeout(timer);
        stream?.close();
        if (signal.aborted) done();
        else timer = setTimeout(look, Math.max(after, Math.random() * Math.min(30_000, 1e4 * 2 ** tries++)));
      };
      const look = async () => {
        clearTimeout(timer);
        timer = setTimeout(rest, 10_000);
        try {
          const answer = await fetch(url, { signal });
          after = Number(answer.headers.get('Retry-After')) * 1000 || 0;
          if (!answer.ok) return rest();
          const facts = await answer.json();
          tell(facts);
          stream?.close();
          stream = new EventSource(`${url}/stream`);
          stream.onerror = rest;
          stream.addEventListener('desk', ({ data }) => {
            clearTimeout(timer);
            timer = setTimeout(rest, 37_500);
            tries = 0;
            tell({ ...facts, opens: null, ...JSON.parse(data) });
          });
        } catch {
          rest();
        }
      };
      addEventListener('online', look, { signal });
      signal.addEventListener('abort', rest);
      look();
    });

  class Call extends HTMLElement {
    static observedAttributes = ['lang'];
    /** @type {AbortController | undefined} */ #contact;
    /** @type {Desk | undefined} */ #desk;
    /** @type {Ticket | undefined} */ #ticket;
    /** @type {Window | null | undefined} */ #room;
    #seen = 0;

    #title = make('b', 'title');
    #status = make('small', 'status');
    #button = make('button', 'button', make('span', '', this.#title, this.#status));
    #name = make('h2');
    #truth = make('p');
    #notes = make('ul');
    #language = make('select');
    #topic = make('select');
    #start = make('button', 'start');
    #form = make(
      'div',
      '',
      make('label', '', make('span', 'language'), this.#language),
      make('label', '', make('span', 'topic'), this.#topic),
      this.#start,
    );
    #mail = make('a', 'mail');
    #close = make('button', 'close');
    #panel = make('dialog', 'panel', this.#name, this.#truth, this.#notes, this.#form, this.#mail, this.#close);

    constructor() {
      super();
      const root = this.attachShadow({ mode: 'open' });
      root.adoptedStyleSheets = [STYLE];
      root.append(this.#button, this.#panel);
      this.#button.onclick = () => this.#press();
      this.#start.onclick = () => this.#enter();
      this.#close.onclick = () => this.#panel.close();
    }

    connectedCallback() {
      for (const type of EVENTS) addEventListener(type, this);
      this.#check();
    }

    disconnectedCallback() {
      queueMicrotask(() => {
        if (this.isConnected) return; // only moved
        for (const type of EVENTS) removeEventListener(type, this);
        this.#check();
      });
    }

    attributeChangedCallback() {
      this.#render();
    }

    /** @param {any} event */
    handleEvent(event) {
      event.type === 'message' ? this.#hear(event) : this.#check(event.type !== 'pagehide');
    }

    #check(here = true) {
      if (!here || document.hidden || !this.isConnected || this.hasAttribute('live')) {
        this.#contact?.abort();
        this.#contact = undefined;
      } else if (!this.#contact) {
        this.#contact = new AbortController();
        this.#attend(this.#contact.signal);
      }
      this.#render();
    }

    /** The tab with the lock tells the others. @param {AbortSignal} signal */
    #attend(signal) {
      const url = `${origin}/api/v1/desks/${this.getAttribute('desk')}`;
      const tabs = new BroadcastChannel(url);
      const tell = () => this.#desk && tabs.postMessage([this.#desk, this.#seen]);
      tabs.onmessage = ({ data }) => (data ? this.#take(data) : tell());
      tabs.postMessage(0);
      const clock = setInterval(() => this.#render(), 1000);
      const lead = () =>
        follow(url, signal, (desk) => {
          this.#take([desk, Date.now()]);
          tell();
        });
      signal.addEventListener('abort', () => {
        clearInterval(clock);
        tabs.close();
      });
      navigator.locks ? navigator.locks.request(url, { signal }, lead).catch(() => {}) : lead();
    }

    /** @param {[Desk, number]} news */
    #take([desk, seen]) {
      if (seen < this.#seen) return;
      this.#desk = desk;
      this.#seen = seen;
      this.#render();
    }

    /** @param {RoomMessage} message */
    #hear({ origin: from, source, data }) {
      if (from !== origin || !data) return;
      if (data.madoguchi === 'ready' && source === this.#room)
        source.postMessage({ madoguchi: 'start', language: this.#language.value, topic: this.#topic.value }, from);
      const was = this.#ticket?.state;
      const over = /ended|left/.test(data.state);
      if (data.madoguchi !== 'state' || (over && !was)) return;
      this.#room = over ? undefined : source;
      this.#ticket = over ? undefined : data;
      if (!was) this.#emit('joined', data);
      if (over) this.#emit('ended', data);
      if (was !== 'called' && data.state === 'called') this.#emit('called', data);
      this.#render();
    }

    /** @param {string} name @param {object} [detail] */
    #emit(name, detail) {
      this.dispatchEvent(new CustomEvent(`madoguchi:${name}`, { detail, bubbles: true }));
    }

    #press() {
      if (this.#ticket && this.getAttribute('room') !== 'frame') return this.#room?.focus();
      this.removeAttribute('live');
      this.#panel.showModal();
      this.#check();
      this.#emit('open');
    }

    #enter() {
      const url = `${origin}/room/${this.getAttribute('desk')}?lang=${this.#lang}&topic=${this.#topic.value}&from=widget`;
      if (this.getAttribute('room') === 'frame') {
        const frame = Object.assign(make('iframe'), {
          allow: 'microphone; display-capture',
          title: this.#panel.ariaLabel,
          src: url,
        });
        this.#panel.replaceChildren(this.#close, frame);
        this.#room = frame.contentWindow;
      } else {
        this.#panel.close();
        this.#room = open(url, '', 'popup,width=480,height=760') ?? open(url, '_self');
      }
    }

    get #lang() {
      return /^ja/.test(this.lang || document.documentElement.lang || navigator.language) ? 'ja' : 'en';
    }

    #render() {
      if (this.#room?.closed) this.#ticket = undefined;
      const lang = this.#lang;
      const desk = this.#desk;
      const ticket = this.#ticket;
      const age = Math.round((Date.now() - this.#seen) / 1000);
      const state = desk && age < 300 ? desk.state : 'unknown';
      const late = state === 'open' && desk?.notToday.includes(lang);
      let truth = [t(lang, state)];
      if (desk && state === 'open') {
        const { available, busy } = desk.operators;
        const wait = late ? t(lang, 'late') : range(lang, pick(lang, desk.wait));
        truth = [t(lang, 'line', desk.waiting), wait, t(lang, 'operators', available + busy)];
      }
      if (desk?.opens) truth.push(t(lang, 'opens', time(lang, desk.opens)));
      if (desk && age > 20) truth.push(t(lang, 'old', age));
      this.#button.lang = this.#panel.lang = lang;
      this.#panel.ariaLabel = t(lang, 'call');
      this.#button.className = `button ${ticket?.state ?? state}`;
      say(this.#title, t(lang, ticket?.state ?? 'call', ticket?.position));
      const dot = t(lang, 'dot');
      sayParts(this.#status, ticket ? (ticket.wait ? [range(lang, ticket.wait)] : []) : truth, dot);
      sayParts(this.#truth, truth, dot);
      this.#form.hidden = !/open|unknown/.test(state);
      this.#form.className = late ? 'hardly' : '';
      if (desk) this.#fill(lang, desk);
    }

    /** @param {string} lang @param {Desk} desk */
    #fill(lang, desk) {
      const notes = desk.notice ? [desk.notice, ...desk.notes] : desk.notes;
      const languages = desk.languages.map((code) => {
        const name = new Intl.DisplayNames(code, { type: 'language' }).of(code);
        return [code, name + t(lang, 'dot') + range(lang, desk.wait[code])];
      });
      const topics = desk.topics.map(({ id, name }) => [id, pick(lang, name)]);
      const texts = notes.map((note) => ['', pick(lang, note)]);
      fill(this.#notes, 'li', texts);
      fill(this.#language, 'option', languages, lang);
      fill(this.#topic, 'option', topics);
      say(this.#name, pick(lang, desk.name));
      const mail = pick(lang, desk.mailForm);
      this.#mail.hidden = !mail;
      this.#mail.href = `${mail}`.replace('{reference}', '');
      for (const node of this.#panel.querySelectorAll('[part]'))
        if (TEXTS[node.className]) say(node, t(lang, node.className));
    }
  }

  if (!customElements.get(TAG)) customElements.define(TAG, Call);
  if (script.dataset.desk && !document.querySelector(TAG)) {
    const call = document.createElement(TAG);
    for (const [name, value = ''] of Object.entries(script.dataset)) call.setAttribute(name, value);
    (document.body ?? document.documentElement).append(call);
  }
})();
