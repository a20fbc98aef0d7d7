// Today's items with planned and expected times.

import { languages, make, put, show } from "./page.js";

function time(label, text, className) {
  const made = make("span", className);
  made.append(make("span", "label", label), " ", text);
  return made;
}

function row(item, words) {
  const made = make("li", item.phase);
  made.append(make("span", "number", item.number));
  const title = make("span", "title", item.title);
  title.append(make("span", "word", item.word));
  const times = make("span", "times");
  const isOther = item.expected !== "";
  times.append(time(words.planned, item.planned, isOther ? "was" : "is"));
  if (isOther) times.append(time(item.phase === "done" ? words.held : words.expected, item.expected, "is"));
  made.append(title, times);
  return made;
}

function draw(looks) {
  const look = looks[languages()[0]];
  put("title", look.title);
  put("day", look.day);
  put("mark", look.mark);
  put("rests_on", look.rests_on);
  document.querySelector("#sittings").replaceChildren(...look.sittings.map((sitting) => {
    const part = make("section");
    const head = make("h2", "", sitting.name);
    head.append(make("span", "times", sitting.planned));
    const items = make("ol");
    items.append(...sitting.items.map((each) => row(each, look.words)));
    part.append(head, items);
    return part;
  }));
}

show(draw, () => {});
