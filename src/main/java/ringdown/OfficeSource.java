package ringdown;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import ringdown.office.Account;
import ringdown.office.DemoOffice;
import ringdown.office.Fault;
import ringdown.office.Office;
import ringdown.office.OfficeArchive;
import ringdown.office.OfficeFile;
import ringdown.office.Reading;
import ringdown.web.OfficeChanges;

/** Where the office comes from at a start: the data folder, else the file named, else the demo. */
final class OfficeSource {
    private static final int WRONG_FILE = 2;

    private final OfficeArchive archive;
    private final OfficeChanges changes;
    private final Options options;
    private final Consumer<String> tell;

    OfficeSource(OfficeArchive archive, OfficeChanges changes, Options options, Consumer<String> tell) {
        this.archive = archive;
        this.changes = changes;
        this.options = options;
        this.tell = tell;
    }

    Office load() throws StartFault {
        Optional<OfficeArchive.Kept> kept = archive.current();
        if (kept.isPresent()) {
            if (options.office() != null) {
                tell.accept("--office " + options.office() + ": ignored, " + options.data() + " holds an office already");
            }
            return changes.kept(kept.get());
        }
        Path file = options.office();
        return file == null ? demo() : take(file.toString(), fromFile(file));
    }

    /** No default password: each demo box makes its own and prints it once. */
    private Office demo() throws StartFault {
        SecureRandom random = new SecureRandom();
        String password = DemoOffice.password(random);
        String phoneSecret = DemoOffice.password(random);
        Office office = take("demo office", OfficeFile.read(DemoOffice.file(password, phoneSecret)));
        String names = office.accounts().stream().map(Account::name).collect(Collectors.joining(", "));
        tell.accept("demo office: log in as " + names + " with password " + password);
        tell.accept("demo office: SIP telephones register with secret " + phoneSecret);
        return office;
    }

    private static Reading fromFile(Path file) throws StartFault {
        try {
            return OfficeFile.read(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new StartFault(WRONG_FILE, List.of("--office " + file + ": it cannot be read"));
        }
    }

    private Office take(String name, Reading reading) throws StartFault {
        return switch (reading) {
            case Reading.Faulty faulty -> throw faults(name, faulty.faults());
            case Reading.Good good -> keep(name, good);
        };
    }

    private Office keep(String name, Reading.Good good) throws StartFault {
        List<Fault> faults = changes.faults(good);
        if (!faults.isEmpty()) {
            throw faults(name, faults);
        }
        return changes.keepFirst(good);
    }

    private static StartFault faults(String name, List<Fault> faults) {
        return new StartFault(
                WRONG_FILE, faults.stream().map(fault -> name + ": " + fault).toList());
    }
}
