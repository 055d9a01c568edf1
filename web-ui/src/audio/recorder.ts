/** Records the microphone until it is stopped; gives what was said as the browser writes it down. */
export class Recorder {
  private constructor(
    private readonly stream: MediaStream,
    private readonly recorder: MediaRecorder,
    private readonly pieces: Blob[],
  ) {}

  /** False where a page has no microphone: over plain HTTP, unless the box is this very computer. */
  static get possible(): boolean {
    return Boolean(navigator.mediaDevices?.getUserMedia) && typeof MediaRecorder !== "undefined";
  }

  static async start(): Promise<Recorder> {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: { echoCancellation: false, noiseSuppression: true, autoGainControl: true } });
    const recorder = new MediaRecorder(stream);
    const pieces: Blob[] = [];
    recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
    recorder.start(250);
    return new Recorder(stream, recorder, pieces);
  }

  /** Fulfilled with the whole sound; the microphone is let go. */
  async stop(): Promise<Blob> {
    const stopped = new Promise<void>((done) => this.recorder.addEventListener("stop", () => done(), { once: true }));
    this.recorder.stop();
    await stopped;
    this.release();
    return new Blob(this.pieces, { type: this.recorder.mimeType });
  }

  /** Lets the microphone go without a sound. */
  release(): void {
    this.stream.getTracks().forEach((track) => track.stop());
  }
}
