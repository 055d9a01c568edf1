package ringdown.board.proslic;

import static ringdown.board.proslic.Si3210Registers.LINEFEED;

import ringdown.line.FxsCard.Feed;

/**
 * What an Si3210 puts on the wires: battery, ringing, nothing, the lamp's voltage. On hook, sound passes only in the state of on-hook
 * transmission, which costs power: it is kept for six seconds after a ring or a sound (caller ID), then plain battery stands.
 * Belongs to its driver.
 */
final class Linefeed {
    static final int OPEN = 0;
    static final int ACTIVE = 1;
    static final int TRANSMITTING = 2;
    static final int RINGING = 4;
    private static final int REVERSED = 4;
    private static final int TRANSMIT_FOR = 6000;

    private final RegisterBus chip;
    private final RingGenerator generator;
    private Feed feed = Feed.FORWARD;
    private int transmitFor;
    private boolean closed;
    private boolean lampWanted;
    private boolean lampLit;
    private int written = OPEN;

    Linefeed(RegisterBus chip, RingGenerator generator) {
        this.chip = chip;
        this.generator = generator;
    }

    void feed(Feed next) {
        if (feed == Feed.RINGING && next != Feed.RINGING) {
            transmitFor = TRANSMIT_FOR;
        }
        feed = next;
    }

    Feed feed() {
        return feed;
    }

    /** Something is said to the telephone, on hook perhaps. */
    void sound() {
        transmitFor = closed ? transmitFor : TRANSMIT_FOR;
    }

    void loop(boolean isClosed) {
        closed = isClosed;
    }

    void lamp(boolean on) {
        lampWanted = on;
    }

    /** One millisecond on. */
    void millisecond() {
        transmitFor = Math.max(0, transmitFor - 1);
    }

    /** The state in which ring trip, not loop closure, tells of the handset. */
    boolean highVoltage() {
        return written == RINGING;
    }

    /** What the chip was told last. */
    int written() {
        return written;
    }

    /** Tells the chip what is wanted now, if that is something else. */
    void apply() {
        boolean lamp = lampWanted && feed == Feed.FORWARD && !closed && transmitFor == 0;
        if (lamp != lampLit) {
            lampLit = lamp;
            if (lamp) {
                generator.lamp();
            } else {
                write(ACTIVE); // away from the high voltage before its generator changes
                generator.ring();
            }
        }
        int wanted = lamp ? RINGING : wanted();
        if (wanted != written) {
            write(wanted);
        }
    }

    private int wanted() {
        int talking = transmitFor > 0 && !closed ? TRANSMITTING : ACTIVE;
        return switch (feed) {
            case OPEN -> OPEN;
            case FORWARD -> talking;
            case REVERSE -> talking | REVERSED;
            case RINGING -> closed ? ACTIVE : RINGING;
        };
    }

    private void write(int state) {
        written = state;
        chip.write(LINEFEED, state);
    }

    /** Says it once more: a power alarm has opened the line. */
    void rewrite() {
        write(written);
    }

    /** The chip has been set up anew, its line is open and its generator rings. */
    void renewed() {
        written = OPEN;
        lampLit = false;
    }
}
