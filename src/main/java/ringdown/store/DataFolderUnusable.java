package ringdown.store;

import java.nio.file.Path;

/** The folder cannot be made, or cannot be written to. */
public final class DataFolderUnusable extends StoreFault {
    DataFolderUnusable(Path folder, Throwable cause) {
        super("data folder " + folder + " cannot be used: " + reason(cause), cause);
    }

    DataFolderUnusable(Path folder, String reason) {
        super("data folder " + folder + " cannot be used: " + reason);
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        String kind = cause.getClass().getSimpleName();
        return message == null
                ? kind
                : kind + ": " + message.lines().findFirst().orElse("");
    }
}
