/**
 * What the box remembers: SQLite behind the interfaces that the other packages declare, and the lock, heartbeat and reserve file of
 * the data folder. The only user of JDBC. One thread writes and groups what waits into one transaction; readers have their own
 * connections. {@link ringdown.store.Store} is the front door; only the roof opens it.
 */
@NullMarked
package ringdown.store;

import org.jspecify.annotations.NullMarked;
