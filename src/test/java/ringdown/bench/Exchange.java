package ringdown.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import ringdown.PlainPhone;
import ringdown.clock.OfficeClock;

/** A box with registered telephones from 2000 on, in a folder of its own that goes with it. */
final class Exchange implements AutoCloseable {
    final Path folder;
    final Box box;
    final List<PlainPhone> phones = new ArrayList<>();

    /** @param ports where telephone i wants its sound; none: nowhere */
    Exchange(Launch launch, int count, List<Integer> ports, OfficeClock clock) throws IOException {
        folder = folder();
        box = launch.box(folder, count);
        for (int i = 0; i < count; i++) {
            int port = ports.isEmpty() ? 9 : ports.get(i);
            PlainPhone phone = new PlainPhone(box.sip, "" + (2000 + i), "pw" + (2000 + i), port, clock);
            phone.register();
            phones.add(phone);
        }
    }

    /** Telephone i calls telephone i + half of them; seconds from INVITE in to INVITE out, seen from outside. */
    double callAndHangUp(int i) throws IOException {
        int other = i + phones.size() / 2;
        PlainPhone.Talk talk = phones.get(i).call("" + (2000 + other));
        double seconds = (phones.get(other).rung().nanos() - talk.sent()) / 1e9;
        phones.get(i).hangUp(talk);
        phones.get(other).gone();
        return seconds;
    }

    static String office(int phones) {
        StringBuilder yaml = new StringBuilder("""
                office: {name: Bench, country: UA, language: en, timeZone: Europe/Kyiv}
                accounts:
                  - {name: installer, role: installer, password: bench-Pass-2231}
                hours: {week: {mon-sun: "00:00-24:00"}}
                people:
                """);
        for (int i = 2000; i < 2000 + phones; i++) {
            yaml.append("  - {extension: %d, name: Phone %d, phones: [sip], secret: pw%d}%n".formatted(i, i, i));
        }
        return yaml.toString();
    }

    static Path folder() throws IOException {
        return Files.createTempDirectory("ringdown-bench");
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        phones.forEach(PlainPhone::close);
        box.close();
        delete(folder);
    }
}
