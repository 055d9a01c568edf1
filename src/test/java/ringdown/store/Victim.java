package ringdown.store;

import java.nio.file.Path;
import ringdown.audio.Frame;
import ringdown.ledger.PromiseDraft;
import ringdown.recording.Recorder;
import ringdown.recording.Tape;

/** A box that records a message until somebody kills it; says on standard output how far it has come. */
final class Victim {
    private Victim() {}

    public static void main(String[] args) throws Exception {
        Box box = Box.ready(Path.of(args[0]), Box.MONDAY);
        Recorder recorder = new Recorder(box.clock, box.store::makeRoom);
        String call = box.rings(Box.LILY);
        box.ledger.promise(
                call,
                new PromiseDraft(
                        Box.LILY, null, "201", box.clock.now(), Box.MONDAY, Box.MONDAY.plusSeconds(3600), "завтра"));
        var begun = box.store.messages().begin(call, "201", Box.LILY);
        Tape tape = recorder.record(begun.file());
        short[] frame = new short[Frame.SAMPLES];
        java.util.Arrays.fill(frame, (short) 1000);
        System.out.println("begun " + begun.id());
        for (int frames = 1; ; frames++) {
            tape.sink().write(frame);
            if (frames % 10 == 0) {
                System.out.println("said " + tape.samples());
                System.out.flush();
            }
            pace(box);
        }
    }

    /** Ten times as fast as speech. */
    private static void pace(Box box) throws InterruptedException {
        var lock = new java.util.concurrent.locks.ReentrantLock();
        lock.lock();
        try {
            box.clock.await(lock.newCondition(), box.clock.nanos() + 1_000_000);
        } finally {
            lock.unlock();
        }
    }
}
