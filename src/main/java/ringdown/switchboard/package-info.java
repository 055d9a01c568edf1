/**
 * Carries plans out: one virtual thread per call. Behind the doorway to which the edges offer their legs stands {@code Switchboard};
 * an incoming call is written down, planned, greeted, rung through its stages and ended here, an outgoing or internal one dialled.
 * Called by the edges through {@code call.Doorway} and by the page.
 */
@NullMarked
package ringdown.switchboard;

import org.jspecify.annotations.NullMarked;
