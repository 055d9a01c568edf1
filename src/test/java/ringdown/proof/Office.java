package ringdown.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** An office file: the contract's own (§2), and what differs from it. */
record Office(String yaml) {
    /** Letter by letter what stands in the contract, but for the provider: nobody answers at its port. */
    static Office ofTheContract() {
        try (InputStream file = Objects.requireNonNull(Office.class.getResourceAsStream("office.yaml"))) {
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return new Office(text).with("port: 5090", "port: " + Ports.free());
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Replaces what must stand there. */
    Office with(String old, String now) {
        if (!yaml.contains(old)) {
            throw new IllegalArgumentException("the office file has no " + old);
        }
        return new Office(yaml.replace(old, now));
    }

    /** Takes off whole lines that hold this. */
    Office without(String word) {
        return new Office(yaml.lines().filter(line -> !line.contains(word)).reduce("", (a, b) -> a + b + "\n"));
    }

    /** Every stage that long, so that proofs are short. */
    Office stages(String length) {
        return new Office(yaml.replaceAll("for: \\d+s", "for: " + length));
    }

    Office alwaysOpen() {
        return with("{mon-fri: \"09:00-18:00\", sat: \"10:00-14:00\"}", "{mon-sun: \"00:00-24:00\"}")
                .with("holidays: public", "holidays: none");
    }

    /** Callers hear ring back at once, nothing else. */
    Office withoutGreetings() {
        return without("greeting:")
                .with(
                        "numbers: [\"+380501112233\"], class: client, manager: 201, backups: [202, 203],",
                        "numbers: [\"+380501112233\"], class: client, manager: 201, backups: [202, 203]}");
    }

    /** Both lines only take calls: whoever calls out goes over a provider. */
    Office linesForCallersOnly() {
        return with("purpose: main number,", "purpose: main number, direction: in,")
                .with("purpose: advertising, ", "purpose: advertising, direction: in, ");
    }

    /** A second provider, known by its address, and the script that serves its callers. */
    Office withTrunk(String name, String number, String script) {
        String trunk = "  - {name: %s, host: 127.0.0.1, port: %d, numbers: [\"%s\"], script: %s}\n";
        return with("contacts:  ", trunk.formatted(name, Ports.free(), number, script) + "contacts:  ");
    }

    /** The provider "direct", whose callers hear no greeting and reach these stages, then leave a message. */
    Office withDirectTrunk(String... stages) {
        StringBuilder script = new StringBuilder("scripts:\n  direct:\n    stages:\n");
        for (String stage : stages) {
            script.append("      - {").append(stage).append("}\n");
        }
        return withTrunk("direct", "+380441230004", "direct")
                .with("scripts:\n", script.append("    otherwise: message\n").toString());
    }
}
