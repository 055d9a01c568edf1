package ringdown.board.proslic;

import ringdown.line.LineCard;

/** A port's driver as its board sees it. */
public interface PortDriver {
    /** One millisecond on: does what was commanded and looks at the chip when it is time. On the thread that polls the chips. */
    void millisecond();

    /** Does what was commanded, now; part of every millisecond. On the thread that polls the chips. */
    void obey();

    /** The chip is in service, or it has been found that it cannot be. */
    boolean settled();

    /** The stream of the highway has begun anew: the chip is looked at soon. */
    void streamRestarted();

    /** Returns what comes in the slot into the slot, in the chip; ends it. */
    void loopback(boolean on);

    /** Nobody speaks over the port, and its chip is in service. */
    boolean idle();

    /** Its slot. */
    int slot();

    /** What the lines see of it. */
    LineCard card();
}
