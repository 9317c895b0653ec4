// The types of webroot/widget.js, kept out of it because its size is counted: openapi.yaml's Desk and what the room tells.
type Texts = Record<string, string>;
type Wait = { low: number; high: number } | null | undefined;
type Desk = {
  state: 'open' | 'paused' | 'full' | 'closed' | 'unknown';
  waiting: number;
  operators: { available: number; busy: number };
  wait: Record<string, Wait>;
  notToday: string[];
  opens?: string | null;
  notice: Texts | null;
  name: Texts;
  languages: string[];
  topics: { id: string; name: Texts }[];
  notes: Texts[];
  mailForm: Texts;
};
type Ticket = {
  state: 'waiting' | 'called' | 'handed-off' | 'in-call' | 'ended' | 'left';
  position?: number;
  wait?: Wait;
};

type RoomMessage = { origin: string; source: Window; data: (Ticket & { madoguchi: 'ready' | 'state' }) | null };

/** An element whose class and part are its name. */
type Make = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  name?: string,
  ...children: (Node | string)[]
) => HTMLElementTagNameMap[K];
type Say = (node: Element, text?: string) => void;
type SayParts = (node: Element, parts: string[], dot: string) => void;
/** Rows of value and text, as the parent's children of that tag. */
type Fill = (
  parent: Element,
  tag: keyof HTMLElementTagNameMap,
  rows: (string | undefined)[][],
  chosen?: string,
) => void;
/** Looks and listens, and after a failure or the stream's end again, until the signal; without streams that is polling. */
type Follow = (url: string, signal: AbortSignal, tell: (desk: Desk) => void) => Promise<void>;
type Translate = (lang: string, key: string, value?: string | number) => string;
type Choose = <T>(lang: string, texts: Record<string, T>) => T | undefined;
/** An instant on the desk's own wall clock. */
type Time = (lang: string, iso: string) => string;
type Minutes = (lang: string, wait: Wait) => string;
