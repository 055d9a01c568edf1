// A stand-in for the box, for work on the page only: plausible data, live events, and the line's socket as an echo.
// node dev/mock.mjs [port]; logs in as installer / demo. Serves target/web-ui with the same headers the box sends.
import { createServer } from "node:http";
import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { WebSocketServer } from "ws";
import { parse } from "yaml";
import { newOffice } from "./mockOffice.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const built = process.env.PAGE_OUT ?? join(here, "../../target/web-ui");
const openapi = parse(readFileSync(join(here, "../../src/main/resources/openapi.yaml"), "utf8"));
const office = newOffice();
const sessions = new Set();
const TYPES = { ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2" };

const server = createServer(async (req, res) => {
  const url = new URL(req.url, "http://mock");
  if (!url.pathname.startsWith("/api/")) return page(url.pathname, res);
  const chunks = [];
  for await (const chunk of req) chunks.push(chunk);
  const raw = Buffer.concat(chunks);
  const isJson = (req.headers["content-type"] ?? "").includes("json");
  const body = isJson && raw.length ? JSON.parse(raw) : {};
  const send = (status, data, headers = {}) => {
    const text = data === undefined ? "" : Buffer.isBuffer(data) || typeof data === "string" ? data : JSON.stringify(data);
    res.writeHead(status, { "Content-Type": "application/json", ...headers }).end(text);
  };
  const path = url.pathname.slice(4);
  if (path === "/health") return send(200, { status: "up", version: "dev", uptimeSeconds: 1, language: "uk", lines: [] });
  if (path === "/openapi.json") return send(200, openapi);
  if (path === "/login") {
    if (body.password !== "demo") return send(401, { error: "wrong name or password", field: null });
    const id = randomBytes(12).toString("hex");
    sessions.add(id);
    return send(200, office.me, { "Set-Cookie": `ringdown=${id}; HttpOnly; SameSite=Strict; Path=/` });
  }
  if (!sessions.has(/ringdown=(\w+)/.exec(req.headers.cookie ?? "")?.[1])) return send(401, { error: "log in first", field: null });
  if (path === "/logout") {
    sessions.clear();
    return send(204);
  }
  if (path === "/live") return office.live(res);
  const answer = office.answer(req.method, path, url.searchParams, body, raw.toString(), req.headers);
  if (!answer) return send(404, { error: `no ${req.method} ${path}`, field: null });
  send(answer.status ?? 200, answer.data, answer.headers);
});

function page(path, res) {
  const file = join(built, normalize(path));
  if (path !== "/" && existsSync(file) && extname(file)) {
    res.writeHead(200, { "Content-Type": TYPES[extname(file)] ?? "application/octet-stream", "Cache-Control": "max-age=31536000, immutable" });
    return res.end(readFileSync(file));
  }
  const nonce = randomBytes(16).toString("base64");
  res.writeHead(200, {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy":
      `default-src 'none'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'; img-src 'self' data:; font-src 'self'; ` +
      "connect-src 'self'; media-src 'self' blob:; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  });
  res.end(readFileSync(join(built, "index.html"), "utf8").replaceAll("__CSP_NONCE__", nonce));
}

const sockets = new WebSocketServer({ server });
sockets.on("connection", (socket) => {
  // Ring back of 425 Hz until the caller speaks, then the caller's own words.
  let phase = 0;
  let spoken = 0;
  const timer = setInterval(() => {
    if (Date.now() - spoken < 500) return;
    const frame = Buffer.alloc(320);
    for (let i = 0; i < 160; i++, phase++) {
      const on = office.ringing() && phase % 40000 < 8000;
      frame.writeInt16LE(on ? Math.round(4000 * Math.sin((2 * Math.PI * 425 * phase) / 8000)) : 0, i * 2);
    }
    socket.send(frame);
  }, 20);
  socket.on("message", (data) => {
    spoken = Date.now();
    socket.send(data);
  });
  socket.on("close", () => clearInterval(timer));
});

server.listen(Number(process.argv[2] ?? 8080), "127.0.0.1", () => {
  console.log(`mock http://127.0.0.1:${server.address().port}/  installer / demo`);
});
