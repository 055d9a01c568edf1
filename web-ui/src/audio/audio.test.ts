import { expect, test } from "vitest";
import { FRAME, loudness, RATE, toFloats, toPcm, wav } from "./pcm.ts";
import { Resampler } from "./resampler.ts";
import { testVoice } from "./testVoice.ts";

const tone = (hz: number, rate: number, seconds: number) =>
  Float32Array.from({ length: rate * seconds }, (_, i) => 0.5 * Math.sin((2 * Math.PI * hz * i) / rate));
const rms = (s: Float32Array) => Math.sqrt(s.reduce((sum, x) => sum + x * x, 0) / s.length);

/** Share of the energy that lies at the frequency. */
function purity(samples: Float32Array, hz: number, rate: number): number {
  let [re, im] = [0, 0];
  samples.forEach((s, i) => {
    re += s * Math.cos((2 * Math.PI * hz * i) / rate);
    im += s * Math.sin((2 * Math.PI * hz * i) / rate);
  });
  return (2 * (re * re + im * im)) / samples.length ** 2 / rms(samples) ** 2;
}

function through(resampler: Resampler, input: Float32Array, chunk: number): Float32Array {
  const parts: number[] = [];
  for (let i = 0; i < input.length; i += chunk) parts.push(...resampler.take(input.subarray(i, i + chunk)));
  return Float32Array.from(parts);
}

test.each([44100, 48000, 8000, 16000])("a tone of the line keeps its pitch and level at %i Hz, chunk by chunk", (rate) => {
  const out = through(new Resampler(RATE, rate), tone(1000, RATE, 1), FRAME);
  expect(Math.abs(out.length - rate)).toBeLessThan(rate / 100);
  const middle = out.slice(rate / 10, rate / 10 + rate / 2);
  expect(purity(middle, 1000, rate)).toBeGreaterThan(0.999);
  expect(rms(middle)).toBeCloseTo(0.5 / Math.SQRT2, 2);
});

test.each([44100, 48000])("the microphone at %i Hz becomes the line's rate, without what lies above it", (rate) => {
  const kept = through(new Resampler(rate, RATE), tone(1000, rate, 1), 128);
  expect(purity(kept.slice(800, 4800), 1000, RATE)).toBeGreaterThan(0.999);
  expect(rms(kept.slice(800, 4800))).toBeCloseTo(0.5 / Math.SQRT2, 2);
  const above = through(new Resampler(rate, RATE), tone(6000, rate, 1), 128);
  expect(rms(above.slice(800, 4800))).toBeLessThan(0.005);
});

test("samples survive the way over the wire, and too loud ones are clipped", () => {
  const there = toFloats(toPcm(Float32Array.from([0, 0.5, -0.5, 2, -2])));
  [0, 0.5, -0.5, 1, -1].forEach((x, i) => expect(there[i]).toBeCloseTo(x, 3));
});

test("loudness goes from silence to full scale", () => {
  expect(loudness(new Float32Array(10))).toBe(0);
  expect(loudness(Float32Array.from([1]))).toBe(1);
  expect(loudness(Float32Array.from([0.01]))).toBeCloseTo(0.2, 5);
});

test("the test voice is a WAV as the box takes it: mono, 16-bit, 8 kHz, some seconds long", async () => {
  const voice = testVoice();
  expect(voice.length / RATE).toBeGreaterThan(3);
  expect(Math.max(...voice)).toBeLessThanOrEqual(0.26);
  expect(rms(voice)).toBeGreaterThan(0.02);
  const view = new DataView(await wav(voice).arrayBuffer());
  expect([view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true)]).toEqual([1, 8000, 16]);
  expect(view.getUint32(40, true)).toBe(voice.length * 2);
  expect(view.byteLength).toBe(44 + voice.length * 2);
});
