package ringdown.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import ringdown.simulator.DialToneHabit;
import ringdown.simulator.ExchangeChange;
import ringdown.simulator.LineEcho;
import ringdown.simulator.LineFeed;
import ringdown.simulator.LineHabits;
import ringdown.simulator.RingWay;

/** What a tester may wish of an exchange, read field by field. Stateless. */
final class ExchangeWishes {
    /** Fields of a ring that say how it does not come as calls do. */
    static final List<String> WAYS = List.of("glare", "splashMs", "hangUpInPause");

    private static final double METERING_SECONDS = 10;

    private ExchangeWishes() {}

    private static final Set<String> KNOWN = Set.of(
            "answers",
            "busy",
            "noAnswer",
            "echo",
            "noiseDbm0",
            "cut",
            "parallelPhone",
            "tones",
            "batteryV",
            "loopOhm",
            "ringVrms",
            "ringHz",
            "cadence",
            "dialTone",
            "callerHolds",
            "breakAtAnswerMs",
            "reversalOnAnswer",
            "pulseOnly",
            "secondDialToneAfter",
            "callWaiting",
            "metering");

    /** A word nobody knows would change nothing and look as if it did. */
    static ExchangeChange change(Body body) {
        body.names().stream().filter(name -> !KNOWN.contains(name)).findFirst().ifPresent(strange -> {
            throw Refusal.bad(strange, "an exchange has no \"" + strange + "\"");
        });
        Integer answers = body.object("answers")
                .map(inside -> inside.whole("afterMs").orElse(2000))
                .orElse(null);
        try {
            return new ExchangeChange(
                    answers,
                    body.flag("busy").orElse(null),
                    body.flag("noAnswer").orElse(null),
                    echo(body),
                    body.number("noiseDbm0").orElse(null),
                    body.flag("cut").orElse(null),
                    body.flag("parallelPhone").orElse(null),
                    tones(body),
                    feed(body),
                    habits(body));
        } catch (IllegalArgumentException bad) {
            throw Refusal.bad(named(body, bad), String.valueOf(bad.getMessage()));
        }
    }

    private static String named(Body body, IllegalArgumentException bad) {
        List<String> names = body.names();
        String what = String.valueOf(bad.getMessage());
        return names.stream()
                .filter(what::startsWith)
                .findFirst()
                .orElseGet(
                        () -> names.size() == 1 ? names.getFirst() : body.says("noiseDbm0") ? "noiseDbm0" : "answers");
    }

    private static LineFeed feed(Body body) {
        return new LineFeed(
                body.number("batteryV").orElse(null),
                body.number("loopOhm").orElse(null),
                body.number("ringVrms").orElse(null),
                body.number("ringHz").orElse(null));
    }

    private static @Nullable LineEcho echo(Body body) {
        if (body.has("echo") && !body.says("echo")) {
            return LineEcho.ORDINARY;
        }
        return body.object("echo").map(ExchangeWishes::readEcho).orElse(null);
    }

    private static LineEcho readEcho(Body echo) {
        try {
            return new LineEcho(echo.number("lossDb").orElse(LineEcho.ORDINARY.lossDb()), (int)
                    Math.round(echo.number("delayMs").orElse((double) LineEcho.ORDINARY.delayMs())));
        } catch (IllegalArgumentException bad) {
            throw Refusal.bad("echo", String.valueOf(bad.getMessage()));
        }
    }

    private static Map<String, String> tones(Body body) {
        Map<String, String> tones = new HashMap<>();
        body.object("tones")
                .ifPresent(inside -> inside.names().forEach(name -> tones.put(name, inside.required(name))));
        return tones;
    }

    private static LineHabits habits(Body body) {
        return new LineHabits(
                cadence(body),
                dialTone(body),
                body.number("callerHolds").orElse(null),
                body.whole("breakAtAnswerMs").orElse(null),
                body.flag("reversalOnAnswer").orElse(null),
                body.flag("pulseOnly").orElse(null),
                cleared(body, "secondDialToneAfter") ? "" : body.digits("secondDialToneAfter"),
                body.flag("callWaiting").orElse(null),
                metering(body));
    }

    /** Sent as null: back to what is ordinary. */
    private static boolean cleared(Body body, String field) {
        return body.has(field) && !body.says(field);
    }

    /** Milliseconds on and off in turn: a list, or as in tones "1000,4000". */
    private static @Nullable List<Integer> cadence(Body body) {
        if (cleared(body, "cadence")) {
            return List.of();
        }
        if (!body.says("cadence")) {
            return null;
        }
        List<String> pieces = body.isText("cadence")
                ? Arrays.stream(body.required("cadence").split("[ ,]+")).toList()
                : body.list("cadence");
        if (!pieces.stream().allMatch(piece -> piece.matches("[0-9]{1,6}"))) {
            throw Refusal.bad("cadence", "a cadence is milliseconds on and off in turn, such as [1000, 4000]");
        }
        return pieces.stream().map(Integer::valueOf).toList();
    }

    private static @Nullable DialToneHabit dialTone(Body body) {
        if (cleared(body, "dialTone")) {
            return DialToneHabit.of("normal").orElseThrow();
        }
        if (!body.says("dialTone")) {
            return null;
        }
        if (body.isText("dialTone")) {
            return DialToneHabit.of(body.required("dialTone"))
                    .orElseThrow(
                            () -> Refusal.bad("dialTone", "dialTone is normal, stutter, none or {\"afterMs\": n}"));
        }
        return body.object("dialTone")
                .flatMap(inside -> inside.whole("afterMs"))
                .map(DialToneHabit::after)
                .orElseThrow(() -> Refusal.bad("dialTone", "afterMs is missing"));
    }

    /** True: a pulse each ten seconds; a number: each so many; false: none. */
    private static @Nullable Double metering(Body body) {
        if (body.isFlag("metering")) {
            return body.flag("metering").orElse(false) ? METERING_SECONDS : 0;
        }
        return cleared(body, "metering")
                ? Double.valueOf(0)
                : body.number("metering").orElse(null);
    }

    /** How a call comes in where it does not come as calls do. */
    static RingWay way(Body body) {
        Integer glare = body.isFlag("glare")
                ? body.flag("glare").orElse(false) ? Integer.valueOf(RingWay.UNTIL_SEIZED) : null
                : body.whole("glare").orElse(null);
        int pause = body.isFlag("hangUpInPause")
                ? body.flag("hangUpInPause").orElse(false) ? 1 : 0
                : body.whole("hangUpInPause").orElse(0);
        return new RingWay(glare, body.whole("splashMs").orElse(null), pause);
    }
}
