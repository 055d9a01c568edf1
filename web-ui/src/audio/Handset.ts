import { FRAME, loudness, RATE, toFloats } from "./pcm.ts";
import { Resampler } from "./resampler.ts";
import workletUrl from "./worklet.ts?worker&url";

export type MicState = "off" | "on" | "insecure" | "none" | "denied";

export interface HandsetEvents {
  link: (up: boolean) => void;
  mic: (state: MicState) => void;
  /** Loudness 0 to 1 of what is heard, and of what is said. */
  heard: (level: number) => void;
  said: (level: number) => void;
}

/** The microphone works only on a secure page: HTTPS, or the box's own computer. */
export const micPossible = (): boolean => window.isSecureContext && !!navigator.mediaDevices?.getUserMedia;

/**
 * The caller's handset in the browser: one line's sound over a WebSocket, 20 ms of 16-bit PCM at 8 kHz each way.
 * With an audio worklet where the page is secure; elsewhere the sound is scheduled in pieces and there is no microphone.
 * Make it in a click: browsers keep sound off until then.
 */
export class Handset {
  private readonly context = new AudioContext({ latencyHint: "interactive" });
  private readonly volume = new GainNode(this.context);
  private socket: WebSocket | undefined;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private worklet: AudioWorkletNode | undefined;
  private readonly up = new Resampler(RATE, this.context.sampleRate);
  private playAt = 0;
  private stream: MediaStream | undefined;
  private micNode: MediaStreamAudioSourceNode | undefined;
  private closed = false;

  constructor(
    private readonly line: number,
    private readonly events: HandsetEvents,
  ) {
    this.volume.connect(this.context.destination);
    void this.context.resume();
    void this.start();
  }

  private async start(): Promise<void> {
    if (this.context.audioWorklet) {
      await this.context.audioWorklet.addModule(workletUrl);
      if (this.closed) return;
      this.worklet = new AudioWorkletNode(this.context, "telephone", { outputChannelCount: [1], channelCount: 1, channelCountMode: "explicit" });
      this.worklet.connect(this.volume);
      this.worklet.port.onmessage = ({ data }: MessageEvent<{ pcm: ArrayBuffer; level: number }>) => this.speak(data.pcm, data.level);
    }
    this.connect();
  }

  private connect(): void {
    if (this.closed) return;
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}/api/simulator/lines/${this.line}/audio`);
    this.socket = socket;
    socket.binaryType = "arraybuffer";
    socket.onopen = () => this.events.link(true);
    socket.onmessage = ({ data }) => data instanceof ArrayBuffer && this.hear(data);
    socket.onclose = () => {
      if (this.closed) return;
      this.events.link(false);
      this.events.heard(0);
      this.retry = setTimeout(() => this.connect(), 1500);
    };
  }

  private hear(message: ArrayBuffer): void {
    const samples = toFloats(message);
    this.events.heard(loudness(samples));
    if (this.worklet) this.worklet.port.postMessage(message, [message]);
    else this.schedule(this.up.take(samples));
  }

  /** Without a worklet: each piece starts where the one before ends, 100 ms behind the line. */
  private schedule(samples: Float32Array): void {
    if (samples.length === 0 || this.context.state !== "running") return;
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: this.context.sampleRate });
    buffer.copyToChannel(samples as Float32Array<ArrayBuffer>, 0);
    const now = this.context.currentTime;
    if (this.playAt < now || this.playAt > now + 0.5) this.playAt = now + 0.1;
    const source = new AudioBufferSourceNode(this.context, { buffer });
    source.connect(this.volume);
    source.start(this.playAt);
    this.playAt += buffer.duration;
  }

  private speak(pcm: ArrayBuffer, level: number): void {
    if (!this.micNode) return;
    this.events.said(level);
    if (this.socket?.readyState === WebSocket.OPEN && this.socket.bufferedAmount < 50 * FRAME) this.socket.send(pcm);
  }

  /** Whether the browser plays; if not, call `wake` in a click. */
  get awake(): boolean {
    return this.context.state === "running";
  }

  wake(): Promise<void> {
    return this.context.resume();
  }

  setVolume(gain: number): void {
    this.volume.gain.value = gain;
  }

  async takeMic(): Promise<void> {
    if (!micPossible()) return this.events.mic("insecure");
    try {
      const audio = { channelCount: 1, echoCancellation: true, noiseSuppression: false, autoGainControl: false };
      const stream = await navigator.mediaDevices.getUserMedia({ audio });
      if (this.closed || !this.worklet) return stream.getTracks().forEach((track) => track.stop());
      this.stream = stream;
      this.micNode = new MediaStreamAudioSourceNode(this.context, { mediaStream: stream });
      this.micNode.connect(this.worklet);
      this.events.mic("on");
    } catch (failure) {
      const name = failure instanceof DOMException ? failure.name : "";
      this.events.mic(name === "NotAllowedError" || name === "SecurityError" ? "denied" : "none");
    }
  }

  dropMic(): void {
    this.micNode?.disconnect();
    this.micNode = undefined;
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = undefined;
    this.events.said(0);
    this.events.mic("off");
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    clearTimeout(this.retry);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.socket?.close();
    void this.context.close();
  }
}
