package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.websocket.WsConnectContext;
import io.javalin.websocket.WsContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import ringdown.clock.OfficeClock;
import ringdown.simulator.SimulatorFault;

/** Be the caller on line n, or telephone n: sound both ways over a WebSocket, 20 ms in a message. */
final class LineAudio implements AutoCloseable {
    private static final String KEY = "lineSound";

    private final SimulatorResource far;
    private final Gate gate;
    private final OfficeClock clock;
    private final Set<LineSound> open = ConcurrentHashMap.newKeySet();

    LineAudio(SimulatorResource far, Gate gate, OfficeClock clock) {
        this.far = far;
        this.gate = gate;
        this.clock = clock;
    }

    void routes(RoutesConfig routes) {
        for (LiveEnd end : LiveEnd.values()) {
            routes(routes, end);
        }
    }

    private void routes(RoutesConfig routes, LiveEnd end) {
        routes.get(end.path, request -> {
            far.act(request, end::look);
            throw new Refusal(426, "this is a WebSocket", "Upgrade");
        });
        routes.wsBeforeUpgrade(end.path, request -> admit(request, end));
        routes.ws(end.path, socket -> {
            socket.onConnect(connected -> connected(connected, end));
            socket.onBinaryMessage(message -> {
                LineSound sound = message.attribute(KEY);
                if (sound != null) {
                    sound.said(message.data());
                }
            });
            socket.onClose(this::left);
        });
    }

    private void admit(Context request, LiveEnd end) {
        gate.checkSocket(request);
        far.act(request, end::look);
    }

    private void connected(WsConnectContext socket, LiveEnd end) {
        try {
            int n = Integer.parseInt(socket.pathParam("n"));
            LineSound sound = new LineSound(end, far.simulator(), n, socket.session, clock);
            open.add(sound);
            socket.attribute(KEY, sound);
        } catch (SimulatorFault gone) {
            socket.closeSession(1011, String.valueOf(gone.getMessage()));
        }
    }

    private void left(WsContext socket) {
        LineSound sound = socket.attribute(KEY);
        if (sound != null) {
            open.remove(sound);
            sound.close();
        }
    }

    @Override
    public void close() {
        open.forEach(LineSound::close);
        open.clear();
    }
}
