package ringdown.simulator;

import java.io.IOException;
import java.nio.file.Path;
import ringdown.audio.Frame;
import ringdown.audio.SpandspMachine;
import ringdown.call.CallEvent;
import ringdown.call.RingRequest;
import ringdown.call.Telephone;
import ringdown.media.RtpVoice;
import ringdown.number.CallerId;

/**
 * libspandsp's faxes and modems talk over a port of the board, in step with it and as fast as the machine can: with the far end of an
 * outside line, or over RTP. For the proof and for {@code ./ringdown bench machines}.
 */
public final class MachinesRun implements AutoCloseable {
    /** Who is at the other end of the telephone's port. */
    public enum Way {
        /** An outside line: two ports of one highway. */
        LINE,
        RTP
    }

    private static final int LONGEST_SECONDS = 900;

    private final Bench bench = new Bench("UA");
    private final Way way;
    private double faster;
    private double ahead = 0.9;
    private double loop = 1;
    private boolean taught;
    private double ownEchoDb;

    /** A call that is connected, with nothing yet at its ends. */
    public MachinesRun(Way way) {
        this.way = way;
    }

    /**
     * The machine that calls sends so many pages with so many rows of text, at a clock that differs by {@code ppm} millionths: of its samples on
     * a line, of its packets over RTP.
     *
     * @return "fax done: …" of the one that took them, and how many pages are alike
     */
    public String fax(Path dir, int pages, int rows, SpandspMachine.Kind kind, double ppm) throws Exception {
        Path sent = dir.resolve("sent.tif");
        Path taken = dir.resolve("taken.tif");
        try (var caller = SpandspMachine.sends(sent, pages, rows, kind, way == Way.LINE ? ppm : 0);
                var called = SpandspMachine.takes(taken, kind, 0)) {
            faster = way == Way.RTP ? ppm / 1e6 : 0;
            connect(caller, called, LONGEST_SECONDS, () -> isOver(caller) && isOver(called));
            return called.told().strip() + "; " + SpandspMachine.alike(sent, taken);
        }
    }

    /** The telephone's port hears its machine over a loop that takes so much of its level. */
    public MachinesRun loop(double lossDb) {
        loop = Math.pow(10, -lossDb / 20);
        return this;
    }

    /** Both modems talk for so many seconds; what each says at the end: "modem over: rate 2400 bits N wrong N". */
    public String modems(int seconds, double ppm) throws Exception {
        try (var caller = SpandspMachine.modemCalls(way == Way.LINE ? ppm : 0);
                var called = SpandspMachine.modemAnswers(0)) {
            faster = way == Way.RTP ? ppm / 1e6 : 0;
            connect(caller, called, seconds, () -> false);
            return last(caller.unplugged()) + "; " + last(called.unplugged());
        }
    }

    /** After a talk, whose echo the port has learned: what comes back to the calling modem of its own sound in the last seconds, in dB. */
    public double ownEchoDb(int seconds, boolean turning) throws Exception {
        taught = true;
        try (var caller = SpandspMachine.modemCalls(0);
                var called = turning ? SpandspMachine.modemAnswersTurning() : SpandspMachine.modemAnswers(0)) {
            connect(caller, called, seconds, () -> false);
            return ownEchoDb;
        }
    }

    private static String last(SpandspMachine modem) {
        return modem.told().lines().reduce("", (before, line) -> line);
    }

    private static boolean isOver(SpandspMachine fax) {
        return fax.told().contains("fax ");
    }

    private void connect(
            SpandspMachine caller, SpandspMachine called, int seconds, java.util.function.BooleanSupplier over)
            throws Exception {
        switch (way) {
            case LINE -> {
                bench.join(line(), telephone());
                plugIntoLine(caller);
                plugIntoTelephone(called);
                for (int second = 0; second < seconds && !over.getAsBoolean(); second++) {
                    bench.run(1000);
                }
            }
            case RTP -> {
                Bench.Call telephone = telephone();
                if (taught) {
                    telephone.mouth.say(Sounds.speech(5, 5));
                    bench.run(5000);
                }
                try (var far = new RtpMachine(caller)) {
                    bench.joined(telephone, new RtpVoice(far.port()));
                    plugIntoTelephone(called);
                    for (int second = 0; second < seconds && !over.getAsBoolean(); second++) {
                        ownEchoDb = second(far);
                    }
                }
            }
        }
    }

    private double second(RtpMachine far) throws IOException {
        for (int packet = 0; packet < 50; packet++) {
            far.speaks();
            ahead += faster;
            if (ahead >= 1) {
                ahead--;
                far.speaks();
            }
            bench.run(20);
            far.hears();
        }
        return far.ownEchoDb();
    }

    /** At the exchange it speaks first in a frame, and hears afterwards. */
    private void plugIntoLine(SpandspMachine machine) throws SimulatorFault {
        short[] last = Frame.silence();
        bench.far.speak(1, frame -> {
            machine.exchange(last);
            System.arraycopy(last, 0, frame, 0, Frame.SAMPLES);
        });
        bench.far.listen(1, frame -> System.arraycopy(frame, 0, last, 0, Frame.SAMPLES));
    }

    private void plugIntoTelephone(SpandspMachine machine) throws SimulatorFault {
        short[] last = Frame.silence();
        bench.far.listenAtEarpiece(1, frame -> System.arraycopy(frame, 0, last, 0, Frame.SAMPLES));
        bench.far.speakIntoHandset(1, frame -> {
            machine.exchange(last);
            for (int i = 0; i < Frame.SAMPLES; i++) {
                frame[i] = (short) Math.round(last[i] * loop);
            }
        });
    }

    private Bench.Call line() throws SimulatorFault {
        bench.far.ring(1, bench.order(null, null, RingScheme.NONE));
        Bench.Call caller = bench.arrives(1000);
        caller.leg.answer();
        bench.run(1000);
        return caller;
    }

    private Bench.Call telephone() throws SimulatorFault {
        Telephone one = bench.edge.telephone("fxs:1").orElseThrow();
        Bench.Call call = bench.call(inbox -> one.ring(new RingRequest(CallerId.UNKNOWN, "c1", false, null), inbox));
        bench.run(200);
        bench.far.offHook(1);
        call.awaits(CallEvent.Answered.class, 200);
        return call;
    }

    @Override
    public void close() {
        bench.close();
    }
}
