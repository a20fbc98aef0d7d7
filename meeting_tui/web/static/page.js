// What every page shares: news from the server, the time of the meeting, the clock, the language.
//
// Nothing that comes from the server is ever markup: texts are put in as text alone.

const PING_SECONDS = 2;
const SILENT_SECONDS = 5;
const NOISE = 1e-6;

export const page = document.body.dataset.page;
const chosen = new URLSearchParams(location.search);

function kept(name, usual) {
  const value = chosen.get(name) ?? localStorage.getItem(`meeting_tui.${page}.${name}`);
  return value ?? usual;
}

function keep(name, value) {
  localStorage.setItem(`meeting_tui.${page}.${name}`, value);
}

// ---- The time of the meeting, by the server and not by this computer's date.

export class Time {
  constructor() {
    this.at = null; // milliseconds since 1970 that the server told
    this.seen = 0; // when, by a clock that only runs forward
    this.pace = 1;
    this.trip = Infinity; // how long that took to come, at the most
    this.trusted = 0;
  }

  hear(now, pace, trip, seen) {
    const old = performance.now() - this.trusted > 60000;
    const off = Math.abs(this.now(seen) - now);
    if (this.at === null || old || trip <= this.trip || off > 1000 * pace) {
      [this.at, this.seen, this.pace, this.trip] = [now, seen, pace, trip];
      this.trusted = performance.now();
    }
  }

  now(when = performance.now()) {
    return this.at === null ? NaN : this.at + (when - this.seen) * this.pace;
  }
}

export const time = new Time();

// ---- The clock of whoever speaks, as the program's own screens round it.

function clockText(seconds) {
  const two = (n) => String(n).padStart(2, "0");
  const [hours, minutes, rest] = [
    Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60,
  ];
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

const passed = (seconds) => Math.floor(Math.max(seconds, 0) + NOISE);

export function face(clock) {
  const stands = clock.zero_at === null;
  const used = stands ? clock.used_seconds : Math.max(0, (time.now() - clock.zero_at) / 1000);
  const limit = clock.limit_seconds;
  if (clock.is_order) return { text: clockText(passed(used)), role: "over", word: "order", unit: "used" };
  if (limit === null) {
    return {
      text: clockText(passed(used)), role: stands ? "paused" : "on_time",
      word: stands ? "paused" : "no_limit", unit: "used",
    };
  }
  const left = limit - used;
  const over = passed(-left);
  const text = over ? `+${clockText(over)}` : clockText(Math.max(Math.ceil(left - NOISE), 0));
  let role = "on_time";
  if (stands) role = "paused";
  else if (left <= 0) role = "over";
  else if (left <= clock.nearly_seconds) role = "nearly";
  return { text, role, word: role, unit: over ? "over_limit" : "left_of",
    limit: clockText(Math.round(limit)), part: Math.min(used / limit, 1) };
}

// ---- Putting texts in.

export function put(id, text, parent = document) {
  const place = typeof id === "string" ? parent.querySelector(`#${id}`) : id;
  if (place && place.textContent !== text) place.textContent = text;
  return place;
}

export function make(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

export function filled(sentence, values) {
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));
}

export function localTime(millis, seconds = true) {
  const how = { timeZone: state.zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" };
  if (seconds) how.second = "2-digit";
  return new Intl.DateTimeFormat("en-GB", how).format(millis);
}

// ---- The language and the colours, chosen in the address or by the buttons.

export const state = { looks: null, zone: "UTC", language: kept("lang", document.body.dataset.lang || "en") };
document.documentElement.dataset.theme = kept("theme", "dark");

export function languages() {
  return state.language === "both" ? ["en", "zh"] : [state.language === "zh" ? "zh" : "en"];
}

function nextOf(all, one) {
  return all[(all.indexOf(one) + 1) % all.length];
}

function dress() {
  document.documentElement.lang = languages()[0] === "zh" ? "zh-Hans" : "en";
  document.documentElement.dataset.languages = state.language;
}

function changeLanguage() {
  state.language = nextOf(document.body.dataset.languages.split(" "), state.language);
  keep("lang", state.language);
  dress();
  draw();
}

function changeTheme() {
  const theme = nextOf(["dark", "light"], document.documentElement.dataset.theme);
  document.documentElement.dataset.theme = theme;
  keep("theme", theme);
}

dress();
document.querySelector("#language")?.addEventListener("click", changeLanguage);
document.querySelector("#theme")?.addEventListener("click", changeTheme);

// ---- News.

let drawAll = () => {};
let tick = () => {};
let heardAt = performance.now();
let socket = null;
let tries = 0;
let asked = 0;
const askedAt = new Map();

function draw() {
  if (!state.looks) return;
  drawAll(state.looks);
  tick();
}

function hear(message) {
  const seen = performance.now();
  const said = JSON.parse(message.data);
  heardAt = seen;
  if ("pong" in said) {
    const sent = askedAt.get(said.pong);
    askedAt.delete(said.pong);
    const trip = seen - sent;
    time.hear(said.now + (trip / 2) * said.pace, said.pace, trip, seen);
  } else if ("answer" in said) {
    waiting.get(said.answer)?.(said);
    waiting.delete(said.answer);
  } else {
    time.hear(said.now, said.pace, Number.MAX_VALUE, seen);
    state.zone = said.zone;
    state.looks = said.looks;
    draw();
    if (isNew) whenConnected();
    isNew = false;
  }
  news();
}

function ping() {
  if (socket?.readyState !== WebSocket.OPEN) return;
  asked = (asked + 1) % 1000000;
  askedAt.set(asked, performance.now());
  socket.send(String(asked));
}

const waiting = new Map();

const isSilent = () => performance.now() - heardAt > SILENT_SECONDS * 1000;

// A network that freezes closes nothing: whoever hears nothing has no connection.
export const connected = () => socket?.readyState === WebSocket.OPEN && !isSilent();

function giveUp() {
  for (const resolve of waiting.values()) resolve(null);
  waiting.clear();
}

// Ask for something and hear what came of it; null where there is no connection, or it ended before
// an answer came.
export function send(wanted, named = null) {
  if (!connected()) return Promise.resolve(null);
  asked = (asked + 1) % 1000000;
  const id = named ?? asked;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    socket.send(JSON.stringify({ id, ...wanted }));
  });
}

let whenConnected = () => {};
let isNew = false;

// Have `then` called each time that a connection stands and the page is drawn.
export function onConnect(then) {
  whenConnected = then;
}

function news() {
  const silent = isSilent();
  if (silent) giveUp();
  document.documentElement.dataset.news = silent ? "none" : "some";
  const place = document.querySelector("#news");
  if (!silent || !state.looks) return put(place, "");
  const since = localTime(time.now(heardAt));
  put(place, languages().map((each) =>
    filled(state.looks[each].words.no_news, { since })).join(" · "));
}

async function again(event) {
  askedAt.clear();
  giveUp();
  if (event.code === 4001) return location.reload();
  try {
    const answer = await fetch(location.pathname, { cache: "no-store" });
    if (answer.status === 403) return location.reload();
  } catch { /* no network: try again */ }
  tries += 1;
  setTimeout(connect, Math.min(500 * 2 ** tries, 5000));
}

function connect() {
  const scheme = location.protocol === "https:" ? "wss" : "ws";
  socket = new WebSocket(`${scheme}://${location.host}/${page}/live`);
  socket.addEventListener("open", () => { tries = 0; isNew = true; ping(); });
  socket.addEventListener("message", hear);
  socket.addEventListener("close", again);
}

export function show(drawLooks, everyTick) {
  drawAll = drawLooks;
  tick = () => { if (state.looks) everyTick(state.looks); };
  setInterval(() => { tick(); news(); }, 100);
  setInterval(ping, PING_SECONDS * 1000);
  connect();
}
