/**
 * Who can take a call now: people's state, their telephones, and who is already being rung; {@code reserve(person)} is atomic.
 * Filled by the edges and the page, asked by the switchboard when a stage starts.
 */
@NullMarked
package ringdown.presence;

import org.jspecify.annotations.NullMarked;
