// A day of the office of day.yaml, played on a box with simulated lines, so that every list of the page has something to show:
//   ./ringdown run --data /tmp/day --office web-ui/dev/day.yaml --http 8099 --clock 2026-09-10T09:30:00+03:00
//   node web-ui/dev/day.mjs http://127.0.0.1:8099
const base = process.argv[2] ?? "http://127.0.0.1:8080";
const cookies = {};
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

async function send(method, path, body, who = "installer", type = "application/json") {
  const sent = body !== undefined && { body: type === "application/json" ? JSON.stringify(body) : body };
  const answer = await fetch(base + path, { method, headers: { Cookie: cookies[who] ?? "", ...(sent && { "Content-Type": type }) }, ...sent });
  if (path === "/api/login") cookies[who] = answer.headers.get("set-cookie")?.split(";")[0];
  const text = await answer.text();
  if (!answer.ok) console.log(`  ${method} ${path}: ${answer.status} ${text.slice(0, 160)}`);
  return text && answer.headers.get("content-type")?.includes("json") ? JSON.parse(text) : text;
}
const get = (path, who) => send("GET", path, undefined, who);
const post = (path, body = {}, who = "installer") => send("POST", path, body, who);
const clock = (now) => post("/api/simulator/clock", { now });
const line = (n, what, body) => post(`/api/simulator/lines/${n}/${what}`, body);
const phone = (n, what) => post(`/api/simulator/telephones/${n}/${what}`);

async function until(what, ask, ms = 30_000) {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(250)) {
    const found = await ask();
    if (found) return found;
  }
  console.log(`  never: ${what}`);
  return undefined;
}

/** Speech-like: a chopped chord, 16 bit, 8 kHz. */
function voice(seconds, pitch) {
  const n = Math.round(seconds * 8000);
  const wav = Buffer.alloc(44 + 2 * n);
  wav.write("RIFF", 0).toString();
  wav.writeUInt32LE(36 + 2 * n, 4);
  wav.write("WAVEfmt ", 8);
  [16, 1 | (1 << 16), 8000, 16_000, 2 | (16 << 16)].forEach((word, i) => wav.writeUInt32LE(word, 16 + 4 * i));
  wav.write("data", 36);
  wav.writeUInt32LE(2 * n, 40);
  for (let i = 0; i < n; i++) {
    const t = i / 8000;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 3.7 * t)) * (Math.sin(2 * Math.PI * 0.31 * t) > -0.7 ? 1 : 0);
    let s = 0;
    for (let h = 1; h < 14; h++) s += Math.sin(2 * Math.PI * pitch * (1 + 0.05 * Math.sin(9 * t)) * h * t) / h;
    wav.writeInt16LE(Math.round(5000 * syllable * s), 44 + 2 * i);
  }
  return wav;
}
const callerSays = (n, s) => send("POST", `/api/simulator/lines/${n}/say`, voice(s, 118), "installer", "audio/wav");
const officeSays = (n, s) => send("POST", `/api/simulator/telephones/${n}/say`, voice(s, 190), "installer", "audio/wav");

const state = async (n) => (await get(`/api/simulator/lines/${n}`)).state;
const rings = (t) => get(`/api/simulator/telephones/${t}`).then((p) => p.ringing);
const idle = (n) => until(`line ${n} idle`, async () => (await state(n)) === "idle", 40_000);
const newest = async (n) => (await get(`/api/calls?limit=10&line=fxo:${n}`)).items[0];

async function ring(n, number, more = {}) {
  await idle(n);
  const before = (await newest(n))?.id;
  await line(n, "ring", { number, for: 60, ...(number === null && { scheme: "none" }), ...more });
  return until("the call is known", async () => {
    const call = await newest(n);
    return call && call.id !== before && (call.callerNumber || number === null) ? call : undefined;
  });
}
/** Caller on line n; telephone t lifts; both talk for so long; the caller or the office ends it. */
async function talk(n, number, t, seconds, { by = "caller", mark, ...more } = {}) {
  const call = await ring(n, number, more);
  if (!call || !(await until(`telephone ${t} rings`, () => rings(t), 40_000))) return line(n, "hangUp");
  await phone(t, "offHook");
  await until("talk", async () => (await get(`/api/calls/${call.id}`)).outcome === "talking", 10_000);
  await Promise.all([callerSays(n, seconds), officeSays(t, seconds)]);
  await sleep(1000 * seconds + 300);
  if (by === "office" || mark) {
    await phone(t, "onHook");
    if (mark) {
      await sleep(3500);
      await line(n, "press", { digits: String(mark) });
      await sleep(3000);
    }
    await line(n, "hangUp");
  } else {
    await line(n, "hangUp");
    await sleep(2500);
    await phone(t, "onHook");
  }
  return call;
}
async function givesUp(n, number, after = 3, more = {}) {
  const call = await ring(n, number, more);
  await sleep(1000 * after);
  await line(n, "hangUp");
  return call;
}
async function leaves(n, number, seconds = 5, urgent = false) {
  const call = await ring(n, number);
  if (!call) return;
  await until("message tone", async () => (await get(`/api/calls/${call.id}`)).events.some((e) => e.what === "message tone"), 45_000);
  await sleep(700);
  await callerSays(n, seconds);
  await sleep(1000 * seconds + 400);
  if (urgent) {
    await line(n, "press", { digits: "#" });
    await sleep(4000);
    await line(n, "press", { digits: "1" });
    await sleep(2500);
  }
  await line(n, "hangUp");
  return call;
}
const about = (call, body, who = "maria") => call && send("PATCH", `/api/calls/${call.id}`, body, who);
/** What stands on one line happens one after the other; lines go on at the same time. */
const lines = async (...work) => {
  for (const who of [201, 202, 203, 204]) await send("PUT", `/api/people/${who}/state`, { state: "free" });
  await Promise.all(work.map(async (steps) => { for (const step of steps) await step(); }));
};

for (const who of ["installer", "olena", "ivan", "maria", "nina", "quality", "owner"]) {
  await post("/api/login", { name: who, password: "change-me-now" }, who);
}
const begun = Date.now();
const say = (what) => console.log(`${Math.round((Date.now() - begun) / 1000)} s: ${what}`);

say("September: clients who will go silent");
await lines(
  [() => talk(1, "+380671340001", 1, 5), () => talk(1, "+380442223399", 2, 5)],
  [() => talk(2, "+380671340002", 4, 5)],
);

say("Thursday 19 November");
await clock("2026-11-19T09:40:00+02:00");
await lines(
  [() => talk(1, "+380501112233", 1, 22), () => talk(1, "+380671340003", 2, 5, { mark: 5 })],
  [() => givesUp(2, "+380631110001"), () => givesUp(2, "+380631110002", 2), () => givesUp(2, null, 9)],
  [() => talk(3, "+380631110003", 4, 4)],
  [() => givesUp(4, "+380631110004", 1), () => givesUp(4, "+442071838750", 6)],
);

say("Friday: the morning's rush");
await clock("2026-11-20T09:05:00+02:00");
await post("/api/overrides/lunch", {}, "maria");
await send("DELETE", "/api/overrides/lunch", undefined, "maria");
for (let i = 0; i < 5; i++) {
  await lines([() => talk(1, `+38067200000${i}`, 2, 4)], [() => givesUp(3, `+38067300000${i}`, 2)]);
}
say("Friday: one after the other");
const kept = [];
await lines(
  [
    async () => kept.push(await talk(1, "+380671340001", 1, 21, { mark: 2 })),
    async () => kept.push(await talk(1, "+380501112233", 1, 6, { mark: 5 })),
    () => givesUp(1, "+380671340001"),
    () => leaves(1, "+380671340002", 6),
  ],
  [
    () => givesUp(2, "+380680000011"),
    () => givesUp(2, "+380680000011"),
    () => givesUp(2, "+380680000011"),
    () => leaves(2, "+380680000012", 5),
  ],
  [async () => kept.push(await talk(3, "+380680000013", 4, 4)), () => givesUp(3, "+380443334455", 4), () => leaves(3, "+380443334455", 4)],
  [() => givesUp(4, "+380440000000", 3), () => givesUp(4, null, 8), () => leaves(4, "+380680000014", 4)],
);
await about(kept[0], { class: "client", topic: "скарга", essence: "болить зуб після лікування, просить лікаря подзвонити", handedTo: "203" });
await about(kept[1], { topic: "рахунок", essence: "надіслати рахунок за вересень", handedTo: "204" });
await about(kept[2], { class: "prospect", topic: "ціни", essence: "питав про імпланти" });
if (kept[1]) await post(`/api/calls/${kept[1].id}/promises`, { kind: "answer", text: "рахунок за вересень", owner: "204" }, "maria");
await clock("2026-11-20T13:00:00+02:00");
say("Friday: calling back, postponing, closing");
const owed = (await get("/api/tocall?limit=100")).items.filter((p) => p.number);
const of = (number) => owed.find((p) => p.number === number);
for (const [number, t] of [["+380631110001", 1], ["+380680000011", 2]]) {
  const promise = of(number);
  if (!promise) continue;
  await post(`/api/promises/${promise.id}/call`, { from: `20${t}` });
  if (!(await until("my telephone rings", () => rings(t)))) continue;
  for (let n = 1; n <= 4; n++) await send("PUT", `/api/simulator/lines/${n}/exchange`, number.endsWith("11") ? { noAnswer: true } : { answers: { afterMs: 1500 } });
  await phone(t, "offHook");
  const n = await until("dialled", async () => (await Promise.all([1, 2, 3, 4].map(state))).findIndex((s) => s === "talking" || s === "dialling") + 1 || undefined, 15_000);
  if (n) {
    await sleep(6000);
    await Promise.all([callerSays(n, 21), officeSays(t, 21)]);
    await sleep(number.endsWith("11") ? 9000 : 22_000);
  }
  await phone(t, "onHook");
  await sleep(2500);
}
for (const [number, how, note] of [["+380673000001", "messenger", "домовились у Viber"], ["+380673000002", "wrongNumber", "помилились"], ["+380673000003", "callerDeclined", null]]) {
  if (of(number)) await post(`/api/promises/${of(number).id}/close`, { how, note }, "maria");
}
if (of("+380673000004")) await post(`/api/promises/${of("+380673000004").id}/postpone`, { to: "2026-11-23T17:00:00+02:00", askedBy: "client" }, "olena");
if (of("+380680000012")) await post(`/api/promises/${of("+380680000012").id}/postpone`, { to: "2026-11-23T10:00:00+02:00", askedBy: "office" }, "olena");

say("Friday: a line is cut; staff make contacts");
await send("PUT", "/api/simulator/lines/4/exchange", { cut: true });
await sleep(4000);
await clock("2026-11-20T14:30:00+02:00");
await sleep(2000);
await send("PUT", "/api/simulator/lines/4/exchange", { cut: false });
await post("/api/contacts", { name: "Лілія, бухгалтерія", numbers: ["+380442223399"], class: "client" });
await post("/api/tokens", { name: "звіт" }, "maria");

say("Friday evening and the weekend");
await clock("2026-11-20T19:10:00+02:00");
await lines(
  [() => leaves(1, "+380671340001", 6, true), () => leaves(1, "+380991234567", 5)],
  [() => leaves(2, "+380501112233", 5), () => givesUp(2, "+380997654321", 8)],
);
await clock("2026-11-22T16:00:00+02:00");
await lines([() => leaves(1, "+380671340003", 5)], [() => givesUp(2, null, 14)]);
say("Monday, eight in the morning");
await clock("2026-11-23T08:00:00+02:00");
const balance = await get("/api/ledger/balance?from=2026-09-01T00:00:00%2B03:00&to=2026-11-23T08:00:00%2B02:00");
console.log(JSON.stringify(balance));
