package ringdown.store;

import java.nio.file.Path;

/** A newer Ringdown has written the database. Nothing was changed. */
public final class DataFromTheFuture extends StoreFault {
    DataFromTheFuture(Path database, int version, int known) {
        super("database " + database + " was written by a newer ringdown: version " + version + ", known here are "
                + known);
    }
}
