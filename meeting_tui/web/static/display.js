// The room's screen: who has the floor, one large clock, who comes next.

import { face, filled, languages, localTime, make, put, show, time } from "./page.js";

const both = (looks, of) => languages().map((each) => of(looks[each]));

function inBoth(id, texts) {
  const place = document.querySelector(`#${id}`);
  const told = [...new Set(texts.filter(Boolean))];
  if (place.dataset.told === JSON.stringify(told)) return;
  place.dataset.told = JSON.stringify(told);
  place.replaceChildren(...told.map((text, n) => make("span", n ? "second" : "first", text)));
}

function draw(looks) {
  const first = looks[languages()[0]];
  for (const id of ["meeting", "mark", "day", "sitting", "item", "presides", "who", "capacity"]) {
    inBoth(id, both(looks, (look) => look[id]));
  }
  document.body.dataset.phase = first.phase;
  document.body.dataset.speaking = first.is_speaking;
  inBoth("next_head", both(looks, (look) => (first.next.length ? look.words.next : look.words.nobody_next)));
  const rows = first.next.map((_, n) => {
    const row = make("li");
    both(looks, (look) => look.next[n]).forEach(([name, capacity], place, all) => {
      if (place && name === all[0][0]) return;
      row.append(make("span", place ? "second" : "first", name));
      if (capacity && !place) row.append(make("span", "capacity", capacity));
    });
    return row;
  });
  document.querySelector("#next").replaceChildren(...rows);
  inBoth("more", both(looks, (look) => [
    look.more ? filled(look.words.more, { count: look.more }) : "",
    look.is_list_closed ? look.words.closed : "",
  ].filter(Boolean).join(" · ")));
  fit();
}

function every(looks) {
  put("time", localTime(time.now()));
  const first = looks[languages()[0]];
  const place = document.querySelector("#clock");
  const isNew = place.hidden;
  place.hidden = !first.clock;
  if (!first.clock) return;
  const shown = face(first.clock);
  put("digits", shown.text);
  place.dataset.role = shown.role;
  inBoth("word", both(looks, (look) => look.words[shown.word]));
  inBoth("unit", both(looks, (look) => filled(look.words[shown.unit], shown)));
  if (isNew) fit();
  document.querySelector("#bar").hidden = !("part" in shown);
  document.querySelector("#used").setAttribute("width", `${(shown.part ?? 0) * 100}`);
}

// Long names get smaller letters rather than being cut.
function shrink(place, isTooLarge) {
  let size = 1;
  do {
    place.style.setProperty("--fit", size);
    size -= 0.05;
  } while (size > 0.25 && isTooLarge());
}

function fit() {
  const who = document.querySelector("#who");
  const main = document.querySelector("main");
  const aside = document.querySelector("aside");
  const overflows = (place) => place.scrollHeight > place.clientHeight + 1 || place.scrollWidth > place.clientWidth + 1;
  shrink(who, () => overflows(main) || who.scrollWidth > who.clientWidth + 1);
  shrink(aside, () => overflows(aside));
}

addEventListener("resize", fit);
show(draw, every);
