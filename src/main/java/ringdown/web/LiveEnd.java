package ringdown.web;

import java.util.function.Consumer;
import ringdown.simulator.Simulator;
import ringdown.simulator.SimulatorFault;

/** Whose place somebody takes over a socket: that of a caller behind a line, or of a telephone. Stateless. */
enum LiveEnd {
    /** Whoever is behind outside line n. */
    LINE("/api/simulator/lines/{n}/audio") {
        @Override
        void look(Simulator simulator, int n) throws SimulatorFault {
            simulator.lineView(n);
        }

        @Override
        AutoCloseable listen(Simulator simulator, int n, Consumer<short[]> ear) throws SimulatorFault {
            return simulator.listen(n, ear);
        }

        @Override
        AutoCloseable speak(Simulator simulator, int n, Consumer<short[]> mouth) throws SimulatorFault {
            return simulator.speak(n, mouth);
        }
    },
    /** Whatever hangs on telephone port n. */
    TELEPHONE("/api/simulator/telephones/{n}/audio") {
        @Override
        void look(Simulator simulator, int n) throws SimulatorFault {
            simulator.telephoneView(n);
        }

        @Override
        AutoCloseable listen(Simulator simulator, int n, Consumer<short[]> ear) throws SimulatorFault {
            return simulator.listenAtEarpiece(n, ear);
        }

        @Override
        AutoCloseable speak(Simulator simulator, int n, Consumer<short[]> mouth) throws SimulatorFault {
            return simulator.speakIntoHandset(n, mouth);
        }
    };

    final String path;

    LiveEnd(String path) {
        this.path = path;
    }

    /** Whether there is one. */
    abstract void look(Simulator simulator, int n) throws SimulatorFault;

    abstract AutoCloseable listen(Simulator simulator, int n, Consumer<short[]> ear) throws SimulatorFault;

    abstract AutoCloseable speak(Simulator simulator, int n, Consumer<short[]> mouth) throws SimulatorFault;
}
