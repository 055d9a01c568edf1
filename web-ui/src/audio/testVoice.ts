import { RATE } from "./pcm.ts";

// First three formants in Hz of five vowels, as an adult speaks them.
const VOWELS: [number, number, number][] = [
  [730, 1090, 2440],
  [530, 1840, 2480],
  [300, 2290, 3010],
  [570, 840, 2410],
  [310, 870, 2240],
];

/**
 * A voice without words: vowels with a falling melody, pauses between them, about four seconds at -12 dBFS.
 * Made here and not recorded, so that it can be sent wherever there is no microphone.
 */
export function testVoice(): Float32Array {
  const syllable = Math.round(0.24 * RATE);
  const order = [0, 3, 1, 4, 2, 0, 1, 3, 0, 2, 4, 0];
  const out = new Float32Array(order.length * (syllable + Math.round(0.09 * RATE)));
  let phase = 0;
  order.forEach((vowel, n) => {
    const start = n * (syllable + Math.round(0.09 * RATE));
    const filters = VOWELS[vowel]!.map((hz, i) => resonator(hz, [80, 110, 150][i]!));
    for (let i = 0; i < syllable; i++) {
      phase += (150 - 45 * (n / order.length) - 12 * (i / syllable)) / RATE;
      const pulse = phase >= 1 ? 1 : 0;
      phase -= pulse;
      const envelope = Math.sin((Math.PI * i) / syllable) ** 0.6;
      out[start + i] = filters.reduce((sum, f, k) => sum + f(pulse) * [1, 0.6, 0.3][k]!, 0) * envelope;
    }
  });
  const peak = out.reduce((max, s) => Math.max(max, Math.abs(s)), 0);
  return out.map((s) => (s * 0.25) / peak);
}

/** One resonance of the vocal tract: a two-pole filter. */
function resonator(hz: number, width: number): (x: number) => number {
  const r = Math.exp((-Math.PI * width) / RATE);
  const a = 2 * r * Math.cos((2 * Math.PI * hz) / RATE);
  let [y1, y2] = [0, 0];
  return (x) => {
    const y = (1 - r) * x + a * y1 - r * r * y2;
    [y1, y2] = [y, y1];
    return y;
  };
}
