package ringdown.office;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import ringdown.number.PhoneNumber;

/** Reads {@code lines:} and {@code trunks:}, and who has which port. */
final class LinesReader {
    private static final Map<String, String> RELEASES = same("busyTone", "loopBreak", "reversal", "silence");
    private static final Map<String, String> SCHEMES =
            same("auto", "bellcore", "etsi", "etsi-before-ring", "bt", "dtmf", "ntt", "aon", "type2", "none");
    private static final Map<String, String> OUTGOING = same("always", "unlessLast", "never");

    private final Draft draft;
    private final Map<Port, Integer> taken = new HashMap<>();
    private final Map<PhoneNumber, Integer> arriving = new HashMap<>();
    private final Map<String, Integer> trunkNames = new HashMap<>();

    LinesReader(Draft draft) {
        this.draft = draft;
    }

    private static Map<String, String> same(String... words) {
        var map = new HashMap<String, String>();
        for (var word : words) {
            map.put(word, word);
        }
        return map;
    }

    List<Line> lines(Section file) {
        var lines = new ArrayList<Line>();
        for (var item : file.items("lines")) {
            var line = line(item.section());
            if (line != null) {
                lines.add(line);
            }
        }
        return lines;
    }

    private @Nullable Line line(Section one) {
        var at = one.required("port");
        var port = at == null ? null : at.as(text -> Scalars.port(text, Port.Kind.FXO));
        if (at != null && port != null) {
            takePort(port, at);
        }
        draft.placeHours(port == null ? null : port.toString(), one);
        var line = new Line(
                port == null ? new Port(Port.Kind.FXO, 1) : port,
                arriving(one.get("number")),
                one.name("purpose"),
                draft.named(one, "script", Draft.Kind.SCRIPT),
                one.as("language", Scalars::language),
                one.as("direction", Scalars.oneOf(Line.Direction.class), Line.Direction.BOTH),
                one.as("order", Scalars::count, 0),
                answer(one),
                one.as("areaCode", text -> Integer.toString(Scalars.count(text))),
                dial(one),
                one.listOf("release", Scalars.oneOf(RELEASES)),
                one.as("callerId", Scalars.oneOf(SCHEMES), "auto"),
                levels(one),
                one.as("outgoing", Scalars.oneOf(OUTGOING), "unlessLast"),
                draft.phone(one, "busyForward"),
                one.flag("oneWay"));
        one.end();
        return port == null ? null : line;
    }

    private void takePort(Port port, Item at) {
        var before = taken.putIfAbsent(port, at.line());
        if (before != null) {
            at.fault(port + " has its line on line " + before + " already");
        }
    }

    private @Nullable PhoneNumber arriving(@Nullable Item item) {
        var number = item == null ? null : item.as(draft::phone);
        if (item != null && number != null) {
            var before = arriving.putIfAbsent(number, item.line());
            if (before != null) {
                item.fault(number + " arrives on line " + before + " of the file already");
            }
        }
        return number;
    }

    private static Line.Answer answer(Section one) {
        var item = one.get("answer");
        if (item == null) {
            return new Line.Answer.Greeting();
        }
        if (item.isSection()) {
            var section = item.section();
            var after = section.requiredAs("after", Scalars::duration);
            section.end();
            return new Line.Answer.After(after == null ? Duration.ofSeconds(20) : after);
        }
        var words = Map.<String, Line.Answer>of(
                "greeting", new Line.Answer.Greeting(), "person", new Line.Answer.ByPerson());
        var answer = item.as(Scalars.oneOf(words));
        return answer == null ? new Line.Answer.Greeting() : answer;
    }

    private static Line.DialMode dial(Section one) {
        var section = one.section("dial");
        if (section == null) {
            return Line.DialMode.TONE;
        }
        var dial = new Line.DialMode(
                section.as("mode", Scalars.oneOf(Map.of("tone", false, "pulse", true)), false),
                section.as("prefix", Scalars::dialled),
                section.as("waitAfter", Scalars::dialled),
                section.as("hidden", Scalars::dialled),
                section.flag("blind"));
        section.end();
        return dial;
    }

    private static Line.Levels levels(Section one) {
        var section = one.section("levels");
        if (section == null) {
            return Line.Levels.FLAT;
        }
        var levels = new Line.Levels(
                section.as("rx", Scalars::decibels, 0.0),
                section.as("tx", Scalars::decibels, 0.0),
                section.as("echoTailMs", LinesReader::echoTail, Line.Levels.FLAT.echoTailMillis()));
        section.end();
        return levels;
    }

    private static int echoTail(String text) {
        if (!text.matches("[0-9]{2,3}") || Integer.parseInt(text) < 32 || Integer.parseInt(text) > 128) {
            throw new IllegalArgumentException("is from 32 to 128 milliseconds, not " + text);
        }
        return Integer.parseInt(text);
    }

    List<PortUse> ports(Section file) {
        return new PortsReader(draft, this::takePort).ports(file);
    }

    List<Trunk> trunks(Section file) {
        var trunks = new ArrayList<Trunk>();
        for (var item : file.items("trunks")) {
            var one = item.section();
            var name = trunkName(one.required("name"));
            var host = one.requiredAs("host", Scalars::host);
            var secret = one.secret("secret");
            draft.placeHours(name, one);
            var trunk = new Trunk(
                    name == null ? "" : name,
                    host == null ? "" : host,
                    one.as("port", Scalars::udpPort, Trunk.SIP_PORT),
                    one.name("user"),
                    secret == null ? null : new Secret.Plain(secret),
                    one.flag("register"),
                    numbers(one),
                    draft.named(one, "script", Draft.Kind.SCRIPT),
                    one.name("purpose"),
                    one.as("language", Scalars::language),
                    ProviderReader.read(one),
                    one.listOf("from", Scalars::network));
            if (trunk.register() && trunk.user() == null) {
                item.fault("registers, but has no user");
            }
            one.end();
            trunks.add(trunk);
        }
        return trunks;
    }

    private @Nullable String trunkName(@Nullable Item item) {
        var name = item == null ? null : item.name();
        if (item != null && name != null) {
            if (Port.of(name).isPresent() || name.matches("[0-9]+")) {
                item.fault("a trunk is not named like a port or an extension");
            }
            if (trunkNames.putIfAbsent(name, item.line()) != null) {
                item.fault("trunk \"" + name + "\" stands twice");
            }
        }
        return name;
    }

    private List<PhoneNumber> numbers(Section one) {
        var numbers = new ArrayList<PhoneNumber>();
        for (var item : one.items("numbers")) {
            var number = arriving(item);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
