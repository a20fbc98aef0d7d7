// A note-taker's page: one line to write in, never torn from the statement it was begun on.

import { connected, face, filled, languages, localTime, make, onConnect, put, send, show, state, time } from "./page.js";
import * as outbox from "./outbox.js";

const $ = (id) => document.querySelector(`#${id}`);
const line = $("line");
let chosen = null; // what was chosen by hand; null follows whoever speaks
let chosenHere = null; // who spoke when it was
let begunOn = null; // what the text in the line was begun on
let tags = [];
let tagsOn = null;
let refused = [];

const look = () => state.looks?.[languages()[0]];
const keys = () => look().noted.map((each) => each.key);

function target() {
  const now = look();
  const key = begunOn ?? chosen ?? now.here;
  return now.noted.find((each) => each.key === key) ?? now.noted.find((each) => each.key === now.here);
}

function tell(said, isRefused = false) {
  put("said", said ?? "").className = isRefused ? "alert" : "";
}

// ---- What is shown.

function pointRow(point) {
  const row = make("li");
  row.append(make("span", "id", point.id), make("span", "by", point.by), make("span", "tags", point.tags));
  const text = make("span", "text");
  for (const [words, role] of point.pieces) text.append(make("span", role, words));
  const edit = make("button", "edit", "✎");
  edit.title = look().words.correct;
  edit.setAttribute("aria-label", `${look().words.correct} ${point.id}`);
  edit.addEventListener("click", () => correct(point));
  row.append(text, edit);
  return row;
}

function questionRow(question, n) {
  const row = make("li");
  const button = make("button", tags.includes(question.id) ? "on" : "");
  button.setAttribute("aria-pressed", tags.includes(question.id));
  button.append(
    make("span", "key", n < 9 ? String(n + 1) : ""),
    make("span", "sign", question.is_answered ? "●" : question.answers ? "○" : " "),
    make("span", "id", question.id), make("span", question.is_asked ? "words" : "words quiet", question.words),
    make("span", "count", question.answers ? String(question.answers) : ""),
  );
  button.addEventListener("click", () => { toggle(n); line.focus(); });
  row.append(button);
  return row;
}

function draw() {
  const now = look();
  const at = target();
  if (chosen && chosenHere !== now.here) chosen = null;
  if (tags.length && !line.value && at && tagsOn !== at.key) tags = [];
  for (const id of ["meeting", "mark", "item", "hand"]) put(id, now[id]);
  put("keys", now.words.keys);
  put("enter", now.words.enter);
  put("line_label", now.words.line);
  line.placeholder = now.words.line;
  put("name", at ? at.name : "");
  put("about", at ? [
    at.number ? `#${at.number}` : "", at.capacity,
    at.key === now.here ? (now.speaks ? now.words.speaks : at.number ? now.words.last : "") : "",
  ].filter(Boolean).join(" · ") : now.words.nothing_noted);
  document.body.dataset.here = at?.key === now.here;
  $("points").replaceChildren(...(at?.points ?? []).map(pointRow));
  put("questions_head", at?.questions.length ? now.words.questions_of : "");
  $("questions").replaceChildren(...(at?.questions ?? []).map(questionRow));
  put("tags", tags.join(" "));
  const waiting = outbox.waiting();
  $("outbox").replaceChildren(
    ...waiting.map((each) => make("li", "quiet", `… ${each.value}`)),
    ...refused.map(refusedRow),
  );
  document.body.dataset.waiting = waiting.length;
  $("points").scrollTop = $("points").scrollHeight;
}

function refusedRow(each) {
  const row = make("li", "alert", `${each.value}  ${filled(look().words.not_taken, { why: each.why })} `);
  const back = make("button", "", look().words.put_back);
  back.addEventListener("click", () => {
    refused = refused.filter((one) => one !== each);
    begin(each.value, each.on, each.tags);
  });
  row.append(back);
  return row;
}

function every() {
  const now = look();
  put("time", localTime(time.now()));
  $("clock").hidden = !now.clock;
  if (!now.clock) return;
  const shown = face(now.clock);
  put("digits", shown.text);
  put("word", now.words[shown.word]);
  $("clock").dataset.role = shown.role;
}

// ---- What is done.

const isAct = () => /^[:：]/.test(line.value);

function typed() {
  if (!line.value.trim() || isAct()) begunOn = null;
  else begunOn ??= target()?.key ?? null;
  keep();
  draw();
}

function begin(value, on, withTags) {
  line.value = value;
  begunOn = on && keys().includes(on) ? on : null;
  tags = withTags ?? [];
  tagsOn = target()?.key;
  line.focus();
  typed();
}

function correct(point) {
  line.value = point.line;
  line.focus();
  typed();
}

function correctLast() {
  const points = target()?.points ?? [];
  const own = points.filter((each) => each.by === look().hand);
  const at = own.findIndex((each) => each.line === line.value);
  const next = at < 0 ? own.at(-1) : own[at - 1];
  if (next && (!line.value || at >= 0)) correct(next);
}

function step(by) {
  const all = keys();
  if (!all.length) return;
  const at = all.indexOf(target()?.key);
  const to = all[Math.min(Math.max(at + by, 0), all.length - 1)];
  [chosen, chosenHere] = to === look().here ? [null, null] : [to, look().here];
  begunOn = line.value.trim() && !isAct() ? to : null;
  keep();
  draw();
}

function toggle(n) {
  const question = target()?.questions[n];
  if (!question) return;
  const order = target().questions.map((each) => each.id);
  tags = tags.includes(question.id) ? tags.filter((each) => each !== question.id) : [...tags, question.id];
  tags.sort((one, other) => order.indexOf(one) - order.indexOf(other));
  tagsOn = target().key;
  keep();
  draw();
}

async function nextKind() {
  if (isAct()) return;
  const before = line.value;
  const answer = await send({ kind: before });
  if (answer && line.value === before) {
    line.value = answer.value;
    typed();
  }
}

function enter() {
  const value = line.value.trim();
  if (!value) return;
  outbox.put({ value, on: isAct() ? "" : target()?.key ?? "", tags: isAct() ? [] : tags });
  tagsOn = target()?.key;
  line.value = "";
  chosen = null;
  typed();
}

outbox.listen((sent, answer) => {
  if (sent) {
    if (answer.did) {
      if (answer.tags && !line.value) [tags, tagsOn] = [answer.tags, sent.on];
      tell(answer.said[languages()[0]]);
    } else if (!line.value) {
      begin(sent.value, sent.on, sent.tags);
      tell(answer.said[languages()[0]], true);
    } else {
      refused.push({ ...sent, why: answer.said[languages()[0]] });
    }
  }
  if (state.looks) draw();
});

let later = 0;

function keep() {
  const draft = { value: line.value, on: begunOn ?? "", tags };
  outbox.keepDraft(draft);
  clearTimeout(later);
  later = setTimeout(() => send({ draft: draft.value, on: draft.on, tags: draft.tags }), 700);
}

async function restore() {
  outbox.work();
  if (line.value) return;
  const kept = outbox.takeDraft() ?? await send({ draft_asked: true });
  if (kept?.value && !line.value) begin(kept.value, kept.on, kept.tags);
}

// ---- Keys, as on the terminal where a browser leaves them to a page.

line.addEventListener("input", (event) => { if (!event.isComposing) typed(); });
line.addEventListener("compositionend", typed);
$("form").addEventListener("submit", (event) => { event.preventDefault(); enter(); line.focus(); });
$("earlier").addEventListener("click", () => step(-1));
$("later").addEventListener("click", () => step(1));

addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) {
    if (event.key === "Enter") event.preventDefault(); // it ends what is composed, not the line
    return;
  }
  if (!state.looks) return;
  const empty = !line.value;
  const does = keyOf(event, empty);
  if (!does) {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey && document.activeElement?.tagName !== "BUTTON") line.focus();
    return;
  }
  event.preventDefault();
  line.focus();
  does();
});

function keyOf(event, empty) {
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
  if (event.altKey && !event.ctrlKey && digit) return () => toggle(Number(digit[1]) - 1);
  if ((event.altKey || event.ctrlKey) && event.key === "ArrowUp") return () => step(-1);
  if ((event.altKey || event.ctrlKey) && event.key === "ArrowDown") return () => step(1);
  if (event.ctrlKey && event.key === "e") return correctLast;
  if (event.ctrlKey && event.key === "k") return nextKind;
  if (event.ctrlKey && event.key === "x" && /^[:：]correct n\d+ /.test(line.value) && line.selectionStart === line.selectionEnd) {
    return () => { line.value = `:strike ${line.value.split(" ")[1]} because `; typed(); };
  }
  if (event.key === "Escape") return leave;
  if (event.key === "ArrowUp" && empty && document.activeElement === line) return () => step(-1);
  if (event.key === "ArrowDown" && empty && document.activeElement === line) return () => step(1);
  return null;
}

function leave() {
  if (isAct()) line.value = "";
  else if (!line.value) chosen = null;
  typed();
}

onConnect(restore);
show(draw, every);
line.focus();
