// Today's items with planned and expected times.

import { languages, make, put, show } from "./page.js";

function row(item, words) {
  const made = make("li", item.phase);
  made.append(make("span", "number", item.number));
  const title = make("span", "title", item.title);
  title.append(make("span", "word", item.word));
  const times = make("span", "times");
  const planned = make("span", item.expected ? "was" : "is", item.planned);
  planned.title = words.planned;
  times.append(planned);
  if (item.expected) {
    times.append(make("span", "label", item.phase === "done" ? words.held : words.expected));
    times.append(make("span", "is", item.expected));
  }
  made.append(title, times);
  return made;
}

function draw(looks) {
  const look = looks[languages()[0]];
  put("title", look.title);
  put("day", look.day);
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
