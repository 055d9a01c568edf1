package ringdown;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ringdown.office.Account;
import ringdown.office.DemoOffice;
import ringdown.office.Fault;
import ringdown.office.Office;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.web.OfficeChanges;

/** Where the office comes from at a start: the data folder, else the file named, else the demo. */
final class OfficeSource {
    private static final int WRONG_FILE = 2;

    private final OfficeChanges changes;
    private final Options options;
    private final Consumer<String> tell;

    OfficeSource(OfficeChanges changes, Options options, Consumer<String> tell) {
        this.changes = changes;
        this.options = options;
        this.tell = tell;
    }

    /**
     * What the box starts with.
     *
     * @param faults of an office kept by an older Ringdown that was less strict; empty otherwise
     */
    record Loaded(Office office, List<Fault> faults) {}

    /** An office that nobody can change is taken all the same, and said to be so. */
    Loaded load(Instant now) throws StartFault {
        Loaded loaded = load();
        if (!OfficeChanges.installed(loaded.office(), now)) {
            tell.accept("accounts: no installer with a password: nobody can log in to change the office");
        }
        return loaded;
    }

    private Loaded load() throws StartFault {
        Optional<Reading> kept = changes.load();
        if (kept.isPresent()) {
            return kept(kept.get());
        }
        Path file = options.office();
        return new Loaded(file == null ? demo() : take(file.toString(), bytes(file)), List.of());
    }

    /** A box that ran yesterday takes calls today: what does not hold is left out and said, at the start and as an alarm. */
    private Loaded kept(Reading reading) throws StartFault {
        if (options.office() != null) {
            tell.accept("--office " + options.office() + ": ignored, " + options.data() + " holds an office already");
        }
        return switch (reading) {
            case Reading.Good good -> new Loaded(good.office(), List.of());
            case Reading.Faulty faulty -> asFarAsItGoes(faulty);
        };
    }

    private Loaded asFarAsItGoes(Reading.Faulty faulty) throws StartFault {
        String name = "--data " + options.data() + ": the office kept";
        Office office = faulty.asRead();
        if (office == null) {
            throw faults(name, faulty.faults());
        }
        faulty.faults().forEach(fault -> tell.accept(name + ", left out: " + fault));
        return new Loaded(office, faulty.faults());
    }

    /** No default password: each demo box makes its own and prints it once. */
    private Office demo() throws StartFault {
        SecureRandom random = new SecureRandom();
        String password = DemoOffice.password(random);
        String phoneSecret = DemoOffice.password(random);
        String yaml = DemoOffice.file(password, phoneSecret);
        Office office = take("demo office", yaml.getBytes(StandardCharsets.UTF_8));
        String names = office.accounts().stream().map(Account::name).collect(Collectors.joining(", "));
        tell.accept("demo office: log in as " + names + " with password " + password);
        tell.accept("demo office: SIP telephones have the secret " + phoneSecret + "-EXTENSION, as " + phoneSecret
                + "-201");
        return office;
    }

    private static byte[] bytes(Path file) throws StartFault {
        // A byte more than is taken, so that the reader says so; a device that never ends is not read to its end.
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(OfficeFile.LARGEST_BYTES + 1);
        } catch (IOException unreadable) {
            throw new StartFault(WRONG_FILE, List.of("--office " + file + ": it cannot be read"));
        }
    }

    private Office take(String name, byte[] yaml) throws StartFault {
        return switch (changes.first(yaml)) {
            case OfficeChanges.Result.Taken taken -> taken.office();
            case OfficeChanges.Result.Refused refused -> throw faults(name, refused.faults());
            case OfficeChanges.Result.Stale stale ->
                throw new StartFault(WRONG_FILE, List.of(name + ": another start has written an office meanwhile"));
        };
    }

    private static StartFault faults(String name, List<Fault> faults) {
        return new StartFault(
                WRONG_FILE, faults.stream().map(fault -> name + ": " + fault).toList());
    }
}
