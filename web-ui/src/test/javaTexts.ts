type Token = { sign: string; text?: undefined } | { sign?: undefined; text: string };

const OPEN: Record<string, string> = { "(": ")", "[": "]", "{": "}" };
const ENDS = new Set([",", ";", "?", ":", "=", "->", "return", "yield", "throw", "&&", "||"]);
/** For the log, for programmers. */
const UNSEEN = /(Logger\.\w+|IllegalStateException|AssertionError|SuppressWarnings)$/;

function tokens(java: string): Token[] {
  const next = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"""[\s\S]*?"""|"((?:[^"\\\n]|\\.)*)"|'(?:[^'\\]|\\.)+'|[A-Za-z_$][\w$]*|\d[\w.]*|->|\S/g;
  return [...java.matchAll(next)]
    .filter((m) => !m[0].startsWith("/*") && !m[0].startsWith("//"))
    .map((m) => (m[1] === undefined ? { sign: m[0] } : { text: m[1].replace(/\\(.)/g, "$1") }));
}

/** Texts put together by +, with {} for what is no literal: `"key " + key + " pressed"` is "key {} pressed". */
function joined(piece: Token[]): string | null {
  if (!piece.some((token) => token.text !== undefined)) return null;
  const operands: Token[][] = [[]];
  for (const token of piece) {
    if (token.sign === "+") operands.push([]);
    else operands.at(-1)!.push(token);
  }
  return operands
    .map(([first, ...rest]) => {
      if (first?.text === undefined) return "{}";
      return rest.some((token) => token.sign === "formatted") ? first.text.replace(/%[-.\d]*[sdf]/g, "{}") : first.text;
    })
    .join("")
    .replace(/(\{\})+/g, "{}");
}

/** Every text in a Java source that reads like words for people. */
export function textsOf(java: string): string[] {
  const all = tokens(java);
  const found: string[] = [];
  let at = 0;
  const group = (close: string | null, unseen: boolean): void => {
    let piece: Token[] = [];
    const flush = () => {
      const text = unseen ? null : joined(piece);
      if (text && /\p{L}{2}.*\s|\s.*\p{L}{2}/u.test(text) && /[a-z]{3}/.test(text)) found.push(text);
      piece = [];
    };
    for (let token = all[at++]; token && token.sign !== close; token = all[at++]) {
      const closing = token.sign && OPEN[token.sign];
      if (closing) {
        const before = piece.slice(-3).map((one) => one.sign ?? "").join("");
        if (token.sign === "{") flush();
        group(closing, token.sign !== "{" && (unseen || UNSEEN.test(before)));
        if (token.sign !== "{") piece.push({ sign: "()" });
      } else if (token.sign && ENDS.has(token.sign)) flush();
      else piece.push(token);
    }
    flush();
  };
  group(null, false);
  return found;
}
