package ringdown.store;

import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Something to be written. May run more than once if the disk fails in between: it must only use the handle.
 *
 * @param name for the log
 * @param work runs on the writer's thread inside a transaction
 * @param committed runs on the writer's thread once it is on disk; must not block
 */
record Write(String name, Consumer<Handle> work, Runnable committed) {}
