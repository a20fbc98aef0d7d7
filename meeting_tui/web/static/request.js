// A delegation's own page: ask for the floor, see one's place, withdraw.

import { send, face, languages, make, put, show, state } from "./page.js";

const WORDS = ["now_on", "ask_for", "ask", "has_floor"];
let said; // what came of what was asked last; null where no answer came

function tell(answer) {
  said = answer;
  const language = languages()[0];
  const untold = said === null ? state.looks?.[language].words.not_confirmed : "";
  const place = put("said", said ? said.said[language] : untold ?? "");
  place.className = said === null || said?.did === false ? "alert" : "";
}

function option(item) {
  const made = make("option", "", `${item.id}  ${item.title}`);
  made.value = item.id;
  return made;
}

function row(request, words) {
  const made = make("li");
  made.append(make("div", "title", request.item));
  made.append(make("div", "stands", [request.stands, request.turn, request.limit].filter(Boolean).join(" · ")));
  const withdraw = make("button", "", words.withdraw);
  withdraw.addEventListener("click", async () => {
    if (confirm(words.sure)) tell(await send({ withdraw: request.id }));
  });
  made.append(withdraw);
  return made;
}

let drawn = "";

function draw(looks) {
  const look = looks[languages()[0]];
  for (const id of ["meeting", "mark", "name", "item", "list_closed"]) put(id, look[id]);
  for (const id of WORDS) put(id, look.words[id]);
  put("own_head", look.own.length || !look.is_over ? look.words.own : "");
  put("about_label", look.words.about);
  put("own_none", look.own.length || look.is_over ? "" : look.words.own_none);
  document.querySelector("#floor").hidden = !look.has_floor;
  document.querySelector("#asking").hidden = look.items.length === 0;
  const now = JSON.stringify([look.own, look.items, languages()]);
  if (now !== drawn) {
    drawn = now;
    document.querySelector("#own").replaceChildren(...look.own.map((each) => row(each, look.words)));
    const choice = document.querySelector("#choice");
    const before = choice.value;
    choice.replaceChildren(...look.items.map(option));
    if (look.items.some((each) => each.id === before)) choice.value = before;
  }
  tell(said);
}

function every(looks) {
  const look = looks[languages()[0]];
  if (!look.clock) return;
  const shown = face(look.clock);
  put("digits", shown.text);
  put("word", look.words[shown.word]);
  document.querySelector("#clock").dataset.role = shown.role;
}

document.querySelector("#asking").addEventListener("submit", async (event) => {
  event.preventDefault();
  const about = document.querySelector("#about");
  const answer = await send({ ask: document.querySelector("#choice").value, about: about.value });
  if (answer?.did) about.value = "";
  tell(answer);
});

show(draw, every);
