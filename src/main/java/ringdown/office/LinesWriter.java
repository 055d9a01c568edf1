package ringdown.office;

import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes lines, ports, trunks and published numbers. */
final class LinesWriter {
    private final Function<@Nullable Secret, @Nullable String> secrets;
    private final OwnHours own;

    LinesWriter(Function<@Nullable Secret, @Nullable String> secrets, OwnHours own) {
        this.own = own;
        this.secrets = secrets;
    }

    Keys line(Line line) {
        var keys = new Keys()
                .put("port", line.port())
                .put("number", line.number())
                .put("purpose", line.purpose())
                .put("script", line.script())
                .put("language", line.language())
                .put("direction", line.direction(), Line.Direction.BOTH)
                .put("order", line.order(), 0);
        switch (line.answer()) {
            case Line.Answer.Greeting usual -> keys.put("answer", null);
            case Line.Answer.ByPerson person -> keys.put("answer", "person");
            case Line.Answer.After after -> keys.section("answer", new Keys().written("after", after.time(), null));
        }
        return keys.put("areaCode", line.areaCode())
                .section("dial", dial(line.dial()))
                .list("release", line.release())
                .put("callerId", line.callerId(), "auto")
                .section("levels", levels(line.levels()))
                .put("outgoing", line.outgoing(), "unlessLast")
                .put("busyForward", line.busyForward())
                .put("oneWay", line.oneWay(), false)
                .section("hours", HoursWriter.own(own.places().get(line.port().toString())));
    }

    private static Keys dial(Line.DialMode dial) {
        return new Keys()
                .put("mode", dial.pulse() ? "pulse" : null)
                .put("prefix", dial.prefix())
                .put("waitAfter", dial.waitAfter())
                .put("hidden", dial.hidden())
                .put("blind", dial.blind(), false);
    }

    private static Keys levels(Line.Levels levels) {
        return new Keys()
                .put("rx", levels.rx(), 0.0)
                .put("tx", levels.tx(), 0.0)
                .put("echoTailMs", levels.echoTailMillis(), Line.Levels.FLAT.echoTailMillis());
    }

    Keys port(PortUse port) {
        return new Keys()
                .put("port", port.port())
                .put("use", port.use())
                .put("hotline", port.hotline())
                .put("endTone", port.endTone(), port.use() != PortUse.Device.DOOR)
                .put("reversal", port.reversal(), false)
                .put("pulse", port.pulse(), false)
                .section(
                        "levels",
                        new Keys()
                                .put("rx", port.levels().rx(), 0.0)
                                .put("tx", port.levels().tx(), 0.0))
                .put("lifeline", port.lifeline());
    }

    Keys trunk(Trunk trunk) {
        Provider provider = trunk.provider();
        return new Keys()
                .put("name", trunk.name())
                .put("host", trunk.host())
                .put("port", trunk.port(), Trunk.SIP_PORT)
                .put("user", trunk.user())
                .put("secret", secrets.apply(trunk.secret()))
                .put("register", trunk.register(), false)
                .list("numbers", trunk.numbers())
                .put("script", trunk.script())
                .put("purpose", trunk.purpose())
                .put("language", trunk.language())
                .list("from", trunk.from())
                .section("hours", HoursWriter.own(own.places().get(trunk.name())))
                .put("transport", provider.overTcp() ? "tcp" : null)
                .put("proxy", proxy(provider))
                .put("authUser", provider.authUser())
                .put("order", provider.order())
                .section(
                        "dial",
                        new Keys()
                                .put("number", provider.writes(), Provider.NumberForm.PLUS)
                                .put("prefix", provider.prefix()))
                .section("show", new Keys().put("number", provider.shows(), Provider.NumberForm.PLUS))
                .put("channels", provider.channels())
                .put("watch", watch(provider.watch()), null);
    }

    private static @Nullable String proxy(Provider provider) {
        boolean usual = provider.proxyPort() == Trunk.SIP_PORT;
        return provider.proxy() == null || usual ? provider.proxy() : provider.proxy() + ":" + provider.proxyPort();
    }

    private static @Nullable String watch(Duration every) {
        return every.isZero() ? "off" : every.equals(Provider.USUAL_WATCH) ? null : Scalars.written(every);
    }

    Keys number(PublishedNumber number) {
        var forwards = number.forwards();
        return new Keys()
                .put("number", number.number())
                .list("printed", number.printed())
                .put("arrives", number.arrives())
                .section(
                        "forwards",
                        forwards == null
                                ? new Keys()
                                : new Keys().list("on", forwards.on()).put("to", forwards.to()))
                .put("retire", number.retire())
                .put("replaceBy", number.replaceBy())
                .put("language", number.language())
                .section("hours", HoursWriter.own(own.numbers().get(number.number())));
    }
}
