// What was entered and is not known to be recorded, kept in this browser until it is.
//
// Each time a page is opened it gets a name of its own, and numbers its lines. What a page that is
// gone has left is sent by another one, under the name and numbers that it had.

import { connected, send } from "./page.js";

const PREFIX = "meeting_tui.out.";
const ALIVE = "meeting_tui.alive.";
const GONE_MILLIS = 6000;
const letters = crypto.getRandomValues(new Uint8Array(12));
export const name = Array.from(letters, (each) => "abcdefghijklmnopqrstuvwxyz012345"[each & 31]).join("");
let number = 0;
let sending = false;

function read(key) {
  try { return JSON.parse(localStorage.getItem(key) ?? "[]"); } catch { return []; }
}

function write(key, lines) {
  if (lines.length) localStorage.setItem(key, JSON.stringify(lines));
  else localStorage.removeItem(key);
}

function named(prefix) {
  return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
}

function isGone(of) {
  const at = Number(localStorage.getItem(ALIVE + of) ?? 0);
  return of !== name && Date.now() - at > GONE_MILLIS;
}

export function waiting() {
  return read(PREFIX + name);
}

export function put(line) {
  number += 1;
  write(PREFIX + name, [...waiting(), { ...line, number }]);
  work();
}

function taken(of, line) {
  write(PREFIX + of, read(PREFIX + of).filter((each) => each.number !== line.number));
}

let heard = () => {};

// Have `listener` called with what came of each line, and whenever the outbox changes (with null).
export function listen(listener) {
  heard = listener;
}

async function sendAll(of) {
  let lines = read(PREFIX + of);
  while (lines.length && connected()) {
    const [line] = lines;
    const answer = await send({ enter: line.number, page: of, ...line }, `${of}.${line.number}`);
    if (answer === null) return;
    taken(of, line);
    send({ had: line.number, page: of });
    heard(line, answer);
    lines = read(PREFIX + of);
  }
}

export async function work() {
  if (sending) return;
  sending = true;
  try {
    await sendAll(name);
    for (const key of named(PREFIX)) {
      const of = key.slice(PREFIX.length);
      if (isGone(of)) await sendAll(of);
    }
  } finally {
    sending = false;
  }
  heard(null, null);
}

function alive() {
  localStorage.setItem(ALIVE + name, String(Date.now()));
  for (const key of named(ALIVE)) {
    const of = key.slice(ALIVE.length);
    if (isGone(of) && !localStorage.getItem(PREFIX + of) && !localStorage.getItem(`meeting_tui.draft.${of}`)) localStorage.removeItem(key);
  }
}

addEventListener("pagehide", () => localStorage.setItem(ALIVE + name, "0"));
addEventListener("pageshow", alive);
alive();
setInterval(() => { alive(); work(); }, 2000);

// ---- What is typed and not entered.

const DRAFT = "meeting_tui.draft.";

export function keepDraft(draft) {
  if (draft.value) localStorage.setItem(DRAFT + name, JSON.stringify({ ...draft, at: Date.now() }));
  else localStorage.removeItem(DRAFT + name);
}

// The newest text that a page which is gone has left; it is this page's from now on.
export function takeDraft() {
  const left = named(DRAFT).filter((key) => isGone(key.slice(DRAFT.length)));
  const found = left.map((key) => [key, JSON.parse(localStorage.getItem(key))]);
  found.sort(([, one], [, other]) => other.at - one.at);
  if (!found.length) return null;
  localStorage.removeItem(found[0][0]);
  return found[0][1];
}
