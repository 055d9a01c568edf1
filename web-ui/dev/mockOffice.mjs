// What the stand-in box knows: an office on a Monday morning, and calls that move when one calls in.
import { yaml } from "./mockFile.mjs";

let serial = 100;
const id = () => `m${++serial}`;
let ahead = Date.parse("2026-11-23T10:42:00+02:00") - Date.now();
const at = (ms) => new Date(ms + 7_200_000).toISOString().slice(0, 19) + "+02:00";
const now = () => Date.now() + ahead;
const ago = (minutes) => at(now() - minutes * 60_000);

const call = (over) => ({
  id: id(), startedAt: ago(60), direction: "in", via: "fxo:1", callerNumber: "+380671234567", callerName: null, contact: null, contactId: null,
  class: null, topic: null, essence: null, handedTo: null, outcome: "talked", settled: true, answeredBy: "201", waitSeconds: 9.2, talkSeconds: 134,
  holdSeconds: 0, transfers: 0, stages: [], recording: null, rating: null, promiseId: null, messageId: null, calledNumber: "+380441230001",
  endedAt: ago(57), events: [], ...over,
});
const stage = (target, rang, seconds, result, notRung = {}) => ({ target, rang, seconds, result, notRung });

function wavTone() {
  const n = 8000 * 5;
  const b = Buffer.alloc(44 + n * 2);
  b.write("RIFF");
  b.writeUInt32LE(36 + n * 2, 4);
  b.write("WAVEfmt ", 8);
  b.writeUInt32LE(16, 16);
  b.writeUInt16LE(1, 20);
  b.writeUInt16LE(1, 22);
  b.writeUInt32LE(8000, 24);
  b.writeUInt32LE(16000, 28);
  b.writeUInt16LE(2, 32);
  b.writeUInt16LE(16, 34);
  b.write("data", 36);
  b.writeUInt32LE(n * 2, 40);
  for (let i = 0; i < n; i++) b.writeInt16LE(Math.round(3000 * Math.sin(i / 6)), 44 + i * 2);
  return b;
}

export function newOffice() {
  const me = { name: "installer", role: "installer", person: null, language: "uk" };
  const listeners = new Set();
  let eventId = 0;
  const tell = (kind, data) => {
    for (const res of listeners) res.write(`id: ${++eventId}\nevent: ${kind}\ndata: ${JSON.stringify(data)}\n\n`);
  };
  const people = [
    ["201", "Олена Коваленко", "free", true, ["care"]],
    ["202", "Іван Бондар", "talking", true, ["care", "sales"]],
    ["203", "Марія Шевченко", "away", true, []],
    ["204", "Петро Гнатюк", "free", false, ["sales"]],
  ].map(([extension, name, state, registered, teams]) => ({ extension, name, state, registered, teams, callId: null }));
  const line = (port, kind, state, number, purpose, person, detail) => ({ port, kind, state, since: ago(130), number, purpose, person, detail });
  const lines = [
    line("fxo:1", "fxo", "talking", "+380441230001", "основний номер", null, "−48 V, 24 mA"),
    line("fxo:2", "fxo", "idle", "+380441230002", "реклама", null, "−48 V"),
    line("provider", "trunk", "registered", "+380441230003", null, null, "127.0.0.1:5090"),
    line("sip:201", "sip", "registered", null, null, "201", "127.0.0.1:41022 · baresip"),
    line("sip:202", "sip", "registered", null, null, "202", "127.0.0.1:41100 · Yealink T31"),
    line("fxs:1", "fxs", "idle", null, null, "202", null),
    line("fxs:2", "fxs", "idle", null, null, "203", null),
    line("sip:204", "sip", "unregistered", null, null, "204", null),
  ];
  const calls = [
    call({ startedAt: ago(3), contact: "ТОВ «Лілія»", callerNumber: "+380501112233", class: "client", outcome: "talking", answeredBy: "202", endedAt: null,
      settled: null, waitSeconds: 17, talkSeconds: 160, stages: [stage("manager", ["201"], 15, "noAnswer"), stage("backups", ["202"], 2.1, "answered", { 203: "away" })],
      events: [{ at: ago(3), what: "rang on fxo:1" }, { at: ago(2.9), what: "caller ID +380501112233 (ETSI FSK)" }, { at: ago(2.7), what: "202 answered" }] }),
    call({ startedAt: ago(22), callerNumber: "+380931112200", outcome: "talked", class: "prospect", topic: "імплантація", essence: "питає про ціну та строки",
      stages: [stage("team care", ["201", "202"], 6.4, "answered")], events: [{ at: ago(22), what: "rang on fxo:1" }] }),
    call({ startedAt: ago(48), via: "fxo:2", callerNumber: "+380661231234", outcome: "gaveUp", answeredBy: null, talkSeconds: 0, waitSeconds: 31, settled: null,
      stages: [stage("team care", ["201"], 15, "noAnswer", { 202: "busy" }), stage("head", ["203"], 13, "callerLeft")], promiseId: "p2" }),
    call({ startedAt: ago(64), direction: "out", via: "201", callerNumber: null, calledNumber: "+380444445566", outcome: "talked", stages: [] }),
    call({ startedAt: ago(92), direction: "internal", via: "202", callerNumber: null, calledNumber: "203", outcome: "notAnswered", answeredBy: null, talkSeconds: 0 }),
    call({ id: "c9", startedAt: ago(760), contact: "Оксана Мороз", callerNumber: "+380509998877", class: "client", outcome: "message", answeredBy: null, talkSeconds: 0,
      waitSeconds: 24, promiseId: "p1", messageId: "v1", settled: null, stages: [], topic: "запис на прийом" }),
    call({ startedAt: ago(770), callerNumber: "+380440000000", outcome: "refused", answeredBy: null, talkSeconds: 0, waitSeconds: 0.2, settled: null }),
    call({ startedAt: ago(800), callerNumber: null, outcome: "interrupted", answeredBy: "201", talkSeconds: 40, promiseId: "p3" }),
  ];
  const promise = (over) => ({
    id: id(), callId: calls[2].id, calls: [calls[2].id], number: "+380661231234", contact: null, contactId: null, owner: "201", madeAt: ago(48), dueAt: ago(48),
    overdueAt: at(now() + 18 * 60_000), spokenAs: null, state: "open", how: null, late: false, closedBy: null, attempts: 0, reason: null, class: null,
    topic: null, essence: null, messageId: null, ...over,
  });
  const promises = [
    promise({ id: "p1", callId: "c9", calls: ["c9", "c10"], number: "+380509998877", contact: "Оксана Мороз", owner: "202", class: "client", topic: "запис на прийом",
      madeAt: ago(760), dueAt: ago(102), overdueAt: ago(12), state: "broken", attempts: 1, messageId: "v1",
      spokenAs: "Ми передзвонимо вам у понеділок, двадцять третього листопада, з дев'ятої до десятої ранку." }),
    promise({ id: "p2" }),
    promise({ id: "p3", number: null, owner: "203", dueAt: at(now() + 200 * 60_000), overdueAt: at(now() + 300 * 60_000) }),
    promise({ id: "p4", number: "+380931234567", state: "kept", how: "talk", closedBy: "201" }),
    promise({ id: "p5", number: "+380937777777", state: "closed", how: "spam", closedBy: "installer", reason: "пропонують рекламу" }),
  ];
  let messages = [
    { id: "v1", callId: "c9", mailbox: "care", callerNumber: "+380509998877", callerName: "Оксана Мороз", at: ago(759), seconds: 21.4, heard: false, deleted: false },
    { id: "v2", callId: "c9", mailbox: "201", callerNumber: "+380671234567", callerName: null, at: ago(3000), seconds: 8.2, heard: true, deleted: false },
  ];
  const alarms = [{ id: "a1", what: "unregistered", where: "sip:204", since: ago(95), healedAt: null }];
  const simLines = [1, 2].map((n) => ({ n, state: "idle", dialled: null, hookSince: null, number: `+38044123000${n}` }));
  const telephones = [1, 2].map((n) => ({
    n, hook: "on", ringing: false, callerNumber: null, callerName: null, messageWaiting: n === 1, person: n === 1 ? "202" : "203",
  }));
  let text = yaml;
  let etag = '"1"';

  const owed = () => promises.filter((p) => p.state === "open" || p.state === "broken");
  const page = (items) => ({ data: { items, next: null } });
  const change = (kind, thing, over) => {
    Object.assign(thing, over);
    tell(kind, thing);
  };
  const person = (extension) => people.find((p) => p.extension === extension);

  /** One call in: greeting, manager, backups; answered by lifting telephone 1, else after 12 s. */
  function ring(n, body) {
    const sim = simLines[n - 1];
    if (!sim || sim.state !== "idle") return { status: 409, data: { error: `line ${n} is not idle`, field: null } };
    sim.state = "ringing";
    const c = call({ startedAt: at(now()), endedAt: null, via: `fxo:${n}`, callerNumber: body.number ?? null, contact: body.number === "+380501112233" ? "ТОВ «Лілія»" : null,
      class: body.number === "+380501112233" ? "client" : null, outcome: "ringing", answeredBy: null, waitSeconds: 0, talkSeconds: 0, settled: null });
    calls.unshift(c);
    tell("call", c);
    change("line", lines[n - 1], { state: "ringing", since: at(now()) });
    const step = (ms, deed) => setTimeout(() => c.endedAt === null && deed(), ms);
    step(1500, () => change("call", c, { events: [{ at: at(now()), what: "greeting" }] }));
    step(3500, () => {
      change("person", person("201"), { state: "ringing", callId: c.id });
      change("call", c, {});
    });
    step(7500, () => {
      change("person", person("201"), { state: "free", callId: null });
      change("person", person("202"), { state: "ringing", callId: c.id });
      change("call", c, { stages: [stage("manager", ["201"], 4, "noAnswer")] });
      Object.assign(telephones[0], { ringing: true, callerNumber: c.callerNumber });
    });
    step(14000, () => answer(c, n));
    return { data: sim };
  }
  function answer(c, n) {
    if (c.outcome !== "ringing") return;
    simLines[n - 1].state = "talking";
    Object.assign(telephones[0], { ringing: false, hook: "off" });
    change("person", person("202"), { state: "talking", callId: c.id });
    change("line", lines[n - 1], { state: "talking" });
    change("call", c, { outcome: "talking", answeredBy: "202", waitSeconds: 14,
      stages: [stage("manager", ["201"], 4, "noAnswer"), stage("backups", ["202"], 6.5, "answered", { 203: "away" })] });
  }
  function hangUp(n) {
    const c = calls.find((x) => x.via === `fxo:${n}` && x.endedAt === null && simLines[n - 1].state !== "idle");
    simLines[n - 1].state = "idle";
    Object.assign(telephones[0], { ringing: false, hook: "on" });
    if (c) {
      const talked = c.outcome === "talking";
      change("call", c, { endedAt: at(now()), outcome: talked ? "talked" : "gaveUp", settled: talked ? true : null });
      change("person", person("201"), { state: "free", callId: null });
      change("person", person("202"), { state: "free", callId: null });
      change("line", lines[n - 1], { state: "idle", since: at(now()) });
      if (!talked) {
        promises.unshift(promise({ callId: c.id, calls: [c.id], number: c.callerNumber, contact: c.contact, madeAt: at(now()), dueAt: at(now()) }));
        tell("promise", promises[0]);
      }
    }
    return { data: simLines[n - 1] };
  }

  function answerTo(method, path, query, body, raw, headers) {
    const [, room, key, verb, deed] = path.split("/");
    const route = `${method} ${room}`;
    switch (route) {
      case "GET me":
        return { data: me };
      case "GET board":
        return { data: { board: "simulated", version: "dev", now: at(now()), clockTrusted: true, office: "Стоматологія «Ромашка»", country: "UA", language: "uk",
          timeZone: "Europe/Kyiv", open: true, classes: ["client", "prospect", "jobseeker"], topics: [] } };
      case "GET lines":
        return page(lines);
      case "GET people":
        return page(people);
      case "PUT people":
        change("person", person(key), { state: body.state });
        return { data: person(key) };
      case "GET alarms":
        return page(alarms);
      case "GET calls": {
        if (key) return { data: calls.find((c) => c.id === key) ?? calls[0] };
        const outcome = query.get("outcome");
        const caller = query.get("caller");
        const via = query.get("line");
        return page(calls.filter((c) => (!outcome || c.outcome === outcome) && (!via || c.via === via) && (!caller || c.callerNumber?.includes(caller))));
      }
      case "PATCH calls":
        change("call", calls.find((c) => c.id === key), body);
        return { data: calls.find((c) => c.id === key) };
      case "GET promises": {
        const state = query.get("state") ?? "all";
        return page(state === "owed" ? owed() : promises.filter((p) => state === "all" || p.state === state));
      }
      case "POST promises": {
        const p = promises.find((x) => x.id === key);
        if (verb === "call") change("promise", p, { attempts: p.attempts + 1 });
        if (verb === "close") {
          const kept = ["sms", "email", "messenger", "visit", "ownMobile"].includes(body.how);
          change("promise", p, { state: kept ? "kept" : "closed", how: body.how, reason: body.note ?? null, closedBy: "installer" });
        }
        if (verb === "postpone") change("promise", p, { state: "open", dueAt: at(Date.parse(body.to)), overdueAt: at(Date.parse(body.to) + 3_600_000) });
        return { status: verb === "call" ? 202 : 200, data: p };
      }
      case "GET messages":
        if (verb) return { data: wavTone(), headers: { "Content-Type": "audio/wav" } };
        return page(messages);
      case "PATCH messages":
        change("message", messages.find((m) => m.id === key), body);
        return { data: messages.find((m) => m.id === key) };
      case "DELETE messages":
        messages = messages.filter((m) => m.id !== key);
        return { status: 204 };
      case "GET ledger":
        if (key === "deaf") {
          return page([{ via: "fxo:2", from: ago(200), to: ago(187), cause: "cut", seen: "напруга 0 В о 07:22" }]);
        }
        return { data: { in: 24, talked: 18, promised: 4, refused: 1, open: 1, balanced: true,
          promises: { made: 4, callsCovered: 5, kept: 1, waiting: 1, overdue: 1, closed: { spam: 1 } }, lost: 0, deafSeconds: 780, allBusySeconds: 0 } };
      case "GET office":
        return { data: text, headers: { "Content-Type": "application/yaml", ETag: etag } };
      case "POST office":
      case "PUT office": {
        const faults = raw.split("\n").flatMap((l, i) => (l.includes("nobody") ? [{ line: i + 1, field: "teams[0].members[2]", what: "there is no person 299", at: null }] : []));
        if (faults.length) return { status: 422, data: { error: "the office file does not hold", faults } };
        if (route === "POST office") return { data: { error: null, faults: [] } };
        if (headers["if-match"] && headers["if-match"] !== etag) return { status: 412, data: { error: "changed meanwhile", field: null } };
        text = raw;
        etag = `"${Number(etag.slice(1, -1)) + 1}"`;
        return { data: { etag }, headers: { ETag: etag } };
      }
      case "GET simulator":
        return { data: { lines: simLines, telephones } };
      case "POST simulator": {
        const n = Number(verb);
        if (key === "clock") {
          ahead = Date.parse(body.now) - Date.now();
          return { data: { now: at(now()) } };
        }
        if (key === "lines" && deed === "ring") return ring(n, body);
        if (key === "lines" && deed === "hangUp") return hangUp(n);
        if (key === "lines") return { status: 202, data: simLines[n - 1] };
        if (deed === "offHook") {
          telephones[n - 1].hook = "off";
          const c = calls.find((x) => x.outcome === "ringing");
          if (c && n === 1) answer(c, Number(c.via.at(-1)));
        }
        if (deed === "onHook") telephones[n - 1].hook = "on";
        return { data: telephones[n - 1] };
      }
      default:
        return undefined;
    }
  }

  return {
    me,
    ringing: () => simLines.some((l) => l.state === "ringing"),
    answer: answerTo,
    live(res) {
      res.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      res.write(": hello\n\n");
      listeners.add(res);
      res.on("close", () => listeners.delete(res));
    },
  };
}
