package ringdown.board.proslic;

import static ringdown.board.proslic.Si3050Registers.*;

import java.util.List;

/**
 * The digital hybrid of an Si3050: eight coefficients that take off a line's own echo before any canceller. Which set fits hangs on the
 * cable, so they are tried on the line; these are the sets that the maker found worth trying (AN84; facts 2.6), those of the European
 * termination and those of all others. Chosen by any thread, written by the one that polls.
 */
final class FxoHybrid {
    private static final List<String> FOR_600_OHM = List.of(
            "0 0 0 0 0 0 0 0",
            "0 6 1 -2 2 -1 0 0",
            "-1 -1 0 1 0 0 0 0",
            "1 -3 -3 2 -1 0 0 0",
            "-2 -5 -1 2 0 1 0 0",
            "3 -5 -6 2 -2 0 0 -1",
            "-3 2 -12 -1 10 -12 3 -3",
            "-7 -12 8 12 -11 -4 0 1");
    private static final List<String> FOR_TBR21 = List.of(
            "0 0 0 0 0 0 0 0",
            "0 0 -1 -2 0 0 0 0",
            "0 -3 -2 2 -1 0 0 0",
            "1 -7 -2 4 -3 1 0 0",
            "-4 -6 1 1 -2 0 -1 0",
            "3 -5 -6 2 -3 -1 -1 -1");
    private static final int TBR21 = 2;

    private final RegisterBus chip;
    private final List<String> sets;
    private volatile int wanted;
    private int written;

    FxoHybrid(RegisterBus chip, CountryRow row) {
        this.chip = chip;
        sets = row.acTermination() == TBR21 ? FOR_TBR21 : FOR_600_OHM;
    }

    int count() {
        return sets.size();
    }

    void choose(int which) {
        wanted = java.util.Objects.checkIndex(which, sets.size());
    }

    /** Off meanwhile: half a set of coefficients may howl. */
    void write() {
        written = wanted;
        chip.write(CONTROL_2, IDENTITY & ~HYBRID_ON);
        String[] coefficients = sets.get(written).split(" ", -1);
        for (int i = 0; i < coefficients.length; i++) {
            chip.write(HYBRID + i, Integer.parseInt(coefficients[i]));
        }
        chip.write(CONTROL_2, IDENTITY);
    }

    void writeChanged() {
        if (wanted != written) {
            write();
        }
    }
}
