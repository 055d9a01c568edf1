package ringdown.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import ringdown.clock.OfficeClock;
import ringdown.number.PhoneNumber;
import ringdown.office.CurrentOffice;
import ringdown.office.Line;
import ringdown.office.Port;
import ringdown.simulator.LineView;
import ringdown.simulator.Simulator;
import ringdown.simulator.SimulatorFault;
import ringdown.simulator.TelephoneView;

/** The far side of a simulated board: all of it at once, and the clock. Everything here is 404 on any other board. */
final class SimulatorResource {
    private final @Nullable FarSide farSide;
    private final CurrentOffice office;
    private final OfficeClock clock;
    private final OfficeTime time;

    SimulatorResource(@Nullable FarSide farSide, CurrentOffice office, OfficeClock clock, OfficeTime time) {
        this.farSide = farSide;
        this.office = office;
        this.clock = clock;
        this.time = time;
    }

    /** Something done to the far side. */
    @FunctionalInterface
    interface Work {
        void on(Simulator simulator, int n) throws SimulatorFault;
    }

    void routes(RoutesConfig routes) {
        routes.get("/api/simulator", this::all);
        routes.post("/api/simulator/clock", this::moveClock);
    }

    private FarSide farSide() {
        FarSide there = farSide;
        if (there == null) {
            throw Refusal.notFound("this board is not simulated");
        }
        return there;
    }

    Simulator simulator() {
        return farSide().simulator();
    }

    private void all(Context request) {
        List<?> lines =
                simulator().lines().stream().map(line -> view(line).map()).toList();
        List<?> telephones = simulator().telephones().stream()
                .map(telephone -> view(telephone).map())
                .toList();
        Answers.json(request, Fields.of("lines", lines).and("telephones", telephones));
    }

    private void moveClock(Context request) {
        FarSide there = farSide();
        Instant moment = time.read("now", Body.of(request).required("now"));
        try {
            there.clock().moveTo(moment);
        } catch (IllegalArgumentException backwards) {
            throw Refusal.conflict(String.valueOf(backwards.getMessage()));
        }
        Answers.json(request, Fields.of("now", time.write(clock.now())));
    }

    static int n(Context request) {
        String n = request.pathParam("n");
        if (!n.matches("[0-9]{1,4}")) {
            throw Refusal.notFound("there is no " + n);
        }
        return Integer.parseInt(n);
    }

    /** Does it to line or telephone n; what cannot be done becomes a refusal. */
    void act(Context request, Work work) {
        Simulator simulator = simulator();
        try {
            work.on(simulator, n(request));
        } catch (SimulatorFault fault) {
            throw refusal(fault);
        } catch (IllegalArgumentException bad) {
            throw new Refusal(400, String.valueOf(bad.getMessage()), null);
        }
    }

    static Refusal refusal(SimulatorFault fault) {
        int status = switch (fault.kind()) {
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case BAD_REQUEST -> 400;
        };
        return new Refusal(status, String.valueOf(fault.getMessage()), null);
    }

    private static int number(String port) {
        return Port.of(port).map(Port::number).orElse(0);
    }

    Fields view(LineView line) {
        String number = Port.of(line.port())
                .flatMap(office.get()::line)
                .map(Line::number)
                .map(PhoneNumber::e164)
                .orElse(null);
        return Fields.of("n", number(line.port()))
                .and("state", line.state().word())
                .and("dialled", line.dialled())
                .and("hookSince", time.write(line.hookSince()))
                .and("seizures", line.seizures())
                .and("pulse", pulse(line.pulse()))
                .and("answered", line.answered())
                .and("chargedSeconds", line.chargedSeconds())
                .and("releasedMs", line.releasedMs())
                .and("number", number);
    }

    Fields view(TelephoneView telephone) {
        String person = Port.of(telephone.port())
                .flatMap(office.get()::personAt)
                .map(found -> found.extension().digits())
                .orElse(null);
        return Fields.of("n", number(telephone.port()))
                .and("hook", telephone.offHook() ? "off" : "on")
                .and("ringing", telephone.ringing())
                .and("callerNumber", telephone.callerNumber())
                .and("callerName", telephone.callerName())
                .and("messageWaiting", telephone.messageWaiting())
                .and("loopOpenMs", telephone.loopOpenMs())
                .and("onHookMs", telephone.onHookMs())
                .and("polarity", telephone.reversed() ? "reversed" : "normal")
                .and("messages", telephone.messages())
                .and("callWaitingId", telephone.devices().callWaitingId())
                .and("lifeline", lower(telephone.lifeline()))
                .and("parallel", telephone.devices().parallel())
                .and("fax", telephone.devices().fax())
                .and("ren", telephone.devices().ren())
                .and("loopOhm", telephone.devices().loopOhm())
                .and("person", person);
    }

    private static @Nullable Object pulse(LineView.@Nullable Pulse pulse) {
        return pulse == null
                ? null
                : Fields.of("pps", pulse.pps())
                        .and("breakPercent", pulse.breakPercent())
                        .map();
    }

    private static @Nullable String lower(TelephoneView.@Nullable Side side) {
        return side == null ? null : side.name().toLowerCase(Locale.ROOT);
    }
}
