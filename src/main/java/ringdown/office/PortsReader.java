package ringdown.office;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code ports:}: what hangs on each telephone's port. */
final class PortsReader {
    private static final Pattern HOTLINE = Pattern.compile("(team .+?|[0-9]{1,8})(?:\\s+after\\s+(\\d{1,3})\\s*s?)?");

    private final Draft draft;
    private final BiConsumer<Port, Item> taken;

    /** {@code taken} hears of each port and where it stands. */
    PortsReader(Draft draft, BiConsumer<Port, Item> taken) {
        this.draft = draft;
        this.taken = taken;
    }

    List<PortUse> ports(Section file) {
        var ports = new ArrayList<PortUse>();
        for (var item : file.items("ports")) {
            var use = port(item.section());
            if (use != null) {
                ports.add(use);
            }
        }
        return ports;
    }

    private @Nullable PortUse port(Section one) {
        var at = one.required("port");
        var port = at == null ? null : at.as(text -> Scalars.port(text, Port.Kind.FXS));
        if (at != null && port != null) {
            taken.accept(port, at);
        }
        var use = one.as("use", Scalars.oneOf(PortUse.Device.class), PortUse.Device.TELEPHONE);
        var hotline = hotline(one.get("hotline"));
        var endTone = one.as("endTone", Scalars::flag, use != PortUse.Device.DOOR);
        var reversal = one.flag("reversal");
        var pulse = one.flag("pulse");
        var levels = levels(one);
        var lifeline = one.as("lifeline", text -> Scalars.port(text, Port.Kind.FXO));
        one.end();
        return port == null ? null : new PortUse(port, use, hotline, endTone, reversal, pulse, levels, lifeline);
    }

    private static PortUse.Levels levels(Section one) {
        var section = one.section("levels");
        if (section == null) {
            return PortUse.Levels.FLAT;
        }
        var levels = new PortUse.Levels(
                section.as("rx", PortsReader::decibels, 0.0), section.as("tx", PortsReader::decibels, 0.0));
        section.end();
        return levels;
    }

    private static double decibels(String text) {
        double decibels = Scalars.decibels(text);
        if (decibels < PortUse.Levels.LEAST || decibels > PortUse.Levels.MOST) {
            throw new IllegalArgumentException("is -15 to 6 dB at a telephone's port, not " + text);
        }
        return decibels;
    }

    /** "201", "team care", either with "after 5s"; at once where no time stands. */
    private PortUse.@Nullable Hotline hotline(@Nullable Item item) {
        var hotline = item == null ? null : item.as(PortsReader::hotline);
        if (item != null && hotline != null) {
            var target = hotline.target();
            if (target.startsWith("team ")) {
                draft.use(Draft.Kind.TEAM, target.substring("team ".length()), item);
            } else {
                draft.use(Draft.Kind.PERSON, target, item);
            }
        }
        return hotline;
    }

    private static PortUse.Hotline hotline(String text) {
        var match = HOTLINE.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "is an extension or a team, such as 201, team care or 201 after 5s, not \"" + text + "\"");
        }
        var after = match.group(2) == null ? 0 : Long.parseLong(match.group(2));
        return new PortUse.Hotline(match.group(1).strip(), Duration.ofSeconds(after));
    }
}
