export const RATE = 8000;
/** 20 ms, the size of a message on the line's socket. */
export const FRAME = 160;

export function toFloats(message: ArrayBuffer): Float32Array {
  const view = new DataView(message);
  const out = new Float32Array(message.byteLength >> 1);
  for (let i = 0; i < out.length; i++) out[i] = view.getInt16(2 * i, true) / 32768;
  return out;
}

export function toPcm(samples: Float32Array): ArrayBuffer {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((s, i) => view.setInt16(2 * i, Math.round(Math.max(-1, Math.min(1, s)) * 32767), true));
  return view.buffer as ArrayBuffer;
}

/** The loudest of the samples, 0 to 1, on a scale on which a whisper moves the needle (-50 dB to 0 dB). */
export function loudness(samples: Float32Array): number {
  let peak = 0;
  for (const s of samples) peak = Math.max(peak, Math.abs(s));
  return peak === 0 ? 0 : Math.max(0, Math.min(1, 1 + (20 * Math.log10(peak)) / 50));
}

/** A WAV file, mono, 16-bit, 8 kHz, as the box takes it. */
export function wav(samples: Float32Array): Blob {
  const header = new DataView(new ArrayBuffer(44));
  const text = (at: number, word: string) => [...word].forEach((c, i) => header.setUint8(at + i, c.charCodeAt(0)));
  text(0, "RIFF");
  header.setUint32(4, 36 + samples.length * 2, true);
  text(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, RATE, true);
  header.setUint32(28, RATE * 2, true);
  header.setUint16(32, 2, true);
  header.setUint16(34, 16, true);
  text(36, "data");
  header.setUint32(40, samples.length * 2, true);
  return new Blob([header.buffer as ArrayBuffer, toPcm(samples)], { type: "audio/wav" });
}

/** Any sound file the browser can read, as a WAV for the box; its first two minutes unless told otherwise. */
export async function wavFromFile(file: Blob, mostSeconds = 120): Promise<Blob> {
  const reader = new OfflineAudioContext(1, 1, RATE);
  const sound = await reader.decodeAudioData(await file.arrayBuffer());
  const length = Math.min(sound.length, mostSeconds * RATE);
  const mixer = new OfflineAudioContext(1, Math.max(1, length), RATE);
  const source = new AudioBufferSourceNode(mixer, { buffer: sound });
  source.connect(mixer.destination);
  source.start();
  return wav((await mixer.startRendering()).getChannelData(0));
}
