package ringdown.bench;

import java.io.IOException;
import java.nio.file.Path;
import ringdown.audio.SpandspMachine.Kind;
import ringdown.simulator.MachinesRun;
import ringdown.simulator.MachinesRun.Way;

/**
 * libspandsp's fax machines (T.30, V.17) and modems (V.22bis) over the board's ports and RTP: pages that arrive whole, bits that are wrong. In step
 * with the board, so that what else runs here changes nothing.
 */
final class MachinesBench {
    private static final int PAGES = 10;
    private static final int ROWS = 56;
    private static final int SECONDS = 75;

    void run(Launch launch) throws IOException {
        System.out.println("machines: " + PAGES
                + " pages without error correction (wanted: 10 alike, 9 with 50 ppm of clock difference); V.22bis "
                + "for 60 s (wanted: no wrong bit)");
        Path folder = Exchange.folder();
        try {
            for (Way way : Way.values()) {
                for (double ppm : new double[] {0, 50}) {
                    one(folder, way, ppm);
                }
            }
            for (double ppm : new double[] {-50, 50}) {
                fax(folder, Way.LINE, Kind.V29, ppm);
            }
        } catch (Exception failed) {
            throw new IOException(failed);
        } finally {
            Exchange.delete(folder);
        }
    }

    private static void one(Path folder, Way way, double ppm) throws Exception {
        fax(folder, way, Kind.V17, ppm);
        try (var run = new MachinesRun(way)) {
            System.out.println(
                    "  telephone's port and " + way + ", " + (int) ppm + " ppm: " + run.modems(SECONDS, ppm));
        }
    }

    /** With V.17 and another clock libspandsp's receiver is what fails: docs/performance.md. */
    private static void fax(Path folder, Way way, Kind kind, double ppm) throws Exception {
        try (var run = new MachinesRun(way)) {
            System.out.println("  telephone's port and " + way + ", " + kind + ", " + (int) ppm + " ppm: "
                    + run.fax(folder, PAGES, ROWS, kind, ppm));
        }
    }
}
