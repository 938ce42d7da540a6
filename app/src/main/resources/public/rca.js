// Comforts only: every page works without this file.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (selector) => document.querySelector(selector);
  const store = {
    get: (key) => { try { return localStorage.getItem(key); } catch { return null; } },
    set: (key, value) => { try { localStorage.setItem(key, value); } catch { /* private window */ } },
  };

  // Times: in the viewer's zone, with UTC on hover; "u" changes that. A page has one zone: times within sentences, choices and
  // titles, which the server writes as "... UTC", follow, and so do the fields of a form.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
  const place = zone.split("/").pop().replaceAll("_", " ");
  const isUtc = () => zone === "UTC" || store.get("zone") === "UTC";
  const two = (number, length = 2) => String(number).padStart(length, "0");
  const local = (date, isClock) => {
    const clock = `${two(date.getHours())}:${two(date.getMinutes())}`;
    return isClock
      ? `${clock}:${two(date.getSeconds())}.${two(date.getMilliseconds(), 3)}`
      : `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())} ${clock}`;
  };
  const utc = (text, isClock) => {
    const iso = new Date(text).toISOString();
    return isClock ? iso.slice(11, 23) : `${iso.slice(0, 10)} ${iso.slice(11, 16)}`;
  };
  const SAID = /(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC/g;
  const written = new WeakMap(); // texts as the server wrote them
  const showSaid = () => {
    const texts = document.createTreeWalker(one("main"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      const text = texts.currentNode;
      const first = written.get(text) || text.data;
      if (!/ UTC/.test(first) || text.parentElement.closest("pre, textarea, .log")) continue;
      written.set(text, first);
      text.data = first.replace(SAID, (said, day, clock) => (isUtc() ? said : `${local(new Date(`${day}T${clock}Z`))} ${place}`));
    }
  };
  const moved = (value, minutes) => new Date(Date.parse(`${value}Z`) + minutes * 60000).toISOString().slice(0, 16);
  const minutesAt = (value) => (isUtc() ? 0 : -new Date(value).getTimezoneOffset());
  const showFields = () => all("input[type=datetime-local]").forEach((field) => {
    const value = field.getAttribute("value");
    if (value) field.value = moved(value, minutesAt(`${value}Z`));
  });
  document.addEventListener("formdata", (event) => {
    all("input[type=datetime-local]", event.target).filter((field) => field.value).forEach((field) =>
      event.formData.set(field.name, moved(field.value, -minutesAt(field.value))));
  });
  const showTimes = () => {
    all("time").forEach((time) => {
      const isClock = time.hasAttribute("data-clock");
      const text = time.getAttribute("datetime");
      time.textContent = isUtc() ? utc(text, isClock) : local(new Date(text), isClock);
      time.title = `${utc(text, isClock)} UTC`;
    });
    showSaid();
    showFields();
    all("[data-zone-name]").forEach((name) => { name.textContent = isUtc() ? "UTC" : place; });
    all("[data-zone]").forEach((foot) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "copy";
      button.textContent = isUtc() ? `UTC (show ${zone})` : `${zone} (show UTC)`;
      button.addEventListener("click", switchZone);
      foot.replaceChildren(button);
    });
  };
  const switchZone = () => { store.set("zone", store.get("zone") === "UTC" ? "" : "UTC"); showTimes(); };

  // Copying.
  const copy = async (text, button) => {
    const said = [...button.childNodes];
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      button.textContent = "Copying is not allowed here";
    }
    setTimeout(() => button.replaceChildren(...said), 1500);
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest?.("[data-copy], [data-copy-from]");
    if (!button) return;
    const from = button.dataset.copyFrom;
    copy(from ? document.getElementById(from).value.replaceAll("](/", `](${location.origin}/`) : button.dataset.copy, button);
  });

  // A pasted id is a question already.
  const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
  all("input[name=q]").forEach((input) => {
    input.addEventListener("paste", () => setTimeout(() => {
      input.value = input.value.trim();
      if (ID.test(input.value)) input.form.requestSubmit();
    }));
  });

  // An answer in the address is open, and what leads to a folded one opens it.
  const unfold = () => {
    const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (target) target.scrollIntoView({ block: "center" });
  };
  addEventListener("hashchange", unfold);
  if (location.hash) unfold();

  // What is done to the answer when it comes, and when it is replaced: a grid wider than the screen begins with its end: the newest runs, the failure.
  const dress = () => {
    if (zone !== "UTC") showTimes();
    all("[data-copy], [data-copy-from]").forEach((button) => { button.hidden = false; });
    all("[data-end]").forEach((grid) => { grid.scrollLeft = grid.scrollWidth; });
  };
  dress();

  // A click outside closes an open definition.
  document.addEventListener("click", (event) => {
    all("details.def[open]").forEach((def) => { if (!def.contains(event.target)) def.open = false; });
  });

  // Selects that stand for a filter act at once.
  document.addEventListener("change", (event) => {
    if (event.target.matches("form[data-auto] select")) event.target.form.requestSubmit();
  });

  // A page about to be opened is fetched when its link is pointed at.
  const fetched = new Set();
  document.addEventListener("pointerover", (event) => {
    const link = event.target.closest?.("a[href^='/']");
    const href = link && link.getAttribute("href").split("#")[0];
    if (!href || fetched.has(href) || fetched.size > 30 || /\.(csv|md)|^\/sign-in|^\/docs/.test(href)) return;
    fetched.add(href);
    const hint = document.createElement("link");
    hint.rel = "prefetch";
    hint.href = href;
    document.head.append(hint);
  });

  // Keys.
  const rows = () => all("[data-row]").filter((row) => row.offsetParent !== null);
  let here = -1;
  const step = (by) => {
    const list = rows();
    if (!list.length) return;
    const focused = list.findIndex((row) => row.contains(document.activeElement));
    here = Math.max(0, Math.min(list.length - 1, (focused >= 0 ? focused : here) + by));
    all(".here").forEach((row) => row.classList.remove("here"));
    const row = list[here];
    row.classList.add("here");
    (row.querySelector("a[href], summary, button") || row).focus();
    row.scrollIntoView({ block: "nearest" });
  };
  const follow = (selector) => { const link = one(selector); if (link) location.href = link.href; };
  const search = () => { const input = one("input[name=q]"); input.focus(); input.select(); };
  const keys = {
    "/": search,
    j: () => step(1),
    k: () => step(-1),
    "[": () => follow("a[rel=prev]"),
    "]": () => follow("a[rel=next]"),
    c: () => follow("a[data-key=c]"),
    u: switchZone,
    "?": () => one("#keys").showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
      event.preventDefault();
      return search();
    }
    if (event.key === "Escape" && event.target.matches?.("input")) event.target.blur(); // so that the keys work
    const isTyping = event.target.closest?.("input:not([type=checkbox]), textarea, select, dialog");
    const act = keys[event.key];
    if (!act || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    act();
  });

  // News: the page hears of a new version while somebody looks at it, and says so in one line; with ?live it shows it at once.
  const shown = document.body.dataset;
  const line = one("#news");
  const isLive = () => new URLSearchParams(location.search).has("live");
  const count = (number, one, many) => `${number} more ${number === 1 ? one : many}`;
  const say = (news) => {
    const text = news.failed_run_count ? `${count(news.failed_run_count, "run", "runs")} failed`
      : news.run_count ? count(news.run_count, "run", "runs") : "";
    const show = document.createElement("button");
    show.type = "button";
    show.className = "copy";
    show.textContent = "show";
    show.addEventListener("click", refresh);
    line.replaceChildren(`${text} · `, show);
    line.hidden = !text;
  };
  let parts = [];
  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = [...next.querySelector("main").children];
    const texts = fresh.map((part) => part.outerHTML);
    const old = [...one("main").children];
    const isSame = old.length === fresh.length && parts.length === fresh.length;
    if (isSame) fresh.forEach((part, at) => { if (texts[at] !== parts[at]) old[at].replaceWith(part); });
    else one("main").replaceChildren(...fresh);
    parts = texts;
    one("footer").replaceWith(next.querySelector("footer"));
    document.title = next.title;
    Object.assign(shown, next.body.dataset);
    line.hidden = true;
    dress();
    offerLive();
  };
  const isBusy = () => one("dialog[open]") || document.activeElement.closest("main input, main textarea, main select");
  const heard = async (event) => {
    if (JSON.parse(event.data).version <= Number(shown.version)) return;
    await new Promise((done) => { setTimeout(done, Math.random() * 1000); }); // not all pages in one moment
    if (isLive() && !isBusy()) return refresh();
    const answer = shown.fresh && await fetch(`/api/v1/rca/news?since=${encodeURIComponent(shown.fresh)}`);
    if (answer && answer.ok) say(await answer.json());
  };
  const offerLive = () => {
    const place = one("[data-live]");
    if (!place) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = isLive() ? "Live (stop)" : "Show news at once";
    button.addEventListener("click", () => {
      const address = new URL(location.href);
      if (isLive()) address.searchParams.delete("live"); else address.searchParams.set("live", "");
      history.replaceState(null, "", address);
      if (isLive()) refresh(); else offerLive();
    });
    place.replaceChildren(button);
    place.hidden = false;
  };
  if (shown.version && window.EventSource) {
    let source = null;
    const listen = () => {
      if (document.hidden) {
        if (source) source.close();
        source = null;
      } else if (!source) {
        source = new EventSource("/live");
        source.addEventListener("version", heard);
      }
    };
    document.addEventListener("visibilitychange", listen);
    listen();
    offerLive();
  }
})();
