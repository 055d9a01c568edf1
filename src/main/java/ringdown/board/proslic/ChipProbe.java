package ringdown.board.proslic;

/** Which chip answers after a reset (facts 1.2). */
public final class ChipProbe {
    private ChipProbe() {}

    /** An Si3050, asked in its own framing. */
    public static boolean si3050(RegisterBus bus) {
        return bus.read(Si3050Registers.CONTROL_2) == Si3050Registers.IDENTITY;
    }

    /** An Si3210 or Si3215, asked in its own framing. */
    public static boolean si3210(RegisterBus bus) {
        return FxsPowerUp.present(bus);
    }
}
