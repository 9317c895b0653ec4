// The shapes of openapi.yaml that the console alone reads. Types alone: no browser loads this file.
import type { Consents, Desk, Texts, Ticket, WaitRange } from '../shared/contract';
import type { Lang } from '../shared/texts.js';

export type Role = 'operator' | 'supervisor';
export type Intake = 'open' | 'paused' | 'closed';
export type Wish = 'available' | 'break' | 'offline';
export type Status = Wish | 'ringing' | 'on-call' | 'wrap-up' | 'occupied';
export type Outcome = 'solved' | 'follow-up' | 'referred' | 'dropped';
export type Operator = {
  id: string;
  name: string;
  roles: Role[];
  desks: string[];
  languages: string[];
  expires: string;
};
export type Call = {
  at: string;
  status: Status;
  since?: string;
  until?: string;
  next: 'break' | 'offline' | null;
  forced: boolean;
  ticket: Ticket | null;
  about: string | null;
};
export type Counts = Record<'available' | 'ringing' | 'onCall' | 'wrapUp' | 'break' | 'occupied' | 'inCall', number>;
export type HalfHour = [joined: number, answered: number, abandoned: number];
export type Today = {
  joined: number;
  answered: number;
  answeredInTime: number;
  served: number;
  abandoned: number;
  halfHours: HalfHour[];
};
export type Colleague = {
  id: string;
  name: string;
  status: Status;
  since?: string;
  languages: string[];
  roles: Role[];
};
export type Board = {
  at: string;
  desk: string;
  version: number;
  state: Desk['state'];
  intake: Intake;
  notice: Texts | null;
  waiting: number;
  longestWait: number;
  counts: Counts;
  wait: Record<string, WaitRange | null>;
  today: Today;
  line: Ticket[];
  calls: { ticket: Ticket; operator: string | null }[];
  operators: Colleague[];
};
/** All the console knows at one moment. */
export type View = {
  lang: Lang;
  operator: Operator;
  desk: Desk;
  board: Board;
  call: Call;
  consents: Consents['consents'];
};
