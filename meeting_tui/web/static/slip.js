// The Chair's slip: the same facts as on the officer's screen, large enough to touch.

import { send, face, filled, languages, localTime, make, put, show, state, time } from "./page.js";

let seen = ""; // what was proposed when "noted" was touched
const TEXTS = ["head", "mark", "topic", "now", "now_more", "presides", "quorum", "fit", "unheard", "questions", "more"];

function figure({ label, digits, word, is_late }) {
  const made = make("div", is_late ? "figure late" : "figure");
  made.append(make("div", "label", label), make("div", "number", digits), make("div", "quiet", word));
  return made;
}

function draw(looks) {
  const look = looks[languages()[0]];
  for (const id of TEXTS) put(id, look[id]);
  put("orders", look.orders && filled(look.words.orders, { names: look.orders }));
  put("replies", look.replies && filled(look.words.replies, { names: look.replies }));
  put("next_head", look.next.length ? look.words.next : look.words.nobody_next);
  put("unheard_head", look.unheard && look.words.unheard);
  put("questions_head", look.questions && look.words.questions);
  document.querySelector("#fit").className = look.all_fit ? "" : "alert";
  document.querySelector("#next").replaceChildren(...look.next.map(([name, capacity]) => {
    const row = make("li", "", name);
    row.append(make("span", "quiet", ` ${capacity}`));
    return row;
  }));
  document.querySelector("#figures").replaceChildren(
    ...[look.item, look.sitting].filter(Boolean).map(figure),
  );
  document.querySelector("#figures").hidden = !look.item && !look.sitting;
  document.querySelector("#propose").hidden = !look.sentence;
  put("sentence", look.sentence);
  const noted = document.querySelector("#noted");
  const isNoted = look.sentence !== "" && look.sentence === seen;
  put(noted, isNoted ? look.words.noted_done : look.words.noted);
  noted.disabled = isNoted;
}

function every(looks) {
  const look = looks[languages()[0]];
  put("time", localTime(time.now()));
  const place = document.querySelector("#clock");
  place.hidden = !look.clock;
  if (!look.clock) return;
  const shown = face(look.clock);
  place.dataset.role = shown.role;
  put("digits", shown.text);
  put("word", look.words[shown.word]);
  put("unit", filled(look.words[shown.unit], shown));
}

document.querySelector("#noted").addEventListener("click", async () => {
  const sentence = document.querySelector("#sentence").textContent;
  if ((await send({ noted: true }))?.did) {
    seen = sentence;
    draw(state.looks);
  }
});
show(draw, every);
