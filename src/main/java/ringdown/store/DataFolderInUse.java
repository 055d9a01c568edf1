package ringdown.store;

import java.nio.file.Path;

/** Another box runs on the same folder. */
public final class DataFolderInUse extends StoreFault {
    DataFolderInUse(Path folder) {
        super("data folder " + folder + " is in use by another ringdown");
    }
}
