package ringdown.store;

import java.nio.file.Path;

/** The database is not one, or is damaged. Nothing was changed. */
public final class DataDamaged extends StoreFault {
    DataDamaged(Path database, String what) {
        super("database " + database + " is damaged: " + what);
    }
}
