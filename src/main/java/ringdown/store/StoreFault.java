package ringdown.store;

/** Why the data folder cannot be opened; the message is one line for the person who starts the box. */
public abstract sealed class StoreFault extends Exception
        permits DataFolderInUse, DataFolderUnusable, DataDamaged, DataFromTheFuture {
    StoreFault(String message) {
        super(message);
    }

    StoreFault(String message, Throwable cause) {
        super(message, cause);
    }
}
