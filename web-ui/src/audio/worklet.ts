import { FRAME, loudness, RATE, toFloats, toPcm } from "./pcm.ts";
import { Resampler } from "./resampler.ts";

// The audio thread's own globals, which the DOM's types do not know.
declare const sampleRate: number;
declare function registerProcessor(name: string, processor: unknown): void;
declare class AudioWorkletProcessor {
  readonly port: MessagePort;
}

/** What the line's sound waits for before it plays: 60 ms against the network's jitter. */
const READY = Math.round(0.06 * sampleRate);
/** More than 400 ms waiting is delay that nobody wants: it is cut back to what is ready. */
const TOO_MUCH = Math.round(0.4 * sampleRate);

/** The telephone in the audio thread: frames from the line to the loudspeaker, the microphone to frames for the line. */
class Telephone extends AudioWorkletProcessor {
  private readonly up = new Resampler(RATE, sampleRate);
  private readonly down = new Resampler(sampleRate, RATE);
  private readonly waiting: Float32Array[] = [];
  private length = 0;
  private playing = false;
  private said = new Float32Array(0);

  constructor() {
    super();
    this.port.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => this.hear(this.up.take(toFloats(data)));
  }

  process([input]: Float32Array[][], [output]: Float32Array[][]): boolean {
    const out = output?.[0];
    if (out) this.play(out);
    const mic = input?.[0];
    if (mic) this.speak(this.down.take(mic));
    return true;
  }

  private hear(samples: Float32Array): void {
    this.waiting.push(samples);
    this.length += samples.length;
    if (this.length > TOO_MUCH) while (this.length > READY) this.length -= this.waiting.shift()!.length;
  }

  private play(out: Float32Array): void {
    if (!this.playing && this.length < READY) return;
    this.playing = true;
    let at = 0;
    while (at < out.length && this.waiting.length > 0) {
      const head = this.waiting[0]!;
      const part = head.subarray(0, out.length - at);
      out.set(part, at);
      at += part.length;
      if (part.length === head.length) this.waiting.shift();
      else this.waiting[0] = head.subarray(part.length);
    }
    this.length -= at;
    this.playing = at === out.length;
  }

  private speak(samples: Float32Array): void {
    const all = new Float32Array(this.said.length + samples.length);
    all.set(this.said);
    all.set(samples, this.said.length);
    let at = 0;
    for (; at + FRAME <= all.length; at += FRAME) {
      const frame = all.subarray(at, at + FRAME);
      const pcm = toPcm(frame);
      this.port.postMessage({ pcm, level: loudness(frame) }, [pcm]);
    }
    this.said = all.slice(at);
  }
}

registerProcessor("telephone", Telephone);
