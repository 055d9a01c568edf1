/**
 * Turns a stream of one sample rate into another by a windowed sinc, chunk by chunk without seams.
 * Mono floats in, mono floats out; the delay is half the kernel (8 samples of the lower rate).
 */
export class Resampler {
  private readonly step: number;
  private readonly cutoff: number;
  private readonly half: number;
  private past: Float32Array;
  /** Where the next output sample lies in `past`, in input samples. */
  private at: number;

  constructor(from: number, to: number) {
    this.step = from / to;
    this.cutoff = Math.min(1, to / from) * 0.94;
    this.half = Math.ceil(8 / Math.min(1, to / from));
    this.past = new Float32Array(2 * this.half);
    this.at = this.half;
  }

  take(input: Float32Array): Float32Array {
    const all = new Float32Array(this.past.length + input.length);
    all.set(this.past);
    all.set(input, this.past.length);
    const count = Math.max(0, Math.ceil((all.length - this.half - this.at) / this.step));
    const output = new Float32Array(count);
    for (let i = 0; i < count; i++) output[i] = this.sample(all, this.at + i * this.step);
    const next = this.at + count * this.step;
    const keep = Math.max(0, Math.floor(next) - this.half);
    this.past = all.slice(keep);
    this.at = next - keep;
    return output;
  }

  private sample(all: Float32Array, at: number): number {
    const first = Math.max(0, Math.ceil(at - this.half));
    const last = Math.min(all.length - 1, Math.floor(at + this.half));
    let sum = 0;
    for (let i = first; i <= last; i++) {
      const x = i - at;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * x) / this.half);
      const angle = Math.PI * x * this.cutoff;
      sum += all[i]! * window * this.cutoff * (angle === 0 ? 1 : Math.sin(angle) / angle);
    }
    return sum;
  }
}
